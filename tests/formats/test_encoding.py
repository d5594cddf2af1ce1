"""Encodings: short strings of GB 18030 and Big5, declared ones, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.encoding import decode

SHORT = (
    "税收增长9%", "省", "投资", "全区税收12亿元", "高新区", "第3位", "增速8.5%", "固定资产投资", "1-6月",
    "苏州", "完成率92%", "经开区出口额", "联通", "一汽", "亿元", "GDP增长6%", "外资3亿美元", "0税", "±5%，投资",
)  # fmt: skip
TRADITIONAL = ("園區產值增長9%", "新竹科學園區營業額", "投資120億元", "台灣", "出口總額成長8.5%", "統計")


@pytest.mark.parametrize("text", SHORT)
@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "utf-8", "utf-8-sig", "utf-16"])
def test_short_texts(text: str, encoding: str):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", [*TRADITIONAL, "\n".join(TRADITIONAL)])
@pytest.mark.parametrize("encoding", ["big5", "utf-8"])
def test_traditional_texts(text: str, encoding: str):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb_2312", "utf-8", "iso-8859-1", "big-5x", ""])
def test_a_false_declaration_does_no_harm(declared: str):
    text = "喆旻镕堃公司税收增长9%，园区的发展。"
    assert decode(text.encode("gb18030"), declared) == text


def test_a_declared_big5_is_believed():
    assert decode("新竹".encode("big5"), "Big5") == "新竹"


EVERYDAY = st.text(
    "的年和在了区发展一产业税收增长投资亿元万美同比企新高技术工程全省市，。0123456789.%", min_size=2, max_size=60
)


@given(EVERYDAY)
def test_everyday_texts_come_back_from_gb18030(text: str):
    assert not text.strip() or decode(text.encode("gb18030")) == text


@given(st.text(min_size=1, max_size=200).filter(lambda text: text.strip() and "\0" not in text))
def test_any_text_with_a_mark_comes_back(text: str):
    assert decode(text.encode("utf-8-sig")) == text

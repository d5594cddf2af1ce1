"""Columns that run into each other: what broke off is made whole, and what is whole is left alone."""

import pytest

from indicators import extract
from indicators.columns import rejoin
from indicators.passages import split_passages

OTHER = "云麓高新区 办事更快了\n\n本报讯 云麓高新区的大厅开了新窗口，全年办件12万件。\n\n"
FIRST = "本报讯 4月的青屏高新区里，新楼一座接一座。今年的任务已经分到各个局，"


@pytest.mark.parametrize(
    ("broken", "rest", "whole"),
    [
        ("固定资产投资要完成", "120亿元，工业投资要过60亿元。", True),  # a number
        ("一季度确保开工率达到35%、", "力争40%，月底前全部报到。", True),
        ("规上企业研发费用", "突破80亿元、税收过10亿元。", True),
        ("还要把固定资产投", "资做到120亿元，谁也不许拖。", True),  # a name cut in two
        ("新招引的产业项目要有40个，", "培育上市企业6家，引进外资企业9家。", True),
        ("固定资产投资要完成120亿元。", "260家企业参加了当天的活动。", False),  # nothing broke off
        ("固定资产投资要完成", "2024年，云麓高新区的大厅开了新窗口。", False),  # a sentence's own beginning
        ("固定资产投资要完成", "本报讯 云麓高新区的大厅开了新窗口。", False),
        ("全区上下一条心，干劲都很足", "与会的企业家说，这里办事快。", False),
    ],
)
def test_a_rest_behind_another_article(broken: str, rest: str, whole: bool) -> None:
    passages = rejoin(split_passages(f"{FIRST}{broken}\n\n{OTHER}{rest}\n"))
    joined = [passage for passage in passages if passage.jump]
    assert bool(joined) is whole
    if whole:
        assert joined[0].text.endswith(broken.replace(" ", "") + rest)
        assert [passage.text for passage in passages if passage.resumes] == [""]


def test_a_sentence_that_goes_on_in_the_next_paragraph() -> None:
    text = (
        f"{FIRST}新的一年还要深入实施创新驱动，投入科创\n"
        "经费、办好园区大学，让更多的人愿意留在这里，也让更多的企业愿意把总部和研发中心一起搬过来。\n"
    )
    assert "投入科创经费、办好" in rejoin(split_passages(text))[0].text


@pytest.mark.parametrize(
    ("broken", "rest", "joined"),
    [
        (
            "成绩不错。前10个月，云麓高新区规上工业增加值增",
            "长8.7%，税收持平。",
            True,
        ),  # a word cut in two, though the piece is short
        ("成绩不错。前10个月，云麓高新区税收持平", "长8.7公里的路通车了。", False),
        ("云麓高新区投资增", "长势喜人。", False),  # a heading
    ],
)
def test_a_word_cut_at_the_end_of_a_short_piece(broken: str, rest: str, joined: bool) -> None:
    texts = [passage.text for passage in rejoin(split_passages(f"{broken}\n\n{rest}\n"))]
    assert (broken + rest in texts) is joined


def test_the_rest_and_what_follows_it_are_of_the_article_that_broke_off() -> None:
    text = (
        "发布日期：2024-05-06\n\n青屏高新区 分秒必争\n\n"
        f"{FIRST}全年主要目标是：固定资产投资要完成\n\n{OTHER}120亿元，增长8%。\n\n——抓项目。新开工项目40个。\n"
    )
    rows = extract(text).set_index("value")
    assert rows.loc[[120, 8, 40], "park"].unique().tolist() == ["青屏高新区"]
    assert rows.loc[12, "park"] == "云麓高新区"
    assert rows.loc[120, "indicator_text"] == "固定资产投资"
    assert rows.loc[120, "sentence"] == "今年的任务已经分到各个局，全年主要目标是：固定资产投资要完成120亿元，增长8%。"
    assert text[rows.loc[120, "start"] : rows.loc[120, "end"]] == "120亿元"


def test_a_text_without_an_end_stays_in_pieces() -> None:
    text = "园区坚持以项目为抓手推进高质量发展，固定资产投资120亿元，同比增长9%，" * 400
    pieces = split_passages(text)
    assert rejoin(pieces) == pieces

"""Web pages: main text, title and date without menus; encodings that the page declares falsely."""

import pytest

from indicators.documents import read_document
from indicators.errors import DocumentError
from indicators.formats.html import read

PAGE = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>云麓高新区2023年经济运行情况_云麓高新区管委会</title>{meta}</head>
<body><div class="nav"><a href="/">首页</a> <a href="/a">政务公开</a> <a href="/b">招商引资</a></div>
<div class="crumb">当前位置：首页 &gt; 统计信息</div>
<h1>云麓高新区2023年经济运行情况</h1>{info}
<div class="content"><p>　　2023年，云麓高新区规模以上工业总产值1286.4亿元，同比增长9.2%；
新增高新技术企业63家，总数达到412家。</p>
<p>　　一般公共预算收入首次突破50亿元，税收占比<b>91.5%</b>。
固定资产投资增长10%，其中<span>工业投资增长12.5%</span>。</p>
<table border=1><tr><th>指标</th><th>单位</th><th>2023年</th><th>同比增长（%）</th></tr>
<tr><td>税收收入</td><td>亿元</td><td>46.2</td><td>7.4</td></tr>
<tr><td>实际利用外资</td><td>万美元</td><td>5195.25</td><td></td></tr></table>
<p>　　展望2024年，全区将坚持稳中求进，力争规模以上工业增加值增长8%，喆旻镕堃等企业加快投产。</p></div>
<div class="side"><h3>热门文章</h3>
<ul><li><a href="/1">某区投资999亿元项目开工</a></li><li>访问量 8888 次</li></ul></div>
<div class="footer">版权所有 联系电话：0731-12345678 ICP备87654321号</div></body></html>"""
INFO = '<div class="info">发布日期：2024-01-18 来源：经济发展局 浏览次数：1234</div>'
META = '<meta name="PubDate" content="2024-01-18 09:30"><meta name="ContentSource" content="经济发展局">'
FACTS = ("1286.4亿元", "9.2%", "63家", "412家", "突破50亿元", "91.5%", "| 税收收入 | 亿元 | 46.2 | 7.4 |", "增长8%")
JUNK = ("政务公开", "当前位置", "999", "8888", "12345678", "87654321", "浏览次数")


def page(encoding: str = "gb18030", info: str = INFO, meta: str = "") -> bytes:
    return PAGE.format(meta=meta, info=info).encode(encoding)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_facts_are_kept_and_menus_are_not(encoding: str):
    text = read(page(encoding)).text
    assert [fact for fact in FACTS if fact not in text] == []
    assert [junk for junk in JUNK if junk in text] == []
    assert "喆旻镕堃" in text  # in GB 18030, not in the gb2312 that the page declares


@pytest.mark.parametrize(
    ("info", "meta", "published", "source"),
    [
        (INFO, "", "2024-01-18", "经济发展局"),
        ("", META, "2024-01-18", "经济发展局"),
        ("<div>发布时间：2024年1月18日 09:30　信息来源：经济发展局</div>", "", "2024-01-18", "经济发展局"),
    ],
)
def test_title_date_and_source(info: str, meta: str, published: str, source: str):
    document, rows = read_document("页.html", page(info=info, meta=meta))
    assert document.title == "云麓高新区2023年经济运行情况"
    assert (document.published, document.source, document.format) == (published, source, "html")
    assert {row.park for row in rows} == {"云麓高新区"}


def test_offsets_point_into_the_text_and_tables_are_read():
    document, rows = read_document("页.html", page())
    for row in rows:
        assert row.sentence in document.text
        assert document.text[row.start : row.end].strip()
    table = {(row.indicator_text, row.value, row.unit) for row in rows if row.rule.startswith("table.")}
    assert table == {("税收收入", 46.2, "亿元"), ("税收收入", 7.4, "%"), ("实际利用外资", 5195.25, "万美元")}


@pytest.mark.parametrize("container", ['class="content"', 'class="TRS_Editor"', 'id="zoom"', 'id="UCAP-CONTENT"'])
def test_lists_of_an_article_are_kept(container: str):
    items = '<ul><li>建成厂房12万平方米。</li><li>开工项目5个。</li></ul></div>\n<div class="side">'
    data = PAGE.format(meta="", info=INFO).replace('class="content"', container)
    text = read(data.replace('</div>\n<div class="side">', items).encode("gb18030")).text
    assert [junk for junk in JUNK if junk in text] == []
    assert text.split("\n")[-2:] == ["建成厂房12万平方米。", "开工项目5个。"]


def test_the_bytes_are_kept():
    data = page()
    document, _ = read_document("页.html", data)
    assert document.data == data
    assert len(document.sha256) == 64


def test_a_page_without_text_says_so():
    with pytest.raises(DocumentError, match="没有正文"):
        read(b"<html><head><title>x</title></head><body><script>load()</script></body></html>")


def test_a_short_page_is_read():
    assert "税收12亿元。" in read("<p>云麓高新区税收12亿元。</p>".encode()).text

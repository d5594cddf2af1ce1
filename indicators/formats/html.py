"""Web pages: the main text with its tables, without menus; title, date and source from the page or its meta data."""

from collections.abc import Iterator
from typing import Any

import regex
from lxml import etree
from trafilatura import bare_extraction, load_html

from indicators.encoding import detect
from indicators.errors import DocumentError
from indicators.formats.content import Content, table_lines, with_head
from indicators.publication import find_stated

_DECLARED = regex.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", regex.IGNORECASE)
_XML = regex.compile(r"^\s*<\?xml[^>]*\?>")
_DATE = regex.compile(r"(?:19|20)\d{2}-\d{2}-\d{2}")
_SOURCE = regex.compile(r"(?:信息来源|稿件来源|文章来源|来源|稿源)\s?[:：]\s*(?P<source>[^\s|：:]{2,40})")
# The names that the standard for government sites gives to its meta data.
_TITLES, _DATES, _SOURCES = ("articletitle",), ("pubdate", "publishdate"), ("contentsource",)
# Where the systems that most government sites run on put an article.
_CONTAINERS = frozenset(
    {
        "trs_editor", "trs_ueditor", "trs_editor_view", "ucap-content", "pages_content", "zoom", "zoomcon",
        "article-content", "articlecontent", "article_content", "artical_content", "article_con", "v_news_content",
        "vsb_content", "xxgk_content", "newscontent", "news_content", "con_text", "content_text", "detail-content",
        "detail_content", "main-text", "arc_body", "j-fontcontent", "conzt", "txt_con",
    }
)  # fmt: skip
# No clock is asked; a date out of this range is none.
_DATE_SEARCH = {"extensive_search": False, "original_date": True, "min_date": "1990-01-01", "max_date": "2099-12-31"}


def read(data: bytes) -> Content:
    """The main text under a head of its own lines (标题, 发布单位, 发布日期, 资料来源); tables as rows of cells."""
    declared = _DECLARED.search(data[:4096])
    text, encoding = detect(data, declared[1].decode("ascii") if declared else "")
    page = _XML.sub("", text)
    tree = load_html(page if "<html" in page[:4096].lower() else f"<html><body>{page}</body></html>")
    if tree is None:
        raise DocumentError("这不是网页；请换一个 .html 文件")
    meta = {str(m.get("name", "")).lower(): str(m.get("content", "")) for m in tree.iterfind(".//meta")}
    visible = _visible(tree)
    _point_out(tree)
    found: Any = bare_extraction(tree, include_comments=False, with_metadata=True, date_extraction_params=_DATE_SEARCH)
    body = "\n".join(_lines(found.body)) if found is not None and found.body is not None else ""
    if not body.strip():
        raise DocumentError("网页里没有正文；若正文是图片或由程序载入，请另存为 .txt")
    source = _SOURCE.search(visible)
    facts = {
        "标题": _first(meta, _TITLES) or (found.title or ""),
        "发布单位": meta.get("sitename", "") or (found.sitename or ""),
        "发布日期": find_stated(visible) or _day(_first(meta, _DATES)) or (found.date or ""),
        "资料来源": _first(meta, _SOURCES) or (source["source"] if source else ""),
    }
    return Content(with_head(body, facts), encoding=encoding)


def _point_out(tree: Any) -> None:
    """Mark the container of the article, where its name gives it away, as what it is."""
    for element in tree.iter("div", "td", "section"):
        names = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
        if _CONTAINERS.intersection(names):
            element.tag = "article"
            element.set("class", "content")
            return


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if meta.get(name)), "")


def _day(text: str) -> str:
    match = _DATE.search(text.replace("/", "-"))
    return match[0] if match else ""


def _visible(tree: Any) -> str:
    """All the words of a page that its reader sees, menus too."""
    texts = tree.xpath("//body//text()[not(ancestor::script or ancestor::style)]")
    return "\n".join(text.strip() for text in texts if text.strip())


def _lines(body: Any) -> Iterator[str]:
    """The blocks of an extracted body, one a line, in order."""
    for element in body:
        if element.tag == "table":
            rows = [["".join(cell.itertext()) for cell in row.iter("cell")] for row in element.iter("row")]
            yield from table_lines(rows)
        elif element.tag in {"list", "div", "quote"} and len(element):
            if element.text and element.text.strip():
                yield element.text.strip()
            yield from _lines(element)
        else:
            for line_break in element.iter("lb"):
                line_break.tail = "\n" + (line_break.tail or "")
            text = "".join(etree.tostring(element, method="text", encoding="unicode", with_tail=False))
            yield from (line.strip() for line in text.splitlines() if line.strip())
        if element.tail and element.tail.strip():
            yield element.tail.strip()

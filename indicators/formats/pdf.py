"""PDF files that hold text: characters with their places, put in the order in which they are read.

A scan holds none, and is said to be one.
"""

from collections import Counter
from collections.abc import Iterator
from ctypes import c_double

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import regex

from indicators.errors import DocumentError
from indicators.formats.content import Content
from indicators.formats.layout import Fragment, Paragraph, layout
from indicators.formats.radicals import unified

_PAGE_NUMBER = regex.compile(r"[-—–·\s]*(?:第\s?)?\d{1,4}(?:\s?页)?(?:\s?[/／,，]?\s?共?\s?\d{1,4}\s?页?)?[-—–·\s]*")
_DIGITS = regex.compile(r"\d+")
_FLAT, _BELOW = 0.5, 0.12  # of a character's width: lower is none of its own; how far it reaches below the line
_FEW = 3  # a page with fewer characters than this holds no text


def read(data: bytes) -> Content:
    """The text, columns in order, lines that were broken within a sentence joined, tables as rows of cells.

    DocumentError where the file is a scan, is locked, or is no PDF.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        reason = "PDF 加了密码；请先解除密码" if locked else "PDF 文件已损坏，打不开；请重新下载或另存"
        raise DocumentError(reason) from None
    with document:
        pages = [_fragments(page) for page in document]
    if sum(len(fragment.text) for page in pages for fragment in page) < _FEW * max(len(pages), 1):
        raise DocumentError("这是扫描件，没有文字层；请先用文字识别（OCR）转成有文字的 PDF 或 .txt")
    text = "\n".join(_join(layout(page) for page in _without_edges(pages)))
    return Content(unified(_whole(text)))


def _whole(text: str) -> str:
    """The text with the two halves in which the library gives some characters (𠮷, 😀) put together."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _fragments(page: pdfium.PdfPage) -> list[Fragment]:
    """Runs of characters that stand side by side, in the order of the file."""
    text_page = page.get_textpage()
    found: list[Fragment] = []
    box = [c_double() for _ in range(4)]
    for index in range(text_page.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text_page, index))
        if character in "\r\n\0\ufffe\uffff" or raw.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        rect = raw.FS_RECTF()
        if not raw.FPDFText_GetLooseCharBox(text_page, index, rect):
            raw.FPDFText_GetCharBox(text_page, index, *box)
            left, right, bottom, top = (value.value for value in box)
        else:
            left, right, bottom, top = rect.left, rect.right, rect.bottom, rect.top
        if top - bottom < _FLAT * (right - left) and raw.FPDFText_GetCharOrigin(text_page, index, *box[:2]):
            bottom = box[1].value - _BELOW * (right - left)  # some fonts say of 一 that it is as low as it looks
            top = bottom + right - left
        piece = Fragment(character, left, bottom, right, top)
        if found and found[-1].touches(piece):
            found[-1] = found[-1].extended(piece)
        elif character.strip():
            found.append(piece)
    text_page.close()
    return [fragment for fragment in (one.stripped() for one in found) if fragment.text]


def _without_edges(pages: list[list[Fragment]]) -> Iterator[list[Fragment]]:
    """The pages without page numbers and without the heads and feet that come back on page after page."""
    edges = [(_edge(page, top=True), _edge(page, top=False)) for page in pages]
    counts = Counter(_form(line) for pair in edges for line in set(pair) if line)
    for page, pair in zip(pages, edges, strict=True):
        removed = {
            one
            for line in pair
            if line and (_PAGE_NUMBER.fullmatch(_said(line)) or counts[_form(line)] >= max(2, len(pages) / 2))
            for one in line
        }
        yield [fragment for fragment in page if fragment not in removed]


def _edge(page: list[Fragment], top: bool) -> tuple[Fragment, ...]:
    """The first or the last line of a page, from left to right: one piece alone, or several that stand off from the
    rest by more than their height; else nothing."""
    edge = (
        max(page, key=lambda one: one.top, default=None) if top else min(page, key=lambda one: one.bottom, default=None)
    )
    if edge is None:
        return ()
    line = [one for one in page if one.beside(edge)]
    rest = [one for one in page if not one.beside(edge)]
    off = min((edge.bottom - one.top if top else one.bottom - edge.top for one in rest), default=0.0)
    return tuple(sorted(line, key=lambda one: one.left)) if rest and (len(line) == 1 or off > edge.height) else ()


def _said(line: tuple[Fragment, ...]) -> str:
    return " ".join(one.text for one in line)


def _form(line: tuple[Fragment, ...]) -> str:
    """What a running head or foot says on every page, whatever its number."""
    return _DIGITS.sub("#", _said(line))


def _join(pages: Iterator[list[Paragraph]]) -> Iterator[str]:
    """The paragraphs of all pages; one that runs on over the end of its page is joined."""
    held: Paragraph | None = None
    for page in pages:
        for place, paragraph in enumerate(page):
            if held and place == 0 and held.runs_on and not paragraph.indented:
                held = held.joined(paragraph)
                continue
            if held:
                yield held.text
            held = paragraph
    if held:
        yield held.text

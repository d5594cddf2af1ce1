"""Word files (.docx): paragraphs and tables in their order, tables as rows of cells; insertions in, deletions out."""

from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table, _Row

from indicators.errors import DocumentError
from indicators.formats.content import Content, table_lines
from indicators.formats.package import checked

_TEXT, _TAB, _BREAKS = qn("w:t"), qn("w:tab"), {qn("w:br"), qn("w:cr")}
# What is no part of the running text: deletions, what was moved away, drawings and their boxes.
_ASIDE = {qn(name) for name in ("w:del", "w:moveFrom", "w:drawing", "w:pict", "w:object", "w:pPr", "w:rPr")}
_ASIDE.add("{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent")


def read(data: bytes) -> Content:
    """The text of the body, a paragraph a line; DocumentError where it is no Word file."""
    try:
        document = Document(checked(data))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError):
        raise DocumentError("打不开这个 .docx：不是 Word 文件，或已损坏；请重新另存为 .docx") from None
    return Content("\n".join(_lines(document.iter_inner_content())))


def _lines(blocks: Iterator[Any]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from table_lines(_cells(row) for row in block.rows)
        elif text := "".join(_pieces(block._p)).rstrip():
            yield text


def _cells(row: _Row) -> list[str]:
    """The cells of a row; one that spans several columns, or goes on from the row above, leaves the others empty."""
    cells = [""] * row.grid_cols_before
    seen: set[int] = set()
    for cell in row.cells:
        first = id(cell._tc) not in seen and cell._tc.getparent() is row._tr
        seen.add(id(cell._tc))
        cells.append(" ".join("".join(_pieces(p._p)).strip() for p in cell.paragraphs) if first else "")
    return cells + [""] * row.grid_cols_after


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag == _TAB:
            yield "\t"
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag not in _ASIDE:
            yield from _pieces(child)

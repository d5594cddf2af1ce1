"""An Excel file for people: the rows with real numbers and dates, the sources, what the columns mean, and the query."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils import get_column_letter

from indicators.errors import ArchiveError
from indicators.export.delimited import cells
from indicators.export.extract import EXPORTED, SOURCES, Extract
from indicators.labels import CODES, HEADERS, MEANINGS, shown
from indicators.version import reader_version

_MOST = 1_048_575  # rows of a sheet, below its header
_LONGEST = 32_767  # characters of a cell
_DAYS = ("period_start", "period_end", "published")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")  # a year or a month alone is no date for a spreadsheet
_WIDE = {"sentence": 70, "document": 32, "indicator_text": 24, "indicator": 26, "park": 18, "rule": 20, "reasons": 20}
_WIDTHS = {
    "数据": [_WIDE.get(column, 12) for column in EXPORTED],
    "来源": [32, 40, 24, 12, 48, 32, 24, 20, 12, 16],
    "口径": [16, 16, 80],
    "版本": [12, 80],
}  # in characters
_SOURCES = ("文档", "标题", "发布单位", "发布日期", "来源", "文件", "SHA-256", "导入", "被取代", "规则版本")
_ASKED = {"park": "园区", "indicator": "指标", "status": "性质", "since": "起", "until": "止", "as_of": "截至"}


def write(extract: Extract, path: Path) -> None:
    """Sheets 数据, 来源, 口径, 版本. Text is never a formula or a link. ArchiveError where there are too many rows."""
    if len(extract.rows) > _MOST:
        raise ArchiveError(f"Excel 的一张表放不下 {len(extract.rows)} 行；请缩小范围，或用 --format csv、parquet")
    book = Workbook(write_only=True)
    sheets = (
        ("数据", [HEADERS[column] for column in EXPORTED], map(_row, cells(extract.rows))),
        ("来源", _SOURCES, ([_dated(key, source[key]) for key in SOURCES] for source in extract.sources)),
        ("口径", ("列", "代号", "含义"), _meanings()),
        ("版本", ("项", "内容"), _version(extract)),
    )
    for name, header, rows in sheets:
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for place, width in enumerate(_WIDTHS[name], start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.append(header)
        for row in rows:
            sheet.append([_cell(sheet, value) for value in row])
    book.save(path)


def _cell(sheet: Any, value: Any) -> Any:
    """A cell that holds what it is given: text as text, whatever it begins with; what no file can hold is left out."""
    if isinstance(value, date):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = "yyyy-mm-dd"
        return cell
    if isinstance(value, float) and float(f"{value:.16g}") != value:
        cell = WriteOnlyCell(sheet, value)
        cell._value = repr(value)  # openpyxl writes 16 digits, of which a few floats need 17
        return cell
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST])
    cell.data_type = "s"
    return cell


def _row(row: Sequence[Any]) -> list[Any]:
    pairs = ((column, _dated(column, cell)) for column, cell in zip(EXPORTED, row, strict=True))
    return [shown(column, cell) if isinstance(cell, str) else cell for column, cell in pairs]


def _dated(column: str, cell: Any) -> Any:
    """A day as a date; what is known of the year or the month alone stays text."""
    return date.fromisoformat(cell) if column in _DAYS and _DAY.fullmatch(str(cell)) else cell


def _meanings() -> Iterable[tuple[str, str, str]]:
    for column in EXPORTED:
        yield HEADERS[column], column, MEANINGS[column]
        for code, said in CODES.get(column, {}).items():
            yield HEADERS[column], code, said


def _version(extract: Extract) -> Iterable[tuple[str, Any]]:
    yield "规则版本", reader_version()
    yield "观测", len(extract.rows)
    if extract.citation:
        yield "引用", extract.citation
    for key, said in extract.query.items():
        yield _ASKED[key], "、".join(said) if isinstance(said, list) else said

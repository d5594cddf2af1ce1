"""Excel files (.xlsx): each sheet as a table, cells as a reader sees them; observations if it has our columns."""

from datetime import date, datetime, time
from zipfile import BadZipFile

import regex
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from indicators.errors import DocumentError
from indicators.formats.content import Content
from indicators.formats.package import checked
from indicators.formats.rows import has_our_columns, read_rows, tables

_UNNAMED = regex.compile(r"(?:Sheet|工作表)\s?\d*")


def read(data: bytes) -> Content:
    """The visible sheets one after the other, each under its name; DocumentError where it is no Excel file."""
    try:
        book = load_workbook(checked(data), data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError):
        raise DocumentError("打不开这个 .xlsx：不是 Excel 文件，或已损坏；请重新另存为 .xlsx") from None
    sheets = []
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            name = "" if _UNNAMED.fullmatch(sheet.title) else sheet.title
            sheets.append((name, _rows(sheet)))
    book.close()
    for _, rows in sheets:
        if rows and has_our_columns(rows[0]):
            return read_rows(rows)
    return tables(sheets)


def _rows(sheet: Worksheet) -> list[list[str]]:
    """The cells up to the last that holds something; millions of cells may have been coloured behind it."""
    held = {place: cell for place, cell in sheet._cells.items() if cell.value is not None}
    if not held:
        return []
    width = max(column for _, column in held)
    rows: list[list[str]] = [[] for _ in range(max(row for row, _ in held))]
    for (row, column), cell in held.items():
        rows[row - 1] = rows[row - 1] or [""] * width
        rows[row - 1][column - 1] = _shown(cell)
    return rows


def _shown(cell: Cell) -> str:
    """A cell's value as text: 8.5% for 0.085 shown as a percentage, dates in ISO 8601, numbers to the digit."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (int, float)):
        percent = "%" in str(cell.number_format)
        return f"{value * 100:.12g}%" if percent else f"{value:.15g}"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else str(value)

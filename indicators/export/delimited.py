"""CSV in two flavours: for people (opens in Chinese Excel, harmless cells) and for programs (values untouched).

A spreadsheet runs text that starts with = + - @ as a formula: for people, such text gets an apostrophe in front.
Numbers stay as they are, a negative growth stays a number.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from indicators.export.extract import EXPORTED, Extract
from indicators.labels import HEADERS, shown

# a leading blank does not stop a spreadsheet, and the full-width signs count for some
_FORMULA = re.compile(r"[\s\u3000]*[=+\-@＝＋－＠]|[\t\r\n]")


def guarded(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet would take it for a formula.

    >>> guarded("=1+1"), guarded("四上企业")
    ("'=1+1", '四上企业')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def write_for_people(extract: Extract, path: Path) -> None:
    """UTF-8 with its mark, Chinese headers and codes, guarded text."""
    rows = ([_for_people(*cell) for cell in zip(EXPORTED, row, strict=True)] for row in cells(extract.rows))
    _write(path, "utf-8-sig", "\r\n", [[HEADERS[column] for column in EXPORTED], *rows])


def write_for_programs(extract: Extract, path: Path) -> None:
    """UTF-8 without mark, the table's own column names and codes, values untouched."""
    _write(path, "utf-8", "\n", [EXPORTED, *cells(extract.rows)])


def cells(rows: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """The cells of each row: text, numbers, dates as ISO 8601 text, "" where there is nothing."""
    for row in rows[list(EXPORTED)].astype(object).itertuples(index=False, name=None):
        yield tuple(_plain(cell) for cell in row)


def _plain(cell: Any) -> Any:
    if cell is pd.NaT or cell is None:
        return ""
    return cell.date().isoformat() if isinstance(cell, pd.Timestamp) else cell


def _for_people(column: str, cell: Any) -> Any:
    return guarded(shown(column, cell)) if isinstance(cell, str) else cell


def _write(path: Path, encoding: str, newline: str, rows: Any) -> None:
    with path.open("w", encoding=encoding, newline="") as out:
        csv.writer(out, lineterminator=newline).writerows(rows)

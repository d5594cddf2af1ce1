"""What the grids of the data page ask for as they scroll: observations, or groups of them, and what is said of all."""

from typing import Any

import pandas as pd
from dash import no_update

from dashboard.downloads.spreadsheets import CODES
from dashboard.grid.filters import filters_of
from dashboard.grid.grouping import group_rows, grouped
from dashboard.grid.selection import selected
from dashboard.grid.totals import Total, total_of
from dashboard.library import Library
from dashboard.state import Choice, DataChoice, DocumentChoice, link, onward
from dashboard.words import Words
from indicators import COLUMNS
from indicators.holdings import Labels
from indicators.spans import span_label

MOST_GROUPED, MOST_ADDED = 50_000, 5_000  # rows that are read for it
Answer = tuple[dict[str, Any], Any]


def rows_asked(library: Library, asked: dict[str, Any], choice: DataChoice) -> Answer:
    """The rows that the grid asks for, and, with the first of them, how many there are and what they add up to."""
    words = Words(choice.lang)
    found = selected(library, words, choice.q, asked.get("filterModel"), _order(asked))
    first, last = int(asked["startRow"]), int(asked["endRow"])
    part = library.observations(found[first:last])
    answer = {"rowData": shown_rows(library, part, choice, words), "rowCount": len(found)}
    return answer, no_update if first else said_of_rows(library, found, words)


def groups_asked(library: Library, asked: dict[str, Any], choice: DataChoice) -> Answer:
    """The groups that the grid asks for, and, with the first of them, how many there are of how many rows."""
    nothing: dict[str, Any] = {"rowData": [], "rowCount": 0}
    if not choice.by:
        return nothing, ""
    words = Words(choice.lang)
    found = selected(library, words, choice.q, filters_of(choice))
    if len(found) > MOST_GROUPED:
        return nothing, too_many(len(found), words)
    rows = library.observations(found)
    groups, numbers = grouped(rows, choice.by, _order(asked))
    part = groups.iloc[int(asked["startRow"]) : int(asked["endRow"])]
    answer = {"rowData": group_rows(library, rows, part, numbers, choice, words), "rowCount": len(groups)}
    said = words("{groups} 组，共 {rows} 行；点行数看各行。", groups=f"{len(groups):,}", rows=f"{len(rows):,}")
    return answer, said


def too_many(rows: int, words: Words) -> str:
    """What is said where there are more rows than are grouped at a time."""
    return words("共 {n} 行，一次最多把 {most} 行分组；请先搜索或筛选。", n=f"{rows:,}", most=f"{MOST_GROUPED:,}")


def said_of_rows(library: Library, found: Labels, words: Words) -> str:
    """How many rows of all are found and, where they are of one indicator, what they add up to, or why to nothing."""
    some, total = len(found), library.total
    if some == total:
        return words("共 {n} 行", n=f"{total:,}")
    said = words("{n} 行，共 {all} 行", n=f"{some:,}", all=f"{total:,}")
    summed = total_of(library, library.observations(found)) if some <= MOST_ADDED else Total("indicators")
    if summed.why_not in {"nothing", "indicators"}:
        return said
    return said + words("；实绩数值合计 {total}", total=summed.text(words))


def shown_rows(library: Library, rows: pd.DataFrame, here: Choice, words: Words) -> list[dict[str, Any]]:
    """Rows for the grid: the table's columns as shown, `period` as a reader says it, `place` the address of the figure
    in its document, `row` to tell them apart."""
    found: list[dict[str, Any]] = []
    for row, values in zip(rows.index, rows[list(COLUMNS)].itertuples(index=False), strict=True):
        cells = dict(zip(COLUMNS, values, strict=True))
        start, end = cells["period_start"], cells["period_end"]
        for column, names in CODES.items():
            cells[column] = words.code(names, cells[column])
        # a phrase that the catalogue does not know is its own name, as everywhere
        cells["indicator"] = library.title(cells["indicator"] or cells["indicator_text"], words.language)
        cells["period"] = span_label(start, end, words.language)
        cells["period_start"] = f"{start:%Y-%m-%d}" if start == start else ""
        cells["period_end"] = f"{end:%Y-%m-%d}" if end == end else ""
        place = onward(DocumentChoice, here, name=cells["document"], at=str(cells["start"]))
        found.append(cells | {"row": row, "place": link("/documents", place)})
    return found


def _order(asked: dict[str, Any]) -> str:
    """By which column a request wants its rows sorted: `value:desc`."""
    return next((f"{one['colId']}:{one['sort']}" for one in asked.get("sortModel") or []), "")

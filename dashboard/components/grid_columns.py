"""The columns of the grids on the data page: headers, widths, filters, which of them are shown."""

from typing import Any

from dashboard.downloads.spreadsheets import HEADERS
from dashboard.grid.grouping import COUNTED, GROUPS
from dashboard.state import DataChoice
from dashboard.words import Words
from indicators import COLUMNS

WIDTHS = {
    "park": 130,
    "indicator": 190,
    "period": 130,
    "value": 110,
    "unit": 90,
    "status": 84,
    "published": 116,
    "measure": 92,
    "basis": 100,
    "bound": 84,
    "indicator_text": 180,
    "sentence": 420,
    "document": 200,
    "name": 220,
    "latest": 150,
    "total": 240,
    "rows": 90,
    "documents": 110,
}
LEAST_WIDTH = 64
# A part of a park and a phrase that the catalogue does not know are shown in the cells of park and indicator.
HIDDEN = {"segment", "indicator_text", "value_base", "unit_base", "start", "end", "rule", "reasons"}
HIDDEN |= {"period_start", "period_end"}  # `period` says them
NUMBERS = {"value", "value_base", "start", "end", "rows", "documents"}
FIRST = ("park", "indicator", "period", "value", "unit", "status", "published", "measure", "basis", "bound")
ORDER = (*FIRST, *(column for column in COLUMNS if column not in FIRST))
# On a narrow screen these stand first (`assets/grid.js`): what is stated, of when and of what.
FIRST_ON_PHONES = ("value", "unit", "period", "indicator")
RENDERERS = {"value": "FigureLink", "rows": "FigureLink", "value_base": "Figure", "park": "Area"}
TIPS = {column: column for column in ("sentence", "document", "indicator_text", "name", "total")} | {
    "indicator": "indicator_text"
}


def shown_columns(choice: DataChoice) -> tuple[str, ...]:
    """The columns of the table that are shown, in its order: those chosen, or else the usual ones."""
    chosen = [column for column in ORDER if column in choice.columns]
    return tuple(chosen or (column for column in ORDER if column not in HIDDEN))


def column_title(column: str, words: Words) -> str:
    """What stands above a column."""
    return words("期间" if column == "period" else HEADERS[column])


def grid_columns(choice: DataChoice, words: Words) -> list[dict[str, Any]]:
    """The columns of the observations as the grid takes them, in the order of the table."""
    shown = shown_columns(choice)
    return [
        _column(column, column_title(column, words), choice)
        | {
            "hide": column not in shown,
            "filter": "agNumberColumnFilter" if column in NUMBERS else "agTextColumnFilter",
            "filterParams": {"maxNumConditions": 1, "debounceMs": 400, "buttons": ["reset"]},
            "context": {"onPhones": FIRST_ON_PHONES.index(column)} if column in FIRST_ON_PHONES else {},
        }
        for column in ORDER
    ]


def group_columns(choice: DataChoice, words: Words) -> list[dict[str, Any]]:
    """The columns of the groups: what they are grouped by, and what is said of each."""
    keys = [_column(key, words(GROUPS[key]), choice) for key in choice.by]
    return keys + [
        _column(column, words(title), choice) | {"sortable": column in NUMBERS, "flex": int(column == "total")}
        for column, title in COUNTED.items()
    ]


def _column(column: str, title: str, choice: DataChoice) -> dict[str, Any]:
    sorted_by, _, order = choice.sort.partition(":")
    made: dict[str, Any] = {"field": column, "headerName": title, "width": WIDTHS.get(column, 120)}
    if column in NUMBERS:
        made["type"] = "rightAligned"
    if column in RENDERERS and column not in choice.by:
        made["cellRenderer"] = RENDERERS[column]
    if column in TIPS:
        made["tooltipField"] = TIPS[column]
    return made | ({"sort": order} if column == sorted_by else {})

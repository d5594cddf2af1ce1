"""The columns of the grid on the data page: headers, widths, filters, which are hidden at first."""

from typing import Any

from dashboard.download import HEADERS
from dashboard.state import DataChoice
from dashboard.words import Words
from indicators import COLUMNS

WIDTHS = {
    "park": 130,
    "indicator_text": 180,
    "value": 110,
    "sentence": 420,
    "document": 200,
    "indicator": 190,
    "period": 150,
}
HIDDEN = {"value_base", "unit_base", "start", "end", "period_start", "period_end", "rule", "reasons"}
NUMBERS = {"value", "value_base", "start", "end"}


def grid_columns(choice: DataChoice, words: Words) -> list[dict[str, Any]]:
    """The columns as the grid takes them, in the order of the table, `period` before its two days."""
    order = list(COLUMNS)
    order.insert(order.index("period_start"), "period")
    headers = HEADERS | {"period": "期间"}
    sorted_by, _, order_wanted = choice.sort.partition(":")
    columns = [
        {
            "field": column,
            "headerName": words(headers[column]),
            "hide": column in HIDDEN,
            "width": WIDTHS.get(column, 120),
            "filter": "agNumberColumnFilter" if column in NUMBERS else "agTextColumnFilter",
            "filterParams": {"maxNumConditions": 1, "debounceMs": 400, "buttons": ["reset"]},
            "type": "rightAligned" if column in NUMBERS else None,
            "cellRenderer": "FigureLink" if column == "value" else None,
            "tooltipField": column if column in {"sentence", "document", "indicator_text"} else None,
            "sort": order_wanted if column == sorted_by else None,
        }
        for column in order
    ]
    return [{key: value for key, value in column.items() if value is not None} for column in columns]

"""The grid's filters as an address holds them: the JSON that the grid gives, one condition a column."""

import json
from typing import Any

from dashboard.state import DataChoice

Filters = dict[str, Any]


def filters_of(choice: DataChoice) -> Filters:
    """The filters that the choice holds, none where they cannot be read."""
    try:
        filters = json.loads(choice.filters or "{}")
    except (ValueError, RecursionError):
        return {}
    return filters if isinstance(filters, dict) else {}


def as_text(filters: Filters | None) -> str:
    """What an address says of these filters, "" of none."""
    return json.dumps(filters, ensure_ascii=False, sort_keys=True) if filters else ""


def equal_to(value: str) -> Filters:
    """The condition that a text is shown just so."""
    return {"filterType": "text", "type": "equals", "filter": value}


def in_year(year: str) -> Filters:
    """The condition that a day lies in a year; that there is none, where `year` is empty."""
    return {"filterType": "text"} | ({"type": "startsWith", "filter": year} if year else {"type": "blank"})

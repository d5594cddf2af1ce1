"""Which observations a reader of the grid asks for: words to search for, a filter a column, an order.

Filters compare with what is shown (实绩, not `actual`; 2019年上半年), as the grid sends them: one condition a column.
"""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.download import CODES
from dashboard.library import Library
from dashboard.words import Words
from indicators.spans import span_label

Mask = npt.NDArray[np.bool_]
SEARCHED = ("park", "segment", "indicator_text", "indicator", "measure", "status", "unit", "document", "sentence")
NUMBERS = {"value", "value_base", "start", "end"}

_TEXT: dict[str, Callable[[str, str], bool]] = {
    "contains": lambda shown, wanted: wanted in shown,
    "notContains": lambda shown, wanted: wanted not in shown,
    "equals": lambda shown, wanted: shown == wanted,
    "notEqual": lambda shown, wanted: shown != wanted,
    "startsWith": lambda shown, wanted: shown.startswith(wanted),
    "endsWith": lambda shown, wanted: shown.endswith(wanted),
    "blank": lambda shown, wanted: not shown,
    "notBlank": lambda shown, wanted: bool(shown),
}


def selected(
    library: Library, words: Words, q: str = "", filters: dict[str, Any] | None = None, sort: str = ""
) -> pd.DataFrame:
    """The observations, in the order asked for (`value:desc`) or that of the archive."""
    rows = library.observations
    keep: Mask = np.ones(len(rows), dtype=np.bool_)
    for word in q.split():
        keep &= _holds(library, rows, word.casefold(), words)
    for column, condition in (filters or {}).items():
        if isinstance(condition, dict) and (column in rows.columns or column == "period"):
            keep &= _meets(library, rows, column, condition, words)
    found = rows[keep]
    column, _, order = sort.partition(":")
    if column == "period":
        return found.sort_values(["period_end", "period_start"], ascending=order != "desc", kind="stable")
    if column in rows.columns:
        plain = column in NUMBERS or column.startswith("period_")
        key = None if plain else lambda shown: shown.astype("str")
        return found.sort_values(column, ascending=order != "desc", kind="stable", key=key)
    return found


def as_shown(library: Library, column: str, words: Words) -> Callable[[str], str]:
    """What the grid shows for a text of the table."""
    if column == "indicator":
        return lambda text: library.title(text, words.language)
    if column in CODES:
        return lambda text: words.code(CODES[column], text)
    return lambda text: text


def _holds(library: Library, rows: pd.DataFrame, word: str, words: Words) -> Mask:
    keep: Mask = np.zeros(len(rows), dtype=np.bool_)
    for column in SEARCHED:
        shown = as_shown(library, column, words)
        keep |= _by_text(rows[column], _holding(shown, word))
    return keep | _by_period(rows, lambda text: word in text.casefold(), words)


def _holding(shown: Callable[[str], str], word: str) -> Callable[[str], bool]:
    return lambda text: word in shown(text).casefold()


def _meets(library: Library, rows: pd.DataFrame, column: str, condition: dict[str, Any], words: Words) -> Mask:
    kind = str(condition.get("type", ""))
    if column in NUMBERS:
        return _by_number(rows[column].to_numpy(dtype="float64"), kind, condition)
    if kind not in _TEXT:
        return np.ones(len(rows), dtype=np.bool_)
    wanted, test, shown = str(condition.get("filter", "")).casefold(), _TEXT[kind], as_shown(library, column, words)
    if column == "period":
        return _by_period(rows, lambda text: test(text.casefold(), wanted), words)
    if column.startswith("period_"):
        days = rows[column].dt.strftime("%Y-%m-%d").fillna("")
        return _by_text(days, lambda text: test(text, wanted))
    return _by_text(rows[column], lambda text: test(shown(text).casefold(), wanted))


def _by_text(texts: pd.Series, test: Callable[[str], bool]) -> Mask:
    """Asks each different text once."""
    codes, different = pd.factorize(texts)
    met = np.array([test(str(text)) for text in different], dtype=np.bool_)
    return np.where(codes >= 0, met[codes], False) if len(met) else np.zeros(len(texts), dtype=np.bool_)


def _by_period(rows: pd.DataFrame, test: Callable[[str], bool], words: Words) -> Mask:
    pairs = rows.groupby(["period_start", "period_end"], dropna=False, sort=False)
    number = pairs.ngroup().to_numpy()
    firsts = rows[~pd.Series(number, index=rows.index).duplicated()]
    met: Mask = np.zeros(pairs.ngroups, dtype=np.bool_)
    for place, start, end in zip(
        pairs.ngroup()[firsts.index], firsts["period_start"], firsts["period_end"], strict=True
    ):
        met[place] = test(span_label(start, end, words.language))
    return met[number] if len(met) else np.zeros(len(rows), dtype=np.bool_)


def _by_number(values: npt.NDArray[np.float64], kind: str, condition: dict[str, Any]) -> Mask:
    low, high = _number(condition.get("filter")), _number(condition.get("filterTo"))
    if kind in {"blank", "notBlank"}:
        return np.isnan(values) == (kind == "blank")
    if math.isnan(low):
        return np.ones(len(values), dtype=np.bool_)
    tests: dict[str, Any] = {
        "equals": values == low,
        "notEqual": values != low,
        "greaterThan": values > low,
        "greaterThanOrEqual": values >= low,
        "lessThan": values < low,
        "lessThanOrEqual": values <= low,
        "inRange": (values >= low) & (values <= high),
    }
    found: Mask = tests.get(kind, np.ones(len(values), dtype=np.bool_))
    return found


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return math.nan

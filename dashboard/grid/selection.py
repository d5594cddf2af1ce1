"""Which observations a reader of the grid asks for: words to search for, a filter a column, an order.

Filters compare with what is shown (实绩, not `actual`; 2019年上半年), as the grid sends them: one condition a column.
"""

import math
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pandas as pd

from dashboard.downloads.spreadsheets import CODES
from dashboard.library import Library
from dashboard.words import Words
from indicators import COLUMNS
from indicators.conditions import NUMBER_TESTS, TEXT_TESTS, Condition, Either, Every, Not, Number, OneOf, Spans, Text
from indicators.holdings import Labels
from indicators.spans import span_label

SEARCHED = ("park", "segment", "indicator_text", "indicator", "measure", "status", "unit", "document", "sentence")
NUMBERS = {"value", "value_base", "start", "end"}
Test = Callable[[str], bool]


def selected(
    library: Library, words: Words, q: str = "", filters: dict[str, Any] | None = None, sort: str = ""
) -> Labels:
    """The labels of the observations, in the order asked for (`value:desc`) or that of the archive."""
    parts = [_holding(library, word.casefold(), words) for word in q.split()]
    for column, condition in (filters or {}).items():
        if isinstance(condition, dict) and column in (*COLUMNS, "period"):
            parts += _filter(library, column, condition, words)
    return library.matching(Every(tuple(parts)) if parts else None, sort)


def _holding(library: Library, word: str, words: Words) -> Condition:
    """The word is in one of the columns, or in the period."""
    parts = [_shown(library, column, "contains", word, words) for column in SEARCHED]
    return Either((*parts, _in_period(library, partial(_passes, "contains", word), words)))


def _filter(library: Library, column: str, condition: dict[str, Any], words: Words) -> Iterator[Condition]:
    """What a filter of the grid asks of its column; nothing where it cannot be understood."""
    kind, wanted = str(condition.get("type", "")), str(condition.get("filter", "")).casefold()
    if column in NUMBERS:
        low, high = _number(condition.get("filter")), _number(condition.get("filterTo"))
        if kind in NUMBER_TESTS and not math.isnan(low):
            yield Number(column, kind, low, high)
        elif kind == "blank":  # a row without its number there is not
            yield Either(())
    elif kind in TEXT_TESTS:
        passes = partial(_passes, kind, wanted)
        if column == "period":
            yield _in_period(library, passes, words)
        elif column.startswith("period_"):
            yield _on_day(library, column, passes)
        else:
            yield _shown(library, column, kind, wanted, words)


def _shown(library: Library, column: str, test: str, wanted: str, words: Words) -> Condition:
    """What the grid shows for a column passes a test."""
    if column == "indicator":
        shown = {name: library.title(name, words.language) for name in library.catalogue}
        passing = OneOf(column, frozenset(name for name, text in shown.items() if _passes(test, wanted, text)))
        unknown = OneOf(column, frozenset(("",)))  # it is shown as its phrase
        return Either((passing, Every((unknown, Text("indicator_text", test, wanted)))))
    if column in CODES:
        shown = {code: words.code(CODES[column], code) for code in ("", *CODES[column])}
    else:
        return Text(column, test, wanted)
    passing = OneOf(column, frozenset(code for code, text in shown.items() if _passes(test, wanted, text)))
    as_it_is = Every((Not(OneOf(column, frozenset(shown))), Text(column, test, wanted)))  # what a share is of, say
    return Either((passing, as_it_is))


def _passes(test: str, wanted: str, text: str) -> bool:
    return TEXT_TESTS[test](text.casefold(), wanted)


def _in_period(library: Library, test: Test, words: Words) -> Condition:
    """What is said of the period (2019年上半年) passes a test."""
    spans = library.spans.itertuples(index=False, name=None)
    found = [(start, end) for start, end in spans if test(span_label(start, end, words.language))]
    return Spans(frozenset((_date(start), _date(end)) for start, end in found))


def _on_day(library: Library, column: str, test: Test) -> Condition:
    spans = library.spans
    found = spans[[test("" if pd.isna(day) else f"{day:%Y-%m-%d}") for day in spans[column]]]
    return Spans(frozenset((_date(start), _date(end)) for start, end in found.itertuples(index=False, name=None)))


def _date(day: pd.Timestamp) -> Any:
    return None if pd.isna(day) else day.date()


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return math.nan

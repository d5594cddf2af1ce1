"""What observations have to be, said once: asked of a table in memory here, of a database in
`indicators.store.conditions`.

Texts are compared without regard to case. A column is one of the table's, or `name`: the indicator, or its phrase.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

Mask = npt.NDArray[np.bool_]

TEXT_TESTS: dict[str, Callable[[str, str], bool]] = {
    "contains": lambda text, wanted: wanted in text,
    "notContains": lambda text, wanted: wanted not in text,
    "equals": lambda text, wanted: text == wanted,
    "notEqual": lambda text, wanted: text != wanted,
    "startsWith": lambda text, wanted: text.startswith(wanted),
    "endsWith": lambda text, wanted: text.endswith(wanted),
    "blank": lambda text, wanted: not text,
    "notBlank": lambda text, wanted: bool(text),
}
NUMBER_TESTS: dict[str, Callable[[Any, float, float], Any]] = {
    "equals": lambda value, low, high: value == low,
    "notEqual": lambda value, low, high: value != low,
    "greaterThan": lambda value, low, high: value > low,
    "greaterThanOrEqual": lambda value, low, high: value >= low,
    "lessThan": lambda value, low, high: value < low,
    "lessThanOrEqual": lambda value, low, high: value <= low,
    "inRange": lambda value, low, high: (value >= low) & (value <= high),
}


@dataclass(frozen=True)
class OneOf:
    """The text of a column is one of these."""

    column: str
    values: frozenset[str]


@dataclass(frozen=True)
class Text:
    """The text of a column passes a test of `TEXT_TESTS` with what is wanted, which is in lower case."""

    column: str
    test: str
    wanted: str = ""


@dataclass(frozen=True)
class Number:
    """The number of a column passes a test of `NUMBER_TESTS`."""

    column: str
    test: str
    low: float
    high: float = math.nan


@dataclass(frozen=True)
class Days:
    """The day of a column lies between these, both included; None is no limit, and an unknown day lies nowhere."""

    column: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Spans:
    """The period is one of these (start, end), None where it is not known."""

    spans: frozenset[tuple[date | None, date | None]]


@dataclass(frozen=True)
class Every:
    """All of these hold."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Either:
    """One of these holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Not:
    """This does not hold."""

    part: "Condition"


Condition = OneOf | Text | Number | Days | Spans | Every | Either | Not


def met(condition: Condition, rows: pd.DataFrame) -> Mask:
    """Of each row of a table of observations with `name`, whether it meets the condition."""
    match condition:
        case Every(parts):
            return np.logical_and.reduce([met(part, rows) for part in parts]) & np.ones(len(rows), dtype=np.bool_)
        case Either(parts):
            return np.logical_or.reduce([met(part, rows) for part in parts]) | np.zeros(len(rows), dtype=np.bool_)
        case Not(part):
            return ~met(part, rows)
        case OneOf(column, values):
            return _by_text(rows[column], lambda text: text in values)
        case Text(column, test, wanted):
            passes = TEXT_TESTS[test]
            return _by_text(rows[column], lambda text: passes(text.casefold(), wanted))
        case Number(column, test, low, high):
            found: Mask = NUMBER_TESTS[test](rows[column].to_numpy(dtype="float64"), low, high)
            return found
        case Days(column, since, until):
            keep = rows[column].notna()
            keep &= (rows[column] >= pd.Timestamp(since)) if since else True
            keep &= (rows[column] <= pd.Timestamp(until)) if until else True
            return keep.to_numpy(dtype=np.bool_)
        case Spans(spans):
            return _by_span(rows, spans)


def _by_text(texts: pd.Series, test: Any) -> Mask:
    """Asks each different text once."""
    codes, different = pd.factorize(texts)
    passed = np.array([test(str(text)) for text in different], dtype=np.bool_)
    return np.where(codes >= 0, passed[codes], False) if len(passed) else np.zeros(len(texts), dtype=np.bool_)


def _by_span(rows: pd.DataFrame, spans: frozenset[tuple[date | None, date | None]]) -> Mask:
    starts, ends = ([None if day is pd.NaT else day.date() for day in rows[c]] for c in ("period_start", "period_end"))
    return np.fromiter((span in spans for span in zip(starts, ends, strict=True)), dtype=np.bool_, count=len(rows))

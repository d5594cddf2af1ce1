"""Observations -> series: one value for each thing measured in each period.

Texts repeat themselves and each other, round, and now and then disagree. `build_series` keeps one row for each key
(`KEY`) and says which observations confirm it and which are its rivals.

The rule by which a value is chosen:

0. What people have accepted, corrected or added (`review`) goes before what was only read; the rest of the rule chooses
   among those.
1. The *anchor* is what was published last; of several, the most exact one, then the one with the most decimals.
2. Of the observations that agree with the anchor, the most exact is taken, then the one with the most decimals, then
   the latest: a later 超千亿元 does not displace an earlier 1002.5亿元, which says the same and more.
3. Those that agree with what was taken *confirm* it; the others are its *rivals*. Nothing is averaged, nothing dropped.

Two values agree when they are equal within the rounding of the coarser, or when the bound of one allows the other.

Not rivals, and so part of the key: values whose base units differ (5条 and 9公里 of road), and the two ends of a range
(增长4.5%-5%), which a text states as one `at_least` and one `at_most`; the upper end has `edge` "upper".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from math import inf
from typing import Any

import pandas as pd

from indicators.spans import span_kind

KEY = (
    "park",
    "segment",
    "name",
    "measure",
    "basis",
    "status",
    "target_tier",
    "unit_base",
    "edge",
    "period_start",
    "period_end",
)
STATED = (
    "indicator",
    "indicator_text",
    "value",
    "unit",
    "value_base",
    "bound",
    "published",
    "document",
    "start",
    "end",
    "sentence",
    "rule",
    "confidence",
    "reasons",
    "review",
)
COLUMNS = ("series", *KEY, *STATED, "span", "row", "confirming", "rivals")

_ORDER = ("park", "segment", "name", "measure", "period_end", "period_start", "status", "target_tier")
_LAST = pd.Timestamp("2262-01-01")
_EXACTNESS = {"exact": 2, "about": 1, "at_least": 0, "at_most": 0}
_TEXT_COLUMNS = ("park", "segment", "indicator", "indicator_text", "measure", "basis", "unit", "unit_base")


@dataclass(frozen=True)
class _Statement:
    """What it takes to weigh observations against each other; `grain` is half a unit of the last digit."""

    row: int
    value: float
    grain: float
    decimals: int
    bound: str
    published: str
    decided: bool

    def agrees_with(self, other: "_Statement") -> bool:
        if self.bound == other.bound or {self.bound, other.bound} <= {"exact", "about"}:
            return abs(self.value - other.value) <= max(self.grain, other.grain) * 1.0001
        low, high = interval(self.value, self.bound)
        other_low, other_high = interval(other.value, other.bound)
        return low <= other_high and other_low <= high

    @property
    def exactness(self) -> tuple[int, int]:
        return _EXACTNESS.get(self.bound, 0), self.decimals


def interval(value: float, bound: str) -> tuple[float, float]:
    """Where the true value may lie: (1000, inf) for 超1000. A bound is one of size: 下降3%以上 is (-inf, -3).

    >>> interval(1000.0, "at_least")
    (1000.0, inf)
    """
    if bound not in {"at_least", "at_most"}:
        return value, value
    upwards = (bound == "at_least") == (value >= 0)
    return (value, inf) if upwards else (-inf, value)


def build_series(observations: pd.DataFrame) -> pd.DataFrame:
    """One row a key (`KEY`), with the columns `COLUMNS`, ordered by park, name, measure and period.

    `name` is the indicator's id, or its phrase where the catalogue does not know it. `series` is a short name of the
    row that stays the same as long as its key does. `row`, `confirming` and `rivals` hold labels of the index of
    `observations`: the one taken, a tuple, a tuple. `span` is the kind of the period (`indicators.spans`).
    """
    rows = _prepared(observations)
    series = pd.DataFrame(_settled(rows), columns=["row", "confirming", "rivals"])
    stated = rows.loc[series["row"], [*KEY, *STATED]].reset_index(drop=True)
    series = pd.concat([stated, series], axis="columns")
    series["series"] = _short_names(series)
    kinds = cache(span_kind)  # of few periods
    series["span"] = [
        kinds(start, end) for start, end in zip(series["period_start"], series["period_end"], strict=True)
    ]
    return _ordered(series[list(COLUMNS)])


def _ordered(series: pd.DataFrame) -> pd.DataFrame:
    """Sorted by `_ORDER`, unknown dates last. In Python, since that is faster for the few rows of a park."""
    columns = [series[column].fillna(_LAST) if column.startswith("period_") else series[column] for column in _ORDER]
    keys = list(zip(*(column.tolist() for column in columns), strict=True))
    return series.iloc[sorted(range(len(keys)), key=keys.__getitem__)].reset_index(drop=True)


def _settled(rows: pd.DataFrame) -> list[tuple[int, tuple[int, ...], tuple[int, ...]]]:
    """(Row taken, rows that confirm it, rows that rival it) of each key, in the order in which the keys come."""
    groups: dict[tuple[Any, ...], list[Any]] = {}
    for row, *key in zip(rows.index.tolist(), *(rows[column].tolist() for column in KEY), strict=True):
        groups.setdefault(tuple(key), []).append(row)  # NaT is one object, and so equal to itself as a part of a key
    several = [row for of in groups.values() if len(of) > 1 for row in of]
    stated = {statement.row: statement for statement in _statements(rows.loc[several])}
    return [(of[0], (), ()) if len(of) == 1 else _settle([stated[row] for row in of]) for of in groups.values()]


def _prepared(observations: pd.DataFrame) -> pd.DataFrame:
    rows = observations.copy()
    for column in {*_TEXT_COLUMNS, *KEY, *STATED} & set(rows.columns):
        if isinstance(rows[column].dtype, pd.CategoricalDtype):
            rows[column] = rows[column].astype(object)
    if "review" not in rows:
        rows["review"] = ""
    rows["name"] = rows["indicator"].where(rows["indicator"] != "", rows["indicator_text"])
    rows["edge"] = _edges(rows)
    return rows


def _edges(rows: pd.DataFrame) -> pd.Series:
    """`upper` for the upper end of a range: an `at_most` whose sentence states an `at_least` of the same thing."""
    if not rows["bound"].eq("at_most").any():
        return pd.Series("", index=rows.index, dtype=object)
    same = [*[column for column in KEY if column != "edge"], "document", "sentence"]
    has_floor = rows["bound"].eq("at_least").groupby([rows[c] for c in same], dropna=False).transform("any")
    return (rows["bound"].eq("at_most") & has_floor).map({True: "upper", False: ""})


def _settle(stated: Sequence[_Statement]) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    """(row taken, rows that confirm it, rows that rival it) by the rule above."""
    anchor = max(stated, key=lambda one: (one.decided, one.published, one.exactness, -one.row))
    agreeing = [one for one in stated if one is anchor or one.agrees_with(anchor)]
    best = max(agreeing, key=lambda one: (one.decided, one.exactness, one.published, -one.row))
    others = [one for one in stated if one is not best]
    confirming = tuple(one.row for one in others if one.agrees_with(best))
    rivals = tuple(one.row for one in others if not one.agrees_with(best))
    return best.row, confirming, rivals


def _statements(group: pd.DataFrame) -> Sequence[_Statement]:
    columns = ["value", "value_base", "bound", "published", "review"]
    found = []
    for row, value, base, bound, published, review in group[columns].itertuples(name=None):
        decimals = _decimals(value)
        scale = abs(base / value) if value else 1.0
        found.append(_Statement(row, base, 0.5 * 10.0**-decimals * scale, decimals, bound, published, review != ""))
    return found


def _decimals(value: float) -> int:
    """Decimals with which a value was written: 2 for 25.56, 0 for 1170.0."""
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])


def _short_names(series: pd.DataFrame) -> list[str]:
    """A short name of each row, from its key alone."""
    parts = [
        series[column].dt.strftime("%Y-%m-%d 00:00:00").fillna("").tolist()
        if column.startswith("period_")
        else series[column].tolist()
        for column in KEY
    ]
    return [blake2b("\x1f".join(key).encode(), digest_size=5).hexdigest() for key in zip(*parts, strict=True)]

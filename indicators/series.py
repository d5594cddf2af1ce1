"""Observations -> series: one value for each thing measured in each period.

Texts repeat themselves and each other, round, and now and then disagree. `build_series` keeps one row for each key
(`KEY`) and says which observations confirm it and which are its rivals.

The rule by which a value is chosen:

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
from hashlib import blake2b
from math import inf

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
)
COLUMNS = ("series", *KEY, *STATED, "span", "row", "confirming", "rivals")

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
    taken = [_settle(group) for _, group in rows.groupby(list(KEY), sort=False, dropna=False, observed=True)]
    series = pd.DataFrame(taken, columns=["row", "confirming", "rivals"])
    stated = rows.loc[series["row"], [*KEY, *STATED]].reset_index(drop=True)
    series = pd.concat([stated, series], axis="columns")
    series["series"] = [_short_name(key) for key in series[list(KEY)].itertuples(index=False)]
    series["span"] = [
        span_kind(start, end) for start, end in zip(series["period_start"], series["period_end"], strict=True)
    ]
    order = ["park", "segment", "name", "measure", "period_end", "period_start", "status", "target_tier"]
    return series[list(COLUMNS)].sort_values(order, kind="stable", ignore_index=True)


def _prepared(observations: pd.DataFrame) -> pd.DataFrame:
    rows = observations.copy()
    for column in {*_TEXT_COLUMNS, *KEY, *STATED} & set(rows.columns):
        if isinstance(rows[column].dtype, pd.CategoricalDtype):
            rows[column] = rows[column].astype("str")
    rows["name"] = rows["indicator"].where(rows["indicator"] != "", rows["indicator_text"])
    rows["edge"] = _edges(rows)
    return rows


def _edges(rows: pd.DataFrame) -> pd.Series:
    """`upper` for the upper end of a range: an `at_most` whose sentence states an `at_least` of the same thing."""
    same = [*[column for column in KEY if column != "edge"], "document", "sentence"]
    has_floor = rows["bound"].eq("at_least").groupby([rows[c] for c in same], dropna=False).transform("any")
    return (rows["bound"].eq("at_most") & has_floor).map({True: "upper", False: ""})


def _settle(group: pd.DataFrame) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    """(row taken, rows that confirm it, rows that rival it) by the rule above."""
    if len(group) == 1:
        return int(group.index[0]), (), ()
    stated = _statements(group)
    anchor = max(stated, key=lambda one: (one.published, one.exactness, -one.row))
    agreeing = [one for one in stated if one is anchor or one.agrees_with(anchor)]
    best = max(agreeing, key=lambda one: (one.exactness, one.published, -one.row))
    others = [one for one in stated if one is not best]
    confirming = tuple(one.row for one in others if one.agrees_with(best))
    rivals = tuple(one.row for one in others if not one.agrees_with(best))
    return best.row, confirming, rivals


def _statements(group: pd.DataFrame) -> Sequence[_Statement]:
    columns = ["value", "value_base", "bound", "published"]
    found = []
    for row, value, base, bound, published in group[columns].itertuples(name=None):
        decimals = _decimals(value)
        scale = abs(base / value) if value else 1.0
        found.append(_Statement(row, base, 0.5 * 10.0**-decimals * scale, decimals, bound, published))
    return found


def _decimals(value: float) -> int:
    """Decimals with which a value was written: 2 for 25.56, 0 for 1170.0."""
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])


def _short_name(key: tuple[object, ...]) -> str:
    said = "\x1f".join("" if part is pd.NaT else str(part) for part in key)
    return blake2b(said.encode(), digest_size=5).hexdigest()

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

Not rivals, and so part of the key: values whose base units differ (5条 and 9公里 of road); the two ends of a range
(增长4.5%-5%), which a text states as one `at_least` and one `at_most`; the upper end has `edge` "upper"; and distances
in points to what the table does not name (比全省高0.8个百分点, 慢于序时进度1.5个百分点): each has its size as `edge`,
for nobody can say which of them are of the same thing.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from math import inf
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.gazetteer import canonical
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


class _Statement(NamedTuple):
    """What it takes to weigh observations against each other; `grain` is half a unit of the last digit."""

    place: int
    value: float
    grain: float
    decimals: int
    bound: str
    exactness: int
    published: str
    decided: bool

    def agrees_with(self, other: "_Statement") -> bool:
        if self.bound == other.bound or {self.bound, other.bound} <= {"exact", "about"}:
            return abs(self.value - other.value) <= max(self.grain, other.grain) * 1.0001
        low, high = interval(self.value, self.bound)
        other_low, other_high = interval(other.value, other.bound)
        return low <= other_high and other_low <= high


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
    taken, confirming, rivals = _settled(rows)
    series = rows[[*KEY, *STATED]].take(taken)
    series = series.assign(row=rows.index[taken], confirming=_tuples(confirming), rivals=_tuples(rivals))
    series = series.iloc[_order(series)].reset_index(drop=True)
    kinds = cache(span_kind)  # of few periods
    spans = [kinds(start, end) for start, end in zip(series["period_start"], series["period_end"], strict=True)]
    # as objects, like all other texts here: they are looked at one by one
    series["series"], series["span"] = (pd.Series(texts, dtype=object) for texts in (short_names(series), spans))
    return series[list(COLUMNS)]


def _tuples(values: Sequence[tuple[int, ...]]) -> npt.NDArray[np.object_]:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def _order(series: pd.DataFrame) -> npt.NDArray[np.intp]:
    """The places of the rows, sorted by `_ORDER`, unknown dates last."""
    ranks = []
    for column in _ORDER:
        if column.startswith("period_"):
            ranks.append(series[column].fillna(_LAST).to_numpy().view("int64"))
            continue
        codes, different = pd.factorize(series[column])
        rank = np.empty(len(different), dtype=np.int64)
        rank[sorted(range(len(different)), key=list(different).__getitem__)] = np.arange(len(different))
        ranks.append(rank[codes])
    return np.lexsort(ranks[::-1])


def _settled(
    rows: pd.DataFrame,
) -> tuple[npt.NDArray[np.intp], list[tuple[int, ...]], list[tuple[int, ...]]]:
    """Of each key, in the order in which the keys come: the place of the row taken, and the labels of the rows that
    confirm it and of those that rival it."""
    numbers = _numbered(rows)
    _, taken, counts = np.unique(numbers, return_index=True, return_counts=True)  # numbers are in order of appearance
    confirming: list[tuple[int, ...]] = [()] * len(taken)
    rivals: list[tuple[int, ...]] = [()] * len(taken)
    several = np.flatnonzero(counts[numbers] > 1)
    groups: dict[int, list[_Statement]] = {}
    for number, statement in zip(numbers[several].tolist(), _statements(rows, several), strict=True):
        groups.setdefault(number, []).append(statement)
    labels = rows.index.tolist()
    for number, stated in groups.items():
        place, agree, differ = _settle(stated)
        taken[number] = place
        confirming[number], rivals[number] = (tuple(labels[one] for one in of) for of in (agree, differ))
    return taken, confirming, rivals


def _numbered(rows: pd.DataFrame) -> npt.NDArray[np.intp]:
    """The number of each row's key among the different ones, in the order in which they come."""
    numbers = np.zeros(len(rows), dtype=np.intp)
    for column in KEY:
        codes, different = pd.factorize(rows[column])
        numbers, _ = pd.factorize(numbers * (len(different) + 1) + codes + 1)  # a code of -1 is an unknown day
    return numbers


def _prepared(observations: pd.DataFrame) -> pd.DataFrame:
    rows = observations.copy()
    for column in {*_TEXT_COLUMNS, *KEY, *STATED} & set(rows.columns):
        if isinstance(rows[column].dtype, pd.CategoricalDtype):
            rows[column] = rows[column].astype(object)
    if "review" not in rows:
        rows["review"] = ""
    rows["park"] = rows["park"].map(canonical)
    rows["name"] = rows["indicator"].where(rows["indicator"] != "", rows["indicator_text"])
    rows["edge"] = _edges(rows)
    return rows


def _edges(rows: pd.DataFrame) -> pd.Series:
    """What else parts values that would have one key: the `upper` end of a range, the size of a distance in points."""
    edges = _upper_ends(rows)
    distant = rows["measure"].eq("change") & rows["unit_base"].eq("pp") & rows["basis"].eq("") & edges.eq("")
    if distant.any():
        edges = edges.mask(distant, rows["value"].map("points {:g}".format).astype(object))
    return edges


def _upper_ends(rows: pd.DataFrame) -> pd.Series:
    """`upper` for the upper end of a range: an `at_most` whose sentence states an `at_least` of the same thing."""
    edges = pd.Series("", index=rows.index, dtype=object)
    is_upper = rows["bound"].eq("at_most").to_numpy()
    if is_upper.any():
        bounds = np.flatnonzero(is_upper | rows["bound"].eq("at_least").to_numpy())
        of_bounds = rows.take(bounds)
        same = [*[column for column in KEY if column != "edge"], "document", "sentence"]
        floors = of_bounds["bound"].eq("at_least").groupby([of_bounds[c] for c in same], dropna=False).transform("any")
        edges.iloc[bounds[is_upper[bounds] & floors.to_numpy()]] = "upper"
    return edges


def _settle(stated: Sequence[_Statement]) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    """(Place taken, places that confirm it, places that rival it) by the rule above."""
    anchor = max(stated, key=lambda one: (one.decided, one.published, one.exactness, one.decimals, -one.place))
    agreeing = [one for one in stated if one is anchor or one.agrees_with(anchor)]
    best = max(agreeing, key=lambda one: (one.decided, one.exactness, one.decimals, one.published, -one.place))
    others = [one for one in stated if one is not best]
    agree = [one.agrees_with(best) for one in others]
    confirming = tuple(one.place for one, agrees in zip(others, agree, strict=True) if agrees)
    rivals = tuple(one.place for one, agrees in zip(others, agree, strict=True) if not agrees)
    return best.place, confirming, rivals


def _statements(rows: pd.DataFrame, places: npt.NDArray[np.intp]) -> Sequence[_Statement]:
    columns = ("value", "value_base", "bound", "published", "review")
    found = []
    for place, value, base, bound, published, review in zip(
        places.tolist(), *(rows[column].take(places).tolist() for column in columns), strict=True
    ):
        decimals = _decimals(value)
        grain = 0.5 * 10.0**-decimals * (abs(base / value) if value else 1.0)
        found.append(_Statement(place, base, grain, decimals, bound, _EXACTNESS.get(bound, 0), published, review != ""))
    return found


def _decimals(value: float) -> int:
    """Decimals with which a value was written: 2 for 25.56, 0 for 1170.0."""
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])


def short_names(series: pd.DataFrame) -> list[str]:
    """A short name of each row, from its key alone."""
    parts = [_days(series[column]) if column.startswith("period_") else series[column].tolist() for column in KEY]
    return [_shortened(key) for key in zip(*parts, strict=True)]


def short_name(row: Mapping[Any, Any]) -> str:
    """The short name of a row that is a record."""
    days = {column: "" if row[column] is pd.NaT else f"{row[column]:%Y-%m-%d} 00:00:00" for column in KEY[-2:]}
    return _shortened([days.get(column, row[column]) for column in KEY])


def _shortened(key: Iterable[str]) -> str:
    return blake2b("\x1f".join(key).encode(), digest_size=5).hexdigest()


def _days(days: pd.Series) -> list[str]:
    codes, different = pd.factorize(days)
    texts = [f"{day:%Y-%m-%d} 00:00:00" for day in different]
    return [texts[code] if code >= 0 else "" for code in codes.tolist()]

"""Values that nobody stated but that follow from what was stated, each with the values that it comes from.

Only exact values and values "about" are reckoned with; the result of an "about" is "about". A bound is carried only
from a growth target to the level that it implies. Growth at comparable prices is not growth of levels at current
prices: a derived growth stands beside a stated one, never in its place.

=================  ====================================================================================
``level``          last year's level, raised by the stated growth of the same period
``growth``         the growth between two levels of the same period a year apart
``part``           a quarter, half or month of a flow: this sum from January less the one before it
``share``          the level of a segment in the level of the whole
``implied_target`` last year's actual level, raised by a growth target
=================  ====================================================================================
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import Any

import pandas as pd

from indicators.known import RECKONED, Known, Row, place_of, year_before
from indicators.series import KEY
from indicators.spans import span_kind
from indicators.table import records

COLUMNS = ("method", *KEY, "value_base", "bound", "published", "inputs", "span")
METHODS = ("level", "growth", "part", "share", "implied_target")
_PARTS = frozenset({"quarter", "half", "month"})
Kind = Callable[[str], str]
_key = itemgetter(*KEY)
_ORDER = itemgetter("park", "segment", "name", "measure", "period_end", "method")
_span_kind = lru_cache(maxsize=10_000)(span_kind)


def derive(series: pd.DataFrame, kind: Kind) -> pd.DataFrame:
    """Derived values of the series (`indicators.series`), columns `COLUMNS`; none where the series states one itself.

    `kind` gives "flow", "stock", "rate" or "" of an indicator's name. `inputs` are the short names (`series`) of the
    values that it comes from; `published` is when the last of them was. `value_base` is in `unit_base`.
    """
    return pd.DataFrame(derived_rows(records(series), kind), columns=list(COLUMNS))


def derived_rows(series: Iterable[Row], kind: Kind) -> list[dict[str, Any]]:
    """The same of rows that are records, as records."""
    rows = [row for row in series if row["period_end"] is not pd.NaT and not row["edge"]]
    known = Known(rows)
    found = [*_levels(known), *_growths(known), *_parts(known, kind), *_shares(known), *_implied(known)]
    stated = set(map(_key, rows))
    new: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in found:
        if (key := _key(row)) not in stated:
            new.setdefault(key, row)
    return sorted(new.values(), key=_ORDER)


def _levels(known: Known) -> Iterator[dict[str, Any]]:
    for growth in _growth_rows(known, "actual"):
        if growth["bound"] in RECKONED:
            for base in known.levels_before(growth):
                value = base["value_base"] * (1 + growth["value_base"] / 100)
                yield _row("level", growth, value, (base, growth), measure="level", basis="", unit=base["unit_base"])


def _implied(known: Known) -> Iterator[dict[str, Any]]:
    for growth in _growth_rows(known, "target"):
        for base in known.levels_before(growth):
            value = base["value_base"] * (1 + growth["value_base"] / 100)
            made = _row(
                "implied_target", growth, value, (base, growth), measure="level", basis="", unit=base["unit_base"]
            )
            yield made | {"bound": growth["bound"] if base["bound"] == "exact" else "about"}


def _growth_rows(known: Known, status: str) -> Iterator[Row]:
    for row in known.rows:
        if (row["measure"], row["basis"], row["status"]) == ("growth", "yoy", status) and row["value_base"] > -100:
            yield row


def _growths(known: Known) -> Iterator[dict[str, Any]]:
    for level in known.levels():
        base = known.level(level, year_before(level["period_start"]), year_before(level["period_end"]))
        if base is not None:
            value = 100 * (level["value_base"] / base["value_base"] - 1)
            yield _row("growth", level, value, (base, level), measure="growth", basis="yoy", unit="%")


def _parts(known: Known, kind: Kind) -> Iterator[dict[str, Any]]:
    """Sums from January to two different days of one year give what lies between them."""
    sums: dict[tuple[Any, ...], list[Row]] = {}
    for level in known.levels():
        start = level["period_start"]
        from_january = start is not pd.NaT and (start.month, start.day) == (1, 1)
        if from_january and start.year == level["period_end"].year and kind(level["name"]) == "flow":
            sums.setdefault((place_of(level), level["unit_base"], start), []).append(level)
    for levels in sums.values():
        ordered = sorted(levels, key=lambda row: row["period_end"])
        for place, later in enumerate(ordered):
            for earlier in ordered[:place]:
                start = earlier["period_end"] + pd.Timedelta(days=1)
                value = later["value_base"] - earlier["value_base"]
                if value >= 0 and _span_kind(start, later["period_end"]) in _PARTS:
                    yield _row("part", later, value, (earlier, later), start=start)


def _shares(known: Known) -> Iterator[dict[str, Any]]:
    for part in known.levels():
        if part["segment"]:
            whole = known.level(part, part["period_start"], part["period_end"], segment="")
            if whole is not None and part["value_base"] <= whole["value_base"]:
                value = 100 * part["value_base"] / whole["value_base"]
                yield _row("share", part, value, (part, whole), measure="share", basis=part["park"], unit="%")


def _row(
    method: str,
    like: Row,
    value: float,
    inputs: tuple[Row, ...],
    measure: str | None = None,
    basis: str | None = None,
    unit: str | None = None,
    start: Any = None,
) -> dict[str, Any]:
    """A derived value of what `like` is of, but for what is said here."""
    row = {column: like[column] for column in KEY}
    row |= {
        "method": method,
        "value_base": value,
        "measure": like["measure"] if measure is None else measure,
        "basis": like["basis"] if basis is None else basis,
        "unit_base": like["unit_base"] if unit is None else unit,
        "period_start": like["period_start"] if start is None else start,
        "bound": "exact" if all(one["bound"] == "exact" for one in inputs) else "about",
        "published": max(one["published"] for one in inputs),
        "inputs": tuple(one["series"] for one in inputs),
    }
    return row | {"span": _span_kind(row["period_start"], row["period_end"])}

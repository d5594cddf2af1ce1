"""The values of a series, found by what they are of and when: what derived values and checks are reckoned from."""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from indicators.amounts import RATES

RECKONED = frozenset({"exact", "about"})
Row = Mapping[str, Any]


class Known:
    """The values of a series, found by what they are of."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self._levels: dict[tuple[Any, ...], Row] = {}
        self._units: dict[tuple[str, str, str], dict[str, None]] = {}  # of each place, those of its levels
        for row in rows:
            actual = (row["measure"], row["status"]) == ("level", "actual") and row["bound"] in RECKONED
            if actual and row["unit_base"] not in RATES and row["value_base"] > 0:
                self._levels[place_of(row), row["unit_base"], row["period_start"], row["period_end"]] = row
                self._units.setdefault(place_of(row), {})[row["unit_base"]] = None

    def levels(self) -> Iterator[Row]:
        """Actual amounts that can be reckoned with."""
        return iter(self._levels.values())

    def level(self, like: Row, start: Any, end: Any, unit: str = "", segment: str | None = None) -> Row | None:
        """The level of the same thing in another period, or of another segment."""
        place = (like["park"], like["segment"] if segment is None else segment, like["name"])
        return self._levels.get((place, unit or like["unit_base"], start, end))

    def levels_before(self, row: Row) -> list[Row]:
        """Levels, in whatever unit, of what `row` says, a year before its period."""
        start, end = year_before(row["period_start"]), year_before(row["period_end"])
        found = (self.level(row, start, end, unit) for unit in self._units.get(place_of(row), ()))
        return [level for level in found if level is not None]


def place_of(row: Row) -> tuple[str, str, str]:
    """Of whom and of what a row is: park, segment, name."""
    return row["park"], row["segment"], row["name"]


def year_before(day: Any) -> Any:
    """The same day a year before; the end of February stays one. NaT where there is no day.

    >>> year_before(pd.Timestamp("2024-02-29")), year_before(pd.Timestamp("2025-02-28"))
    (Timestamp('2023-02-28 00:00:00'), Timestamp('2024-02-29 00:00:00'))
    """
    if day is pd.NaT:
        return pd.NaT
    last = monthrange(day.year - 1, day.month)[1]
    return day.replace(year=day.year - 1, day=last if day.is_month_end else min(day.day, last))

"""What parks have promised: targets beside actuals, by year."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from dashboard.library.counts import PARKS_KEPT
from dashboard.library.figures import Figures
from dashboard.library.reckoned import Reckoned
from indicators.targets import answered_targets, match_targets, target_years, without_growth


class Promised(Figures, Reckoned):
    """The targets of one park; those of all are asked in `comparing.promises`."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._answered = lru_cache(maxsize=PARKS_KEPT)(self._answered_of)

    def targets(self, park: str, year: int) -> pd.DataFrame:
        """Targets beside actuals, see `indicators.targets.match_targets`; those with actuals first, then those of the
        whole park, in the catalogue's order. Growth that nobody stated is reckoned from the levels."""
        matched = self.matched(self._promising(park), park, year)
        matched["open"] = matched["verdict"].eq("none")
        matched = matched.sort_values(["open", "segment", "name"], key=self._places, kind="stable", ignore_index=True)
        return matched.drop(columns="open")

    def matched(self, rows: pd.DataFrame, park: str, year: int | None) -> pd.DataFrame:
        """The targets among these series rows of a park beside actuals; what is not stated is derived where it can."""
        matched = match_targets(rows, park, year, day=self.last_day)
        names = without_growth(matched)
        if not names:
            return matched
        return match_targets(rows, park, year, self.derived_of_several(park, names), self.last_day)

    def target_years(self, park: str) -> list[int]:
        """The years for which the park has targets, the latest first."""
        return list(target_years(self._promising(park), park))

    def current_target_year(self, park: str) -> int | None:
        """The latest year with targets that is no further off than the year after the last actual: one with a known
        actual if there is any. Plans for years to come are no targets of this year. None without targets."""
        last = self.census.last_actual(park)
        years = self.target_years(park)
        near = [year for year in years if pd.isna(last) or year <= last.year + 1]
        answered = [year for year in near if self._answered(park).get((park, year), 0)]
        return next(iter(answered or near), min(years, default=None))

    def main_target_year(self, park: str) -> int | None:
        """The year with most targets whose actual is known, then with most targets, then the latest; None if none."""
        counts, answered = target_years(self._promising(park), park), self._answered(park)
        return max(counts, key=lambda year: (answered.get((park, year), 0), counts[year], year), default=None)

    @property
    def parks_with_targets(self) -> list[str]:
        """Parks with at least one dated target, those with most first."""
        return list(self.census.parks_with_targets)

    def _answered_of(self, park: str) -> Mapping[tuple[str, int], int]:
        """(Park, year) -> number of its targets of which an actual is known."""
        return answered_targets(self._promising(park))

    def _promising(self, park: str) -> pd.DataFrame:
        """The series rows of the indicators that the park has dated targets of."""
        return self.built.several(park, self.census.names(park, targets=True))

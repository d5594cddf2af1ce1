"""What was promised of an indicator by all parks: targets beside actuals, best reached first.

The targets of one park are asked of the library itself.
"""

import pandas as pd

from dashboard.library import Library
from dashboard.library.census import Option
from indicators.targets import match_targets, target_years
from indicators.verdicts import less_is_better

ALL_YEARS = "all"
FEWEST_PARKS = 2  # of one park alone its own page says more


def indicators_with_targets(library: Library) -> list[Option]:
    """The indicators that parks have set targets for, with the number of parks: those first of which most parks say
    something beside the target as well."""
    parks, answered = library.census.with_targets(), library.census.with_targets(answered=True)
    names = sorted(parks, key=lambda name: (-min(parks[name], FEWEST_PARKS), -answered.get(name, 0), -parks[name]))
    return [Option(name, parks[name], name in library.catalogue) for name in names]


def years_of(library: Library, name: str) -> list[int]:
    """The years for which parks have targets of the indicator, the latest first."""
    rows = _rows(library, name)
    return sorted({year for park in rows["park"].unique() for year in target_years(rows, park)}, reverse=True)


def main_year(library: Library, name: str) -> str:
    """The latest year in which the actuals of two parks' targets are known; all years where there is none."""
    rows = _rows(library, name)
    for year in years_of(library, name):
        found = [match_targets(of_one, str(park), year) for park, of_one in rows.groupby("park", sort=False)]
        matched = pd.concat([one for one in found if len(one)] or found)
        if matched.loc[matched["verdict"] != "none", "park"].nunique() >= FEWEST_PARKS:
            return str(year)
    return ALL_YEARS


def promised(library: Library, name: str, year: int | None) -> pd.DataFrame:
    """Targets of all parks beside actuals, see `indicators.targets.match_targets`: amounts before rates, of each the
    best reached first, those without an actual last."""
    rows = _rows(library, name)
    found = [library.matched(of_one, str(park), year) for park, of_one in rows.groupby("park", sort=False)]
    matched = pd.concat([one for one in found if len(one)] or [match_targets(rows.iloc[:0], "", year)])
    if matched.empty:
        return matched
    matched = matched.reset_index(drop=True)
    wanted = zip(matched["measure"], matched["floor_bound"], matched["floor"].fillna(matched["stretch"]), strict=True)
    ahead = [-gap if less_is_better(*one) else gap for gap, one in zip(matched["gap"], wanted, strict=True)]
    order = matched.assign(unknown=matched["verdict"].eq("none"), rate=matched["attainment"].isna(), ahead=ahead)
    by = ["unknown", "rate", "attainment", "ahead", "period_end"]
    order = order.sort_values(by, ascending=[True, True, False, False, False], kind="stable", ignore_index=True)
    return order[list(matched.columns)]


def _rows(library: Library, name: str) -> pd.DataFrame:
    """The series rows of the indicator in the parks that have dated targets of it."""
    return library.rows_about(library.census.parks_with(name, "targets"), name)


def without_promise(library: Library, name: str, matched: pd.DataFrame) -> list[str]:
    """The parks of which the indicator is known, and no target of these is read."""
    promising = set(matched["park"])
    return [park for park in library.parks_with(name) if park not in promising]

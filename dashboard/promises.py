"""What was promised of an indicator by all parks: targets beside actuals, best reached first.

The targets of one park are asked of the library itself.
"""

from collections import Counter

import pandas as pd

from dashboard.library import Library, Option
from indicators.targets import less_is_better, match_targets, target_years

ALL_YEARS = "all"
FEWEST_PARKS = 2  # of one park alone its own page says more


def indicators_with_targets(library: Library) -> list[Option]:
    """The indicators that parks have set targets for, with the number of parks: those with most known actuals first."""
    targets = library.dated_targets
    parks = targets.groupby("name")["park"].nunique()
    reached = Counter[str]()
    for (name, _), count in library.answered_of_indicators.items():
        reached[name] += count
    names = sorted(parks.index, key=lambda name: (-min(parks[name], FEWEST_PARKS), -reached[name], -parks[name]))
    return [Option(name, int(parks[name]), name in library.catalogue) for name in names]


def years_of(library: Library, name: str) -> list[int]:
    """The years for which parks have targets of the indicator, the latest first."""
    targets = library.dated_targets
    of_one = targets[targets["name"] == name]
    years = {year for park in of_one["park"].unique() for year in target_years(of_one, park)}
    return sorted(years, reverse=True)


def main_year(library: Library, name: str) -> str:
    """The latest year in which the actuals of two parks' targets are known; all years where there is none."""
    for year in years_of(library, name):
        matched = promised(library, name, year)
        if matched.loc[matched["verdict"] != "none", "park"].nunique() >= FEWEST_PARKS:
            return str(year)
    return ALL_YEARS


def promised(library: Library, name: str, year: int | None) -> pd.DataFrame:
    """Targets of all parks beside actuals, see `indicators.targets.match_targets`: amounts before rates, of each the
    best reached first, those without an actual last."""
    targets = library.dated_targets
    parks = targets.loc[targets["name"] == name, "park"].unique()
    found = [match_targets(library.rows_about((park,), name), park, year) for park in parks]
    matched = pd.concat([one for one in found if len(one)] or [match_targets(library.series.iloc[:0], "", year)])
    if matched.empty:
        return matched
    matched = matched.reset_index(drop=True)
    wanted = zip(matched["measure"], matched["floor_bound"], matched["floor"].fillna(matched["stretch"]), strict=True)
    ahead = [-gap if less_is_better(*one) else gap for gap, one in zip(matched["gap"], wanted, strict=True)]
    order = matched.assign(unknown=matched["verdict"].eq("none"), rate=matched["attainment"].isna(), ahead=ahead)
    by = ["unknown", "rate", "attainment", "ahead", "period_end"]
    order = order.sort_values(by, ascending=[True, True, False, False, False], kind="stable", ignore_index=True)
    return order[list(matched.columns)]


def without_promise(library: Library, name: str, matched: pd.DataFrame) -> list[str]:
    """The parks of which the indicator is known, and no target of these is read."""
    promising = set(matched["park"])
    return [park for park in library.parks_with(name) if park not in promising]

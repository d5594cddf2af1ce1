"""The middle of a group of parks, year by year, in the form in which values are shown."""

import pandas as pd

from dashboard.comparing.forms import EXACT, complete_sums, first_common_year, yearly_levels
from dashboard.comparing.groups import LEAST_PARKS, members
from dashboard.library import Library
from dashboard.state import TrendChoice


def medians(library: Library, choice: TrendChoice, stated: pd.DataFrame) -> pd.DataFrame:
    """The middle of the group's whole years: `measure`, `unit_base`, `year`, `value_base` and the number of `parks`;
    years of which fewer than three are known are left out.

    `stated` are the rows of the parks chosen. As an index each member has 100 in the year in which those have; as a
    part its value is set against their sum.
    """
    rows = _whole_years(library, choice)
    if choice.form != "stated":
        rows = _in_form(rows, choice.form, yearly_levels(stated))
    grouped = rows.groupby(["measure", "unit_base", "year"], as_index=False)
    found = grouped.agg(value_base=("value_base", "median"), parks=("park", "nunique"))
    return found[found["parks"] >= LEAST_PARKS]


def _whole_years(library: Library, choice: TrendChoice) -> pd.DataFrame:
    """The actuals of whole years of the whole parks of the group, with `year`; one a park, measure and unit."""
    rows = library.trend(members(library, choice.median), choice.indicator, choice.measure)
    rows = rows[(rows["status"] == "actual") & (rows["segment"] == "") & (rows["edge"] == "")]
    rows = rows[rows["bound"].isin(EXACT)]
    rows = rows[rows["span"].eq("year") | (rows["kind"].eq("stock") & rows["span"].eq("point"))]
    rows = rows[(rows["measure"] != "growth") | (rows["basis"] == "yoy")]
    rows = rows.assign(year=rows["period_end"].dt.year)
    return rows.drop_duplicates(["park", "measure", "unit_base", "year"], keep="last")


def _in_form(rows: pd.DataFrame, form: str, chosen: pd.DataFrame) -> pd.DataFrame:
    """The rows with their levels in the form that the yearly levels of the parks `chosen` have."""
    rest, levels = rows[rows["measure"] != "level"], rows[rows["measure"] == "level"]
    levels = levels[levels["unit_base"].isin(chosen["unit_base"])]
    if form == "index":
        base = levels[levels["year"] == first_common_year(chosen)].set_index("park")["value_base"]
        whole, unit = levels["park"].map(base), "index"
    else:
        whole, unit = levels["year"].map(complete_sums(chosen)), "%"
    known = whole.notna() & (whole != 0)
    made = levels[known].assign(measure=form, unit_base=unit, value_base=(levels["value_base"] / whole * 100)[known])
    return pd.concat([made, rest], ignore_index=True)

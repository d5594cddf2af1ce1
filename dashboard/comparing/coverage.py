"""What is known and what is not: figures by park, indicator and year, and what is no longer found of whom.

A year is the one in which a period ends; targets do not count. A document counts once a park, indicator and year: what
is `counted` here has the columns `indicators.holdings.KNOWN`.
"""

import pandas as pd

LEAST_YEARS = 3  # fewer are no habit that could end
SILENT_YEARS = 2  # a year without is a gap, two are silence


def matrix(counted: pd.DataFrame, park: str = "", name: str = "") -> tuple[str, pd.DataFrame]:
    """What the rows are ("name" or "park"), and a table of them by year, best known first; NaN where nothing is known.

    Of a park its indicators, of an indicator its parks, each with the number of documents; of neither the parks, with
    the number of indicators.
    """
    if park:
        of_one, rows, values = counted[counted["park"] == park], "name", "documents"
    elif name:
        of_one, rows, values = counted[counted["name"] == name], "park", "documents"
    else:
        of_one, rows, values = counted, "park", "documents"
        of_one = counted.groupby(["park", "year"], as_index=False).agg(documents=("name", "nunique"))
    table = of_one.pivot(index=rows, columns="year", values=values)
    if table.empty:
        return rows, table
    table = table.reindex(columns=range(int(table.columns.min()), int(table.columns.max()) + 1))
    order = table.notna().sum(axis="columns").sort_values(ascending=False, kind="stable").index
    return rows, table.loc[order]


def silent(counted: pd.DataFrame) -> pd.DataFrame:
    """What was read of a park in several years and no longer is: `park`, `name`, `since` (the last year known), `years`
    known, `until` (the last year of which anything of the park is). The longest habits first.

    What was read with low confidence makes no habit and no later year; but it breaks a silence.
    """
    certain = counted[counted["certain"] > 0]
    if certain.empty:
        return pd.DataFrame(columns=["park", "name", "since", "years", "until"])
    habits = certain.groupby(["park", "name"]).agg(years=("year", "nunique"))
    habits = habits.join(counted.groupby(["park", "name"]).agg(since=("year", "max"))).reset_index()
    habits["until"] = habits["park"].map(certain.groupby("park")["year"].max())
    given_up = habits[(habits["years"] >= LEAST_YEARS) & (habits["until"] - habits["since"] >= SILENT_YEARS)]
    order = ["years", "since", "park"]
    return given_up.sort_values(order, ascending=[False, False, True], kind="stable", ignore_index=True)

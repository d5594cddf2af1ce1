"""How widely the parks spread in each year, and which parks those are: seldom the same ones."""

from typing import Any

import pandas as pd

LEAST_PARKS = 3  # the middle of two says nothing


def yearly(rows: pd.DataFrame) -> pd.DataFrame:
    """The `comparable` rows (`comparing.snapshot`) of whole years, one a park and year, with `year`; bounds are left
    out."""
    of_years = rows[~rows["period"].str.contains(":") & rows["bound"].isin(["exact", "about"])]
    of_years = of_years.drop_duplicates(["park", "period"], keep="last")
    return of_years.assign(year=of_years["period"].astype("int64"))


def spread(rows: pd.DataFrame) -> pd.DataFrame:
    """For each year of which three parks at least are known: `low`, `quarter`, `middle`, `three_quarters`, `high` in
    base units, the number of `parks`, and whether they are the `same` ones as in the year before."""
    of_years = yearly(rows)
    grouped = of_years.groupby("year")
    values = grouped["value_base"]
    by_year: dict[Any, frozenset[str]] = grouped["park"].agg(frozenset).to_dict()
    found = pd.DataFrame(
        {
            "low": values.min(),
            "quarter": values.quantile(0.25),
            "middle": values.median(),
            "three_quarters": values.quantile(0.75),
            "high": values.max(),
            "parks": values.size(),
            "same": [set_of == by_year.get(year - 1) for year, set_of in by_year.items()],
        }
    )
    return found[found["parks"] >= LEAST_PARKS].reset_index()


def spread_by_park(rows: pd.DataFrame) -> pd.DataFrame:
    """What `spread` is made of: the rows of its years with its columns beside them, by year, the greatest first."""
    beside = spread(rows).drop(columns="same")
    found = yearly(rows).merge(beside, on="year")
    return found.sort_values(["year", "value_base"], ascending=[True, False], kind="stable", ignore_index=True)

"""The figure by which an indicator of a park is known best: the freshest level, and growth where there is none.

Of levels that end on one day the one that began first in its year says most: 1—8月 rather than 8月. What was reached in
several years together (十年累计) stands back behind whatever is known of any single one, and a multiple or a share of
an amount is no level of it (`indicators.amounts`).
"""

from collections.abc import Callable, Iterable

import pandas as pd

from dashboard.rows import Record
from indicators.amounts import fits

TOGETHER = frozenset({"years", "open"})  # spans of which nobody can say how much of it is of late


def freshest(rows: pd.DataFrame, unit_of: Callable[[str], str]) -> pd.DataFrame:
    """One row a name of series rows, in no order: actuals of whole parks, a level where there is one, else yoy growth.

    `unit_of` gives the base unit that a name has in the catalogue, "" where it has none.
    """
    rows = rows[(rows["segment"] == "") & (rows["status"] == "actual") & (rows["edge"] == "")]
    rows = rows[rows["period_end"].notna()]
    is_level, is_growth = rows["measure"] == "level", (rows["measure"] == "growth") & (rows["basis"] == "yoy")
    found = by_freshness(rows[is_level | is_growth], unit_of)
    return found[found["is_level"] | (found["measure"] == "growth")].groupby("name").tail(1)


def by_freshness(rows: pd.DataFrame, unit_of: Callable[[str], str]) -> pd.DataFrame:
    """Dated rows with `name`, `kind` and `span`, those by which a name is known best last, and whether each `is_level`
    of its name."""
    units = rows["name"].map(unit_of).astype(object)
    pairs = zip(rows["unit_base"], units, strict=True)
    is_level = (rows["measure"] == "level") & pd.Series([fits(*pair) for pair in pairs], rows.index, dtype=bool)
    is_stock = rows["kind"] == "stock"
    began = rows["period_start"].dt.as_unit("s").astype("int64")
    ranked = rows.assign(
        is_level=is_level,
        is_of_late=~(rows["span"].isin(TOGETHER) & ~is_stock),
        is_usual=rows["unit_base"] == units,
        reach=began.where(is_stock, -began),
    )
    order = ["is_of_late", "is_level", "period_end", "is_usual", "reach"]
    return ranked.sort_values(order, kind="stable")


def growth_since(rows: Iterable[Record], day: pd.Timestamp) -> Record | None:
    """The freshest yoy growth of the whole park in a period that ends after `day`, None where there is none."""
    later = [
        row
        for row in rows
        if (row["segment"], row["status"], row["edge"]) == ("", "actual", "")
        and (row["measure"], row["basis"]) == ("growth", "yoy")
        and row["span"] not in TOGETHER
        and row["period_end"] is not pd.NaT
        and row["period_end"] > day
    ]
    return max(later, key=lambda row: (row["period_end"], -row["period_start"].toordinal()), default=None)

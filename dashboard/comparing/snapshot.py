"""One figure a park: what is known of an indicator in one period.

A period is a year ("2024": whole years, and of a stock its dates in that year) or the same months of a year
("2024:1-6"). Values of another base unit than most parks' are left out: 5条 of road is not compared with 9公里.
"""

from collections.abc import Sequence

import pandas as pd

from dashboard.comparing.forms import months_label
from dashboard.library import Library
from indicators.amounts import fits

LEAST_TO_COMPARE = 2


def comparable(library: Library, parks: Sequence[str], indicator: str, measure: str) -> pd.DataFrame:
    """The actual values of whole parks, with `period`; of a growth the one on the year before, of a change that of the
    year, of levels and changes those that are of the indicator itself and no multiple, share or growth of it. Ends of
    ranges and distances to other areas, which have an `edge`, are left out."""
    rows = library.rows_about(parks, indicator)
    rows = rows[(rows["segment"] == "") & (rows["status"] == "actual") & (rows["measure"] == measure)]
    rows = rows[(rows["edge"] == "") & rows["period_end"].notna()]
    if measure == "growth":
        rows = rows[rows["basis"] == "yoy"]
    if measure == "change":
        rows = rows[rows["basis"].isin(["", "yoy"])]
    if measure in {"level", "change"}:
        unit = library.unit_of(indicator)
        rows = rows[rows["unit_base"].map(lambda base: fits("%" if base == "pp" else base, unit)).astype(bool)]
    if rows.empty:
        return rows.assign(period="")
    rows = rows[rows["unit_base"] == rows["unit_base"].mode().iloc[0]]
    spans = zip(rows["period_start"], rows["period_end"], rows["span"], rows["kind"], strict=True)
    rows = rows.assign(period=[_period(start, end, span, kind) for start, end, span, kind in spans])
    return rows[rows["period"] != ""].sort_values("period_end", kind="stable")


def periods(rows: pd.DataFrame) -> list[str]:
    """The periods of `comparable` rows that at least two parks have: whole years first, the latest first."""
    counts = rows.groupby("period")["park"].nunique()
    known = [str(period) for period in counts[counts >= LEAST_TO_COMPARE].index]
    return sorted(known, key=lambda period: (":" not in period, period), reverse=True)


def main_period(rows: pd.DataFrame) -> str:
    """The period of which most parks are known, the latest of such, a whole year before others; "" if no period is
    known of two."""
    return _fullest(periods(rows), rows)


def paired_period(up: pd.DataFrame, across: pd.DataFrame) -> str:
    """The same where two things are compared: the period of which most parks have both; "" where none has."""
    both = up.merge(across[["park", "period"]].drop_duplicates(), on=["park", "period"])
    return _fullest([period for period in periods(up) if period in set(both["period"])], both)


def _fullest(known: Sequence[str], rows: pd.DataFrame) -> str:
    counts = rows.groupby("period")["park"].nunique()
    return max(known, key=lambda period: counts[period], default="")


def snapshot(rows: pd.DataFrame, period: str) -> pd.DataFrame:
    """One row a park of `comparable` rows, the latest of the period, greatest first, with `rank`."""
    chosen = rows[rows["period"] == period].drop_duplicates("park", keep="last")
    chosen = chosen.sort_values("value_base", ascending=False, kind="stable", ignore_index=True)
    return chosen.assign(rank=chosen["value_base"].rank(ascending=False, method="min").astype("int64"))


def period_label(period: str, language: str) -> str:
    """How a reader says a period.

    >>> period_label("2024", "zh"), period_label("2024:1-6", "zh"), period_label("2024:1-6", "en")
    ('2024年', '2024年上半年', 'H1 2024')
    """
    year, _, months = period.partition(":")
    if not months:
        return f"{year}年" if language == "zh" else year
    first, _, last = months.partition("-")
    said = months_label((int(first), int(last)), language)
    return f"{year}年{said}" if language == "zh" else f"{said} {year}"


def _period(start: pd.Timestamp, end: pd.Timestamp, span: str, kind: str) -> str:
    if span == "year" or span == "point" or (kind == "stock" and span == "month"):
        return str(end.year)
    if span in {"half", "quarter", "month", "year_to_date", "part"} and start.day == 1 and end.is_month_end:
        return f"{end.year}:{start.month}-{end.month}"
    return ""

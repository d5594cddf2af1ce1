"""Where a value stands on the time axis, what mark it gets, and to which others a line may join it.

A mark says what kind of time its value is about:

========  ============================================  ==========================================
mark      a value of                                    drawn as
========  ============================================  ==========================================
year      a whole year                                  filled circle in the middle of its year
part      part of a year (上半年, 1—5月)                 open diamond, with a bar over its months
date      a stock on a day, or in the month or year     filled square on its day (or in the middle
          that stands for the day                       of that month or year)
years     several years together (十三五累计)            bar over its years
open      all up to a day, from nobody says when        triangle pointing back, on that day
========  ============================================  ==========================================

Lines join whole years to whole years, and stocks to stocks, of one series; nothing else. A missing year is bridged by
a thin dashed line, two or more are not bridged at all. Bounds (超1000) are no values to draw a line through.
"""

import pandas as pd

from indicators.spans import PART_YEAR

ONE_DAY = pd.Timedelta(days=1)
# Stocks are counted on odd days; a step of up to a year and a half is one year's, of up to two and a half leaves one
# out.
SOLID_DAYS, DASHED_DAYS = 550, 915


def place(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` of series with `mark`, `x`, and `since` and `until`, the ends of its bar; what has no date is left out."""
    rows = rows[rows["period_end"].notna()].copy()
    rows["mark"] = [_mark(span, kind) for span, kind in zip(rows["span"], rows["kind"], strict=True)]
    rows["since"] = rows["period_start"].fillna(rows["period_end"])
    rows["until"] = rows["period_end"] + ONE_DAY
    middle = rows["since"] + (rows["until"] - rows["since"]) / 2
    on_a_day = (rows["span"] == "point") | (rows["mark"] == "open")
    rows["x"] = middle.where(~on_a_day, rows["period_end"])
    return rows.sort_values("x", kind="stable", ignore_index=True)


def joints(rows: pd.DataFrame) -> list[tuple[pd.DataFrame, bool]]:
    """Pairs of neighbours that a line may join, and whether it is solid, among the placed `rows` of one series."""
    found = []
    joinable = rows[(rows["status"] == "actual") & rows["bound"].isin(["exact", "about"])]
    for mark in ("year", "date"):
        of_mark = joinable[joinable["mark"] == mark]
        for _, track in of_mark.groupby(["measure", "basis", "unit_base"], sort=False):
            track = track.drop_duplicates("x", keep=False) if mark == "date" else track
            for first, second in zip(range(len(track) - 1), range(1, len(track)), strict=True):
                pair = track.iloc[[first, second]]
                step = (pair["x"].iloc[1] - pair["x"].iloc[0]).days
                if 0 < step <= DASHED_DAYS:
                    found.append((pair, step <= SOLID_DAYS))
    return found


def _mark(span: str, kind: str) -> str:
    if span == "point" or (kind == "stock" and span in {"month", "year"}):
        return "date"
    if span in {"year", "years", "open"}:
        return span
    if span in PART_YEAR:
        return "part"
    raise ValueError(f"a period of kind {span!r} has no place on a time axis")

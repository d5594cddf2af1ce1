"""Where a value stands on the time axis, what mark it gets, and to which others a line may join it.

A mark says what kind of time its value is about:

========  ============================================  ==========================================
mark      a value of                                    drawn as
========  ============================================  ==========================================
year      a whole year                                  filled circle in the middle of its year
part      part of a year (上半年, 1—5月)                 open diamond, with a bar over its months; of an amount
                                                        that grows from 1 January, on the period's last day
date      a stock on a day, or in the month or year     filled square on its day (or in the middle
          that stands for the day                       of that month or year)
years     several years together (十三五累计)            bar over its years
open      all up to a day, from nobody says when        triangle pointing back, on that day
========  ============================================  ==========================================

Lines join whole years to whole years, and stocks to stocks, of one series; nothing else. A missing year is bridged by
a thin dashed line, two or more are not bridged at all. Bounds (超1000) are no values to draw a line through.

Amounts that grow through the year (1—3月, 上半年, 1—9月) are `cumulative`: a thin grey saw tooth rises from nothing on
1 January through them to the year's total on 31 December, and falls back.
"""

from collections import Counter
from itertools import pairwise

import pandas as pd

from indicators.spans import PART_YEAR

Stroke = tuple[list[pd.Timestamp], list[float]]  # times and values in base units, joined by a line

ONE_DAY = pd.Timedelta(days=1)
# Stocks are counted on odd days; a step of up to a year and a half is one year's, of up to two and a half leaves one
# out.
SOLID_DAYS, DASHED_DAYS = 550, 915


def place(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` of series with `method` ("" of what was stated), `mark`, `x`, `since` and `until` (the ends of its bar)
    and whether it is `cumulative`; what has no date is left out."""
    rows = rows[rows["period_end"].notna()].copy()
    if "method" not in rows:
        rows["method"] = pd.Series("", index=rows.index, dtype=object)
    marks = [_mark(span, kind) for span, kind in zip(rows["span"], rows["kind"], strict=True)]
    rows["mark"] = pd.Series(marks, index=rows.index, dtype=object)
    rows["since"] = rows["period_start"].fillna(rows["period_end"])
    rows["until"] = rows["period_end"] + ONE_DAY
    middle = rows["since"] + (rows["until"] - rows["since"]) / 2
    on_a_day = (rows["span"] == "point") | (rows["mark"] == "open")
    from_january = (rows["since"].dt.month == 1) & (rows["since"].dt.day == 1)
    amount = (rows["kind"] != "rate") & (rows["measure"] == "level") & ~rows["unit_base"].isin(["%", "pp", "ratio"])
    rows["cumulative"] = (rows["mark"] == "part") & from_january & amount & (rows["status"] == "actual")
    rows["x"] = middle.where(~on_a_day & ~rows["cumulative"], rows["period_end"])
    return rows.sort_values("x", kind="stable", ignore_index=True)


def joints(rows: pd.DataFrame) -> list[tuple[Stroke, bool]]:
    """Strokes between neighbours that a line may join, and whether it is solid, among the placed `rows` of one
    series."""
    tracks: dict[tuple[str, ...], list[tuple[pd.Timestamp, float]]] = {}
    of_one = zip(*(rows[column].tolist() for column in ("mark", "measure", "basis", "unit_base")), strict=True)
    values = (rows[column].tolist() for column in ("status", "bound", "x", "value_base"))
    for key, status, bound, x, value in zip(of_one, *values, strict=True):
        if status == "actual" and bound in {"exact", "about"} and key[0] in {"year", "date"}:
            tracks.setdefault(key, []).append((x, value))
    found: list[tuple[Stroke, bool]] = []
    for (mark, *_), points in tracks.items():
        said = Counter(x for x, _ in points)
        alone = [point for point in points if mark != "date" or said[point[0]] == 1]
        for (x, value), (next_x, next_value) in pairwise(alone):
            step = (next_x - x).days
            if 0 < step <= DASHED_DAYS:
                found.append((([x, next_x], [value, next_value]), step <= SOLID_DAYS))
    return found


def saw_teeth(rows: pd.DataFrame) -> list[Stroke]:
    """For each year with cumulative values the line through them, as times and values in base units: from nothing on
    1 January to the year's total, where that is known. Bounds are left out, and so is a value below one before it."""
    known = rows[rows["bound"].isin(["exact", "about"]) & (rows["status"] == "actual") & (rows["measure"] == "level")]
    known = known[known["cumulative"] | (known["mark"] == "year")].sort_values("period_end", kind="stable")
    teeth: dict[tuple[int, str], Stroke] = {}
    columns = [known[column] for column in ("period_end", "unit_base", "value_base", "cumulative")]
    for end, base, value, is_part in zip(*columns, strict=True):
        if is_part:
            teeth.setdefault((end.year, base), ([pd.Timestamp(end.year, 1, 1)], [0.0]))
        times, values = teeth.get((end.year, base), ([], []))
        if times and end > times[-1] and value >= values[-1]:
            times.append(end)
            values.append(float(value))
    return list(teeth.values())


def _mark(span: str, kind: str) -> str:
    if span == "point" or (kind == "stock" and span in {"month", "year"}):
        return "date"
    if span in {"year", "years", "open"}:
        return span
    if span in PART_YEAR:
        return "part"
    raise ValueError(f"a period of kind {span!r} has no place on a time axis")

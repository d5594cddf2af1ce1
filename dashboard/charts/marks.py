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
a thin dashed line, two or more are not bridged at all. Bounds (超1000) are no values to draw a line through, nor
are distances to other areas (高于全省1.2个百分点).

Amounts that grow through the year (1—3月, 上半年, 1—9月) are `cumulative`: a thin grey saw tooth rises from nothing on
1 January through them to the year's total on 31 December, and falls back.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd

from dashboard.rows import Record
from indicators.spans import PART_YEAR
from indicators.table import records

Stroke = tuple[list[pd.Timestamp], list[float]]  # times and values in base units, joined by a line
Placed = dict[Any, Any]  # a row of a series with what `place` adds

ONE_DAY = pd.Timedelta(days=1)
# Stocks are counted on odd days; a step of up to a year and a half is one year's, of up to two and a half leaves one
# out.
SOLID_DAYS, DASHED_DAYS = 550, 915


def place(rows: pd.DataFrame) -> list[Placed]:
    """`rows` of series with `method` ("" of what was stated), `mark`, `x`, `since` and `until` (the ends of its bar)
    and whether it is `cumulative`, in the order of `x`; what has no date is left out."""
    return sorted(map(_placed, records(rows[rows["period_end"].notna()])), key=lambda row: row["x"])


def _placed(row: Placed) -> Placed:
    mark, end = _mark(row["span"], row["kind"]), row["period_end"]
    since = end if row["period_start"] is pd.NaT else row["period_start"]
    until = end + ONE_DAY
    cumulative = mark == "part" and (since.month, since.day) == (1, 1) and row["status"] == "actual" and _is_amount(row)
    on_its_last_day = cumulative or row["span"] == "point" or mark == "open"
    x = end if on_its_last_day else since + (until - since) / 2
    said = {"mark": mark, "x": x, "since": since, "until": until, "cumulative": cumulative}
    return {"method": ""} | row | said


def _is_amount(row: Record) -> bool:
    return row["kind"] != "rate" and row["measure"] == "level" and row["unit_base"] not in {"%", "pp", "ratio"}


def joints(rows: Iterable[Record]) -> list[tuple[Stroke, bool]]:
    """Strokes between neighbours that a line may join, and whether it is solid, among the placed `rows` of one
    series."""
    tracks: dict[tuple[str, ...], list[tuple[pd.Timestamp, float]]] = {}
    for row in rows:
        drawn = row["status"] == "actual" and row["bound"] in {"exact", "about"} and row["mark"] in {"year", "date"}
        if drawn and not row["edge"]:
            key = (row["mark"], row["measure"], row["basis"], row["unit_base"])
            tracks.setdefault(key, []).append((row["x"], row["value_base"]))
    found: list[tuple[Stroke, bool]] = []
    for (mark, *_), points in tracks.items():
        said = Counter(x for x, _ in points)
        alone = [point for point in points if mark != "date" or said[point[0]] == 1]
        for (x, value), (next_x, next_value) in pairwise(alone):
            step = (next_x - x).days
            if 0 < step <= DASHED_DAYS:
                found.append((([x, next_x], [value, next_value]), step <= SOLID_DAYS))
    return found


def saw_teeth(rows: Sequence[Record]) -> list[Stroke]:
    """For each year with cumulative values the line through them, as times and values in base units: from nothing on
    1 January to the year's total, where that is known. Bounds are left out, and so is a value below one before it."""
    known = [row for row in rows if row["cumulative"] or row["mark"] == "year"]
    known = [row for row in known if (row["status"], row["measure"]) == ("actual", "level")]
    teeth: dict[tuple[int, str], Stroke] = {}
    for row in sorted(known, key=lambda row: row["period_end"]):
        if row["bound"] not in {"exact", "about"}:
            continue
        end, base, value = row["period_end"], row["unit_base"], row["value_base"]
        if row["cumulative"]:
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

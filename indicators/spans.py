"""What kind of time a period is, and how it is said.

A whole year and its first half are both "1 January to …", yet their sums must never be joined by a line. This module
gives every period its kind from its two dates alone:

========================  ====================================================
``year``                  1 January to 31 December of one year
``half``                  January to June, July to December
``quarter``               one calendar quarter
``month``                 one calendar month
``year_to_date``          1 January to any other day of the same year
``point``                 one single day
``years``                 any span that reaches over more than one year
``part``                  any other span within one year (March to May)
``open``                  only the end is known (累计 with no beginning)
``unknown``               no date is known
========================  ====================================================
"""

from calendar import monthrange

import pandas as pd
from pandas.api.typing import NaTType

Day = pd.Timestamp | NaTType

SPAN_KINDS = ("year", "half", "quarter", "month", "year_to_date", "point", "years", "part", "open", "unknown")
PART_YEAR = frozenset({"half", "quarter", "month", "year_to_date", "part"})

SPAN_NAMES = {
    "zh": {
        "year": "全年",
        "half": "半年",
        "quarter": "季度",
        "month": "当月",
        "year_to_date": "年内累计",
        "point": "时点",
        "years": "跨年",
        "part": "年内时段",
        "open": "累计（起点未知）",
        "unknown": "时间未知",
    },
    "en": {
        "year": "whole year",
        "half": "half-year",
        "quarter": "quarter",
        "month": "month",
        "year_to_date": "year to date",
        "point": "point in time",
        "years": "several years",
        "part": "part of a year",
        "open": "cumulative, start unknown",
        "unknown": "time unknown",
    },
}

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def span_kind(start: Day, end: Day) -> str:
    """The kind of the period, one of `SPAN_KINDS`; both dates belong to it, NaT where unknown.

    >>> span_kind(pd.Timestamp("2019-01-01"), pd.Timestamp("2019-06-30"))
    'half'
    """
    if pd.isna(end):
        return "unknown"
    if pd.isna(start):
        return "open"
    if start == end:
        return "point"
    if start.year != end.year:
        return "years"
    months = _whole_months(start, end)
    if months == (1, 12):
        return "year"
    if months in {(1, 6), (7, 12)}:
        return "half"
    if months in {(1, 3), (4, 6), (7, 9), (10, 12)}:
        return "quarter"
    if months and months[0] == months[1]:
        return "month"
    return "year_to_date" if (start.month, start.day) == (1, 1) else "part"


def span_label(start: Day, end: Day, language: str = "zh") -> str:
    """How a reader says the period, in "zh" or "en".

    >>> span_label(pd.Timestamp("2019-01-01"), pd.Timestamp("2019-05-31"))
    '2019年1—5月'
    >>> span_label(pd.NaT, pd.Timestamp("2022-12-31"), "en")
    'up to 2022-12-31'
    """
    if pd.isna(end):
        return "时间未知" if language == "zh" else "time unknown"
    if pd.isna(start):
        return f"截至{end:%Y-%m-%d}" if language == "zh" else f"up to {end:%Y-%m-%d}"
    return (_chinese if language == "zh" else _english)(span_kind(start, end), start, end)


def _chinese(kind: str, start: pd.Timestamp, end: pd.Timestamp) -> str:
    if kind == "point":
        return f"{end:%Y-%m-%d}"
    if kind == "year":
        return f"{end.year}年"
    if kind == "half":
        return f"{end.year}年{'上' if end.month == 6 else '下'}半年"
    if kind == "quarter":
        return f"{end.year}年{'一二三四'[end.quarter - 1]}季度"
    if kind == "month":
        return f"{end.year}年{end.month}月"
    if kind == "years":
        if _whole_years(start, end):
            return f"{start.year}—{end.year}年"
        return f"{start:%Y-%m-%d}至{end:%Y-%m-%d}"
    if _whole_months(start, end):
        return f"{end.year}年{start.month}—{end.month}月"
    return f"{start:%Y-%m-%d}至{end:%Y-%m-%d}"


def _english(kind: str, start: pd.Timestamp, end: pd.Timestamp) -> str:
    if kind == "point":
        return f"{end:%Y-%m-%d}"
    if kind == "year":
        return f"{end.year}"
    if kind == "half":
        return f"H{1 if end.month == 6 else 2} {end.year}"
    if kind == "quarter":
        return f"Q{end.quarter} {end.year}"
    if kind == "month":
        return f"{_MONTHS[end.month - 1]} {end.year}"
    if kind == "years" and _whole_years(start, end):
        return f"{start.year}–{end.year}"
    if kind != "years" and _whole_months(start, end):
        return f"{_MONTHS[start.month - 1]}–{_MONTHS[end.month - 1]} {end.year}"
    return f"{start:%Y-%m-%d} to {end:%Y-%m-%d}"


def _whole_months(start: pd.Timestamp, end: pd.Timestamp) -> tuple[int, int] | None:
    """First and last month where the period is made of whole calendar months, else None."""
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return start.month, end.month
    return None


def _whole_years(start: pd.Timestamp, end: pd.Timestamp) -> bool:
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)

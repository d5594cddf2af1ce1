"""What the actual levels among some figures add up to, where adding them makes sense; and why it does not, elsewhere.

Added are amounts that flow through a period, of one indicator, in one unit, over periods that follow each other without
a gap and are the same for every park; and stocks of several parks on one day. What several documents say of the same
thing counts once. Targets, growth and ranks are left out; a rate, a bound or a part of a park among the levels forbids
their sum.
"""

from typing import NamedTuple

import pandas as pd

from dashboard.comparing.groups import ALL, members
from dashboard.library import Library
from dashboard.units import number, shared_unit
from dashboard.words import Words
from indicators.amounts import RATES
from indicators.spans import span_label

ONE_DAY = pd.Timedelta(days=1)
WHY_NOT = {
    "nothing": "没有实绩数值",
    "indicators": "指标不止一个",
    "rates": "比率不可加",
    "unknown": "目录里没有这个指标，不知能否相加",
    "bounds": "其中有只知上下限的数",
    "units": "单位不同",
    "parts": "其中有园区的一部分",
    "areas": "其中有园区以外的地区，可能互相包含",
    "undated": "有的数没有说明时间",
    "overlap": "时段重叠",
    "gaps": "时段不相接，中间缺数",
    "unequal": "各园区的时段不同",
    "days": "存量只能在同一天相加",
}


class Total(NamedTuple):
    """A sum in base units, and what it is the sum of; or, where `why_not` (a key of `WHY_NOT`) is set, none."""

    why_not: str
    value_base: float = 0.0
    values: pd.DataFrame | None = None

    def text(self, words: Words) -> str:
        """The sum in a unit for reading, with the time that it is of where that is of several parts; or, in brackets,
        why there is none."""
        if self.values is None:
            return words("（{why}）", why=words(WHY_NOT[self.why_not]))
        columns = [list(self.values[column]) for column in ("unit", "value", "value_base")]
        base = str(self.values["unit_base"].iloc[0])
        unit = shared_unit(columns[0], base, columns[1], [*columns[2], self.value_base], words.language)
        sum_of_all = f"{number(round(self.value_base / unit.size, 4))} {unit.name}".strip()
        starts, ends = self.values["period_start"], self.values["period_end"]
        if ends.nunique() < 2:
            return sum_of_all
        period = span_label(starts.min(), ends.max(), words.language)
        return words("{value}（{period}）", value=sum_of_all, period=period)


def total_of(library: Library, rows: pd.DataFrame) -> Total:
    """What the actual levels among these observations add up to."""
    rows = rows[(rows["status"] == "actual") & (rows["measure"] == "level")]
    if rows.empty:
        return Total("nothing")
    if rows["name"].nunique() > 1:
        return Total("indicators")
    values = _values(library, rows)
    why_not = _in_each(values) or _among(library, values)
    return Total(why_not) if why_not else Total("", float(values["value_base"].sum()), values)


def _values(library: Library, rows: pd.DataFrame) -> pd.DataFrame:
    """The series rows that observations of one indicator stand for, confirm or rival."""
    about = library.rows_about(tuple(rows["park"].astype("str").unique()), str(rows["name"].iloc[0]))
    said = set(rows.index)
    behind = zip(about["row"], about["confirming"], about["rivals"], strict=True)
    return about[[not said.isdisjoint((taken, *agree, *differ)) for taken, agree, differ in behind]]


def _in_each(values: pd.DataFrame) -> str:
    """Why a value is none that can be added to another."""
    if values["unit_base"].isin(RATES).any() or (values["kind"] == "rate").any():
        return "rates"
    checks = (
        ("unknown", ~values["kind"].isin(["flow", "stock"])),
        ("bounds", ~values["bound"].isin(["exact", "about"])),
        ("parts", values["segment"] != ""),
        ("undated", values["period_end"].isna()),
    )
    return next((why for why, found in checks if found.any()), "")


def _among(library: Library, values: pd.DataFrame) -> str:
    """Why values cannot be added to each other."""
    if values["unit_base"].nunique() > 1:
        return "units"
    parks = set(values["park"])
    if len(parks) > 1 and not parks <= set(members(library, ALL)):
        return "areas"
    if values["kind"].iloc[0] == "stock":
        return "days" if values["period_end"].nunique() > 1 or values["park"].duplicated().any() else ""
    if values["period_start"].isna().any():
        return "undated"
    ordered = values.sort_values(["park", "period_start"])
    same_park = ordered["park"] == ordered["park"].shift()
    if (same_park & (ordered["period_start"] <= ordered["period_end"].shift())).any():
        return "overlap"
    if (same_park & (ordered["period_start"] != ordered["period_end"].shift() + ONE_DAY)).any():
        return "gaps"
    periods = values.groupby(["period_start", "period_end"])["park"].nunique()
    return "unequal" if (periods != len(parks)).any() else ""

"""How numbers are written: the unit a chart is drawn in, digits, bounds.

A value alone is shown in the unit its text has. Where several stand on one axis they share one unit: the one of the
texts if they agree on it, else the largest nominal unit in which the greatest of them is at least 1. In English it is
always that.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

# language -> unit_base -> (size in base units, name), largest first
NOMINAL: dict[str, dict[str, tuple[tuple[float, str], ...]]] = {
    "zh": {
        "CNY": ((1e8, "亿元"), (1e4, "万元"), (1, "元")),
        "USD": ((1e8, "亿美元"), (1e4, "万美元"), (1, "美元")),
        "m2": ((1e6, "平方公里"), (1e4, "公顷"), (1, "平方米")),
        "m": ((1e3, "公里"), (1, "米")),
        "person": ((1e4, "万人"), (1, "人")),
        "person_times": ((1e4, "万人次"), (1, "人次")),
        "count": ((1e4, "万个"), (1, "个")),
        "t": ((1e4, "万吨"), (1, "吨")),
        "tce": ((1e4, "万吨标准煤"), (1, "吨标准煤")),
        "kWh": ((1e8, "亿千瓦时"), (1e4, "万千瓦时"), (1, "千瓦时")),
        "TEU": ((1e4, "万标箱"), (1, "标箱")),
        "ratio": ((1, "倍"),),
        "%": ((1, "%"),),
        "pp": ((1, "个百分点"),),
    },
    "en": {
        "CNY": ((1e9, "bn CNY"), (1e6, "m CNY"), (1, "CNY")),
        "USD": ((1e9, "bn USD"), (1e6, "m USD"), (1, "USD")),
        "m2": ((1e6, "km²"), (1e4, "ha"), (1, "m²")),
        "m": ((1e3, "km"), (1, "m")),
        "person": ((1e6, "m people"), (1, "people")),
        "person_times": ((1e6, "m visits"), (1, "visits")),
        "count": ((1e6, "m"), (1, "")),  # classifiers such as 家, 户, 项 say no more than the number does
        "t": ((1e6, "m t"), (1, "t")),
        "tce": ((1e6, "m tce"), (1, "tce")),
        "kWh": ((1e6, "GWh"), (1, "kWh")),
        "TEU": ((1e6, "m TEU"), (1, "TEU")),
        "ratio": ((1, "times"),),
        "%": ((1, "%"),),
        "pp": ((1, "pp"),),
    },
}

PREFIXES = {"at_least": "≥", "at_most": "≤", "about": "≈"}


@dataclass(frozen=True)
class Unit:
    """A unit to show values in: `size` of it in base units, and its name in the reader's language."""

    size: float
    name: str


def shared_unit(
    units: Sequence[str], base: str, values: Sequence[float], bases: Sequence[float], language: str
) -> Unit:
    """The unit in which to show values together; `values` are in the texts' `units`, `bases` the same in base units."""
    if language == "zh" and len(set(units)) == 1 and values:
        size = next((abs(b / v) for v, b in zip(values, bases, strict=True) if v), 1.0)
        return Unit(size, units[0])
    sizes = NOMINAL[language].get(base, ((1, base),))
    greatest = max((abs(value) for value in bases), default=0.0)
    size, name = next((one for one in sizes if greatest >= one[0]), sizes[-1])
    return Unit(float(size), name)


def number(value: float) -> str:
    """Digits for reading, with thousands marked and at most seven figures that count; nothing for NaN.

    >>> number(2146.0), number(0.18), number(-5195.25), number(51952500.0)
    ('2,146', '0.18', '−5,195.25', '51,952,500')
    """
    if math.isnan(value):
        return ""
    digits = f"{value:,.0f}" if abs(value) >= 1e6 else f"{value:,.7g}"
    return digits.replace("-", "−")


def bounded(text: str, bound: str) -> str:
    """The number with the sign of its bound: ≥1,000."""
    return PREFIXES.get(bound, "") + text


def stated(row: pd.Series, language: str) -> str:
    """A value as its text states it, in English in an English unit: "≥1,000 亿元", "≥100 bn CNY".

    `row` has value, unit, value_base, unit_base, bound and measure.
    """
    if language == "zh":
        value, name = row["value"], row["unit"]
    elif row["measure"] == "rank":
        value, name = row["value"], ""
    else:
        unit = shared_unit([], row["unit_base"], [], [row["value_base"]], language)
        value, name = row["value_base"] / unit.size, unit.name
    space = "" if name in {"%", ""} else " "
    return f"{bounded(number(value), row['bound'])}{space}{name}"

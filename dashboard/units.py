"""How numbers are written: the unit a chart is drawn in, digits, bounds.

A value alone is shown in the unit its text has. Where several stand on one axis they share one unit: the one of the texts if
they agree on it, else the largest nominal unit in which the greatest of them is at least 1.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

# unit_base -> (size in base units, Chinese, English), largest first
NOMINAL: dict[str, tuple[tuple[float, str, str], ...]] = {
    "CNY": ((1e8, "亿元", "× 100m CNY"), (1e4, "万元", "× 10k CNY"), (1, "元", "CNY")),
    "USD": ((1e8, "亿美元", "× 100m USD"), (1e4, "万美元", "× 10k USD"), (1, "美元", "USD")),
    "m2": ((1e6, "平方公里", "km²"), (1e4, "公顷", "ha"), (1, "平方米", "m²")),
    "m": ((1e3, "公里", "km"), (1, "米", "m")),
    "person": ((1e4, "万人", "× 10k people"), (1, "人", "people")),
    "count": ((1e4, "万个", "× 10k"), (1, "个", "count")),
    "t": ((1e4, "万吨", "× 10k t"), (1, "吨", "t")),
    "kWh": ((1e8, "亿千瓦时", "× 100m kWh"), (1e4, "万千瓦时", "× 10k kWh"), (1, "千瓦时", "kWh")),
    "tce": ((1e4, "万吨标准煤", "× 10k tce"), (1, "吨标准煤", "tce")),
    "TEU": ((1e4, "万标箱", "× 10k TEU"), (1, "标箱", "TEU")),
    "person_times": ((1e4, "万人次", "× 10k visits"), (1, "人次", "visits")),
    "ratio": ((1, "倍", "×"),),
    "%": ((1, "%", "%"),),
    "pp": ((1, "个百分点", "pp"),),
}

# English for the units that texts have; what is not here (classifiers such as 家, 户, 项) says no more than the number does
ENGLISH = {
    "亿元": "× 100m CNY",
    "万元": "× 10k CNY",
    "元": "CNY",
    "亿美元": "× 100m USD",
    "万美元": "× 10k USD",
    "%": "%",
    "个百分点": "pp",
    "平方公里": "km²",
    "平方米": "m²",
    "万平方米": "× 10k m²",
    "亩": "mu (1/15 ha)",
    "公顷": "ha",
    "公里": "km",
    "人": "people",
    "万人": "× 10k people",
    "万户": "× 10k",
    "万人次": "× 10k visits",
    "万吨": "× 10k t",
    "位": "place",
    "倍": "×",
    "亿千瓦时": "× 100m kWh",
}

PREFIXES = {"at_least": "≥", "at_most": "≤", "about": "≈"}


@dataclass(frozen=True)
class Unit:
    """A unit to show values in: `size` of it in base units, and its name in the reader's language."""

    size: float
    name: str


def shared_unit(units: Sequence[str], base: str, values: Sequence[float], bases: Sequence[float], language: str) -> Unit:
    """The unit in which to show values together; `values` are in the texts' `units`, `bases` the same in base units."""
    if len(set(units)) == 1 and values:
        size = next((abs(b / v) for v, b in zip(values, bases, strict=True) if v), 1.0)
        return Unit(size, unit_name(units[0], language))
    if base not in NOMINAL:
        return Unit(1.0, base)
    greatest = max((abs(value) for value in bases), default=0.0)
    chosen = next((one for one in NOMINAL[base] if greatest >= one[0]), NOMINAL[base][-1])
    return Unit(float(chosen[0]), chosen[2 if language == "en" else 1])


def unit_name(unit: str, language: str) -> str:
    """The text's unit, as the reader's language has it."""
    return ENGLISH.get(unit, unit) if language == "en" else unit


def number(value: float) -> str:
    """Digits for reading, with thousands marked and at most four significant decimals; nothing for NaN.

    >>> number(2146.0), number(0.18), number(5195.25)
    ('2,146', '0.18', '5,195.25')
    """
    if math.isnan(value):
        return ""
    places = 2 if abs(value) >= 1 else 4
    whole, _, decimals = f"{value:,.{places}f}".partition(".")
    decimals = decimals.rstrip("0")
    return (f"{whole}.{decimals}" if decimals else whole).replace("-", "−")


def bounded(text: str, bound: str) -> str:
    """The number with the sign of its bound: ≥1,000."""
    return PREFIXES.get(bound, "") + text


def stated(row: pd.Series, language: str) -> str:
    """A value as its text states it: "≥1,000 亿元". `row` has value, unit and bound."""
    name = unit_name(row["unit"], language)
    space = "" if name in {"%", ""} else " "
    return f"{bounded(number(row['value']), row['bound'])}{space}{name}"

"""How numbers are written: the unit a chart is drawn in, digits, bounds.

A value alone is shown in the unit its text has. Where several stand on one axis they share one unit: the one of the
texts if they agree on it, else the largest nominal unit in which the greatest of them is at least 1. In English it is
always that. `units.toml` lists the nominal units.
"""

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from dashboard.rows import Row

PREFIXES = {"at_least": "≥", "at_most": "≤", "about": "≈"}


@dataclass(frozen=True)
class Unit:
    """A unit to show values in: `size` of it in base units, and its name in the reader's language."""

    size: float
    name: str


def shared_unit(
    units: Sequence[str],
    base: str,
    values: Sequence[float],
    bases: Sequence[float],
    language: str,
    wanted: str = "",
) -> Unit:
    """The unit in which to show values together; `values` are in the texts' `units`, `bases` the same in base units.

    `wanted` is the unit that the reader has asked for, heeded where the base unit has it.
    """
    choices = nominal_units(units, base, language)
    for choice in choices:
        if choice.name == wanted:
            return choice
    if language == "zh" and len(set(units)) == 1 and values:
        size = next((abs(b / v) for v, b in zip(values, bases, strict=True) if v), 1.0)
        return Unit(size, units[0])
    greatest = max((abs(value) for value in bases), default=0.0)
    return next((choice for choice in choices if greatest >= choice.size), choices[-1])


def nominal_units(units: Sequence[str], base: str, language: str) -> list[Unit]:
    """The units that `units.toml` has for a base unit, largest first; a count goes by the texts' classifier."""
    counters = {unit.lstrip("万亿千百十") for unit in units} if base == "count" else set()
    counter = counters.pop() if len(counters) == 1 else "个"
    sizes = _nominal()[language].get(base, [[1, base]])
    return [Unit(float(size), name.format(counter=counter or "个")) for size, name in sizes]


@cache
def nominal_names(language: str) -> dict[str, tuple[float, str]]:
    """The name of each nominal unit in lower case -> (its size in base units, the base unit); classifiers are none."""
    return {
        name.casefold(): (float(size), base)
        for base, sizes in _nominal()[language].items()
        for size, name in sizes
        if name and "{" not in name and base != "count"
    }


@cache
def _nominal() -> dict[str, dict[str, list[list[Any]]]]:
    return tomllib.loads(resources.files("dashboard").joinpath("units.toml").read_text("utf-8"))


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


def stated(row: Row, language: str) -> str:
    """A value as its text states it, in English in an English unit: "≥1,000 亿元", "≥100 bn CNY"; a place in an order
    as one: "第 3 位", "rank 3", "前 10 位", "top 10".

    `row` has value, unit, value_base, unit_base, bound and measure.
    """
    if row["measure"] == "rank":
        return _place(row, language)
    if language == "zh":
        value, name = row["value"], row["unit"]
    else:
        unit = shared_unit([], row["unit_base"], [], [row["value_base"]], language)
        value, name = row["value_base"] / unit.size, unit.name
    space = "" if name in {"%", ""} else " "
    return f"{bounded(number(value), row['bound'])}{space}{name}"


def _place(row: Row, language: str) -> str:
    among = row["bound"] == "at_most"
    if language == "zh":
        return f"{'前' if among else '第'} {number(row['value'])} {row['unit'] or '位'}"
    return f"{'top' if among else 'rank'} {number(row['value'])}"

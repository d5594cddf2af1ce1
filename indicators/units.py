"""Units: what a unit's written form is worth in its base unit. The data are in `words/units.toml`."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files

from indicators.errors import DataError

FILE = "words/units.toml"


@dataclass(frozen=True)
class Unit:
    """A unit as it is written: one of it is `factor` of its `base` unit, which measures `dimension`."""

    name: str
    base: str
    dimension: str
    factor: Fraction


@dataclass(frozen=True)
class Units:
    """The units and scales that texts use, by their written names."""

    by_name: dict[str, Unit]
    scales: dict[str, int]
    examples: dict[str, dict[str, float]]

    def convert(self, value: float, unit: str) -> tuple[float, str]:
        """`value` of `unit` (万美元, 平方公里, 个) in its base unit, and that unit's code.

        An unknown unit is its own base; a rate such as 万吨/年 is converted by its first part.
        """
        return _convert(value, unit)


@cache
def units() -> Units:
    """The units, read from the data file on first use."""
    data = tomllib.loads(files("indicators").joinpath(FILE).read_text(encoding="utf-8"))
    by_name: dict[str, Unit] = {}
    scales: dict[str, int] = {}
    for base, entry in data.items():
        for name, factor in entry["names"].items():
            if entry["dimension"] == "scale":
                scales[name] = int(factor)
                continue
            if name in by_name:
                raise DataError(FILE, base, f"the name {name} is already {by_name[name].base}")
            by_name[name] = Unit(name, base, entry["dimension"], Fraction(str(factor)))
    return Units(by_name, scales, {base: entry["examples"] for base, entry in data.items()})


@lru_cache(maxsize=4096)
def _factor(unit: str) -> tuple[Fraction, str]:
    known = units()
    if unit in known.by_name:
        found = known.by_name[unit]
        return found.factor, found.base
    for scale in sorted(known.scales, key=len, reverse=True):
        if unit.startswith(scale):
            rest = unit[len(scale) :]
            if not rest:
                return Fraction(known.scales[scale]), "count"
            if rest in known.by_name:
                found = known.by_name[rest]
                return found.factor * known.scales[scale], found.base
    first, slash, rest = unit.partition("/")
    if slash and first:
        factor, base = _factor(first)
        return factor, f"{base}/{rest}"
    return Fraction(1), unit


@lru_cache(maxsize=4096)
def _exact_factor(unit: str) -> tuple[int | Fraction, str, str]:
    """One of a unit in its base unit, how that is written behind a number ("e4" for ten thousand), and the base."""
    factor, base = _factor(unit)
    zeros = len(str(factor)) - 1
    return factor.numerator if factor.denominator == 1 else factor, f"e{zeros}" if factor == 10**zeros else "", base


def _convert(value: float, unit: str) -> tuple[float, str]:
    factor, power, base = _exact_factor(unit)
    if factor == 1:
        return value, base
    # repr gives the shortest decimal of the float, so that 16.4亿 is 1640000000 and not 1639999999.
    written = repr(value)
    if power and written[-1].isdigit() and "e" not in written:
        return float(written + power), base
    if type(factor) is int:
        return float(Decimal(written) * factor), base
    return float(Fraction(written) * factor), base


@lru_cache(maxsize=4096)
def dimension(unit: str) -> str:
    """What a unit measures: money, ratio, points, count, people, area …; "" for an unknown one."""
    _, base = _factor(unit)
    known = _dimensions()
    return known.get(base) or known.get(base.partition("/")[0], "")


@cache
def _dimensions() -> dict[str, str]:
    return {unit.base: unit.dimension for unit in units().by_name.values()}

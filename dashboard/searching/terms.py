"""A query, taken apart: words of names, years, numbers with or without a unit.

A number is taken as a page shows it (2,650.7 亿元, ≥1,900 亿元, 265.07 bn CNY) or as a text writes it (2650.7亿元).
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from dashboard.units import nominal_names
from indicators.units import units

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_BETWEEN = re.compile(r"\s+|[、;]+|,(?!\d)|(?<!\d),")
_NUMBER = re.compile(r"(?P<sign>[≥≤≈~])?(?P<digits>[-−]?\d+(?:\.\d+)?)(?P<unit>.*)")
_YEAR = re.compile(r"((?:19|20)\d\d)年?")
LONGEST_UNIT = 2  # words: bn CNY


@dataclass(frozen=True)
class Term:
    """One of the things that a query asks for: its `text` in lower case without marks of thousands; the `year` that it
    names (0: none); the `value` that it states, in base units where it has a unit, and that unit ("": none)."""

    text: str
    year: int = 0
    value: float | None = None
    unit_base: str = ""

    @property
    def is_name(self) -> bool:
        """Whether it is neither a year nor a number."""
        return not self.year and self.value is None


def plain(text: str) -> str:
    """A text as names are compared: half-width, in lower case, without blanks."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()


def terms_of(query: str) -> tuple[Term, ...]:
    """The terms of a query, each once, in their order.

    >>> terms_of("GDP 2021")
    (Term(text='gdp', year=0, value=None, unit_base=''), Term(text='2021', year=2021, value=None, unit_base=''))
    >>> terms_of("≥1,900 亿元")
    (Term(text='1900亿元', year=0, value=190000000000.0, unit_base='CNY'),)
    """
    text = _THOUSANDS.sub("", unicodedata.normalize("NFKC", query))
    words = [word for word in _BETWEEN.split(text) if word]
    found: list[Term] = []
    while words:
        found.append(_first(words))
    return tuple(dict.fromkeys(found))


def _first(words: list[str]) -> Term:
    """Takes the first term off the words: a number together with the unit that follows it."""
    word = words.pop(0)
    year, number = _YEAR.fullmatch(word), _NUMBER.fullmatch(word)
    if number is None or word.endswith("年"):
        return Term(year[1], year=int(year[1])) if year else Term(word.casefold())
    digits, unit = number["digits"].replace("−", "-"), number["unit"]
    if not unit:
        for count in range(min(LONGEST_UNIT, len(words)), 0, -1):
            if _base(" ".join(words[:count])) is not None:
                unit = " ".join(words[:count])
                del words[:count]
                break
    if not unit:
        return Term(digits, year=int(digits)) if year else Term(digits, value=float(digits))
    base = _base(unit)
    if base is None:  # a word with digits in it: 5g
        return Term(word.casefold())
    size, unit_base = base
    value = units().convert(float(digits), unit)[0] if size is None else float(digits) * size
    return Term((digits + unit).casefold(), value=value, unit_base=unit_base)


@cache
def _base(unit: str) -> tuple[float | None, str] | None:
    """(What one of a unit is in base units, None where the core knows, and the base unit), None of what is no unit."""
    shown = nominal_names("en").get(unit.casefold())
    if shown is not None:
        return shown
    known = units()
    base = known.convert(1.0, unit)[1]
    return None if base == unit and unit not in known.by_name else (None, base)

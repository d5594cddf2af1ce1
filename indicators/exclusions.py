"""Numbers that are no figures of an area: dates, names, ordinals, thresholds (`words/exclusions.toml`)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import regex

FILE = "words/exclusions.toml"


@dataclass(frozen=True)
class Family:
    """A family of numbers to set aside, with the reason that is told the reader."""

    name: str
    reason: str
    pattern: regex.Pattern[str]
    sets_aside: tuple[str, ...]
    leaves: tuple[str, ...]


@cache
def families() -> tuple[Family, ...]:
    """The families, read from the data file on first use."""
    data = tomllib.loads(files("indicators").joinpath(FILE).read_text(encoding="utf-8"))
    return tuple(
        Family(name, e["reason"], regex.compile(e["pattern"]), tuple(e["sets_aside"]), tuple(e["leaves"]))
        for name, e in data.items()
    )


def find_exclusions(text: str) -> list[tuple[int, int, str]]:
    """Spans of a passage's text whose numbers are set aside, and why."""
    found = []
    for family in families():
        for match in family.pattern.finditer(text):
            group = "number" if "number" in family.pattern.groupindex and match["number"] else 0
            if match.start(group) < match.end(group):
                found.append((*match.span(group), family.reason))
    return found

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
    needs: tuple[str, ...]
    pattern: regex.Pattern[str]
    not_after: tuple[str, ...]
    sets_aside: tuple[str, ...]
    leaves: tuple[str, ...]


@cache
def families() -> tuple[Family, ...]:
    """The families, read from the data file on first use."""
    data = tomllib.loads(files("indicators").joinpath(FILE).read_text(encoding="utf-8"))
    return tuple(
        Family(
            name,
            entry["reason"],
            tuple(entry.get("needs", ())),
            regex.compile(entry["pattern"]),
            tuple(entry.get("not_after", ())),
            tuple(entry["sets_aside"]),
            tuple(entry["leaves"]),
        )
        for name, entry in data.items()
    )


def find_exclusions(text: str) -> list[tuple[int, int, str]]:
    """Spans of a passage's text whose numbers are set aside, and why."""
    found = []
    for family in families():
        if family.needs and not any(word in text for word in family.needs):
            continue
        for match in family.pattern.finditer(text):
            group = "number" if "number" in family.pattern.groupindex and match["number"] else 0
            start, end = match.span(group)
            if start < end and not (family.not_after and text.endswith(family.not_after, 0, start)):
                found.append((start, end, family.reason))
    return found

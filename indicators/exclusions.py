"""Numbers that are no figures of an area: dates, names, ordinals, thresholds (`words/exclusions.toml`)."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import regex

from indicators.lexicon import Needs

FILE = "words/exclusions.toml"
_ENGINES: dict[str, Callable[[str], re.Pattern[str] | regex.Pattern[str]]] = {"re": re.compile, "regex": regex.compile}


_NEAR = 24  # characters before a number that are looked at


@dataclass(frozen=True)
class Family:
    """A family of numbers to set aside, with the reason that is told the reader."""

    name: str
    reason: str
    needs: tuple[str, ...]
    glance: re.Pattern[str] | None  # found wherever the pattern is, and sooner
    pattern: re.Pattern[str] | regex.Pattern[str]
    group: str | int  # what the pattern sets aside of what it finds
    not_after: tuple[str, ...]
    unless: regex.Pattern[str] | None  # words right before a number that make it a figure nevertheless
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
            re.compile(entry["glance"]) if "glance" in entry else None,
            _ENGINES[entry.get("engine", "regex")](entry["pattern"]),
            "number" if "(?P<number>" in entry["pattern"] else 0,
            tuple(entry.get("not_after", ())),
            regex.compile(f"(?r)(?:{entry['unless']})$") if "unless" in entry else None,
            tuple(entry["sets_aside"]),
            tuple(entry["leaves"]),
        )
        for name, entry in data.items()
    )


@cache
def _needs() -> Needs:
    return Needs([family.needs for family in families()])


def find_exclusions(text: str) -> list[tuple[int, int, str]]:
    """Spans of a passage's text whose numbers are set aside, and why."""
    found, every = [], families()
    for number in _needs().met(text):
        family = every[number]
        if family.glance and not family.glance.search(text):
            continue
        for match in family.pattern.finditer(text):
            start, end = match.span(family.group)
            if start < 0:
                start, end = match.span()
            if start == end or (family.not_after and text.endswith(family.not_after, 0, start)):
                continue
            if family.unless and family.unless.search(text, max(0, start - _NEAR), start):
                continue
            found.append((start, end, family.reason))
    return found

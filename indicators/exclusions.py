"""Numbers that are no figures of an area: dates, names, ordinals, thresholds (`words/exclusions.toml`)."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import regex

from indicators.lexicon import tree

FILE = "words/exclusions.toml"


@dataclass(frozen=True)
class Family:
    """A family of numbers to set aside, with the reason that is told the reader."""

    name: str
    reason: str
    needs: tuple[str, ...]
    pattern: regex.Pattern[str]
    group: str | int  # what the pattern sets aside of what it finds
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
            "number" if "(?P<number>" in entry["pattern"] else 0,
            tuple(entry.get("not_after", ())),
            tuple(entry["sets_aside"]),
            tuple(entry["leaves"]),
        )
        for name, entry in data.items()
    )


@cache
def _needed() -> tuple[re.Pattern[str], dict[str, frozenset[str]], frozenset[str]]:
    """What finds the words that families need, the families that each calls up, and those that need none.

    All words are found in one run, though two of them may overlap (亿元 and 元以上): a word also calls up the families
    of those that stand in it or begin in it.
    """
    words = {word for family in families() for word in family.needs}
    called = {
        word: frozenset(family.name for family in families() if any(_touch(word, need) for need in family.needs))
        for word in words
    }
    return re.compile(tree(words)), called, frozenset(family.name for family in families() if not family.needs)


def _touch(word: str, need: str) -> bool:
    """Whether `need` can begin within `word`."""
    return any(word.startswith(need, i) or need.startswith(word[i:]) for i in range(len(word)))


def find_exclusions(text: str) -> list[tuple[int, int, str]]:
    """Spans of a passage's text whose numbers are set aside, and why."""
    needed, called, always = _needed()
    wanted = always.union(*(called[word] for word in set(needed.findall(text))))
    found = []
    for family in families():
        if family.name not in wanted:
            continue
        for match in family.pattern.finditer(text):
            start, end = match.span(family.group)
            if start < 0:
                start, end = match.span()
            if start < end and not (family.not_after and text.endswith(family.not_after, 0, start)):
                found.append((start, end, family.reason))
    return found

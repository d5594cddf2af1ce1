"""Step 2's patterns, as data: which words right before a number say what it measures.

The rules are in the TOML files of this folder, each with the texts it reads and texts that it must leave alone.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import NamedTuple

import regex

from indicators.errors import DataError
from indicators.lexicon import Needs, expand, short

MEASURES = {"level", "growth", "change", "share", "attainment", "rank", "state", "topic"}
# How the kinds of figure and the dimensions of units are called in the rules' `units`.
GENERAL = {"ratio", "fraction", "multiple", "multiples", "digits", "points", "rank", "amount", "slash", "places"}


_Find = Callable[[str], re.Match[str] | regex.Match[str] | None]


@dataclass(frozen=True)
class Rule:
    """One way to state a number. `measure` "state" is a level or a share, as the indicator's name says."""

    name: str
    units: frozenset[str]
    needs: tuple[str, ...]
    before: str
    backwards: bool
    after: re.Pattern[str] | regex.Pattern[str] | None
    measure: str
    basis: str
    noun: str
    reads: dict[str, str] = field(hash=False)
    silent: tuple[str, ...] = ()

    @cached_property
    def target(self) -> bool:
        """Whether what it reads is a target."""
        return self.name.split(".")[1] == "target"

    @cached_property
    def aim_behind(self) -> bool:
        """Whether the words behind the number say that it is the target: 低于4%的控制目标."""
        return ".target.plan" in self.name and self.name.endswith("behind")


class Match(NamedTuple):
    """A rule that fits: it took the words from `start` on (in the text before the number)."""

    rule: Rule
    start: int
    groups: dict[str, str]


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are tried."""
    found = []
    for file in sorted(files(__name__).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            for name, entry in _entries(tomllib.loads(file.read_text(encoding="utf-8"))):
                found.append(_rule(file.name, name, entry))
    return tuple(found)


def _entries(data: dict, prefix: str = "") -> list[tuple[str, dict]]:
    if "before" in data:
        return [(prefix, data)]
    return [entry for key, value in data.items() for entry in _entries(value, f"{prefix}.{key}" if prefix else key)]


def _rule(file: str, name: str, entry: dict) -> Rule:
    if entry["measure"] not in MEASURES:
        raise DataError(file, name, f"measure {entry['measure']} is none of {sorted(MEASURES)}")
    if unknown := set(entry["units"]) - GENERAL:
        raise DataError(file, name, f"units {sorted(unknown)} are none of {sorted(GENERAL)}")
    if not entry.get("reads") or not entry.get("silent"):
        raise DataError(file, name, "a rule needs texts that it reads and texts on which it is silent")
    after = short(expand(entry["after"])) if "after" in entry else None
    return Rule(
        f"{file.removesuffix('.toml')}.{name}",
        frozenset(entry["units"]),
        tuple(entry.get("needs", ())),
        expand(entry["before"]),
        entry.get("backwards", False),
        after,
        entry["measure"],
        entry.get("basis", ""),
        entry.get("noun", "before"),
        entry["reads"],
        tuple(entry["silent"]),
    )


@cache
def _matchers(kind: str) -> tuple[Needs, list[tuple[Rule, _Find]]]:
    """The rules for a kind of figure, each with what looks for its words at the end of those before a number."""
    found = [rule for rule in rules() if kind in rule.units]
    return Needs([rule.needs for rule in found]), [(rule, _matcher(rule)) for rule in found]


def _matcher(rule: Rule) -> _Find:
    if rule.backwards:
        return regex.compile(f"(?r)(?:{rule.before})$").match
    return short(f"(?:{rule.before})$").search


def match_rule(kind: str, before: str, after: str) -> Match | None:
    """The first rule for this kind of figure that fits the words `before` and `after` the number."""
    needs, matchers = _matchers(kind)
    for number in needs.met(before):
        rule, find = matchers[number]
        if rule.after and not rule.after.match(after):
            continue
        if match := find(before):
            return Match(rule, match.start(), {k: v for k, v in match.groupdict().items() if v is not None})
    return None

"""Why a number was read as it was: what it went by, and where that stands.

Whence its period, its park, its outlook and its name came was noted down when it was read (`indicators.model.Grounds`);
its bound is looked up in the text, its indicator in the catalogue. What was not noted down is not claimed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from indicators.bounds import bound_after, bound_before
from indicators.catalogue import catalogue
from indicators.documents import Document
from indicators.model import Grounds, Mark, Source
from indicators.rules import Rule, rules

_UNKNOWN = Source("")


@dataclass(frozen=True)
class Reason:
    """What was decided (a column of the table), by which words, and where those stand: a place of
    `indicators.provenance`, the "figure" itself, or a "list" of the project."""

    about: str
    words: str
    where: str


def reasons(said: pd.Series, document: Document) -> list[Reason]:
    """What an observation of a document went by, in the order of its columns."""
    text, start, end = document.text, int(said["start"]), int(said["end"])
    grounds = grounds_of(document.marks, start, said["rule"])
    found = [Reason("value", text[start:end], "figure"), _from("park", grounds.park)]
    found += _indicator(said, grounds.name)
    found += _bound(said, text, start, end)
    found += [_from("status", grounds.outlook)] if said["status"] == "target" else []
    return [*found, _from("period", grounds.period)]


def grounds_of(marks: Iterable[Mark], start: int, rule: str) -> Grounds:
    """What was noted down when the figure that begins at `start` was read by the rule; of a figure that several rules
    have read the grounds of this one. Unknown sources where nothing was."""
    here = [mark for mark in marks if mark.start == start and mark.grounds]
    by_rule = [mark for mark in here if mark.reason == rule] or here
    noted = by_rule[0].grounds if by_rule else None
    return noted or Grounds(_UNKNOWN, _UNKNOWN, _UNKNOWN, _UNKNOWN)


def rule_of(name: str) -> Rule | None:
    """The rule with this name, None where it is none of the patterns (a table's cell, say)."""
    return next((rule for rule in rules() if rule.name == name), None)


def _from(about: str, source: Source) -> Reason:
    return Reason(about, source.words, source.place)


def _indicator(said: pd.Series, name: Source) -> list[Reason]:
    found = []
    if said["indicator_text"]:
        found.append(Reason("indicator_text", said["indicator_text"], name.place))
    entry = catalogue().get(said["indicator"])
    if entry is not None:
        found.append(Reason("indicator", entry.zh, "list"))
    return found


def _bound(said: pd.Series, text: str, start: int, end: int) -> list[Reason]:
    if said["bound"] == "exact":
        return []
    opens, bound = bound_before(text, start)
    if bound == said["bound"] and opens < start:
        return [Reason("bound", text[opens:start].strip(), "sentence")]
    closes, bound = bound_after(text, end)
    if bound == said["bound"] and closes > end:
        return [Reason("bound", text[end:closes].strip(), "sentence")]
    return [Reason("bound", text[start:end], "figure")]

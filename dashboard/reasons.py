"""Why a number was read as it was: what it went by, found again in the text.

The table keeps the rule and the sentence, not every step. What a reader can check is looked up anew here: the words
that stand in the sentence, what stands before it, what the lists say. Where nothing is found, nothing is claimed.
"""

import re
from dataclasses import dataclass
from functools import cache

import pandas as pd

from indicators.bounds import bound_after, bound_before
from indicators.catalogue import catalogue
from indicators.gazetteer import parks
from indicators.periods import find_periods
from indicators.rules import Rule, rules

BEFORE = 1200  # characters before the sentence in which what governs it is looked for
_CUES = re.compile(r"确保|力争|争取|冲刺|目标|计划|预期|安排|任务|要达到|将|拟|奋斗|到20\d\d年|规划")


@dataclass(frozen=True)
class Reason:
    """What was decided (a column of the table), by which words, and where those stand: in the "figure" itself, in its
    "sentence", "before" it, in the "title", in a "list" of the project, or on the "day" of publication."""

    about: str
    words: str
    where: str


def reasons(said: pd.Series, text: str, title: str) -> list[Reason]:
    """What an observation went by, in the order of its columns; `text` is its document's."""
    sentence, start, end = said["sentence"], int(said["start"]), int(said["end"])
    opens = max(0, text.rfind(sentence, 0, start + len(sentence)))
    before = text[max(0, opens - BEFORE) : opens]
    found = [Reason("value", text[start:end], "figure")]
    found += _named("park", said["park"], sentence, before, title)
    if said["segment"]:
        found += _named("segment", said["segment"], sentence, before, title)
    found += _indicator(said, sentence)
    found += _bound(said, text, start, end)
    found += _status(said, text[opens:start], before)
    found += _period(said, sentence, before)
    return found


def rule_of(name: str) -> Rule | None:
    """The rule with this name, None where it is none of the patterns (a table's cell, say)."""
    return next((rule for rule in rules() if rule.name == name), None)


def _named(about: str, name: str, sentence: str, before: str, title: str) -> list[Reason]:
    """Where a park or part is named, by any of its names, the nearest place first."""
    names = (name, *_other_names().get(name, ()))
    for where, place in (("sentence", sentence), ("before", before), ("title", title)):
        for one in names:
            if one and one in place:
                return [Reason(about, one, where)]
    return [Reason(about, "", "before")] if name else []


@cache
def _other_names() -> dict[str, tuple[str, ...]]:
    return {park.name: (park.full_name, *park.aliases) for park in parks()}


def _indicator(said: pd.Series, sentence: str) -> list[Reason]:
    found = []
    if said["indicator_text"]:
        where = "sentence" if said["indicator_text"] in sentence else "before"
        found.append(Reason("indicator_text", said["indicator_text"], where))
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


def _status(said: pd.Series, lead: str, before: str) -> list[Reason]:
    if said["status"] != "target":
        return []
    for where, place in (("sentence", lead), ("before", before)):
        cues = list(_CUES.finditer(place))
        if cues:
            return [Reason("status", cues[-1].group(), where)]
    return [Reason("status", "", "before")]


def _period(said: pd.Series, sentence: str, before: str) -> list[Reason]:
    wanted = (_day(said["period_start"]), _day(said["period_end"]))
    for where, place in (("sentence", sentence), ("before", before)):
        periods = find_periods(place, said["published"] or None)
        exact = [one for one in periods if (_iso(one.start_date), _iso(one.end_date)) == wanted]
        ends = [one for one in periods if _iso(one.end_date) == wanted[1]]
        if exact or ends:
            return [Reason("period", (exact or ends)[-1].text, where)]
    if said["published"] and wanted[1].startswith(said["published"][:4]):
        return [Reason("period", said["published"], "day")]
    return [Reason("period", "", "before")] if wanted[1] else []


def _day(day: pd.Timestamp) -> str:
    return "" if pd.isna(day) else f"{day:%Y-%m-%d}"


def _iso(day: object) -> str:
    return "" if day is None else str(day)[:10]

"""How sure a row is: what of it was inferred and not said, and how often rows like it are right.

The reasons, with their labels and weights, are in `words/reasons.toml`; here is what each of them means. The sum of a
row's weights makes its level. Weights and levels are chosen by what `python -m tests.calibrate` counts.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from indicators.catalogue import catalogue
from indicators.clock import Span
from indicators.errors import DataError
from indicators.observations import Place, is_stock, says_today
from indicators.outlook import Sign
from indicators.statement import Statement
from indicators.units import units

FILE = "words/reasons.toml"
HIGH, MEDIUM, LOW = LEVELS = ("high", "medium", "low")
# The greatest sum of weights that a level bears.
_BEARS = ((HIGH, 0), (MEDIUM, 3))

_AIM_BEHIND = re.compile(r"[^，。；\d]{0,6}(?:目标|任务|计划|预期)")
_NOT_LESS = re.compile(r"不少于|不低于|不高于|不得")
_ODD_CELLS = re.compile(r"[≥≤>＞<＜\[［]\d|\|[^|\d]*(?:年均|约|超)\d|\d[^|]{0,3}(?:左右|以上|以下|以内)")


@dataclass(frozen=True)
class Reason:
    """A reason as the table has it: its label, its weight, a text with a row that has it and one without."""

    label: str
    weight: int
    example: str
    near: str


class Case(NamedTuple):
    """A row whose confidence is asked, with what its words stand among."""

    statement: Statement
    place: Place
    period: Span
    sign: Sign
    indicator: str  # its id
    unit_base: str
    at_home: bool  # the area is the one that the document is about
    text: str  # of the passage
    start: int  # of the sentence in it
    end: int
    figures: int  # how many the sentence has
    firms: bool  # whether the sentence names a firm or a project


@cache
def reasons() -> dict[str, Reason]:
    """The reasons by their keys."""
    found = tomllib.loads(files("indicators").joinpath(FILE).read_text(encoding="utf-8"))
    for key, entry in found.items():
        if set(entry) != {"label", "weight", "example", "near"}:
            raise DataError(FILE, key, "a reason has label, weight, example and near")
    return {key: Reason(**entry) for key, entry in found.items()}


def confidence(case: Case) -> tuple[str, str]:
    """What the columns `confidence` and `reasons` say of a row: its level, and the labels of the reasons against it."""
    return _verdict((*_of_name(case), *_of_period(case), *_of_outlook(case), *_of_value(case), *_of_sentence(case)))


@cache  # the same few hundred sets of reasons come again and again
def _verdict(keys: tuple[str, ...]) -> tuple[str, str]:
    against = [reasons()[key] for key in keys]
    total = sum(reason.weight for reason in against)
    level = next((level for level, most in _BEARS if total <= most), LOW)
    return level, "；".join(reason.label for reason in against)


@cache
def _unit_base(indicator: str) -> str:
    """The base unit in which the catalogue counts an indicator, "" where it names none."""
    unit = catalogue()[indicator].unit
    return units().convert(1.0, unit)[1] if unit else ""


def _of_name(case: Case) -> Iterator[str]:
    statement, name = case.statement, case.statement.indicator
    if not case.indicator:
        yield "name.unknown"
        if len(name) > 11:
            yield "name.long"
        if len(name) < 4:
            yield "name.short"
    if not statement.own:
        yield "name.inherited"
    elif not case.indicator and case.text.startswith(name, statement.figure.bound_end):
        yield "name.behind"
    if case.indicator and statement.measure == "level" and _unit_base(case.indicator) not in {"", case.unit_base}:
        yield "name.other_unit"


def _of_period(case: Case) -> Iterator[str]:
    statement, place, (start, end) = case.statement, case.place, case.period
    when, clock = place.when, place.clock
    if clock.first is None or clock.first != clock.last:
        yield "period.undated"
    if not when.said:
        yield "period.unsaid"
    elif start is None:
        yield "period.no_start"
    elif case.period != when.span:
        if case.period == clock.today:
            if not says_today(place.clause):
                yield "period.today"
        elif start == end == when.span[1]:
            yield "period.last_day"
        elif not statement.base:
            yield "period.changed"
    if not place.explicit and when.said:
        yield "period.heading" if when.said in {"section", "document"} else "period.passage"
    if when.kind in {"span", "future", "opening"}:
        yield "period.counted_years"
    if when.kind == "now":
        yield "period.now"
    if place.dating > 2:
        yield "period.several"
    if end and clock.first and clock.last:
        if not case.sign.target and end > clock.last:
            yield "period.to_come"
        if case.sign.target and end < clock.first:
            yield "period.over"
        if clock.first.year - end.year > 2:
            yield "period.long_ago"
    if start and end:
        days = (end - start).days
        if statement.basis == "mom" and days > 31:
            yield "period.one_month"
        if days < 366 and (statement.basis == "annual_average" or "每年" in place.clause):
            yield "period.one_year"
    if start != end and statement.measure == "level" and start and is_stock(statement):
        yield "period.stretch"


def _of_outlook(case: Case) -> Iterator[str]:
    statement, sign = case.statement, case.sign
    if sign.torn:
        yield "outlook.torn"
    if sign.by == "above":
        yield "outlook.above"
    if sign.by == "period":
        yield "outlook.period"
    if not sign.target:
        if _AIM_BEHIND.match(case.text, statement.figure.bound_end) and statement.measure != "attainment":
            yield "outlook.aim_behind"
        if _NOT_LESS.search(case.place.clause):
            yield "outlook.not_less"


def _of_value(case: Case) -> Iterator[str]:
    statement, figure = case.statement, case.statement.figure
    if figure.chinese:
        yield "value.chinese"
    if statement.rule == "ratio.level.rate":
        yield "value.bare_rate"
    if statement.measure == "rank":
        yield "value.rank"
    if statement.rule in {"points.change.than", "amount.change.than", "amount.change.yoy"}:
        yield "value.than"
    if "同期" in case.place.clause:
        yield "value.same_period"
    if statement.rule.startswith("table.") and _ODD_CELLS.search(case.text):
        yield "value.cells"


def _of_sentence(case: Case) -> Iterator[str]:
    if case.text.find("分别", case.start, case.end) >= 0:
        yield "sentence.respectively"
    if case.text.find("累计", case.start, case.end) >= 0:
        yield "sentence.cumulative"
    if case.figures == 1:
        yield "sentence.single"
    if case.firms:
        yield "sentence.firm"
    if not case.at_home:
        yield "sentence.other_area"

"""How sure a row is: what of it was inferred and not said, and how often rows like it are right.

The reasons, with their labels and weights, are in `words/reasons.toml`; here is what each of them means. The sum of a
row's weights makes its level. Weights and levels are chosen by what `python -m tests.calibrate` counts.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from indicators.catalogue import catalogue
from indicators.clock import Span
from indicators.errors import DataError
from indicators.lexicon import word_in
from indicators.observations import Place, says_today
from indicators.outlook import Sign
from indicators.statement import Statement
from indicators.stocks import is_stock
from indicators.units import units

FILE = "words/reasons.toml"
HIGH, MEDIUM, LOW = LEVELS = ("high", "medium", "low")
# The greatest sum of weights that a level bears.
_BEARS = ((HIGH, 0), (MEDIUM, 3))

_AIMS = ("目标", "任务", "计划", "预期")
_AIM_BEHIND = re.compile(rf"[^，。；\d]{{0,6}}(?:{'|'.join(_AIMS)})")
_NOT_LESS = ("不少于", "不低于", "不高于", "不得")
_ODD_CELLS = re.compile(r"[≥≤>＞<＜\[［]\d|\|[^|\d]*(?:年均|约|超)\d|\d[^|]{0,3}(?:左右|以上|以下|以内)")


@dataclass(frozen=True)
class Reason:
    """A reason as the table has it: its label, its weight, a text with a row that has it and one without."""

    label: str
    weight: int
    example: str
    near: str


class Sentence(NamedTuple):
    """Where a sentence stands in its passage, and the reasons against any of its rows."""

    start: int
    end: int
    against: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str, start: int, end: int, figures: int, firm: bool) -> "Sentence":
        """The sentence `text[start:end]`, with how many figures it has, and whether it names a firm or a project."""
        said = (
            ("sentence.respectively", text.find("分别", start, end) >= 0),
            ("sentence.cumulative", text.find("累计", start, end) >= 0),
            ("sentence.single", figures == 1),
            ("sentence.firm", firm),
        )
        return cls(start, end, tuple(key for key, holds in said if holds))


@dataclass(slots=True)
class Case:
    """A row whose confidence is asked, with what its words stand among."""

    statement: Statement
    place: Place
    period: Span
    sign: Sign
    indicator: str  # its id
    unit_base: str
    at_home: bool  # the area is the one that the document is about
    text: str  # of the passage
    sentence: Sentence


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
    against: list[str] = []
    for look in _LOOKS:
        look(case, against.append)
    against += case.sentence.against
    if not case.at_home:
        against.append("sentence.other_area")
    return _verdict(tuple(against))


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


@cache
def _stands(indicator: str) -> bool:
    """Whether the catalogue knows an indicator to be a stock."""
    return bool(indicator) and catalogue()[indicator].kind == "stock"


def _of_name(case: Case, note: Callable[[str], None]) -> None:
    statement, name = case.statement, case.statement.indicator
    if not case.indicator:
        note("name.unknown")
        if len(name) > 11:
            note("name.long")
        if len(name) < 4:
            note("name.short")
    if not statement.own:
        note("name.inherited")
    elif not case.indicator and case.text.startswith(name, statement.figure.bound_end):
        note("name.behind")
    if case.indicator and statement.measure == "level" and _unit_base(case.indicator) not in {"", case.unit_base}:
        note("name.other_unit")


def _of_period(case: Case, note: Callable[[str], None]) -> None:
    statement, place, (start, end) = case.statement, case.place, case.period
    when, clock = place.when, place.clock
    if clock.first is None or clock.first != clock.last:
        note("period.undated")
    if not when.said:
        note("period.unsaid")
    elif start is None:
        note("period.no_start")
    elif case.period != when.span:
        if case.period == clock.today:
            if not says_today(place.clause):
                note("period.today")
        elif start == end == when.span[1]:
            note("period.last_day")
        elif not statement.base:
            note("period.changed")
    if not place.explicit and when.said:
        note("period.heading" if when.said in {"section", "document"} else "period.passage")
    if when.kind in {"span", "future", "opening"}:
        note("period.counted_years")
    if when.kind == "now":
        note("period.now")
    if place.dating > 2:
        note("period.several")
    if end and clock.first and clock.last:
        if not case.sign.target and end > clock.last:
            note("period.to_come")
        if case.sign.target and end < clock.first:
            note("period.over")
        if clock.first.year - end.year > 2:
            note("period.long_ago")
    if start and end:
        if statement.basis == "mom" and (end - start).days > 31:
            note("period.one_month")
        if (statement.basis == "annual_average" or "每年" in place.clause) and (end - start).days < 366:
            note("period.one_year")
        if start != end and statement.measure == "level" and _stands(case.indicator) and is_stock(statement):
            note("period.stretch")


def _of_outlook(case: Case, note: Callable[[str], None]) -> None:
    statement, sign = case.statement, case.sign
    if sign.torn:
        note("outlook.torn")
    if sign.by == "above":
        note("outlook.above")
    if sign.by == "period":
        note("outlook.period")
    if not sign.target:
        end = statement.figure.bound_end
        aims = word_in(case.text[end : end + 8], _AIMS) and _AIM_BEHIND.match(case.text, end)
        if aims and statement.measure != "attainment":
            note("outlook.aim_behind")
        if word_in(case.place.clause, _NOT_LESS):
            note("outlook.not_less")


def _of_value(case: Case, note: Callable[[str], None]) -> None:
    statement, figure = case.statement, case.statement.figure
    if figure.chinese:
        note("value.chinese")
    if statement.rule == "ratio.level.rate":
        note("value.bare_rate")
    if statement.measure == "rank":
        note("value.rank")
    if statement.rule in {"points.change.than", "amount.change.than", "amount.change.yoy"}:
        note("value.than")
    if "同期" in case.place.clause:
        note("value.same_period")
    if statement.rule.startswith("table.") and _ODD_CELLS.search(case.text):
        note("value.cells")


_LOOKS = (_of_name, _of_period, _of_outlook, _of_value)

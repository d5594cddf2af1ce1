"""Which period governs a figure: the one said with it, the passage's, the section's, the document's."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from indicators.clock import Span
from indicators.context import NOWHERE, Scope, When
from indicators.events import came_of_event
from indicators.mentions import Mention
from indicators.reach import (
    PART_OF_YEAR,
    SEVERAL_YEARS,
    dates_one_number,
    is_comparison,
    is_origin,
    leads,
    opens,
    reaches,
)
from indicators.scan import Scan
from indicators.statement import Statement
from indicators.stretches import dates, named_years, nth_year, same_period, since_founding, year_at_hand

_OF_A_TARGET = re.compile(r"[^，。；]{0,4}(?:目标|任务|计划|预算)(?!是|为|：)")
_AIMS = re.compile(r"(?:紧盯|锚定|对标|瞄准|围绕|对照|咬定|盯紧|盯住)$")  # 紧盯全年目标，确保增长7%
_PLANS = re.compile(r"将|拟|要|计划|力争|目标|确保|争取|预计|冲刺|完成全年")
_YEARS_LONG = re.compile(r"(?:利用|用|在|计划)(\d|[一二三四五六七八九])年时间")
_IN_TERM = re.compile(r"(?:计划|规划|实施|方案|行动)期内")
_DUE = re.compile("(?:规划|计划|目标)(?:要求|是|为)?$")  # 规划要求2020年达到4.2%
_PASSING = {"now", "day", "iso", "month", "days", "future"}  # they date their own sentence alone
_BASE_YEAR = re.compile(r"(\d{4})年")


class Governed(NamedTuple):
    """The period that governs a statement; `explicit` where its own sentence says it."""

    when: When
    explicit: bool
    dating: int = 0  # how many periods of its sentence could date it


def carry_period(scope: Scope, scan: Scan, mentions: Sequence[Mention], start: int, end: int) -> None:
    """Leave the period of a sentence, whose mentions these are, to those after it."""
    explicit = False
    settled = scope.document_when.said == "document" and scope.document_when.kind in PART_OF_YEAR
    annual = scope.document_when.said == "document" and scope.document_when.kind in {"year", "relative"}
    for mention in mentions:
        if is_comparison(scan.text, mention) or is_origin(scan.text, mention):
            continue
        if not (reaches(scan, mention, start, end) and leads(scan, mention, start)):
            continue
        if dates_one_number(scan.text, mention) or _DUE.search(scan.text, start, mention.start):
            continue
        scope.now = scope.now or mention.kind == "now"
        if mention.kind in {"whole", "relative"} and _OF_A_TARGET.match(scan.text, mention.end):
            continue
        aside = scan.text.startswith("年内", mention.start) or scan.text[start : mention.start].endswith("、")
        if aside and scope.when.kind in SEVERAL_YEARS:
            continue  # 水果产量连续八年领跑全国、去年达到3760万吨, in a review of five years
        if annual and (mention.kind in SEVERAL_YEARS or (mention.kind in PART_OF_YEAR and mention.start > 0)):
            continue
        if mention.point and opens(scan, mention) and leads(scan, mention, start):
            scope.standing = scope.clock.dates(mention, year_at_hand(scope, mention, scope.when, explicit))
        if mention.point or (mention.kind in _PASSING and not mention.since) or _counts_one_sum(scan.text, mention):
            continue
        if mention.since and mention.start > 2 and mention.kind in {"plan", "day", "opening", "month", "year"}:
            continue
        # ——看一季度，冲击前所未有: a sentence without figures says what those after it are about
        heads = mention.start - start <= 6 and not scan.figures_between(start, end)
        lasts = opens(scan, mention) or heads
        if not lasts and not scan.has_figure(mention):
            continue
        span = dates(scope, scan, mention, scope.when, explicit)
        if settled and mention.kind in PART_OF_YEAR and span != scope.document_when.span:
            continue
        if _looks_further(scope, span) and mention.start > start:
            continue
        if _within_year(span, scope.when.span):
            continue  # 10月当月 beside 1—10月: what follows is of the year so far again
        if span != NOWHERE:
            scope.when, explicit = When.of(mention, span, "passage", scan.passage), True
            # among plans, a look back at what is over holds for its passage alone
            over = bool(scope.section_plan and scope.clock.first and span[1] and span[1] < scope.clock.first)
            if lasts:
                scope.led = scope.when
            if lasts and not over and not _looks_further(scope, span):
                scope.lasting = scope.when


def _looks_further(scope: Scope, span: Span) -> bool:
    """Whether a period lies beyond the one year whose plans a section tells (到2030年 in the tasks for 2026)."""
    first, last = scope.section_when.span
    if not scope.section_when.said and not scope.document_when.said:
        first, last = scope.clock.first, scope.clock.last  # 今年的工作安排
    one_year = bool(first and last and first.year == last.year)
    return bool(scope.section_plan and one_year and last and span[1] and span[1].year > last.year)


def _within_year(part: Span, whole: Span) -> bool:
    """Whether a period is a later part of a stretch that began on 1 January of its year."""
    (start, end), (first, last) = part, whole
    if not (start and end and first and last) or start.year != first.year:
        return False
    return (first.month, first.day) == (1, 1) and start > first and end <= last and last.year == first.year


def govern(scope: Scope, scan: Scan, statement: Statement, start: int, mentions: Sequence[Mention]) -> Governed:
    """The period that governs a statement of the sentence that begins at `start` and has these mentions."""
    position = statement.figure.start
    before = [mention for mention in mentions if mention.end <= position]
    when, explicit, dating = scope.when, False, 0
    for mention in before:
        if same := same_period(scope, scan, mention, when, position):
            return Governed(When(same, mention.kind, said="origin", mention=mention, passage=scan.passage), True)
        counted = statement.figure.dimension in {"count", "people", "area"}
        if not _governs(scan, mention, start, position, when, explicit, bool(when.said) and not counted):
            continue
        if not reaches(scan, mention, start, position):
            continue
        if _counts_its_clause(scan.text, mention, position) and not _was_done(statement):
            continue
        span = dates(scope, scan, mention, when, explicit)
        if scope.founded and (mention.kind == "opening" or since_founding(span, scope.founded)):
            span = scope.founded, scope.clock.last
        if span == NOWHERE and mention.kind != "now":
            continue
        if explicit and _year_up_to(scan.text, mention, when, span, position):
            when = when._replace(span=(span[0], when.span[1]), kind=mention.kind, point=False)
            continue
        if span == scope.event and mention.kind in {"day", "iso"}:
            when = When(span, "day", said="sentence", mention=mention, passage=scan.passage)
            explicit = True  # what came of an event, came on its day
            continue
        said = "origin" if is_origin(scan.text, mention) else "sentence"
        when, explicit = When.of(mention, span, said, scan.passage), True
        dating += 1
    if statement.period_index >= 0 and (nth := nth_year(before, scan.text, statement.period_index)):
        return Governed(When.of(nth, scope.clock.dates(nth, when.year), "sentence", scan.passage), True)
    if _IN_TERM.search(scan.text, start, position):
        term = scope.named if scope.named != NOWHERE else scope.document_when.span
        if term != NOWHERE:
            return Governed(When(term, "plan", said="sentence"), True)
    if (length := _YEARS_LONG.search(scan.text, start, position)) and (named := named_years(scope.named, length[1])):
        return Governed(When(named, "plan", said="sentence"), True)
    if not explicit and scope.event != NOWHERE and came_of_event(scope, scan.text[start:position]):
        return Governed(When(scope.event, "day", said="sentence"), True)
    return Governed(when, explicit, dating)


def _year_up_to(text: str, mention: Mention, when: When, span: Span, position: int) -> bool:
    """Whether a year is told of up to the day named before it: 截至3月底，今年已完成…."""
    if mention.kind not in {"relative", "whole"} or mention.point or not when.point or when.span[1] is None:
        return False
    comma = text.find("，", mention.end, position)
    ahead = _PLANS.search(text, mention.end, comma if comma >= 0 else position)
    return span[0] is not None and span[0].year == when.span[1].year and not ahead


def _counts_one_sum(text: str, mention: Mention) -> bool:
    """Whether a period is the 五年 of 五年净增, which says over how long one sum runs."""
    return "n_past2" in mention.parts and text[mention.end - 1] == "年"


def _counts_its_clause(text: str, mention: Mention, position: int) -> bool:
    """Whether a period says over how long a sum runs, of a clause before `position`."""
    return _counts_one_sum(text, mention) and "，" in text[mention.end : position]


def _was_done(statement: Statement) -> bool:
    by_years = statement.basis in {"annual_average", "since"} or statement.measure == "change"
    return by_years or bool(statement.verb or statement.done or not statement.own)


def _governs(
    scan: Scan, mention: Mention, start: int, position: int, when: When, explicit: bool, scope_known: bool
) -> bool:
    """Whether a period before a figure in its sentence dates it; `scope_known` where a flow has a period without it."""
    text = scan.text
    if is_comparison(text, mention):
        return False
    if mention.kind == "now" and is_origin(text, mention) and position > mention.end + 12:
        return False
    if is_origin(text, mention) and any(mention.end <= figure.start < position for figure in scan.measured):
        return False
    if mention.kind in {"day", "iso", "days"} and not mention.since and mention.start > start and not mention.point:
        return False
    if mention.kind == "whole" and when.kind in SEVERAL_YEARS:
        return False
    if mention.kind in {"whole", "relative"} and _OF_A_TARGET.match(text, mention.end):
        return mention.kind == "whole" and bool(_AIMS.search(text, max(start, mention.start - 6), mention.start))
    if text.rfind("，", start, position) < mention.start:  # it stands in the figure's own clause
        return True
    if mention.kind == "now" and scope_known and "；" in text[mention.end : position]:
        return False  # 如今全县…；村均收入268万元: only what 如今 stands with is of today
    if text.startswith("前", mention.end) and mention.kind in {"month", "day", "year_end"}:
        return False
    return not explicit or opens(scan, mention) or scan.has_figure(mention)


def settle_basis(statement: Statement, when: When) -> Statement:
    """The basis of a growth, now that the period is known: over several years it is since their beginning."""
    start, end = when.span
    several = bool(start and end and end.year > start.year and not when.since)
    if several and not statement.base and "同比" not in statement.held:
        points = statement.rule == "points.change.points" and not statement.basis
        if (statement.measure, statement.basis) == ("growth", "yoy") or points:
            return statement._replace(basis="since")
    plan_end = bool(end and end.year % 5 == 0 and (end.month, end.day) == (12, 31))
    grown = (statement.measure, statement.basis, statement.base) == ("growth", "yoy", "")
    if grown and plan_end and not when.since and "累计" in statement.held and "同比" not in statement.held:
        return statement._replace(basis="since")  # 到2025年，能耗累计下降13%
    year = _BASE_YEAR.search(statement.base)
    counted = statement.measure == "change" and statement.base.endswith(("底", "末"))  # 比2022年底多出38家
    if statement.basis == "since" and not (several or counted) and end and year and int(year[1]) == end.year - 1:
        return statement._replace(basis="yoy")
    return statement

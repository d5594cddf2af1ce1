"""What a sentence leaves to those after it: the period that it has said of the passage, or of all that follows."""

import re
from collections.abc import Sequence

from indicators.clock import Span
from indicators.context import NOWHERE, Scope, When
from indicators.mentions import Mention
from indicators.reach import (
    PART_OF_YEAR,
    SEVERAL_YEARS,
    counts_one_sum,
    dates_one_number,
    is_account,
    is_comparison,
    is_of_target,
    is_origin,
    leads,
    opens,
    reaches,
    says_which,
)
from indicators.scan import Scan
from indicators.stretches import dates, year_at_hand

_DUE = re.compile("(?:规划|计划|目标)(?:要求|是|为)?$")  # 规划要求2020年达到4.2%
_PASSING = {"now", "day", "iso", "month", "days", "future", "ago"}  # they date their own sentence alone


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
        if (
            dates_one_number(scan.text, mention)
            or says_which(scan.text, mention)
            or _DUE.search(scan.text, start, mention.start)
        ):
            continue
        scope.now = scope.now or mention.kind == "now"
        if is_of_target(scan.text, mention):
            continue
        aside = scan.text.startswith("年内", mention.start) or scan.text[start : mention.start].endswith("、")
        if aside and scope.when.kind in SEVERAL_YEARS:
            continue  # 水果产量连续八年领跑全国、去年达到3760万吨, in a review of five years
        if annual and (mention.kind in SEVERAL_YEARS or (mention.kind in PART_OF_YEAR and mention.start > 0)):
            continue
        if mention.point and opens(scan, mention) and leads(scan, mention, start):
            scope.standing = scope.clock.dates(mention, year_at_hand(scope, mention, scope.when, explicit))
        if _rises_from(scan, mention, mentions):
            continue
        if mention.point or (mention.kind in _PASSING and not mention.since) or counts_one_sum(scan.text, mention):
            continue
        if mention.since and mention.start > 2 and mention.kind in {"plan", "day", "opening", "month", "year"}:
            continue
        # ——看一季度，冲击前所未有: a sentence without figures says what those after it are about
        heads = not scan.figures_between(start, end) and (mention.start - start <= 6 or is_account(scan.text, mention))
        lasts = opens(scan, mention) or heads
        if not lasts and not scan.has_figure(mention):
            continue
        span = dates(scope, scan, mention, scope.when, explicit)
        if settled and mention.kind in PART_OF_YEAR and span != scope.document_when.span:
            continue
        led = explicit and scope.when.kind in SEVERAL_YEARS and not opens(scan, mention)
        if led and mention.kind in {"year", "relative"}:
            continue  # “十四五”时期，预计2025年税收12亿元。投资累计完成…: what follows is of the plan
        if _looks_further(scope, span) and mention.start > start:
            continue
        if mention.start > start and _falls_short(span, scope.when.span) and scan.figures_between(start, mention.start):
            continue  # 规上企业142家；1—2月利润3亿元, told of the first quarter: the months that are known
        if _within_year(span, scope.when.span):
            continue  # 10月当月 beside 1—10月: what follows is of the year so far again
        if span != NOWHERE:
            scope.when, explicit = When.of(mention, span, "passage", scan.passage), True
            # among plans, a look back at what is over holds for its passage alone
            over = bool(scope.section_plan and scope.clock.first and span[1] and span[1] < scope.clock.first)
            if lasts:
                scope.led = scope.when
            # in a review of several years, a year named on the way holds for its passage alone
            within = start > 0 and mention.kind in {"year", "relative"} and _looks_back(scope)
            lately = mention.since and not {"y1", "y5", "y6"} & mention.parts.keys()  # 5月以来
            if lasts and not (
                _due_later(scope, scan, mention, span)
                or over
                or within
                or (lately and mention.kind in {"month", "day"})
                or _looks_further(scope, span)
            ):
                scope.lasting = scope.when


def _looks_back(scope: Scope) -> bool:
    """Whether what lasts from passage to passage is several years that are over."""
    end = scope.lasting.span[1]
    return bool(scope.lasting.kind in SEVERAL_YEARS and end and scope.clock.last and end <= scope.clock.last)


def _rises_from(scan: Scan, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a year is only where something rose from: 2012年才18亿元，到去年是75.6亿元."""
    if mention.kind != "year":
        return False
    later = (other for other in mentions if other.start > mention.end and other.kind in {"year", "relative", "now"})
    return any(other.kind == "now" or scan.text[other.start - 1] in "到至" for other in later)


def _looks_further(scope: Scope, span: Span) -> bool:
    """Whether a period lies beyond the one year whose plans a section tells (到2030年 in the tasks for 2026)."""
    first, last = scope.section_when.span
    if not scope.section_when.said and not scope.document_when.said:
        first, last = scope.clock.first, scope.clock.last  # 今年的工作安排
    one_year = bool(first and last and first.year == last.year)
    return bool(scope.section_plan and one_year and last and span[1] and span[1].year > last.year)


def _due_later(scope: Scope, scan: Scan, mention: Mention, span: Span) -> bool:
    """Whether a year ahead is only when its own passage's aims are due (到2025年，…), in an article on no plan."""
    ahead = bool(span[1] and scope.clock.year and span[1].year > scope.clock.year)
    planned = scope.document_plan or "plan" in {scope.document_when.kind, scope.section_when.kind}
    return ahead and not planned and mention.kind == "year" and scan.text.endswith("到", 0, mention.start)


def _falls_short(part: Span, whole: Span) -> bool:
    """Whether a period begins with a stretch of a year and ends before it."""
    (start, end), (first, last) = part, whole
    return bool(start and end and first and last and start == first and end < last and last.year == first.year)


def _within_year(part: Span, whole: Span) -> bool:
    """Whether a period is a later part of a stretch that began on 1 January of its year."""
    (start, end), (first, last) = part, whole
    if not (start and end and first and last) or start.year != first.year:
        return False
    return (first.month, first.day) == (1, 1) and start > first and end <= last and last.year == first.year

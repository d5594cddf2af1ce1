"""Which period governs a figure: the one said with it, the passage's, the section's, the document's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indicators.clock import Span
from indicators.context import NOWHERE, Scope, When
from indicators.events import came_of_event
from indicators.mentions import Mention
from indicators.reach import (
    PART_OF_YEAR,
    SEVERAL_YEARS,
    counts_one_sum,
    is_comparison,
    is_due,
    is_of_target,
    is_origin,
    is_target_of,
    is_when_done,
    opens,
    reaches,
    says_which,
)
from indicators.scan import Scan
from indicators.statement import Statement
from indicators.stretches import (
    began,
    begins_stretch,
    dates,
    goes_on_since,
    named_years,
    nth_year,
    same_period,
    since_founding,
    told_apart,
)

_AIMS = re.compile(r"(?:紧盯|锚定|对标|瞄准|围绕|对照|咬定|盯紧|盯住)$")  # 紧盯全年目标，确保增长7%
_PLANS = re.compile(r"将|拟|要|计划|力争|目标|确保|争取|预计|冲刺|完成全年")
_YEARS_LONG = re.compile(r"(?:利用|用|在|计划)(\d|[一二三四五六七八九])年时间")
_IN_TERM = re.compile(r"(?:计划|规划|实施|方案|行动)期内")
_MEANWHILE = re.compile(
    "(?:^|[，；])(?:(?:与此)?同期|同一时期|这一时期)(?=，|[\u4e00-\u9fff])(?!的|相比|比|水平|增|下降|增长|为|是)"
)  # 同期，举办活动8场
# 由设立之初的17户增加到65户
_FOUNDING = (
    "(?:由|从)(?:设立|成立|挂牌|揭牌|建区|获批|封关|组建|起步)(?:之初|初期|伊始|当初|当年|之时|时|前)的?[^，。；]{0,4}"
)
_OF_FOUNDING = re.compile(_FOUNDING + "$")
AT_FOUNDING = re.compile(_FOUNDING + r"\d[^，。；]{1,12}$")
_AVERAGES = ("年均", "期间年均", "时期年均", "以来年均", "平均每年")
_UP_TO_THEN = re.compile("截[至止](?:当|同)[日天]")
_BASE_YEAR = re.compile(r"(\d{4})年")


@dataclass(slots=True)
class Governed:
    """The period that governs a statement; `explicit` where its own sentence says it."""

    when: When
    explicit: bool
    dating: int = 0  # how many periods of its sentence could date it
    due: int = 0  # where the period ends by which it is to be done, if that is said behind the figure


def govern(scope: Scope, scan: Scan, statement: Statement, start: int, mentions: Sequence[Mention]) -> Governed:
    """The period that governs a statement of the sentence that begins at `start` and has these mentions."""
    position = statement.figure.start
    before = [mention for mention in mentions if mention.end <= position]
    if (nearest := before[-1] if before else None) and is_target_of(scan.text, nearest, statement.figure.bound_end):
        span = dates(scope, scan, nearest, scope.when, False)
        return Governed(When.of(nearest, span, "sentence", scan.passage), True)
    if statement.previous and scope.founded and _OF_FOUNDING.search(scan.text, start, position):
        return Governed(When((scope.founded, scope.founded), "day", point=True, said="origin"), True)
    if behind := _said_behind(scope, scan, statement.figure.bound_end, mentions):
        return behind
    when, explicit, dating = scope.when, False, 0
    for mention in before:
        if same := same_period(scope, scan, mention, when, position):
            return Governed(When(same, mention.kind, said="origin", mention=mention, passage=scan.passage), True)
        counted = statement.figure.dimension in {"count", "people", "area"}
        if not _governs(scan, mention, start, position, when, explicit, bool(when.said) and not counted):
            continue
        if begins_stretch(scan, mention, before):
            continue
        if not reaches(scan, mention, start, position) and not began(scope, scan, mention, before):
            continue
        if scope.plan and mention.kind in PART_OF_YEAR and _told_on_the_way(scan, mention, start, position):
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
        if (first := began(scope, scan, mention, before)) and first <= (span[1] or first):
            when = when._replace(span=(first, span[1]), since=True, point=False)
        elif goes_on_since(scan.text, mention) and (span[0] or date.min) <= (scope.clock.last or date.max):
            when = when._replace(span=(span[0], scope.clock.last), since=True, point=False, said="sentence")
        dating += 1
    index = statement.period_index
    nth = nth_year(before, scan.text, index) if index >= 0 else told_apart(scan, before, position)
    if nth:
        return Governed(When.of(nth, scope.clock.dates(nth, when.year), "sentence", scan.passage), True)
    told = scan.text[start:position]
    if "期内" in told and _IN_TERM.search(told):
        term = scope.named if scope.named != NOWHERE else scope.document_when.span
        if term != NOWHERE:
            return Governed(When(term, "plan", said="sentence"), True)
    length = _YEARS_LONG.search(told) if "年时间" in told else None
    if length and (named := named_years(scope.named, length[1])):
        return Governed(When(named, "plan", said="sentence"), True)
    if not explicit and scope.told.said and "期" in told and _MEANWHILE.search(told):
        return Governed(scope.told, True)
    if not explicit and scope.event != NOWHERE and came_of_event(scope, told):
        up_to = bool(_UP_TO_THEN.search(told))  # 截至当日，累计发出专列86班次
        return Governed(When(scope.event, "day", point=up_to, said="sentence"), True)
    return Governed(when, explicit, dating)


def _said_behind(scope: Scope, scan: Scan, position: int, mentions: Sequence[Mention]) -> Governed | None:
    """The period behind a number that ends at `position`, where its things were or are to be done in it."""
    mention = next((mention for mention in mentions if mention.start >= position), None)
    if mention is None or not scope.clock.last:
        return None
    span = dates(scope, scan, mention, scope.when, False)
    ahead = (span[1] or date.min) >= scope.clock.last
    said = is_due(scan.text, position, mention) if ahead else is_when_done(scan.text, position, mention)
    if span == NOWHERE or not said:
        return None
    return Governed(When.of(mention, span, "sentence", scan.passage), True, due=mention.end if ahead else 0)


def _year_up_to(text: str, mention: Mention, when: When, span: Span, position: int) -> bool:
    """Whether a year is told of up to the day named before it: 截至3月底，今年已完成…."""
    if mention.kind not in {"relative", "whole"} or mention.point or not when.point or when.span[1] is None:
        return False
    if when.kind == "now" and mention.kind == "whole":
        return False
    if mention.kind == "whole" and when.mention and text.find("；", when.mention.end, mention.start) >= 0:
        return False  # 三季度末完成6所；年内开工3200套
    comma = text.find("，", mention.end, position)
    ahead = _PLANS.search(text, mention.end, comma if comma >= 0 else position)
    return span[0] is not None and span[0].year == when.span[1].year and not ahead


def _counts_its_clause(text: str, mention: Mention, position: int) -> bool:
    """Whether a period says over how long a sum runs, of a clause before `position`."""
    told = text[mention.end : position]
    return counts_one_sum(text, mention) and "，" in told and "，其中" not in told


def _told_on_the_way(scan: Scan, mention: Mention, start: int, position: int) -> bool:
    """Whether a period belongs to its part of a list of plans alone: 工业增长8.5%，上半年不低于8%；投资增长10%."""
    after = scan.text.find("；", mention.end, position) >= 0
    return after and bool(scan.figures_between(max(start, scan.text.rfind("；", start, mention.start)), mention.start))


def _averaged(text: str, mention: Mention, position: int) -> bool:
    """Whether a plan says over what its own clause averages, of a clause after it: “十四五”年均增长8%，企业60家."""
    comma = text.find("，", mention.end, position)
    return text.startswith(_AVERAGES, mention.end) and comma >= 0 and not text.startswith("其中", comma + 1)


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
    if says_which(text, mention) and "，" in text[mention.end : position]:
        return False
    if mention.kind == "now" and is_origin(text, mention) and position > mention.end + 12:
        return False
    if is_origin(text, mention) and any(mention.end <= figure.start < position for figure in scan.measured):
        return False
    if mention.kind in {"day", "iso", "days"} and not mention.since and mention.start > start and not mention.point:
        return False
    if mention.kind == "whole" and when.kind in SEVERAL_YEARS:
        return False
    if explicit and mention.kind == "plan" and _averaged(text, mention, position):
        return False
    if is_of_target(text, mention):
        if mention.kind == "year":
            return not re.search(r"\d|的", text[mention.end : position])  # 仅为2020年目标18亿美元的53.3%
        if text[mention.end : mention.end + 1].isdigit():
            return mention.end == position  # 全年590亿元的目标
        return mention.kind == "whole" and bool(_AIMS.search(text, max(start, mention.start - 6), mention.start))
    if text.rfind("，", start, position) < mention.start:  # it stands in the figure's own clause
        return True
    if mention.kind == "now" and scope_known and "；" in text[mention.end : position]:
        return False  # 如今全县…；村均收入268万元: only what 如今 stands with is of today
    if text.startswith("前", mention.end) and mention.kind in {"month", "day", "year_end"}:
        return False
    if when.kind == "now" and mention.kind == "whole":
        return True  # 就眼下而言，全年GDP增长8%的目标不变
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

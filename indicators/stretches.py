"""The dates that a period stands for in its place: 五年累计 in a review of a plan, 上半年 of the year at hand."""

import re
from collections.abc import Sequence
from datetime import date

import regex

from indicators.clock import Span, month_end, plan_years
from indicators.context import Scope, When
from indicators.mentions import Mention
from indicators.numerals import parse_numeral
from indicators.reach import PART_OF_YEAR
from indicators.scan import Scan

_SAME_PERIOD_IS = re.compile(
    r"的?(?:同期|这个?时候?|此时)[^，。；]{0,12}?(?:是|为|只有|仅有|才|达)(?:下降|增长|负增长)?|(?<=[由从](?:去|上|前)年)的?同期的?"
)
_FROM_THEN = regex.compile("(?:[自从]|(?<=^|[，。；])(?=挂牌|成立|揭牌|建区|封关))(?P<what>[^，。；至到]{2,20})[至到]$")
_SINCE_THEN = re.compile("[^，。；]{1,34}?以来")
_FOUNDED = re.compile("挂牌|成立|揭牌|建区|设立|获批|封关|运行")
_AIMED = re.compile(r"[^，。；\d完占达只仅已]{0,12}?(?:目标|计划(?!的)|任务|盘子|预期|力争|确保|要|将|预计|有望)")
_WITH_A_YEAR = {"year", "month", "day", "year_end"}
_ROUND_ITS_ANNIVERSARY, _JUST_OVER = 45, 45  # days
_LISTED = {"year", "listed_year", "relative", "quarters", "listed_quarter", "whole"}
_RESPECTIVELY = re.compile(r"[^，。；、\d]{0,10}(?:分别|依次)")
_JOINTS = {"、", "和", "，", "与", "及"}


def same_period(scope: Scope, scan: Scan, mention: Mention, when: When, position: int) -> Span | None:
    """The stretch of an earlier year that a number is of: 2011年同期是17.2%, 而去年同期为35.1亿元."""
    if mention.kind not in {"year", "relative"} or not _SAME_PERIOD_IS.fullmatch(scan.text, mention.end, position):
        return None
    said, (first, last) = scope.clock.dates(mention, when.year)[1], when.span
    if said is None or first is None or last is None or first.year != last.year:
        return None
    year = said.year if mention.kind == "year" else first.year - 1  # 去年同期 is of the year before the one told of
    return date(year, first.month, 1), month_end(year, last.month)


def dates(scope: Scope, scan: Scan, mention: Mention, when: When, explicit: bool) -> Span:
    """The dates of a mention where `when` governs, `explicit` if it was said in the same sentence."""
    if mention.kind == "span" and (span := _span_at_hand(scope, scan, mention, when)):
        return span
    if mention.kind == "future" and (span := _years_up_to(scope, scan, mention)):
        return span
    if mention.kind == "whole" and not explicit and when.said == "passage" and _AIMED.match(scan.text, mention.end):
        return scope.clock.dates(mention, max(when.year or 0, scope.clock.year or 0) or None)  # 到去年…。全年的盘子是…
    tasks = scan.text.startswith("——") and when.said == "opening"
    if mention.kind == "whole" and not explicit and tasks and scan.text.startswith("年内", mention.start):
        return scope.clock.dates(mention, scope.clock.year)
    told = scope.standing[1]
    if mention.kind == "whole" and not explicit and not scope.plan and told and (told.month, told.day) == (12, 31):
        return scope.clock.dates(mention, told.year)  # 截至去年底，…。全年技术合同成交额…
    if mention.kind == "plan" and (before := _plan_before(scope, mention)):
        return before
    year = _year_just_told(scope, scan, mention) if not explicit and mention.kind == "relative" else None
    return scope.clock.dates(mention, year or year_at_hand(scope, mention, when, explicit))


def _plan_before(scope: Scope, mention: Mention) -> Span | None:
    """All years of the plan before the one that the document sets out: “十四五”以来 in the plan of the 十五五."""
    first, last = plan_years(mention.parts["plan_name"])
    next_first = scope.document_when.span[0] if scope.document_when.kind == "plan" else None
    follows = last and next_first and last.year + 1 == next_first.year
    return (first, last) if follows and mention.parts.get("plan_part") == "以来" else None


def _year_just_told(scope: Scope, scan: Scan, mention: Mention) -> int | None:
    """The year that the sentence before named last, where 当年 and 那一年 go back to it."""
    if not scan.text.startswith(("当", "同", "那"), mention.start):
        return None
    stop = scan.text.rfind("。", 0, mention.start)
    begin = scan.text.rfind("。", 0, max(stop, 0)) + 1
    if scan.figures_between(begin, max(stop, 0)):
        return None  # what is told there may go on
    named = [other for other in scan.periods if begin <= other.start < stop and other.kind in _WITH_A_YEAR]
    end = scope.clock.dates(named[-1])[1] if named else None
    return end.year if end else None


def _years_up_to(scope: Scope, scan: Scan, mention: Mention) -> Span | None:
    """今后五年 beside 到2027年: the five years that end then."""
    first, last = scope.clock.dates(mention)
    if first is None or last is None:
        return None
    for other in scan.mentions:
        end = scope.clock.dates(other)[1] if other.kind == "year" and other.start > mention.end else None
        if end and end.year == last.year - 1:
            return date(first.year - 1, 1, 1), date(end.year, 12, 31)
    return None


def year_at_hand(scope: Scope, mention: Mention, when: When, explicit: bool) -> int | None:
    """The year of a period said without one (上半年): that of what governs here.

    去年 in a sentence before does not make it last year's where this year's is over by now.
    """
    clock = scope.clock
    if _up_to_lately(scope, mention, when, explicit):
        return clock.year
    passing = not explicit and when.said == "passage" and when.year != clock.year
    led = _led_by_year(scope)
    if passing and mention.kind in PART_OF_YEAR and clock.last:
        at_home = scope.section_when.year or scope.document_when.year
        end = clock.dates(mention, at_home or clock.year)[1]
        just_over = bool(end and 0 <= (clock.last - end).days < _JUST_OVER)
        if end and end <= clock.last and (not led or just_over):
            return at_home or clock.year
    if passing and mention.kind in PART_OF_YEAR and clock.last and clock.year and not led:
        start = clock.dates(mention, clock.year)[0]
        if start and start.month > 6 and when.year == clock.year - 1 and scope.section_when.year != when.year:
            return clock.year  # 下半年，将…, though somebody has just told of last year
    early = bool(clock.year and clock.last and clock.last.month <= 3)
    if mention.kind in {"whole", "year_end"} and not when.said and early and not scope.plan and clock.year:
        return clock.year - 1  # 截至年末 in a text of January
    return when.year


def _led_by_year(scope: Scope) -> bool:
    """Whether the passage has begun with a period of its own: 2022年，…。12月，…"""
    start, end = scope.led.span
    of_one = start is None or end is None or start.year == end.year  # 2016年至2018年累计…。上半年，…
    return bool(scope.led.said and scope.led.kind != "relative" and of_one)


def began(scope: Scope, scan: Scan, mention: Mention, before: Sequence[Mention]) -> date | None:
    """The first day of a stretch of which a period is the end: 自2011年11月4日封关至今年6月底, 自挂牌至今年3月末."""
    since = _FROM_THEN.search(scan.text, max(0, mention.start - 24), mention.start)
    if since is None or scan.figures_between(since.start(), mention.start):
        return None
    first = next((other for other in before if other.start == since.start("what")), None)
    return scope.clock.dates(first)[0] if first else scope.founded if _FOUNDED.match(since["what"]) else None


def begins_stretch(scan: Scan, mention: Mention, before: Sequence[Mention]) -> bool:
    """Whether a period only begins a stretch whose end is said behind it: 自2月3日启动应急响应至3月15日."""
    if not scan.text.endswith(("自", "从"), 0, mention.start):
        return False
    ends = (other.start for other in before if other.start > mention.end)
    since = (_FROM_THEN.search(scan.text, max(0, end - 24), end) for end in ends)
    return any(found is not None and found.start("what") == mention.start for found in since)


def _up_to_lately(scope: Scope, mention: Mention, when: When, explicit: bool) -> bool:
    """Whether 截至8月底 is of the months before publication, though what was told before is of an earlier year."""
    last, year = scope.clock.last, scope.clock.year
    if explicit or last is None or year is None or when.year is None or when.year >= year:
        return False
    if when.said != "passage" and not (when.said == "document" and mention.point):
        return False
    if mention.kind not in {"month", "day"} or {"y1", "r1", "y5", "r5"} & mention.parts.keys():
        return False
    home = scope.section_when
    if not mention.point and ((home.said in {"section", "document"} and home.year == when.year) or _led_by_year(scope)):
        return False  # 3月, in a chronicle of last year
    end = scope.clock.dates(mention, year)[1]
    return bool(end and end <= last and (last - end).days < (130 if mention.point and when.said == "passage" else 50))


def goes_on_since(text: str, mention: Mention) -> bool:
    """Whether a day only begins a stretch, which is said behind it: 自2020年6月3日率先实行新政策以来."""
    began_then = (
        mention.kind in {"day", "month", "year"} and not mention.since and text.endswith(("自", "从"), 0, mention.start)
    )
    return began_then and (text.startswith("开始", mention.end) or bool(_SINCE_THEN.match(text, mention.end)))


def since_founding(span: Span, founded: date) -> bool:
    """Whether a span of many years (十年来, 27年来) is the area's age."""
    start, end = span
    return bool(start and end and end.year - start.year > 5 and abs(start.year - founded.year) <= 1)


def _is_age(founded: date, today: date, length: str) -> bool:
    """Whether so many years are those since the area was founded, on a day a few weeks round its anniversary."""
    years = int(length) if length.isdigit() else int(parse_numeral(length) or 0) if length else 0
    if years < 2 or (founded.month, founded.day) == (1, 1):
        return False  # of which only the year is known
    return abs((today - founded).days - 365.25 * years) <= _ROUND_ITS_ANNIVERSARY


def _years_listed(scan: Scan, mention: Mention, length: str, scope: Scope) -> Span | None:
    """The years that were named one by one before 三年合计, if they are as many."""
    start = scan.text.rfind("。", 0, mention.start)
    years = sorted(
        {
            first.year
            for other in scan.mentions
            if start < other.start < mention.start
            and other.kind in {"year", "listed_year"}
            and (first := scope.clock.dates(other)[0])
        }
    )
    wanted = int(length) if length.isdigit() else int(parse_numeral(length) or 0) if length else 0
    if wanted < 2 or len(years) != wanted or years[-1] - years[0] != wanted - 1:
        return None
    return date(years[0], 1, 1), date(years[-1], 12, 31)


def _span_at_hand(scope: Scope, scan: Scan, mention: Mention, when: When) -> Span | None:
    """The years that 五年累计 or 三年来 counts: those of the plan named, or of the stretch that governs here."""
    length = mention.parts.get("n_past") or mention.parts.get("n_past2") or ""
    if scope.founded and scope.clock.last and _is_age(scope.founded, scope.clock.last, length):
        return scope.founded, scope.clock.last
    if scan.text[mention.start] in "前头" and (begun := _first_years(scope, when, length)):
        return begun
    if named := named_years(scope.named, length):
        return named
    if "n_past2" not in mention.parts:
        return None
    if here := named_years(when.span, length):
        return here
    if listed := _years_listed(scan, mention, length, scope):
        return listed
    looks_back = bool(when.said and when.span[1] and scope.clock.first and when.span[1] < scope.clock.first)
    if planned := _years_reviewed(scope, length):
        return planned
    if scope.plan and not looks_back and (planned := named_years(scope.document_when.span, length)):
        return planned
    end, last = when.span[1], scope.clock.last
    if length in {"五", "5"} and end and last and end > last:
        return date(end.year - 4, 1, 1), date(end.year, 12, 31)  # 到2030年…，五年累计下降13%
    return None


def _first_years(scope: Scope, when: When, length: str) -> Span | None:
    """The first so many years of the plan that is spoken of: 单位GDP能耗前四年累计下降15%."""
    years = int(length) if length.isdigit() else int(parse_numeral(length) or 0)
    for said in (when, scope.section_when, scope.document_when):
        first, last = said.span
        if said.kind in {"plan", "years"} and first and last and 1 < years < last.year - first.year + 1:
            return date(first.year, 1, 1), date(first.year + years - 1, 12, 31)
    return None


def _years_reviewed(scope: Scope, length: str) -> Span | None:
    """The years of the plan that the text reviews, as its title or a heading says, if they are as many."""
    for said in (scope.section_when, scope.document_when):
        over = bool(said.span[1] and scope.clock.year and said.span[1].year <= scope.clock.year)
        if said.kind in {"plan", "years"} and said.said in {"section", "document"} and over:
            return named_years(said.span, length)
    return None


def named_years(named: Span, length: str) -> Span | None:
    """The years of a plan that the text names, if it is as many years long: 三年累计, 利用3年时间."""
    first, last = named
    years = int(length) if length.isdigit() else parse_numeral(length) if length else None
    return named if first and last and years == last.year - first.year + 1 else None


def told_apart(scan: Scan, mentions: Sequence[Mention], position: int) -> Mention | None:
    """The year of a number at `position` in a list that is told of years: 2021年、2022年分别为2.1亿美元和1.6亿美元."""
    last = mentions[-1] if mentions else None
    listed = _RESPECTIVELY.match(scan.text, last.end) if last and last.kind in _LISTED else None
    if not listed or last is None or scan.text.find("，", listed.end(), position) >= 0:
        return None
    index = len(scan.figures_between(listed.end(), position))
    run = [mention for mention in mentions if mention.kind in _LISTED]
    first = len(run) - 1
    while first > 0 and scan.text[run[first - 1].end : run[first].start] in _JOINTS:
        first -= 1
    run = run[first:]
    return run[index] if len(run) > 1 and index < len(run) else None


def nth_year(mentions: list[Mention], text: str, index: int) -> Mention | None:
    """The n-th year of the enumeration at the end (2022年、2023年分别达到)."""
    years = [mention for mention in mentions if mention.kind in {"year", "quarters", "listed_quarter", "whole"}]
    first = len(years) - 1
    while first > 0 and text[years[first - 1].end : years[first].start] in _JOINTS:
        first -= 1
    return years[first + index] if 0 <= first + index < len(years) else None

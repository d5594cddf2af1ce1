"""Which period governs a figure: the one said with it, the passage's, the section's, the document's."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import regex

from indicators.clock import Span, month_end
from indicators.context import NOWHERE, Scope, When
from indicators.mentions import Mention
from indicators.numerals import parse_numeral
from indicators.scan import Scan
from indicators.statement import Statement

_THAN = re.compile(r"(?:比|较|与|同|跟|相当于)$")
_THAN_WITHIN_WORD = re.compile(r"(?:对|相|可|会)比$")
_MULTIPLE_OF = re.compile(r"(?:是|为|超过|超|达到|相当于)$")
_A_MULTIPLE = regex.compile(
    r"(?:的|末的|年末的|全年的|水平|全年)?[^，。；]{0,8}?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)多?倍|的\d+"
)
_ON_TOP_OF = re.compile(r"[^，。；]{0,6}基础上")
_ABOVE = re.compile(r"(?:高于|低于|快于|多于|超过)$")
_FROM = re.compile(r"(?:由|从)$")
_IN_NAME = regex.compile(r"[”\"]?(?:规划|计划)?的?(?:开局|收官|起步|首年|第一年|最后一年|关键)")
_OPENS = re.compile(r"(?:^|[。：；，？！“”、—）】●■]|截至|截止|到|至|自|在|从|即|来看|过去的|刚刚过去的)$")
_OF_A_TARGET = re.compile(r"[^，。；]{0,4}(?:目标|任务|计划|预算)(?!是|为|：)")
_AIMS = re.compile(r"(?:紧盯|锚定|对标|瞄准|围绕|对照|咬定|盯紧|盯住)$")  # 紧盯全年目标，确保增长7%
_HEADS_TARGETS = re.compile(r"(?:预期|奋斗|主要|各项)*(?:目标|任务)(?:是|为|：)")
_SAME_PERIOD_IS = re.compile(r"的?同期[^，。；]{0,12}?(?:是|为|只有|仅有|才|达)(?:下降|增长|负增长)?")
_PLANS = regex.compile(r"将|拟|要|计划|力争|目标|确保|争取|预计|冲刺|完成全年")
_EVENT = regex.compile(
    r"发布|上线|投产|获批|通车|开业|首发|举行|召开|举办|开幕|签约|开工|竣工|揭牌|启用|落户|仪式|活动|推介会|对接会"
    r"|大会|发布会|启动"
)
_AT_EVENT = regex.compile(
    r"(?:现场|会上|活动上|仪式上|当天|当日|会议期间|(?:本|此|这)次(?:活动|签约|集中|大会|会议|推介会|开工)?|集中(?=签约|开工|竣工|揭牌)|集体(?=签约|落户|开工)|分会场)"
)
_DATELINE = regex.compile(
    r"(?:[◆▲■●★▼□◇·]|本报讯|讯|（[^）]{0,30}）|[^，。；：]{2,14}?(?:高新区|经开区|开发区|新区|园区|片区)[：，；]?|(?:本报)?记者[^，。；\d]{0,12}|[^，。；\d]{0,16}；)*[^，。；\d]{0,20}"
)
_YEARS_LONG = regex.compile(r"(?:利用|用|在|计划)(\d|[一二三四五六七八九])年时间")
_IN_TERM = regex.compile(r"(?:计划|规划|实施|方案|行动)期内")
_JOINTS = {"、", "和", "，", "与", "及"}
_PART_OF_YEAR = {"quarters", "months", "first_months"}
_SEVERAL_YEARS = {"plan", "span"}
_PASSING = {"now", "day", "iso", "month", "days", "future"}  # they date their own sentence alone
_BASE_YEAR = regex.compile(r"(\d{4})年")


class Governed(NamedTuple):
    """The period that governs a statement; `explicit` where its own sentence says it."""

    when: When
    explicit: bool


def is_comparison(text: str, mention: Mention) -> bool:
    """Whether a period is only what something is compared with: 比2020年, 是2018年的5倍, 去年同期."""
    before = text[max(0, mention.start - 4) : mention.start]
    after = text[mention.end : mention.end + 14]
    if after.startswith(("同期", "的同期", "同月")) or _ON_TOP_OF.match(after):
        return True
    if mention.kind == "plan" and _IN_NAME.match(after):
        return True
    if _THAN.search(before):
        return not _THAN_WITHIN_WORD.search(before)
    return bool(_ABOVE.search(before)) or bool(_MULTIPLE_OF.search(before) and _A_MULTIPLE.match(after))


def is_origin(text: str, mention: Mention) -> bool:
    """Whether a period only dates the number right after it: 由上年的29.3%."""
    return bool(_FROM.search(text[max(0, mention.start - 2) : mention.start]))


def _dates_one_number(text: str, mention: Mention) -> bool:
    """Whether a period dates the number after it and no other: 增加到2020年的294.6亿元, 其中2025年1.32万列."""
    if text.endswith("其中", 0, mention.start):
        return True
    return text.startswith("的", mention.end) and text.endswith(("到", "至", "为", "是"), 0, mention.start)


def opens(scan: Scan, mention: Mention) -> bool:
    """Whether a period says what follows is about: it stands at the head of a clause or right after its subject."""
    before = scan.text[: mention.start]
    if _HEADS_TARGETS.match(scan.text, mention.end):
        return True
    if _OPENS.search(before):
        return not scan.text.startswith(("的", "前", "前后"), mention.end)
    sentence = before.rfind("。") + 1
    if any(sentence <= other.start < mention.start for other in scan.mentions):
        return False
    return any(area.end == mention.start and area.kind in {"park", "self"} for area in scan.areas)


def reaches(scan: Scan, mention: Mention, start: int, position: int) -> bool:
    """Whether what a period dates goes on as far as `position` in its sentence, which begins at `start`.

    The first of a sentence, and one set apart by a comma (到2025年，), lead all that follows them. One that belongs to
    its noun (；二季度末开工率达到95%；), or stands in an aside (——去年是39%), dates no more than its part of the
    sentence.
    """
    text = scan.text
    if text.find("）", mention.end, position) >= 0 and text.rfind("（", start, mention.start) > text.rfind(
        "）", start, mention.start
    ):
        return False
    return text.find("；", mention.end, position) < 0 or leads(scan, mention, start)


def leads(scan: Scan, mention: Mention, start: int) -> bool:
    """Whether a period says what all that follows it in its sentence is about, and not only its part of it."""
    text = scan.text
    if text.endswith("—", start, mention.start):
        return False
    stop = text.find("。", mention.end)
    told = any(start <= figure.start and (stop < 0 or figure.start < stop) for figure in scan.measured)
    if told and mention.kind in _PART_OF_YEAR and mention.start > start and not opens(scan, mention):
        return text.startswith("，", mention.end) and text[mention.start - 1] in "；，："
    if mention.kind == "whole" or not any(start <= figure.start < mention.start for figure in scan.measured):
        return True
    first = not any(start <= other.start < mention.start for other in scan.mentions)
    if first and mention.kind not in _SEVERAL_YEARS:
        return True
    return text.startswith("，", mention.end) and text[mention.start - 1] in "；，："


def carry_period(scope: Scope, scan: Scan, mentions: Sequence[Mention], start: int, end: int) -> None:
    """Leave the period of a sentence, whose mentions these are, to those after it."""
    explicit = False
    settled = scope.document_when.said == "document" and scope.document_when.kind in _PART_OF_YEAR
    annual = scope.document_when.said == "document" and scope.document_when.kind in {"year", "relative"}
    for mention in mentions:
        if is_comparison(scan.text, mention) or is_origin(scan.text, mention):
            continue
        if not (reaches(scan, mention, start, end) and leads(scan, mention, start)):
            continue
        if _dates_one_number(scan.text, mention):
            continue
        scope.now = scope.now or mention.kind == "now"
        if mention.kind in {"whole", "relative"} and _OF_A_TARGET.match(scan.text, mention.end):
            continue
        aside = scan.text.startswith("年内", mention.start) or scan.text[start : mention.start].endswith("、")
        if aside and scope.when.kind in _SEVERAL_YEARS:
            continue  # 水果产量连续八年领跑全国、去年达到3760万吨, in a review of five years
        if annual and (mention.kind in _SEVERAL_YEARS or (mention.kind in _PART_OF_YEAR and mention.start > 0)):
            continue
        if mention.point and opens(scan, mention) and leads(scan, mention, start):
            scope.standing = scope.clock.dates(mention, _year_at_hand(scope, mention, scope.when, explicit))
        if mention.point or (mention.kind in _PASSING and not mention.since) or _counts_one_sum(scan.text, mention):
            continue
        if mention.since and mention.start > 2 and mention.kind in {"plan", "day", "opening", "month", "year"}:
            continue
        # ——看一季度，冲击前所未有: a sentence without figures says what those after it are about
        heads = mention.start - start <= 6 and not scan.figures_between(start, end)
        lasts = opens(scan, mention) or heads
        if not lasts and not scan.has_figure(mention):
            continue
        span = _dates(scope, scan, mention, scope.when, explicit)
        if settled and mention.kind in _PART_OF_YEAR and span != scope.document_when.span:
            continue
        if _looks_further(scope, span) and mention.start > start:
            continue
        if _within_year(span, scope.when.span):
            continue  # 10月当月 beside 1—10月: what follows is of the year so far again
        if span != NOWHERE:
            scope.when, explicit = When.of(mention, span, "passage"), True
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
    when, explicit = scope.when, False
    for mention in before:
        if same := _same_period(scope, scan, mention, when, position):
            return Governed(When(same, mention.kind, said="origin"), True)
        counted = statement.figure.dimension in {"count", "people", "area"}
        if not _governs(scan, mention, start, position, when, explicit, bool(when.said) and not counted):
            continue
        if not reaches(scan, mention, start, position):
            continue
        if _counts_its_clause(scan.text, mention, position) and not _was_done(statement):
            continue
        span = _dates(scope, scan, mention, when, explicit)
        if scope.founded and (mention.kind == "opening" or _since_founding(span, scope.founded)):
            span = scope.founded, scope.clock.last
        if span == NOWHERE and mention.kind != "now":
            continue
        if explicit and _year_up_to(scan.text, mention, when, span, position):
            when = when._replace(span=(span[0], when.span[1]), kind=mention.kind, point=False)
            continue
        if span == scope.event and mention.kind in {"day", "iso"}:
            when, explicit = When(span, "day", said="sentence"), True  # what came of an event, came on its day
            continue
        when, explicit = When.of(mention, span, "origin" if is_origin(scan.text, mention) else "sentence"), True
    if statement.period_index >= 0 and (nth := _nth_year(before, scan.text, statement.period_index)):
        return Governed(When.of(nth, scope.clock.dates(nth, when.year), "sentence"), True)
    if _IN_TERM.search(scan.text, start, position):
        term = scope.named if scope.named != NOWHERE else scope.document_when.span
        if term != NOWHERE:
            return Governed(When(term, "plan", said="sentence"), True)
    if (length := _YEARS_LONG.search(scan.text, start, position)) and (named := _named_years(scope.named, length[1])):
        return Governed(When(named, "plan", said="sentence"), True)
    if not explicit and scope.event != NOWHERE and _tells_event(scope, scan.text[start:position]):
        return Governed(When(scope.event, "day", said="sentence"), True)
    return Governed(when, explicit)


def _year_up_to(text: str, mention: Mention, when: When, span: Span, position: int) -> bool:
    """Whether a year is told of up to the day named before it: 截至3月底，今年已完成…."""
    if mention.kind not in {"relative", "whole"} or mention.point or not when.point or when.span[1] is None:
        return False
    comma = text.find("，", mention.end, position)
    ahead = _PLANS.search(text, mention.end, comma if comma >= 0 else position)
    return span[0] is not None and span[0].year == when.span[1].year and not ahead


def _tells_event(scope: Scope, words: str) -> bool:
    """Whether the words before a figure speak of the event that the article tells of: 会上签约项目31个."""
    return bool(_AT_EVENT.search(words)) or (scope.at_event and words.startswith(("其中", "涵盖", "涉及", "总投资")))


def tells_event(text: str) -> bool:
    """Whether a passage speaks of an event."""
    return bool(_AT_EVENT.search(text))


def note_event(scope: Scope, scan: Scan, mentions: Sequence[Mention], start: int, end: int) -> None:
    """Remember the day of an event that a sentence begins with (3月13日，…推介会在深圳举行)."""
    sentence = scan.text[start:end]
    for mention in mentions:
        if (
            mention.kind in {"day", "iso"}
            and not mention.since
            and _DATELINE.fullmatch(scan.text, start, mention.start)
            and _EVENT.search(sentence)
        ):
            scope.event = scope.clock.dates(mention, scope.when.year)
    others = any(mention.kind not in {"day", "iso"} for mention in mentions)
    scope.at_event = not others and (
        bool(_AT_EVENT.search(sentence)) or (scope.at_event and sentence.startswith("其中"))
    )


def _same_period(scope: Scope, scan: Scan, mention: Mention, when: When, position: int) -> Span | None:
    """The stretch of an earlier year that a number is of: 2011年同期是17.2%, 而去年同期为35.1亿元."""
    if mention.kind not in {"year", "relative"} or not _SAME_PERIOD_IS.fullmatch(scan.text, mention.end, position):
        return None
    year, (first, last) = scope.clock.dates(mention, when.year)[1], when.span
    if year is None or first is None or last is None or first.year != last.year:
        return None
    return date(year.year, first.month, 1), month_end(year.year, last.month)


def _dates(scope: Scope, scan: Scan, mention: Mention, when: When, explicit: bool) -> Span:
    """The dates of a mention where `when` governs, `explicit` if it was said in the same sentence."""
    if mention.kind == "span" and (span := _span_at_hand(scope, scan, mention, when)):
        return span
    if mention.kind == "future" and (span := _years_up_to(scope, scan, mention)):
        return span
    return scope.clock.dates(mention, _year_at_hand(scope, mention, when, explicit))


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


def _counts_one_sum(text: str, mention: Mention) -> bool:
    """Whether a period is the 五年 of 五年净增, which says over how long one sum runs."""
    return "n_past2" in mention.parts and text[mention.end - 1] == "年"


def _counts_its_clause(text: str, mention: Mention, position: int) -> bool:
    """Whether a period says over how long a sum runs, of a clause before `position`."""
    return _counts_one_sum(text, mention) and "，" in text[mention.end : position]


def _was_done(statement: Statement) -> bool:
    by_years = statement.basis in {"annual_average", "since"} or statement.measure == "change"
    return by_years or bool(statement.verb or statement.done or not statement.own)


def _year_at_hand(scope: Scope, mention: Mention, when: When, explicit: bool) -> int | None:
    """The year of a period said without one (上半年): that of what governs here.

    去年 in a sentence before does not make it last year's where this year's is over by now.
    """
    clock = scope.clock
    passing = not explicit and when.said == "passage" and when.year != clock.year
    led = scope.led.said and scope.led.kind != "relative"
    if passing and not led and mention.kind in _PART_OF_YEAR and clock.last:
        at_home = scope.section_when.year or scope.document_when.year
        end = clock.dates(mention, at_home or clock.year)[1]
        if end and end <= clock.last:
            return at_home or clock.year
    if passing and mention.kind in _PART_OF_YEAR and clock.last and clock.year and not led:
        start = clock.dates(mention, clock.year)[0]
        if start and start.month > 6 and when.year == clock.year - 1 and scope.section_when.year != when.year:
            return clock.year  # 下半年，将…, though somebody has just told of last year
    early = bool(clock.year and clock.last and clock.last.month <= 3)
    if mention.kind in {"whole", "year_end"} and not when.said and early and not scope.plan and clock.year:
        return clock.year - 1  # 截至年末 in a text of January
    return when.year


def _since_founding(span: Span, founded: date) -> bool:
    """Whether a span of many years (十年来, 27年来) is the area's age."""
    start, end = span
    return bool(start and end and end.year - start.year > 5 and abs(start.year - founded.year) <= 1)


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
    if mention.kind == "whole" and when.kind in _SEVERAL_YEARS:
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
    if named := _named_years(scope.named, length):
        return named
    if "n_past2" not in mention.parts:
        return None
    if here := _named_years(when.span, length):
        return here
    if listed := _years_listed(scan, mention, length, scope):
        return listed
    looks_back = bool(when.said and when.span[1] and scope.clock.first and when.span[1] < scope.clock.first)
    if scope.plan and not looks_back and (planned := _named_years(scope.document_when.span, length)):
        return planned
    end, last = when.span[1], scope.clock.last
    if length in {"五", "5"} and end and last and end > last:
        return date(end.year - 4, 1, 1), date(end.year, 12, 31)  # 到2030年…，五年累计下降13%
    return None


def _named_years(named: Span, length: str) -> Span | None:
    """The years of a plan that the text names, if it is as many years long: 三年累计, 利用3年时间."""
    first, last = named
    years = int(length) if length.isdigit() else parse_numeral(length) if length else None
    return named if first and last and years == last.year - first.year + 1 else None


def _nth_year(mentions: list[Mention], text: str, index: int) -> Mention | None:
    """The n-th year of the enumeration at the end (2022年、2023年分别达到)."""
    years = [mention for mention in mentions if mention.kind in {"year", "quarters", "whole"}]
    first = len(years) - 1
    while first > 0 and text[years[first - 1].end : years[first].start] in _JOINTS:
        first -= 1
    return years[first + index] if 0 <= first + index < len(years) else None


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
    if statement.basis == "since" and not several and end and year and int(year[1]) == end.year - 1:
        return statement._replace(basis="yoy")
    return statement

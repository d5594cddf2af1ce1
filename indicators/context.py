"""What a passage is about: the period, the area and whether it looks ahead, carried from sentence to sentence."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import regex

from indicators.areas import Area, find_areas, title_region
from indicators.clock import Clock, Span, months
from indicators.gazetteer import abbreviated
from indicators.lexicon import one_of, word_in
from indicators.mentions import Mention, scan_periods
from indicators.passages import Passage
from indicators.scan import Scan, in_title

NOWHERE: Span = (None, None)

_PLAN_HEADING = re.compile(one_of("plan_heading"))
_REVIEW_HEADING = re.compile(one_of("review_heading"))
_MINOR = re.compile(r"[（(]|\d|——|[一二三四五六七八九十]是|[●•○■◆·]")
_PLAN_FIRST = re.compile(
    r"[■●▶◆□▲★·#\s💡📌]*(?:展望|预期目标|目标|下一步|下步|今后|未来|接下来|面向未来|新的一年|新征程|按照计划|根据计划|明年)"
)
_BRACKETED = re.compile(r"；[^；：，。]{2,16}：")  # 【它有什么】 on a line of its own
_DAY = re.compile(r"(3[01]|[12]\d|[1-9])日，")  # in a chronicle whose headings are months
_SECTION = re.compile(r"[（(]?[一二三四五六七八九十]{1,2}[）)、]")
# A document of plans says so in its title; a newspaper's headline (…工作怎么干) may look back as well.
_FORMAL_PLAN = regex.compile(
    r"(?:规划|计划|方案|要点|任务分解|任务书|目标任务|工作目标|预期目标|重点工作|工作安排|工作部署|任务清单|责任书|意见|建议|纲要|安排|任务|目标)"
    r"(?:》|表|（[^）]*）|[一二三四五六]?|分解|下达|的通知|摘要|节选|摘登)*$"
)
_TERM = regex.compile(r"(?:（|实施期|期限|周期|为期)[为是]?$")
_FOUNDED = regex.compile(
    r"(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?[^。；\d]{0,24}?"
    r"(?:批准设立|批复设立|获批设立|批准成立|批准建立|挂牌成立|正式设立|正式成立|正式挂牌|正式揭牌|揭牌成立|(?<!新)设立(?![^，。；]{0,8}(?:企业|公司|基金|资金|机构|中心|平台|[户家个]))|获批成为)(?!之初|初期|伊始|时的|前的)"
    r"|(?P<year>(?:19|20)\d{2})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日[^。；\d企业公司活动]{0,24}?(?:挂牌|揭牌|封关)(?:成立|设立|运行|运作)?(?!上市|仪式)"
)
_FOUNDING = ("立", "牌", "封关", "获批成为")  # without which nothing is said to be founded
_HEAD_LINE = regex.compile(r"[\u4e00-\u9fff]{2,5}：")
_QUESTION = regex.compile(r"(?:问|[^：，。]{0,14}记者|主持人|主播)：")
# Titles whose year is the year that the whole text is about, and those whose year is only that of the meeting.
_ABOUT_ITS_YEAR = regex.compile(
    r"公报|年报|大事记|纪事|情况|回顾|这一年|总结|简报|运行|数[说读看]|年鉴|概况|一年|月|季度|半年|年度|盘点|成绩单|分析|通报|答卷|看懂|走过|图解|质量|报告|成就|成效"
)
_OF_A_MEETING = regex.compile(r"工作报告|会议")
# 半年报 and 期中考 are of the first half; three characters for three, so that offsets stay.
_HALF_YEARLY = re.compile("(?<![上下])半年(?=[报答成盘考大])[报答成盘考大]|期中考|年中(?=答卷|成绩|盘点|考)[答成盘考]")
_BARE_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d{2}(?![\d.\-—/]|年)")
_OF_A_YEAR = regex.compile(
    r"接着干|再出发|继续干|目标|展望|预期|任务|数[说读看]|成绩单|答卷|这一年|一年|看懂|盘点|回眸|年报|走过|图解"
)


class When(NamedTuple):
    """A period that governs figures: its dates, how it was said, and where (sentence, passage, section, document).

    `mention` and `passage` are the words that say it, where it was not pieced together.
    """

    span: Span = NOWHERE
    kind: str = ""
    since: bool = False
    point: bool = False
    said: str = ""
    mention: Mention | None = None
    passage: Passage | None = None

    @classmethod
    def of(cls, mention: Mention, span: Span, said: str, passage: Passage | None = None) -> "When":
        """The period of a mention in a passage."""
        return cls(span, mention.kind, mention.since, mention.point, said, mention, passage)

    def dates_like(self, other: "When") -> bool:
        """Whether the other says the same of when, be it in other words."""
        return self[:5] == other[:5]

    def over(self, clock: Clock) -> bool:
        """Whether it is several years of which the last was over before the year of publication."""
        start, end = self.span
        return bool(start and end and clock.year and start.year < end.year < clock.year)

    def whole_year(self) -> "When":
        """The year of which it is a part; itself where it is of more than one."""
        start, end = self.span
        if start is None or end is None or start.year != end.year:
            return self
        return self._replace(span=(date(end.year, 1, 1), date(end.year, 12, 31)), point=False)

    @property
    def sums(self) -> bool:
        """Whether its words count the years that one sum runs over: 三年完成, but not 三年来."""
        length = self.mention.parts.get("n_past2", "") if self.mention else ""
        return bool(length and self.mention and self.mention.end - self.mention.start == len(length) + 1)

    @property
    def stretch(self) -> tuple[int | None, Span]:
        """The year it lies in, and the part of it that it is, if it is a quarter or some months."""
        return self.year, self.span if self.kind in {"quarters", "months", "first_months"} else NOWHERE

    @property
    def year(self) -> int | None:
        """The year it lies in."""
        end = self.span[1] or self.span[0]
        return end.year if end else None


# 赣经开办字〔2019〕63号, 洛高新管〔2021〕7号
_KINDS_NUMBERED = {"经开": "经开区", "高新": "高新区"}
_NUMBER = re.compile(
    r"(?P<place>[\u4e00-\u9fff])(?P<kind>经开|高新)[\u4e00-\u9fff]{0,5}[（〔\[](?:19|20)\d{2}[）〕\]]\d+号"
)
UNSAID = When()
_AS_FOLLOWS = re.compile("现将[^，。；]{2,40}(?:通报|报告|公布|汇报|发布)如下")
_FIRST_ORDER = re.compile("[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[章节部]")
_SECOND_ORDER = re.compile("（[一二三四五六七八九十]+）")
LONG_AGO = 3  # years before publication, of which no news is about
IN_SPRING = 3  # the month up to which the year's own figures are not known yet


@dataclass
class Scope:
    """The state of reading at one place: of the document, of the section, of the passage."""

    clock: Clock
    home: str  # the area that the document is about
    home_from: str  # whence that is known: given, title, text
    document_when: When
    document_plan: bool
    ordered: bool = True  # it has headings of the first order (一、), so that (一) is one below
    founded: date | None = None  # the day, or the first day of the year, on which the area was founded
    named: Span = NOWHERE  # the years of the plan that the text names: 《…三年行动计划（2020—2022年）》
    section_area: str = ""
    section_when: When = UNSAID
    section_plan: bool = False
    lasting: When = UNSAID  # the period that the next passage takes over
    area: str = ""
    when: When = UNSAID
    plan: bool = False
    now: bool = False  # the passage has said 目前
    segment: str = ""
    event: Span = NOWHERE  # the day of the meeting or signing that the article tells of
    opening: When | None = None  # the year past that the article told of first, None before it has told of any period
    led: When = UNSAID  # the period with which a sentence of this passage began
    standing: Span = NOWHERE  # the day of which the passage tells stocks: 截至2024年底，…
    told: When = UNSAID  # the period that the sentence with figures before said of its last one
    at_event: bool = False  # the sentence before told what came of it

    def __post_init__(self) -> None:
        self.area = self.section_area = self.home
        self.when = self.lasting = self.section_when = self.document_when
        self.plan = self.section_plan = self.document_plan


def open_document(passages: list[Passage], clock: Clock, park: str, areas: list[list[Area]] | None = None) -> Scope:
    """The scope at the head of a document: its area, and the period and outlook that its title gives.

    `areas` are those that each passage names, where they are known already.
    """
    when, plan = When(), False
    for passage in passages[:4]:
        title = passage.text.removeprefix("标题：")
        if _SECTION.match(title):
            break
        if len(title) > 60 or title.endswith("。") or when.said or _HEAD_LINE.match(title):
            continue
        found = _said_in(passage, heading_when(title, clock, "document"), len(passage.text) - len(title))
        announces = is_plan_heading(title) and bool(_FORMAL_PLAN.search(title))
        plan = plan or announces
        if announces or (_ABOUT_ITS_YEAR.search(title) and not _OF_A_MEETING.search(title)):
            when = found
    if when.kind == "year" and clock.year and (when.year or 0) < clock.year - LONG_AGO:
        when = When()  # 1990年的一张老照片
    when = _counted_on(passages, clock) or when
    when = when if when.said else _reported_on(passages, clock)
    home, home_from = (park, "given") if park else main_area(passages, areas)
    ordered = any(passage.heading and _FIRST_ORDER.match(passage.text) for passage in passages)
    return Scope(clock, home, home_from, when, plan, ordered, find_founding(passages, clock))


def _counted_on(passages: list[Passage], clock: Clock) -> When | None:
    """The day for which a census has counted (以2020年11月1日零时为标准时点), None in a document on no census."""
    for passage in passages:
        if "标准时点" in passage.text:
            day = next((m for m in scan_periods(passage.text) if m.kind in {"day", "iso"}), None)
            return When.of(day, clock.dates(day), "document", passage) if day else None
    return None


def _reported_on(passages: list[Passage], clock: Clock) -> When:
    """The period with which a circular begins: 现将截至4月30日项目进展通报如下, 现将前三季度有关情况通报如下."""
    for passage in passages[:8]:
        if not _AS_FOLLOWS.search(passage.text):
            continue
        mention = next(iter(scan_periods(passage.text)), None)
        first, last = clock.dates(mention) if mention else NOWHERE
        if mention and mention.kind == "day" and mention.point and last:
            first = date(last.year, 1, 1)
        if mention and first and last and first < last:
            return When((first, last), "first_months", said="document", mention=mention, passage=passage)
    return When()


def find_founding(passages: list[Passage], clock: Clock) -> date | None:
    """The day on which the area was founded, as a text tells it in passing; the first of the month or year known."""
    for passage in passages:
        for match in _FOUNDED.finditer(passage.text) if word_in(passage.text, _FOUNDING) else ():
            month, day = int(match["month"] or 1), int(match["day"] or 1)
            if month <= 12 and day <= monthrange(int(match["year"]), month)[1]:
                return date(int(match["year"]), month, day)
    return None


def is_plan_heading(text: str) -> bool:
    """Whether a heading announces plans.

    >>> is_plan_heading("二、2014年目标任务"), is_plan_heading("一、2013年目标任务完成情况")
    (True, False)
    """
    return bool(_PLAN_HEADING.search(text)) and not _REVIEW_HEADING.search(text)


def heading_when(text: str, clock: Clock, said: str, year: int | None = None) -> When:
    """The period that a heading or title names; the publication's own date is none.

    `year` is that of the document, of which 3月 is; without one it is of the year of publication.
    """
    text = _HALF_YEARLY.sub("上半年", text)
    mentions = [m for m in scan_periods(text) if m.kind not in {"iso", "day", "now", "days"} and not in_title(text, m)]
    for mention in mentions:
        span = clock.dates(mention, year)
        if span == NOWHERE or text.startswith(("远景", "第"), mention.end):
            continue  # 2020年第10期
        if said == "document" and mention.kind in {"quarters", "month"} and span[0]:
            span = date(span[0].year, 1, 1), span[1]  # a report on the third quarter tells of the year so far
        return When.of(mention, span, said)
    if not mentions and (year := _BARE_YEAR.search(text)) and _OF_A_YEAR.search(text):
        return When(months(int(year[0]), 1, 12), "year", said=said)
    return When()


def _said_in(passage: Passage, when: When, shift: int = 0) -> When:
    """The period of a heading with where it stands: `shift` characters further on in its passage."""
    if when.mention is None:
        return when
    mention = when.mention._replace(start=when.mention.start + shift, end=when.mention.end + shift)
    return when._replace(mention=mention, passage=passage)


def main_area(passages: list[Passage], areas: list[list[Area]] | None = None) -> tuple[str, str]:
    """The area that a document is about: the one its `title` names, else the one named most in the `text`.

    It is given in its longest form; both are "" where there is none.
    """
    counts: dict[str, int] = {}
    titled = ""
    for number, passage in enumerate(passages):
        found = areas[number] if areas else find_areas(passage.text)
        named = [area.name for area in found if area.kind == "park"]
        for name in named:
            counts[name] = counts.get(name, 0) + 1
        if named and not titled and number < 6 and len(passage.text) <= 80:
            titled = max(named, key=lambda name: (named.count(name), len(name)))
    titles = (title_region(passage.text) for passage in passages[:4] if len(passage.text) <= 60)
    region = next((name for name in titles if name), "")
    most = max(counts, key=lambda name: counts[name], default="")
    its_own = len(region) > 2 and counts.get(most, 0) > 1 and most.startswith(region[:-1])  # 于都工业园区 in 于都县
    if not titled and region and not its_own and counts.get(most, 0) < 6:
        return region, "title"
    most = titled or max(counts, key=lambda name: counts[name], default=region)
    if not most and (numbered := next(filter(None, map(_numbered_by, passages[:6])), "")):
        return numbered, "title"
    longest = max((name for name in counts if name.endswith(most)), key=len, default=most)
    return longest, "title" if titled else "text" if longest else ""


def _numbered_by(passage: Passage) -> str:
    """The park whose office numbered a document (赣经开办字〔2019〕63号), "" where the number tells of none alone."""
    number = _NUMBER.match(passage.text) if len(passage.text) <= 40 else None
    return abbreviated(number["place"], _KINDS_NUMBERED[number["kind"]]) if number else ""


def enter_heading(scope: Scope, passage: Passage, named: Sequence[Area]) -> None:
    """Move the scope to the section that a heading opens; `named` are the areas that it names.

    A heading of the first order (一、) ends what the section before was about; one below it ((一), 1.) keeps it.
    """
    text = passage.text
    minor = bool(_MINOR.match(text)) and (scope.ordered or not _SECOND_ORDER.match(text))
    areas = [area for area in named if area.kind == "park" and area.start <= 4]
    if areas and not scope.section_area.endswith(areas[0].name):
        # An article of another park begins: what the page's first title said does not hold for it.
        scope.section_area = areas[0].name
        scope.document_plan = is_plan_heading(text)
        about = _ABOUT_ITS_YEAR.search(text) and not _OF_A_MEETING.search(text)
        titled = heading_when(text, scope.clock, "document") if about else When()
        scope.document_when = _said_in(passage, titled)
        scope.opening = None
    if is_plan_heading(text):
        scope.plan = True
    elif _REVIEW_HEADING.search(text):
        scope.plan = False
    elif not minor:
        scope.plan = scope.document_plan
    found = _said_in(passage, heading_when(text, scope.clock, "section", scope.document_when.year))
    if "→" in text:
        found = UNSAID  # 主要指标（2020年→2025年）: each line says what is of which
    if found.said:
        scope.when = found
    elif not minor:
        scope.when = scope.document_when if scope.document_when.said else _year_so_far(scope)
        if not scope.when.said and scope.opening and scope.opening.said:
            scope.when = scope.opening._replace(said="opening")
        if _REVIEW_HEADING.search(text):
            scope.when = _plan_before(scope) or scope.when
    scope.area = scope.section_area
    scope.section_when, scope.section_plan, scope.lasting = scope.when, scope.plan, scope.when
    scope.event = NOWHERE


def _plan_before(scope: Scope) -> When | None:
    """The five years before those of the plan that the document sets out: its 发展基础 looks back on them."""
    start, end = scope.document_when.span
    if not (scope.document_plan and start and end and end.year == start.year + 4):
        return None
    return When((date(start.year - 5, 1, 1), date(start.year - 1, 12, 31)), "plan", said="section")


def _year_so_far(scope: Scope) -> When:
    """The period of a monthly brief that says 1—10月 at its head alone, and goes on under other headings."""
    (start, end), last = scope.lasting.span, scope.clock.last
    if scope.lasting.kind not in {"months", "first_months", "quarters"} or not (start and end and last):
        return UNSAID
    return scope.lasting if (start.month, start.year) == (1, last.year) and end <= last else UNSAID


def note_opening(scope: Scope) -> None:
    """Keep the period that an article tells of first, where it is the year past, told in the first months of the next:
    what other sections tell without a date is of it, too."""
    first, said = scope.clock.first, scope.lasting
    if scope.opening is not None or said.said != "passage" or not first:
        return
    past = first.month <= IN_SPRING and bool(said.span[0]) and said.span[1] == date(first.year - 1, 12, 31)
    past = past and not said.point
    scope.opening = said if past else UNSAID


def end_look_back(scope: Scope) -> None:
    """What is planned is not of the year past, where that was taken over from another section."""
    if scope.when.said == "opening":
        scope.when = scope.lasting = UNSAID


def asks(text: str) -> bool:
    """Whether a passage is a question of an interview (记者：土地够用吗？), and no byline."""
    return bool(_QUESTION.match(text)) and text.endswith("？")


def _day_of(month: Span, day: int) -> Span:
    """The day of a month, NOWHERE if it has none such."""
    first, last = month
    there = first and last and day <= last.day
    return (first.replace(day=day), first.replace(day=day)) if first and there else NOWHERE


def enter_passage(scope: Scope, scan: Scan) -> None:
    """Move the scope to the next passage of its section."""
    scope.segment, scope.now, scope.at_event, scope.led = "", False, False, When()
    scope.standing = NOWHERE
    scope.area = scope.section_area
    if any(area.kind == "park" and area.start <= 1 and area.name != scope.home for area in scan.areas):
        scope.lasting = scope.section_when  # ▲赣州高新区：…: a piece of its own
    if scope.section_when.kind == "month" and (day := _DAY.match(scan.text)):
        scope.lasting, scope.event = scope.section_when, _day_of(scope.section_when.span, int(day[1]))
    if _BRACKETED.fullmatch(scan.text):
        scope.lasting = scope.section_when
        scope.section_plan = scope.document_plan or is_plan_heading(scan.text)
    scope.when = scope.lasting
    if _QUESTION.match(scan.text):
        scope.section_plan = is_plan_heading(scan.text)
        asked = heading_when(scan.text, scope.clock, "section") if scope.section_plan else UNSAID
        scope.when = scope.lasting = asked if asked.said else scope.section_when
    if _PLAN_FIRST.match(scan.text):
        scope.section_plan = True
    scope.plan = scope.section_plan
    for mention in scan.periods:
        if mention.kind == "years" and (mention not in scan.mentions or _TERM.search(scan.text, 0, mention.start)):
            scope.named = scope.clock.dates(mention)

"""What a passage is about: the period, the area and whether it looks ahead, carried from sentence to sentence."""

from dataclasses import dataclass, replace

import regex

from indicators.areas import Area, find_areas, title_region
from indicators.lexicon import one_of
from indicators.passages import Passage
from indicators.periods import Clock, Mention, Span, months, scan_periods

_COMPARED = regex.compile(r"(?:比|较|与|同|跟|超过|高于|低于|相当于|多于|少于|快于|于|超|达到|是|为|相比|可比)$")
_FROM = regex.compile(r"(?:由|从)$")
_SUBJECT = regex.compile(r"(?:^|[，；：。！？“”》、|●·—\-#▶]|本报讯|记者|据|年|月|日|季度|以来|目前|获悉|今年|去年|近日|期间)$")
_PLAN_FIRST = regex.compile(r"^[■●▶◆□▲★·#\s💡📌]*(?:展望|预期目标|目标|下一步|下步|今后|未来|接下来|展望|面向未来|新的一年|新征程|按照计划|根据计划|明年)")
_MINOR = regex.compile(r"[（(]|\d|——|[一二三四五六七八九十]是|[●•○■◆·]")
_REVIEW = regex.compile(one_of("review_heading"))
_TARGETS_ARE = regex.compile(r"(?:目标|预期|任务|计划|安排)(?:主要)?(?:是|为|：|如下)|预期：|^预期")


@dataclass(frozen=True)
class When:
    """A period that governs figures: its dates, how it was said, and whether it was said here or carried on."""

    span: Span = (None, None)
    kind: str = ""
    since: bool = False
    point: bool = False
    said: str = ""  # sentence, passage, section, document or "" (nothing known)
    text: str = ""

    @property
    def year(self) -> int | None:
        """The year it lies in."""
        end = self.span[1] or self.span[0]
        return end.year if end else None


@dataclass
class Scope:
    """The state of reading at one place: document, then section, then passage."""

    clock: Clock
    area: str = ""
    home: str = ""  # the area that the document is about
    when: When = When()
    plan: bool = False
    document_when: When = When()
    document_plan: bool = False
    section_when: When = When()
    section_plan: bool = False
    section_area: str = ""
    now: bool = False  # the passage has said 目前
    lasting: When = When()  # the period that the next passage takes over
    named: Span = (None, None)  # the years of the plan that the text names: 《…三年行动计划（2020—2022年）》
    segment: str = ""


def is_comparison(text: str, mention: Mention) -> bool:
    """Whether a period is only what something is compared with: 比2020年, 是2018年的5倍, 去年同期."""
    before = text[max(0, mention.start - 4) : mention.start]
    after = text[mention.end : mention.end + 14]
    if after.startswith(("同期", "的同期", "同月")):
        return True
    if mention.kind == "plan" and regex.match(r"[”\"]?(?:规划|计划)?的?(?:开局|收官|起步|首年|第一年|最后一年|关键)", after):
        return True
    if regex.search(r"(?:比|较|与|同|跟|相当于)$", before):
        return not regex.search(r"(?:对|相|可|会)$", before[:-1]) or not before.endswith("比")
    if regex.search(r"(?:是|为|超过|超|达到|相当于)$", before) and regex.match(r"(?:的|末的|年末的|全年的|水平|全年)?[^，。；]{0,8}?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)(?:多)?倍|的\d+", after):
        return True
    return bool(regex.search(r"(?:高于|低于|快于|多于|超过)$", before))


def is_origin(text: str, mention: Mention) -> bool:
    """Whether a period only dates the number right after it: 由上年的29.3%."""
    return bool(_FROM.search(text[max(0, mention.start - 2) : mention.start]))


def in_title(text: str, mention: Mention) -> bool:
    """Whether a period stands inside 《》 or is part of a name in quotes."""
    opening = text.rfind("《", 0, mention.start)
    return opening >= 0 and text.find("》", opening, mention.start) < 0


def open_document(passages: list[Passage], clock: Clock, park: str) -> Scope:
    """The scope at the head of a document: its area, and the period and outlook that its title gives."""
    home = park or main_area(passages)
    when, plan = When(), False
    for passage in passages[:4]:
        if len(passage.text) > 60:
            continue
        found = heading_when(passage.text, clock)
        if found.span != (None, None) and regex.search(r"公报|年报|情况|回顾|这一年|总结|简报|运行|数说|数读|年鉴|概况|一年|月|季度|半年|年度|盘点|成绩单|分析|通报|数[说读看]|答卷|看懂|走过|图解|质量|报告", passage.text) and not regex.search(r"工作报告|会议", passage.text):
            when = replace(found, said="document")
        if is_plan_heading(passage.text):
            plan = True
            if found.span != (None, None):
                when = replace(found, said="document")
        if when.said:
            break
    return Scope(clock, home, home, when, plan, when, plan, when, plan, lasting=when)


def is_plan_heading(text: str) -> bool:
    """Whether a heading announces plans.

    >>> is_plan_heading("二、2014年目标任务"), is_plan_heading("一、2013年目标任务完成情况")
    (True, False)
    """
    return bool(regex.search(one_of("plan_heading"), text)) and not regex.search(one_of("review_heading"), text)


def heading_when(text: str, clock: Clock) -> When:
    """The period that a heading or title names; the publication's own date is none."""
    mentions = [m for m in scan_periods(text) if m.kind not in {"iso", "day", "now", "days"} and not in_title(text, m)]
    for mention in mentions:
        span = clock.dates(mention)
        if span != (None, None):
            return When(span, mention.kind, mention.since, mention.point, "section", text[mention.start : mention.end])
    if not mentions and (year := _BARE_YEAR.search(text)) and regex.search(r"接着干|再出发|继续干|目标|展望|预期|任务|数[说读看]|成绩单|答卷|这一年|一年|看懂|盘点|回眸|年报|走过|图解", text):
        number = int(year[0])
        return When(months(number, 1, 12), "year", False, False, "section", year[0])
    return When()


_BARE_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d{2}(?![\d.\-—/]|年)")


def main_area(passages: list[Passage]) -> str:
    """The area that a document is about: the one its title names, else the one named most."""
    for passage in passages[:6]:
        if len(passage.text) > 80:
            continue
        if named := [area.name for area in find_areas(passage.text) if area.kind == "park"]:
            return max(named, key=lambda name: (passage.text.count(name), len(name)))
    counts: dict[str, int] = {}
    for passage in passages:
        for area in find_areas(passage.text):
            if area.kind == "park":
                counts[area.name] = counts.get(area.name, 0) + 1
    region = next((name for passage in passages[:4] if len(passage.text) <= 60 and (name := title_region(passage.text))), "")
    if region and (not counts or max(counts.values()) < 6):
        return region
    return max(counts, key=lambda name: counts[name]) if counts else region


def enter_heading(scope: Scope, text: str) -> None:
    """Move the scope to the section that a heading opens.

    A heading of the first order (一、) ends what the section before was about; one below it ((一), 1.) keeps it.
    """
    minor = bool(_MINOR.match(text))
    found = heading_when(text, scope.clock)
    if areas := [area for area in find_areas(text) if area.kind == "park"]:
        scope.area = scope.section_area = areas[0].name
    if is_plan_heading(text):
        scope.plan = True
    elif _REVIEW.search(text):
        scope.plan = False
    elif not minor:
        scope.plan = scope.document_plan
    if found.span != (None, None):
        scope.when = found
    elif not minor:
        scope.when = scope.document_when
    scope.section_when, scope.section_plan, scope.lasting = scope.when, scope.plan, scope.when
    scope.segment = ""


def enter_passage(scope: Scope, passage: Passage) -> None:
    """Move the scope to the next passage of its section."""
    scope.segment = ""
    scope.area = scope.section_area or scope.home
    scope.when, scope.now = scope.lasting, False
    if regex.match(r"(?:问|记者)：", passage.text):
        scope.when, scope.plan = scope.section_when, scope.section_plan
        scope.lasting = scope.when
    if _PLAN_FIRST.match(passage.text):
        scope.plan = True


def subject_areas(text: str, start: int, end: int, areas: list[Area]) -> list[Area]:
    """The areas that a sentence speaks of (not those it compares with or mentions in passing)."""
    found = []
    for area in areas:
        if not start <= area.start < end or area.kind not in {"park", "self"}:
            continue
        if _SUBJECT.search(text[max(0, area.start - 4) : area.start]) or area.start == start:
            found.append(area)
    return found

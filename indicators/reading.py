"""From a text to its observations, and to the account of every number in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from indicators.areas import Area, find_areas
from indicators.catalogue import identify
from indicators.context import (
    Scope,
    When,
    enter_heading,
    enter_passage,
    in_title,
    is_comparison,
    is_origin,
    open_document,
    subject_areas,
)
from indicators.exclusions import find_exclusions
from indicators.figures import Figure, find_figures
from indicators.lexicon import one_of
from indicators.model import Mark, Observation
from indicators.observations import Place, resolve_period
from indicators.passages import Passage, split_passages
from indicators.numerals import parse_numeral
from indicators.periods import Clock, Mention, Span, scan_periods
from indicators.publication import find_published
from indicators.statements import Statement, Topic, read_sentence
from indicators.units import units

_SENTENCE = regex.compile(r"[^。！？]+[。！？]?[”）]*")
_HEADER = regex.compile(r"^(?:标题|编写|发布单位|发布机构|发布日期|发布时间|资料来源|来源|责任编辑|编辑|作者|记者|图片来源|刊载|本版图片来源|组版|通讯员|组版)：")
_CAPTION = regex.compile(r"^(?:图片来源|本版图片来源|图为|摄影|▲|注：|附：|说明：|备注：)")
_TARGET = regex.compile(one_of("target"))
_WEAK = regex.compile(one_of("weak_target"))
_ACTUAL = regex.compile(one_of("actual"))
_FIRM = regex.compile(
    r"有限(?:责任)?公司|股份公司|[\u4e00-\u9fff]{2,8}(?<!龙头|大型|企业|产业|骨干|国有|投资|平台|子|国资)(?:集团|股份)(?!军|公司|化|有限)|该项目|该企业|这家企业|该公司|(?:一|二|三)期项目|项目(?:总投资|计划投资|占地|建成|投产|达产)"
    r"|这家(?:公司|企业)|某[^，。；]{0,14}(?:公司|企业)|(?:满产|达产|投产|建成|建成投产)后|(?<!上市|总部|平台|子|母|分|外资|类|股份|担保|龙头|商贸|贸易|信托|物流|服务)公司(?=[\u4e00-\u9fff]{2})(?!数|总|共|新增|累计)"
    r"|[\u4e00-\u9fffA-Z]{2,10}(?<!重点|重大|产业|亿元|工业|新建|续建|签约|落地|类|开工|投资|外资|内资|以上|引进|建设|储备|技改|个|大|的)(?:项目|基地|工厂|生产线|产线)(?=现场|位于|由[\u4e00-\u9fff]|一期|二期|首期|正式|顺利)"
)
_MANY = regex.compile(r"(?:等|共|累计|全区|园区|高新区|经开区|企业|项目)\d+(?:多|余)?[家个户]|\d+(?:多|余)?[家户个](?:企业|项目|公司|重点|世界|国家)")
_OTHERS = regex.compile(r"^(?:我国|全国|全球|世界|全世界|国内|当前，?全国|全国各地|全国的?[\u4e00-\u9fff]{0,8})$")
_PLAN_SENTENCE = regex.compile(r"(?:目标|预期|任务|计划|打算|安排)(?:主要)?(?:是|为|：|如下)|预期：|力争实现以下|^(?:要|将)|要(?:继续|抓好|坚持|加快|全力)")

_GOES_WITH = {"share", "rank", "growth"}


@dataclass(frozen=True)
class Reading:
    """What a text says: its observations, the account of its numbers, and when it was published (ISO 8601, "" if unknown)."""

    observations: tuple[Observation, ...]
    marks: tuple[Mark, ...]
    published: str


def read_text(text: str, published: str = "", park: str = "", document: str = "") -> Reading:
    """Read a whole text. `published` and `park` overrule what the text says of itself; never raises on any text."""
    passages = split_passages(text)
    published = published or find_published(passages)
    clock = Clock.of(published)
    scope = open_document(passages, clock, park)
    observations: list[Observation] = []
    marks: list[Mark] = []
    topic = Topic()
    for passage in passages:
        reader = _PassageReader(text, passage, scope, topic, published, document)
        reader.read()
        observations.extend(reader.observations)
        marks.extend(reader.marks)
    return Reading(tuple(observations), tuple(sorted(marks, key=lambda mark: mark.start)), published)


class _PassageReader:
    """Reads one passage; the scope and the topic go on to the next."""

    def __init__(self, source: str, passage: Passage, scope: Scope, topic: Topic, published: str, document: str) -> None:
        self.source, self.passage, self.scope, self.topic = source, passage, scope, topic
        self.published, self.document = published, document
        self.text = passage.text
        self.observations: list[Observation] = []
        self.marks: list[Mark] = []

    def read(self) -> None:
        text = self.text
        figures = find_figures(text)
        for mention in scan_periods(text):
            if mention.kind == "years" and (in_title(text, mention) or text[mention.start - 1 : mention.start] == "（"):
                self.scope.named = self.scope.clock.dates(mention)
        self.mentions = [m for m in scan_periods(text) if not in_title(text, m)]
        if _HEADER.match(text) and len(text) < 120:
            self._set_aside(figures, "页眉或署名")
            return
        if _CAPTION.match(text):
            self._set_aside(figures, "图注或说明")
            return
        exclusions = find_exclusions(text) + [(m.start, m.end, "日期或时期") for m in scan_periods(text)]
        kept, aside = _part(text, figures, exclusions)
        for figure, reason in aside:
            self._mark(figure, "set_aside", reason)
        if self.passage.heading and not kept:
            enter_heading(self.scope, text)
            self.topic.last = None
            return
        enter_passage(self.scope, self.passage)
        self.areas = find_areas(text)
        for start, end in _sentences(text):
            self._read_sentence(start, end, [figure for figure in kept if start <= figure.start < end])

    def _read_sentence(self, start: int, end: int, figures: list[Figure]) -> None:
        scope, text = self.scope, self.text
        self._move_area(start, end)
        self._move_segment(start, end)
        mentions = [m for m in self.mentions if start <= m.start < end]
        plan = self._plan_sentence(start, end, mentions)
        if not figures:
            self._carry_period(mentions, None)
            return
        statements = read_sentence(text, start, figures, self.topic, end)
        read = {id(s.figure) for s in statements}
        for figure in figures:
            if id(figure) not in read:
                self._mark(figure, "not_understood", "没有找到它说的是什么指标")
        rows: list[tuple[Statement, Place, str]] = []
        for statement in statements:
            if reason := self._foreign(statement, start):
                self._mark(statement.figure, "set_aside", reason)
                continue
            settled, place = self._place(statement, start, mentions, plan)
            area = self._area(statement, start)
            if self.zone and not settled.segment:
                settled = replace(settled, segment=self.zone)
            rows.append((settled, place, area))
        self._carry_period(mentions, figures[-1])
        level: tuple[When, Span] | None = None  # of the level that a share, rank or growth goes with
        for (statement, place, area), tier in zip(rows, _tiers(rows, text), strict=True):
            period = resolve_period(statement, place)
            if statement.measure == "level":
                level = place.when, period
            elif level and not statement.own and statement.measure in _GOES_WITH and statement.basis != "since" and level[0] == place.when:
                period = level[1]
            self._observe(statement, place, area, period, tier, start, end)

    # -- areas ---------------------------------------------------------------------------------------------------

    def _move_area(self, start: int, end: int) -> None:
        for area in subject_areas(self.text, start, end, self.areas):
            if area.kind == "park" and (not _is_zone(area.name) or _is_zone(self.scope.home)):
                if _is_park(self.scope.home):
                    home = self.scope.home
                    self.scope.area = home if home.endswith(area.name) else area.name
                break

    def _move_segment(self, start: int, end: int) -> None:
        for match in regex.finditer(r"(?<![\u4e00-\u9fff])(?:在|是)?([东西南北中]区)|(?:加强|推进|加快|推动|提升)([东西南北中]区)", self.text[start:end]):
            self.scope.segment = match[1] or match[2]

    def _area(self, statement: Statement, start: int) -> str:
        name = self.scope.area or self.scope.home
        self.zone = ""
        for area in subject_areas(self.text, start, statement.figure.start, self.areas):
            if area.kind != "park":
                continue
            if self.scope.home.endswith(area.name):
                name, self.zone = self.scope.home, ""  # a shorter form of the name
            elif _is_zone(area.name) and not _is_zone(self.scope.home):
                self.zone = self.text[area.start : area.end]
            else:
                name, self.zone = area.name, ""
        return name

    # -- periods -------------------------------------------------------------------------------------------------

    def _carry_period(self, mentions: list[Mention], last: Figure | None) -> None:
        """The period a sentence leaves for those after it."""
        scope = self.scope
        annual = scope.document_when.said == "document" and scope.document_when.kind in {"year", "relative"}
        for mention in mentions:
            if is_comparison(self.text, mention) or is_origin(self.text, mention):
                continue
            scope.now = scope.now or mention.kind == "now"
            if annual and (mention.kind in {"plan", "span"} or (mention.kind in {"quarters", "months", "first_months"} and mention.start > 0)):
                continue
            if mention.kind in {"now", "day", "iso", "month", "days", "future"} and not mention.since:
                continue
            if mention.point:
                continue
            if mention.since and mention.start > 2 and mention.kind in {"plan", "day", "opening", "month", "year"}:
                continue
            opens = self._opens(mention)
            if not opens and not _has_figure(self._all_figures(), mention, self.text):
                continue
            span = scope.clock.dates(mention, scope.when.year)
            if span != (None, None):
                scope.when = When(span, mention.kind, mention.since, mention.point, "passage", self.text[mention.start : mention.end])
                if opens:
                    scope.lasting = scope.when

    def _opens(self, mention: Mention) -> bool:
        """Whether a period without figures still says what follows is about: 2020年，是…收官之年."""
        before = self.text[: mention.start]
        if regex.search(r"(?:^|[。：；，？！“”、—）●■]|截至|截止|到|至|自|在|从|即|来看)$", before):
            return not self.text.startswith(("的", "前", "前后"), mention.end)
        if any(other.end <= mention.start and "。" not in self.text[other.start : mention.start] for other in self.mentions):
            return False
        return any(area.end == mention.start and area.kind in {"park", "self"} for area in self.areas)

    def _place(self, statement: Statement, start: int, mentions: list[Mention], plan: bool) -> tuple[Statement, Place]:
        scope, text, figure = self.scope, self.text, statement.figure
        earlier = [f.bound_end for f in self._all_figures() if f.bound_end <= figure.bound_start and f.start >= start]
        clause_start = max([text.rfind(mark, start, figure.start) + 1 for mark in "，；：。"] + earlier[-1:])
        clause = text[max(start, clause_start) : figure.bound_end]
        when, explicit = scope.when, False
        year = when.year
        figures = self._all_figures()
        several = [m for m in mentions if m.end <= figure.start and m.kind == "year"]
        for mention in mentions:
            if mention.end > figure.start or is_comparison(text, mention):
                continue
            local = is_origin(text, mention)
            if local and any(mention.end <= f.start < figure.start for f in self._figures_between(mention.end, figure.start)):
                continue
            span = scope.clock.dates(mention, year)
            if span == (None, None) and mention.kind != "now":
                continue
            if mention.kind in {"day", "iso", "days"} and not mention.since and mention.start > start and not mention.point:
                continue
            if mention.kind == "whole" and when.kind in {"plan", "span"}:
                continue
            if mention.kind in {"whole", "relative"} and regex.match(r"[^，。；]{0,14}(?:目标|任务|计划|预算)(?!是|为|：|是)", text[mention.end :]):
                continue
            own_clause = text.rfind("，", start, figure.start) < mention.start
            if text.startswith("前", mention.end) and mention.kind in {"month", "day", "year_end"} and not own_clause:
                continue
            if explicit and not own_clause and not self._opens(mention) and not _has_figure(figures, mention, text):
                continue
            if mention.kind == "span" and (named := self._named_years(mention)):
                span = named
            said = "origin" if local else "sentence"
            when, explicit = When(span, mention.kind, mention.since, mention.point, said, text[mention.start : mention.end]), True
            year = when.year or year
        if statement.period_index >= 0 and len(several) > statement.period_index:
            index = len(several) - _list_length(several, text) + statement.period_index
            if 0 <= index < len(several):
                mention = several[index]
                when, explicit = When(scope.clock.dates(mention), mention.kind, False, False, "sentence"), True
        if (length := regex.search(r"(?:利用|用|在|计划)(\d|[一二三四五六七八九])年时间", text[start : figure.start])) and (named := self._years_named(length[1])):
            when, explicit = When(named, "plan", said="sentence"), True
        statement = _settle_basis(statement, when)
        target = self._is_target(statement, start, when, explicit, plan)
        said = max((m.end for m in mentions if m.end <= figure.start and m.point), default=start)
        return statement, Place(when, explicit, target, clause, scope.clock, scope.now and not explicit, text[said : figure.start])

    def _named_years(self, mention: Mention) -> Span | None:
        """The years of a named plan of that length, for 三年累计 and its like."""
        return self._years_named(mention.parts.get("n_past") or mention.parts.get("n_past2") or "")

    def _years_named(self, length: str) -> Span | None:
        first, last = self.scope.named
        number = parse_numeral(length) if length and not length.isdigit() else (int(length) if length else None)
        if first and last and number is not None and last.year - first.year + 1 == number:
            return first, last
        return None

    def _figures_between(self, start: int, end: int) -> list[Figure]:
        return [f for f in self._all_figures() if start <= f.start < end]

    def _all_figures(self) -> list[Figure]:
        if not hasattr(self, "_cache"):
            self._cache = [f for f in find_figures(self.text) if f.unit]
        return self._cache

    # -- targets -------------------------------------------------------------------------------------------------

    def _plan_sentence(self, start: int, end: int, mentions: list[Mention]) -> bool:
        """Whether a sentence goes on with plans; one that begins to list them makes the rest of the passage plans."""
        scope = self.scope
        sentence = self.text[start:end]
        if _PLAN_SENTENCE.search(sentence) and not regex.search(r"完成情况|超额完成|任务完成|已完成|目标任务圆满", sentence):
            scope.plan = True
        return scope.plan

    def _is_target(self, statement: Statement, start: int, when: When, explicit: bool, plan: bool) -> bool:
        text, clock = self.text, self.scope.clock
        if statement.target:
            return True
        if statement.measure in {"attainment"} or statement.previous:
            return False
        before = text[start : statement.figure.bound_end]
        strong = [m.end() for m in _TARGET.finditer(before)]
        actual = [m.end() for m in _ACTUAL.finditer(before)]
        end = when.span[1]
        over = bool(end and clock.last and end < (clock.first or clock.last)) and explicit
        if regex.search(r"(?:计划|预定|既定)的$", before[: len(before) - (statement.figure.bound_end - statement.figure.bound_start)]) or statement.indicator.startswith("拟"):
            return True
        if strong and (not actual or actual[-1] < strong[-1]):
            return not (over and "预计" in before)
        if _WEAK.search(before) and not over and not actual and (plan or (clock.last and end and end >= clock.last)):
            return True
        if plan and not actual and not over:
            return True
        return False

    # -- what is not the area's ------------------------------------------------------------------------------------

    def _foreign(self, statement: Statement, start: int) -> str:
        """Why a figure is not the area's own: one firm's or project's, or another area's; "" if it is."""
        text, figure = self.text, statement.figure
        before = text[start : figure.start]
        clause_start = max(before.rfind(mark) for mark in "，；：。") + 1
        if (firm := list(_FIRM.finditer(before))) and not _MANY.search(before[firm[-1].start() :] + text[figure.start : figure.end + 4]):
            tail = before[firm[-1].end() :]
            if not regex.search(r"(?:等|、)[^，。；]{0,6}$", tail) and "；" not in tail and len(tail) < 60 and figure.dimension in {"money", "area", "mass", "ratio", "power", "electricity", "count", "people"}:
                if not regex.search(r"(?:高新区|经开区|开发区|园区|全区)", tail):
                    return "一个企业或项目自己的数字"
        if regex.match(r"(?:我国|全国|全球|世界)(?!前列)[^，。]{0,14}?(?:为|达|增长|下降|突破|超|占|共|有|完成)", before[clause_start:]) and statement.measure != "rank":
            return "其他地区的数字"
        return ""

    # -- rows ----------------------------------------------------------------------------------------------------

    def _observe(self, statement: Statement, place: Place, area: str, period: Span, tier: str, start: int, end: int) -> None:
        figure = statement.figure
        status = "target" if place.target or statement.target else "actual"
        value_base, unit_base = units().convert(statement.value, statement.unit)
        first, last = self.passage.span(figure.start, figure.end)
        sentence_start, sentence_end = self.passage.span(start, end)
        segment = statement.segment or self.scope.segment
        indicator = statement.indicator
        if figure.dimension == "area" and regex.fullmatch(r"(?:[东西南北中]区)?(?:（[^）]*）)?", indicator):
            indicator = "面积"
        self.observations.append(
            Observation(
                area, segment, indicator, identify(indicator), statement.measure, statement.basis, statement.value, statement.unit,
                value_base, unit_base, figure.bound, status, tier, period[0], period[1], self.published, self.document,
                first, last, self.source[sentence_start:sentence_end], statement.rule,
            )  # fmt: skip
        )
        self._mark(figure, "read", statement.rule)

    def _mark(self, figure: Figure, fate: str, reason: str) -> None:
        start, end = self.passage.span(figure.start, figure.end)
        self.marks.append(Mark(start, end, fate, reason))

    def _set_aside(self, figures: list[Figure], reason: str) -> None:
        for figure in figures:
            self._mark(figure, "set_aside", reason)


def _is_zone(name: str) -> bool:
    """Whether an area is a zone inside a park, as bonded zones are."""
    return bool(regex.search(r"保税|口岸|出口加工", name))


def _is_park(name: str) -> bool:
    return bool(regex.search(r"区$|园$|片区|城$|港$|区（[^）]*）$", name)) and not regex.search(r"自治区$|[市州]区$", name)


def _settle_basis(statement: Statement, when: When) -> Statement:
    """The basis of a growth, now that the period is known: over several years it is since their beginning."""
    start, end = when.span
    several = bool(start and end and end.year > start.year and not when.since)
    if statement.measure == "growth" and statement.basis == "yoy" and several and "同比" not in statement.held and not statement.base:
        return replace(statement, basis="since")
    if statement.measure == "change" and not statement.basis and several and statement.figure.dimension == "points" and statement.rule.endswith("change.points"):
        return replace(statement, basis="since")
    if statement.basis == "since" and not several and end and (year := regex.search(r"(\d{4})年", statement.base)) and int(year[1]) == end.year - 1:
        return replace(statement, basis="yoy")
    return statement


def _has_figure(figures: list[Figure], mention: Mention, text: str) -> bool:
    """Whether a figure stands in the clause of a period, after it."""
    ends = [position for mark in "，；：。" if (position := text.find(mark, mention.end)) >= 0]
    end = min(ends, default=len(text))
    return any(mention.end <= figure.start < end for figure in figures)


def _list_length(mentions: list[Mention], text: str) -> int:
    """How many periods stand in one list at the end (2022年、2023年)."""
    length = 1
    for one, other in zip(reversed(mentions[:-1]), reversed(mentions), strict=False):
        if text[one.end : other.start] not in {"、", "和", "，", "与", "及"}:
            break
        length += 1
    return length


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE.finditer(text):
        yield match.span()


def _part(
    text: str, figures: list[Figure], exclusions: list[tuple[int, int, str]]
) -> tuple[list[Figure], list[tuple[Figure, str]]]:
    """The figures to read, and those set aside with the reason."""
    kept, aside = [], []
    for figure in figures:
        reason = next((why for start, end, why in exclusions if start < figure.end and figure.start < end and not _wider(figure, start, end)), "")
        if not reason and figure.kind == "bare":
            reason = "没有单位的数"
        elif not reason and figure.chinese and figure.value <= 10 and figure.dimension in {"count", "people", "length", "volume", "area", "mass", "electricity"}:
            reason = "泛指或列举的数目"
        elif not reason and figure.kind == "round" and figure.bound == "exact":
            reason = "泛指的整数"
        elif not reason and figure.unit in {"大"}:
            reason = "列举的数目"
        if reason:
            aside.append((figure, reason))
        else:
            kept.append(figure)
    return kept, aside


def _wider(figure: Figure, start: int, end: int) -> bool:
    """Whether a figure reaches beyond what was set aside (9年 in 9年均…)."""
    return figure.end > end and figure.start < start


def _tiers(rows: list[tuple[Statement, Place, str]], text: str) -> list[str]:
    """floor and stretch where two targets are set for the same thing in one sentence."""
    tiers = [""] * len(rows)
    for i in range(len(rows) - 1):
        (one, place, area), (other, other_place, other_area) = rows[i], rows[i + 1]
        if not (place.target and other_place.target) or area != other_area or one.figure.range_part or one.target or other.target:
            continue
        same = (one.indicator, one.segment, one.measure) == (other.indicator, other.segment, other.measure)
        if not same or one.value == other.value or one.figure.dimension != other.figure.dimension:
            continue
        if not regex.search(r"力争|确保|冲刺|争取|奋斗|保底|挑战|拼", text[one.figure.start - 24 if one.figure.start > 24 else 0 : other.figure.start]):
            continue
        low, high = (i, i + 1) if abs(one.value) < abs(other.value) else (i + 1, i)
        tiers[low], tiers[high] = "floor", "stretch"
    return tiers

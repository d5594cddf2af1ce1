"""From a text to its observations, and to the account of every number in it."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter

from indicators.areas import find_areas
from indicators.as_named import names_said
from indicators.beside import Beside
from indicators.carrying import carry_period
from indicators.catalogue import identify
from indicators.clock import Clock, Span
from indicators.columns import rejoin
from indicators.confidence import Case, Sentence, confidence
from indicators.context import (
    UNSAID,
    Scope,
    When,
    asks,
    end_look_back,
    enter_heading,
    enter_passage,
    note_opening,
    open_document,
)
from indicators.events import event_words, note_event
from indicators.figures import Figure
from indicators.governing import AT_FOUNDING, govern, settle_basis
from indicators.mentions import Mention
from indicators.model import Grounds, Mark, Observation
from indicators.observations import Place, resolve_period, says_today
from indicators.outlook import Cues, Sign, announcements, announces_plans, sets_goals, sign_of, tiers
from indicators.own_names import OwnNames
from indicators.ownership import Owners, is_park
from indicators.parts import without_place
from indicators.passages import Passage, split_passages
from indicators.provenance import name_source, outlook_source, park_source, period_source
from indicators.publication import find_published
from indicators.scan import Scan, clause_start, scan_passage
from indicators.statement import Statement, Topic
from indicators.statements import read_sentence
from indicators.stories import People
from indicators.subjects import Owner, area_of, move
from indicators.tables import Column, TableFigure, cells_of, is_row, is_rule, read_caption, read_header, read_row
from indicators.units import units

_HEADER = re.compile(
    r"(?:标题|编写|发布单位|发布机构|发布日期|发布时间|资料来源|来源|责任编辑|编辑|作者|记者|图片来源|刊载|本版图片来源|组版|通讯员|时间|地点|地址|主持人|电话|网址|统稿|浏览次数|浏览量|点击量?|阅读量?|印发|印数|印量|抄送|报送?|发送|核稿|签发|编印|联系人|字号|字体|分享到?|上一篇|下一篇|当前位置|责编|审核|校对)：|(?:首页|当前位置)[>|›»]"
)
_CAPTION = re.compile(r"图片来源|本版图片来源|图为|摄影|▲.{,60}$|注：|附：|说明：|备注：")
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]+[）)、.．]|第[一二三四五六七八九十]+[章节部]")
_SUCH = re.compile("像[^，。；]{0,12}(?:这样|那样)的")  # 像这样的服务专员，全区有330名
_OF_NOW = re.compile("目前|现有|如今|今年|去年|其中|年|月")
_RESIDENTS = {"城镇", "农村"}  # parts of a province or a city; a park has residents of one kind
_LAND = re.compile(r"(?:[东西南北中]区)?(?:（[^）]*）)?")


@dataclass(frozen=True)
class Reading:
    """What a text says: its observations, the account of its numbers, and when it was published (ISO 8601 or "")."""

    observations: tuple[Observation, ...]
    marks: tuple[Mark, ...]
    published: str


def read_text(text: str, published: str = "", park: str = "", document: str = "") -> Reading:
    """Read a whole text. `published` and `park` overrule what the text says of itself; never raises on any text."""
    passages = rejoin(split_passages(text))
    published = published or find_published(passages)
    texts = [passage.text for passage in passages]
    areas = [find_areas(text) for text in texts]
    own = OwnNames.of(texts, areas)
    areas = [own.areas_in(text, known) for text, known in zip(texts, areas, strict=True)]
    said = names_said(texts, areas)
    scope = open_document(passages, Clock.of(published), park, areas)
    people = People.who_speak(passage.text for passage in passages)
    reader = _Reader(text, scope, people, own.and_of(scope.home, texts), published, document)
    reader.said = {} if park else said
    for passage, named in zip(passages, areas, strict=True):
        if passage.resumes:
            reader.resume()
        elif not reader.read_row(passage):
            reader.read(scan_passage(passage, named))
    return Reading(tuple(reader.observations), tuple(sorted(reader.marks, key=itemgetter(0))), published)


@dataclass(slots=True)
class _Row:
    """A statement with whose it is and what governs it, before its period is settled."""

    statement: Statement
    sign: Sign
    owner: Owner
    place: Place


class _Reader:
    """Reads the passages of a document one after the other; the scope and the topic go on from one to the next."""

    def __init__(self, source: str, scope: Scope, people: People, own: OwnNames, published: str, document: str) -> None:
        self.source, self.scope, self.published, self.document = source, scope, published, document
        self.topic = Topic()
        self.said: Mapping[str, str] = {}  # what the document calls a park otherwise than by its canonical name
        self.observations: list[Observation] = []
        self.marks: list[Mark] = []
        self.columns: list[Column] | None = None  # of the table that is being read
        self.caption = ""
        self.people, self.own = people, own
        self.plans = 0  # where the plans of the sentence at hand begin
        self.broken: list[Scope] = []  # where articles broke off that go on behind another
        self.above: When | None = None  # the period before the line that heads a table

    def read_row(self, passage: Passage) -> bool:
        """Read a passage as a row of a table; False if it is none."""
        if not is_row(passage):
            if self.columns and self.above and self.above.said:  # 主要指标（2023年6月）dates its table alone
                self.scope.when = self.scope.section_when = self.scope.lasting = self.above
                self.above = None
            self.columns = None
            self.caption = read_caption(passage.text) or (self.caption if passage.heading else "")
            return False
        if is_rule(passage):
            return True
        if header := read_header(cells_of(passage.text), self.columns):
            self.columns = header
            return True
        if not self.columns or not (figures := read_row(passage.text, self.columns, self.caption)):
            return False
        scan = Scan(passage, [], [], [], [], [])
        for figure in figures:
            self._observe_cell(scan, figure, self.columns)
        return True

    def _observe_cell(self, scan: Scan, figure: TableFigure, columns: list[Column]) -> None:
        """A figure of a table is of its column's period; a growth of the last period that a column names."""
        scope, dates = self.scope, self.scope.clock.dates
        mention = figure.mention
        if mention is None and (figure.target or figure.statement.measure != "level"):
            named = [column.mention for column in columns if column.role == "value" and column.mention]
            mention = max(named, key=lambda m: dates(m, scope.when.year)[1] or date.min, default=None)
        when = When.of(mention, dates(mention, scope.when.year), "column") if mention else scope.lasting
        if figure.target and figure.mention is None:
            when = when.whole_year()  # 全年目标 in a table of nine months
        if figure.base and (base := dates(figure.base, scope.when.year)[1]) and when.span[1]:
            when = when._replace(span=(date(base.year + 1, 1, 1), when.span[1]), kind="years")
        ahead = bool(mention and when.span[1] and scope.clock.year and when.span[1].year > scope.clock.year)
        planned = scope.plan and mention is None
        sign = Sign(True, "column") if figure.target or ahead else Sign(planned, "above" if planned else "")
        place = Place(when, mention is not None, sign.target, "", scope.clock)
        row = _Row(figure.statement, sign, Owner(scope.area, "", None), place)
        period = resolve_period(figure.statement, place)
        self._observe(scan, row, figure.statement, period, "", Sentence.of(scan.text, 0, len(scan.text), 0, False))

    def resume(self) -> None:
        """Go back to the article that broke off."""
        if self.broken:
            self.scope, self.topic = self.broken.pop(), Topic()

    def read(self, scan: Scan) -> None:
        """Read a passage."""
        text = scan.text
        header = (len(text) < 120 or text.startswith("资料来源")) and _HEADER.match(text)
        told = 0  # where what the passage tells of the area begins
        if header or _CAPTION.match(text):
            told = len(text) if header else _after_caption(scan)
            reason = "页眉或署名" if header else "图注或说明"
            for figure in [*scan.figures, *(figure for figure, _ in scan.aside)]:
                if figure.start < told:
                    self._mark(scan, figure, "set_aside", reason)
            if told == len(text):
                if asks(text):
                    enter_passage(self.scope, scan)
                return
        for figure, reason in scan.aside:
            if figure.start >= told:
                self._mark(scan, figure, "set_aside", reason)
        if scan.passage.continues:
            self._read_sentences(scan)
            return
        if scan.passage.heading and not scan.figures and not read_caption(text):
            self.above = None if _NUMBERED.match(text) else self.scope.section_when
            enter_heading(self.scope, scan.passage, scan.areas)
            self.topic.last = None
            return
        self.above = None
        enter_passage(self.scope, scan)
        if pictured := [area.name for area in scan.areas if area.end <= told and area.kind == "park"]:
            self.scope.area = pictured[-1]  # 该区 after a caption is the park of the picture
        self._read_sentences(scan, told)
        note_opening(self.scope)
        if scan.passage.jump:
            self.broken.append(copy(self.scope))

    def _read_sentences(self, scan: Scan, first: int = 0) -> None:
        owners, text = Owners(scan, self.people, self.scope.home, self.scope.area), scan.text
        self.scope.area = owners.stories.speaks_for or self.scope.area
        telling = [mention.start for mention in scan.mentions]
        telling += [area.start for area in scan.areas if area.kind in {"park", "self"}]
        telling += [end - 1 for end, _ in owners.parts]
        telling += announcements(text)
        telling += event_words(text)
        telling.sort()
        for start, end in scan.sentences():
            if start < first:
                continue
            told = self.scope.at_event or bisect_left(telling, start) < bisect_left(telling, end)
            if told or scan.figures_between(start, end):
                self._read_sentence(scan, owners, start, end)
            else:
                self.topic.hear(text, start, end)  # it governs nothing after it

    def _read_sentence(self, scan: Scan, owners: Owners, start: int, end: int) -> None:
        scope, text = self.scope, scan.text
        mentions = [mention for mention in scan.mentions if start <= mention.start < end]
        move(scope, scan, start, end)
        announced = announces_plans(text[start:end])
        self.plans = start + announced if announced >= 0 else end
        figures = scan.figures_between(start, end)
        if announced >= 0:
            end_look_back(scope)
        if announced >= 0 and sets_goals(text[start:end]):
            scope.section_plan = True  # what the report tells after its goals are its tasks
        scope.plan = scope.plan or (announced >= 0 and not (figures and figures[0].start < self.plans))
        told = self.topic.last
        statements = read_sentence(self.own.hidden(text), start, figures, self.topic, end)
        note_event(scope, scan, mentions, start, end)
        if not figures:
            if not text.endswith("？", start, end):  # “十三五”怎么走？ says nothing of what comes next
                carry_period(scope, scan, mentions, start, end)
            scope.segment = owners.part(start, end, scope.segment)
            return
        read = {statement.figure.start for statement in statements}
        for figure in figures:
            if figure.start not in read:
                self._mark(scan, figure, "not_understood", "没有找到它说的是什么指标")
        rows: list[_Row] = []
        cues, in_park = Cues.of(text, start, end), is_park(scope.home)
        for statement in statements:
            if reason := owners.not_the_areas(statement, start, in_park):
                self._mark(scan, statement.figure, "set_aside", reason)
                if statement is self.topic.last:
                    self.topic.last = rows[-1].statement if rows else told
                continue
            owner = area_of(scope, scan, start, statement.figure.start)
            if in_park and statement.segment in _RESIDENTS and statement.indicator.endswith("居民人均可支配收入"):
                statement = statement._replace(segment="", indicator=statement.segment + statement.indicator)
            elif not statement.segment:
                spot = owners.place(start, statement.figure.start)
                part = owner.zone or spot or owners.part(start, statement.figure.start, scope.segment)
                if spot and (indicator := without_place(statement.indicator, spot)):
                    statement = statement._replace(indicator=indicator)
                statement = statement._replace(segment=part) if part else statement
            row = self._place(scan, statement, owner, start, mentions, cues)
            rows.append(_from_then(row, rows) if statement.previous else row)
        if rows:
            said = rows[-1].place.explicit and not rows[-1].sign.target
            scope.told = rows[-1].place.when if said else UNSAID
        if rows or not statements:  # what one firm did when dates nothing after it
            carry_period(scope, scan, mentions, start, end)
        scope.segment = owners.part(start, end, scope.segment)
        if not rows:
            return
        beside = Beside()
        sentence = Sentence.of(text, start, end, len(figures), owners.names_firm(start, end))
        targets = [(row.statement, row.sign.target, row.owner.name, row.place.when.stretch) for row in rows]
        for row, tier in zip(rows, tiers(targets, text), strict=True):
            statement, period = beside.settle(row.statement, row.place)
            self._observe(scan, row, statement, period, tier, sentence)

    def _place(
        self, scan: Scan, statement: Statement, owner: Owner, start: int, mentions: list[Mention], cues: Cues
    ) -> _Row:
        """A statement with its owner, with whether it is a target, and with what governs it."""
        figure, text = statement.figure, scan.text
        governed = govern(self.scope, scan, statement, start, mentions)
        planned = self.scope.plan or self.plans <= figure.start
        sign = sign_of(
            statement,
            self.scope,
            governed,
            text[start : figure.bound_end],
            text[figure.bound_end : figure.bound_end + 30],
            planned,
            cues,
        )
        if statement.target or not (sign.target and governed.when.over(self.scope.clock)):
            statement = settle_basis(statement, governed.when)  # a plan is not of the years that were told before it
        previous = scan.before(figure.bound_start)
        opened = clause_start(text, start, figure.start)
        clause = max(opened, previous)
        listed = text.startswith(("、", "和", "以及"), previous)  # 现有A41家、B65个: both are of today
        now = not governed.explicit and (
            self.scope.now
            or _is_passed_on(governed.when, scan)
            or _is_of_another_head(governed.when, scan, self.scope)
            or (text.find("像", start, figure.start) >= 0 and bool(_SUCH.search(text, start, figure.start)))
            or (statement.rule.endswith(".to") and bool(AT_FOUNDING.search(text, start, figure.start)))
        )
        point = max([start, *(m.end for m in mentions if m.point and m.end <= figure.start)]) if mentions else start
        place = Place(
            governed.when, governed.explicit, sign.target, text[clause : figure.bound_end], self.scope.clock,
            now or (listed and says_today(text[opened : figure.start])), self.scope.standing,
            text[point : figure.start], governed.dating, _goes_on_summing(text, start, figure.start, statement),
        )  # fmt: skip
        return _Row(statement, sign, owner, place)

    def _observe(
        self, scan: Scan, row: "_Row", statement: Statement, period: Span, tier: str, sentence: Sentence
    ) -> None:
        """Add a row, and the mark of its figure; the statement is that of the row, its basis settled."""
        sign, owner, place = row.sign, row.owner, row.place
        if self.own:
            shown = self.own.shown
            statement = statement._replace(
                indicator=shown(statement.indicator), segment=shown(statement.segment), basis=shown(statement.basis)
            )
        figure, indicator = statement.figure, statement.indicator
        if figure.dimension == "area" and _LAND.fullmatch(indicator):
            indicator = "面积"
        value_base, unit_base = units().convert(statement.value, statement.unit)
        first, last = scan.passage.span(figure.start, figure.end)
        known = identify(indicator)
        case = Case(
            statement, place, period, sign, known, unit_base, owner.name == self.scope.home, scan.text, sentence
        )
        level, reasons = confidence(case)
        self.observations.append(
            Observation(
                self.said.get(owner.name, owner.name),
                statement.segment,
                indicator,
                known,
                statement.measure,
                statement.basis,
                statement.value,
                statement.unit,
                value_base,
                unit_base,
                figure.bound,
                "target" if sign.target else "actual",
                tier,
                *period,
                self.published,
                self.document,
                first,
                last,
                scan.passage.words(self.source, sentence.start, sentence.end),
                statement.rule,
                level,
                reasons,
            )
        )
        grounds = Grounds(
            period_source(scan, place, period),
            park_source(self.scope, scan, owner),
            outlook_source(scan, sign, sentence.start),
            name_source(statement),
        )
        self.marks.append(Mark(first, last, "read", statement.rule, grounds))

    def _mark(self, scan: Scan, figure: Figure, fate: str, reason: str) -> None:
        self.marks.append(Mark(*scan.passage.span(figure.start, figure.end), fate, reason))


def _goes_on_summing(text: str, start: int, position: int, statement: Statement) -> bool:
    """Whether what was done goes on with a sum since a beginning: 累计引进企业860家，毕业企业118家，培育…."""
    begin = max(start, text.rfind("；", start, position))
    summed = text.rfind("累计", begin, position)
    done = statement.verb or statement.done or statement.indicator.startswith("毕业")
    return bool(summed >= 0 and done and not _OF_NOW.search(text, summed, position))


def _from_then(row: _Row, before: Sequence[_Row]) -> _Row:
    """What something came from is of the time that the sentence told for the one before: 产值由2015年的98亿元…，占比也
    从11.2%提高到20.8%."""
    then = next((one for one in reversed(before) if one.statement.previous and one.place.when.said == "origin"), None)
    if then is None or row.place.when.said == "origin":
        return row
    return replace(row, place=replace(row.place, when=then.place.when, explicit=True))


def _is_passed_on(when: When, scan: Scan) -> bool:
    """Whether a part of the year was said in a passage before: what was done goes on with it, and what stands is of
    today (上半年税收12亿元。/ 全区有孵化器4家)."""
    here = when.passage is None or when.passage is scan.passage
    return when.said == "passage" and when.kind in {"quarters", "first_months"} and not here


def _is_of_another_head(when: When, scan: Scan, scope: Scope) -> bool:
    """Whether a past year was said under another head of a guide (【产出】2022年税收…。 / 【配套】有学校3所)."""
    if when.said == "opening":
        return True  # taken over from another section, for what was done in the year alone
    elsewhere = when.said == "passage" and when.passage is not scan.passage and scan.text.startswith("；")
    return bool(elsewhere and scope.clock.year and (when.year or scope.clock.year) < scope.clock.year)


def _after_caption(scan: Scan) -> int:
    """Where a caption goes on to tell of the area (图为…。该区现有企业430家), else the text's end."""
    text = scan.text
    told = text.find("。") + 1
    if told and any(area.start == told and area.kind in {"park", "self"} for area in scan.areas):
        return told
    return len(text)

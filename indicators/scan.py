"""What stands in a passage: its figures, those set aside with the reason, its periods and its areas."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from indicators.areas import Area, find_areas
from indicators.exclusions import find_exclusions
from indicators.figures import Figure, find_figures
from indicators.mentions import Mention, scan_periods
from indicators.passages import Passage
from indicators.units import units

# A sentence is longer only in lists that never end, or in no text at all.
LONGEST_SENTENCE = 600
_SENTENCE = re.compile(r"[^。！？]+[。！？]?[”）]*")
_MOVED = re.compile(r"(?:前移|上升|提升|晋升|前进|跃升|下降|后移|退)了?$")
_AVERAGED = re.compile(r"(?:每[百千万亿]?[\u4e00-\u9fff]|[人户亩村校平]均|万人)[^，；。]*$")
_VAGUE = {"count", "people", "length", "volume", "area", "mass", "electricity"}


class Scan:
    """A passage with what was found in it; `figures` are those to read, `aside` the others, each with its reason."""

    __slots__ = ("_ends", "_starts", "areas", "aside", "figures", "measured", "mentions", "passage", "periods", "text")

    def __init__(
        self,
        passage: Passage,
        figures: list[Figure],
        aside: list[tuple[Figure, str]],
        periods: list[Mention],
        areas: list[Area],
        measured: list[Figure],
    ) -> None:
        self.passage, self.figures, self.aside = passage, figures, aside
        self.periods = periods  # all of them, those in titles too
        self.areas = areas  # those named
        self.text = text = passage.text
        self.mentions = periods  # those that can govern a figure: not those inside 《》
        if periods and "《" in text:
            self.mentions = [period for period in periods if not in_title(text, period)]
        self.measured = measured  # all figures with a unit, whether read or set aside, in their order
        self._starts = [figure.start for figure in figures]
        self._ends = [figure.bound_end for figure in measured]

    def sentences(self) -> Iterator[tuple[int, int]]:
        """The spans of the sentences; one that does not end is cut at a clause, so that each can be read by itself."""
        for match in _SENTENCE.finditer(self.text):
            start, end = match.span()
            while end - start > LONGEST_SENTENCE:
                cut = max(self.text.rfind(mark, start, start + LONGEST_SENTENCE) for mark in "；，、")
                cut = cut + 1 if cut > start else start + LONGEST_SENTENCE
                yield start, cut
                start = cut
            yield start, end

    def figures_between(self, start: int, end: int) -> list[Figure]:
        """The figures to read that begin in `start:end`."""
        return self.figures[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, position: int) -> int:
        """Where the last number with a unit, bounding words included, ends before `position`; 0 if there is none."""
        index = bisect_right(self._ends, position)
        return self._ends[index - 1] if index else 0

    def has_figure(self, mention: Mention) -> bool:
        """Whether a figure stands in the clause of a period, after it."""
        ends = [position for mark in "，；：。" if (position := self.text.find(mark, mention.end)) >= 0]
        end = min(ends, default=len(self.text))
        return any(mention.end <= figure.start < end for figure in self.measured)

    def subjects(self, start: int, end: int) -> list[Area]:
        """The parks that `start:end` speaks of, not those that it compares with or mentions in passing."""
        if not self.areas:
            return []
        return [
            area
            for area in self.areas
            if start <= area.start < end
            and area.kind in {"park", "group"}
            and (
                area.start == start
                or _SUBJECT.search(self.text[max(0, area.start - 4) : area.start])
                or _FIRST_OF_ALL.match(self.text, area.end)
            )
        ]

    def leads(self, area: Area, start: int) -> bool:
        """Whether an area is what the sentence that begins at `start` speaks of: before any of its figures."""
        if area.start == start:
            return True
        subject = area.start > start and _SUBJECT.search(self.text[max(0, area.start - 4) : area.start])
        return bool(subject) and not self.figures_between(start, area.start)


_SUBJECT = re.compile(
    r"(?:^|[，；：。！？“”》、|●·—\-#▶►◆◇■□▲▼★☆※○◎]|本报讯|记者|据|年|月|日|季度|以来|目前|获悉|今年|去年|近日|期间)$"
)

# 获批不满五年的某高新区增速最高: whoever is the first of all is what the clause is about.
_FIRST_OF_ALL = re.compile("(?:增速|增幅|增长|总量|规模|占比|贡献)?(?:最[高快大多]|领跑|居首|领先)")


def clause_start(text: str, start: int, position: int) -> int:
    """Where the clause of a position begins, in a sentence that begins at `start`."""
    comma, semicolon = text.rfind("，", start, position), text.rfind("；", start, position)
    return max(start - 1, comma, semicolon, text.rfind("：", start, position), text.rfind("。", start, position)) + 1


def in_title(text: str, mention: Mention) -> bool:
    """Whether a period stands inside 《》."""
    opening = text.rfind("《", 0, mention.start)
    return opening >= 0 and text.find("》", opening, mention.start) < 0


def scan_passage(passage: Passage, areas: list[Area] | None = None) -> Scan:
    """Find the figures and periods of a passage, and set aside what is no figure of an area.

    `areas` are those that the passage names, where they are known already.
    """
    text = passage.text
    areas = find_areas(text) if areas is None else areas
    figures = find_figures(text)
    periods = scan_periods(text)
    if not figures:
        return Scan(passage, [], [], periods, areas, [])
    exclusions = find_exclusions(text)
    exclusions.extend((mention.start, mention.end, "日期或时期") for mention in periods)
    exclusions.extend((area.start, area.end, "名称中的数") for area in areas)
    excluded = _excluded(figures, exclusions)
    kept: list[Figure] = []
    aside: list[tuple[Figure, str]] = []
    for number, figure in enumerate(figures):
        if reason := excluded.get(number) or _unfit(text, figure):
            aside.append((figure, reason))
        else:
            kept.append(figure)
    return Scan(passage, kept, aside, periods, areas, [figure for figure in figures if figure.unit])


def _excluded(figures: list[Figure], exclusions: list[tuple[int, int, str]]) -> dict[int, str]:
    """The places of the figures that the exclusions touch, each with the first one's reason."""
    found: dict[int, str] = {}
    starts, ends = [figure.start for figure in figures], [figure.end for figure in figures]
    for start, end, reason in exclusions:
        for number in range(bisect_right(ends, start), bisect_left(starts, end)):
            if number not in found and not (starts[number] < start and end < ends[number]):
                found[number] = reason
    return found


def _unfit(text: str, figure: Figure) -> str:
    """Why a figure that nothing excludes is none of an area, "" if it may be one."""
    if figure.kind == "bare":
        return "没有单位的数"
    if figure.chinese:
        if figure.kind == "quantity" and figure.value <= 10 and figure.dimension in _VAGUE:
            if figure.unit == "位" and _MOVED.search(text, max(0, figure.start - 4), figure.start):
                return ""  # 前移两位
            return "泛指或列举的数目"
        if figure.kind == "round" and figure.bound == "exact":
            return "泛指的整数"
    halves = figure.dimension == "count" and figure.value % 1 and figure.unit in units().by_name
    halves = halves and not figure.unit.endswith(("日", "天"))  # 0.5个工作日
    if halves and not _AVERAGED.search(text, max(0, figure.start - 30), figure.start):
        return "名称中的数"  # 2.5项审批: nobody counts halves, but 每万人32.8件
    return ""

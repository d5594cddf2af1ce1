"""What stands in a passage: its figures, those set aside with the reason, its periods and its areas."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import regex

from indicators.areas import Area, find_areas
from indicators.exclusions import find_exclusions
from indicators.figures import Figure, find_figures
from indicators.mentions import Mention, scan_periods
from indicators.passages import Passage
from indicators.units import units

# A sentence is longer only in lists that never end, or in no text at all.
LONGEST_SENTENCE = 600
_SENTENCE = regex.compile(r"[^。！？]+[。！？]?[”）]*")
_AVERAGED = regex.compile(r"(?:每[百千万亿]?[\u4e00-\u9fff]|[人户亩村校平]均|万人)[^，；。]*$")
_VAGUE = {"count", "people", "length", "volume", "area", "mass", "electricity"}


@dataclass(frozen=True)
class Scan:
    """A passage with what was found in it; `figures` are those to read, `aside` the others, each with its reason."""

    passage: Passage
    figures: list[Figure]
    aside: list[tuple[Figure, str]]
    periods: list[Mention]  # all of them, those in titles too

    @property
    def text(self) -> str:
        """The passage's clean text."""
        return self.passage.text

    @cached_property
    def mentions(self) -> list[Mention]:
        """The periods that can govern a figure: not those inside 《》."""
        return [mention for mention in self.periods if not in_title(self.text, mention)]

    @cached_property
    def areas(self) -> list[Area]:
        """The areas named."""
        return find_areas(self.text)

    @cached_property
    def measured(self) -> list[Figure]:
        """All figures with a unit, whether read or set aside, in their order."""
        return sorted(
            [figure for figure in self.figures if figure.unit] + [figure for figure, _ in self.aside if figure.unit],
            key=lambda figure: figure.start,
        )

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

    @cached_property
    def _starts(self) -> list[int]:
        return [figure.start for figure in self.figures]

    @cached_property
    def _ends(self) -> list[int]:
        return [figure.bound_end for figure in self.measured]

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
        return [
            area
            for area in self.areas
            if start <= area.start < end
            and area.kind == "park"
            and (area.start == start or _SUBJECT.search(self.text[max(0, area.start - 4) : area.start]))
        ]


_SUBJECT = regex.compile(
    r"(?:^|[，；：。！？“”》、|●·—\-#▶►◆◇■□▲▼★☆※○◎]|本报讯|记者|据|年|月|日|季度|以来|目前|获悉|今年|去年|近日|期间)$"
)


def in_title(text: str, mention: Mention) -> bool:
    """Whether a period stands inside 《》."""
    opening = text.rfind("《", 0, mention.start)
    return opening >= 0 and text.find("》", opening, mention.start) < 0


def scan_passage(passage: Passage) -> Scan:
    """Find the figures and periods of a passage, and set aside what is no figure of an area."""
    text = passage.text
    figures = find_figures(text)
    periods = scan_periods(text)
    if not figures:
        return Scan(passage, [], [], periods)
    exclusions = find_exclusions(text)
    exclusions.extend((mention.start, mention.end, "日期或时期") for mention in periods)
    kept: list[Figure] = []
    aside: list[tuple[Figure, str]] = []
    for figure in figures:
        averaged = bool(_AVERAGED.search(text, max(0, figure.start - 30), figure.start))
        if reason := _set_aside(figure, exclusions, averaged):
            aside.append((figure, reason))
        else:
            kept.append(figure)
    return Scan(passage, kept, aside, periods)


def _set_aside(figure: Figure, exclusions: list[tuple[int, int, str]], averaged: bool) -> str:
    """Why a figure is no figure of an area, "" if it may be one; `averaged` where its clause speaks of an average."""
    for start, end, reason in exclusions:
        overlaps = start < figure.end and figure.start < end
        if overlaps and not (figure.start < start and end < figure.end):
            return reason
    if figure.kind == "bare":
        return "没有单位的数"
    if figure.chinese and figure.kind == "quantity" and figure.value <= 10 and figure.dimension in _VAGUE:
        return "泛指或列举的数目"
    if figure.dimension == "count" and figure.value % 1 and figure.unit in units().by_name and not averaged:
        return "名称中的数"  # 2.5项审批: nobody counts halves, but 每万人32.8件
    if figure.kind == "round" and figure.bound == "exact":
        return "泛指的整数"
    return ""

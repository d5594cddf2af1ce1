"""From runs of characters with their places on a page to paragraphs in the order in which they are read.

A page is cut into bands from top to bottom. Bands that share a gap from top to bottom (a gutter) stand in columns: read
one after the other if they hold prose, row by row if they hold the cells of a table. Lengths are in points, from the
page's lower left corner.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import regex

from indicators.formats.content import table_row

_END = regex.compile(r"[。！？!?；;：:]['\"”’）)]*$")
_LATIN = regex.compile(r"[A-Za-z,.;]$")
_LOOSE = 0.2  # the lines of two columns overlap by as much, wherever they stand
_GAP = 0.45  # of a character's height, between two cells of a table at the least
_BLANK = 0.15  # between two words of letters
_PROSE, _WORDS = 9, 5  # characters that a line of prose has at least, on average, and how many of them are no figures
_HAN = regex.compile(r"\p{Han}")


@dataclass(frozen=True)
class Fragment:
    """Characters that stand side by side, and the box around them."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """From the lower to the upper edge of the box, at least a point."""
        return max(self.top - self.bottom, 1.0)

    def beside(self, other: "Fragment") -> bool:
        """Whether both stand in one line: they share half of the lower one's height."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared > 0.5 * min(self.height, other.height)

    def touches(self, after: "Fragment") -> bool:
        """Whether `after` goes on where this ends."""
        reach = min(self.height, after.height)
        return self.beside(after) and -0.6 * reach <= after.left - self.right <= _GAP * reach

    def extended(self, after: "Fragment") -> "Fragment":
        """Both as one; a blank does not widen the box."""
        apart = after.left - self.right > _BLANK * min(self.height, after.height)
        words = self.text[-1:].isascii() and self.text[-1:].isalpha() and after.text.isascii() and after.text.isalpha()
        text = self.text + (" " if apart and words else "") + after.text
        if not after.text.strip():
            return replace(self, text=text, right=max(self.right, after.right))
        bottom, top = min(self.bottom, after.bottom), max(self.top, after.top)
        return Fragment(text, min(self.left, after.left), bottom, max(self.right, after.right), top)

    def stripped(self) -> "Fragment":
        """Without blanks at the ends."""
        return replace(self, text=self.text.strip())


@dataclass(frozen=True)
class Paragraph:
    """A line of text to be; `runs_on` where its last line is full and ends no sentence."""

    text: str
    indented: bool = False
    runs_on: bool = False

    def joined(self, after: "Paragraph") -> "Paragraph":
        """Both as one, with a blank between words of letters."""
        blank = " " if _LATIN.search(self.text) and after.text[:1].isascii() and after.text[:1].isalpha() else ""
        return Paragraph(self.text + blank + after.text, self.indented, after.runs_on)


def layout(fragments: Sequence[Fragment]) -> list[Paragraph]:
    """The paragraphs and table rows of a page, in the order in which they are read."""
    found: list[Paragraph] = []
    for group in _groups(_bands(fragments, _LOOSE)):
        columns = _columns(group)
        if len(columns) == 1:
            found.extend(_paragraphs(group))
        elif _is_prose(columns, group):
            for place, column in enumerate(columns):
                inside = layout([one for one in group if column[0] <= one.left < column[1]])
                if place and found[-1].runs_on and not inside[0].indented:
                    found[-1] = found[-1].joined(inside.pop(0))
                found.extend(inside)
        else:
            found.extend(_rows(group, _columns(group, _GAP)))
    return found


def _bands(fragments: Sequence[Fragment], share: float = 0.5) -> list[list[Fragment]]:
    """The fragments from top to bottom; those that overlap by a share of their height stand together."""
    bands: list[list[Fragment]] = []
    floor = 0.0
    for one in sorted(fragments, key=lambda one: -one.top):
        if bands and one.top - share * one.height > floor:
            bands[-1].append(one)
            floor = min(floor, one.bottom)
        else:
            bands.append([one])
            floor = one.bottom
    return bands


def _groups(bands: list[list[Fragment]]) -> Iterator[list[Fragment]]:
    """Bands that go together: neighbours that share a gutter, and neighbours of one size that have none."""
    group: list[Fragment] = []
    last: list[Fragment] = []
    for band in bands:
        if group:
            parted, joined = len(_columns(group)) > 1, len(_columns([*group, *band])) > 1
            size = _size(band)
            far = min(one.bottom for one in last) - max(one.top for one in band) > 2 * size
            alike = 0.8 < _size(last) / size < 1.25
            if parted != joined or far or not alike or (not parted and len(_columns(band)) > 1):
                yield group
                group = []
        group, last = [*group, *band], band
    if group:
        yield group


def _size(fragments: Sequence[Fragment]) -> float:
    return median(one.height for one in fragments)


def _columns(group: Sequence[Fragment], least: float = 1.0) -> list[tuple[float, float]]:
    """(Left, right) of each column: what stands between the gutters, `least` characters wide or more. What parts prose
    is a whole one; the cells of a table may be closer."""
    wide = least * _size(group)
    columns: list[tuple[float, float]] = []
    for one in sorted(group, key=lambda one: one.left):
        if columns and one.left - columns[-1][1] < wide:
            columns[-1] = columns[-1][0], max(columns[-1][1], one.right)
        else:
            columns.append((one.left, one.right))
    return columns


def _is_prose(columns: list[tuple[float, float]], group: Sequence[Fragment]) -> bool:
    """Whether each column holds lines of prose: three or more, long, and of words."""
    for left, right in columns:
        lines = [one.text for one in group if left <= one.left < right]
        words = [len(_HAN.findall(line)) for line in lines]
        if len(lines) < 3 or sum(map(len, lines)) < _PROSE * len(lines) or sum(words) < _WORDS * len(lines):
            return False
    return True


def _rows(group: Sequence[Fragment], columns: list[tuple[float, float]]) -> list[Paragraph]:
    """The rows of a table; a row without a first cell goes on with the one above. One row alone is a line."""
    bands = _bands(group)
    if len(bands) == 1:
        return [Paragraph("  ".join(one.text for one in sorted(group, key=lambda one: one.left)))]
    rows: list[list[str]] = []
    for band in bands:
        cells = [
            "".join(one.text for one in sorted(band, key=_left) if low <= one.left < high) for low, high in columns
        ]
        if rows and not cells[0]:
            rows[-1] = [above + below for above, below in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    return [Paragraph(table_row(row)) for row in rows]


def _left(one: Fragment) -> float:
    return one.left


def _paragraphs(group: Sequence[Fragment]) -> list[Paragraph]:
    """Lines one below the other as paragraphs: a full line goes on in the next, unless that is indented or far.

    A line is full that reaches the right edge, or nearly so without ending a sentence.
    """
    lines = [_line(band) for band in _bands(group)]
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    size = _size(lines)
    steps = [above.bottom - below.bottom for above, below in pairwise(lines)]
    far = 1.5 * median(steps) if steps else 0.0
    found: list[Paragraph] = []
    above: tuple[float, bool] | None = None  # where the line above stands, and whether it is full
    for line in lines:
        ends = bool(_END.search(line.text))
        indented = line.left > left + 1.2 * size
        full = line.right > right - (1.6 * size if ends else 0.2 * (right - left))
        paragraph = Paragraph(line.text, indented, full and not ends)
        if found and above and above[1] and above[0] - line.bottom <= far and not indented:
            found[-1] = found[-1].joined(paragraph)
        else:
            found.append(paragraph)
        above = line.bottom, full
    return found


def _line(band: Sequence[Fragment]) -> Fragment:
    ordered = sorted(band, key=_left)
    text = "".join(one.text for one in ordered)
    bottom, top = min(one.bottom for one in band), max(one.top for one in band)
    return Fragment(text, ordered[0].left, bottom, max(one.right for one in band), top)

"""Rows one below the other, each with its name above it: where they lie, so that long names have the room they need.

Upwards all is measured in pixels, downwards from the middle of the first row.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from textwrap import wrap
from typing import Any

from dashboard import theme

Label = tuple[str, str]
"""What a row is, and its numbers."""

ROW_HEIGHT, LINE_HEIGHT = 78, 16
ABOVE, BELOW = 0.75 * ROW_HEIGHT, 0.4 * ROW_HEIGHT  # the room around the first middle and the last
HALF_BAR = 17  # what lies between the middle of a row and its label
LONGEST_LINE = {"zh": 22, "en": 42}  # characters, for a phone
MOST_LINES = 3  # of a name with all that it may be a part of; the whole is its tooltip


@dataclass(frozen=True)
class NamedRows:
    """The rows of some labels: their names in lines, and how far down their middles are."""

    labels: Sequence[Label]
    names: Sequence[Sequence[str]]
    middles: Sequence[int]

    @property
    def ends(self) -> tuple[float, float]:
        """Where all begins and ends."""
        return -ABOVE - _more(self.names[0]), self.middles[-1] + BELOW

    @property
    def height(self) -> int:
        """Of all rows."""
        top, bottom = self.ends
        return round(bottom - top)

    def annotations(self, scheme: str) -> list[dict[str, Any]]:
        """The labels, as plotly writes them."""
        look = {
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "yanchor": "bottom",
            "align": "left",
            "showarrow": False,
            "font": {"size": 12.5, "color": theme.INK[scheme]},
            "bgcolor": theme.PAPER[scheme],
            "borderpad": 1,
        }
        return [
            look | {"y": middle - HALF_BAR, "text": _text(lines, numbers), "hovertext": escape(name, quote=False)}
            for middle, lines, (name, numbers) in zip(self.middles, self.names, self.labels, strict=True)
        ]


def named_rows(labels: Sequence[Label], language: str) -> NamedRows:
    """The rows of these labels, of which there is one at least."""
    names = [wrap(name, LONGEST_LINE[language], max_lines=MOST_LINES, placeholder="…") for name, _ in labels]
    down = list(accumulate(ROW_HEIGHT + _more(lines) for lines in names))
    return NamedRows(labels, names, [middle - down[0] for middle in down])


def _more(lines: Sequence[str]) -> int:
    """The room that a name takes beyond that of one line."""
    return LINE_HEIGHT * (len(lines) - 1)


def _text(lines: Sequence[str], numbers: str) -> str:
    """A label; plotly reads markup."""
    return "<br>".join([*(f"<b>{escape(line, quote=False)}</b>" for line in lines), escape(numbers, quote=False)])

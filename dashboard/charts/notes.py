"""Notes on the time axis: days as dotted uprights, spans as brackets along the top."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard import theme


@dataclass(frozen=True)
class Note:
    """Something on the time axis that is worth knowing: a day (`until` is None) or a span, and what it is called."""

    since: pd.Timestamp
    until: pd.Timestamp | None
    text: str


def noted(notes: Sequence[Note], years: tuple[int, int], height: int, scheme: str) -> tuple[list[Any], list[Any]]:
    """Shapes and texts of the notes on an axis of these years, above panels of this height; what lies outside the axis
    is left out."""
    first, last = pd.Timestamp(years[0], 1, 1), pd.Timestamp(years[1] + 1, 1, 1)
    line = {"color": theme.FAINT[scheme], "width": 1}
    top, low = 1 + 36 / height, 1 + 31 / height
    shapes: list[Any] = []
    texts: list[Any] = []
    for note in notes:
        until = note.until or note.since
        if until <= first or note.since >= last:
            continue
        text = {"showarrow": False, "font": {"size": 11, "color": theme.FAINT[scheme]}, "text": note.text}
        text |= {"xref": "x", "yref": "paper"}
        if note.until is None:
            shapes.append(_line(note.since, note.since, 0, 1, line | {"dash": "dot"}))
            texts.append(text | {"x": note.since.isoformat(), "y": 1, "xanchor": "left", "yanchor": "top", "xshift": 3})
            continue
        since, until = max(note.since, first), min(until, last)
        shapes.append(_line(since, until, top, top, line))
        shapes += [_line(end, end, low, top, line) for end in (note.since, note.until) if first <= end <= last]
        middle = since + (until - since) / 2
        if until - since > pd.Timedelta(days=500):  # a sliver of a plan has no room for its name
            texts.append(text | {"x": middle.isoformat(), "y": top, "xanchor": "center", "yanchor": "bottom"})
    return shapes, texts


def _line(x: pd.Timestamp, until: pd.Timestamp, y: float, up_to: float, line: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": x.isoformat(),
        "x1": until.isoformat(),
        "y0": y,
        "y1": up_to,
        "line": line,
    }

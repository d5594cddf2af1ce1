"""Marks of values that nobody stated: hollow, with a dot in the middle; no line joins them to what was stated."""

from collections.abc import Iterable
from typing import Any

from dashboard import theme
from dashboard.charts.panel import Panel, bars
from dashboard.rows import Record, grouped

SYMBOLS = {
    "year": "circle-open-dot",
    "part": "diamond-open-dot",
    "date": "square-open-dot",
    "years": "hexagon-open-dot",
    "open": "triangle-left-open-dot",
}
SIZE = 11


def draw_derived(panel: Panel, rows: Iterable[Record]) -> None:
    """The derived values of one panel, each over a dotted bar of its time; targets in the colour of targets."""
    for (entity, status), of_one in grouped(rows, "entity", "status").items():
        colour = theme.TARGET[panel.scheme] if status == "target" else panel.colours[entity]
        line = {"color": colour, "width": 1.2, "dash": "dot"}
        panel.add_strokes(bars(of_one), line=line, name="derived-span")
        marker: dict[str, Any] = {
            "symbol": [SYMBOLS[row["mark"]] for row in of_one],
            "size": SIZE,
            "color": colour,
            "opacity": 1,
            "line": {"width": 1.6, "color": colour},
        }
        panel.add_marks(of_one, marker, name="derived")

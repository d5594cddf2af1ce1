"""Marks of values that nobody stated: hollow, with a dot in the middle; no line joins them to what was stated."""

from typing import Any

import pandas as pd

from dashboard import theme
from dashboard.charts.panel import Panel

SYMBOLS = {
    "year": "circle-open-dot",
    "part": "diamond-open-dot",
    "date": "square-open-dot",
    "years": "hexagon-open-dot",
    "open": "triangle-left-open-dot",
}
SIZE = 11


def draw_derived(panel: Panel, rows: pd.DataFrame) -> None:
    """The derived values of one panel, each over a dotted bar of its time; targets in the colour of targets."""
    for (entity, status), of_one in rows.groupby(["entity", "status"], sort=False):
        colour = theme.TARGET[panel.scheme] if status == "target" else panel.colours[str(entity)]
        spans = zip(of_one["since"], of_one["until"], of_one["value_base"], strict=True)
        strokes = [([since, until], [value, value]) for since, until, value in spans]
        panel.add_strokes(strokes, line={"color": colour, "width": 1.2, "dash": "dot"}, name="derived-span")
        marker: dict[str, Any] = {
            "symbol": [SYMBOLS[mark] for mark in of_one["mark"]],
            "size": SIZE,
            "color": colour,
            "opacity": 1,
            "line": {"width": 1.6, "color": colour},
        }
        panel.add_marks(of_one, marker, name="derived")

"""Marks, lines and bounds of what has been reached."""

from typing import Any

import pandas as pd

from dashboard import theme
from dashboard.charts.marks import joints, saw_teeth
from dashboard.charts.panel import Panel, points_up, times
from indicators.table import records

SYMBOLS = {
    "year": "circle",
    "part": "diamond-open",
    "date": "square",
    "years": "line-ew-open",
    "open": "triangle-left-open",
}
SIZES = {"year": 9, "part": 9, "date": 8, "years": 12, "open": 11}
# Many marks in a small space are drawn small, so that the line stays a line.
MANY = 40


def draw_actuals(panel: Panel, rows: pd.DataFrame, colour: str, labelled: bool) -> None:
    """All marks of one entity, the lines that may join them, and what else was said of the same."""
    small = len(rows) > MANY
    saw = {"color": theme.FAINT[panel.scheme], "width": 1}
    panel.add_strokes(saw_teeth(rows), line=saw, opacity=0.8, name="saw")
    pairs = joints(rows)
    for solid, line in ((True, {"width": 2.2, "dash": "solid"}), (False, {"width": 1.2, "dash": "dash"})):
        strokes = [stroke for stroke, is_solid in pairs if is_solid == solid]
        panel.add_strokes(strokes, line=line | {"color": colour})
    _draw_spans(panel, rows[rows["mark"].isin(["part", "years"]) & ~rows["cumulative"]], colour)
    _draw_rivals(panel, rows, colour)
    for mark, marked in rows.groupby("mark", sort=False):
        bounds = marked["bound"].isin(["at_least", "at_most"])
        size = SIZES[str(mark)] - (3 if small else 0)
        # with sizes in a list plotly would make marks translucent
        marker: dict[str, Any] = {
            "symbol": ["line-ew-open" if bound else SYMBOLS[str(mark)] for bound in bounds],
            "size": [16 if bound else size for bound in bounds],
            "color": colour,
            "opacity": 1,
            "line": {"width": 1.4 if small else 2, "color": colour},
        }
        panel.add_marks(marked, marker, **(panel.labels(marked, theme.INK[panel.scheme]) if labelled else {}))
    about = rows[rows["bound"] == "about"]
    if not about.empty:
        ring = {"symbol": "circle-open", "size": 17, "color": colour, "line": {"width": 1.5}}
        panel.add(x=times(about["x"]), y=panel.y(about["value_base"]), mode="markers", marker=ring)


def draw_arrows(panel: Panel) -> None:
    """Arrows away from the tick of a bound: up from 超1000, down from 不到1000; a fall of 3% or more points down."""
    rows = panel.rows[panel.rows["bound"].isin(["at_least", "at_most"])]
    for is_target, of_status in rows.groupby(rows["status"] == "target"):
        colours = [theme.TARGET[panel.scheme] if is_target else panel.colours[entity] for entity in of_status["entity"]]
        marker = {
            "symbol": "arrow-down-open",
            "angle": [180 if points_up(row) else 0 for row in records(of_status)],
            "standoff": 15,
            "size": 9,
            "color": colours,
            "line": {"width": 1.6, "color": colours},
        }
        values = panel.y(of_status["value_base"])
        panel.add(x=times(of_status["x"]), y=values, mode="markers", marker=marker, cliponaxis=False)


def _draw_spans(panel: Panel, rows: pd.DataFrame, colour: str) -> None:
    """A bar over the time that a value of part of a year, or of several, is about."""
    for mark, marked in rows.groupby("mark", sort=False):
        spans = zip(marked["since"], marked["until"], marked["value_base"], strict=True)
        strokes = [([since, until], [value, value]) for since, until, value in spans]
        panel.add_strokes(strokes, line={"color": colour, "width": 4 if mark == "years" else 2}, opacity=0.55)


def _draw_rivals(panel: Panel, rows: pd.DataFrame, colour: str) -> None:
    """A short tick for each other value that was said, on a thin line."""
    rivalled = rows[rows["rivals"].map(len) > 0]
    values = zip(rivalled["x"], rivalled["value_base"], rivalled["rival_values"], strict=True)
    strokes = [([x] * (1 + len(others)), [value, *others]) for x, value, others in values]
    marker = {"symbol": "line-ew-open", "size": 10, "color": colour, "line": {"width": 1.5}}
    line = {"color": colour, "width": 1}
    panel.add_strokes(strokes, line=line, mode="lines+markers", marker=marker, name="rivals")

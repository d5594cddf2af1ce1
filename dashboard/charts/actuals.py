"""Marks, lines and bounds of what has been reached."""

from collections.abc import Sequence
from typing import Any

from dashboard import theme
from dashboard.charts.marks import joints, saw_teeth
from dashboard.charts.panel import Panel, bars, points_up, times
from dashboard.rows import Record, grouped

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


def draw_actuals(panel: Panel, rows: Sequence[Record], colour: str, labelled: bool) -> None:
    """All marks of one entity, the lines that may join them, and what else was said of the same."""
    small = len(rows) > MANY
    saw = {"color": theme.FAINT[panel.scheme], "width": 1}
    panel.add_strokes(saw_teeth(rows), line=saw, opacity=0.8, name="saw")
    pairs = joints(rows)
    for solid, line in ((True, {"width": 2.2, "dash": "solid"}), (False, {"width": 1.2, "dash": "dash"})):
        strokes = [stroke for stroke, is_solid in pairs if is_solid == solid]
        panel.add_strokes(strokes, line=line | {"color": colour})
    _draw_spans(panel, [row for row in rows if row["mark"] in {"part", "years"} and not row["cumulative"]], colour)
    _draw_rivals(panel, rows, colour)
    for (mark,), marked in grouped(rows, "mark").items():
        bounds = [row["bound"] in {"at_least", "at_most"} for row in marked]
        size = SIZES[mark] - (3 if small else 0)
        # with sizes in a list plotly would make marks translucent
        marker: dict[str, Any] = {
            "symbol": ["line-ew-open" if bound else SYMBOLS[mark] for bound in bounds],
            "size": [16 if bound else size for bound in bounds],
            "color": colour,
            "opacity": 1,
            "line": {"width": 1.4 if small else 2, "color": colour},
        }
        panel.add_marks(marked, marker, **(panel.labels(marked, theme.INK[panel.scheme]) if labelled else {}))
    about = [row for row in rows if row["bound"] == "about"]
    if about:
        ring = {"symbol": "circle-open", "size": 17, "color": colour, "line": {"width": 1.5}}
        panel.add(x=times(about), y=panel.y(about), mode="markers", marker=ring)


def draw_arrows(panel: Panel) -> None:
    """Arrows away from the tick of a bound: up from 超1000, down from 不到1000; a fall of 3% or more points down."""
    rows = [row for row in panel.rows if row["bound"] in {"at_least", "at_most"}]
    for is_target in (False, True):
        of_status = [row for row in rows if (row["status"] == "target") == is_target]
        if not of_status:
            continue
        colours = [theme.TARGET[panel.scheme] if is_target else panel.colours[row["entity"]] for row in of_status]
        marker = {
            "symbol": "arrow-down-open",
            "angle": [180 if points_up(row) else 0 for row in of_status],
            "standoff": 15,
            "size": 9,
            "color": colours,
            "line": {"width": 1.6, "color": colours},
        }
        panel.add(x=times(of_status), y=panel.y(of_status), mode="markers", marker=marker, cliponaxis=False)


def _draw_spans(panel: Panel, rows: Sequence[Record], colour: str) -> None:
    """A bar over the time that a value of part of a year, or of several, is about."""
    for (mark,), marked in grouped(rows, "mark").items():
        panel.add_strokes(bars(marked), line={"color": colour, "width": 4 if mark == "years" else 2}, opacity=0.55)


def _draw_rivals(panel: Panel, rows: Sequence[Record], colour: str) -> None:
    """A short tick for each other value that was said, on a thin line."""
    strokes = [
        ([row["x"]] * (1 + len(row["rival_values"])), [row["value_base"], *row["rival_values"]])
        for row in rows
        if row["rivals"]
    ]
    marker = {"symbol": "line-ew-open", "size": 10, "color": colour, "line": {"width": 1.5}}
    line = {"color": colour, "width": 1}
    panel.add_strokes(strokes, line=line, mode="lines+markers", marker=marker, name="rivals")

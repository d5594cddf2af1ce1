"""A figure as plain data, as it goes over the wire.

Plotly's own objects check every value they are given, which takes as long as all the rest of a chart; here the tests
have them do it (`go.Figure(figure)`), and the pages do not.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

import plotly.io

from dashboard import theme

Figure = dict[str, Any]
"""`data`, the traces, and `layout`."""

_DRAWN = ("bar", "scatter")
_NOT_DRAWN = frozenset({"coloraxis", "colorscale", "geo", "polar", "scene", "ternary"})


class Drawing:
    """Traces on panels one above the other, which share their time axis."""

    def __init__(self, heights: Sequence[int] = (1,), spacing: float = 0.0) -> None:
        """`heights` are in proportion, the first one's above; `spacing` is a share of the whole."""
        self.axes = _panels(heights, spacing)
        self.traces: list[dict[str, Any]] = []

    def add(self, kind: str, row: int = 1, **trace: Any) -> None:
        """A trace ("scatter" or "bar") on the panel of this number, from 1."""
        number = axis_number(row)
        self.traces.append({"type": kind, "xaxis": f"x{number}", "yaxis": f"y{number}"} | trace)

    def finished(self, scheme: str, **layout: Any) -> Figure:
        """The figure; an axis of the layout is added to what its place says."""
        placed = {name: axis | layout.pop(name, {}) for name, axis in self.axes.items()}
        return {"data": self.traces, "layout": {"template": _template()} | theme.base_layout(scheme) | placed | layout}


def axis_number(row: int) -> str:
    """What plotly adds to the name of an axis of a panel: "" for the first, "2", "3".

    >>> axis_number(1), axis_number(3)
    ('', '3')
    """
    return "" if row == 1 else str(row)


def empty_figure(scheme: str) -> Figure:
    """A figure with nothing on it, not even axes."""
    return Drawing().finished(scheme, xaxis={"visible": False}, yaxis={"visible": False})


def _panels(heights: Sequence[int], spacing: float) -> dict[str, dict[str, Any]]:
    """The axes of panels with their places, by name."""
    room = (1 - spacing * (len(heights) - 1)) / sum(heights)
    last, top = axis_number(len(heights)), 1.0
    axes: dict[str, dict[str, Any]] = {}
    for row, height in enumerate(heights, start=1):
        number, low = axis_number(row), top - height * room
        axes[f"xaxis{number}"] = {"anchor": f"y{number}"}
        if row < len(heights):
            axes[f"xaxis{number}"] |= {"matches": f"x{last}", "showticklabels": False}
        axes[f"yaxis{number}"] = {"anchor": f"x{number}", "domain": [max(0.0, low), top]}
        top = low - spacing
    return axes


@cache
def _template() -> dict[str, Any]:
    """What plotly's look says of what is drawn here, and nothing of maps and globes: a sixth of the whole. Numbers
    along axes are written out: under 亿元, or bn CNY, 20k would be a second unit."""
    whole = plotly.io.templates["plotly"].to_plotly_json()
    layout = {name: value for name, value in whole["layout"].items() if name not in _NOT_DRAWN}
    for axis in ("xaxis", "yaxis"):
        layout[axis] = layout[axis] | {"exponentformat": "none"}
    return {"data": {kind: whole["data"][kind] for kind in _DRAWN}, "layout": layout}


def value_axis(scheme: str) -> dict[str, Any]:
    """The look of an axis of values, in whatever unit they are, on a light or a dark page."""
    return {
        "gridcolor": theme.RULE[scheme],
        "zerolinecolor": theme.FAINT[scheme],
        "zerolinewidth": 1,
        "automargin": True,
        "nticks": 6,
        "separatethousands": True,
    }

"""How far is each target reached, and how much of its time had passed?

Two forms of the same bullet: amounts are drawn in percent of their (floor) target, rates in their own percent. What
it is stands above each bar, for a phone has no room beside it.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard import theme
from dashboard.charts.drawing import Drawing, Figure, empty_figure
from dashboard.charts.named_rows import HALF_BAR, Label, NamedRows, named_rows
from dashboard.units import number
from dashboard.words import Words

TRACK, BAND, BAR = 26, 23, 14  # thickness in pixels


def draw_amounts(matched: pd.DataFrame, labels: Sequence[Label], words: Words, scheme: str) -> Figure:
    """Amounts and counts of which an actual is known: bar for the actual, thick rule for the target, thin for the
    stretch.

    `matched` has the columns of `indicators.targets`, `labels` one a row. A dashed line shows the share of the
    time that had passed when the actual's period ended.
    """
    if matched.empty:
        return empty_figure(scheme)
    wanted = matched["floor"].fillna(matched["stretch"])
    reached, stretch = matched["actual"] / wanted * 100, matched["stretch"] / wanted * 100
    stretch = stretch.where(matched["floor"].notna())
    limit = max([100.0, *reached.dropna(), *stretch.dropna()]) * 1.08
    drawing, rows = Drawing(), named_rows(labels, words.language)
    shapes = _tracks(rows, (0, 100), scheme)
    drawing.add(
        "bar",
        y=rows.middles,
        x=_known(reached),
        orientation="h",
        width=BAR,
        marker={"color": theme.ENTITY_COLOURS[scheme][0]},
        customdata=_clicked(matched),
        hoverinfo="text",
        hovertext=[words("已完成 {share}%", share=number(round(value, 1))) for value in reached],
    )
    _add_rules(drawing, matched, rows, wanted / wanted * 100, words("目标"), scheme, width=4)
    _add_rules(drawing, matched, rows, stretch, words("力争"), scheme, width=1.6)
    for row, share in zip(rows.middles, matched["elapsed"] * 100, strict=True):
        if share < 100:
            line = {"color": theme.INK[scheme], "width": 1.5, "dash": "dash"}
            ends = {"x0": share, "x1": share, "y0": row - HALF_BAR, "y1": row + HALF_BAR}
            shapes.append({"type": "line", "line": line} | ends)
    return _dressed(drawing, shapes, rows, scheme, (0, limit))


def draw_rates(matched: pd.DataFrame, labels: Sequence[Label], words: Words, scheme: str) -> Figure:
    """Growth, shares and other rates: a rule for the target, a band up to the stretch, a dot for the actual, in
    percent.

    `matched` and `labels` as for `draw_amounts`; a target without an actual has no dot.
    """
    if matched.empty:
        return empty_figure(scheme)
    floor, stretch = matched["floor"].fillna(matched["stretch"]), matched["stretch"].where(matched["floor"].notna())
    values = [0.0, *floor, *stretch.dropna(), *matched["actual"].dropna()]
    room = (max(values) - min(values) or 1.0) * 0.08
    low, high = (min(values) - room if min(values) < 0 else 0.0), max(values) + room
    drawing, rows = Drawing(), named_rows(labels, words.language)
    shapes = _tracks(rows, (low, high), scheme)
    for row, lower, upper in zip(rows.middles, floor, stretch, strict=True):
        if pd.notna(upper):
            shapes.append(_rectangle(row, (lower, upper), BAND, theme.TARGET[scheme], opacity=0.25))
    _add_rules(drawing, matched, rows, floor, words("目标"), scheme, width=4)
    _add_rules(drawing, matched, rows, stretch, words("力争"), scheme, width=1.6)
    drawing.add(
        "scatter",
        x=_known(matched["actual"]),
        y=rows.middles,
        mode="markers",
        marker={"size": 12, "color": theme.ENTITY_COLOURS[scheme][0]},
        customdata=_clicked(matched),
        hoverinfo="text",
        hovertext=[f"{words('实绩')} {number(value)}%" for value in matched["actual"]],
    )
    return _dressed(drawing, shapes, rows, scheme, (low, high))


def _clicked(matched: pd.DataFrame) -> list[str]:
    return [floor or stretch for floor, stretch in zip(matched["floor_series"], matched["stretch_series"], strict=True)]


def _known(values: pd.Series) -> list[float | None]:
    """The values, None where there is none."""
    return [None if pd.isna(value) else float(value) for value in values]


def _tracks(rows: NamedRows, ends: tuple[float, float], scheme: str) -> list[dict[str, Any]]:
    return [_rectangle(row, ends, TRACK, theme.RULE[scheme], opacity=0.55) for row in rows.middles]


def _rectangle(row: int, ends: tuple[float, float], thickness: float, colour: str, opacity: float) -> dict[str, Any]:
    return {
        "type": "rect",
        "x0": ends[0],
        "x1": ends[1],
        "y0": row - thickness / 2,
        "y1": row + thickness / 2,
        "fillcolor": colour,
        "opacity": opacity,
        "line": {"width": 0},
        "layer": "below",
    }


def _add_rules(
    drawing: Drawing,
    matched: pd.DataFrame,
    rows: NamedRows,
    values: pd.Series,
    name: str,
    scheme: str,
    width: float,
) -> None:
    """Upright rules at `values`, one a row, in the colour of targets."""
    colour = theme.TARGET[scheme]
    drawing.add(
        "scatter",
        x=_known(values),
        y=rows.middles,
        mode="markers",
        marker={"symbol": "line-ns-open", "size": 22, "color": colour, "line": {"width": width}},
        customdata=_clicked(matched),
        hoverinfo="text",
        hovertext=[f"{name} {number(round(value, 1))}%" for value in values],
        cliponaxis=False,
    )


def _dressed(
    drawing: Drawing,
    shapes: Sequence[dict[str, Any]],
    rows: NamedRows,
    scheme: str,
    ends: tuple[float, float],
) -> Figure:
    """The figure with its labels, axes and size."""
    top, bottom = rows.ends
    axis: dict[str, Any] = {"fixedrange": True, "zeroline": False}
    return drawing.finished(
        scheme,
        shapes=list(shapes),
        annotations=rows.annotations(scheme),
        height=rows.height + 40,
        margin={"l": 12, "r": 16, "t": 12, "b": 28},
        xaxis=axis | {"range": ends, "ticksuffix": "%", "gridcolor": theme.RULE[scheme], "nticks": 7},
        yaxis=axis | {"range": [bottom, top], "showgrid": False, "showticklabels": False},
    )

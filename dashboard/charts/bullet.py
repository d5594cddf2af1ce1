"""How far is each target reached, and how much of its time had passed?

Two forms of the same bullet: amounts are drawn in percent of their (floor) target, rates in their own percent. What
it is stands above each bar, for a phone has no room beside it.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard import theme
from dashboard.units import number
from dashboard.words import Words

Label = tuple[str, str]  # what it is; reached / wanted

ROW_HEIGHT = 78
TRACK, BAND, BAR = 0.34, 0.3, 0.18  # thickness in rows


def draw_amounts(matched: pd.DataFrame, labels: Sequence[Label], words: Words, scheme: str) -> go.Figure:
    """Amounts and counts of which an actual is known: bar for the actual, thick rule for the target, thin for the
    stretch.

    `matched` has the columns of `indicators.targets`, `labels` one a row, escaped. A dashed line shows the share of the
    time that had passed when the actual's period ended.
    """
    if matched.empty:
        return theme.empty_figure(scheme)
    wanted = matched["floor"].fillna(matched["stretch"])
    reached, stretch = matched["actual"] / wanted * 100, matched["stretch"] / wanted * 100
    stretch = stretch.where(matched["floor"].notna())
    limit = max([100.0, *reached.dropna(), *stretch.dropna()]) * 1.08
    figure = go.Figure()
    _add_tracks(figure, len(matched), (0, 100), scheme)
    figure.add_bar(
        y=_rows(matched),
        x=reached.tolist(),
        orientation="h",
        width=BAR,
        marker={"color": theme.ENTITY_COLOURS[scheme][0]},
        customdata=_clicked(matched),
        hoverinfo="text",
        hovertext=[words("已完成 {share}%", share=number(round(value, 1))) for value in reached],
    )
    _add_rules(figure, matched, wanted / wanted * 100, words("目标"), scheme, width=4)
    _add_rules(figure, matched, stretch, words("力争"), scheme, width=1.6)
    for row, share in enumerate(matched["elapsed"] * 100):
        if share < 100:
            line = {"color": theme.INK[scheme], "width": 1.5, "dash": "dash"}
            figure.add_shape(type="line", x0=share, x1=share, y0=row - 0.22, y1=row + 0.22, line=line)
    _dress(figure, labels, scheme, (0, limit))
    return figure


def draw_rates(matched: pd.DataFrame, labels: Sequence[Label], words: Words, scheme: str) -> go.Figure:
    """Growth, shares and other rates: a rule for the target, a band up to the stretch, a dot for the actual, in
    percent.

    `matched` and `labels` as for `draw_amounts`; a target without an actual has no dot.
    """
    if matched.empty:
        return theme.empty_figure(scheme)
    floor, stretch = matched["floor"].fillna(matched["stretch"]), matched["stretch"].where(matched["floor"].notna())
    values = [0.0, *floor, *stretch.dropna(), *matched["actual"].dropna()]
    room = (max(values) - min(values) or 1.0) * 0.08
    low, high = (min(values) - room if min(values) < 0 else 0.0), max(values) + room
    figure = go.Figure()
    _add_tracks(figure, len(matched), (low, high), scheme)
    for row, (lower, upper) in enumerate(zip(floor, stretch, strict=True)):
        if pd.notna(upper):
            _add_rectangle(figure, row, (lower, upper), BAND, theme.TARGET[scheme], opacity=0.25)
    _add_rules(figure, matched, floor, words("目标"), scheme, width=4)
    _add_rules(figure, matched, stretch, words("力争"), scheme, width=1.6)
    figure.add_scatter(
        x=matched["actual"].tolist(),
        y=_rows(matched),
        mode="markers",
        marker={"size": 12, "color": theme.ENTITY_COLOURS[scheme][0]},
        customdata=_clicked(matched),
        hoverinfo="text",
        hovertext=[f"{words('实绩')} {number(value)}%" for value in matched["actual"]],
    )
    _dress(figure, labels, scheme, (low, high))
    return figure


def _rows(matched: pd.DataFrame) -> list[int]:
    return list(range(len(matched)))


def _clicked(matched: pd.DataFrame) -> list[str]:
    return [floor or stretch for floor, stretch in zip(matched["floor_series"], matched["stretch_series"], strict=True)]


def _add_tracks(figure: go.Figure, count: int, ends: tuple[float, float], scheme: str) -> None:
    for row in range(count):
        _add_rectangle(figure, row, ends, TRACK, theme.RULE[scheme], opacity=0.55)


def _add_rectangle(
    figure: go.Figure, row: int, ends: tuple[float, float], thickness: float, colour: str, opacity: float
) -> None:
    figure.add_shape(
        type="rect",
        x0=ends[0],
        x1=ends[1],
        y0=row - thickness / 2,
        y1=row + thickness / 2,
        fillcolor=colour,
        opacity=opacity,
        line_width=0,
        layer="below",
    )


def _add_rules(
    figure: go.Figure, matched: pd.DataFrame, values: pd.Series, name: str, scheme: str, width: float
) -> None:
    """Upright rules at `values`, one a row, in the colour of targets."""
    colour = theme.TARGET[scheme]
    figure.add_scatter(
        x=values.tolist(),
        y=_rows(matched),
        mode="markers",
        marker={"symbol": "line-ns-open", "size": 22, "color": colour, "line": {"width": width}},
        customdata=_clicked(matched),
        hoverinfo="text",
        hovertext=[f"{name} {number(round(value, 1))}%" for value in values],
        cliponaxis=False,
    )


def _dress(figure: go.Figure, labels: Sequence[Label], scheme: str, ends: tuple[float, float]) -> None:
    """Labels, axes and size."""
    for row, (name, numbers) in enumerate(labels):
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            y=row - 0.22,
            yanchor="bottom",
            align="left",
            text=f"<b>{name}</b><br>{numbers}",
            showarrow=False,
            font={"size": 12.5, "color": theme.INK[scheme]},
            bgcolor=theme.PAPER[scheme],
            borderpad=1,
        )
    axis: dict[str, Any] = {"fixedrange": True, "zeroline": False}
    x_axis = axis | {"range": ends, "ticksuffix": "%", "gridcolor": theme.RULE[scheme], "nticks": 7}
    y_axis = axis | {"range": [len(labels) - 0.6, -0.75], "showgrid": False, "showticklabels": False}
    figure.update_layout(
        **theme.base_layout(scheme),
        height=ROW_HEIGHT * len(labels) + 64,
        margin={"l": 12, "r": 16, "t": 12, "b": 40},
        xaxis=x_axis,
        yaxis=y_axis,
    )

"""How far is each target reached, and how much of its time had passed?

Two forms of the same bullet: amounts are drawn in percent of their (floor) target, rates in their own percent.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard import theme
from dashboard.units import number
from dashboard.words import Words

ROW_HEIGHT = 62


def draw_amounts(matched: pd.DataFrame, labels: Sequence[tuple[str, str]], words: Words, scheme: str) -> go.Figure:
    """Amounts and counts: the bar is what is reached in percent of the target, the rule is the target, dots the stretch.

    `matched` has the columns of `indicators.targets`, `labels` two texts a row: what it is, and reached / wanted. A dashed line shows the share of the time
    that had passed when the actual's period ended.
    """
    if matched.empty:
        return theme.empty_figure(scheme)
    rows = list(range(len(matched)))
    base = matched["floor"].fillna(matched["stretch"])
    figure = go.Figure()
    figure.add_bar(y=rows, x=[100] * len(rows), orientation="h", width=0.46, **_silent(theme.RULE[scheme]))
    reached = matched["actual"] / base * 100
    figure.add_bar(
        y=rows,
        x=list(reached.fillna(0)),
        orientation="h",
        width=0.24,
        marker={"color": theme.ENTITY_COLOURS[scheme][0]},
        customdata=list(_clicked(matched)),
        hoverinfo="text",
        hovertext=[words("已完成 {share}%", share=number(value)) for value in reached],
    )
    _ticks(figure, rows, [100.0] * len(rows), matched, theme.TARGET[scheme], words("目标"))
    stretch = matched["stretch"] / base * 100
    has_both = matched["floor"].notna() & matched["stretch"].notna()
    _ticks(figure, rows, list(stretch.where(has_both)), matched, theme.TARGET[scheme], words("力争"), dotted=True)
    elapsed = list(matched["elapsed"] * 100)
    for row, share in zip(rows, elapsed, strict=True):
        if share == share and share < 100:
            _time_line(figure, row, share, scheme)
    greatest = max([100.0, *reached.dropna(), *stretch.dropna()])
    _dress(figure, labels, scheme, {"range": [0, greatest * 1.08], "ticksuffix": "%"})
    return figure


def draw_rates(matched: pd.DataFrame, labels: Sequence[tuple[str, str]], words: Words, scheme: str) -> go.Figure:
    """Growth, shares and other rates: a rule for the target, a band up to the stretch, a dot for the actual, in percent."""
    if matched.empty:
        return theme.empty_figure(scheme)
    rows = list(range(len(matched)))
    figure = go.Figure()
    low, high = matched["floor"].fillna(matched["stretch"]), matched["stretch"]
    for row, lower, upper in zip(rows, low, high, strict=True):
        figure.add_shape(
            type="rect",
            x0=least,
            x1=max(values) + room,
            y0=row - 0.2,
            y1=row + 0.2,
            fillcolor=theme.RULE[scheme],
            opacity=0.55,
            line_width=0,
            layer="below",
        )
        if upper == upper and lower != upper:
            figure.add_shape(
                type="rect", x0=lower, x1=upper, y0=row - 0.2, y1=row + 0.2, fillcolor=theme.TARGET[scheme], opacity=0.25, line_width=0
            )
    _ticks(figure, rows, list(low), matched, theme.TARGET[scheme], words("目标"))
    _ticks(figure, rows, list(high.where(low != high)), matched, theme.TARGET[scheme], words("力争"), dotted=True)
    figure.add_scatter(
        x=list(matched["actual"]),
        y=rows,
        mode="markers",
        marker={"size": 12, "color": theme.ENTITY_COLOURS[scheme][0]},
        customdata=list(_clicked(matched)),
        hoverinfo="text",
        hovertext=[f"{words('实绩')} {number(value)}" for value in matched["actual"]],
    )
    _dress(figure, labels, scheme, {"range": [least, max(values) + 2 * room], "ticksuffix": "%", "zeroline": True})
    return figure


def _clicked(matched: pd.DataFrame) -> list[str]:
    return [floor or stretch for floor, stretch in zip(matched["floor_series"], matched["stretch_series"], strict=True)]


def _silent(colour: str) -> dict[str, Any]:
    return {"marker": {"color": colour}, "opacity": 0.55, "hoverinfo": "skip"}


def _ticks(
    figure: go.Figure,
    rows: list[int],
    values: list[float],
    matched: pd.DataFrame,
    colour: str,
    name: str,
    dotted: bool = False,
) -> None:
    """Upright rules at `values`, one a row; those of a stretch are thinner."""
    figure.add_scatter(
        x=values,
        y=rows,
        mode="markers",
        marker={"symbol": "line-ns-open", "size": 22, "color": colour, "line": {"width": 1.6 if dotted else 4}},
        customdata=_clicked(matched),
        hoverinfo="text",
        hovertext=[f"{name} {number(value)}%" for value in values],
        cliponaxis=False,
    )


def _time_line(figure: go.Figure, row: int, share: float, scheme: str) -> None:
    line = {"color": theme.INK[scheme], "width": 1.5, "dash": "dash"}
    figure.add_shape(type="line", x0=share, x1=share, y0=row - 0.3, y1=row + 0.3, line=line)


def _write_labels(figure: go.Figure, labels: Sequence[tuple[str, str]], scheme: str) -> None:
    """What it is above the left end of each bar, the numbers above its right end: narrow screens have no room beside it."""
    for row, texts in enumerate(labels):
        for x, side, text, size in ((0, "left", f"<b>{texts[0]}</b>", 12.5), (1, "right", texts[1], 12)):
            figure.add_annotation(
                x=x,
                xref="paper",
                xanchor=side,
                y=row - 0.28,
                yanchor="bottom",
                text=text,
                showarrow=False,
                font={"size": size, "color": theme.INK[scheme]},
                bgcolor=theme.PAPER[scheme],
                borderpad=1,
            )


def _dress(figure: go.Figure, labels: Sequence[tuple[str, str]], scheme: str, xaxis: dict[str, Any]) -> None:
    _write_labels(figure, labels, scheme)
    figure.update_layout(
        **theme.base_layout(scheme),
        barmode="overlay",
        height=ROW_HEIGHT * len(labels) + 64,
        margin={"l": 12, "r": 16, "t": 12, "b": 40},
        xaxis={
            "gridcolor": theme.RULE[scheme],
            "zerolinecolor": theme.FAINT[scheme],
            "zeroline": False,
            "fixedrange": True,
            "nticks": 7,
        }
        | xaxis,
        yaxis={
            "showticklabels": False,
            "range": [len(labels) - 0.6, -0.75],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
        },
    )

"""A chart in its frame, and what stands in its place where there is none."""

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids, theme
from dashboard.charts.drawing import Figure
from dashboard.components.attributes import attributes
from dashboard.words import Words


def graph(figure: Figure, page: str, name: str, label: str, words: Words) -> html.Div:
    """The figure with the settings that all charts share; `label` says to screen readers what is drawn.

    The frame can be reached by keyboard; arrows then walk along the marks, see `assets/charts.js`.
    """
    height = figure["layout"].get("height", 320)
    config: Any = theme.graph_config(words.language, filename=label)
    chart = dcc.Graph(
        id=ids.chart(page, name),
        figure=figure,
        config=config,
        style={"height": f"{height}px"},
    )
    said = html.Div(className="said", **attributes(aria_live="polite"))
    hint = words("图：{label}。用左右方向键逐点听读，回车打开原句。", label=label)
    room = {"minHeight": f"{height}px"}  # the page does not jump when the chart comes
    frame = html.Div(
        chart, role="application", className="chart", tabIndex=0, style=room, **attributes(aria_label=hint)
    )
    return html.Div([frame, said], className="charted")


def empty(title: str, advice: str) -> dmc.Paper:
    """What stands in the place of a chart or table that would have nothing to show."""
    return dmc.Paper(
        dmc.Stack([dmc.Text(title, fw=600), dmc.Text(advice, size="sm", c="dimmed")], gap=4, align="center"),
        p="xl",
        className="empty",
    )

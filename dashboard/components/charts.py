"""A chart in its frame, and the words that explain its marks."""

from typing import Any

import dash_mantine_components as dmc
import plotly.graph_objects as go
from dash import dcc, html

from dashboard import ids, theme
from dashboard.components.attributes import attributes
from dashboard.words import Words

MARKS = {
    "year": ("●", "全年"),
    "part": ("◇", "年内时段（横线示其起止），不与全年相连"),
    "date": ("■", "时点数"),
    "years": ("━", "跨年合计"),
    "open": ("◁", "截至某日的累计，起点未知"),
}
BOUND_MARKS = {"at_least": ("↥", "下限（超过、突破）"), "at_most": ("↧", "上限（不到、以内）"), "about": ("◎", "约数")}


def graph(figure: go.Figure, page: str, name: str, label: str, words: Words) -> html.Div:
    """The figure with the settings that all charts share; `label` says to screen readers what is drawn."""
    height = figure.layout.height or 320
    config: Any = theme.graph_config(words.language, filename=label)
    chart = dcc.Graph(
        id=ids.chart(page, name),
        figure=figure,
        config=config,
        style={"height": f"{height}px"},
    )
    return html.Div(chart, role="figure", className="chart", **attributes(aria_label=label))


def mark_legend(marks: set[str], bounds: set[str], has_targets: bool, words: Words) -> dmc.Group:
    """What the marks on the chart mean, only those that are on it."""
    entries = [(*MARKS[mark], "") for mark in MARKS if mark in marks]
    entries += [(*BOUND_MARKS[bound], "") for bound in BOUND_MARKS if bound in bounds]
    if has_targets:
        entries.append(("━", "目标（虚线为力争，斜纹为两者之间）", "target"))
    return dmc.Group(
        [
            html.Span(
                [html.Span(sign, className=f"sign {kind}", **attributes(aria_hidden="true")), words(text)],
                className="key",
            )
            for sign, text, kind in entries
        ],
        gap="md",
        className="legend",
    )


def entity_legend(colours: dict[str, str]) -> dmc.Group:
    """Which colour is which park."""
    chips = [
        html.Span([html.Span(className="dot", style={"background": colour}), entity], className="key")
        for entity, colour in colours.items()
    ]
    return dmc.Group(chips, gap="md", className="legend entities")


def empty(title: str, advice: str) -> dmc.Paper:
    """What stands in the place of a chart or table that would have nothing to show."""
    return dmc.Paper(
        dmc.Stack([dmc.Text(title, fw=600), dmc.Text(advice, size="sm", c="dimmed")], gap=4, align="center"),
        p="xl",
        className="empty",
    )

"""What can be done with a chart: take it away as picture or table, link to it, put it into another page."""

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.components.attributes import attributes
from dashboard.words import Words


def chart_tools(title: str, source: str, csv: str, words: Words, picture: bool = True) -> html.Div:
    """Buttons for the chart in the same frame (the nearest `.frame` around them).

    `title` and `source` are printed on the pictures; `csv` is the address of the table. The work is done by
    `assets/charts.js`, which finds the buttons by their `data-do`.
    """
    buttons: list[Any] = []
    if picture:
        buttons += [
            _button("PNG", words("下载图片"), do="png", title=title, source=source),
            _button("SVG", words("下载矢量图"), do="svg", title=title, source=source),
        ]
    buttons.append(
        dmc.Anchor("CSV", href=csv, className="tool", **attributes(aria_label=words("下载表格")), refresh=True)
    )
    said = words("已复制")
    buttons.append(_button(words("复制链接"), words("复制这一页的链接"), do="link", said=said))
    if picture:
        buttons.append(_button(words("嵌入"), words("复制嵌入代码"), do="embed", said=said))
    return html.Div(buttons, className="tools", role="group", **attributes(aria_label=words("取走这张图")))


def source_line(documents: int, as_of: str, words: Words) -> str:
    """What a picture says of where it comes from: "来源：园区指标（12 篇文档），截至 2024-01-18 的文档"."""
    said = words("来源：园区指标，{n} 篇文档", n=documents)
    return said + (words("；截至 {day} 的文档", day=as_of) if as_of else "")


def _button(text: str, label: str, do: str, title: str = "", source: str = "", said: str = "") -> html.Button:
    named = {"data_do": do, "data_title": title, "data_source": source, "data_said": said}
    return html.Button(
        text,
        type="button",
        className="tool",
        **attributes(aria_label=label, **{name: value for name, value in named.items() if value}),
    )

"""What stands above the grid: search, grouping, columns, what narrows it down, and the ways to take it away."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.components.attributes import attributes
from dashboard.components.grid_columns import ORDER, column_title, shown_columns
from dashboard.downloads.citation import citation, conditions
from dashboard.grid.filters import as_text, filters_of
from dashboard.grid.grouping import GROUPS
from dashboard.state import DataChoice, link
from dashboard.words import Words

FILES = (("csv", "CSV"), ("xlsx", "Excel"), ("parquet", "Parquet"), ("sdmx", "SDMX-CSV"), ("zip", "ZIP"))
MOST_COPIED = 10_000  # rows; a clipboard is no place for more


def data_tools(choice: DataChoice, as_of: str, words: Words) -> html.Div:
    """All of it, for a choice; what changes with the choice has ids of its own."""
    fields = [
        dmc.TextInput(id=ids.DATA_SEARCH, label=words("搜索"), value=choice.q, debounce=350, className="wide"),
        dmc.MultiSelect(
            id=ids.DATA_BY,
            label=words("分组"),
            data=[{"value": key, "label": words(name)} for key, name in GROUPS.items()],
            value=list(choice.by),
            placeholder="" if choice.by else words("不分组"),
            clearable=True,
            hidePickedOptions=True,
            className="wide",
        ),
        _column_choice(choice, words),
        html.Div(files(choice, as_of, words), id=ids.DATA_FILES, className="files"),
    ]
    said = [
        html.Span(id=ids.DATA_COUNT, className="of-rows", **attributes(aria_live="polite")),
        html.Span(id=ids.DATA_GROUP_COUNT, className="of-groups", **attributes(aria_live="polite")),
        html.Span(chips(choice, words), id=ids.DATA_FILTERS, className="chips"),
    ]
    return html.Div(
        [html.Div(fields, className="controls"), html.Div(said, className="grid-said")], className="tools-of-grid"
    )


def files(choice: DataChoice, as_of: str, words: Words) -> list[Any]:
    """The ways to take away what the grid shows: groups as a table, rows as any kind of file."""
    kinds = (("groups", "CSV"),) if choice.by else FILES
    links = [
        html.A(
            name,
            href=link("/download/groups.csv" if kind == "groups" else f"/download/data.{kind}", choice),
            className="tool",
            **attributes(aria_label=words("下载 {kind}", kind=name)),
        )
        for kind, name in kinds
    ]
    table = link("/download/groups.tsv" if choice.by else "/download/data.tsv", choice)
    cited, copied = citation(choice, as_of, words), words("已复制")
    return [
        *links,
        _button(words("复制表格"), words("复制表格，可粘贴到 Excel"), "rows", table, words("已复制 {n} 行", n="{n}")),
        _button(words("引用"), words("复制引用这张表的一句话"), "cite", cited, copied),
        _button(words("复制链接"), words("复制这一页的链接"), "link", "", copied),
    ]


def chips(choice: DataChoice, words: Words) -> list[html.A]:
    """Each filter in words, with the way to be rid of it."""
    filters = filters_of(choice)
    found = []
    for column, said in conditions(choice, words).items():
        rest = {other: condition for other, condition in filters.items() if other != column}
        without = link("/data", replace(choice, filters=as_text(rest)))
        label = words("取消筛选：{said}", said=said)
        found.append(html.A([said, " ✕"], href=without, className="chip plain-link", **attributes(aria_label=label)))
    return found


def _column_choice(choice: DataChoice, words: Words) -> html.Details:
    boxes: Sequence[Any] = [
        dmc.Checkbox(label=column_title(column, words), value=column, radius="sm") for column in ORDER
    ]
    group = dmc.CheckboxGroup(
        dmc.Stack(boxes, gap=6), id=ids.DATA_COLUMNS, value=list(shown_columns(choice)), label=words("显示哪些列")
    )
    opened = html.Div(group, className="column-boxes")
    return html.Details([html.Summary(words("列")), opened], className="column-choice of-rows")


def _button(text: str, label: str, do: str, source: str, said: str) -> html.Button:
    named = {"data_do": do, "data_source": source, "data_said": said}
    given = {name: value for name, value in named.items() if value}
    return html.Button(text, type="button", className="tool", **attributes(aria_label=label, **given))

"""Each document: its text with every figure marked, and beside it the rows that were read."""

from dataclasses import replace
from typing import Any

import dash_mantine_components as dmc
import pandas as pd
from dash import ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.components.attributes import attributes
from dashboard.components.charts import empty
from dashboard.components.evidence import status_badge
from dashboard.components.marked_text import marked_text
from dashboard.components.shell import page
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import DocumentChoice, TrendChoice, decode, encode, link
from dashboard.units import stated
from dashboard.words import BASES, FATES, MEASURES, STATUSES, Words
from indicators.documents import Document
from indicators.spans import span_label

PATH = "/documents"
KINDS = ("actual", "target", "set_aside", "not_understood")


def resolve(library: Library, choice: DocumentChoice) -> DocumentChoice:
    """The choice with an unknown or missing document replaced by the newest."""
    if choice.name in library.documents:
        return choice
    names = _newest_first(library)
    return replace(choice, name=names[0] if names else "", at="")


def view(library: Library, choice: DocumentChoice, words: Words) -> list:
    """The whole page: which document, its text, its rows."""
    shown = resolve(library, choice)
    select = dmc.Select(
        id=ids.DOCUMENT_NAME,
        label=words("共 {n} 篇文档", n=len(library.documents)),
        data=[{"value": name, "label": _list_title(library.documents[name], words)} for name in _newest_first(library)],
        value=shown.name or None,
        searchable=True,
        allowDeselect=False,
        nothingFoundMessage=words("没有这篇文档"),
        maxDropdownHeight=420,
        className="widest",
    )
    lead = words("原文中的每个数都有着落：读成了什么，或为什么没有读。")
    content = [
        dcc.Location(id=ids.DOCUMENT_URL, refresh="callback-nav"),
        html.Div(select, className="controls"),
        html.Div(dmc.Skeleton(height=420), id=ids.DOCUMENT_VIEWED),
    ]
    return page(words("文档|页"), lead, content)


def viewed(library: Library, choice: DocumentChoice, words: Words) -> list:
    """Heading, marked text and rows of a resolved choice."""
    document = library.documents.get(choice.name)
    if document is None:
        return [empty(words("没有文档"), words("请换一个装有 .txt 或 .md 文字的文件夹，重新启动。"))]
    rows = library.rows_of(document.name)
    statuses = {int(start): str(status) for start, status in zip(rows["start"], rows["status"], strict=True)}
    tips: dict[int, list[str]] = {}
    for _, row in rows.iterrows():
        tips.setdefault(int(row["start"]), []).append(_fields(library, row, words))
    for mark in document.marks:
        if mark.fate != "read":
            tips[mark.start] = [f"{words.code(FATES, mark.fate)}: {mark.reason}"]
    text = marked_text(
        document.text, document.marks, {start: "\n".join(said) for start, said in tips.items()}, statuses
    )
    return [
        dmc.Grid(
            [
                dmc.GridCol(
                    dmc.Paper(
                        [_heading(document, words), _legend(document, statuses, words), text], withBorder=True, p="md"
                    ),
                    span={"base": 12, "lg": 7},
                ),
                dmc.GridCol(
                    dmc.Paper(_rows(library, rows, words), withBorder=True, p="md", className="rows"),
                    span={"base": 12, "lg": 5},
                ),
            ],
            gutter="md",
        )
    ]


def _newest_first(library: Library) -> list[str]:
    return sorted(library.documents, key=lambda name: library.documents[name].published, reverse=True)


def _list_title(document: Document, words: Words) -> str:
    return f"{document.published or words('日期不详')}  {document.title or document.name}"


def _heading(document: Document, words: Words) -> html.Div:
    facts = [document.publisher, document.published or words("日期不详"), document.name]
    parts: list[Any] = [
        dmc.Title(document.title or document.name, order=2, size="h3"),
        dmc.Text(" · ".join(filter(None, facts)), size="sm", c="dimmed"),
    ]
    if document.source:
        parts.append(dmc.Text(f"{words('来源')}: {document.source}", size="sm", c="dimmed", className="breakable"))
    return html.Div(parts, className="document-head")


def _legend(document: Document, statuses: dict[int, str], words: Words) -> dmc.Group:
    kinds = [statuses.get(mark.start, "actual") if mark.fate == "read" else mark.fate for mark in document.marks]
    names = STATUSES | FATES
    keys = [
        html.Span(
            html.Mark(f"{words.code(names, kind)} {kinds.count(kind)}", className=f"mark {kind}"), className="key"
        )
        for kind in KINDS
        if kind in kinds
    ]
    return dmc.Group(keys, gap="sm", className="legend")


def _fields(library: Library, row: pd.Series, words: Words) -> str:
    name = library.title(row["indicator"] or row["indicator_text"], words.language)
    area = row["park"] + (f" · {row['segment']}" if row["segment"] else "")
    measure = " ".join(filter(None, (words.code(MEASURES, row["measure"]), words.code(BASES, row["basis"]))))
    period = span_label(row["period_start"], row["period_end"], words.language)
    status = words.code(STATUSES, row["status"])
    value, rule = stated(row, words.language), words("规则 {rule}", rule=row["rule"])
    return "\n".join((area, name, f"{value} · {measure}", f"{period} · {status}", rule))


def _rows(library: Library, rows: pd.DataFrame, words: Words) -> list:
    title = dmc.Title(words("读出的 {n} 条", n=len(rows)), order=2, size="h4", mb="xs")
    if rows.empty:
        return [title, dmc.Text(words("这篇文档里没有读到指标。"), size="sm", c="dimmed")]
    seen: set[int] = set()
    items = []
    for _, row in rows.iterrows():
        start = int(row["start"])
        items.append(_item(library, row, words, anchor=None if start in seen else f"r{start}"))
        seen.add(start)
    return [title, html.Ul(items, className="row-list")]


def _item(library: Library, row: pd.Series, words: Words, anchor: str | None) -> html.Li:
    name = row["indicator"] or row["indicator_text"]
    area = row["park"] + (f" · {row['segment']}" if row["segment"] else "")
    measure = " ".join(filter(None, (words.code(MEASURES, row["measure"]), words.code(BASES, row["basis"]))))
    period = span_label(row["period_start"], row["period_end"], words.language)
    trend = TrendChoice(
        lang=words.language,
        as_of=library.as_of,
        park=(row["park"],),
        indicator=name,
        measure=(row["measure"],),
        segments=bool(row["segment"]),
    )
    return html.Li(
        [
            dmc.Group(
                [
                    html.A(stated(row, words.language), href=f"#m{row['start']}", className="value"),
                    status_badge(row["status"], row["target_tier"], words),
                    dmc.Anchor(words("趋势"), href=link("/trends", trend), size="xs", className="to-trend"),
                ],
                gap="xs",
            ),
            dmc.Text(library.title(name, words.language), size="sm"),
            dmc.Text(f"{area} · {measure} · {period}", size="xs", c="dimmed"),
        ],
        className="row-item",
        **attributes(id=anchor) if anchor else {},
    )


def register(app: Dash, shelf: Shelf) -> None:
    """The page's callbacks: which document -> address -> text; then the figure asked for is brought into sight."""

    @app.callback(
        Output(ids.DOCUMENT_URL, "search", allow_duplicate=True),
        Output(ids.DOCUMENT_NAME, "value"),
        Output(ids.DOCUMENT_VIEWED, "children"),
        Input(ids.DOCUMENT_URL, "search"),
        Input(ids.DOCUMENT_NAME, "value"),
        State(ids.DOCUMENT_URL, "pathname"),
        prevent_initial_call="initial_duplicate",
    )
    def show(search: str, name: str, path: str) -> tuple[Any, ...]:
        if path != PATH:
            raise PreventUpdate
        is_control = ctx.triggered_id == ids.DOCUMENT_NAME
        choice = decode(DocumentChoice, search)
        choice = replace(choice, name=name, at="") if is_control else choice
        library = shelf.at(choice.as_of)
        shown = resolve(library, choice)
        return (
            encode(choice) if is_control and encode(choice) != search else no_update,
            shown.name or None,
            viewed(library, shown, Words(choice.lang)),
        )

    app.clientside_callback(
        ClientsideFunction("park", "showFigure"),
        Output(ids.DOCUMENT_VIEWED, "data-shown"),
        Input(ids.DOCUMENT_VIEWED, "children"),
        State(ids.DOCUMENT_URL, "search"),
    )

"""Each document: its text with every figure marked, and beside it the rows that were read."""

from dataclasses import replace
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, html

from dashboard import ids
from dashboard.components.charts import empty
from dashboard.components.document_view import document_view
from dashboard.components.shell import page
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import Choice, DocumentChoice, link, onward
from dashboard.steering import Control, Steering
from dashboard.words import Words
from indicators.documents import Document
from indicators.holdings import Listed

PATH = "/documents"
CONTROLS = (Control(ids.DOCUMENT_NAME, "name", clears=("at",), holds=None),)
STEERING = Steering(PATH, ids.DOCUMENT_URL, DocumentChoice, CONTROLS)


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
        limit=300,
        className="widest",
    )
    to_import = html.A(words("导入文档"), href=link("/import", onward(Choice, choice)), className="button")
    lead = words("原文中的每个数都有着落：读成了什么，或为什么没有读。")
    content = [
        *STEERING.wheel(shown),
        html.Div([select, to_import], className="controls with-button"),
        html.Div(viewed(library, shown, words), id=ids.DOCUMENT_VIEWED),
    ]
    return page(words("文档|页"), lead, content)


def viewed(library: Library, choice: DocumentChoice, words: Words) -> list:
    """Heading, marked text and rows of a resolved choice."""
    document = library.document(choice.name)
    if document is None:
        return [empty(words("没有文档"), words("请换一个装有文字的文件夹，重新启动。"))]
    return [document_view(library, document, library.rows_of(document.name), choice, words)]


def _newest_first(library: Library) -> list[str]:
    return sorted(library.documents, key=lambda name: library.documents[name].published, reverse=True)


def _list_title(document: Listed | Document, words: Words) -> str:
    return f"{document.published or words('日期不详')}  {document.title or document.name}"


def register(app: Dash, shelf: Shelf) -> None:
    """The page's callbacks: which document -> address -> text; then the figure asked for is brought into sight."""

    @app.callback(
        output={"answered": STEERING.output, "viewed": Output(ids.DOCUMENT_VIEWED, "children")},
        inputs=STEERING.inputs,
        prevent_initial_call=True,  # the page comes with its content
    )
    def show(search: str, path: str) -> dict[str, Any]:
        choice, library, words = STEERING.asked(shelf, search, path)
        shown = resolve(library, choice)
        return {"answered": STEERING.answer(search, shown), "viewed": viewed(library, shown, words)}

    STEERING.register(app)
    app.clientside_callback(
        ClientsideFunction("park", "showFigure"),
        Output(ids.DOCUMENT_VIEWED, "data-shown"),
        Input(ids.DOCUMENT_VIEWED, "children"),
        State(ids.DOCUMENT_URL, "search"),
    )

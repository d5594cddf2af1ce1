"""One figure, set right by hand: what was read, the form that decides on it, what was decided before and by whom."""

from dataclasses import replace
from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, dcc, html
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.access.editors import READER, Access
from dashboard.components.adding_form import adding_form, missed_sentence
from dashboard.components.charts import empty
from dashboard.components.decision_form import closed, decision_form
from dashboard.components.decision_list import decision_list
from dashboard.components.shell import page
from dashboard.components.statement import document_link, statement
from dashboard.editing.adding import missed
from dashboard.editing.desk import Desk
from dashboard.editing.worklist import key_of
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import CorrectChoice, decode, link
from dashboard.units import stated
from dashboard.words import Words
from indicators.decisions import Decision
from indicators.store.deciding import load_decisions
from indicators.store.engine import reading

PATH = "/correct"


def view(library: Library, choice: CorrectChoice, words: Words, access: Access) -> list:
    """The whole page; its content comes with the address."""
    lead = words("照原句核对：认可、更正或否定。谁、何时、为什么都记下，随时可以撤销，重读也冲不掉。")
    title = words("更正一个数")
    if choice.until:
        title, lead = words("补录一个数"), words("写下漏读的数：连同原句记下，谁、何时、为什么，随时可以撤销。")
    content = [
        dcc.Location(id=ids.CORRECT_URL, refresh="callback-nav"),
        html.Div(dmc.Skeleton(height=320), id=ids.CORRECT_VIEWED),
    ]
    return page(title, lead, content)


def viewed(library: Library, choice: CorrectChoice, made: list[Decision], words: Words, access: Access) -> list[Any]:
    """What was read at the place of the choice, the form, and the decisions `made` on it; or, of a document without a
    place, all decisions on it."""
    rows = library.rows_of(choice.name)
    labels = [int(label) for label in rows.index[rows["start"].astype("str") == choice.at]]
    keys = {key_of(library, label): label for label in labels}
    key = choice.key if choice.key in keys else next(iter(keys), "")
    place = None if key else missed(library, choice.name, choice.at, choice.until)
    about = [one for one in made if not choice.at or str(one.start) == choice.at]
    history = decision_list(about, words, access)
    if place is not None:
        left = missed_sentence(library, place, choice, words)
        return [_side_by_side(left, adding_form(library, place, choice, words, access)), history]
    if not key:
        where = words("这里没有读出的数，或已被否定；被否定的可以在下面撤销。")
        return [dmc.Text(where, size="sm", mb="md"), history] if about else [empty(words("没有人工决定"), where)]
    label = keys[key]
    left = [statement(library, label, words, main=True), *_others(library, keys, key, choice, words)]
    form = closed(choice, words, access) if access.why_not else decision_form(library, label, choice, words, access)
    back = document_link(library.observation(label), choice, words("← 回到原文"))
    return [html.Div(back, className="way-back"), _side_by_side(left, form), history]


def _side_by_side(left: list[Any], form: Any) -> html.Div:
    """The sentence, and beside it what is decided on it."""
    said = html.Div(_framed(dmc.Stack(left, gap="sm"), "evidence"), className="column")
    return html.Div([said, html.Div(_framed(form), className="column")], className="two-columns even")


def _framed(content: Any, kind: str = "") -> dmc.Paper:
    return dmc.Paper(content, withBorder=True, p="md", className=kind)


def _others(library: Library, keys: dict[str, int], key: str, choice: CorrectChoice, words: Words) -> list[Any]:
    """The ways to what else was read of the same figure."""
    others = [(one, library.observation(label)) for one, label in keys.items() if one != key]
    if not others:
        return []
    ways = [
        html.A(
            f"{said['park']} · {said['indicator_text']} · {stated(said, words.language)}",
            href=link(PATH, replace(choice, key=one)),
            className="plain-link small",
        )
        for one, said in others
    ]
    return [html.Div([html.Span(words("同一个数还读成：")), *ways], className="many-links")]


def register(app: Dash, shelf: Shelf, desk: Desk | None) -> None:
    """The page's callback: address, decisions -> content."""

    @app.callback(
        Output(ids.CORRECT_VIEWED, "children"),
        Input(ids.CORRECT_URL, "search"),
        Input(ids.DECIDED, "data"),
        State(ids.CORRECT_URL, "pathname"),
    )
    def show(search: str, decided: Any, path: str) -> Any:
        if path != PATH:
            raise PreventUpdate
        choice = decode(CorrectChoice, search)
        access = desk.editors.access() if desk else READER
        return viewed(shelf.at(choice.as_of), choice, _made(desk, choice.name), Words(choice.lang), access)


def _made(desk: Desk | None, document: str) -> list[Decision]:
    """The decisions on a document, those that were undone too."""
    engine = desk.stock.looking() if desk else None
    if engine is None:
        return []
    with reading(engine) as connection:
        return load_decisions(connection, withdrawn=True, document=document)

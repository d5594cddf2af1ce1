"""Signing in as an editor, and out again."""

from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, dcc, html, no_update
from dash.exceptions import PreventUpdate
from flask import request

from dashboard import ids
from dashboard.access.editors import FORGED, Access, Editors
from dashboard.access.forgery import forged
from dashboard.access.guesses import Guesses
from dashboard.components.attributes import attributes
from dashboard.components.shell import page
from dashboard.library import Library
from dashboard.state import Choice, decode, link
from dashboard.words import Words

PATH = "/sign-in"


def view(library: Library, choice: Choice, words: Words, access: Access) -> list:
    """The whole page: name and password; who is signed in; or why nobody needs to, or can."""
    lead = words("登录以后可以导入文档、更正读错的数；只看不用登录。")
    address = dcc.Location(id=ids.SIGN_IN_URL, refresh=True)
    said = html.Div(id=ids.SIGN_IN_SAID, **attributes(aria_live="polite"))
    if not access.can_sign_in:
        text = words(access.why_not) if access.why_not else words("在这台机器上不用登录，就可以导入和复核。")
        content: list[Any] = [dmc.Text(text)]
    elif not access.why_not:
        content = [
            dmc.Text(words("已登录：{name}", name=access.name)),
            dmc.Button(words("退出"), id=ids.SIGN_OUT, variant="default"),
        ]
    else:
        content = [
            dmc.TextInput(id=ids.SIGN_IN_NAME, label=words("姓名（记在每个决定旁）"), required=True),
            dmc.PasswordInput(id=ids.SIGN_IN_PASSWORD, label=words("编辑密码"), required=True),
            dmc.Button(words("登录"), id=ids.SIGN_IN),
        ]
    frame = dmc.Paper(dmc.Stack([*content, said], gap="sm", align="stretch"), withBorder=True, p="md", maw=420)
    return page(words("登录"), lead, [address, frame])


def register(app: Dash, editors: Editors) -> None:
    """The page's callbacks: signing in and out; the page is loaded anew after either."""
    guesses = Guesses()

    @app.callback(
        Output(ids.SIGN_IN_URL, "href"),
        Output(ids.SIGN_IN_SAID, "children"),
        Input(ids.SIGN_IN, "n_clicks"),
        Input(ids.SIGN_IN_PASSWORD, "n_submit"),
        State(ids.SIGN_IN_NAME, "value"),
        State(ids.SIGN_IN_PASSWORD, "value"),
        State(ids.SIGN_IN_URL, "search"),
        prevent_initial_call=True,
    )
    def sign_in(clicks: int | None, enters: int | None, name: str, password: str, search: str) -> tuple[Any, Any]:
        if not clicks and not enters:
            raise PreventUpdate
        choice = decode(Choice, search)
        problem = _sign_in(editors, guesses, (name or "").strip(), password or "", Words(choice.lang))
        return (no_update, problem) if problem else (link("/", choice), "")

    @app.callback(
        Output(ids.SIGN_IN_URL, "href", allow_duplicate=True),
        Input(ids.SIGN_OUT, "n_clicks"),
        State(ids.SIGN_IN_URL, "search"),
        prevent_initial_call=True,
    )
    def sign_out(clicks: int | None, search: str) -> str:
        if not clicks:
            raise PreventUpdate
        editors.sign_out()
        return link("/", decode(Choice, search))


def _sign_in(editors: Editors, guesses: Guesses, name: str, password: str, words: Words) -> str:
    """Sign the present visitor in; "", or what is wrong."""
    whence = request.remote_addr or ""
    if forged(request):
        return words(FORGED)
    if not name:
        return words("请写上姓名；它会记在每个决定旁。")
    if seconds := guesses.wait(whence):
        return words("错得太多，请等 {n} 秒再试。", n=seconds)
    if not editors.sign_in(name[:40], password):
        guesses.wrong(whence)
        return words("密码不对，请再试一次。")
    guesses.right(whence)
    return ""

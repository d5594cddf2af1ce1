"""The Dash application: joins library, shell and pages; every view is its address."""

import logging
from collections.abc import Mapping
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update
from dash.exceptions import PreventUpdate
from flask import Flask

from dashboard import ids, theme, unfolding
from dashboard.access.editors import Editors, NotAllowed, refuse
from dashboard.access.forgery import set_up_tokens
from dashboard.access.sessions import set_up_sessions
from dashboard.api.routes import set_up_api
from dashboard.components.charts import empty
from dashboard.components.shell import as_of_banner, navigation, page, shell
from dashboard.downloads.routes import set_up_downloads
from dashboard.editing import deciding, undoing
from dashboard.editing.desk import Desk
from dashboard.intake.routes import set_up_intake
from dashboard.intake.staging import Staging
from dashboard.pages import (
    compare,
    correct,
    coverage,
    data,
    documents,
    importing,
    park,
    read,
    review,
    sign_in,
    targets,
    trends,
)
from dashboard.serving.ahead import make_ready, set_up_ahead
from dashboard.serving.characters import set_up_characters
from dashboard.serving.compression import hold_files, set_up_compression
from dashboard.serving.headers import set_up_headers
from dashboard.serving.late import fetch_grid_late
from dashboard.shelf import Shelf
from dashboard.state import Choice, decode
from dashboard.views import FOLLOWING, title_of, view_of
from dashboard.words import Words
from indicators.archive import Archive
from indicators.catalogue import catalogue
from indicators.errors import ArchiveError
from indicators.holdings import Holdings

MOST_OF_A_REQUEST = 4 << 20  # bytes, where no file is sent


def create_app(held: Archive | Holdings, known: Mapping[str, Any] | None = None, desk: Desk | None = None) -> Dash:
    """The application for what is held, warmed up and ready to be served as `create_app(held).server`.

    `known` is the catalogue of indicators by id; the project's own if it is not given. With a desk the pages show the
    archive as it is at each moment, and editors may change it; without one it stays as it is. ArchiveError where the
    desk's editors cannot be remembered.
    """
    editors = desk.editors if desk else Editors(folder_only=True)
    entries = catalogue() if known is None else known
    shelf = Shelf(held, entries, desk.stock.renewed) if desk else Shelf(held, entries)
    server: Any = Flask("dashboard")  # Dash takes one, its annotation does not say so
    set_up_characters(server)
    set_up_compression(server)
    app = Dash(
        "dashboard",
        server=server,
        title="园区指标",
        update_title="",
        compress=True,
        serve_locally=True,
        suppress_callback_exceptions=True,
        assets_ignore=r"^plotly-basic",  # fetched when the first chart is drawn, see park.js
    )
    app.index_string = app.index_string.replace("<html>", '<html lang="zh-CN">')  # the page says later if it is not
    fetch_grid_late(app)
    server.config["MAX_CONTENT_LENGTH"] = MOST_OF_A_REQUEST
    hold_files(server)
    set_up_headers(server, app.csp_hashes)
    set_up_tokens(server)
    if desk and editors.can_sign_in:
        set_up_sessions(server, desk.stock.folder)
    server.register_error_handler(NotAllowed, refuse)
    server.register_error_handler(ArchiveError, lambda error: ({"error": "库现在用不了", "why": str(error)}, 503))
    set_up_ahead(server, shelf)
    app.layout = shell()
    _register(app, shelf, editors)
    for module in (park, trends, compare, coverage, targets, data, documents, read):
        module.register(app, shelf)
    unfolding.register(app, shelf)
    sign_in.register(app, editors)
    if desk:
        staging = Staging(desk.stock.folder / "staging")
        importing.register(app, shelf, desk, staging)
        set_up_intake(server, desk, staging)
        deciding.register(app, desk)
        undoing.register(app, desk)
    for page_of_editors in (review, correct):
        page_of_editors.register(app, shelf, desk)
    set_up_downloads(server, shelf)
    set_up_api(server, shelf)
    make_ready(shelf)
    _warm_up(app)
    return app


def _register(app: Dash, shelf: Shelf, editors: Editors) -> None:
    @app.callback(
        Output(ids.PAGE, "children"),
        Output(ids.HERE, "data"),
        Input(ids.URL, "pathname"),
        Input(ids.URL, "search"),
        Input(ids.LIGHT, "data"),
        Input(ids.UNDONE, "data"),
        State(ids.HERE, "data"),
    )
    def show_page(
        path: str | None, search: str | None, light: str, undone: int | None, here: dict[str, str] | None
    ) -> tuple[Any, Any]:
        path = path or "/"
        choice = decode(Choice, search)
        words = Words(choice.lang)
        wanted = {"path": path, "lang": choice.lang, "as_of": choice.as_of, "embed": str(choice.embed)}
        access = editors.access()
        wanted["reader"] = access.why_not
        wanted["title"] = words(title_of(path, search))
        wanted["undone"] = "" if path in FOLLOWING else str(undone or "")
        if wanted == here:
            raise PreventUpdate
        try:
            return view_of(shelf.at(choice.as_of), path, search, access, theme.scheme_of(light)), wanted
        except ArchiveError as error:
            return page(
                wanted["title"], "", [empty(Words(choice.lang)("库现在用不了"), Words(choice.lang).of(error))]
            ), no_update

    @app.callback(
        Output(ids.NAV, "children"),
        Output(ids.AS_OF_BANNER, "children"),
        Output(ids.NAV, "data-for"),
        Input(ids.URL, "pathname"),
        Input(ids.URL, "search"),
        State(ids.NAV, "data-for"),
    )
    def show_navigation(path: str | None, search: str | None, shown: str | None) -> tuple[Any, Any, str]:
        choice, access = decode(Choice, search), editors.access()
        library = shelf.at(choice.as_of)
        left_out = len(shelf.now.documents) - len(library.documents)
        wanted = repr((path, choice, access, left_out))
        if wanted == shown:
            raise PreventUpdate  # so that a choice on the page takes nothing away from under its reader
        if choice.embed:
            return [], None, wanted
        words = Words(choice.lang)
        banner = as_of_banner(path or "/", search, library.as_of, left_out, words)
        return navigation(path or "/", search, choice, words, access), banner, wanted

    app.clientside_callback(ClientsideFunction("steering", "day"), Input(ids.AS_OF, "value"), prevent_initial_call=True)
    app.clientside_callback(ClientsideFunction("park", "showWay"), Input(ids.NAV, "children"))
    app.clientside_callback(
        ClientsideFunction("park", "light"), Output(ids.LIGHT, "data"), Input(ids.SCHEME, "computedColorScheme")
    )
    app.clientside_callback(
        ClientsideFunction("park", "arrived"),
        Output(ids.PAGE, "data-page"),
        Input(ids.HERE, "data"),
        prevent_initial_call=True,
    )


def _warm_up(app: Dash) -> None:
    """Ask once for the index before strangers do: Dash registers its assets then, and the first requests to come at the
    same time would find them missing (plotly/dash#3971)."""
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    with app.server.test_client() as client:
        client.get("/")

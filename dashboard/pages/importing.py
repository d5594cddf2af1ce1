"""Documents come in: dropped or pasted, looked at, set right, kept."""

from dataclasses import replace
from typing import Any

import dash_ag_grid as dag
import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, dcc, html, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids, theme
from dashboard.access.editors import Access
from dashboard.components.attributes import attributes
from dashboard.components.charts import empty
from dashboard.components.import_form import drop_field, paste_field
from dashboard.components.import_view import import_view
from dashboard.components.shell import page
from dashboard.editing.desk import Desk
from dashboard.intake.preview import arrival_of, corrected, look_at, pasted
from dashboard.intake.rows import grid_columns, grid_row, sums
from dashboard.intake.staging import Staged, Staging
from dashboard.intake.troubles import TROUBLES, said
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import ImportChoice, decode, encode, link
from dashboard.words import Words
from indicators.errors import DocumentError

PATH = "/import"


def view(library: Library, choice: ImportChoice, words: Words, access: Access) -> list:
    """The whole page: the ways in, what waits, the one looked at; or why there is no way in for this visitor."""
    lead = words("放进来的文件先读给你看，你说保存才进库；同样的文件不会进两次，新版取代旧版而旧版留着。")
    if access.why_not:
        content: list[Any] = [empty(words("这里不能导入"), words(access.why_not))]
        if access.can_sign_in:
            content.append(html.A(words("登录"), href=link("/sign-in", choice), className="button"))
        return page(words("导入"), lead, content)
    buttons = [
        dmc.Text("", id=ids.IMPORT_SUMS, size="sm", **attributes(aria_live="polite")),
        dmc.Button(words("全部保存"), id="import-keep-all"),
        dmc.Button(words("保存选中的"), id="import-keep-chosen", variant="default"),
    ]
    batch = [html.Div(buttons, className="import-buttons"), _grid(words), html.Div(id=ids.IMPORT_SEEN)]
    content = [
        dcc.Location(id=ids.IMPORT_URL, refresh="callback-nav"),
        dcc.Store(id=ids.IMPORT_TICK),
        dcc.Store(id=ids.IMPORT_SETTLED),
        dmc.Paper(dmc.Stack([drop_field(words), paste_field(words)], gap="sm"), withBorder=True, p="md", mb="md"),
        html.Div(batch, id=ids.IMPORT_BATCH, hidden=True),
    ]
    return page(words("导入"), lead, content)


def _grid(words: Words) -> dag.AgGrid:
    options = {
        "localeText": theme.grid_texts(words.language),
        "rowSelection": {"mode": "multiRow", "isRowSelectable": {"function": "params.data.keepable"}},
        "tooltipShowDelay": 400,
        "animateRows": False,
        "enableCellTextSelection": True,
        "domLayout": "normal",
    }
    return dag.AgGrid(
        id=ids.IMPORT_GRID,
        columnDefs=grid_columns(words),
        defaultColDef={"resizable": True, "sortable": True},
        dashGridOptions=options,
        getRowId="`${params.data.id} ${params.data.state}`",  # another state is drawn over other columns
        className="ag-theme-park import-grid",
        style=_room(0),
    )


def _room(rows: int) -> dict[str, str]:
    """As high as the grid's rows are, up to eight of them."""
    return {"height": f"{52 + 42 * min(max(rows, 1), 8)}px", "width": "100%"}


def batch_rows(staged: list[Staged], choice: ImportChoice, words: Words) -> tuple[list[dict[str, Any]], str]:
    """What waits, as rows of the grid, and how many stand how, in words."""
    return [grid_row(one, choice, words) for one in staged], sums(staged, words)


def resolve(staged: list[Staged], choice: ImportChoice) -> Staged | None:
    """The one to look at: the one chosen, else the first that has been read; None where there is none."""
    named = {str(one.number): one for one in staged}
    return named.get(choice.document) or next((one for one in staged if one.found), staged[0] if staged else None)


def viewed(library: Library, staging: Staging, staged: Staged, choice: ImportChoice, words: Words) -> list[Any]:
    """The file that is looked at."""
    try:
        arrival = arrival_of(staging, choice.batch, staged)
    except DocumentError:
        arrival = None
    return import_view(library, staged, arrival, choice, words)


def register(app: Dash, shelf: Shelf, desk: Desk, staging: Staging) -> None:
    """The page's callbacks: batch -> grid; which one -> what was read of it; fields -> read again; text -> a file."""

    @app.callback(
        Output(ids.IMPORT_GRID, "rowData"),
        Output(ids.IMPORT_SUMS, "children"),
        Output(ids.IMPORT_BATCH, "hidden"),
        Output(ids.IMPORT_GRID, "style"),
        Input(ids.IMPORT_URL, "search"),
        Input(ids.IMPORT_TICK, "data"),
        State(ids.IMPORT_URL, "pathname"),
    )
    def show_batch(search: str, tick: Any, path: str) -> tuple[Any, ...]:
        if path != PATH or desk.editors.why_not():
            raise PreventUpdate
        choice = decode(ImportChoice, search)
        staged = staging.all(choice.batch)
        return *batch_rows(staged, choice, Words(choice.lang)), not staged, _room(len(staged))

    @app.callback(
        Output(ids.IMPORT_SEEN, "children"),
        Input(ids.IMPORT_URL, "search"),
        Input(ids.IMPORT_SETTLED, "data"),
        State(ids.IMPORT_URL, "pathname"),
    )
    def show_one(search: str, settled: Any, path: str) -> Any:
        if path != PATH or desk.editors.why_not():
            raise PreventUpdate
        choice = decode(ImportChoice, search)
        one = resolve(staging.all(choice.batch), choice)
        return viewed(shelf.now, staging, one, choice, Words(choice.lang)) if one else []

    @app.callback(
        Output(ids.IMPORT_SEEN, "children", allow_duplicate=True),
        Output(ids.IMPORT_TICK, "data"),
        Output(ids.IMPORT_PROBLEM, "children"),
        Input(ids.IMPORT_AGAIN, "n_clicks"),
        State(ids.IMPORT_TITLE, "value"),
        State(ids.IMPORT_PUBLISHER, "value"),
        State(ids.IMPORT_DAY, "value"),
        State(ids.IMPORT_PARK, "value"),
        State(ids.IMPORT_URL, "search"),
        prevent_initial_call=True,
    )
    def again(clicks: int | None, title: str, publisher: str, day: str, park: str, search: str) -> tuple[Any, ...]:
        one = resolve(staging.all(decode(ImportChoice, search).batch), decode(ImportChoice, search))
        if not clicks or one is None:
            raise PreventUpdate
        desk.editors.demand()
        choice, told = decode(ImportChoice, search), [(text or "").strip() for text in (title, publisher, day, park)]
        words = Words(choice.lang)
        try:
            one = look_at(desk.stock.looking(), staging, choice.batch, corrected(one, *told))
        except ValueError:
            return no_update, no_update, words("日期写成 2024-01-18、2024-01 或 2024。")
        except TROUBLES as trouble:
            return no_update, no_update, said(trouble, words)
        return viewed(shelf.now, staging, one, choice, words), clicks, ""

    @app.callback(
        Output(ids.IMPORT_URL, "search"),
        Output(ids.PASTE_SAID, "children"),
        Output(ids.PASTE_TEXT, "value"),
        Output(ids.PASTE_TITLE, "value"),
        Input(ids.PASTE_BUTTON, "n_clicks"),
        State(ids.PASTE_TITLE, "value"),
        State(ids.PASTE_PUBLISHER, "value"),
        State(ids.PASTE_DAY, "value"),
        State(ids.PASTE_TEXT, "value"),
        State(ids.IMPORT_URL, "search"),
        prevent_initial_call=True,
    )
    def paste(clicks: int | None, title: str, publisher: str, day: str, text: str, search: str) -> tuple[Any, ...]:
        if not clicks:
            raise PreventUpdate
        desk.editors.demand()
        choice = decode(ImportChoice, search)
        words = Words(choice.lang)
        if not (text or "").strip():
            return no_update, words("请先粘贴一段文字。"), no_update, no_update
        try:
            batch = choice.batch or staging.new_batch()
            name = f"{(title or '').strip() or words('粘贴的文字')}.txt"
            (one,) = staging.add(batch, name, pasted(title or "", publisher or "", day or "", text))
            look_at(desk.stock.looking(), staging, batch, one)
        except ValueError:
            return no_update, words("日期写成 2024-01-18、2024-01 或 2024。"), no_update, no_update
        except TROUBLES as trouble:
            return no_update, said(trouble, words), no_update, no_update
        return encode(replace(choice, batch=batch, document=str(one.number))), "", "", ""

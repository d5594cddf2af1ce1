"""The tidy table itself: filter, sort, group, take away."""

from dataclasses import replace
from typing import Any

import dash_ag_grid as dag
from dash import ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids, theme
from dashboard.components.charts import empty
from dashboard.components.data_tools import chips, data_tools, files
from dashboard.components.grid_columns import grid_columns, group_columns, shown_columns
from dashboard.components.shell import page
from dashboard.filters import as_text, filters_of
from dashboard.grid_rows import groups_asked, rows_asked
from dashboard.grouping import GROUPS
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import DataChoice, decode, encode
from dashboard.words import Words

PATH = "/data"
ROWS_AT_A_TIME = 100


def view(library: Library, choice: DataChoice, words: Words) -> list:
    """The whole page: tools, and a grid of rows beside one of groups, of which one is shown."""
    lead = words("整理后的观测表，一行一个数，点数值看原文；下载的正是筛选后所见。")
    if not library.total:
        return page(words("数据"), lead, [empty(words("没有数据"), words("所读的文字里没有任何指标。"))])
    shown = resolve(choice)
    grids = [
        html.Div(_rows(shown, words), className="of-rows"),
        html.Div(_groups(shown, words), className="of-groups"),
    ]
    address = dcc.Location(id=ids.DATA_URL, refresh="callback-nav")
    content = html.Div([data_tools(shown, library.as_of, words), *grids], id=ids.DATA_LAYOUT, className=_layout(shown))
    return page(words("数据"), lead, [address, content])


def resolve(choice: DataChoice) -> DataChoice:
    """The choice without groups that there are none of."""
    return replace(choice, by=tuple(key for key in choice.by if key in GROUPS))


def _layout(shown: DataChoice) -> str:
    return "by-groups" if shown.by else "by-rows"


def _rows(choice: DataChoice, words: Words) -> dag.AgGrid:
    filtered: dict[str, Any] = {"floatingFilter": True}
    return _grid(ids.DATA_GRID, grid_columns(choice, words), words, filtered, filterModel=filters_of(choice))


def _groups(choice: DataChoice, words: Words) -> dag.AgGrid:
    return _grid(ids.DATA_GROUPS, group_columns(choice, words), words, {})


def _grid(id_: str, columns: list[dict[str, Any]], words: Words, more: dict[str, Any], **given: Any) -> dag.AgGrid:
    return dag.AgGrid(
        id=id_,
        rowModelType="infinite",
        columnDefs=columns,
        defaultColDef={"resizable": True, "sortable": True, "minWidth": 90} | more,
        dashGridOptions={
            "localeText": theme.grid_texts(words.language),
            "animateRows": False,
            "tooltipShowDelay": 400,
            "enableCellTextSelection": True,
            "suppressDragLeaveHidesColumns": True,
            "cacheBlockSize": ROWS_AT_A_TIME,
            "maxBlocksInCache": 20,
            "multiSortKey": "none",
        },
        getRowId="`${params.data.row}`",
        className="ag-theme-park",
        style={"height": "min(72vh, 900px)", "width": "100%"},
        **given,
    )


def _sorted(columns: list[dict[str, Any]] | None, choice: DataChoice) -> list[dict[str, Any]]:
    """The states of the grid's columns for a choice: order and what is hidden."""
    name, _, order = choice.sort.partition(":")
    shown = shown_columns(choice)
    return [
        column | {"sort": order if column["colId"] == name else None, "hide": column["colId"] not in shown}
        for column in columns or []
    ]


def _order(columns: list[dict[str, Any]] | None) -> str:
    """By which column a grid is sorted."""
    return next((f"{column['colId']}:{column['sort']}" for column in columns or [] if column.get("sort")), "")


def chosen(choice: DataChoice, control: str, value: Any) -> DataChoice:
    """The choice after one control was set; of a grid, `value` is its filters (of the rows) or its column states."""
    if control == ids.DATA_SEARCH:
        return replace(choice, q=value or "")
    if control == ids.DATA_BY:
        return replace(choice, by=tuple(value or ()), sort="")
    if control == ids.DATA_COLUMNS:
        usual = shown_columns(replace(choice, columns=()))
        return replace(choice, columns=() if set(value) == set(usual) else tuple(value))
    if isinstance(value, dict):
        return replace(choice, filters=as_text(value))
    return replace(choice, sort=_order(value)) if value and bool(choice.by) == (control == ids.DATA_GROUPS) else choice


def register(app: Dash, shelf: Shelf) -> None:
    """The page's callbacks: controls -> address and, on the way back, the reverse; rows for the grids."""

    @app.callback(
        output={
            "search": Output(ids.DATA_URL, "search", allow_duplicate=True),
            "q": Output(ids.DATA_SEARCH, "value"),
            "by": Output(ids.DATA_BY, "value"),
            "columns": Output(ids.DATA_COLUMNS, "value"),
            "filters": Output(ids.DATA_GRID, "filterModel"),
            "states": Output(ids.DATA_GRID, "columnState"),
            "groups": Output(ids.DATA_GROUPS, "columnDefs"),
            "layout": Output(ids.DATA_LAYOUT, "className"),
            "files": Output(ids.DATA_FILES, "children"),
            "chips": Output(ids.DATA_FILTERS, "children"),
        },
        inputs={
            "search": Input(ids.DATA_URL, "search"),
            "_q": Input(ids.DATA_SEARCH, "value"),
            "_by": Input(ids.DATA_BY, "value"),
            "_columns": Input(ids.DATA_COLUMNS, "value"),
            "_filters": Input(ids.DATA_GRID, "filterModel"),
            "states": Input(ids.DATA_GRID, "columnState"),
            "_group_states": Input(ids.DATA_GROUPS, "columnState"),
            "path": State(ids.DATA_URL, "pathname"),
        },
        prevent_initial_call=True,
    )
    def keep(search: str, states: list[dict[str, Any]], path: str, **_controls: Any) -> dict[str, Any]:
        asked = decode(DataChoice, search)
        moved = ctx.triggered_id != ids.DATA_URL
        choice = chosen(asked, ctx.triggered_id, ctx.triggered[0]["value"]) if moved else asked
        if path != PATH or (moved and choice == asked):
            raise PreventUpdate
        return kept(choice, moved, states, shelf.at(choice.as_of).as_of)

    @app.callback(
        Output(ids.DATA_GRID, "getRowsResponse"),
        Output(ids.DATA_COUNT, "children"),
        Input(ids.DATA_GRID, "getRowsRequest"),
        State(ids.DATA_SEARCH, "value"),
        State(ids.DATA_URL, "search"),
        prevent_initial_call=True,
    )
    def rows(asked: dict[str, Any] | None, q: str, search: str) -> tuple[Any, Any]:
        if not asked:
            raise PreventUpdate
        choice = decode(DataChoice, search)
        return rows_asked(shelf.at(choice.as_of), asked, replace(choice, q=q or ""))

    @app.callback(
        Output(ids.DATA_GROUPS, "getRowsResponse"),
        Output(ids.DATA_GROUP_COUNT, "children"),
        Input(ids.DATA_GROUPS, "getRowsRequest"),
        State(ids.DATA_URL, "search"),
        prevent_initial_call=True,
    )
    def groups(asked: dict[str, Any] | None, search: str) -> tuple[Any, Any]:
        if not asked:
            raise PreventUpdate
        choice = resolve(decode(DataChoice, search))
        return groups_asked(shelf.at(choice.as_of), asked, choice)

    for grid, source, what in ((ids.DATA_GRID, ids.DATA_SEARCH, "value"), (ids.DATA_GROUPS, ids.DATA_URL, "search")):
        app.clientside_callback(
            ClientsideFunction("park", "askAgain"),
            Output(grid, "data-asked"),
            Input(source, what),
            State(grid, "id"),
            prevent_initial_call=True,
        )


def kept(choice: DataChoice, moved: bool, states: list[dict[str, Any]], as_of: str) -> dict[str, Any]:
    """What becomes of the page: where a control was `moved`, the address follows; else the controls follow it."""
    words, shown = Words(choice.lang), resolve(choice)
    controls = {
        "q": shown.q,
        "by": list(shown.by),
        "columns": list(shown_columns(shown)),
        "filters": filters_of(shown),
    }
    return {
        "search": encode(choice) if moved else no_update,
        **(dict.fromkeys(controls, no_update) if moved else controls),
        "states": _sorted(states, shown),
        "groups": group_columns(shown, words),
        "layout": _layout(shown),
        "files": files(shown, as_of, words),
        "chips": chips(shown, words),
    }

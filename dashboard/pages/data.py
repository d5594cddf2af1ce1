"""The tidy table itself: filter, sort, group, take away."""

from dataclasses import replace
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, html, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.components.charts import empty
from dashboard.components.data_grid import groups_grid, order_of, rows_grid, sorted_columns
from dashboard.components.data_tools import chips, data_tools, files
from dashboard.components.grid_columns import group_columns, shown_columns
from dashboard.components.shell import page
from dashboard.filters import as_text, filters_of
from dashboard.grid_rows import groups_asked, rows_asked
from dashboard.grouping import GROUPS
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import DataChoice, decode, encode
from dashboard.steering import moved, wheel
from dashboard.words import Words

PATH = "/data"
ORDER = "order"  # of the grid that is shown; a control of the grid as the filters are


def view(library: Library, choice: DataChoice, words: Words) -> list:
    """The whole page: tools, and a grid of rows beside one of groups, of which one is shown."""
    lead = words("整理后的观测表，一行一个数，点数值看原文；下载的正是筛选后所见。")
    if not library.total:
        return page(words("数据"), lead, [empty(words("没有数据"), words("所读的文字里没有任何指标。"))])
    shown = resolve(choice)
    grids = [
        html.Div(rows_grid(shown, words), className="of-rows"),
        html.Div(groups_grid(shown, words), className="of-groups"),
    ]
    content = html.Div([data_tools(shown, library.as_of, words), *grids], id=ids.DATA_LAYOUT, className=_layout(shown))
    return page(words("数据"), lead, [*wheel(ids.DATA_URL, given_to(shown)), content])


def resolve(choice: DataChoice) -> DataChoice:
    """The choice without groups that there are none of."""
    return replace(choice, by=tuple(key for key in choice.by if key in GROUPS))


def _layout(shown: DataChoice) -> str:
    return "by-groups" if shown.by else "by-rows"


def given_to(shown: DataChoice) -> dict[str, Any]:
    """What the controls are given for a resolved choice."""
    return {
        ids.DATA_SEARCH: shown.q,
        ids.DATA_BY: list(shown.by),
        ids.DATA_COLUMNS: list(shown_columns(shown)),
        ids.DATA_GRID: filters_of(shown),
        ORDER: shown.sort,
    }


def chosen(choice: DataChoice, control: str, value: Any) -> DataChoice:
    """The choice after one control was set; of the grid itself that is its filters."""
    if control == ids.DATA_SEARCH:
        return replace(choice, q=value or "")
    if control == ids.DATA_BY:
        return replace(choice, by=tuple(value or ()), sort="")
    if control == ids.DATA_COLUMNS:
        usual = shown_columns(replace(choice, columns=()))
        return replace(choice, columns=() if set(value) == set(usual) else tuple(value))
    if control == ORDER:
        return replace(choice, sort=value)
    return replace(choice, filters=as_text(value))


def register(app: Dash, shelf: Shelf) -> None:
    """The page's callbacks: controls -> address and, on the way back, the reverse; rows for the grids."""

    @app.callback(
        output={
            "search": Output(ids.DATA_URL, "search", allow_duplicate=True),
            "given": Output(ids.given(ids.DATA_URL), "data"),
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
            "values": [
                Input(ids.DATA_SEARCH, "value"),
                Input(ids.DATA_BY, "value"),
                Input(ids.DATA_COLUMNS, "value"),
                Input(ids.DATA_GRID, "filterModel"),
            ],
            "states": Input(ids.DATA_GRID, "columnState"),
            "group_states": Input(ids.DATA_GROUPS, "columnState"),
            "given": State(ids.given(ids.DATA_URL), "data"),
            "path": State(ids.DATA_URL, "pathname"),
        },
        prevent_initial_call=True,
    )
    def keep(
        search: str, values: list[Any], states: Any, group_states: Any, given: dict[str, Any], path: str
    ) -> dict[str, Any]:
        choice = decode(DataChoice, search)
        controls = held(values, group_states if choice.by else states, given)
        moves = moved(controls, given, ctx.triggered_id)
        for control, value in moves.items():
            choice = chosen(choice, control, value)
        if path != PATH or (ctx.triggered_id != ids.DATA_URL and choice == decode(DataChoice, search)):
            raise PreventUpdate
        return kept(choice, controls if moves else {}, states, shelf.at(choice.as_of).as_of)

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


def held(values: list[Any], states: list[dict[str, Any]] | None, given: dict[str, Any]) -> dict[str, Any]:
    """What the controls hold now, by their names; a grid that was not drawn yet is in the order that it was given."""
    order = given.get(ORDER, "") if states is None else order_of(states)
    return dict(zip(given_to(DataChoice()), [*values, order], strict=True))


def kept(
    choice: DataChoice, controls: dict[str, Any], states: list[dict[str, Any]] | None, as_of: str
) -> dict[str, Any]:
    """What becomes of the page: where `controls` were moved, the address follows what they hold; without any, the
    controls follow the address."""
    words, shown = Words(choice.lang), resolve(choice)
    given = given_to(shown)
    names = {"q": ids.DATA_SEARCH, "by": ids.DATA_BY, "columns": ids.DATA_COLUMNS, "filters": ids.DATA_GRID}
    return {
        "search": encode(choice) if controls else no_update,
        "given": given | controls,
        **{name: no_update if controls else given[control] for name, control in names.items()},
        "states": sorted_columns(states, shown),
        "groups": group_columns(shown, words),
        "layout": _layout(shown),
        "files": files(shown, as_of, words),
        "chips": chips(shown, words),
    }

"""The tidy table itself: filter, sort, group, take away."""

from dataclasses import replace
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, html
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.components.charts import empty
from dashboard.components.data_grid import groups_grid, rows_grid
from dashboard.components.data_tools import chips, data_tools, files
from dashboard.components.grid_columns import group_columns, shown_columns
from dashboard.components.shell import page
from dashboard.grid.filters import filters_of
from dashboard.grid.grouping import GROUPS
from dashboard.grid.rows import groups_asked, rows_asked
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import DataChoice, decode
from dashboard.steering import Control, Steering, held_for
from dashboard.words import Words

PATH = "/data"
CONTROLS = (
    Control(ids.DATA_SEARCH, "q"),
    Control(ids.DATA_BY, "by", clears=("sort",)),
    Control(ids.DATA_COLUMNS, "columns", usual=shown_columns(DataChoice())),
    Control(ids.DATA_GRID, "filters", "filterModel", "filters"),
    Control(ids.DATA_GRID, "sort", "columnState", "columns", where="!by"),
    Control(ids.DATA_GROUPS, "sort", "columnState", "order", where="by"),
)


def held(controls: tuple[Control, ...], shown: DataChoice) -> dict[str, Any]:
    """What the controls are to hold for a resolved choice; the browser arranges the columns of the grid as `sort`
    says."""
    columns = list(shown_columns(shown))
    sort = {"order": shown.sort, "shown": columns}
    return held_for(controls, shown) | {"columns": columns, "filters": filters_of(shown), "sort": sort}


STEERING = Steering(PATH, ids.DATA_URL, DataChoice, CONTROLS, held)


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
    return page(words("数据"), lead, [*STEERING.wheel(shown), content])


def resolve(choice: DataChoice) -> DataChoice:
    """The choice without groups that there are none of."""
    return replace(choice, by=tuple(key for key in choice.by if key in GROUPS))


def _layout(shown: DataChoice) -> str:
    return "by-groups" if shown.by else "by-rows"


def register(app: Dash, shelf: Shelf) -> None:
    """The page's callbacks: controls -> address and, on the way back, the reverse; rows for the grids."""

    @app.callback(
        output={
            "answered": STEERING.output,
            "groups": Output(ids.DATA_GROUPS, "columnDefs"),
            "layout": Output(ids.DATA_LAYOUT, "className"),
            "files": Output(ids.DATA_FILES, "children"),
            "chips": Output(ids.DATA_FILTERS, "children"),
        },
        inputs=STEERING.inputs,
        prevent_initial_call=True,  # the page comes with its content
    )
    def show(search: str, path: str) -> dict[str, Any]:
        choice, library, words = STEERING.asked(shelf, search, path)
        shown = resolve(choice)
        return {
            "answered": STEERING.answer(search, shown),
            "groups": group_columns(shown, words),
            "layout": _layout(shown),
            "files": files(shown, library.as_of, words),
            "chips": chips(shown, words),
        }

    STEERING.register(app)

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

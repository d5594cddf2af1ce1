"""The tidy table itself: filter, sort, take away as CSV."""

import json
from dataclasses import replace
from typing import Any

import dash_ag_grid as dag
import dash_mantine_components as dmc
import pandas as pd
from dash import ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids, theme
from dashboard.components.attributes import attributes
from dashboard.components.charts import empty
from dashboard.components.grid_columns import grid_columns
from dashboard.components.shell import page
from dashboard.download import CODES
from dashboard.library import Library
from dashboard.selection import selected
from dashboard.shelf import Shelf
from dashboard.state import Choice, DataChoice, DocumentChoice, decode, encode, link, onward
from dashboard.words import Words
from indicators import COLUMNS
from indicators.spans import span_label

PATH = "/data"
ROWS_AT_A_TIME = 100


def view(library: Library, choice: DataChoice, words: Words) -> list:
    """The whole page: search, count, download, grid."""
    lead = words("整理后的观测表，一行一个数，点数值看原文；下载的正是筛选后所见。")
    if not library.total:
        return page(words("数据"), lead, [empty(words("没有数据"), words("所读的文字里没有任何指标。"))])
    tools = html.Div(
        [
            dmc.TextInput(id=ids.DATA_SEARCH, label=words("搜索"), value=choice.q, debounce=350, className="wide"),
            dmc.Text("", id=ids.DATA_COUNT, size="sm", c="dimmed", className="count", **attributes(aria_live="polite")),
            html.Div(_files(choice, words), id=ids.DATA_FILES, className="files"),
        ],
        className="controls",
    )
    address = dcc.Location(id=ids.DATA_URL, refresh="callback-nav")
    return page(words("数据"), lead, [address, tools, _grid(choice, words)])


def _files(choice: DataChoice, words: Words) -> list[html.A]:
    """The ways to take away what the grid shows."""
    kinds = (("csv", words("下载 CSV"), "button"), ("xlsx", "Excel", "tool"), ("parquet", "Parquet", "tool"))
    return [
        html.A(text, href=link(f"/download/data.{kind}", choice), className=look)
        for kind, text, look in (*kinds, ("sdmx", "SDMX-CSV", "tool"))
    ]


def grid_rows(library: Library, rows: pd.DataFrame, here: Choice, words: Words) -> list[dict[str, Any]]:
    """Rows for the grid: the table's columns as shown, `period` as a reader says it, `place` the address of the figure
    in its document, `row` to tell them apart."""
    found: list[dict[str, Any]] = []
    for row, values in zip(rows.index, rows[list(COLUMNS)].itertuples(index=False), strict=True):
        cells = dict(zip(COLUMNS, values, strict=True))
        start, end = cells["period_start"], cells["period_end"]
        for column, names in CODES.items():
            cells[column] = words.code(names, cells[column])
        cells["indicator"] = library.title(cells["indicator"], words.language)
        cells["period"] = span_label(start, end, words.language)
        cells["period_start"] = f"{start:%Y-%m-%d}" if start == start else ""
        cells["period_end"] = f"{end:%Y-%m-%d}" if end == end else ""
        place = onward(DocumentChoice, here, name=cells["document"], at=str(cells["start"]))
        found.append(cells | {"row": row, "place": link("/documents", place)})
    return found


def rows_asked(shelf: Shelf, asked: dict[str, Any], choice: DataChoice) -> tuple[dict[str, Any], str]:
    """The rows that the grid asks for, and how many there are, in words."""
    words, library = Words(choice.lang), shelf.at(choice.as_of)
    order = [f"{one['colId']}:{one['sort']}" for one in asked.get("sortModel") or []]
    found = selected(library, words, choice.q, asked.get("filterModel"), (order or [""])[0])
    part = library.observations(found[int(asked["startRow"]) : int(asked["endRow"])])
    some, total = len(found), library.total
    said = (
        words("共 {n} 行", n=f"{total:,}")
        if some == total
        else words("{n} 行，共 {all} 行", n=f"{some:,}", all=f"{total:,}")
    )
    return {"rowData": grid_rows(library, part, choice, words), "rowCount": some}, said


def _grid(choice: DataChoice, words: Words) -> dag.AgGrid:
    return dag.AgGrid(
        id=ids.DATA_GRID,
        rowModelType="infinite",
        columnDefs=grid_columns(choice, words),
        defaultColDef={"resizable": True, "sortable": True, "floatingFilter": True, "minWidth": 90},
        filterModel=filters_of(choice),
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
    )


def filters_of(choice: DataChoice) -> dict[str, Any]:
    """The filters of the grid that the choice holds, none where they cannot be read."""
    try:
        filters = json.loads(choice.filters or "{}")
    except ValueError:
        return {}
    return filters if isinstance(filters, dict) else {}


def _sorted(columns: list[dict[str, Any]] | None, choice: DataChoice) -> list[dict[str, Any]]:
    name, _, order = choice.sort.partition(":")
    return [column | {"sort": order if column["colId"] == name else None} for column in columns or []]


def chosen(
    choice: DataChoice, q: str | None, filters: dict[str, Any] | None, columns: list[dict[str, Any]] | None
) -> DataChoice:
    """The choice that the grid's search, filters and column states amount to; until it has columns its order stands."""
    written = json.dumps(filters, ensure_ascii=False, sort_keys=True) if filters else ""
    order = [f"{column['colId']}:{column['sort']}" for column in columns or [] if column.get("sort")]
    return replace(choice, q=q or "", filters=written, sort=(order or [""])[0] if columns else choice.sort)


def register(app: Dash, shelf: Shelf) -> None:
    """The page's callbacks: filters -> address and, on the way back, the reverse; rows for the grid as it scrolls."""

    @app.callback(
        Output(ids.DATA_URL, "search", allow_duplicate=True),
        Output(ids.DATA_SEARCH, "value"),
        Output(ids.DATA_GRID, "filterModel"),
        Output(ids.DATA_GRID, "columnState"),
        Output(ids.DATA_FILES, "children"),
        Input(ids.DATA_URL, "search"),
        Input(ids.DATA_SEARCH, "value"),
        Input(ids.DATA_GRID, "filterModel"),
        Input(ids.DATA_GRID, "columnState"),
        State(ids.DATA_URL, "pathname"),
        prevent_initial_call=True,
    )
    def keep(search: str, q: str, filters: dict[str, Any], columns: list[dict[str, Any]], path: str) -> tuple[Any, ...]:
        asked = decode(DataChoice, search)
        choice = chosen(asked, q, filters, columns)
        if path != PATH or choice == asked:
            raise PreventUpdate
        words = Words(choice.lang)
        if ctx.triggered_id == ids.DATA_URL:
            return no_update, asked.q, filters_of(asked), _sorted(columns, asked), _files(asked, words)
        return encode(choice), no_update, no_update, no_update, _files(choice, words)

    @app.callback(
        Output(ids.DATA_GRID, "getRowsResponse"),
        Output(ids.DATA_COUNT, "children"),
        Input(ids.DATA_GRID, "getRowsRequest"),
        State(ids.DATA_SEARCH, "value"),
        State(ids.DATA_URL, "search"),
        prevent_initial_call=True,
    )
    def rows(asked: dict[str, Any] | None, q: str, search: str) -> tuple[Any, str]:
        if not asked:
            raise PreventUpdate
        return rows_asked(shelf, asked, replace(decode(DataChoice, search), q=q or ""))

    app.clientside_callback(
        ClientsideFunction("park", "askAgain"),
        Output(ids.DATA_GRID, "data-asked"),
        Input(ids.DATA_SEARCH, "value"),
        State(ids.DATA_GRID, "id"),
        prevent_initial_call=True,
    )

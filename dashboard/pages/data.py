"""The tidy table itself: filter, sort, take away as CSV."""

import json
from dataclasses import replace
from typing import Any

import dash_ag_grid as dag
import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.dcc.express import send_bytes
from dash.exceptions import PreventUpdate

from dashboard import ids, theme
from dashboard.components.attributes import attributes
from dashboard.components.charts import empty
from dashboard.components.shell import page
from dashboard.download import CODES, HEADERS, csv_bytes
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import DataChoice, DocumentChoice, decode, encode, link
from dashboard.words import Words
from indicators import COLUMNS
from indicators.spans import span_label

PATH = "/data"
WIDTHS = {
    "park": 130,
    "indicator_text": 180,
    "value": 110,
    "sentence": 420,
    "document": 200,
    "indicator": 190,
    "period": 150,
}
HIDDEN = {"value_base", "unit_base", "start", "end", "period_start", "period_end", "rule"}
NUMBERS = {"value", "value_base", "start", "end"}


def view(library: Library, choice: DataChoice, words: Words) -> list:
    """The whole page: search, count, download, grid."""
    lead = words("整理后的观测表，一行一个数，点数值看原文；下载的正是筛选后所见。")
    if library.observations.empty:
        return page(words("数据"), lead, [empty(words("没有数据"), words("所读的文字里没有任何指标。"))])
    tools = html.Div(
        [
            dmc.TextInput(id=ids.DATA_SEARCH, label=words("搜索"), value=choice.q, debounce=350, className="wide"),
            dmc.Text("", id=ids.DATA_COUNT, size="sm", c="dimmed", className="count", **attributes(aria_live="polite")),
            dmc.Button(words("下载 CSV"), id=ids.DATA_BUTTON),
        ],
        className="controls",
    )
    address = dcc.Location(id=ids.DATA_URL, refresh="callback-nav")
    unseen = [dcc.Store(id=ids.DATA_SHOWN), dcc.Download(id=ids.DATA_FILE)]
    return page(words("数据"), lead, [address, *unseen, tools, _grid(library, choice, words)])


def grid_rows(library: Library, words: Words) -> list[dict[str, Any]]:
    """The rows of the grid: the table's columns as shown, `period` as a reader says it, `place` the address of the
    figure in its document, `row` to find them again."""
    shown = library.observations
    rows: list[dict[str, Any]] = []
    for row, values in zip(shown.index, shown[list(COLUMNS)].itertuples(index=False), strict=True):
        cells = dict(zip(COLUMNS, values, strict=True))
        start, end = cells["period_start"], cells["period_end"]
        for column, names in CODES.items():
            cells[column] = words.code(names, cells[column])
        cells["indicator"] = library.title(cells["indicator"], words.language)
        cells["period"] = span_label(start, end, words.language)
        cells["period_start"] = f"{start:%Y-%m-%d}" if start == start else ""
        cells["period_end"] = f"{end:%Y-%m-%d}" if end == end else ""
        place = DocumentChoice(lang=words.language, as_of=library.as_of, name=cells["document"], at=str(cells["start"]))
        rows.append(cells | {"row": row, "place": link("/documents", place)})
    return rows


def _grid(library: Library, choice: DataChoice, words: Words) -> dag.AgGrid:
    order = list(COLUMNS)
    order.insert(order.index("period_start"), "period")
    headers = HEADERS | {"period": "期间"}
    sorted_by, _, order_wanted = choice.sort.partition(":")
    columns = [
        {
            "field": column,
            "headerName": words(headers[column]),
            "hide": column in HIDDEN,
            "width": WIDTHS.get(column, 120),
            "filter": "agNumberColumnFilter" if column in NUMBERS else "agTextColumnFilter",
            "type": "rightAligned" if column in NUMBERS else None,
            "cellRenderer": "FigureLink" if column == "value" else None,
            "tooltipField": column if column in {"sentence", "document", "indicator_text"} else None,
            "sort": order_wanted if column == sorted_by else None,
        }
        for column in order
    ]
    return dag.AgGrid(
        id=ids.DATA_GRID,
        rowData=grid_rows(library, words),
        columnDefs=[{key: value for key, value in column.items() if value is not None} for column in columns],
        defaultColDef={"resizable": True, "sortable": True, "floatingFilter": True, "minWidth": 90},
        filterModel=_filters(choice),
        dashGridOptions={
            "localeText": theme.grid_texts(words.language),
            "quickFilterText": choice.q,
            "animateRows": False,
            "tooltipShowDelay": 400,
            "enableCellTextSelection": True,
            "suppressDragLeaveHidesColumns": True,
        },
        getRowId="`${params.data.row}`",
        className="ag-theme-park",
        style={"height": "min(72vh, 900px)", "width": "100%"},
    )


def _filters(choice: DataChoice) -> dict[str, Any]:
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
    """The page's callbacks: filters -> address and, on the way back, the reverse; shown rows -> count and CSV."""

    @app.callback(
        Output(ids.DATA_URL, "search", allow_duplicate=True),
        Output(ids.DATA_SEARCH, "value"),
        Output(ids.DATA_GRID, "dashGridOptions"),
        Output(ids.DATA_GRID, "filterModel"),
        Output(ids.DATA_GRID, "columnState"),
        Input(ids.DATA_URL, "search"),
        Input(ids.DATA_SEARCH, "value"),
        Input(ids.DATA_GRID, "filterModel"),
        Input(ids.DATA_GRID, "columnState"),
        State(ids.DATA_URL, "pathname"),
        State(ids.DATA_GRID, "dashGridOptions"),
        prevent_initial_call=True,
    )
    def keep(
        search: str, q: str, filters: dict[str, Any], columns: list[dict[str, Any]], path: str, options: dict[str, Any]
    ) -> tuple[Any, ...]:
        asked = decode(DataChoice, search)
        choice = chosen(asked, q, filters, columns)
        if path != PATH or choice == asked:
            raise PreventUpdate
        if ctx.triggered_id == ids.DATA_URL:
            return no_update, asked.q, options | {"quickFilterText": asked.q}, _filters(asked), _sorted(columns, asked)
        found = options | {"quickFilterText": q} if ctx.triggered_id == ids.DATA_SEARCH else no_update
        return encode(choice), no_update, found, no_update, no_update

    app.clientside_callback(
        ClientsideFunction("park", "count"),
        Output(ids.DATA_COUNT, "children"),
        Input(ids.DATA_GRID, "virtualRowData"),
        State(ids.DATA_GRID, "rowData"),
        State(ids.HERE, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("park", "shownRows"),
        Output(ids.DATA_SHOWN, "data"),
        Input(ids.DATA_BUTTON, "n_clicks"),
        State(ids.DATA_GRID, "virtualRowData"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(ids.DATA_FILE, "data"),
        Input(ids.DATA_SHOWN, "data"),
        State(ids.DATA_URL, "search"),
        prevent_initial_call=True,
    )
    def download(shown: dict[str, Any] | None, search: str) -> Any:
        if not shown:
            raise PreventUpdate
        choice = decode(DataChoice, search)
        words, library = Words(choice.lang), shelf.at(choice.as_of)
        known = library.observations.index
        rows = library.observations.loc[[row for row in shown["rows"] if row in known]]
        return send_bytes(csv_bytes(rows, words), f"{words('园区指标')}.csv")

"""The two grids of the data page, of rows and of groups, and what is said of their order."""

from typing import Any

import dash_ag_grid as dag

from dashboard import ids, theme
from dashboard.components.grid_columns import LEAST_WIDTH, grid_columns, group_columns
from dashboard.grid.filters import filters_of
from dashboard.state import DataChoice
from dashboard.words import Words

ROWS_AT_A_TIME = 100


def rows_grid(choice: DataChoice, words: Words) -> dag.AgGrid:
    """The observations, one a row, set to a choice."""
    filtered: dict[str, Any] = {"floatingFilter": True}
    return _grid(ids.DATA_GRID, grid_columns(choice, words), words, filtered, filterModel=filters_of(choice))


def groups_grid(choice: DataChoice, words: Words) -> dag.AgGrid:
    """The groups of a choice, one a row; without groups it is empty."""
    return _grid(ids.DATA_GROUPS, group_columns(choice, words), words, {})


def _grid(id_: str, columns: list[dict[str, Any]], words: Words, more: dict[str, Any], **given: Any) -> dag.AgGrid:
    return dag.AgGrid(
        id=id_,
        rowModelType="infinite",
        columnDefs=columns,
        defaultColDef={"resizable": True, "sortable": True, "minWidth": LEAST_WIDTH} | more,
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

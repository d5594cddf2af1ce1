"""Small tables, the twins of charts."""

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.components.attributes import attributes


def table(head: Sequence[str], body: Sequence[Sequence[Any]], label: str, least_width: int = 560) -> html.Div:
    """A table that scrolls sideways where it must, reachable by keyboard; `label` names it to screen readers."""
    rows = [dmc.TableTr([dmc.TableTd(cell) for cell in cells]) for cells in body]
    inner = dmc.Table(
        [dmc.TableThead(dmc.TableTr([dmc.TableTh(title) for title in head])), dmc.TableTbody(rows)],
        striped="even",
        highlightOnHover=True,
        verticalSpacing=6,
        style={"minWidth": least_width},
    )
    return html.Div(inner, className="scroller", role="region", tabIndex=0, **attributes(aria_label=label))

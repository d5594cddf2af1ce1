"""Small tables, the twins of charts."""

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.plain import element, plain


def table(head: Sequence[str], body: Sequence[Sequence[Any]], label: str, least_width: int = 560) -> html.Div:
    """A table that scrolls sideways where it must, reachable by keyboard; `label` names it to screen readers.

    Its cells are what `plain` takes.
    """
    rows = [element("tr", [element("td", cell) for cell in cells]) for cells in body]
    top = html.Thead(html.Tr([html.Th(title, scope="col") for title in head]))
    inner = element("table", [top, element("tbody", rows)], className="plain-table", style={"minWidth": least_width})
    return plain(inner, className="scroller", role="region", tabIndex=0, **attributes(aria_label=label))

"""A table of parks by indicators: each cell's shade says where the park stands among those shown, gaps stay hatched.

A table and not a picture: it is read by screen readers, copied into a report, printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.plain import plain

STEPS = 7


@dataclass(frozen=True)
class Cell:
    """What a cell says, how full its shade is (0 to 1, None: no shade), where it leads, what pointing at it says."""

    text: str
    share: float | None = None
    href: str = ""
    tip: str = ""


def heat_table(
    corner: str,
    head: Sequence[str],
    rows: Sequence[tuple[str, Sequence[Cell | None]]],
    label: str,
    gap: str,
    by_year: bool = False,
) -> html.Div:
    """The table; None is a gap, which says `gap` to screen readers. Row and column titles stay in sight; where the
    columns are years (`by_year`), so are the last of them when it opens."""
    top = html.Tr(
        [html.Th(corner, scope="col", className="corner"), *(html.Th(html.Span(title), scope="col") for title in head)]
    )
    body = [html.Tr([html.Th(title, scope="row"), *(_cell(cell, gap) for cell in cells)]) for title, cells in rows]
    inner = html.Table([html.Thead(top), html.Tbody(body)], className="heat")
    return plain(
        inner,
        className=f"scroller heat-frame{' by-year' if by_year else ''}",
        role="region",
        tabIndex=0,
        **attributes(aria_label=label),
    )


def _cell(cell: Cell | None, gap: str) -> html.Td:
    if cell is None:
        return html.Td(html.Span(gap, className="unseen"), className="gap")
    content = html.A(cell.text, href=cell.href) if cell.href else cell.text
    shade = "" if cell.share is None else f"heat-{min(STEPS - 1, int(cell.share * STEPS))}"
    return html.Td(content, className=shade, **(attributes(data_tip=cell.tip) if cell.tip else {}))

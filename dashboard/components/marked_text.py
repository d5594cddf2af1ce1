"""A document's text with every number in it marked by what became of it. Nothing of it is ever taken as markup."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.plain import plain
from indicators.model import Mark


def marked_text(
    text: str, marks: Sequence[Mark], tips: Mapping[int, str], kinds: Mapping[int, str], later: Mapping[int, str]
) -> html.Div:
    """The text in one box, line breaks kept; each mark is the place `m<start>` and leads to the row `r<start>`
    beside it; `data-offset` is where in the text the box begins.

    `tips`, `kinds` and `later` are by the mark's start: what pointing at it says, its class, and the value that was
    taken in its place, which the style sheet sets behind it: it is no part of the text. A mark that overlaps one before
    it is left out of the colouring, never out of the text.
    """
    parts: list[Any] = []
    at = first = len(text) - len(text.lstrip())  # a page's empty lines at the top are of no use to a reader
    for mark in sorted(marks, key=lambda one: (one.start, -one.end)):
        if mark.start < at or mark.end > len(text) or mark.end <= mark.start:
            continue
        parts += [
            text[at : mark.start],
            _marked(text, mark, tips.get(mark.start, ""), kinds.get(mark.start, mark.fate), later.get(mark.start, "")),
        ]
        at = mark.end
    parts.append(text[at:])
    return plain(
        [part for part in parts if part != ""],
        className="document-text",
        lang="zh",
        **attributes(data_offset=str(first)),
    )


def _marked(text: str, mark: Mark, tip: str, kind: str, later: str) -> Any:
    figure = html.Mark(text[mark.start : mark.end], className=f"mark {kind}")
    common: dict[str, Any] = attributes(data_tip=tip, data_place=f"m{mark.start}")
    common |= attributes(data_later=later) if later else {}
    if mark.fate == "read":
        return html.A(figure, href=f"#r{mark.start}", **common)
    return html.Span(figure, tabIndex=0, **common)

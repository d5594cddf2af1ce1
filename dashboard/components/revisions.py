"""How a figure was stated over time: each statement by the day on which it was published, the last word marked."""

import pandas as pd
from dash import html

from dashboard.library import Library
from dashboard.rows import Row
from dashboard.state import Choice, DocumentChoice, link, onward
from dashboard.units import stated
from dashboard.words import Words

MOST = 12


def revisions(library: Library, value: pd.Series, words: Words) -> list[html.Div]:
    """The statements of a series row, the earliest first; nothing where all say the same."""
    if not value["rivals"]:
        return []
    said = library.observations((*value["confirming"], *value["rivals"], value["row"]))
    said = said.sort_values(["published", "document", "start"], kind="stable")
    lines = [
        _line(library, row, row["row"] == value["row"], words) for row in said.assign(row=said.index).to_dict("records")
    ]
    title = html.Div(words("历次说法"), className="history-title")
    more = words("这里只列出最近 {n} 次。", n=MOST) if len(lines) > MOST else ""
    return [html.Div([title, html.Ol(lines[-MOST:], className="history"), html.Small(more) if more else None])]


def _line(library: Library, row: Row, taken: bool, words: Words) -> html.Li:
    document = library.documents.get(row["document"])
    here = Choice(words.language, library.as_of)
    place = onward(DocumentChoice, here, name=row["document"], at=str(row["start"]))
    title = document.title if document is not None and document.title else row["document"]
    return html.Li(
        [
            html.Span(row["published"] or words("日期不详"), className="date"),
            html.A(stated(row, words.language), href=link("/documents", place), className="plain-link", title=title),
            html.Small(words("采用")) if taken else None,
        ],
        className="taken" if taken else "",
    )

"""What a person says of a figure that was not read: its sentence, and the form that adds it."""

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids
from dashboard.access.editors import Access
from dashboard.components.attributes import attributes
from dashboard.components.decision_form import FIELDS, closed, form_button, form_field, form_reason, undo_button
from dashboard.editing.adding import Missed
from dashboard.library import Library
from dashboard.state import Choice, DocumentChoice, link, onward
from dashboard.words import Words

FIRST = ("indicator", "indicator_text", "value", "unit", "period_start", "period_end", "status", "measure")
GROUNDS = ("漏读", "表格里的数", "说法特别")


def missed_sentence(library: Library, missed: Missed, here: Choice, words: Words) -> list[Any]:
    """The sentence with the place that was chosen, and the document that it stands in."""
    document = library.documents.get(missed.document)
    before, figure, after = missed.parts
    quote: list[Any] = [before, html.Mark(figure, className="figure"), after]
    title = document.title if document and document.title else missed.document
    way = onward(DocumentChoice, here, name=missed.document, at=str(missed.start))
    return [
        html.Blockquote(quote, className="sentence"),
        dmc.Text(title, size="sm", fw=600),
        dmc.Anchor(words("在原文中查看 →"), href=link("/documents", way), size="sm"),
    ]


def adding_form(library: Library, missed: Missed, here: Choice, words: Words, access: Access) -> html.Div:
    """The form, filled in with what the place itself says; why there is none where the visitor may not decide."""
    if access.why_not:
        return html.Div(closed(here, words, access), className="decision")
    said = {"measure": "level", "bound": "exact", "status": "actual", **missed.fields}
    rest = [name for name in FIELDS if name not in FIRST]
    fields = {name: form_field(library, name, said.get(name, ""), words) for name in FIELDS}
    parts: list[Any] = [
        dcc.Store(id=ids.DECISION_WAS, data={"document": missed.document, "start": missed.start, "end": missed.end}),
        html.Div([fields[name] for name in FIRST], className="decision-fields"),
        html.Details(
            [
                html.Summary(words("其余各列"), className="small"),
                html.Div([fields[name] for name in rest], className="decision-fields"),
            ],
            **attributes(data_rest="true"),
        ),
        form_reason("reason", [words(text) for text in GROUNDS], words, words(GROUNDS[0])),
        form_button("add", "add", words("补录这个数"), variant="filled", form_key="Ctrl+Enter"),
        undo_button(words),
    ]
    return html.Div(parts, className="decision")

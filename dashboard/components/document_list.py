"""Documents as a list: date, title, and, where it is known, how much of each concerns the matter at hand."""

from collections.abc import Mapping, Sequence

from dash import html

from dashboard.components.plain import plain
from dashboard.state import Choice, DocumentChoice, link, onward
from dashboard.words import Words
from indicators.documents import Document
from indicators.holdings import Listed


def document_list(
    documents: Sequence[Listed | Document], here: Choice, words: Words, counts: Mapping[str, int] | None = None
) -> html.Div:
    """The list in the order given; `counts` has the number of figures by the document's name."""
    lines = [
        html.Div(
            [
                html.Span(one.published or words("日期不详"), className="date"),
                html.A(
                    one.title or one.name,
                    href=link("/documents", onward(DocumentChoice, here, name=one.name)),
                    className="plain-link",
                ),
                *([html.Span(words("{n} 个数", n=counts[one.name]), className="date")] if counts else []),
            ],
            className="document-line",
        )
        for one in documents
    ]
    return plain(lines, className="document-list")

"""What does not go together: each finding in one line, its sentences a click away."""

from typing import Any

import dash_mantine_components as dmc
import pandas as pd
from dash import html

from dashboard.components.statement import statement
from dashboard.library import Library
from dashboard.rows import Row
from dashboard.units import stated
from dashboard.words import FINDINGS, Words
from indicators.spans import span_label


def finding_list(library: Library, findings: pd.DataFrame, words: Words, is_open: bool = False) -> html.Div:
    """The findings (of `Library.findings`), one below the other, each to be opened, or open."""
    lines = [_finding(library, row, words, is_open) for row in findings.to_dict("records")]
    return html.Div(lines, className="findings")


def said_of(library: Library, finding: Row, words: Words) -> str:
    """What does not go together, in the reader's language: 说增长1.8%，两个水平算来是8.0%."""
    if words.language == "zh":
        return str(finding["what"])
    like = dict(library.observation(finding["rows"][0])) | {"bound": "exact"}
    values = [stated(like | {"value_base": finding[side]}, words.language) for side in ("stated", "expected")]
    return words("说的是 {stated}，对照的是 {expected}", stated=values[0], expected=values[1])


def _finding(library: Library, finding: Row, words: Words, is_open: bool) -> html.Details:
    name = library.title(finding["name"], words.language)
    period = span_label(finding["period_start"], finding["period_end"], words.language)
    head = " · ".join(filter(None, (finding["segment"], name, period)))
    line = [
        html.Span(words.code(FINDINGS, finding["kind"]), className="badge finding"),
        html.Span(head, className="row-name"),
        html.Span(said_of(library, finding, words), className="row-more"),
    ]
    sentences: list[Any] = [statement(library, row, words, main=True) for row in dict.fromkeys(finding["rows"])]
    said = dmc.Stack(sentences, gap="md", className="evidence")
    return html.Details([html.Summary(line), said], className="finding-line", open=is_open)

"""What does not go together: each finding in one line, its sentences a click away (`dashboard.unfolding`)."""

from collections.abc import Iterable
from typing import Any

import dash_mantine_components as dmc
import pandas as pd
from dash import html

from dashboard import ids
from dashboard.components.statement import statement
from dashboard.library import Library
from dashboard.rows import Row
from dashboard.units import stated
from dashboard.words import FINDINGS, Words
from indicators.findings import by_harm
from indicators.spans import span_label

FIRST, MOST = 5, 60  # findings of a park that are listed at once, and at all


def finding_list(library: Library, findings: pd.DataFrame, words: Words, is_open: bool = False) -> html.Div:
    """The findings (of `Library.findings`), one below the other, each to be opened, or open."""
    lines = []
    for row in findings.to_dict("records"):
        said = html.Div(_sentences(library, row["rows"], words), className="evidence")
        summary = html.Summary(_line(library, row, words))
        lines.append(html.Details([summary, said], className="finding-line", open=is_open))
    return html.Div(lines, className="findings")


def first_findings(library: Library, park: str, words: Words) -> list[Any]:
    """The most harmful findings of a park, and a fold for the others."""
    found = by_harm(library.findings(park))
    lines: list[Any] = [_foldeds(library, found.head(FIRST), words)]
    if len(found) > FIRST:
        more = html.Summary(words("其余 {n} 处", n=len(found) - FIRST), id=ids.FURTHER_FINDINGS_SUMMARY)
        lines.append(html.Details([more, html.Div(id=ids.FURTHER_FINDINGS)], className="others"))
    return lines


def further_findings(library: Library, park: str, words: Words) -> list[Any]:
    """What `first_findings` leaves to be fetched."""
    found = by_harm(library.findings(park))
    lines: list[Any] = [_foldeds(library, found.iloc[FIRST:MOST], words)]
    if len(found) > MOST:
        lines.append(dmc.Text(words("这里只列出前 {n} 处。", n=MOST), size="sm", c="dimmed"))
    return lines


def sentences_of(library: Library, name: str, words: Words) -> list[Any]:
    """What the statements of a finding say, the finding by its name in ids; nothing of what is there no more."""
    rows = [int(label) for label in name.split(":")[-1].split(",")]
    try:
        return _sentences(library, rows, words)
    except KeyError:
        return [dmc.Text(words("这处已不在库里，请刷新这一页。"), size="sm", c="dimmed")]


def _foldeds(library: Library, findings: pd.DataFrame, words: Words) -> html.Div:
    lines = []
    for row in findings.to_dict("records"):
        name = f"{row['kind']}:{','.join(map(str, row['rows']))}"
        summary = html.Summary(_line(library, row, words), id=ids.finding_part("summary", name))
        said = html.Div(id=ids.finding_part("sentences", name), className="evidence")
        lines.append(html.Details([summary, said], className="finding-line"))
    return html.Div(lines, className="findings")


def _sentences(library: Library, rows: Iterable[int], words: Words) -> list[Any]:
    return [dmc.Stack([statement(library, row, words, main=True) for row in dict.fromkeys(rows)], gap="md")]


def said_of(library: Library, finding: Row, words: Words) -> str:
    """What does not go together, in the reader's language: 说增长1.8%，两个水平算来是8.0%."""
    if words.language == "zh":
        return str(finding["what"])
    like = dict(library.observation(finding["rows"][0])) | {"bound": "exact"}
    values = [stated(like | {"value_base": finding[side]}, words.language) for side in ("stated", "expected")]
    return words("说的是 {stated}，对照的是 {expected}", stated=values[0], expected=values[1])


def _line(library: Library, finding: Row, words: Words) -> list[Any]:
    name = library.title(finding["name"], words.language)
    period = span_label(finding["period_start"], finding["period_end"], words.language)
    head = " · ".join(filter(None, (finding["segment"], name, period)))
    return [
        html.Span(words.code(FINDINGS, finding["kind"]), className="badge finding"),
        html.Span(head, className="row-name"),
        html.Span(said_of(library, finding, words), className="row-more"),
    ]

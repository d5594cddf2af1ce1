"""What does not go together: each finding in one line, its sentences a click away (`dashboard.unfolding`)."""

from collections.abc import Iterable
from math import log10
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

# In English; in Chinese the finding itself says more (`what`).
SAID = {
    "growth": "说增长{stated}，两个水平算来是{expected}（可比口径或并表会有出入）",
    "whole": "部分的数比全部的还大：{stated} 对 {expected}",
    "parts": "分项相加是{expected}，全部说的是{stated}",
    "jump": "两个数相差约 {times} 倍：{stated} 与 {expected}",
    "attainment": "说完成{stated}，实绩与目标算来是{expected}",
}
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
    """What does not go together, in the reader's language: 说增长1.8%，两个水平算来是8.0%（可比口径或并表会有出入）."""
    if words.language == "zh":
        return str(finding["what"])
    like = dict(library.observation(finding["rows"][0])) | {"bound": "exact"}
    sides = {"stated": finding["stated"], "expected": finding["expected"]}
    if like["unit_base"] == "%":  # what was reckoned has no more digits than one can tell apart
        sides["expected"] = round(sides["expected"], 1)
    said = {side: stated(like | {"value_base": value}, words.language) for side, value in sides.items()}
    times = 10 ** round(abs(log10(sides["stated"] / sides["expected"]))) if finding["kind"] == "jump" else 1
    return words(SAID[finding["kind"]], **said, times=f"{times:,}")


def _line(library: Library, finding: Row, words: Words) -> list[Any]:
    name = library.title(finding["name"], words.language)
    period = span_label(finding["period_start"], finding["period_end"], words.language)
    head = " · ".join(filter(None, (finding["segment"], name, period)))
    return [
        html.Span(words.code(FINDINGS, finding["kind"]), className="badge finding"),
        html.Span(head, className="row-name"),
        html.Span(said_of(library, finding, words), className="row-more"),
    ]

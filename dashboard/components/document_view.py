"""A text with every number marked by what became of it, and beside it the rows that were read."""

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
import pandas as pd
from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.marked_text import marked_text
from dashboard.components.plain import plain
from dashboard.components.standing import displaced_by, other_saying, way_to_other
from dashboard.components.statement import status_badge
from dashboard.library import Library
from dashboard.rows import Row
from dashboard.state import Choice, CorrectChoice, TrendChoice, WhyChoice, link, onward
from dashboard.units import stated
from dashboard.words import BASES, FATES, MEASURES, STATUSES, Words
from indicators.documents import Document
from indicators.model import Mark
from indicators.spans import span_label

KINDS = ("actual", "target", "set_aside", "not_understood")


def document_view(
    library: Library, document: Document, rows: pd.DataFrame, here: Choice, words: Words, kept: bool = True
) -> html.Div:
    """The two columns; `kept` says that the document is in the archive, so that its rows have ways on."""
    read = _with_series(library, rows, kept)
    statuses = {int(row["start"]): str(row["status"]) for row in read}
    tips: dict[int, list[str]] = {}
    later: dict[int, str] = {}
    for row in read:
        tips.setdefault(int(row["start"]), []).append(_fields(library, row, words))
        taken = displaced_by(row)
        if taken is not None:
            later[int(row["start"])] = stated(taken, words.language)
    for mark in document.marks:
        if mark.fate != "read":
            tips[mark.start] = [f"{words.code(FATES, mark.fate)}: {mark.reason}"]
    said = {start: "\n".join(lines) for start, lines in tips.items()}
    text = marked_text(document.text, marks_of(document, rows), said, statuses, later)
    left = [_heading(document, words), _legend(document, statuses, words), text]
    if kept:
        left.insert(2, _way_to_add(document, here, words))
    right = _rows(library, read, here, words, kept)
    return html.Div(
        [
            dmc.Paper(left, withBorder=True, p="md"),
            dmc.Paper(right, withBorder=True, p="md", className="rows"),
        ],
        className="text-and-rows",
    )


def _with_series(library: Library, rows: pd.DataFrame, kept: bool) -> list[dict[Any, Any]]:
    """The rows as records with their `label`, and as `behind` the series row that each belongs to, or None."""
    behind = library.series_behind(rows) if kept else {}
    labels = rows.index.tolist()
    found = rows.to_dict("records")
    return [row | {"label": label, "behind": behind.get(label)} for label, row in zip(labels, found, strict=True)]


def marks_of(document: Document, rows: pd.DataFrame) -> list[Mark]:
    """The marks of a document, and one for each row that a person has added, in place of what had been there."""
    by_hand = rows[rows["review"] == "added"] if "review" in rows else rows.iloc[:0]
    added = {(int(start), int(end)) for start, end in zip(by_hand["start"], by_hand["end"], strict=True)}
    kept = [mark for mark in document.marks if not any(mark.start < end and start < mark.end for start, end in added)]
    return sorted([*kept, *(Mark(start, end, "read", "decision.add") for start, end in added)])


def _way_to_add(document: Document, here: Choice, words: Words) -> html.Div:
    """How a figure that was not read is added; `assets/adding.js` moves the link to the place that is chosen."""
    there = link("/correct", onward(CorrectChoice, here, name=document.name))
    way = html.A(words("补录这个数"), href=there, className="plain-link add-figure", hidden=True)
    hint = words("漏读的数可以补录：选中文字，或点一个没有读的数。")
    return html.Div([html.Span(hint, className="add-hint"), way], className="edit-link")


def _heading(document: Document, words: Words) -> html.Div:
    facts = [document.publisher, document.published or words("日期不详"), document.name]
    parts: list[Any] = [
        dmc.Title(document.title or document.name, order=2, size="h3"),
        dmc.Text(" · ".join(filter(None, facts)), size="sm", c="dimmed"),
    ]
    if document.source:
        parts.append(dmc.Text(f"{words('来源')}: {document.source}", size="sm", c="dimmed", className="breakable"))
    return html.Div(parts, className="document-head")


def _legend(document: Document, statuses: dict[int, str], words: Words) -> dmc.Group:
    kinds = [statuses.get(mark.start, "actual") if mark.fate == "read" else mark.fate for mark in document.marks]
    names = STATUSES | FATES
    keys = [
        html.Span(
            html.Mark(f"{words.code(names, kind)} {kinds.count(kind)}", className=f"mark {kind}"), className="key"
        )
        for kind in KINDS
        if kind in kinds
    ]
    return dmc.Group(keys, gap="sm", className="legend")


def _fields(library: Library, row: Row, words: Words) -> str:
    name = library.title(row["indicator"] or row["indicator_text"], words.language)
    area = row["park"] + (f" · {row['segment']}" if row["segment"] else "")
    period = span_label(row["period_start"], row["period_end"], words.language)
    status = words.code(STATUSES, row["status"])
    value, rule = stated(row, words.language), words("规则 {rule}", rule=row["rule"])
    lines = (area, name, f"{value} · {_measure(row, words)}", f"{period} · {status}", rule, other_saying(row, words))
    return "\n".join(filter(None, lines))


def _measure(row: Row, words: Words) -> str:
    return " ".join(filter(None, (words.code(MEASURES, row["measure"]), words.code(BASES, row["basis"]))))


def _rows(library: Library, rows: Sequence[Row], here: Choice, words: Words, kept: bool) -> list:
    title = dmc.Title(words("读出的 {n} 条", n=len(rows)), order=2, size="h4", mb="xs")
    if not rows:
        return [title, dmc.Text(words("这篇文档里没有读到指标。"), size="sm", c="dimmed")]
    seen: set[int] = set()
    items = []
    for row in rows:
        start = int(row["start"])
        items.append(_item(library, row, here, words, kept, anchor=None if start in seen else f"r{start}"))
        seen.add(start)
    decided = link("/correct", onward(CorrectChoice, here, name=rows[0]["document"]))
    more = [html.A(words("这篇文档的人工决定"), href=decided, className="plain-link small edit-link")] if kept else []
    return [title, plain([html.Ul(items, className="row-list"), *more])]


def _item(library: Library, row: Row, here: Choice, words: Words, kept: bool, anchor: str | None) -> html.Li:
    name = row["indicator"] or row["indicator_text"]
    area = row["park"] + (f" · {row['segment']}" if row["segment"] else "")
    period = span_label(row["period_start"], row["period_end"], words.language)
    head: list[Any] = [
        html.A(stated(row, words.language), href=f"#m{row['start']}", className="value"),
        status_badge(row["status"], row["target_tier"], words),
    ]
    if kept:
        why = onward(WhyChoice, here, name=row["document"], at=str(row["start"]))
        named = {"park": (row["park"],), "indicator": name, "measure": (row["measure"],)}
        point = row["behind"]["series"] if row["behind"] is not None else ""
        trend = onward(TrendChoice, here, **named, segments=bool(row["segment"]), point=point)
        correct = onward(CorrectChoice, here, name=row["document"], at=str(row["start"]))
        ways = [
            html.A(words("更正"), href=link("/correct", correct), className="plain-link small edit-link"),
            html.A(words("为什么"), href=link("/why", why), className="plain-link small"),
            html.A(words("趋势"), href=link("/trends", trend), className="plain-link small"),
        ]
        head.append(html.Span(ways, className="to-trend row-head"))
    return html.Li(
        [
            html.Div(head, className="row-head"),
            html.Div(library.title(name, words.language), className="row-name"),
            html.Div(f"{area} · {_measure(row, words)} · {period}", className="row-more"),
            *way_to_other(row, here, words),
        ],
        className="row-item",
        **attributes(data_place=anchor) if anchor else {},
    )

"""What was decided on a figure, or on a document, the latest first: who, when, why, and the way to undo it."""

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.access.editors import Access
from dashboard.words import REVIEWS, Words
from indicators.decisions import REVIEWS as REVIEW_OF
from indicators.decisions import Decision


def decision_list(made: Sequence[Decision], words: Words, access: Access) -> html.Div:
    """The decisions; nothing where there are none."""
    if not made:
        return html.Div()
    items = [_item(one, words, access) for one in sorted(made, key=lambda one: -one.id)]
    return html.Div(
        [html.H2(words("人工决定"), className="list-head"), html.Ul(items, className="row-list")], className="decisions"
    )


def _item(made: Decision, words: Words, access: Access) -> html.Li:
    row = made.row
    value = f"{row['indicator_text']} {row['value']:.12g}{row['unit']}"
    period = " – ".join(filter(None, (row["period_start"], row["period_end"])))
    head: list[Any] = [
        html.Span(words.code(REVIEWS, REVIEW_OF[made.kind]), className="badge"),
        html.Span(f"{value} · {period}" if period else value, className="struck" if made.withdrawn else ""),
    ]
    if not made.withdrawn and not access.why_not:
        undo = dmc.Button(words("撤销"), id=ids.withdraw(made.id), variant="default", size="compact-xs")
        head.append(html.Div(undo, className="to-trend"))
    facts = [f"{words('第 {n} 号', n=made.id)} · {made.who} · {moment(made.made)}", made.reason]
    if made.withdrawn:
        facts.append(words("{who} 于 {when} 撤销", who=made.withdrawn_by, when=moment(made.withdrawn)))
    return html.Li(
        [
            html.Div(head, className="row-head"),
            *(html.Div(fact, className="row-more") for fact in facts if fact),
        ],
        className="row-item",
    )


def moment(utc: str) -> str:
    """A time as the archive has it, for people.

    >>> moment("2024-07-05T08:09:10Z")
    '2024-07-05 08:09 UTC'
    """
    return f"{utc[:10]} {utc[11:16]} UTC"

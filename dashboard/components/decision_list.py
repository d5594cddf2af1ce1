"""What was decided on a figure, or on a document, the latest first: who, when, why, and the way to undo it."""

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.access.editors import Access
from dashboard.components.decided import between_dots, figure_of, moment, undoes
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
    head: list[Any] = [
        html.Span(words.code(REVIEWS, REVIEW_OF[made.kind]), className="badge"),
        html.Span(figure_of(made), className="struck" if made.withdrawn else ""),
    ]
    if not made.withdrawn and not access.why_not:
        undo = dmc.Button(words("撤销"), variant="default", size="compact-xs", **undoes(made.id))
        head.append(html.Div(undo, className="to-trend"))
    facts: list[Any] = [between_dots([words("第 {n} 号", n=made.id), made.who, moment(made.made)]), made.reason]
    if made.withdrawn:
        facts.append(between_dots([words("{who} 撤销", who=made.withdrawn_by), moment(made.withdrawn)]))
    return html.Li(
        [
            html.Div(head, className="row-head"),
            *(html.Div(fact, className="row-more") for fact in facts if fact),
        ],
        className="row-item",
    )

"""A value that nobody stated: how it was reckoned, and the sentences that say what it was reckoned from."""

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.components.statement import statement, status_badge
from dashboard.library import Library
from dashboard.rows import Row
from dashboard.units import stated
from dashboard.words import BASES, DERIVATIONS, MEASURES, Words
from indicators.spans import span_label


def derived_badge(words: Words) -> html.Span:
    """What marks a value as reckoned."""
    return html.Span(words("推算"), className="badge derived")


def derived_parts(library: Library, value: Row, words: Words) -> list[Any]:
    """The value (of `Library.derived_value`), how it came about, and each stated value that it comes from."""
    area = value["park"] + (f" · {value['segment']}" if value["segment"] else "")
    measure = " · ".join(filter(None, (words.code(MEASURES, value["measure"]), words.code(BASES, value["basis"]))))
    name = library.title(value["name"], words.language)
    head = [
        html.Span(stated(value, words.language), className="said-value"),
        derived_badge(words),
        *([status_badge("target", value["target_tier"], words)] if value["status"] == "target" else []),
    ]
    return [
        html.Div(head, className="task-value"),
        dmc.Text(f"{area} · {name} · {measure}", size="sm"),
        dmc.Text(span_label(value["period_start"], value["period_end"], words.language), size="sm", c="dimmed"),
        dmc.Text(words("没有人说过这个数；{how}。", how=words(DERIVATIONS[value["method"]])), size="sm"),
        *(statement(library, one["row"], words, main=True) for one in value["made_of"]),
    ]

"""The sentence behind a value: highlighted figure, document, rule, and what else was said of the same thing."""

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.derived import derived_parts
from dashboard.components.findings import finding_list
from dashboard.components.revisions import revisions
from dashboard.components.statement import statement
from dashboard.library import Library
from dashboard.words import Words

MOST_OTHERS = 20


def beside(chart: Any, sentences: Any, twin: Any) -> html.Div:
    """A chart with its table below, and at their side the sentences, always in sight; on a phone between the two."""
    return html.Div([chart, html.Div(sentences, className="sentences"), twin], className="beside")


def evidence_panel(library: Library, series: str, words: Words) -> dmc.Paper:
    """What the value with this short name rests on; a hint to click where `series` names none."""
    value = library.value(series)
    if value is None:
        reckoned = library.derived_value(series)
        hint = _hint(words) if reckoned is None else dmc.Stack(derived_parts(library, reckoned, words), gap="sm")
        return dmc.Paper(hint, withBorder=True, p="md", className="evidence", **attributes(aria_live="polite"))
    parts = [statement(library, value["row"], words, main=True)]
    parts += revisions(library, value, words)
    parts += _others(library, value["confirming"], words("另有 {n} 处说法一致", n=len(value["confirming"])), words)
    parts += _others(library, value["rivals"], words("另有 {n} 处说法不同", n=len(value["rivals"])), words)
    doubted = library.findings_about(value)
    if len(doubted):
        parts += [dmc.Text(words("对不上的地方"), size="sm", fw=600), finding_list(library, doubted, words)]
    return dmc.Paper(
        dmc.Stack(parts, gap="sm"), withBorder=True, p="md", className="evidence", **attributes(aria_live="polite")
    )


def other_statements(library: Library, series: str, words: Words) -> list[Any]:
    """What else was said of the same thing: the one taken first, those that agree, those that differ."""
    value = library.value(series)
    if value is None or not (value["confirming"] or value["rivals"]):
        return [dmc.Text(words("只有这一处。"), size="sm", c="dimmed")]
    return [evidence_panel(library, series, words)]


def _hint(words: Words) -> dmc.Text:
    return dmc.Text(words("点击图中任一标记，或表中的“出处”，这里显示说出这个数的那句话。"), size="sm", c="dimmed")


def _others(library: Library, rows: tuple[int, ...], title: str, words: Words) -> list[html.Details]:
    if not rows:
        return []
    said: list[Any] = [statement(library, row, words, main=False) for row in rows[:MOST_OTHERS]]
    if len(rows) > MOST_OTHERS:
        said.append(dmc.Text(words("这里只列出前 {n} 处。", n=MOST_OTHERS), size="sm", c="dimmed"))
    return [html.Details([html.Summary(title), dmc.Stack(said, gap="sm", mt="xs")], className="others")]

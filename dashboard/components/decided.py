"""What a person has decided, as it is said beside a sentence: who, when, why, and the button that undoes it there."""

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.components.attributes import attributes
from dashboard.library import Library
from dashboard.rows import Row
from dashboard.words import REVIEWS, Words
from indicators.decisions import Decision
from indicators.store.moments import local_time


def decided_by(library: Library, said: Row, words: Words) -> list[html.Div]:
    """Who decided on an observation, when and why, and for editors the way to undo it; nothing where nobody has."""
    made = library.decision_on(said)
    if made is None:
        return []
    facts = [review_of(said, words), made.who, moment(made.made), made.reason]
    undo = html.Button(words("撤销"), className="undo edit-link", type="button", **undoes(made.id))
    return [html.Div([html.Span(between_dots(facts)), undo], className="decided-by")]


def undoes(decision: int) -> dict[str, Any]:
    """The attributes that make of a button one that undoes a decision, see `assets/undoing.js`."""
    return attributes(data_undo=str(decision))


def review_of(said: Row, words: Words) -> str:
    """What a person has decided on the row (已更正), "" where nobody has, or the texts were read on the spot."""
    decided = said.get("review", "")
    if decided:
        return words.code(REVIEWS, decided)
    return words("指标由人指定") if said.get("indicator_by", 0) else ""


def figure_of(made: Decision) -> str:
    """The figure as the decision left it, with its period (税收 24亿元 · 2024-01-01 – 2024-06-30)."""
    row = made.row
    value = f"{row['indicator_text']} {row['value']:.12g}{row['unit']}"
    period = " – ".join(filter(None, (row["period_start"], row["period_end"])))
    return f"{value} · {period}" if period else value


def moment(utc: str) -> html.Span:
    """A time as the archive has it (`2024-07-05T08:09:10Z`), by the server's clock until the browser
    (`assets/moments.js`) says it by its own."""
    return html.Span(local_time(utc), **attributes(data_moment=utc))


def between_dots(parts: Sequence[Any]) -> list[Any]:
    """What is there of these texts and components, with dots between."""
    said = [part for part in parts if part]
    return [one for place, part in enumerate(said) for one in ((" · ", part) if place else (part,))]

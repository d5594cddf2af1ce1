"""One sentence that states a value: the figure highlighted, what was read, the document, the rule, how sure it is."""

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.components.decided import decided_by, review_of
from dashboard.library import Library
from dashboard.rows import Row
from dashboard.state import Choice, CorrectChoice, DocumentChoice, WhyChoice, link, onward
from dashboard.units import stated
from dashboard.words import BASES, CONFIDENCES, MEASURES, STATUSES, TIERS, Words
from indicators.documents import Document
from indicators.spans import SPAN_NAMES, span_kind, span_label


def statement(library: Library, row: int, words: Words, main: bool) -> dmc.Stack:
    """An observation by its label; `main` says to head it with value, measure and period."""
    said = library.observation(row)
    document = library.document(said["document"])
    before, figure, after = split_sentence(said["sentence"], document, said["start"], said["end"])
    start, end = said["period_start"], said["period_end"]
    kind = SPAN_NAMES[words.language][span_kind(start, end)]
    area = said["park"] + (f" · {said['segment']}" if said["segment"] else "")
    measure = " · ".join(filter(None, (words.code(MEASURES, said["measure"]), words.code(BASES, said["basis"]))))
    head = [
        dmc.Group(
            [
                html.Span(stated(said, words.language), className="said-value"),
                status_badge(said["status"], said["target_tier"], words),
            ],
            gap="xs",
        ),
        dmc.Text(f"{area} · {said['indicator_text']} · {measure}", size="sm"),
        dmc.Text(f"{span_label(start, end, words.language)} ({kind})", size="sm", c="dimmed"),
    ]
    quote = html.Blockquote(
        [before, html.Mark(figure, className="figure") if figure else "", after], className="sentence"
    )
    return dmc.Stack([*(head if main else []), quote, _source(library, said, document, words)], gap=6)


def split_sentence(sentence: str, document: Document | None, start: int, end: int) -> tuple[str, str, str]:
    """The sentence before, in and after its figure; figure and rest are empty where its place cannot be told.

    The offsets point into the document; the sentence is looked up there around them.
    """
    if document is not None:
        place = document.text.rfind(sentence, 0, start + len(sentence))
        if 0 <= place <= start and end <= place + len(sentence):
            return sentence[: start - place], sentence[start - place : end - place], sentence[end - place :]
        figure = "".join(document.text[start:end].split())
        if figure and sentence.count(figure) == 1:
            before, _, after = sentence.partition(figure)
            return before, figure, after
    return sentence, "", ""


def status_badge(status: str, tier: str, words: Words) -> html.Span:
    """实绩 or 目标, with the tier of a target."""
    name = words.code(STATUSES, status) + (f" · {words.code(TIERS, tier)}" if tier else "")
    return html.Span(name, className=f"badge status-{status}")


def document_link(row: Row, here: Choice, text: str) -> dmc.Anchor:
    """A link to the figure's place in its document."""
    choice = onward(DocumentChoice, here, name=row["document"], at=str(row["start"]))
    return dmc.Anchor(text, href=link("/documents", choice), size="sm")


def confidence_of(said: Row, words: Words) -> str:
    """How sure the reading is (把握 高), "" where the row does not say."""
    level = said["confidence"]
    return f"{words('把握')} {words.code(CONFIDENCES, level)}" if level else ""


def _source(library: Library, said: Any, document: Document | None, words: Words) -> dmc.Stack:
    title = document.title if document and document.title else said["document"]
    here = Choice(words.language, library.as_of)
    why = onward(WhyChoice, here, name=said["document"], at=str(said["start"]))
    correct = onward(CorrectChoice, here, name=said["document"], at=str(said["start"]))
    decided = decided_by(library, said, words)
    facts = [
        document.publisher if document else "", said["published"], words("规则 {rule}", rule=said["rule"]),
        confidence_of(said, words), "" if decided else review_of(said, words),
    ]  # fmt: skip
    return dmc.Stack(
        [
            dmc.Text(title, size="sm", fw=600),
            dmc.Text(" · ".join(filter(None, facts)), size="xs", c="dimmed"),
            *decided,
            dmc.Group(
                [
                    document_link(said, here, words("在原文中查看 →")),
                    html.A(words("为什么这样读"), href=link("/why", why), className="plain-link small"),
                    html.A(words("更正"), href=link("/correct", correct), className="plain-link small edit-link"),
                ],
                gap="md",
                style={"rowGap": 2},
            ),
        ],
        gap=2,
    )

"""A task of the review: what was read and where it stands, why it is doubted, what else was said."""

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.access.editors import Access
from dashboard.components.decision_form import decision_form, meaning_form, prefer_button
from dashboard.components.evidence import beside
from dashboard.components.findings import finding_list
from dashboard.components.statement import document_link, split_sentence, statement, status_badge
from dashboard.components.tables import table
from dashboard.downloads.spreadsheets import CODES, HEADERS
from dashboard.editing.worklist import known_parks
from dashboard.library import Library
from dashboard.rows import Row
from dashboard.state import Choice, DataChoice, link, onward
from dashboard.units import stated
from dashboard.words import BASES, DOUBTS, MEASURES, Words
from indicators.likeness import likely_indicators, likely_parks
from indicators.review import Task
from indicators.spans import span_label

AROUND = 140  # characters of a text before and after the sentence
EXAMPLES = 3
SHOWN = ("indicator_text", "indicator", "measure", "basis", "bound", "status", "target_tier", "segment", "published")


def task_view(library: Library, task: Task, here: Choice, words: Words, access: Access) -> html.Div:
    """The task with the form that answers it beside it."""
    if task.kind == "figure":
        form = decision_form(library, task.rows[0], here, words, access)
        return beside(_figure(library, task, here, words), _framed(form), _grounds(library, task, words, access))
    column = "park" if task.kind == "park" else "indicator"
    if column == "park":
        likely = likely_parks(task.name, (*library.parks(), *known_parks()))
    else:
        likely = [one for one in likely_indicators(task.name) if one in library.catalogue]
    form = meaning_form(library, column, task.name, likely, here, words, access)
    return beside(_phrase(library, task, words), _framed(form), _rows(library, task, here, words))


def _framed(content: Any) -> dmc.Paper:
    return dmc.Paper(content, withBorder=True, p="md")


def _doubts(task: Task, words: Words) -> html.Div:
    badges = [html.Span(words(DOUBTS[doubt]), className="badge finding") for doubt in task.doubts]
    return html.Div(badges, className="task-doubts")


def _figure(library: Library, task: Task, here: Choice, words: Words) -> dmc.Paper:
    said = library.observation(task.rows[0])
    area = " · ".join(filter(None, (said["park"] or words("园区不明"), said["segment"])))
    name = library.title(said["indicator"] or said["indicator_text"], words.language)
    measure = " ".join(filter(None, (words.code(MEASURES, said["measure"]), words.code(BASES, said["basis"]))))
    period = span_label(said["period_start"], said["period_end"], words.language)
    value = html.Span(stated(said, words.language), className="said-value")
    head = [
        _doubts(task, words),
        html.Div([value, status_badge(said["status"], said["target_tier"], words)], className="task-value"),
        html.H2(" · ".join((area, name, measure, period)), className="task-what"),
        _in_context(library, said),
        document_link(said, here, words("在原文中查看 →")),
    ]
    return dmc.Paper(dmc.Stack(head, gap="xs"), withBorder=True, p="md", className="evidence")


def _in_context(library: Library, said: Row) -> html.Blockquote:
    """The sentence with its figure marked, and some of the text before and after it."""
    document = library.document(said["document"])
    before, figure, after = split_sentence(said["sentence"], document, said["start"], said["end"])
    sentence = html.Span([before, html.Mark(figure, className="figure") if figure else "", after])
    text = document.text if document else ""
    place = text.rfind(said["sentence"], 0, said["start"] + len(said["sentence"]))
    if place < 0:
        return html.Blockquote(sentence, className="sentence")
    end = place + len(said["sentence"])
    around = [text[max(0, place - AROUND) : place].lstrip(), text[end : end + AROUND].rstrip()]
    cut = ["…" if place > AROUND else "", "…" if end + AROUND < len(text) else ""]
    parts = [
        html.Span(cut[0] + around[0], className="around"),
        sentence,
        html.Span(around[1] + cut[1], className="around"),
    ]
    return html.Blockquote(parts, className="sentence in-context")


def _grounds(library: Library, task: Task, words: Words, access: Access) -> dmc.Stack:
    """Why it is doubted, what else was said, what was read."""
    said = library.observation(task.rows[0])
    parts: list[Any] = []
    if "check" in task.doubts:
        found = library.findings(task.park)
        about = found[[rows[0] == task.rows[0] for rows in found["rows"]]]
        parts.append(_card(words("对不上的地方"), finding_list(library, about, words, is_open=True)))
    if len(task.rows) > 1:
        others = _others(library, task, words, access)
        parts.append(_card(words("同一件事还有谁说"), dmc.Stack(others, gap="md", className="evidence rivals")))
    if said["reasons"]:
        inferred = [html.Li(words(reason)) for reason in said["reasons"].split("；")]
        parts.append(_card(words("靠推断的地方"), html.Ul(inferred, className="reasons")))
    body = [[words(HEADERS[name]), _shown(library, name, said[name], words)] for name in SHOWN if said[name]]
    head = [words("读出了什么"), words("是什么")]
    parts.append(_card(words("读成这样"), table(head, body, words("读成这样"), least_width=240)))
    return dmc.Stack(parts, gap="md")


def _others(library: Library, task: Task, words: Words, access: Access) -> list[Any]:
    """What else was said of the same; a rival can be taken instead."""
    of_park = library.rows_of_park(task.park)
    rivals = () if access.why_not else of_park.loc[of_park["series"] == task.name, "rivals"].iloc[0]
    found: list[Any] = []
    for place, row in enumerate(task.rows[1 : 1 + 2 * EXAMPLES], start=1):
        found.append(statement(library, row, words, main=True))
        if row in rivals:
            found.append(html.Div(prefer_button(library, row, place, words)))
    return found


def _shown(library: Library, name: str, text: str, words: Words) -> str:
    if name == "indicator":
        return f"{library.title(text, words.language)} ({text})"
    return words.code(CODES[name], text) if name in CODES else text


def _phrase(library: Library, task: Task, words: Words) -> dmc.Paper:
    documents = {library.observation(row)["document"] for row in task.rows}
    said = words("{n} 个数，出自 {documents} 篇文档", n=len(task.rows), documents=len(documents))
    head = [
        _doubts(task, words),
        html.H2(f"“{task.name}”"),
        dmc.Text(said, size="sm", c="dimmed"),
        *(statement(library, row, words, main=True) for row in task.rows[:EXAMPLES]),
    ]
    return dmc.Paper(dmc.Stack(head, gap="md"), withBorder=True, p="md", className="evidence task-phrase")


def _rows(library: Library, task: Task, here: Choice, words: Words) -> dmc.Stack:
    if len(task.rows) <= EXAMPLES:
        return dmc.Stack([])
    all_rows = link("/data", onward(DataChoice, here, q=task.name))
    return dmc.Stack([dmc.Anchor(words("全部 {n} 个数 →", n=len(task.rows)), href=all_rows, size="sm")])


def _card(title: str, content: Any) -> dmc.Paper:
    return dmc.Paper(dmc.Stack([dmc.Title(title, order=3, size="h5"), content], gap="xs"), withBorder=True, p="md")

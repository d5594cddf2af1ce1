"""One file that waits: what it says of itself, to be set right before it is kept, and what was read of it."""

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.components.charts import empty
from dashboard.components.document_view import document_view
from dashboard.intake.preview import found_of
from dashboard.intake.rows import standing
from dashboard.intake.staging import Staged
from dashboard.library import Library
from dashboard.state import DocumentChoice, ImportChoice, link, onward
from dashboard.words import FORMATS, Words
from indicators.store.writing import Arrival
from indicators.table import to_table


def import_view(
    library: Library, staged: Staged, arrival: Arrival | None, here: ImportChoice, words: Words
) -> list[Any]:
    """The file as a document, None where it cannot be read."""
    found = found_of(staged)
    if arrival is None or found is None:
        return [empty(standing(staged, words), staged.path)]
    facts = [
        words.code(FORMATS, found.format), found.encoding.upper(), _size(staged.size), f"SHA-256 {staged.sha256[:12]}…",
    ]  # fmt: skip
    counts = words(
        "共 {n} 个数：读出 {read}，排除 {aside}，未读懂 {open}；{rows} 条观测",
        n=found.read + found.set_aside + found.not_understood,
        read=found.read,
        aside=found.set_aside,
        open=found.not_understood,
        rows=found.rows,
    )
    head = [
        dmc.Title(staged.path, order=2, size="h4", className="breakable"),
        dmc.Text(" · ".join(filter(None, facts)), size="sm", c="dimmed"),
        dmc.Text(counts, size="sm"),
        dmc.Text(standing(staged, words), size="sm", fw=600),
    ]
    frame = dmc.Paper(dmc.Stack([*head, *_below(staged, here, words)], gap="xs"), withBorder=True, p="md", mb="md")
    rows = to_table(list(arrival.rows))
    return [frame, document_view(library, arrival.document, rows, here, words, kept=False)]


def _below(staged: Staged, here: ImportChoice, words: Words) -> list[Any]:
    """Fields to set right what the file says of itself; for one that is kept, the way to it."""
    if staged.kept:
        to = onward(DocumentChoice, here, name=staged.name)
        return [dmc.Anchor(words("到文档页查看和更正 →"), href=link("/documents", to), size="sm")]
    found = found_of(staged)
    if found is None:
        return []
    fields = [
        dmc.TextInput(id=ids.IMPORT_TITLE, label=words("标题|文档"), value=found.title, className="wide"),
        dmc.TextInput(id=ids.IMPORT_PUBLISHER, label=words("发布单位"), value=found.publisher, className="narrow"),
        dmc.TextInput(
            id=ids.IMPORT_DAY,
            label=words("发布日期"),
            value=found.published,
            placeholder="2024-01-18",
            className="narrow",
        ),
        dmc.TextInput(id=ids.IMPORT_PARK, label=words("园区"), value=found.park, className="narrow"),
        dmc.Button(words("照这样重读"), id=ids.IMPORT_AGAIN, variant="default"),
    ]
    return [html.Div(fields, className="controls"), html.Div(id=ids.IMPORT_PROBLEM, role="alert", className="problem")]


def _size(count: int) -> str:
    return f"{-(-count // 1024):,} KB" if count < 1 << 20 else f"{count / (1 << 20):,.1f} MB"

"""What a format's reader makes of a file: its text, and its rows where it is a table of observations already."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import regex

from indicators.model import Observation

_BLANK = regex.compile(r"\s+")


@dataclass(frozen=True)
class Content:
    """The text that offsets point into; `rows` are observations that the file states itself, None if it is a text.

    The rows have no `document`, and their `published` is "" where the file does not say it. `encoding` is that of the
    file's bytes, "" where its format leaves no choice.
    """

    text: str
    rows: tuple[Observation, ...] | None = None
    encoding: str = ""


def with_head(body: str, facts: Mapping[str, str]) -> str:
    """The body under the lines of its head (标题：…, 发布日期：…), as the project's own texts have them."""
    head = [f"{key}：{_BLANK.sub(' ', value).strip()}" for key, value in facts.items() if value.strip()]
    return "\n".join([*head, "", body]) if head else body


def table_row(cells: Iterable[str]) -> str:
    """A row of a table as a line of text: its cells between bars. A bar in a cell becomes a full-width one's like.

    >>> table_row(["税收", "46.2", ""])
    '| 税收 | 46.2 |  |'
    """
    shown = [_BLANK.sub(" ", cell).strip().replace("|", "∣") for cell in cells]
    return f"| {' | '.join(shown)} |"


def table_lines(rows: Iterable[Iterable[str]]) -> list[str]:
    """The rows of a table as lines: all of one width; a row with one cell filled is a line of its own (a caption)."""
    full = [[cell.strip() for cell in row] for row in rows]
    width = max((place for row in full for place, cell in enumerate(row, 1) if cell), default=0)
    lines = []
    for row in full:
        filled = [cell for cell in row if cell]
        if len(filled) == 1 and width > 1 and row[0] and not regex.search(r"\d", filled[0][:1]):
            lines.append(_BLANK.sub(" ", filled[0]))
        elif filled:
            lines.append(table_row([*row, *[""] * width][:width]))
    return lines

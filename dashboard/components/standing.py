"""What became of a statement since: whether another was taken in its place, and where that stands."""

from typing import Any

from dash import html

from dashboard.rows import Row
from dashboard.state import Choice, DocumentChoice, link, onward
from dashboard.units import stated
from dashboard.words import Words


def displaced_by(row: Row) -> Row | None:
    """The series row in which another statement was taken and this one is a rival; None where it stands. `row` is an
    observation with its `label` and, as `behind`, the series row that it belongs to or None."""
    behind: Row | None = row["behind"]
    return behind if behind is not None and row["label"] in behind["rivals"] else None


def other_saying(row: Row, words: Words) -> str:
    """What is said in its place, and since when (另有更晚的说法 1,861.31 亿元（2022-10-20）); "" where it stands."""
    taken = displaced_by(row)
    if taken is None:
        return ""
    said = {"value": stated(taken, words.language), "day": taken["published"] or words("日期不详")}
    if taken["published"] > row["published"]:
        return words("另有更晚的说法 {value}（{day}）", **said)
    return words("另有说法 {value}（{day}）", **said)


def way_to_other(row: Row, here: Choice, words: Words) -> list[Any]:
    """The same as a link to where it stands; nothing where the statement stands."""
    taken = displaced_by(row)
    if taken is None:
        return []
    there = onward(DocumentChoice, here, name=taken["document"], at=str(taken["start"]))
    way = html.A(f"{other_saying(row, words)} →", href=link("/documents", there), className="plain-link")
    return [html.Div(way, className="row-later")]

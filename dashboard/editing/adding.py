"""A figure that was not read, to be added by hand: its place in a document, and what can be said of it already."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.library import Library
from indicators import find_periods, find_quantities
from indicators.documents import Document
from indicators.store.deciding import sentence_at


@dataclass(frozen=True)
class Missed:
    """A place of a document: its offsets, its sentence in three parts (before, the place, after), and the fields that
    follow from them, as text."""

    document: str
    start: int
    end: int
    parts: tuple[str, str, str]
    fields: Mapping[str, str]


def missed(library: Library, name: str, at: str, until: str) -> Missed | None:
    """The place that an address names; None where there is none such."""
    document = library.document(name)
    if document is None or not (at.isdecimal() and until.isdecimal()):
        return None
    start, end = int(at), int(until)
    if not start < end <= len(document.text):
        return None
    figure = document.text[start:end]
    before, _, after = sentence_at(document.text, start, end).partition(figure)
    place = document.text.rfind(before + figure + after, 0, end + len(after))
    if 0 <= place < start:  # the same figure may stand in the sentence more than once
        before, after = document.text[place:start], (before + figure + after)[end - place :]
    return Missed(name, start, end, (before, figure, after), _said(library, document, figure, before + figure + after))


def _said(library: Library, document: Document, figure: str, sentence: str) -> dict[str, str]:
    """What the figure and its sentence say of themselves: value and unit, the only period, the document's park."""
    said: dict[str, str] = {}
    quantities = find_quantities(figure)
    if quantities:
        said |= {"value": f"{quantities[0].value:.15g}", "unit": quantities[0].unit}
    periods = {(str(one.start_date), str(one.end_date)) for one in find_periods(sentence, published=document.published)}
    if len(periods) == 1:
        said["period_start"], said["period_end"] = periods.pop()
    parks = library.rows_of(document.name)["park"].astype("str").mode()
    return said | ({"park": parks.iloc[0]} if len(parks) else {})

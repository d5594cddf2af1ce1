"""The best answers to a query, a few of each kind, each with the page that it leads to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.library import Library
from dashboard.searching.names import KINDS, Entry, entries_of, scored
from dashboard.searching.pairs import figure_of, pairs_of
from dashboard.searching.sentences import sentences_with, shown_part
from dashboard.searching.terms import Term, terms_of
from dashboard.state import Choice, CompareChoice, DocumentChoice, ParkChoice, TrendChoice, link, onward
from dashboard.units import stated
from dashboard.words import Words
from indicators.spans import span_label

MOST_OF_A_KIND = 6


@dataclass(frozen=True)
class Found:
    """One answer: what it is, its name, a second line, where it leads."""

    kind: str
    title: str
    detail: str
    href: str


def find(library: Library, query: str, here: Choice) -> list[Found]:
    """The best answers to all terms of a query; where it has a number, the sentences that state it come first."""
    words, terms = Words(here.lang), terms_of(query)
    if not terms:
        return []
    entries = entries_of(library, here.lang)
    said = list(_sentences(library, entries, terms, here, words))
    named = [*_pairs(library, entries, terms, here, words), *_named(entries, terms, here, words)]
    return said + named if any(term.value is not None for term in terms) else named + said


def _year(terms: Sequence[Term]) -> int:
    return next((term.year for term in terms if term.year), 0)


def _names(terms: Sequence[Term]) -> list[str]:
    return [term.text for term in terms if term.is_name]


def _named(entries: Sequence[Entry], terms: Sequence[Term], here: Choice, words: Words) -> Iterator[Found]:
    for kind in KINDS:
        asked = [term.text for term in terms] if kind == "document" else _names(terms)
        for _, entry in scored(entries, kind, asked)[:MOST_OF_A_KIND]:
            yield _answer(entry, _year(terms), here, words)


def _answer(entry: Entry, year: int, here: Choice, words: Words) -> Found:
    if entry.kind == "park":
        href = link("/park", onward(ParkChoice, here, park=entry.key))
        return Found(words("园区"), entry.title, words("{n} 个数", n=entry.weight), href)
    if entry.kind == "indicator":
        href = link("/compare", onward(CompareChoice, here, indicator=entry.key, period=str(year or "")))
        return Found(words("指标"), entry.title, words("{n} 个园区与地区", n=entry.weight), href)
    href = link("/documents", onward(DocumentChoice, here, name=entry.key))
    return Found(words("文档"), entry.title, entry.key, href)


def _pairs(
    library: Library, entries: Sequence[Entry], terms: Sequence[Term], here: Choice, words: Words
) -> Iterator[Found]:
    """An indicator of a park leads to its trend, with the freshest value open, or that of the year asked for."""
    for park, indicator in pairs_of(library, entries, _names(terms))[:MOST_OF_A_KIND]:
        row = figure_of(library, park.key, indicator.key, _year(terms))
        point = row["series"] if row is not None else ""
        there = onward(TrendChoice, here, park=(park.key,), indicator=indicator.key, point=point)
        detail = ""
        if row is not None:
            period = span_label(row["period_start"], row["period_end"], words.language)
            detail = f"{stated(row, words.language)} · {period}"
        yield Found(words("趋势"), f"{park.title} · {indicator.title}", detail, link("/trends", there))


def _sentences(
    library: Library, entries: Sequence[Entry], terms: Sequence[Term], here: Choice, words: Words
) -> Iterator[Found]:
    for row in sentences_with(library, entries, terms, MOST_OF_A_KIND).to_dict("records"):
        place = onward(DocumentChoice, here, name=row["document"], at=str(row["start"]))
        detail = f"{row['document']} {row['published']}"
        yield Found(words("原句"), shown_part(row["sentence"], terms), detail, link("/documents", place))

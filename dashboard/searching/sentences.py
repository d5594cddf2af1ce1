"""The sentences that a query asks for: a number that someone has quoted, a figure of a park and a year."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from dashboard.library import Library
from dashboard.searching.names import Entry, score
from dashboard.searching.terms import Term
from indicators.conditions import Condition, Days, Either, Every, Number, OneOf, Text

SENTENCES_FROM = 2  # characters; a single one is in every text
MOST_IN_A_SENTENCE = 10  # figures, as a rule
ROUNDING = 1e-9  # what a conversion into base units may have added to a number or taken from it


def sentences_with(library: Library, entries: Sequence[Entry], terms: Sequence[Term], most: int) -> pd.DataFrame:
    """The first figure of each sentence that answers all terms, at most so many."""
    only = terms[0].text if len(terms) == 1 else ""
    if only and (len(only) < SENTENCES_FROM or (only.isascii() and only.isalpha())):  # pinyin stands in no sentence
        return library.observations(())
    asked = Every(tuple(_condition(term, () if only else entries) for term in terms))
    rows = library.observations(library.holdings.matching(asked, most=most * MOST_IN_A_SENTENCE))
    return rows.drop_duplicates(["document", "sentence"]).head(most)


def shown_part(sentence: str, terms: Sequence[Term], before: int = 18, longest: int = 70) -> str:
    """The part of a sentence around the first of the terms that it holds."""
    held = sentence.casefold()
    places = [held.find(text) for term in terms for text in written(term)]
    at = max(0, min((place for place in places if place >= 0), default=0) - before)
    return ("…" if at else "") + sentence[at : at + longest]


def written(term: Term) -> tuple[str, ...]:
    """How a text may write a term: with the thousands of a number marked or not."""
    if term.value is None:
        return (term.text,)
    digits = term.text.lstrip("-")
    whole = digits[: next((place for place, one in enumerate(digits) if not one.isdigit()), len(digits))]
    marked = f"{int(whole):,}{digits[len(whole) :]}"
    return tuple(dict.fromkeys((digits, marked)))


def _condition(term: Term, entries: Sequence[Entry]) -> Condition:
    """What a figure has to be: its sentence holds the term, or it is of the park, indicator, year or value meant."""
    ways: list[Condition] = [Text("sentence", "contains", text) for text in written(term)]
    if term.value is not None:
        ways.append(_of_value(term))
    elif term.year:
        ways.append(Days("period_end", date(term.year, 1, 1), date(term.year, 12, 31)))
    else:
        for column, kind in (("park", "park"), ("name", "indicator")):
            named = frozenset(entry.key for entry in entries if entry.kind == kind and score(entry, term.text))
            ways += [OneOf(column, named)] if named else []
    return Either(tuple(ways))


def _of_value(term: Term) -> Condition:
    value = term.value or 0.0
    if not term.unit_base:
        return Number("value", "equals", value)
    ends = sorted((value * (1 - ROUNDING), value * (1 + ROUNDING)))
    near = Number("value_base", "inRange", ends[0], ends[1])
    # of a bare 50亿 nobody says whether it is money
    return near if term.unit_base == "count" else Every((near, OneOf("unit_base", frozenset((term.unit_base,)))))

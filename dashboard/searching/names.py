"""The names of parks, indicators and documents, and how well one answers a term.

Chinese is found by its characters, its pinyin (kunming) and the initials of its pinyin (kmgxq); a park also by all the
names that the list of parks has for it (光谷, 亦庄).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pypinyin import Style, lazy_pinyin

from dashboard.library import Library
from dashboard.searching.terms import plain
from indicators import gazetteer

KINDS = ("park", "indicator", "document")
MOST_SPELLED = 1 << 17  # titles
SAME_PARK = 95  # the score of a park that the query is another name of


@dataclass(frozen=True)
class Entry:
    """Something with a name: `forms` are what is searched, the best first; `weight` puts those that answer equally well
    in order."""

    kind: str
    key: str
    title: str
    weight: int
    forms: tuple[str, ...]


def score(entry: Entry, asked: str) -> int:
    """How well a name answers a term (`plain`), 0: not at all; names that are it come first, then beginnings."""
    if entry.kind == "park" and gazetteer.canonical(asked) == entry.key:
        return SAME_PARK if asked != entry.forms[0] else 100
    if asked in entry.forms:
        return 100
    for place, form in enumerate(entry.forms):
        less = min(10 * place, 40)
        if form.startswith(asked):
            return 100 - less
        if asked in form and len(asked) > (2 if place and asked.isascii() else 1):
            return 50 - less
    return 0


def scored(entries: Sequence[Entry], kind: str, asked: Sequence[str]) -> list[tuple[int, Entry]]:
    """The entries of a kind that answer all terms, or the terms written as one word, the best first."""
    found = []
    for entry in entries:
        if entry.kind != kind or not asked:
            continue
        points = max(score(entry, "".join(asked)), min(score(entry, one) for one in asked))
        if points:
            found.append((points, entry))
    return sorted(found, key=lambda one: (-one[0], -one[1].weight, one[1].title))


@lru_cache(maxsize=6)
def entries_of(library: Library, language: str) -> tuple[Entry, ...]:
    """All names of a library, in a language."""
    parks = [_entry("park", park, park, values, *_known_as(park)) for park, values in library.census.parks.items()]
    indicators = [
        _entry(
            "indicator", option.name, library.title(option.name, language), option.values,
            *_synonyms(library, option.name),
        )
        for option in library.most_shared(library.parks())
    ]  # fmt: skip
    newest = sorted(library.documents.values(), key=lambda one: one.published, reverse=True)
    documents = [
        _entry("document", one.name, one.title or one.name, -place, one.name, one.published)
        for place, one in enumerate(newest)
    ]
    return (*parks, *indicators, *documents)


def _known_as(park: str) -> tuple[str, ...]:
    listed = next((one for one in gazetteer.parks() if one.name == park), None)
    return (listed.full_name, *listed.aliases) if listed is not None else ()


def _synonyms(library: Library, name: str) -> tuple[str, ...]:
    entry = library.catalogue.get(name)
    return (entry.zh, *getattr(entry, "names", ())) if entry is not None else ()


def _entry(kind: str, key: str, title: str, weight: int, *more: str) -> Entry:
    forms = dict.fromkeys(plain(form) for form in (title, *_spelled(title), *more) if form)
    return Entry(kind, key, title, weight, tuple(forms))


@lru_cache(maxsize=MOST_SPELLED)
def _spelled(title: str) -> tuple[str, str]:
    """The initials of a title's pinyin and the whole; kept, as a grown archive has most titles still."""
    return "".join(lazy_pinyin(title, style=Style.FIRST_LETTER)), "".join(lazy_pinyin(title))

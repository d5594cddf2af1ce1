"""One search over everything: parks, indicators, documents, and sentences that hold the words.

Chinese is found by its characters, its pinyin (kunming) and the initials of its pinyin (kmgxq).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from pypinyin import Style, lazy_pinyin

from dashboard.library import Library
from dashboard.state import Choice, CompareChoice, DocumentChoice, ParkChoice, link, onward
from dashboard.words import Words
from indicators.conditions import Text

MOST_OF_A_KIND = 6
MOST_IN_A_SENTENCE = 10  # figures, as a rule
SENTENCES_FROM = 2  # characters; a single one is in every text


@dataclass(frozen=True)
class Found:
    """One answer: what it is, its name, a second line, where it leads."""

    kind: str
    title: str
    detail: str
    href: str


@dataclass(frozen=True)
class _Entry:
    kind: str
    key: str
    title: str
    weight: int
    forms: tuple[str, ...]  # what is searched, the best first


def find(library: Library, query: str, here: Choice) -> list[Found]:
    """The best answers, a few of each kind; names that begin with the query come first."""
    words = Words(here.lang)
    asked = _plain(query)
    if not asked:
        return []
    found: list[Found] = []
    entries = _entries(library, here.lang)
    for kind in ("park", "indicator", "document"):
        scored = [(score, entry) for entry in entries if entry.kind == kind and (score := _score(entry, asked))]
        scored.sort(key=lambda one: (-one[0], -one[1].weight, one[1].title))
        found += [_answer(entry, here, words) for _, entry in scored[:MOST_OF_A_KIND]]
    return found + _sentences(library, query.strip(), here, words)


def _score(entry: _Entry, asked: str) -> int:
    for place, form in enumerate(entry.forms):
        if form.startswith(asked):
            return 100 - 10 * place
        if asked in form and len(asked) > (1 if place == 0 else 2):
            return 50 - 10 * place
    return 0


def _answer(entry: _Entry, here: Choice, words: Words) -> Found:
    if entry.kind == "park":
        href = link("/park", onward(ParkChoice, here, park=entry.key))
        return Found(words("园区"), entry.title, words("{n} 个数", n=entry.weight), href)
    if entry.kind == "indicator":
        href = link("/compare", onward(CompareChoice, here, indicator=entry.key))
        return Found(words("指标"), entry.title, words("{n} 个园区与地区", n=entry.weight), href)
    href = link("/documents", onward(DocumentChoice, here, name=entry.key))
    return Found(words("文档"), entry.title, entry.key, href)


def _sentences(library: Library, query: str, here: Choice, words: Words) -> list[Found]:
    """Sentences that hold the query as it is written: a number that someone has quoted, say."""
    if len(query) < SENTENCES_FROM or (query.isascii() and query.isalpha()):  # pinyin stands in no sentence
        return []
    holding = Text("sentence", "contains", query.casefold())
    rows = library.observations(library.holdings.matching(holding, most=MOST_OF_A_KIND * MOST_IN_A_SENTENCE))
    first = rows.drop_duplicates(["document", "sentence"]).head(MOST_OF_A_KIND)
    found = []
    for row in first.to_dict("records"):
        place = onward(DocumentChoice, here, name=row["document"], at=str(row["start"]))
        at = max(0, row["sentence"].casefold().find(query.casefold()) - 18)
        said = ("…" if at else "") + row["sentence"][at : at + 70]
        found.append(Found(words("原句"), said, f"{row['document']} {row['published']}", link("/documents", place)))
    return found


@lru_cache(maxsize=6)
def _entries(library: Library, language: str) -> tuple[_Entry, ...]:
    parks = [_entry("park", park, park, values) for park, values in library.census.parks.items()]
    indicators = [
        _entry(
            "indicator",
            option.name,
            library.title(option.name, language),
            option.values,
            *_synonyms(library, option.name),
        )
        for option in library.most_shared(library.parks())
    ]
    newest = sorted(library.documents.values(), key=lambda one: one.published, reverse=True)
    documents = [_entry("document", one.name, one.title or one.name, -place) for place, one in enumerate(newest)]
    return (*parks, *indicators, *documents)


def _synonyms(library: Library, name: str) -> tuple[str, ...]:
    entry = library.catalogue.get(name)
    return (entry.zh, *getattr(entry, "names", ())) if entry is not None else ()


def _entry(kind: str, key: str, title: str, weight: int, *more: str) -> _Entry:
    initials = "".join(lazy_pinyin(title, style=Style.FIRST_LETTER))
    whole = "".join(lazy_pinyin(title))
    forms = dict.fromkeys(_plain(form) for form in (title, initials, whole, *more))
    return _Entry(kind, key, title, weight, tuple(forms))


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()

"""The questions of programs, put to a library: frames out, filtered by what was asked."""

from collections.abc import Hashable, Iterator
from datetime import date
from functools import lru_cache, partial
from typing import Any

import numpy as np
import pandas as pd

from dashboard.api.pieces import Cut, Piece, cut
from dashboard.library import Library
from dashboard.library.census import among
from dashboard.library.reckoned import beside_stated
from indicators import COLUMNS
from indicators.conditions import Condition, Days, Either, Every, OneOf, Text
from indicators.holdings import Labels
from indicators.series import COLUMNS as SERIES_COLUMNS

_SHOWN = tuple(column for column in SERIES_COLUMNS if column not in {"row", "confirming", "rivals"})
SERIES_ROW = ("id", *_SHOWN, "confirming", "rivals", "derived", "method", "made_of")
OBSERVATION_COLUMNS = ("id", *COLUMNS)


def observations(library: Library, asked: dict[str, Any]) -> Labels:
    """The labels of the observations that are asked for, in the order of the archive."""
    return library.matching(Every(tuple(_conditions(asked))))


def as_rows(library: Library, labels: Labels) -> pd.DataFrame:
    """The observations with these labels, with all columns and their label as `id`."""
    found = library.observations(labels)
    return found.assign(id=found.index)


def _conditions(asked: dict[str, Any]) -> Iterator[Condition]:
    columns = {"park": "park", "indicator": "name", "measure": "measure"}
    for parameter, column in columns.items():
        if asked[parameter]:
            yield OneOf(column, frozenset(asked[parameter]))
    for parameter in ("status", "segment", "document"):
        if asked.get(parameter):
            yield OneOf(parameter, frozenset([asked[parameter]]))
    if asked["whole"] == "true":
        yield OneOf("segment", frozenset([""]))
    if asked["from"] or asked["to"]:
        since, until = (date.fromisoformat(day) if day else None for day in (asked["from"], asked["to"]))
        yield Days("period_end", since, until)
    if asked.get("q"):
        word = asked["q"].casefold()
        yield Either(tuple(Text(column, "contains", word) for column in ("sentence", "park", "indicator_text")))


def series(library: Library, asked: dict[str, Any]) -> Cut:
    """A page of the series rows that are asked for, with the numbers of observations that confirm and rival each;
    derived ones after those that were stated, on request. Parks are built one by one, as far as the page reaches."""
    parks = among(library.census, asked["park"] or library.parks())
    names = tuple(dict.fromkeys(asked["indicator"]))
    makers: list[Piece] = [partial(library.rows_about, parks, name) for name in names]
    makers = makers or [partial(library.rows_of_park, park) for park in parks or [""]]
    if asked["derived"] == "true":
        of_parks = [(park, names or library.census.names(park)) for park in parks]
        makers += [partial(library.derived_of_several, park, of_park) for park, of_park in of_parks]
    pieces = [partial(_shown, maker, asked) for maker in makers]
    question = tuple((name, value) for name, value in asked.items() if name not in {"limit", "offset", "format"})
    return cut(pieces, _lengths(library, question), asked["offset"], asked["limit"])


@lru_cache(maxsize=64)
def _lengths(_library: Library, _question: Hashable) -> dict[int, int]:
    """What is known of the pieces of an answer, to be added to."""
    return {}


def _shown(maker: Piece, asked: dict[str, Any]) -> pd.DataFrame:
    """The rows of one piece that are asked for, as they are given."""
    rows = maker()
    rows = rows[_filtered(rows, asked)]
    if "method" not in rows:
        rows = beside_stated(rows, rows.iloc[:0])
    counted = rows.assign(
        id=rows["row"].where(rows["row"] >= 0, None).astype(object),
        confirming=rows["confirming"].map(list),
        rivals=rows["rivals"].map(list),
        derived=rows["method"] != "",
        made_of=rows["made_of"].map(lambda made_of: [one["row"] for one in made_of]),
    )
    return counted[list(SERIES_ROW)]


def targets(library: Library, park: str, year: int) -> pd.DataFrame:
    """Targets beside actuals of a park and year, see `indicators.targets`."""
    return library.targets(park, year)


def documents(library: Library, park: str | None, q: str | None) -> list[dict[str, Any]]:
    """The documents, newest first, with the number of observations that each gave."""
    about = library.documents_about(park) if park else None
    counts, lengths = library.rows_by_document, library.holdings.lengths()
    telling = library.holdings.texts_with(q) if q else set()
    return [
        {
            "name": one.name,
            "title": one.title,
            "publisher": one.publisher,
            "published": one.published,
            "source": one.source,
            "characters": lengths[one.name],
            "observations": counts.get(one.name, 0) if about is None else about.get(one.name, 0),
        }
        for one in sorted(library.documents.values(), key=lambda one: (one.published, one.name), reverse=True)
        if (about is None or one.name in about) and (not q or q in one.title or q in one.name or one.name in telling)
    ]


def parks(library: Library) -> list[dict[str, Any]]:
    """The parks and areas with the number of their values, those with most first."""
    return [{"name": park, "values": values} for park, values in library.census.parks.items()]


def catalogue(library: Library, q: str | None) -> list[dict[str, Any]]:
    """The catalogue of indicators, with the number of values that the archive has of each."""
    counts = {option.name: option.values for option in library.indicator_options()}
    return [
        {
            "id": key,
            "zh": entry.zh,
            "en": entry.en,
            "kind": entry.kind,
            "family": getattr(entry, "family_zh", ""),
            "unit": getattr(entry, "unit", ""),
            "better": getattr(entry, "better", ""),
            "names": list(getattr(entry, "names", ())),
            "values": counts.get(key, 0),
        }
        for key, entry in library.catalogue.items()
        if not q or q in key or q in entry.zh or q.casefold() in entry.en.casefold()
    ]


def _filtered(rows: pd.DataFrame, asked: dict[str, Any]) -> Any:
    keep = np.ones(len(rows), dtype=bool)
    for column in ("park", "measure"):
        if asked[column]:
            keep &= rows[column].isin(asked[column]).to_numpy()
    if asked["status"]:
        keep &= (rows["status"] == asked["status"]).to_numpy()
    if asked["segment"]:
        keep &= (rows["segment"] == asked["segment"]).to_numpy()
    if asked["whole"] == "true":
        keep &= (rows["segment"] == "").to_numpy()
    if asked["from"]:
        keep &= (rows["period_end"] >= pd.Timestamp(asked["from"])).to_numpy()
    if asked["to"]:
        keep &= (rows["period_end"] <= pd.Timestamp(asked["to"])).to_numpy()
    return keep

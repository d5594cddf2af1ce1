"""What is held, asked piece by piece: the figures of a park, of an indicator, of a document; counts; texts.

Who shows figures asks here and does not care whether they lie in memory (`Held`) or in the archive on disk
(`indicators.store.stored`). A row of observations is known by its label: an integer, the index of every table here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.archive import Archive
from indicators.conditions import Condition, met
from indicators.decisions import Decision
from indicators.documents import Document
from indicators.gazetteer import canonical
from indicators.meanings import COLUMNS_ADDED

Labels = npt.NDArray[np.int64]
Decided = tuple[tuple[str | int, ...], ...]
PAIRS = ("park", "name", "values", "dated", "targets", "first", "last", "last_actual")
KNOWN = ("park", "name", "year", "documents", "certain")


@dataclass(frozen=True)
class Listed:
    """A document as lists show it, without its text."""

    name: str
    title: str
    publisher: str
    published: str
    source: str


class Holdings(Protocol):
    """Documents and their observations, as they were known at the end of a day or as they are now."""

    @property
    def documents(self) -> "Mapping[str, Listed | Document]":
        """All documents by name."""

    @property
    def unread(self) -> tuple[tuple[str, str], ...]:
        """Each file that could not be read, and why."""

    @property
    def total(self) -> int:
        """The number of observations."""

    def as_of(self, day: str) -> "Holdings":
        """The same as it was known at the end of `day` (ISO 8601), by the days of publication."""

    def document(self, name: str) -> Document | None:
        """A document with its text and marks."""

    def texts_with(self, words: str) -> set[str]:
        """The names of the documents whose text holds these words."""

    def lengths(self) -> Mapping[str, int]:
        """Document -> characters of its text."""

    def pairs(self) -> pd.DataFrame:
        """What there is of each park and name (indicator, or phrase where the catalogue does not know it): `PAIRS`, the
        numbers of observations, of those with a date, of dated targets, and the days on which the first, the last and
        the last actual end."""

    def known(self) -> pd.DataFrame:
        """`KNOWN`: how many documents state dated actuals of each park and name that end in a year, and in how many of
        them one was read with more than low confidence; sorted."""

    def per_document(self, park: str = "") -> Mapping[str, int]:
        """Document -> number of its observations, of those of one park."""

    def spans(self) -> pd.DataFrame:
        """The different pairs of `period_start` and `period_end`."""

    def about(self, parks: Iterable[str], names: Iterable[str] = ()) -> pd.DataFrame:
        """The observations of these parks and, if some are named, of these names."""

    def decided(self, park: str) -> Decided:
        """What people have decided on the rows of a park, and on the phrases in them: the same as long as that is."""

    def decision(self, number: int) -> Decision | None:
        """What a person decided, by the `decision` of an observation; None where nothing is known of it."""

    def in_document(self, name: str) -> pd.DataFrame:
        """The observations of a document, in the order of its text."""

    def matching(self, condition: Condition | None, order: str = "", most: int = 0) -> Labels:
        """The labels of the observations that meet a condition, at most so many (0: all). `order` is a column, or
        "period", and "asc" or "desc" (`value:desc`); "" is by document and place."""

    def at(self, labels: Iterable[int]) -> pd.DataFrame:
        """The observations with these labels, in their order; what is not there is left out."""


def known_since(published: str) -> str:
    """The day from which a document counts, "" where it is not known.

    >>> known_since("2024"), known_since("2024-02"), known_since("2024-01-18")
    ('2024-12-31', '2024-02-31', '2024-01-18')
    """
    return published + {4: "-12-31", 7: "-31"}.get(len(published), "")


class Held:
    """An archive in memory."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        rows = archive.observations.reset_index(drop=True)
        rows["park"] = rows["park"].map(canonical).astype("category")
        if "name" not in rows:
            rows["name"] = names_of(rows)
        self._rows = rows

    @cached_property
    def documents(self) -> dict[str, Document]:
        """All documents by name."""
        return {document.name: document for document in self._archive.documents}

    @property
    def unread(self) -> tuple[tuple[str, str], ...]:
        """Each file that could not be read, and why."""
        return self._archive.unread

    @property
    def total(self) -> int:
        """The number of observations."""
        return len(self._rows)

    def as_of(self, day: str) -> "Held":
        """The documents published by then; one without a date is none of them."""
        documents = tuple(one for one in self._archive.documents if "" < known_since(one.published) <= day)
        published = self._rows["published"]
        since = published.map({one: known_since(one) for one in published.unique()}).astype("str")
        return Held(Archive(self._rows[(since != "") & (since <= day)], documents, self.unread))

    def document(self, name: str) -> Document | None:
        """A document with its text and marks."""
        return self.documents.get(name)

    def texts_with(self, words: str) -> set[str]:
        """The names of the documents whose text holds these words."""
        return {document.name for document in self._archive.documents if words in document.text}

    def lengths(self) -> dict[str, int]:
        """Document -> characters of its text."""
        return {name: len(document.text) for name, document in self.documents.items()}

    def pairs(self) -> pd.DataFrame:
        """See `Holdings`."""
        return pairs_of(self._rows)

    def known(self) -> pd.DataFrame:
        """See `Holdings`."""
        return known_of(self._rows)

    def per_document(self, park: str = "") -> dict[str, int]:
        """See `Holdings`."""
        rows = self._rows[self._rows["park"] == park] if park else self._rows
        return {str(name): int(count) for name, count in rows["document"].value_counts().items() if count}

    def spans(self) -> pd.DataFrame:
        """See `Holdings`."""
        return self._rows[["period_start", "period_end"]].drop_duplicates(ignore_index=True)

    def about(self, parks: Iterable[str], names: Iterable[str] = ()) -> pd.DataFrame:
        """See `Holdings`."""
        wanted = list(names)
        places = [
            self._places.get((park, name))
            for park in dict.fromkeys(parks)
            for name in (dict.fromkeys(wanted) if wanted else self._names.get(park, ()))
        ]
        found = [place for place in places if place is not None]
        return self._rows.take(np.sort(np.concatenate(found)) if found else [])

    def decided(self, park: str) -> Decided:
        """See `Holdings`."""
        return decided_of(self._rows, park)

    def decision(self, number: int) -> None:
        """Texts that were read on the spot have no decisions."""

    def in_document(self, name: str) -> pd.DataFrame:
        """See `Holdings`."""
        return self._rows[self._rows["document"] == name].sort_values(["start", "end"], kind="stable")

    def matching(self, condition: Condition | None, order: str = "", most: int = 0) -> Labels:
        """See `Holdings`."""
        rows = self._rows if condition is None else self._rows[met(condition, self._rows)]
        return in_order(rows, order).index.to_numpy(dtype=np.int64)[: most or None]

    def at(self, labels: Iterable[int]) -> pd.DataFrame:
        """See `Holdings`."""
        return self._rows.take([label for label in labels if 0 <= label < len(self._rows)])

    @cached_property
    def _places(self) -> dict[tuple[Any, ...], npt.NDArray[np.intp]]:
        grouped: Any = self._rows.groupby(["park", "name"], sort=False, observed=True)
        found: dict[Any, npt.NDArray[np.intp]] = grouped.indices
        return found

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for park, name in self._places:
            found.setdefault(park, []).append(name)
        return found


def names_of(rows: pd.DataFrame) -> pd.Series:
    """What each row is of: its indicator, or its phrase where the catalogue does not know it."""
    indicator, phrase = rows["indicator"].astype(object), rows["indicator_text"].astype(object)
    return indicator.where(indicator != "", phrase)


def decided_of(rows: pd.DataFrame, park: str) -> Decided:
    """What was decided on the rows of a park, in their order; nothing where nobody could."""
    columns = [column for column in ("key", "review", "decision", *COLUMNS_ADDED) if column in rows]
    of_park = rows.loc[rows["park"] == park, columns]
    if "review" not in of_park:
        return ()
    meant = of_park[[column for column in COLUMNS_ADDED if column in of_park]]
    said = (of_park["review"] != "") | (meant != 0).any(axis="columns")
    return tuple(of_park[said].itertuples(index=False, name=None))


def pairs_of(rows: pd.DataFrame) -> pd.DataFrame:
    """`PAIRS` of a table of observations with `name`."""
    dated = rows["period_end"].notna()
    said = pd.DataFrame(
        {
            "park": rows["park"].astype(object),
            "name": rows["name"].astype(object),
            "values": 1,
            "dated": dated.astype("int64"),
            "targets": (dated & (rows["status"] == "target")).astype("int64"),
            "first": rows["period_end"],
            "last": rows["period_end"],
            "last_actual": rows["period_end"].where(rows["status"] == "actual"),
        }
    )
    return together(said)


def together(pairs: pd.DataFrame) -> pd.DataFrame:
    """Tables of `PAIRS`, one below the other, as one with a row a pair."""
    sums = dict.fromkeys(("values", "dated", "targets"), "sum")
    grouped = pairs.groupby(["park", "name"], sort=False)
    return grouped.agg(sums | {"first": "min", "last": "max", "last_actual": "max"}).reset_index()[list(PAIRS)]


def known_of(rows: pd.DataFrame) -> pd.DataFrame:
    """`KNOWN` of a table of observations with `name`."""
    found = rows[(rows["status"] == "actual") & rows["period_end"].notna()]
    said = {column: found[column].astype(object) for column in ("park", "name", "document")}
    said["year"] = found["period_end"].dt.year
    said["certain"] = said["document"].where(found["confidence"].astype(object) != "low")
    counts = pd.DataFrame(said).groupby(["park", "name", "year"])
    return counts.agg(documents=("document", "nunique"), certain=("certain", "nunique")).reset_index()


def in_order(rows: pd.DataFrame, order: str) -> pd.DataFrame:
    """The rows sorted as `Holdings.matching` says; equal ones stay as they are."""
    column, _, way = order.partition(":")
    if column == "period":
        return rows.sort_values(["period_end", "period_start"], ascending=way != "desc", kind="stable")
    if column not in rows.columns:
        return rows
    return rows.sort_values(column, ascending=way != "desc", kind="stable", key=_ranks)


def _ranks(values: pd.Series) -> pd.Series:
    """What to sort by: of texts their place among the different ones, which is faster for many."""
    if pd.api.types.is_numeric_dtype(values) or pd.api.types.is_datetime64_any_dtype(values):
        return values
    codes, different = pd.factorize(values)
    texts = [str(text) for text in different]
    ranks = np.empty(len(texts), dtype=np.int64)
    ranks[sorted(range(len(texts)), key=texts.__getitem__)] = np.arange(len(texts))
    return pd.Series(ranks[codes], index=values.index)

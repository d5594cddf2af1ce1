"""What there is: documents, parks, indicators, years, and how much of each; the start of every other question."""

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Any, Protocol

import pandas as pd

from dashboard.library.built import Built
from dashboard.library.census import Census, Option
from indicators.archive import Archive
from indicators.documents import Document
from indicators.holdings import Held, Holdings, Listed
from indicators.table import records

PARKS_KEPT = 256  # whose counts are remembered
DOCUMENTS_KEPT = 64  # with their texts
MEASURE_ORDER = ("level", "growth", "change", "share", "attainment", "rank")


class Entry(Protocol):
    """What the catalogue says of an indicator."""

    zh: str
    en: str
    kind: str
    unit: str


class Counts:
    """What is held, counted; series are built of it when they are asked for."""

    def __init__(self, held: Archive | Holdings, catalogue: Mapping[str, Any], as_of: str = "") -> None:
        """`as_of` is the day whose knowledge is held, "" for all."""
        holdings: Holdings = Held(held) if isinstance(held, Archive) else held
        self.catalogue: Mapping[str, Entry] = catalogue
        self.as_of = as_of
        self.holdings = holdings
        self.unread = holdings.unread
        self.built = Built(holdings, self.kind_of)
        self.document = lru_cache(maxsize=DOCUMENTS_KEPT)(self._document)
        self.records_about = lru_cache(maxsize=PARKS_KEPT)(self._records_of)
        self.documents_about = lru_cache(maxsize=PARKS_KEPT)(holdings.per_document)

    @cached_property
    def documents(self) -> Mapping[str, Listed | Document]:
        """The documents by name, without their texts."""
        return self.holdings.documents

    def _document(self, name: str) -> Document | None:
        """A document with its text and marks, None where there is none of this name."""
        return self.holdings.document(name)

    @cached_property
    def census(self) -> Census:
        """How much there is of each park and indicator."""
        return Census(self.holdings.pairs(), self.catalogue)

    @cached_property
    def last_day(self) -> str:
        """The last day (month, year) on which a document was published, "" where none says when."""
        return max((document.published for document in self.documents.values()), default="")

    @property
    def total(self) -> int:
        """The number of observations."""
        return self.holdings.total

    @cached_property
    def known(self) -> pd.DataFrame:
        """From how many documents something is known, by park, indicator and year, see `comparing.coverage`."""
        return self.holdings.known()

    @property
    def rows_by_document(self) -> Mapping[str, int]:
        """Document -> number of its observations."""
        return self.documents_about("")

    def parks(self) -> list[str]:
        """All parks and areas, those with the most values first."""
        return list(self.census.parks)

    def years(self) -> tuple[int, int] | None:
        """The first and the last year of which anything is said, None in an empty archive."""
        return self.census.years

    def indicator_options(self, parks: tuple[str, ...] = ()) -> tuple[Option, ...]:
        """Indicators of these parks (of all, if none is named): the catalogue's first, then those with most values."""
        return self.census.options(parks)

    def measures(self, indicator: str, parks: tuple[str, ...] = ()) -> tuple[str, ...]:
        """What is known of the indicator: level, growth, …"""
        found = set(self.rows_about(parks or self.parks_with(indicator), indicator)["measure"])
        return tuple(measure for measure in MEASURE_ORDER if measure in found)

    def parks_with(self, indicator: str) -> tuple[str, ...]:
        """The parks that have values of the indicator, those with most first."""
        return self.census.having(indicator)

    def most_shared(self, parks: Iterable[str]) -> tuple[Option, ...]:
        """The indicators that most of these parks have, with the number of parks that do; the catalogue's alone, unless
        there are none of it."""
        return self.census.shared(tuple(parks))

    def title(self, name: str, language: str) -> str:
        """An indicator's name for the reader; a phrase that the catalogue does not know is its own name."""
        if name not in self.catalogue:
            return name
        entry = self.catalogue[name]
        return entry.en if language == "en" and entry.en else entry.zh

    def kind_of(self, name: str) -> str:
        """ "flow", "stock", "rate", or "" where the catalogue does not know the indicator."""
        return self.catalogue[name].kind if name in self.catalogue else ""

    def unit_of(self, name: str) -> str:
        """The base unit of its level by the catalogue, "" where that has none."""
        return self.catalogue[name].unit if name in self.catalogue else ""

    def rows_of_park(self, park: str) -> pd.DataFrame:
        """All series rows of one park."""
        return self.built.of_park(park)

    def rows_about(self, parks: Iterable[str], indicator: str) -> pd.DataFrame:
        """The series rows of one indicator in these parks."""
        return self.built.about(parks, indicator)

    def _records_of(self, park: str, indicator: str) -> list[dict[Any, Any]]:
        """The same of one park as records."""
        return records(self.built.about((park,), indicator))

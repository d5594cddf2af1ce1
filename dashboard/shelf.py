"""The archive as it is known today, and as it was known on any day before.

A document counts from the day it was published; one that gives only its year or month counts from the end of that. One
without a date belongs to no day and is there only when no day is asked for.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from dashboard.library import Library
from indicators.archive import Archive

MOST_DAYS_KEPT = 6
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Shelf:
    """Libraries by day; the last few asked for are kept."""

    def __init__(self, archive: Archive, catalogue: Mapping[str, Any]) -> None:
        self._archive, self._catalogue = archive, catalogue
        self.now = Library(archive, catalogue)
        self._at = lru_cache(maxsize=MOST_DAYS_KEPT)(self._as_of)
        days = sorted(filter(None, map(known_since, {document.published for document in archive.documents})))
        self.first_day, self.last_day = (days[0], days[-1]) if days else ("", "")

    def at(self, day: str) -> Library:
        """What was known on `day` (ISO 8601); everything where it is empty, no day, or not before the last one."""
        if not _DAY.fullmatch(day) or day >= self.last_day:
            return self.now
        return self._at(day)

    def _as_of(self, day: str) -> Library:
        published = self._archive.observations["published"]
        since = published.map({one: known_since(one) for one in published.unique()}).astype("str")
        documents = tuple(one for one in self._archive.documents if "" < known_since(one.published) <= day)
        rows = self._archive.observations[(since != "") & (since <= day)]
        return Library(Archive(rows, documents, self._archive.unread), self._catalogue, day)


def known_since(published: str) -> str:
    """The day from which a document counts, "" where it is not known.

    >>> known_since("2024"), known_since("2024-02"), known_since("2024-01-18")
    ('2024-12-31', '2024-02-31', '2024-01-18')
    """
    return published + {4: "-12-31", 7: "-31"}.get(len(published), "")

"""The archive as it is known today, and as it was known on any day before.

A document counts from the day it was published; one that gives only its year or month counts from the end of that. One
without a date belongs to no day and is there only when no day is asked for.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from threading import Lock
from typing import Any

from dashboard.library import Library
from indicators.archive import Archive

MOST_DAYS_KEPT = 6
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Shelf:
    """Libraries by day; the last few asked for are kept, until there is news."""

    def __init__(
        self, archive: Archive, catalogue: Mapping[str, Any], news: Callable[[], Archive | None] = lambda: None
    ) -> None:
        """`news` is asked each time: it gives the archive where it has changed, None where it has not."""
        self._catalogue, self._news = catalogue, news
        self._edition = _Edition(archive, catalogue)
        self._lock = Lock()

    @property
    def now(self) -> Library:
        """Everything that is known."""
        return self._newest().now

    def at(self, day: str) -> Library:
        """What was known on `day` (ISO 8601); everything where it is empty, no day, or not before the last one."""
        return self._newest().at(day)

    def _newest(self) -> "_Edition":
        with self._lock:
            archive = self._news()
            if archive is not None:
                self._edition = _Edition(archive, self._catalogue)
            return self._edition


class _Edition:
    """The libraries of one state of the archive."""

    def __init__(self, archive: Archive, catalogue: Mapping[str, Any]) -> None:
        self._archive, self._catalogue = archive, catalogue
        self.now = Library(archive, catalogue)
        self._kept = lru_cache(maxsize=MOST_DAYS_KEPT)(self._as_of)
        self._last_day = max(map(known_since, {document.published for document in archive.documents}), default="")

    def at(self, day: str) -> Library:
        return self._kept(day) if _DAY.fullmatch(day) and day < self._last_day else self.now

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

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
from indicators.holdings import Holdings, known_since

MOST_DAYS_KEPT = 4
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Shelf:
    """Libraries by day; the last few asked for are kept, until there is news."""

    def __init__(
        self,
        held: Archive | Holdings,
        catalogue: Mapping[str, Any],
        news: Callable[[], Archive | Holdings | None] = lambda: None,
    ) -> None:
        """`news` is asked each time: it gives what is held where that has changed, None where it has not."""
        self._catalogue, self._news = catalogue, news
        self._edition = _Edition(held, catalogue)
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
            held = self._news()
            if held is not None:
                self._edition = _Edition(held, self._catalogue)
            return self._edition


class _Edition:
    """The libraries of one state of what is held."""

    def __init__(self, held: Archive | Holdings, catalogue: Mapping[str, Any]) -> None:
        self._catalogue = catalogue
        self.now = Library(held, catalogue)
        self._kept = lru_cache(maxsize=MOST_DAYS_KEPT)(self._as_of)
        days = {known_since(document.published) for document in self.now.documents.values()}
        self._last_day = max(days, default="")

    def at(self, day: str) -> Library:
        return self._kept(day) if _DAY.fullmatch(day) and day < self._last_day else self.now

    def _as_of(self, day: str) -> Library:
        return Library(self.now.holdings.as_of(day), self._catalogue, day)

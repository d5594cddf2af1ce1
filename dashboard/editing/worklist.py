"""The queue of the review page: what of the library needs a person, worked out park by park.

After a decision only the parks that it touches are worked out anew: of the others what was found before still holds.
"""

from collections.abc import Hashable
from functools import cache

from dashboard.library import Library
from indicators.gazetteer import parks as listed_parks
from indicators.review import Task, ordered, tasks
from indicators.store.rows import row_key

MOST_AT_ONCE = 100_000  # observations; in a larger library one park is reviewed at a time


class Worklist:
    """The tasks of one archive, whatever becomes of it."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], tuple[Hashable, list[Task]]] = {}  # by day and park, with their state

    def queue(self, library: Library, park: str = "", doubt: str = "") -> list[Task]:
        """The tasks, the most harmful first: of one park, or of all; with one doubt, or with any."""
        parks = [park] if park else library.parks()
        found = ordered([task for one in parks for task in self._tasks_of(library, one)])
        return [task for task in found if not doubt or doubt in task.doubts]

    def _tasks_of(self, library: Library, park: str) -> list[Task]:
        state = _state(library, park)
        before, found = self._kept.get((library.as_of, park), (None, []))
        if state != before:
            series, findings = library.rows_of_park(park), library.findings(park)
            found = tasks(library.holdings.about([park]), series, findings, known_parks())
            self._kept[library.as_of, park] = (state, found)
        return found


def is_large(library: Library) -> bool:
    """Whether all parks together would take too long."""
    return library.total > MOST_AT_ONCE


def key_of(library: Library, row: int) -> str:
    """The name of an observation in the archive; the one that it will have, where it has not been put there yet."""
    said = library.observation(row)
    if "key" in said:
        return str(said["key"])
    document = library.document(said["document"])
    return row_key(document.sha256 if document else "", dict(said))


@cache
def known_parks() -> tuple[str, ...]:
    """The names that the gazetteer has."""
    return tuple(park.name for park in listed_parks())


def _state(library: Library, park: str) -> Hashable:
    """What is known of a park, counted, and what was decided: cheap to ask, and different when its tasks may be."""
    return type(library.holdings), library.census.of_park(park), library.holdings.decided(park)

"""The queue of the review page: what of the library needs a person, park by park, remembered as long as the library."""

from functools import cache
from weakref import WeakKeyDictionary

from dashboard.library import Library
from indicators.gazetteer import parks as listed_parks
from indicators.review import Task, ordered, tasks
from indicators.store.rows import row_key

MOST_AT_ONCE = 100_000  # observations; in a larger library one park is reviewed at a time
_kept: WeakKeyDictionary[Library, dict[str, list[Task]]] = WeakKeyDictionary()


def is_large(library: Library) -> bool:
    """Whether all parks together would take too long."""
    return library.total > MOST_AT_ONCE


def queue(library: Library, park: str = "", doubt: str = "") -> list[Task]:
    """The tasks, the most harmful first: of one park, or of all; with one doubt, or with any."""
    parks = [park] if park else library.parks()
    found = ordered([task for one in parks for task in _tasks_of(library, one)])
    return [task for task in found if not doubt or doubt in task.doubts]


def key_of(library: Library, row: int) -> str:
    """The name of an observation in the archive; the one that it will have, where it has not been put there yet."""
    said = library.observation(row)
    if "key" in said:
        return str(said["key"])
    document = library.document(said["document"])
    return row_key(document.sha256 if document else "", dict(said))


def _tasks_of(library: Library, park: str) -> list[Task]:
    kept = _kept.setdefault(library, {})
    if park not in kept:
        kept[park] = tasks(
            library.holdings.about([park]), library.rows_of_park(park), library.findings(park), known_parks()
        )
    return kept[park]


@cache
def known_parks() -> tuple[str, ...]:
    """The names that the gazetteer has."""
    return tuple(park.name for park in listed_parks())

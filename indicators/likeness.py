"""Names that look like a phrase, for a person to choose from. Nothing is ever read by likeness."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache

from indicators.catalogue import catalogue

_LEAST = 0.5  # of the characters in common


def likely_indicators(phrase: str, count: int = 3) -> list[str]:
    """Ids of the indicators that go by a name like this phrase, the likest first.

    >>> likely_indicators("外贸进出口总值额")[0]
    'imports_exports'
    """
    return _likely(phrase, _names(), count)


def likely_parks(name: str, parks: Iterable[str], count: int = 3) -> list[str]:
    """The parks whose name is like this one, the likest first; never the name itself."""
    return _likely(name, {park: park for park in parks if park != name}, count)


def _likely(phrase: str, names: Mapping[str, str], count: int) -> list[str]:
    found = get_close_matches(phrase, names, 4 * count, _LEAST)
    return list(dict.fromkeys(names[name] for name in found))[:count]


@cache
def _names() -> dict[str, str]:
    return {name: one.id for one in catalogue().values() for name in (one.zh, *one.names)}

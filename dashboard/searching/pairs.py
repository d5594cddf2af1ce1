"""A park and an indicator asked for together: 苏州高新区 地区生产总值, 武汉开发区GDP."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.library import Library
from dashboard.searching.names import Entry, score
from indicators.table import records

MOST_PARKS, MOST_INDICATORS = 6, 6


def pairs_of(library: Library, entries: Sequence[Entry], names: Sequence[str]) -> list[tuple[Entry, Entry]]:
    """(Park, indicator) for terms of which some name the one and all others the other, where there are figures of it;
    the best first."""
    ways: list[tuple[Sequence[str], Sequence[str]]] = [(names, ())]
    if len(names) == 1:  # written as one word
        ways = [((names[0][:at],), (names[0][at:],)) for at in range(2, len(names[0]) - 1)]
    found: dict[tuple[str, str], tuple[int, Entry, Entry]] = {}
    for first, rest in ways:
        for points, park, left in _parks(entries, first):
            for more, indicator in _indicators(entries, [*left, *rest]):
                if park.key not in library.census.parks_with(indicator.key):
                    continue
                best = found.get((park.key, indicator.key), (0, park, indicator))
                found[park.key, indicator.key] = max(best, (points + more, park, indicator), key=lambda one: one[0])
    ranked = sorted(found.values(), key=lambda one: (-one[0], -one[1].weight, -one[2].weight))
    return [(park, indicator) for _, park, indicator in ranked]


def _parks(entries: Sequence[Entry], names: Sequence[str]) -> list[tuple[int, Entry, list[str]]]:
    """Parks by the terms that name them, with the terms left."""
    found = []
    for entry in entries:
        if entry.kind != "park":
            continue
        points = {name: score(entry, name) for name in names}
        if any(points.values()):
            least = min(one for one in points.values() if one)
            found.append((least, entry, [name for name in names if not points[name]]))
    return sorted(found, key=lambda one: (-one[0], -one[1].weight))[:MOST_PARKS]


def _indicators(entries: Sequence[Entry], names: Sequence[str]) -> list[tuple[int, Entry]]:
    if not names:
        return []
    of_kind = (entry for entry in entries if entry.kind == "indicator")
    points = ((min(score(entry, name) for name in names), entry) for entry in of_kind)
    return sorted((one for one in points if one[0]), key=lambda one: (-one[0], -one[1].weight))[:MOST_INDICATORS]


def figure_of(library: Library, park: str, indicator: str, year: int) -> dict[Any, Any] | None:
    """The freshest actual level of the whole park, or that of a year (the whole of it, if it is known); None where
    there is none."""
    rows = library.trend((park,), indicator, ("level",))
    rows = rows[(rows["status"] == "actual") & rows["period_end"].notna()]
    rows = rows[rows["period_end"].dt.year == year] if year else rows
    if rows.empty:
        return None
    longest = rows["period_start"].fillna(pd.Timestamp.min)
    return records(rows.assign(longest=longest).sort_values(["period_end", "longest"], ascending=[True, False]))[-1]

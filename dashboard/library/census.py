"""How much there is of each park and indicator: what menus offer and in which order, without looking at any figure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Option:
    """An indicator that can be chosen: its name in the series, its number of values (or of parks), whether the
    catalogue has it."""

    name: str
    values: int
    known: bool


class Census:
    """The counts of `indicators.holdings.PAIRS`, asked."""

    def __init__(self, pairs: pd.DataFrame, catalogue: Mapping[str, Any]) -> None:
        self._pairs = pairs.assign(park=pairs["park"].astype("category"), name=pairs["name"].astype("category"))
        self._catalogue = catalogue
        self._order = {name: place for place, name in enumerate(catalogue)}
        self._places: Any = self._pairs.groupby("park", sort=False, observed=True).indices  # of each park
        self.options = lru_cache(maxsize=64)(self._options)
        self.having = lru_cache(maxsize=256)(self._having)
        self.shared = lru_cache(maxsize=64)(self._shared)

    @cached_property
    def parks(self) -> dict[str, int]:
        """Park or area -> number of its observations, those with most first."""
        return _counts(self._pairs, "park", "values")

    @cached_property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year of which anything is said, None where nothing is."""
        first, last = self._pairs["first"].min(), self._pairs["last"].max()
        return None if pd.isna(first) else (int(first.year), int(last.year))

    @cached_property
    def parks_with_targets(self) -> dict[str, int]:
        """Park -> number of its dated targets, those with most first."""
        return _counts(self._pairs[self._pairs["targets"] > 0], "park", "targets")

    def parks_with(self, name: str, column: str = "values") -> dict[str, int]:
        """Park -> number of its observations (or "dated", or "targets") of an indicator, those with most first."""
        of_one = self._pairs[self._pairs["name"] == name]
        return _counts(of_one[of_one[column] > 0], "park", column)

    def _having(self, name: str) -> tuple[str, ...]:
        """The parks that have observations of an indicator, those with most first."""
        return tuple(self.parks_with(name))

    def _of(self, parks: Iterable[str]) -> pd.DataFrame:
        """The counts of these parks, in the order of all."""
        found = [self._places[park] for park in dict.fromkeys(parks) if park in self._places]
        return self._pairs.take(np.sort(np.concatenate(found)) if found else [])

    def names(self, park: str, targets: bool = False) -> list[str]:
        """The indicators of one park that have a dated actual, or a dated target; the catalogue's first, in its
        order."""
        pairs = self._of([park])
        found = pairs[pairs["targets"] > 0] if targets else pairs[pairs["dated"] > pairs["targets"]]
        return sorted(found["name"], key=lambda name: self._order.get(name, len(self._order)))

    def of_park(self, park: str) -> tuple[str, ...]:
        """All counts of one park in a form that can be compared with those of another time."""
        pairs = self._of([park])
        return tuple(sorted("\x1f".join(map(str, row)) for row in pairs.itertuples(index=False, name=None)))

    def last_actual(self, park: str) -> pd.Timestamp:
        """The last day on which an actual of the park ends, NaT where there is none."""
        return self._of([park])["last_actual"].max()

    def _options(self, parks: tuple[str, ...]) -> tuple[Option, ...]:
        """The indicators of these parks (of all, if none is named): the catalogue's first, then those with most dated
        values."""
        pairs = self._of(parks) if parks else self._pairs
        counts = _counts(pairs[pairs["dated"] > 0], "name", "dated")
        options = [Option(name, count, name in self._catalogue) for name, count in counts.items()]
        return tuple(sorted(options, key=lambda option: not option.known))

    def _shared(self, parks: tuple[str, ...]) -> tuple[Option, ...]:
        """The indicators that most of these parks have a dated value of, with the number of parks that do; the
        catalogue's alone, unless there are none of it."""
        pairs = self._of(parks)
        counts = pairs.loc[pairs["dated"] > 0, "name"].value_counts()
        options = [Option(str(name), int(n), name in self._catalogue) for name, n in counts.items() if n]
        options.sort(key=lambda option: (-option.values, self._order.get(option.name, len(self._order))))
        return tuple(option for option in options if option.known) or tuple(options)

    def with_targets(self, answered: bool = False) -> dict[str, int]:
        """Indicator -> number of parks that have dated targets of it; where `answered`, and something else beside."""
        targets = self._pairs[self._pairs["targets"] > 0]
        targets = targets[targets["dated"] > targets["targets"]] if answered else targets
        return {str(name): int(parks) for name, parks in targets["name"].value_counts().items() if parks}


def among(census: Census, parks: Iterable[str]) -> list[str]:
    """Those of the parks of which there is anything, each once, in their order."""
    return [park for park in dict.fromkeys(parks) if park in census.parks]


def _counts(pairs: pd.DataFrame, by: str, column: str) -> dict[str, int]:
    sums = pairs.groupby(by, sort=False, observed=True)[column].sum().sort_values(ascending=False, kind="stable")
    return {str(key): int(count) for key, count in sums.items()}

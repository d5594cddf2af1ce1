"""Series, built when they are asked for; the last ones asked for are kept, as many as fit."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from itertools import product
from threading import RLock
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.holdings import Holdings
from indicators.series import build_series

MOST_ROWS = 200_000  # of series and of what they are made of; about half a kilobyte each
Key = tuple[tuple[str, ...], tuple[str, ...]]  # parks and names, none for all that they have


class Made(NamedTuple):
    """The series of a key, the observations that they are made of, and the places of each park and name among them."""

    series: pd.DataFrame
    observations: pd.DataFrame
    places: Mapping[Any, npt.NDArray[np.intp]]


class Built:
    """The series of parks and indicators; `kind` says of a name whether it is a flow, a stock or a rate.

    Rows have the columns of `indicators.series`, `kind`, and `rival_values`: in base units, one for each of `rivals`.
    """

    def __init__(self, holdings: Holdings, kind: Callable[[str], str], most_rows: int = MOST_ROWS) -> None:
        self._holdings, self._kind, self._most = holdings, kind, most_rows
        self._kept: OrderedDict[Key, Made] = OrderedDict()
        self._rows = 0
        self._where: dict[str | int, tuple[Key, int]] = {}  # short name of a row, label of an observation -> its place
        self._lock = RLock()

    def of_park(self, park: str) -> pd.DataFrame:
        """All rows of one park."""
        return self._get(((park,), ())).series

    def observations(self, park: str) -> pd.DataFrame:
        """What all rows of one park are made of."""
        return self._get(((park,), ())).observations

    def about(self, parks: Iterable[str], name: str) -> pd.DataFrame:
        """The rows of one indicator in these parks, each park once."""
        return self._of((tuple(dict.fromkeys(parks)), (name,)))

    def several(self, park: str, names: Iterable[str]) -> pd.DataFrame:
        """The rows of some indicators of one park; those of none where none is named."""
        wanted = tuple(dict.fromkeys(names))
        return self._of(((park,) if wanted else (), wanted))

    def ahead(self, parks: Iterable[str], names: Iterable[str]) -> None:
        """Build at one go what is going to be asked for piece by piece."""
        self._of((tuple(dict.fromkeys(parks)), tuple(dict.fromkeys(names))))

    def value(self, series: str) -> pd.Series | None:
        """The row with this short name among those that are kept, None where there is none."""
        with self._lock:
            if series not in self._where:
                return None
            key, place = self._where[series]
            return self._kept[key].series.iloc[place]

    def observation(self, label: int) -> pd.Series | None:
        """One of the observations that what is kept is made of, None where there is none."""
        with self._lock:
            if label not in self._where:
                return None
            key, place = self._where[label]
            return self._kept[key].observations.iloc[place]

    def _of(self, key: Key) -> pd.DataFrame:
        """The rows of a key with names, taken from what is kept of these parks and more where that is enough."""
        parks, names = key
        if key not in self._kept and parks:
            with self._lock:
                named = [one for one in self._kept if not one[1] or set(names) <= set(one[1])]
            for wider in (one for one in named if set(parks) <= set(one[0])):
                made = self._get(wider)
                places = [made.places[pair] for pair in product(parks, names) if pair in made.places]
                return made.series.take(np.sort(np.concatenate(places)) if places else [])
        return self._get(key).series

    def _get(self, key: Key) -> Made:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = self._built(key)
        with self._lock:
            self._keep(key, made)
        return made

    def _built(self, key: Key) -> Made:
        said = self._holdings.about(*key)
        series = build_series(said)
        series["kind"] = series["name"].map(self._kind).astype(object)
        values = dict(zip(said.index.tolist(), said["value_base"].tolist(), strict=True))
        rivals = pd.Series([tuple(values[row] for row in of) for of in series["rivals"]], dtype=object)
        grouped: Any = series.groupby(["park", "name"], sort=False)
        return Made(series.assign(rival_values=rivals), said, grouped.indices)

    def _keep(self, key: Key, made: Made) -> None:
        if key in self._kept:  # another was as fast
            return
        self._kept[key] = made
        self._rows += len(made.series) + len(made.observations)
        for names in _names(made):
            self._where.update({name: (key, place) for place, name in enumerate(names)})
        while self._rows > self._most and len(self._kept) > 1:
            old, gone = self._kept.popitem(last=False)
            self._rows -= len(gone.series) + len(gone.observations)
            for name in (name for names in _names(gone) for name in names):
                if self._where.get(name, (key, 0))[0] == old:
                    del self._where[name]


def _names(made: Made) -> tuple[list[str | int], list[str | int]]:
    """The short names of the series and the labels of the observations, in their order."""
    return made.series["series"].tolist(), made.observations.index.tolist()

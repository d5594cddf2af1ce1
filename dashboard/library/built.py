"""Series, built when they are asked for; the last ones asked for are kept, as many as fit."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from threading import RLock

import pandas as pd

from indicators.holdings import Holdings
from indicators.series import build_series

MOST_ROWS = 100_000  # of series; about a kilobyte each
Key = tuple[tuple[str, ...], tuple[str, ...]]  # parks and names, none for all that they have


class Built:
    """The series of parks and indicators; `kind` says of a name whether it is a flow, a stock or a rate.

    Rows have the columns of `indicators.series`, `kind`, and `rival_values`: in base units, one for each of `rivals`.
    """

    def __init__(self, holdings: Holdings, kind: Callable[[str], str], most_rows: int = MOST_ROWS) -> None:
        self._holdings, self._kind, self._most = holdings, kind, most_rows
        self._kept: OrderedDict[Key, pd.DataFrame] = OrderedDict()
        self._rows = 0
        self._where: dict[str, tuple[Key, int]] = {}  # the short name of a row -> where it is kept
        self._lock = RLock()

    def of_park(self, park: str) -> pd.DataFrame:
        """All rows of one park."""
        return self._get(((park,), ()))

    def about(self, parks: Iterable[str], name: str) -> pd.DataFrame:
        """The rows of one indicator in these parks, each park once."""
        return self._of((tuple(dict.fromkeys(parks)), (name,)))

    def several(self, park: str, names: Iterable[str]) -> pd.DataFrame:
        """The rows of some indicators of one park; those of none where none is named."""
        wanted = tuple(dict.fromkeys(names))
        return self._of(((park,) if wanted else (), wanted))

    def value(self, series: str) -> pd.Series | None:
        """The row with this short name among those that are kept, None where there is none."""
        with self._lock:
            if series not in self._where:
                return None
            key, place = self._where[series]
            return self._kept[key].iloc[place]

    def _of(self, key: Key) -> pd.DataFrame:
        """The rows of a key with names, taken from what is kept of the one park where that is enough."""
        parks, names = key
        if key not in self._kept and len(parks) == 1:
            with self._lock:
                wider = [one for one in self._kept if one[0] == parks and (not one[1] or set(names) <= set(one[1]))]
            if wider:
                rows = self._get(wider[0])
                return rows[rows["name"].isin(names)]
        return self._get(key)

    def _get(self, key: Key) -> pd.DataFrame:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        rows = self._built(key)
        with self._lock:
            self._keep(key, rows)
        return rows

    def _built(self, key: Key) -> pd.DataFrame:
        said = self._holdings.about(*key)
        series = build_series(said)
        series["kind"] = series["name"].map(self._kind).astype(object)
        values = dict(zip(said.index.tolist(), said["value_base"].tolist(), strict=True))
        rivals = pd.Series([tuple(values[row] for row in of) for of in series["rivals"]], dtype=object)
        return series.assign(rival_values=rivals)

    def _keep(self, key: Key, rows: pd.DataFrame) -> None:
        if key in self._kept:  # another was as fast
            return
        self._kept[key] = rows
        self._rows += len(rows)
        self._where.update({short: (key, place) for place, short in enumerate(rows["series"])})
        while self._rows > self._most and len(self._kept) > 1:
            old, gone = self._kept.popitem(last=False)
            self._rows -= len(gone)
            for short in gone["series"]:
                if self._where.get(short, (key, 0))[0] == old:
                    del self._where[short]

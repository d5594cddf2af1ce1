"""Series, built when they are asked for; the last ones asked for are kept, as many as fit."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from threading import RLock

import pandas as pd

from indicators.holdings import Holdings
from indicators.series import build_series

MOST_ROWS = 100_000  # of series; about a kilobyte each
Key = tuple[tuple[str, ...], str]  # parks and name, "" for all of their indicators


class Built:
    """The series of parks and indicators; `kind` says of a name whether it is a flow, a stock or a rate.

    Rows have the columns of `indicators.series`, `kind`, and `rival_values`: in base units, one for each of `rivals`.
    """

    def __init__(self, holdings: Holdings, kind: Callable[[str], str], most_rows: int = MOST_ROWS) -> None:
        self._holdings, self._kind, self._most = holdings, kind, most_rows
        self._kept: OrderedDict[Key, pd.DataFrame] = OrderedDict()
        self._where: dict[str, tuple[Key, int]] = {}  # the short name of a row -> where it is kept
        self._lock = RLock()

    def of_park(self, park: str) -> pd.DataFrame:
        """All rows of one park."""
        return self._get(((park,), ""))

    def about(self, parks: Iterable[str], name: str) -> pd.DataFrame:
        """The rows of one indicator in these parks, each park once."""
        key = (tuple(dict.fromkeys(parks)), name)
        with self._lock:
            whole = self._kept.get((key[0], "")) if key not in self._kept and len(key[0]) == 1 else None
        return self._get(key) if whole is None else whole[whole["name"] == name]

    def value(self, series: str) -> pd.Series | None:
        """The row with this short name among those that are kept, None where there is none."""
        with self._lock:
            if series not in self._where:
                return None
            key, place = self._where[series]
            return self._kept[key].iloc[place]

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
        parks, name = key
        said = self._holdings.about(parks, (name,) if name else ())
        series = build_series(said)
        series["kind"] = series["name"].map(self._kind).astype(object)
        values = dict(zip(said.index.tolist(), said["value_base"].tolist(), strict=True))
        rivals = pd.Series([tuple(values[row] for row in of) for of in series["rivals"]], dtype=object)
        return series.assign(rival_values=rivals)

    def _keep(self, key: Key, rows: pd.DataFrame) -> None:
        self._kept[key] = rows
        self._where.update({short: (key, place) for place, short in enumerate(rows["series"])})
        while sum(map(len, self._kept.values())) > self._most and len(self._kept) > 1:
            old, gone = self._kept.popitem(last=False)
            for short in gone["series"]:
                if self._where.get(short, (key, 0))[0] == old:
                    del self._where[short]

"""Values that nobody stated but that follow from what was, as rows that charts and tables take like stated ones."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from dashboard.library.counts import PARKS_KEPT, Counts
from indicators.derived import derived_rows
from indicators.series import COLUMNS, short_name

FIGURES = 5  # that count, of a value that was reckoned
MOST_REMEMBERED = 20_000


class Reckoned(Counts):
    """Derived values of parks and indicators."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._found = lru_cache(maxsize=PARKS_KEPT)(self._found_of)
        self.derived = lru_cache(maxsize=PARKS_KEPT)(self._derived_of)
        self._remembered: dict[str, dict[Any, Any]] = {}

    def _found_of(self, park: str, indicator: str) -> tuple[list[dict[str, Any]], list[dict[Any, Any]]]:
        """What can be derived of one indicator of a park (`indicators.derived`), and the series rows that it comes
        from."""
        series = self.records_about(park, indicator)
        return derived_rows(series, self.kind_of), series

    def _derived_of(self, park: str, indicator: str) -> Sequence[dict[Any, Any]]:
        """The derived values of one indicator of a park, as records: the columns of a series, `entity` (see
        `Library.trend`), `method` (`indicators.derived.METHODS`) and `made_of`, the series rows (as records) that each
        comes from."""
        found, series = self._found(park, indicator)
        stated = {row["series"]: row for row in series}
        rows = [_as_series(row, [stated[one] for one in row["inputs"]]) for row in found]
        if len(self._remembered) > MOST_REMEMBERED:
            self._remembered.clear()
        self._remembered.update({row["series"]: row for row in rows})
        return rows

    def derived_beside(
        self, parks: tuple[str, ...], indicator: str, measures: tuple[str, ...], segments: bool = False
    ) -> list[dict[Any, Any]]:
        """The derived values to draw beside `Library.trend`, in the order of the parks."""
        rows = [row for park in parks for row in self.derived(park, indicator)]
        return self._asked_for(rows, parks, indicator, measures, segments)

    def derivable(
        self, parks: tuple[str, ...], indicator: str, measures: tuple[str, ...], segments: bool = False
    ) -> int:
        """How many values `derived_beside` would give."""
        rows = [row for park in parks for row in self._found(park, indicator)[0]]
        return len(self._asked_for(rows, parks, indicator, measures, segments))

    def _asked_for(
        self,
        rows: list[dict[Any, Any]],
        parks: tuple[str, ...],
        indicator: str,
        measures: tuple[str, ...],
        segments: bool,
    ) -> list[dict[Any, Any]]:
        rows = [row for row in rows if row["measure"] in measures]
        if not segments and (self.rows_about(parks, indicator)["segment"] == "").any():
            return [row for row in rows if not row["segment"]]
        return rows

    def derived_of_several(self, park: str, names: Iterable[str]) -> pd.DataFrame:
        """The derived values of several indicators of a park, with `inputs`: the short names of the values that each
        comes from, as `indicators.targets` wants them."""
        rows = derived_table([row for name in names for row in self.derived(park, name)])
        return rows.assign(inputs=rows["made_of"].map(lambda made_of: tuple(one["series"] for one in made_of)))

    def derived_value(self, series: str) -> dict[Any, Any] | None:
        """The derived value with this short name, among those last asked for; None where there is none."""
        return self._remembered.get(series)


def derived_table(rows: Sequence[Mapping[Any, Any]]) -> pd.DataFrame:
    """Derived values, that are records, as a table like that of a series."""
    table = pd.DataFrame(list(rows), columns=[*COLUMNS, "kind", "rival_values", "entity", "method", "made_of"])
    return table.astype(dict.fromkeys(("period_start", "period_end"), "datetime64[us]"))


def beside_stated(stated: pd.DataFrame, derived: pd.DataFrame) -> pd.DataFrame:
    """Rows of `trend` and derived ones in one table; of stated ones `method` is ""."""
    none = {"method": "", "made_of": ()}
    whole = stated.assign(
        **{name: pd.Series([empty] * len(stated), index=stated.index, dtype=object) for name, empty in none.items()}
    )
    return whole if derived.empty else pd.concat([whole, derived[whole.columns]], ignore_index=True)


def _as_series(row: dict[str, Any], made_of: list[dict[Any, Any]]) -> dict[Any, Any]:
    """A derived value as a row of a series, in the unit of the stated value that it is most like."""
    like = next((one for one in made_of if one["unit_base"] == row["unit_base"] and one["value"]), None)
    size = like["value_base"] / like["value"] if like else 1.0
    empty = dict.fromkeys(("document", "sentence", "confidence", "reasons", "review"), "")
    return {
        **dict.fromkeys(COLUMNS, ""),
        **row,
        **empty,
        "series": short_name(row),
        "entity": f"{row['park']} · {row['segment']}" if row["segment"] else row["park"],
        "indicator": made_of[0]["indicator"],
        "indicator_text": made_of[0]["indicator_text"],
        "value": float(f"{row['value_base'] / size:.{FIGURES}g}"),
        "unit": like["unit"] if like else row["unit_base"],
        "rule": f"derived.{row['method']}",
        "start": 0,
        "end": 0,
        "row": -1,
        "confirming": (),
        "rivals": (),
        "rival_values": (),
        "kind": made_of[0]["kind"],
        "made_of": tuple(made_of),
    }

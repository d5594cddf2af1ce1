"""Values that nobody stated but that follow from what was, as rows that charts and tables take like stated ones."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import pandas as pd

from dashboard.library.counts import PARKS_KEPT, Counts
from indicators.derived import derive
from indicators.series import COLUMNS, short_names
from indicators.table import records

FIGURES = 5  # that count, of a value that was reckoned
MOST_REMEMBERED = 20_000


class Reckoned(Counts):
    """Derived values of parks and indicators."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.derived = lru_cache(maxsize=PARKS_KEPT)(self._derived_of)
        self._remembered: dict[str, dict[Any, Any]] = {}

    def _derived_of(self, park: str, indicator: str) -> pd.DataFrame:
        """The derived values of one indicator of a park: the columns of a series, with `method`
        (`indicators.derived.METHODS`) and `made_of`, the series rows (as records) that each comes from."""
        series = self.rows_about((park,), indicator)
        found = derive(series, self.kind_of)
        stated = {row["series"]: row for row in records(series)}
        names = short_names(found) if len(found) else []
        rows = [
            _as_series(row, name, [stated[one] for one in row["inputs"]])
            for row, name in zip(records(found), names, strict=True)
        ]
        if len(self._remembered) > MOST_REMEMBERED:
            self._remembered.clear()
        self._remembered.update({row["series"]: row for row in rows})
        table = pd.DataFrame(rows, columns=[*COLUMNS, "kind", "rival_values", "method", "made_of"])
        days = dict.fromkeys(("period_start", "period_end"), "datetime64[us]")
        return table.astype(days)

    def derived_trend(
        self, parks: tuple[str, ...], indicator: str, measures: tuple[str, ...], segments: bool = False
    ) -> pd.DataFrame:
        """The derived values to draw beside `Library.trend`, with `entity`, in the order of the parks."""
        rows = pd.concat([self.derived(park, indicator) for park in parks] or [self.derived("", "")])
        rows = rows[rows["measure"].isin(measures) & rows["period_end"].notna()]
        if not segments and (self.rows_about(parks, indicator)["segment"] == "").any():
            rows = rows[rows["segment"] == ""]
        entity = rows["park"].where(rows["segment"] == "", rows["park"] + " · " + rows["segment"])
        return rows.assign(entity=entity).reset_index(drop=True)

    def derived_of_several(self, park: str, names: Iterable[str]) -> pd.DataFrame:
        """The derived values of several indicators of a park, with `inputs`: the short names of the values that each
        comes from, as `indicators.targets` wants them."""
        rows = pd.concat([self.derived(park, name) for name in names] or [self.derived("", "")], ignore_index=True)
        return rows.assign(inputs=rows["made_of"].map(lambda made_of: tuple(one["series"] for one in made_of)))

    def derived_value(self, series: str) -> dict[Any, Any] | None:
        """The derived value with this short name, among those last asked for; None where there is none."""
        return self._remembered.get(series)


def beside_stated(stated: pd.DataFrame, derived: pd.DataFrame) -> pd.DataFrame:
    """Rows of `trend` and of `derived_trend` in one table; of stated ones `method` is ""."""
    none = {"method": "", "made_of": ()}
    whole = stated.assign(
        **{name: pd.Series([empty] * len(stated), index=stated.index, dtype=object) for name, empty in none.items()}
    )
    return whole if derived.empty else pd.concat([whole, derived[whole.columns]], ignore_index=True)


def _as_series(row: dict[Any, Any], name: str, made_of: list[dict[Any, Any]]) -> dict[Any, Any]:
    """A derived value as a row of a series, in the unit of the stated value that it is most like."""
    like = next((one for one in made_of if one["unit_base"] == row["unit_base"] and one["value"]), None)
    size = like["value_base"] / like["value"] if like else 1.0
    empty = dict.fromkeys(("document", "sentence", "confidence", "reasons", "review"), "")
    return {
        **dict.fromkeys(COLUMNS, ""),
        **row,
        **empty,
        "series": name,
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

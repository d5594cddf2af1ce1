"""What the pages draw: rows of series, chosen and put in order."""

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Any

import pandas as pd

from dashboard.library.counts import Counts
from dashboard.library.freshest import freshest, growth_since
from dashboard.rows import Record, Row

MORE = 2  # indicators looked at than are wanted: nearly all of the first ones have something fresh
TRENDS_KEPT = 32  # of which a page asks for the same ones again and again


class Figures(Counts):
    """The figures of parks and indicators."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.trend = lru_cache(maxsize=TRENDS_KEPT)(self._trend)

    def _trend(
        self, parks: tuple[str, ...], indicator: str, measures: tuple[str, ...], segments: bool = False
    ) -> pd.DataFrame:
        """The series rows to draw, with `entity`: the park, or park·segment."""
        rows = self.rows_about(parks, indicator)
        rows = rows[rows["measure"].isin(measures)].copy()
        if not segments and (rows["segment"] == "").any():
            rows = rows[rows["segment"] == ""]
        rows["entity"] = rows["park"].where(rows["segment"] == "", rows["park"] + " · " + rows["segment"])
        order = {park: place for place, park in enumerate(parks)}
        return rows.sort_values("park", key=lambda column: column.map(order), kind="stable", ignore_index=True)

    def has_segments(self, parks: tuple[str, ...], indicator: str) -> bool:
        """Whether there are values of parts of these parks besides those of the whole."""
        segments = self.rows_about(parks, indicator)["segment"]
        return bool((segments != "").any() and (segments == "").any())

    def latest(self, park: str, count: int) -> pd.DataFrame:
        """The freshest actual of each indicator of the whole park, its level or, where none is stated, its yoy growth:
        the catalogue's first, in its order; at most `count` rows."""
        names, found = self.census.names(park), self.built.several(park, ())
        step = count + MORE
        for start in range(0, len(names), step):
            some = self._freshest(self.built.several(park, names[start : start + step]))
            found = some if found.empty else pd.concat([found, some])
            if len(found) >= count:
                break
        return found.head(count)

    def latest_ahead(self, parks: Iterable[str], count: int) -> None:
        """Have ready what `latest` is going to look at in several parks."""
        self.built.ahead(parks, (name for park in parks for name in self.census.names(park)[: count + MORE]))

    def _freshest(self, rows: pd.DataFrame) -> pd.DataFrame:
        found = freshest(rows, self.unit_of)
        return found.sort_values(["name", "period_end"], key=self._places, ascending=[True, False], kind="stable")

    def whole_years(self, park: str, name: str, unit_base: str) -> dict[int, float]:
        """Year -> level of the whole park in base units, of whole years alone; bounds are left out."""
        wanted = {"segment": "", "status": "actual", "measure": "level", "unit_base": unit_base}
        rows = [
            row
            for row in self.records_about(park, name)
            if (row["span"] == "year" or (row["kind"], row["span"]) == ("stock", "point"))
            and row["bound"] in {"exact", "about"}
            and all(row[column] == value for column, value in wanted.items())
        ]
        return {row["period_end"].year: row["value_base"] for row in sorted(rows, key=lambda row: row["period_end"])}

    def growth_beside(self, row: Row) -> Row | None:
        """The yoy growth of the same thing in the same period that a text states together with the level: its own
        sentence before its own document before another one that states the level as well. None where none does; what
        two texts say of one period may be an estimate and a result."""
        wanted = {column: row[column] for column in ("segment", "status", "period_start", "period_end")}
        wanted |= {"measure": "growth", "basis": "yoy", "edge": ""}
        rows = self.records_about(row["park"], row["name"])
        growth = next((one for one in rows if all(one[column] == value for column, value in wanted.items())), None)
        if growth is None:
            return None
        own, levels = row["document"], self._statements(row["row"], *row["confirming"])
        said = self._statements(growth["row"], *growth["confirming"], *growth["rivals"])
        beside = [one for one in said if any(one["document"] == level["document"] for level in levels)]
        near = ((one["sentence"] == row["sentence"], one["document"] == own) for one in beside)
        return max(zip(near, beside, strict=True), key=lambda pair: pair[0], default=(None, None))[1]

    def growth_since(self, row: Row) -> Record | None:
        """The freshest yoy growth of the same thing of a whole park in a period that ends after that of the row."""
        return growth_since(self.records_about(row["park"], row["name"]), row["period_end"])

    def _statements(self, *labels: int) -> list[pd.Series]:
        """The observations with these labels of which series have been built."""
        return [one for one in map(self.built.observation, labels) if one is not None]

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {name: place for place, name in enumerate(self.catalogue)}

    def _places(self, column: pd.Series) -> pd.Series:
        """What to sort a column by: names by their place in the catalogue, unknown ones last; all else as it is."""
        return column.map(self._order).fillna(len(self._order)) if column.name == "name" else column

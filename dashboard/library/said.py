"""Where it is said: the statements behind a value, and those that do not go together."""

from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any

import pandas as pd

from dashboard.library.counts import PARKS_KEPT, Counts
from dashboard.rows import Record, Row
from indicators.conditions import Condition
from indicators.decisions import Decision
from indicators.findings import find_contradictions, still_open
from indicators.holdings import Labels, names_of

ORDERS_KEPT = 8  # of observations that were looked for


class Said(Counts):
    """Single observations, found by their label, their series or what they have to be."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.findings = lru_cache(maxsize=PARKS_KEPT)(self._findings)
        self.matching = lru_cache(maxsize=ORDERS_KEPT)(self._matching)

    def _findings(self, park: str) -> pd.DataFrame:
        """The findings of one park that nobody has answered, see `indicators.findings`."""
        observations = self.built.observations(park)
        return still_open(find_contradictions(self.rows_of_park(park), observations), observations)

    def findings_about(self, value: pd.Series) -> pd.DataFrame:
        """The findings that name the statements of a series row."""
        found = self.findings(value["park"])
        said = {value["row"], *value["confirming"], *value["rivals"]}
        return found[[not said.isdisjoint(rows) for rows in found["rows"]]]

    def value(self, series: str) -> pd.Series | None:
        """The row of the series with this short name, among those of the parks and indicators last asked for; None
        where there is none."""
        return self.built.value(series)

    def series_of(self, row: int) -> str:
        """The short name of the series row that an observation stands for, confirms or rivals; "" if there is none."""
        said = self.holdings.at([row])
        if said.empty:
            return ""
        about = self.rows_about((said["park"].iloc[0],), said["name"].iloc[0])
        named = zip(about["series"], about["row"], about["confirming"], about["rivals"], strict=True)
        return next((series for series, taken, agree, differ in named if row in (taken, *agree, *differ)), "")

    def series_behind(self, rows: pd.DataFrame) -> dict[int, Record]:
        """The series row that each of these observations stands for, confirms or rivals, by the observation's label."""
        names = names_of(rows)
        self.built.ahead(rows["park"].unique(), names.unique())
        wanted, found = set(rows.index), dict[int, Record]()
        for park, name in dict.fromkeys(zip(rows["park"], names, strict=True)):
            for one in self.records_about(park, name):
                labels = (one["row"], *one["confirming"], *one["rivals"])
                found |= {label: one for label in labels if label in wanted}
        return found

    def observation(self, row: int) -> pd.Series:
        """One observation, by its label; KeyError where there is none."""
        kept = self.built.observation(row)
        if kept is not None:
            return kept
        found = self.holdings.at([row])
        if found.empty:
            raise KeyError(row)
        return found.iloc[0]

    def decision_on(self, said: Row) -> Decision | None:
        """What a person decided on an observation last; None where nobody has."""
        number = int(said.get("decision", 0))
        return self.holdings.decision(number) if number else None

    def observations(self, labels: Iterable[int]) -> pd.DataFrame:
        """The observations with these labels, in their order."""
        return self.holdings.at(labels)

    @cached_property
    def spans(self) -> pd.DataFrame:
        """The different pairs of `period_start` and `period_end`."""
        return self.holdings.spans()

    def rows_of(self, document: str) -> pd.DataFrame:
        """A document's observations in the order of its text."""
        return self.holdings.in_document(document)

    def newest_rows(self, park: str) -> pd.DataFrame:
        """The observations of the park in the newest document that speaks of it, in the order of its text."""
        dates = {name: self.documents[name].published for name in self.documents_about(park) if name in self.documents}
        newest = self.rows_of(max(dates, key=lambda name: dates[name]) if dates else "")
        return newest[newest["park"] == park]

    def _matching(self, condition: Condition | None, order: str = "") -> Labels:
        """The labels of the observations that meet a condition, in an order, see `Holdings.matching`."""
        return self.holdings.matching(condition, order)

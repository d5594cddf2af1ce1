"""The narrow door through which observations come in, and the questions that the pages put to them.

Frames go in and out here, so that callbacks and layouts hold no pandas. A database can later stand behind the same
methods.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.coverage import known
from indicators.archive import Archive
from indicators.documents import Document
from indicators.findings import find_contradictions, still_open
from indicators.series import build_series
from indicators.targets import answered_targets, match_targets, target_years

Places = npt.NDArray[np.intp]
_NONE: Places = np.array([], dtype=np.intp)

PARKS_KEPT = 256  # whose findings and derived values are remembered
MEASURE_ORDER = ("level", "growth", "change", "share", "attainment", "rank")


class Entry(Protocol):
    """What the catalogue says of an indicator."""

    zh: str
    en: str
    kind: str


@dataclass(frozen=True)
class Option:
    """An indicator that can be chosen: its name in the series, its number of values, whether the catalogue has it."""

    name: str
    values: int
    known: bool


class Library:
    """An archive with its series, ready to be asked; `as_of` is the day whose knowledge it holds, "" for all."""

    def __init__(self, archive: Archive, catalogue: Mapping[str, Any], as_of: str = "") -> None:
        self.catalogue: Mapping[str, Entry] = catalogue
        self.as_of = as_of
        self.observations = archive.observations.reset_index(drop=True)
        self.documents: dict[str, Document] = {document.name: document for document in archive.documents}
        self.unread = tuple(archive.unread)
        self.series = build_series(self.observations)
        self.series["kind"] = self.series["name"].map(self.kind_of)
        values = self.observations["value_base"].to_numpy()
        self.series["rival_values"] = [
            tuple(float(values[row]) for row in rivals) if rivals else () for rivals in self.series["rivals"]
        ]
        self._order = {name: place for place, name in enumerate(catalogue)}
        self._by_id = {short: place for place, short in enumerate(self.series["series"])}
        self._of_park = _places_by(self.series, ["park"])
        self._of_pair = _places_by(self.series, ["park", "name"])
        dated = self.series[self.series["period_end"].notna()]
        self._counts = Counter[tuple[str, str]](zip(dated["park"], dated["name"], strict=True))
        self.findings = lru_cache(maxsize=PARKS_KEPT)(self._findings)

    @cached_property
    def _answered(self) -> Mapping[tuple[str, int], int]:
        return answered_targets(self.series)

    @cached_property
    def answered_of_indicators(self) -> Mapping[tuple[str, int], int]:
        """(Indicator, year) -> number of targets whose actual is known, of all parks."""
        return answered_targets(self.series, "name")

    @cached_property
    def known(self) -> pd.DataFrame:
        """From how many documents something is known, by park, indicator and year, see `dashboard.coverage.known`."""
        return known(self.observations)

    @cached_property
    def _of_their_parks(self) -> dict[str, dict[str, int]]:
        counts = self.observations.groupby(["park", "document"], observed=True).size()
        found: dict[str, dict[str, int]] = {}
        parks, documents = (counts.index.get_level_values(level) for level in (0, 1))
        for park, document, count in zip(parks, documents, counts, strict=True):
            found.setdefault(str(park), {})[str(document)] = int(count)
        return found

    @cached_property
    def rows_by_document(self) -> dict[str, int]:
        """Document -> number of its observations."""
        return {name: len(places) for (name,), places in self._of_document.items()}

    @cached_property
    def _series_of_row(self) -> dict[int, str]:
        rows = self.series[["series", "row", "confirming", "rivals"]].itertuples(index=False, name=None)
        return {row: series for series, taken, agree, differ in rows for row in (*differ, *agree, taken)}

    @cached_property
    def _of_document(self) -> dict[tuple[str, ...], Places]:
        return _places_by(self.observations, ["document"])

    # what there is

    def parks(self) -> list[str]:
        """All parks and areas, those with the most values first."""
        return sorted((park for (park,) in self._of_park), key=lambda park: -len(self._of_park[(park,)]))

    def years(self) -> tuple[int, int] | None:
        """The first and the last year of which anything is said, None in an empty archive."""
        ends = self.series["period_end"].dropna()
        return (int(ends.min().year), int(ends.max().year)) if len(ends) else None

    def indicator_options(self, parks: tuple[str, ...] = ()) -> list[Option]:
        """Indicators of these parks (of all, if none is named): the catalogue's first, then those with most periods."""
        counts = Counter[str]()
        for (park, name), count in self._counts.items():
            if not parks or park in parks:
                counts[name] += count
        options = [Option(name, count, name in self.catalogue) for name, count in counts.most_common()]
        return sorted(options, key=lambda option: not option.known)

    def measures(self, indicator: str, parks: tuple[str, ...] = ()) -> tuple[str, ...]:
        """What is known of the indicator: level, growth, …"""
        found = set(self.rows_about(parks or self.parks_with(indicator), indicator)["measure"])
        return tuple(measure for measure in MEASURE_ORDER if measure in found)

    def parks_with(self, indicator: str) -> tuple[str, ...]:
        """The parks that have values of the indicator, those with most first."""
        found = {park: len(places) for (park, name), places in self._of_pair.items() if name == indicator}
        return tuple(sorted(found, key=lambda park: -found[park]))

    def most_shared(self, parks: Iterable[str]) -> list[Option]:
        """The indicators that most of these parks have, with the number of parks that do; the catalogue's alone, unless
        there are none of it."""
        wanted = set(parks)
        counts = Counter(name for park, name in self._counts if park in wanted)
        options = [Option(name, count, name in self.catalogue) for name, count in counts.items()]
        options.sort(key=lambda option: (-option.values, self._order.get(option.name, len(self._order))))
        return [option for option in options if option.known] or options

    def title(self, name: str, language: str) -> str:
        """An indicator's name for the reader; a phrase that the catalogue does not know is its own name."""
        if name not in self.catalogue:
            return name
        entry = self.catalogue[name]
        return entry.en if language == "en" and entry.en else entry.zh

    def kind_of(self, name: str) -> str:
        """ "flow", "stock", "rate", or "" where the catalogue does not know the indicator."""
        return self.catalogue[name].kind if name in self.catalogue else ""

    # what the pages draw

    def trend(
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
        rows = self.rows_of_park(park)
        rows = rows[(rows["segment"] == "") & (rows["status"] == "actual") & rows["period_end"].notna()]
        is_growth = (rows["measure"] == "growth") & (rows["basis"] == "yoy")
        rows = rows[(rows["measure"] == "level") | is_growth].assign(is_level=rows["measure"] == "level")
        rows = rows.sort_values(["is_level", "period_end", "period_start"], kind="stable").groupby("name").tail(1)
        return rows.sort_values(["name", "period_end"], key=self._places, ascending=[True, False], kind="stable").head(
            count
        )

    def whole_years(self, park: str, name: str, unit_base: str) -> dict[int, float]:
        """Year -> level of the whole park in base units, of whole years alone; bounds are left out."""
        rows = self.rows_about((park,), name)
        rows = rows[(rows["segment"] == "") & (rows["status"] == "actual") & (rows["measure"] == "level")]
        yearly = rows["span"].eq("year") | (rows["kind"].eq("stock") & rows["span"].eq("point"))
        rows = rows[yearly].sort_values("period_end", kind="stable")
        rows = rows[(rows["unit_base"] == unit_base) & rows["bound"].isin(["exact", "about"])]
        return {int(end.year): float(value) for end, value in zip(rows["period_end"], rows["value_base"], strict=True)}

    def growth_beside(self, row: pd.Series) -> pd.Series | None:
        """The published yoy growth of the same thing in the same period, where there is one."""
        rows = self.rows_about((row["park"],), row["name"])
        same = (rows["measure"] == "growth") & (rows["basis"] == "yoy")
        for column in ("segment", "status", "period_start", "period_end"):
            same &= rows[column] == row[column]
        return rows[same].iloc[0] if same.any() else None

    def targets(self, park: str, year: int) -> pd.DataFrame:
        """Targets beside actuals, see `indicators.targets.match_targets`; those with actuals first, then those of the
        whole park, in the catalogue's order."""
        matched = match_targets(self.rows_of_park(park), park, year)
        matched["open"] = matched["verdict"].eq("none")
        matched = matched.sort_values(["open", "segment", "name"], key=self._places, kind="stable", ignore_index=True)
        return matched.drop(columns="open")

    def target_years(self, park: str) -> list[int]:
        """The years for which the park has targets, the latest first."""
        return list(target_years(self.rows_of_park(park), park))

    def current_target_year(self, park: str) -> int | None:
        """The latest year with targets that is no further off than the year after the last actual: one with a known
        actual if there is any. Plans for years to come are no targets of this year. None without targets."""
        rows = self.rows_of_park(park)
        last = rows.loc[rows["status"] == "actual", "period_end"].max()
        years = self.target_years(park)
        near = [year for year in years if pd.isna(last) or year <= last.year + 1]
        answered = [year for year in near if self._answered.get((park, year), 0)]
        return next(iter(answered or near), min(years, default=None))

    def main_target_year(self, park: str) -> int | None:
        """The year with most targets whose actual is known, then with most targets, then the latest; None if none."""
        counts = target_years(self.rows_of_park(park), park)
        return max(counts, key=lambda year: (self._answered.get((park, year), 0), counts[year], year), default=None)

    @cached_property
    def dated_targets(self) -> pd.DataFrame:
        """The series rows that are targets with a date."""
        return self.series[(self.series["status"] == "target") & self.series["period_end"].notna()]

    @cached_property
    def parks_with_targets(self) -> list[str]:
        """Parks with at least one dated target, those with most known actuals first, then those with most targets."""
        answered = Counter[str]()
        for (park, _), count in self._answered.items():
            answered[park] += count
        return sorted(self.dated_targets["park"].value_counts().index, key=lambda park: -answered[park])

    def documents_about(self, park: str) -> dict[str, int]:
        """Document -> number of figures that it has of the park."""
        return self._of_their_parks.get(park, {})

    def newest_rows(self, park: str) -> pd.DataFrame:
        """The observations of the park in the newest document that speaks of it, in the order of its text."""
        dates = {name: self.documents[name].published for name in self.documents_about(park) if name in self.documents}
        if not dates:
            return self.observations.iloc[:0]
        newest = self.rows_of(max(dates, key=lambda name: dates[name]))
        return newest[newest["park"] == park]

    # what does not go together

    def _findings(self, park: str) -> pd.DataFrame:
        """The findings of one park that nobody has answered, see `indicators.findings`."""
        return still_open(find_contradictions(self.rows_of_park(park), self.observations), self.observations)

    def findings_about(self, value: pd.Series) -> pd.DataFrame:
        """The findings that name the statements of a series row."""
        found = self.findings(value["park"])
        said = {value["row"], *value["confirming"], *value["rivals"]}
        return found[[not said.isdisjoint(rows) for rows in found["rows"]]]

    # where it is said

    def value(self, series: str) -> pd.Series | None:
        """The row of the series with this short name, None where there is none."""
        place = self._by_id.get(series)
        return None if place is None else self.series.iloc[place]

    def series_of(self, row: int) -> str:
        """The short name of the series row that an observation stands for, confirms or rivals; "" if there is none."""
        return self._series_of_row.get(row, "")

    def observation(self, row: int) -> pd.Series:
        """One observation, by its label in `observations`."""
        return self.observations.iloc[row]

    def rows_of(self, document: str) -> pd.DataFrame:
        """A document's observations in the order of its text."""
        rows = self.observations.take(self._of_document.get((document,), _NONE))
        return rows.sort_values(["start", "end"], kind="stable")

    def _places(self, column: pd.Series) -> pd.Series:
        """What to sort a column by: names by their place in the catalogue, unknown ones last; all else as it is."""
        return column.map(self._order).fillna(len(self._order)) if column.name == "name" else column

    def rows_of_park(self, park: str) -> pd.DataFrame:
        """All series rows of one park."""
        return self.series.take(self._of_park.get((park,), _NONE))

    def rows_about(self, parks: Iterable[str], indicator: str) -> pd.DataFrame:
        """The series rows of one indicator in these parks."""
        found = [self._of_pair[(park, indicator)] for park in parks if (park, indicator) in self._of_pair]
        return self.series.take(np.concatenate(found) if found else _NONE)


def _places_by(rows: pd.DataFrame, columns: list[str]) -> dict[tuple[str, ...], Places]:
    """Where the rows of each combination of values stand."""
    grouped = rows.groupby(columns, sort=False, observed=True)
    found: dict[Any, Any] = grouped.indices
    return {key if isinstance(key, tuple) else (key,): places for key, places in found.items()}

"""One panel of a figure: where its traces go, in which unit, with which labels beside its marks."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts.drawing import Drawing
from dashboard.charts.hover import hover_text
from dashboard.charts.marks import Stroke
from dashboard.rows import Row
from dashboard.units import Unit, bounded, number, shared_unit
from dashboard.words import Words
from indicators.table import records

LONGEST_SENTENCE = 160


class Panel:
    """One panel: `rows` are placed (`dashboard.charts.marks`); values go in in base units and come out in `unit`."""

    def __init__(
        self,
        drawing: Drawing,
        row: int,
        rows: pd.DataFrame,
        colours: Mapping[str, str],
        words: Words,
        scheme: str,
        unit: str = "",
    ) -> None:
        self.drawing, self.row, self.rows = drawing, row, rows
        self.colours, self.words, self.scheme = colours, words, scheme
        self._besides: list[float] = []
        base = rows["unit_base"].iloc[0]
        values = [list(rows[column]) for column in ("unit", "value", "value_base")]
        self.unit: Unit = shared_unit(values[0], base, values[1], values[2], words.language, unit)

    def make_room(self, values: pd.Series) -> None:
        """Have the value axis reach these values, too."""
        self._besides += self.y(values)

    def y(self, values: pd.Series) -> list[float]:
        """The values in the panel's unit."""
        return [float(value) / self.unit.size for value in values.tolist()]

    def add(self, **trace: Any) -> None:
        """A trace that only shows."""
        self.drawing.add("scatter", self.row, **{"hoverinfo": "skip"} | trace)

    def add_strokes(self, strokes: Sequence[Stroke], **trace: Any) -> None:
        """Lines that are not joined to each other, in one trace; values in base units. None if there are none."""
        if not strokes:
            return
        x = [at and at.isoformat() for times, _ in strokes for at in (*times, None)][:-1]
        y = [None if value is None else value / self.unit.size for _, values in strokes for value in (*values, None)]
        self.add(**{"x": x, "y": y[:-1], "mode": "lines"} | trace)

    def add_marks(self, rows: pd.DataFrame, marker: dict[str, Any], **more: Any) -> None:
        """Marks that can be pointed at, clicked and walked along by keyboard; `meta` has what is read out."""
        self.add(
            x=times(rows["x"]),
            y=self.y(rows["value_base"]),
            mode=more.pop("mode", "markers"),
            marker=marker,
            hoverinfo="text",
            hovertext=[hover_text(row, self.words) for row in records(rows)],
            customdata=list(rows["series"]),
            meta=[sentence[:LONGEST_SENTENCE] for sentence in rows["sentence"]],
            **more,
        )

    def labels(self, rows: pd.DataFrame, colour: str) -> dict[str, Any]:
        """Each value beside its mark: above it, or below where another mark is close above and none close below."""
        texts, sides = [], []
        for row, below in zip(records(rows), self._below(rows), strict=True):
            text = bounded(short(row["value_base"] / self.unit.size), row["bound"])
            arrow = points_up(row)
            texts.append(
                f"{text}<br> " if arrow is True and not below else f" <br>{text}" if arrow is False and below else text
            )
            sides.append("bottom center" if below else "top center")
        font = {"size": 11.5, "color": colour}
        return {"mode": "markers+text", "text": texts, "textposition": sides, "textfont": font, "cliponaxis": False}

    def _below(self, rows: pd.DataFrame) -> list[bool]:
        """Of each row whether its label goes below its mark."""
        here = {column: self.rows[column].to_numpy() for column in ("since", "until", "series", "value_base", "status")}
        near = (here["value_base"].max() - min(0.0, here["value_base"].min())) * 0.15
        is_target = here["status"] == "target"
        found = []
        for since, until, series, value, status in zip(*(rows[column].to_numpy() for column in here), strict=True):
            others = (here["since"] < until) & (here["until"] > since) & (here["series"] != series)
            steps = here["value_base"] - value
            above, under = others & (steps >= 0) & (steps < near), others & (steps < 0) & (steps > -near)
            below = above.any() and not under.any()
            if status == "target":  # the band is above its floor
                below |= (others & (steps > 0) & (is_target | (steps < 1.6 * near))).any()
            found.append(bool(below))
        return found

    def ends(self, from_zero: bool) -> list[float]:
        """The ends of the value axis, with room for the labels above and below the outermost marks."""
        values = self.y(self.rows["value_base"]) + self._besides
        values += [value / self.unit.size for rivals in self.rows["rival_values"] for value in rivals]
        low, high = min(values), max(values)
        if from_zero:
            low, high = min(low, 0.0), max(high, 0.0)
        room = (high - low or abs(high) or 1.0) * 0.16
        return [low if low == 0 and from_zero else low - room, high if high == 0 and from_zero else high + room]


def times(days: pd.Series) -> list[str]:
    """Times as a figure has them, to the second.

    >>> times(pd.Series([pd.Timestamp("2024-07-02 12:00")]))
    ['2024-07-02T12:00:00']
    """
    found: list[str] = days.to_numpy().astype("datetime64[s]").astype(str).tolist()
    return found


def short(value: float) -> str:
    """Digits for a label on a chart: four figures that count, and no fewer than the whole number has.

    >>> short(1234.567), short(0.123456), short(12.0)
    ('1,235', '0.1235', '12')
    """
    return number(float(f"{value:.4g}") if abs(value) < 1e4 else round(value))


def points_up(row: Row) -> bool | None:
    """Which way the arrow of a bound points, None where there is no bound."""
    if row["bound"] not in {"at_least", "at_most"}:
        return None
    return bool((row["bound"] == "at_least") == (row["value_base"] >= 0))

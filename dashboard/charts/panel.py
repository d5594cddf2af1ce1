"""One panel of a figure: where its traces go, in which unit, with which labels beside its marks."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dashboard.charts.drawing import Drawing
from dashboard.charts.hover import hover_text
from dashboard.charts.marks import Stroke
from dashboard.rows import Record
from dashboard.units import Unit, bounded, number, shared_unit
from dashboard.words import Words

LONGEST_SENTENCE = 160


class Panel:
    """One panel: `rows` are placed (`dashboard.charts.marks`); values go in in base units and come out in `unit`."""

    def __init__(
        self,
        drawing: Drawing,
        row: int,
        rows: Sequence[Record],
        colours: Mapping[str, str],
        words: Words,
        scheme: str,
        unit: str = "",
    ) -> None:
        self.drawing, self.row, self.rows = drawing, row, rows
        self.colours, self.words, self.scheme = colours, words, scheme
        self._besides: list[float] = []
        units, values, bases = ([row[column] for row in rows] for column in ("unit", "value", "value_base"))
        self.unit: Unit = shared_unit(units, rows[0]["unit_base"], values, bases, words.language, unit)

    def make_room(self, values: Iterable[float]) -> None:
        """Have the value axis reach these values in the panel's unit, too."""
        self._besides += values

    def y(self, rows: Iterable[Record]) -> list[float]:
        """The values of these rows in the panel's unit."""
        return [float(row["value_base"]) / self.unit.size for row in rows]

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

    def add_marks(self, rows: Sequence[Record], marker: dict[str, Any], **more: Any) -> None:
        """Marks that can be pointed at, clicked and walked along by keyboard; `meta` has what is read out."""
        self.add(
            x=times(rows),
            y=self.y(rows),
            mode=more.pop("mode", "markers"),
            marker=marker,
            hoverinfo="text",
            hovertext=[hover_text(row, self.words) for row in rows],
            customdata=[row["series"] for row in rows],
            meta=[row["sentence"][:LONGEST_SENTENCE] for row in rows],
            **more,
        )

    def labels(self, rows: Sequence[Record], colour: str) -> dict[str, Any]:
        """Each value beside its mark: above it, or below where another mark is close above and none close below."""
        texts, sides = [], []
        values = [row["value_base"] for row in self.rows]
        near = (max(values) - min(0.0, *values)) * 0.15
        for row in rows:
            below = self._is_below(row, near)
            text = bounded(short(row["value_base"] / self.unit.size), row["bound"])
            arrow = points_up(row)
            texts.append(
                f"{text}<br> " if arrow is True and not below else f" <br>{text}" if arrow is False and below else text
            )
            sides.append("bottom center" if below else "top center")
        font = {"size": 11.5, "color": colour}
        return {"mode": "markers+text", "text": texts, "textposition": sides, "textfont": font, "cliponaxis": False}

    def _is_below(self, row: Record, near: float) -> bool:
        """Whether the label of a row goes below its mark; what stands less than `near` away is close."""
        steps = [
            (other["value_base"] - row["value_base"], other["status"])
            for other in self.rows
            if other["since"] < row["until"] and other["until"] > row["since"] and other["series"] != row["series"]
        ]
        below = any(0 <= step < near for step, _ in steps) and not any(-near < step < 0 for step, _ in steps)
        if row["status"] != "target":
            return below
        # the band is above its floor
        return below or any(step > 0 and (status == "target" or step < 1.6 * near) for step, status in steps)

    def ends(self, from_zero: bool) -> list[float]:
        """The ends of the value axis, with room for the labels above and below the outermost marks."""
        values = self.y(self.rows) + self._besides
        values += [value / self.unit.size for row in self.rows for value in row["rival_values"]]
        low, high = min(values), max(values)
        if from_zero:
            low, high = min(low, 0.0), max(high, 0.0)
        room = (high - low or abs(high) or 1.0) * 0.16
        return [low if low == 0 and from_zero else low - room, high if high == 0 and from_zero else high + room]


def times(rows: Iterable[Record]) -> list[str]:
    """Where placed rows stand, as a figure has it, to the second.

    >>> from datetime import datetime
    >>> times([{"x": datetime(2024, 7, 2, 12)}])
    ['2024-07-02T12:00:00']
    """
    return [row["x"].isoformat(timespec="seconds") for row in rows]


def bars(rows: Iterable[Record]) -> list[Stroke]:
    """A stroke over the time that each of the placed rows is about."""
    return [([row["since"], row["until"]], [row["value_base"], row["value_base"]]) for row in rows]


def short(value: float) -> str:
    """Digits for a label on a chart: four figures that count, and no fewer than the whole number has.

    >>> short(1234.567), short(0.123456), short(12.0)
    ('1,235', '0.1235', '12')
    """
    return number(float(f"{value:.4g}") if abs(value) < 1e4 else round(value))


def points_up(row: Record) -> bool | None:
    """Which way the arrow of a bound points, None where there is no bound."""
    if row["bound"] not in {"at_least", "at_most"}:
        return None
    return bool((row["bound"] == "at_least") == (row["value_base"] >= 0))

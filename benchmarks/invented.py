"""An archive of any size, invented: the parks and indicators are the project's own lists, the figures are drawn by lot.

It has what real ones have: whole years and part-years, growth beside levels, bounds, targets in two tiers, values said
twice and values that differ, years left out.
"""

from datetime import date

import numpy as np
import pandas as pd

from indicators import COLUMNS
from indicators.archive import Archive
from indicators.catalogue import Indicator, catalogue
from indicators.documents import Document
from indicators.gazetteer import parks

Row = tuple[object, ...]
FIRST_YEAR, LAST_YEAR = 2010, 2026
INDICATORS = 60  # of a park, which makes about 3,000 observations of each
UNITS = {"CNY": ("亿元", 1e8), "USD": ("亿美元", 1e8), "count": ("家", 1.0), "person": ("人", 1.0), "%": ("%", 1.0)}


def invented(observations: int, seed: int = 1) -> Archive:
    """An archive with about this many observations; the same for the same seed."""
    dice = np.random.default_rng(seed)
    known = [entry for entry in catalogue().values() if entry.unit in UNITS]
    places = parks()
    rows: list[Row] = []
    documents: dict[str, Document] = {}
    for number in range(10**9):
        if len(rows) >= observations:
            break
        place = places[number % len(places)]
        park = place.name if number < len(places) else f"{place.name}·{number // len(places)}"
        rows += _park_rows(park, known[:INDICATORS], dice, documents)
    table = pd.DataFrame(rows[:observations], columns=list(COLUMNS))
    for column in ("period_start", "period_end"):
        table[column] = pd.to_datetime(table[column])
    numbers = {"value", "value_base", "start", "end", "period_start", "period_end"}
    return Archive(
        table.astype({column: "category" for column in COLUMNS if column not in numbers}), tuple(documents.values())
    )


def _park_rows(
    park: str, known: list[Indicator], dice: np.random.Generator, documents: dict[str, Document]
) -> list[Row]:
    rows: list[Row] = []
    for entry in known:
        if dice.random() < 0.15:
            continue
        unit, size = UNITS[entry.unit]
        level = float(np.exp(dice.normal(5, 1.2)))
        for year in range(FIRST_YEAR + int(dice.integers(0, 5)), LAST_YEAR):
            growth = float(dice.normal(8, 6))
            level *= 1 + growth / 100
            if dice.random() < 0.12:
                continue
            if entry.kind == "stock":
                start = end = date(year, 12, 31)
            else:
                start, end = date(year, 1, 1), date(year, 12, 31)
            bound = "exact" if dice.random() < 0.9 else str(dice.choice(["at_least", "about", "at_most"]))
            say = _Saying(park, entry, documents, rows)
            say(f"{year + 1}-02-20", "level", "", level, unit, size, bound, "actual", "", start, end)
            say(f"{year + 1}-02-20", "growth", "yoy", growth, "%", 1.0, "exact", "actual", "", start, end)
            if dice.random() < 0.2:
                differs = level * (1 + float(dice.normal(0, 0.02)))
                say(f"{year + 2}-03-05", "level", "", differs, unit, size, "exact", "actual", "", start, end)
            if entry.kind == "flow":
                goal = level * (0.97 + float(dice.normal(0.02, 0.03)))
                say(f"{year}-01-15", "level", "", goal, unit, size, "exact", "target", "floor", start, end)
                say(f"{year}-01-15", "level", "", goal * 1.06, unit, size, "exact", "target", "stretch", start, end)
                for month, share in ((3, 0.21), (6, 0.46), (9, 0.73)):
                    until = (pd.Timestamp(year, month, 1) + pd.offsets.MonthEnd(0)).date()
                    published = f"{year}-{month + 1:02d}-18"
                    say(published, "level", "", level * share, unit, size, "exact", "actual", "", start, until)
    return rows


class _Saying:
    """Puts one observation into the rows, in the document of its park and day."""

    def __init__(self, park: str, entry: Indicator, documents: dict[str, Document], rows: list[Row]) -> None:
        self.park, self.entry, self.documents, self.rows = park, entry, documents, rows

    def __call__(
        self,
        published: str,
        measure: str,
        basis: str,
        value: float,
        unit: str,
        size: float,
        bound: str,
        status: str,
        tier: str,
        start: date,
        end: date,
    ) -> None:
        value = round(value, 1 if unit in {"%", "亿元", "亿美元"} else 0)
        name = f"{self.park}-{published}.txt"
        sentence = f"{self.entry.zh}{value:g}{unit}。"
        if name not in self.documents:
            title = f"{self.park}情况（{published}）"
            self.documents[name] = Document(name, f"{title}\n{sentence}", title, f"{self.park}管委会", published, "")
        at = len(self.entry.zh)
        self.rows.append(
            (
                self.park, "", self.entry.zh, self.entry.id, measure, basis, value, unit, value * size,
                {"亿元": "CNY", "亿美元": "USD", "家": "count", "人": "person", "%": "%"}[unit], bound, status, tier,
                start, end, published, name, at, at + len(f"{value:g}{unit}"), sentence, "invented", "high", "",
            )
        )  # fmt: skip

"""How do the parks spread over the years?

A box a year: the middle half of the parks, a mark for the middle, a thin line to the lowest and the highest; below each
year how many parks there are. The middles of neighbouring years are joined where both are of the same parks, for else
a rise may be nothing but other parks. On top the parks looked at, each year joined to the next and to no other.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard import theme
from dashboard.charts.drawing import Drawing, Figure, empty_figure, value_axis
from dashboard.charts.hover import hover_text
from dashboard.charts.panel import LONGEST_SENTENCE, short
from dashboard.units import Unit
from dashboard.words import Words
from indicators.table import records

HALF_BOX = 0.26  # of a year
MOST_WHOLE_YEARS = 6  # of the axis that are written with four digits; for a phone
_QUANTILES = ("low", "quarter", "middle", "three_quarters", "high")


def draw_spread(
    spread: pd.DataFrame,
    lines: Mapping[str, pd.DataFrame],
    colours: Mapping[str, str],
    unit: Unit,
    words: Words,
    scheme: str,
) -> Figure:
    """The chart of `spread` (see `comparing.spread`); `lines` has the yearly rows of the parks that stand out."""
    if spread.empty:
        return empty_figure(scheme)
    years = [int(year) for year in spread["year"]]
    values = {name: [float(value) / unit.size for value in spread[name]] for name in _QUANTILES}
    ink = theme.INK[scheme]
    drawing = Drawing()
    ends = zip(years, values["low"], values["high"], strict=True)
    _add_strokes(drawing, [([year, year], [low, high]) for year, low, high in ends], theme.FAINT[scheme], 1.4)
    drawing.add(
        "bar",
        x=years,
        base=values["quarter"],
        y=[high - low for low, high in zip(values["quarter"], values["three_quarters"], strict=True)],
        width=2 * HALF_BOX,
        marker={"color": theme.BAND[scheme], "line": {"color": theme.FAINT[scheme], "width": 1}},
        hoverinfo="skip",
    )
    middles = dict(zip(years, values["middle"], strict=True))
    same = [year for year, is_same in zip(years, spread["same"], strict=True) if is_same and year - 1 in middles]
    _add_strokes(drawing, [([year - 1, year], [middles[year - 1], middles[year]]) for year in same], ink, 2.4)
    across = [([year - HALF_BOX, year + HALF_BOX], [middle, middle]) for year, middle in middles.items()]
    _add_strokes(drawing, across, ink, 2.4)
    drawing.add(
        "scatter",
        x=years,
        y=values["middle"],
        mode="markers",
        marker={"size": 6, "color": ink},
        hoverinfo="text",
        hovertext=_said(spread, years, values, words),
    )
    for park, rows in lines.items():
        _add_park(drawing, rows.assign(entity=park), colours[park], unit, words)
    return drawing.finished(
        scheme,
        height=340,
        margin={"l": 48, "r": 16, "t": 16, "b": 52},
        xaxis=_years_axis(years, list(spread["parks"]), lines, words),
        yaxis=value_axis(scheme),
    )


def _add_strokes(
    drawing: Drawing, strokes: Sequence[tuple[list[float], list[float]]], colour: str, width: float
) -> None:
    """Lines that are not joined to each other."""
    if strokes:
        x = [at for xs, _ in strokes for at in (*xs, None)]
        y = [at for _, ys in strokes for at in (*ys, None)]
        drawing.add("scatter", x=x, y=y, mode="lines", line={"color": colour, "width": width}, hoverinfo="skip")


def _said(spread: pd.DataFrame, years: list[int], values: Mapping[str, list[float]], words: Words) -> list[str]:
    said = []
    for at, (year, count) in enumerate(zip(years, spread["parks"], strict=True)):
        ends = {name: short(values[name][at]) for name in ("low", "middle", "high")}
        said.append(words("{year}年：中位数 {middle}，最低 {low}，最高 {high}，{n} 个园区", year=year, n=count, **ends))
    return said


def _add_park(drawing: Drawing, rows: pd.DataFrame, colour: str, unit: Unit, words: Words) -> None:
    """The marks of one park, those of neighbouring years joined; bounds are open and joined to nothing."""
    said = records(rows)
    known = {int(row["period"]): row["value_base"] / unit.size for row in said if row["bound"] in {"exact", "about"}}
    pairs = [(year - 1, year) for year in known if year - 1 in known]
    _add_strokes(drawing, [([first, last], [known[first], known[last]]) for first, last in pairs], colour, 2)
    symbols = ["circle" if row["bound"] in {"exact", "about"} else "circle-open" for row in said]
    drawing.add(
        "scatter",
        x=[int(row["period"]) for row in said],
        y=[float(row["value_base"]) / unit.size for row in said],
        mode="markers",
        marker={"size": 8, "color": colour, "symbol": symbols},
        hoverinfo="text",
        hovertext=[hover_text(row, words) for row in said],
        customdata=[row["series"] for row in said],
        meta=[row["sentence"][:LONGEST_SENTENCE] for row in said],
    )


def _years_axis(years: list[int], parks: list[int], lines: Mapping[str, pd.DataFrame], words: Words) -> dict[str, Any]:
    """The years, each with its number of parks below it; those of which only a park looked at is known have none."""
    counts = dict(zip(years, parks, strict=True))
    every = sorted({*years, *(int(period) for rows in lines.values() for period in rows["period"])})
    is_short = every[-1] - every[0] < MOST_WHOLE_YEARS
    names = [str(year) if is_short else f"’{year % 100:02}" for year in every]
    counted = [words("{n}个|园区数", n=counts[year]) if year in counts else "" for year in every]
    return {
        "tickvals": every,
        "ticktext": ["<br>".join(pair) for pair in zip(names, counted, strict=True)],
        "tickangle": 0,
        "range": [every[0] - 0.6, every[-1] + 0.6],
        "showgrid": False,
        "zeroline": False,
    }

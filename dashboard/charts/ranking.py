"""Who has most in one period, and how do the parks spread over the years?

`draw_ranking`: lying bars, greatest above, value and bound at the end of each; those looked at are in full colour.
`draw_spread`: the middle half of the parks as a band, the extremes as thin lines, the middle as a thick one, and on top
the lines of those looked at.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard import theme
from dashboard.charts.drawing import Drawing, Figure, empty_figure
from dashboard.charts.hover import hover_text
from dashboard.charts.panel import LONGEST_SENTENCE, short
from dashboard.units import Unit, bounded
from dashboard.words import Words
from indicators.table import records

ROW_HEIGHT = 27
CHARACTER = 8
"""Pixels that a character of a bar's label takes at most: labels have their place beside the axes, however narrow."""


def draw_ranking(
    ranked: pd.DataFrame, colours: Mapping[str, str], unit: Unit, words: Words, scheme: str, log: bool = False
) -> Figure:
    """Bars of `ranked` (of `dashboard.comparing.snapshot.snapshot`); `colours` has those parks that stand out."""
    if ranked.empty:
        return empty_figure(scheme)
    values = [float(value) / unit.size for value in ranked["value_base"]]
    plain = theme.ENTITY_COLOURS[scheme][0] if not colours else theme.FAINT[scheme]
    names = [f"{rank}  {park} " for rank, park in zip(ranked["rank"], ranked["park"], strict=True)]
    hatched = ["/" if bound in {"at_least", "at_most"} else "" for bound in ranked["bound"]]
    rows = ranked.assign(entity=ranked["park"])
    labels = [bounded(short(value), bound) for value, bound in zip(values, ranked["bound"], strict=True)]
    drawing = Drawing()
    drawing.add(
        "bar",
        x=values,
        y=list(range(len(ranked))),
        orientation="h",
        width=0.66,
        marker={
            "color": [colours.get(park, plain) for park in ranked["park"]],
            "pattern": {"shape": hatched, "solidity": 0.4},
        },
        text=labels,
        textposition="outside",
        cliponaxis=False,
        hoverinfo="text",
        hovertext=[hover_text(row, words) for row in records(rows)],
        customdata=list(ranked["series"]),
        meta=[sentence[:LONGEST_SENTENCE] for sentence in ranked["sentence"]],
    )
    low, high = min(0.0, *values), max(0.0, *values)
    fallen = [len(label) + 1 for value, label in zip(values, labels, strict=True) if value < 0]
    risen = [len(label) + 1 for value, label in zip(values, labels, strict=True) if value >= 0]
    axis: dict[str, Any] = {"range": [low, high if high > low else low + 1.0], "nticks": 6}
    if log and min(values) > 0:
        axis = {"type": "log"}
    return drawing.finished(
        scheme,
        height=ROW_HEIGHT * len(ranked) + 60,
        margin={"l": 12, "r": 12 + CHARACTER * max(risen, default=1), "t": 12, "b": 36},
        xaxis=axis | {"gridcolor": theme.RULE[scheme], "zerolinecolor": theme.FAINT[scheme], "separatethousands": True},
        yaxis={
            "tickvals": list(range(len(ranked))),
            "ticktext": names,
            "range": [len(ranked) - 0.4, -0.6],
            "ticklabelstandoff": CHARACTER * max(fallen, default=0),
            "automargin": True,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
    )


def draw_spread(
    spread: pd.DataFrame,
    lines: Mapping[str, pd.DataFrame],
    colours: Mapping[str, str],
    unit: Unit,
    words: Words,
    scheme: str,
) -> Figure:
    """The chart of `spread` (see `comparing.snapshot`); `lines` has the yearly rows of the parks that stand out."""
    if spread.empty:
        return empty_figure(scheme)
    years = [int(year) for year in spread["year"]]
    values = {name: [float(value) / unit.size for value in spread[name]] for name in _QUANTILES}
    faint, ink = theme.FAINT[scheme], theme.INK[scheme]
    drawing = Drawing()
    for name in ("low", "high"):
        drawing.add(
            "scatter",
            x=years,
            y=values[name],
            mode="lines",
            line={"color": faint, "width": 1, "dash": "dot"},
            hoverinfo="skip",
        )
    drawing.add(
        "scatter",
        x=[*years, *years[::-1]],
        y=[*values["quarter"], *values["three_quarters"][::-1]],
        mode="none",
        fill="toself",
        fillcolor=theme.BAND[scheme],
        hoverinfo="skip",
    )
    said = [
        words("{year}年：中位数 {middle}，最低 {low}，最高 {high}，{n} 个园区", year=year, n=count, **ends)
        for year, count, ends in zip(
            years,
            spread["parks"],
            [{name: short(values[name][at]) for name in ("low", "middle", "high")} for at in range(len(years))],
            strict=True,
        )
    ]
    drawing.add(
        "scatter",
        x=years,
        y=values["middle"],
        mode="lines+markers",
        line={"color": ink, "width": 2.4},
        marker={"size": 6},
        hoverinfo="text",
        hovertext=said,
    )
    for park, rows in lines.items():
        drawing.add(
            "scatter",
            x=[int(period) for period in rows["period"]],
            y=[float(value) / unit.size for value in rows["value_base"]],
            mode="lines+markers",
            line={"color": colours[park], "width": 2},
            marker={"size": 7},
            hoverinfo="text",
            hovertext=[hover_text(row, words) for row in records(rows.assign(entity=park))],
            customdata=list(rows["series"]),
            meta=[sentence[:LONGEST_SENTENCE] for sentence in rows["sentence"]],
        )
    return drawing.finished(
        scheme,
        height=320,
        margin={"l": 48, "r": 16, "t": 16, "b": 36},
        xaxis={"dtick": 1 if len(years) <= 10 else 2, "showgrid": False, "zeroline": False, "tickformat": "d"},
        yaxis={"gridcolor": theme.RULE[scheme], "zerolinecolor": faint, "nticks": 6, "separatethousands": True},
    )


_QUANTILES = ("low", "quarter", "middle", "three_quarters", "high")

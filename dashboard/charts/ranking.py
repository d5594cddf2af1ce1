"""Who has most in one period?

Lying bars, greatest above, value and bound at the end of each; those looked at are in full colour.
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

"""Do parks with more of one thing have more of another?

A dot a park; the two middles as thin cross lines. Bounds are open dots. Names stand beside the dots while there are few
enough to be read.
"""

from collections.abc import Mapping
from statistics import median
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard import theme
from dashboard.charts.drawing import Drawing, Figure, empty_figure
from dashboard.charts.panel import short
from dashboard.units import Unit, bounded
from dashboard.words import Words

MOST_NAMES = 24
LONGEST_LINE = 34  # characters of the name of an axis, for a phone


def draw(
    pairs: pd.DataFrame,
    titles: tuple[str, str],
    units: tuple[Unit, Unit],
    colours: Mapping[str, str],
    words: Words,
    scheme: str,
    log: bool = False,
) -> Figure:
    """The chart of `pairs`: `park`, and, ending in `_x` and `_y`, `value_base`, `bound`, `series` and `sentence`."""
    if pairs.empty:
        return empty_figure(scheme)
    x = [float(value) / units[0].size for value in pairs["value_base_x"]]
    y = [float(value) / units[1].size for value in pairs["value_base_y"]]
    bounds = list(zip(pairs["bound_x"], pairs["bound_y"], strict=True))
    said = [
        f"<b>{park}</b><br>{titles[0]} {bounded(short(across), b[0])} {units[0].name}"
        f"<br>{titles[1]} {bounded(short(up), b[1])} {units[1].name}"
        for park, across, up, b in zip(pairs["park"], x, y, bounds, strict=True)
    ]
    named = [park if len(pairs) <= MOST_NAMES or park in colours else "" for park in pairs["park"]]
    plain = theme.ENTITY_COLOURS[scheme][0]
    drawing = Drawing()
    drawing.add(
        "scatter",
        x=x,
        y=y,
        mode="markers+text",
        text=named,
        textposition="top center",
        textfont={"size": 11.5},
        marker={
            "size": 11,
            "color": [colours.get(park, plain) for park in pairs["park"]],
            "symbol": ["circle" if set(b) <= {"exact", "about"} else "circle-open" for b in bounds],
            "opacity": 0.9,
            "line": {"width": 1.5, "color": theme.PAPER[scheme]},
        },
        hoverinfo="text",
        hovertext=said,
        customdata=list(pairs["series_y"]),
        meta=list(pairs["sentence_y"]),
        cliponaxis=False,
    )
    cross = {"color": theme.FAINT[scheme], "width": 1, "dash": "dot"}
    across = {"type": "line", "xref": "x domain", "x0": 0, "x1": 1, "y0": median(y), "y1": median(y), "line": cross}
    up = {"type": "line", "yref": "y domain", "y0": 0, "y1": 1, "x0": median(x), "x1": median(x), "line": cross}
    axis: dict[str, Any] = {
        "gridcolor": theme.RULE[scheme],
        "zeroline": False,
        "separatethousands": True,
        "automargin": True,
        "nticks": 7,
    }
    kinds = [{"type": "log", "dtick": "D2"} if log and min(values) > 0 else {} for values in (x, y)]
    names = [
        "<br>".join(wrap(f"{title}  {unit.name}", LONGEST_LINE)) for title, unit in zip(titles, units, strict=True)
    ]
    return drawing.finished(
        scheme,
        shapes=[up, across],
        height=500,
        margin={"l": 56, "r": 30, "t": 24, "b": 56},
        xaxis=axis | kinds[0] | {"title": {"text": names[0], "font": {"size": 13}}},
        yaxis=axis | kinds[1] | {"title": {"text": names[1], "font": {"size": 13}}},
    )

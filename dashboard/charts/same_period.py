"""How do the same months compare from year to year?

Upright bars, one group a year and one colour an entity; above each bar its value, and below it the growth that was
published for it. Nothing is compared with months of another length. Bounds are hatched bars.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard import theme
from dashboard.charts.drawing import Drawing, Figure, axis_number, empty_figure, value_axis
from dashboard.charts.hover import hover_text
from dashboard.charts.panel import LONGEST_SENTENCE, short
from dashboard.units import bounded, shared_unit
from dashboard.words import BASES, MEASURES, Words
from indicators.table import records

MOST_LABELS = 24
FIRST_HEIGHT, NEXT_HEIGHT = 300, 180


def draw(rows: pd.DataFrame, colours: Mapping[str, str], words: Words, scheme: str, unit: str = "") -> Figure:
    """The chart of `rows` (of `comparing.forms.same_months`); levels first, growth on the year before below them."""
    rows = rows[(rows["measure"] == "level") | (rows["basis"] == "yoy")]
    if rows.empty:
        return empty_figure(scheme)
    panels = sorted(
        rows.groupby(["measure", "unit_base"], sort=False), key=lambda panel: list(MEASURES).index(str(panel[0][0]))
    )
    heights = [FIRST_HEIGHT, *[NEXT_HEIGHT] * (len(panels) - 1)]
    drawing, titles = Drawing(heights, spacing=min(0.16, 0.6 / len(panels))), []
    for place, ((measure, base), panel) in enumerate(panels, start=1):
        titles.append(_draw_panel(drawing, place, panel, str(measure), str(base), colours, words, scheme, unit))
    years = range(int(rows["year"].min()), int(rows["year"].max()) + 1)
    return _dressed(drawing, titles, list(years), sum(heights), scheme)


def _draw_panel(
    drawing: Drawing,
    place: int,
    rows: pd.DataFrame,
    measure: str,
    base: str,
    colours: Mapping[str, str],
    words: Words,
    scheme: str,
    wanted: str,
) -> dict[str, Any]:
    """Draws the bars of one panel; its title."""
    values = [list(rows[column]) for column in ("unit", "value", "value_base")]
    unit = shared_unit(values[0], base, values[1], values[2], words.language, wanted)
    for entity in colours:
        of_one = rows[rows["entity"] == entity].drop_duplicates("year", keep="last")
        if of_one.empty:
            continue
        texts = [
            bounded(short(value / unit.size), bound)
            for value, bound in zip(of_one["value_base"], of_one["bound"], strict=True)
        ]
        hatched = ["/" if bound in {"at_least", "at_most"} else "" for bound in of_one["bound"]]
        marker: dict[str, Any] = {"color": colours[entity], "pattern": {"shape": hatched, "solidity": 0.4}}
        drawing.add(
            "bar",
            place,
            x=[int(year) for year in of_one["year"]],
            y=[float(value) / unit.size for value in of_one["value_base"]],
            marker=marker,
            **({"text": texts} if len(rows) <= MOST_LABELS else {}),
            textposition="outside",
            textfont={"size": 11.5, "color": theme.INK[scheme]},
            cliponaxis=False,
            hoverinfo="text",
            hovertext=[hover_text(row, words) for row in records(of_one)],
            customdata=list(of_one["series"]),
            meta=[sentence[:LONGEST_SENTENCE] for sentence in of_one["sentence"]],
        )
    said = words.code(MEASURES, measure) + (f" {words.code(BASES, 'yoy')}" if measure == "growth" else "")
    return {
        "text": f"<b>{said}</b>  {unit.name}",
        "xref": "paper",
        "x": 0,
        "yref": f"y{axis_number(place)} domain",
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 16,
        "showarrow": False,
    }


def _dressed(drawing: Drawing, titles: Sequence[dict[str, Any]], years: list[int], height: int, scheme: str) -> Figure:
    step = next(step for step in (1, 2, 3, 5, 10, 20) if len(years) / step <= 12)
    across = {
        "type": "linear",
        "linecolor": theme.FAINT[scheme],
        "zeroline": False,
        "tickvals": years[::-1][::step],
        "range": [years[0] - 0.6, years[-1] + 0.6],
        "showgrid": False,
        "showticklabels": True,
    }
    up = value_axis(scheme)
    return drawing.finished(
        scheme,
        **{name: across if name.startswith("x") else up for name in drawing.axes},
        annotations=list(titles),
        height=height + 90,
        margin={"l": 56, "r": 16, "t": 52, "b": 34},
        barmode="group",
        bargap=0.35,
        bargroupgap=0.08,
    )

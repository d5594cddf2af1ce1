"""How do the same months compare from year to year?

Upright bars, one group a year and one colour an entity; above each bar its value, and below it the growth that was
published for it. Nothing is compared with months of another length. Bounds are hatched bars.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from dashboard import theme
from dashboard.charts.hover import hover_text
from dashboard.charts.panel import LONGEST_SENTENCE, short
from dashboard.units import bounded, shared_unit
from dashboard.words import BASES, MEASURES, Words

MOST_LABELS = 24
FIRST_HEIGHT, NEXT_HEIGHT = 300, 180


def draw(rows: pd.DataFrame, colours: Mapping[str, str], words: Words, scheme: str, unit: str = "") -> go.Figure:
    """The chart of `rows` (of `dashboard.forms.same_months`); levels first, growth on the year before below them."""
    rows = rows[(rows["measure"] == "level") | (rows["basis"] == "yoy")]
    if rows.empty:
        return theme.empty_figure(scheme)
    panels = sorted(
        rows.groupby(["measure", "unit_base"], sort=False), key=lambda panel: list(MEASURES).index(str(panel[0][0]))
    )
    heights = [FIRST_HEIGHT, *[NEXT_HEIGHT] * (len(panels) - 1)]
    figure = make_subplots(
        rows=len(panels), cols=1, shared_xaxes=True, vertical_spacing=min(0.16, 0.6 / len(panels)), row_heights=heights
    )
    for place, ((measure, base), panel) in enumerate(panels, start=1):
        _draw_panel(figure, place, panel, str(measure), str(base), colours, words, scheme, unit)
    years = range(int(rows["year"].min()), int(rows["year"].max()) + 1)
    _dress(figure, list(years), sum(heights), scheme)
    return figure


def _draw_panel(
    figure: go.Figure,
    place: int,
    rows: pd.DataFrame,
    measure: str,
    base: str,
    colours: Mapping[str, str],
    words: Words,
    scheme: str,
    wanted: str,
) -> None:
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
        figure.add_trace(
            go.Bar(
                x=[int(year) for year in of_one["year"]],
                y=[float(value) / unit.size for value in of_one["value_base"]],
                marker=marker,
                text=texts if len(rows) <= MOST_LABELS else None,
                textposition="outside",
                textfont={"size": 11.5, "color": theme.INK[scheme]},
                cliponaxis=False,
                hoverinfo="text",
                hovertext=[hover_text(row, words) for row in of_one.to_dict("records")],
                customdata=list(of_one["series"]),
                meta=[sentence[:LONGEST_SENTENCE] for sentence in of_one["sentence"]],
            ),
            row=place,
            col=1,
        )
    said = words.code(MEASURES, measure) + (f" {words.code(BASES, 'yoy')}" if measure == "growth" else "")
    figure.add_annotation(
        text=f"<b>{said}</b>  {unit.name}",
        xref="paper",
        x=0,
        yref="y domain" if place == 1 else f"y{place} domain",
        y=1,
        xanchor="left",
        yanchor="bottom",
        yshift=16,
        showarrow=False,
    )


def _dress(figure: go.Figure, years: list[int], height: int, scheme: str) -> None:
    figure.update_layout(
        **theme.base_layout(scheme),
        height=height + 90,
        margin={"l": 56, "r": 16, "t": 52, "b": 34},
        barmode="group",
        bargap=0.35,
        bargroupgap=0.08,
    )
    step = next(step for step in (1, 2, 3, 5, 10, 20) if len(years) / step <= 12)
    axis = {"tickvals": years[::-1][::step], "range": [years[0] - 0.6, years[-1] + 0.6], "showgrid": False}
    figure.update_xaxes(type="linear", linecolor=theme.FAINT[scheme], zeroline=False, **axis)
    figure.update_xaxes(showticklabels=True)
    figure.update_yaxes(
        gridcolor=theme.RULE[scheme],
        zerolinecolor=theme.FAINT[scheme],
        zerolinewidth=1,
        automargin=True,
        nticks=6,
        separatethousands=True,
    )

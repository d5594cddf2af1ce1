"""How has an indicator moved over time in one or several parks, and what was meant to be reached?

One panel for each measure and base unit, one above the other on a common time axis: amounts never share an axis with
rates, nor growth on the year before with growth over many years. What the marks mean is said in
`dashboard.charts.marks`; targets are vermilion rules over their period, floor and stretch with a hatched band between;
a bound has an arrow; a rival value is a tick on a thin line.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from dashboard import theme
from dashboard.charts.hover import hover_text
from dashboard.charts.marks import joints, place
from dashboard.units import Unit, bounded, number, shared_unit
from dashboard.words import BASES, MEASURES, Words

SYMBOLS = {
    "year": "circle",
    "part": "diamond-open",
    "date": "square",
    "years": "line-ew-open",
    "open": "triangle-left-open",
}
SIZES = {"year": 9, "part": 10, "date": 8, "years": 12, "open": 11}
FIRST_HEIGHT, NEXT_HEIGHT = 330, 210
MOST_LABELS = 9


def years_of(placed: pd.DataFrame) -> tuple[int, int]:
    """The first and the last year to draw for these placed rows, three at least: one year alone is no time axis."""
    first = int(placed["since"].min().year)
    last = int((placed["until"] - pd.Timedelta(days=1)).max().year)
    return (first, last) if last - first >= 2 else (first - 1, max(last, first + 1))


def draw(
    rows: pd.DataFrame,
    colours: Mapping[str, str],
    words: Words,
    scheme: str,
    log: bool = False,
    years: tuple[int, int] | None = None,
) -> go.Figure:
    """The chart of `rows` (of `Library.trend`); `colours` has one for each entity, `log` holds for amounts alone.

    `years` are the first and the last year of the axis, for charts that stand beside others; their own if not given.

    Every mark carries the short name of its series row as `customdata`, so that a click leads to its sentence.
    """
    placed = place(rows)
    if placed.empty:
        return theme.empty_figure(scheme)
    against = placed["basis"].where(placed["measure"] == "growth", "")
    panels = list(placed.groupby([placed["measure"], placed["unit_base"], against], sort=False, observed=True))
    panels.sort(key=lambda panel: (list(MEASURES).index(str(panel[0][0])), ["", *BASES].index(str(panel[0][2]))))
    heights = [FIRST_HEIGHT, *[NEXT_HEIGHT] * (len(panels) - 1)]
    figure = make_subplots(
        rows=len(panels), cols=1, shared_xaxes=True, vertical_spacing=min(0.12, 0.6 / len(panels)), row_heights=heights
    )
    for place_in_figure, ((measure, base, basis), panel) in enumerate(panels, start=1):
        said = " ".join(filter(None, (words.code(MEASURES, str(measure)), words.code(BASES, str(basis)))))
        _draw_panel(_Panel(figure, place_in_figure, panel, colours, words, scheme), str(measure), str(base), said, log)
    _dress(figure, years or years_of(placed), sum(heights), scheme)
    return figure


class _Panel:
    """One panel of the figure: where traces go, and in which unit."""

    def __init__(
        self, figure: go.Figure, row: int, rows: pd.DataFrame, colours: Mapping[str, str], words: Words, scheme: str
    ) -> None:
        self.figure, self.row, self.rows = figure, row, rows
        self.colours, self.words, self.scheme = colours, words, scheme
        self.unit: Unit = shared_unit(
            list(rows["unit"]), rows["unit_base"].iloc[0], list(rows["value"]), list(rows["value_base"]), words.language
        )

    def y(self, values: pd.Series) -> list[float]:
        return [float(value) / self.unit.size for value in values]

    def add(self, **trace: Any) -> None:
        self.figure.add_trace(go.Scatter(**{"hoverinfo": "skip"} | trace), row=self.row, col=1)

    def labels(self, rows: pd.DataFrame, colour: str) -> dict[str, Any]:
        """Each value beside its mark: above it, or below where another mark is close above and none close below."""
        near = (self.rows["value_base"].max() - min(0.0, self.rows["value_base"].min())) * 0.15
        texts, sides = [], []
        for _, row in rows.iterrows():
            same_time = (self.rows["since"] < row["until"]) & (self.rows["until"] > row["since"])
            steps = self.rows.loc[same_time & (self.rows["series"] != row["series"]), "value_base"] - row["value_base"]
            below = bool(((steps >= 0) & (steps < near)).any() and not ((steps < 0) & (steps > -near)).any())
            if row["status"] == "target":  # the band is above its floor
                below = below or bool(
                    (steps[self.rows["status"] == "target"] > 0).any() or ((steps > 0) & (steps < 1.6 * near)).any()
                )
            text = bounded(number(row["value_base"] / self.unit.size), row["bound"])
            arrow = _points_up(row)
            texts.append(
                f"{text}<br> " if arrow is True and not below else f" <br>{text}" if arrow is False and below else text
            )
            sides.append("bottom center" if below else "top center")
        font = {"size": 11.5, "color": colour}
        return {"mode": "markers+text", "text": texts, "textposition": sides, "textfont": font, "cliponaxis": False}

    def add_marks(self, rows: pd.DataFrame, marker: dict[str, Any], **more: Any) -> None:
        """Marks that can be pointed at and clicked."""
        self.add(
            x=list(rows["x"]),
            y=self.y(rows["value_base"]),
            mode=more.pop("mode", "markers"),
            marker=marker,
            hoverinfo="text",
            hovertext=[hover_text(row, self.words) for _, row in rows.iterrows()],
            customdata=list(rows["series"]),
            **more,
        )


def _draw_panel(panel: _Panel, measure: str, base: str, said: str, log: bool) -> None:
    targets = panel.rows[panel.rows["status"] == "target"]
    actuals = panel.rows[panel.rows["status"] == "actual"]
    _draw_targets(panel, targets)
    labelled = len(actuals) <= MOST_LABELS
    for entity, rows in actuals.groupby("entity", sort=False):
        _draw_entity(panel, rows, panel.colours[str(entity)], labelled)
    _draw_bounds(panel)
    amounts = base not in {"%", "pp"} and measure in {"level", "change"}
    from_zero = amounts or measure in {"growth", "share"}
    axis: dict[str, Any] = {"range": _range(panel, from_zero), "zeroline": from_zero}
    if measure == "rank":
        axis = {"autorange": "reversed", "zeroline": False}
    if log and amounts and (panel.rows["value_base"] > 0).all():
        axis = {
            "type": "log",
            "dtick": "D2" if panel.rows["value_base"].max() < 50 * panel.rows["value_base"].min() else 1,
        }
    panel.figure.update_yaxes(**axis, row=panel.row, col=1)
    panel.figure.add_annotation(
        text=f"<b>{said}</b>  {panel.unit.name}",
        xref="paper",
        x=0,
        yref="y domain" if panel.row == 1 else f"y{panel.row} domain",
        y=1,
        xanchor="left",
        yanchor="bottom",
        yshift=10,
        showarrow=False,
    )


def _range(panel: _Panel, from_zero: bool) -> list[float]:
    """The ends of the value axis, with room for the labels above and below the outermost marks."""
    values = panel.y(panel.rows["value_base"])
    values += [value / panel.unit.size for rivals in panel.rows["rival_values"] for value in rivals]
    low, high = min(values), max(values)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    room = (high - low or abs(high) or 1.0) * 0.16
    return [low if low == 0 and from_zero else low - room, high if high == 0 and from_zero else high + room]


def _draw_entity(panel: _Panel, rows: pd.DataFrame, colour: str, labelled: bool) -> None:
    for pair, solid in joints(rows):
        line = {"color": colour, "width": 2.2 if solid else 1.2, "dash": "solid" if solid else "dash"}
        panel.add(x=list(pair["x"]), y=panel.y(pair["value_base"]), mode="lines", line=line)
    for _, row in rows[rows["mark"].isin(["part", "years"])].iterrows():
        value = row["value_base"] / panel.unit.size
        width = 4 if row["mark"] == "years" else 2
        line = {"color": colour, "width": width}
        panel.add(x=[row["since"], row["until"]], y=[value, value], mode="lines", line=line, opacity=0.55)
    _draw_rivals(panel, rows, colour)
    for mark, marked in rows.groupby("mark", sort=False):
        bounds = marked["bound"].isin(["at_least", "at_most"])
        symbols = ["line-ew-open" if bound else SYMBOLS[str(mark)] for bound in bounds]
        sizes = [16 if bound else SIZES[str(mark)] for bound in bounds]
        # with sizes in a list plotly would make marks translucent
        marker = {
            "symbol": symbols,
            "size": sizes,
            "color": colour,
            "opacity": 1,
            "line": {"width": 2, "color": colour},
        }
        panel.add_marks(marked, marker, **(panel.labels(marked, theme.INK[panel.scheme]) if labelled else {}))
    about = rows[rows["bound"] == "about"]
    if not about.empty:
        ring = {"symbol": "circle-open", "size": 17, "color": colour, "line": {"width": 1.5}}
        panel.add(x=list(about["x"]), y=panel.y(about["value_base"]), mode="markers", marker=ring)


def _draw_rivals(panel: _Panel, rows: pd.DataFrame, colour: str) -> None:
    for _, row in rows[rows["rivals"].map(len) > 0].iterrows():
        values = [value / panel.unit.size for value in (row["value_base"], *row["rival_values"])]
        marker = {"symbol": "line-ew-open", "size": 10, "color": colour, "line": {"width": 1.5}}
        panel.add(
            x=[row["x"]] * len(values),
            y=values,
            mode="lines+markers",
            marker=marker,
            line={"color": colour, "width": 1},
        )


def _draw_bounds(panel: _Panel) -> None:
    """Arrows away from the tick of a bound: up from 超1000, down from 不到1000; a fall of 3% or more points down."""
    rows = panel.rows[panel.rows["bound"].isin(["at_least", "at_most"])]
    for _, row in rows.iterrows():
        is_target = row["status"] == "target"
        colour = theme.TARGET[panel.scheme] if is_target else panel.colours[row["entity"]]
        marker = {
            "symbol": "arrow-down-open",
            "angle": 180 if _points_up(row) else 0,
            "standoff": 15,
            "size": 9,
            "color": colour,
            "line": {"width": 1.6},
        }
        panel.add(
            x=[row["x"]], y=[row["value_base"] / panel.unit.size], mode="markers", marker=marker, cliponaxis=False
        )


def _points_up(row: pd.Series) -> bool | None:
    """Which way the arrow of a bound points, None where there is no bound."""
    if row["bound"] not in {"at_least", "at_most"}:
        return None
    return bool((row["bound"] == "at_least") == (row["value_base"] >= 0))


def _draw_targets(panel: _Panel, targets: pd.DataFrame) -> None:
    vermilion = theme.TARGET[panel.scheme]
    keys = ["entity", "basis", "period_start", "period_end"]
    for _, group in targets.groupby(keys, sort=False, dropna=False):
        values = panel.y(group["value_base"])
        since, until = group["since"].iloc[0], group["until"].iloc[0]
        if len(values) > 1:
            panel.add(
                x=[since, until, until, since],
                y=[min(values), min(values), max(values), max(values)],
                mode="none",
                fill="toself",
                fillcolor="rgba(0,0,0,0)",
                fillpattern={"shape": "/", "size": 7, "solidity": 0.18, "fgcolor": vermilion, "fgopacity": 0.8},
            )
        for value, (_, row) in zip(values, group.iterrows(), strict=True):
            upper = row["target_tier"] == "stretch" or row["edge"] == "upper"
            line = {"color": vermilion, "width": 2 if upper else 3.5, "dash": "dot" if upper else "solid"}
            panel.add(x=[since, until], y=[value, value], mode="lines", line=line)
    if targets.empty:
        return
    fills = [panel.colours[entity] for entity in targets["entity"]]
    marker = {
        "symbol": "diamond-wide",
        "size": 11,
        "color": fills,
        "opacity": 1,
        "line": {"width": 2, "color": vermilion},
    }
    panel.add_marks(targets, marker, **(panel.labels(targets, vermilion) if len(targets) <= MOST_LABELS else {}))


def _dress(figure: go.Figure, years: tuple[int, int], height: int, scheme: str) -> None:
    """Axes, year stripes and size."""
    first, last = years
    stripes = [
        {
            "type": "rect",
            "xref": "x",
            "yref": "paper",
            "x0": f"{year}-01-01",
            "x1": f"{year + 1}-01-01",
            "y0": 0,
            "y1": 1,
            "fillcolor": theme.SHADE[scheme],
            "line": {"width": 0},
            "layer": "below",
        }
        for year in range(first, last + 1)
        if year % 2
    ]
    rule = theme.RULE[scheme]
    step = next(step for step in (1, 2, 3, 5, 10, 20, 50) if (last - first + 1) / step <= 9)
    figure.update_layout(
        **theme.base_layout(scheme),
        height=height + 70,
        margin={"l": 56, "r": 16, "t": 44, "b": 36},
        shapes=stripes,
        uirevision="stay",
    )
    figure.update_xaxes(
        range=[f"{first}-01-01", f"{last + 1}-01-01"],
        type="date",
        dtick=f"M{12 * step}",
        tick0=f"{last}-01-01",
        tickformat="%Y",
        ticklabelmode="period",
        showgrid=False,
        linecolor=theme.FAINT[scheme],
        ticks="",
        fixedrange=False,
    )
    figure.update_xaxes(showticklabels=True)
    figure.update_yaxes(
        gridcolor=rule,
        zerolinecolor=theme.FAINT[scheme],
        zerolinewidth=1,
        automargin=True,
        nticks=6,
        separatethousands=True,
    )

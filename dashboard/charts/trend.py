"""How has an indicator moved over time in one or several parks, and what was meant to be reached?

One panel for each measure and base unit, one above the other on a common time axis: amounts never share an axis with
rates, nor growth on the year before with growth over many years. What the marks mean is said in
`dashboard.charts.marks`; targets are vermilion rules over their period, floor and stretch with a hatched band between;
a bound has an arrow; a rival value is a tick on a thin line.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard import theme
from dashboard.charts.actuals import draw_actuals, draw_arrows
from dashboard.charts.compared import draw_earlier, draw_median
from dashboard.charts.drawing import Drawing, Figure, axis_number, empty_figure, value_axis
from dashboard.charts.goals import draw_targets
from dashboard.charts.notes import Note, noted
from dashboard.charts.panel import Panel
from dashboard.charts.reckoned import draw_derived
from dashboard.rows import Record, grouped
from dashboard.words import BASES, MEASURES, Words
from indicators.amounts import MULTIPLES, RATES

FIRST_HEIGHT, NEXT_HEIGHT = 330, 210
SMALL_HEIGHT = 180
MOST_LABELS = 9


class Earlier(NamedTuple):
    """Placed rows (as those drawn) as they were known on an earlier `day`."""

    day: str
    rows: Sequence[Record]


def years_of(placed: Sequence[Record]) -> tuple[int, int]:
    """The first and the last year to draw for these placed rows, three at least: one year alone is no time axis."""
    first = min(row["since"] for row in placed).year
    last = max(row["period_end"] for row in placed).year
    return (first, last) if last - first >= 2 else (first - 1, max(last, first + 1))


def draw(
    placed: Sequence[Record],
    colours: Mapping[str, str],
    words: Words,
    scheme: str,
    log: bool = False,
    years: tuple[int, int] | None = None,
    unit: str = "",
    small: bool = False,
    median: pd.DataFrame | None = None,
    earlier: Earlier | None = None,
    notes: Sequence[Note] = (),
) -> Figure:
    """The chart of rows that are `placed` (`dashboard.charts.marks`); `colours` has one for each entity, `log` holds
    for amounts alone.

    `years` are the first and the last year of the axis, for charts that stand beside others; their own if not given.
    `median` has `measure`, `unit_base`, `year`, `value_base` and `parks` of a group to compare with, `earlier` what was
    known on another day.

    Every mark carries the short name of its series row as `customdata`, so that a click leads to its sentence.
    """
    if not placed:
        return empty_figure(scheme)
    panels = sorted(_panels(placed).items(), key=lambda panel: _order(panel[0], panel[1][0]["kind"]))
    heights = [SMALL_HEIGHT] * len(panels) if small else [FIRST_HEIGHT, *[NEXT_HEIGHT] * (len(panels) - 1)]
    drawing = Drawing(heights, spacing=min(0.2 if small else 0.12, 0.6 / len(panels)))
    axes, titles = [], []
    for place_in_figure, ((measure, base, basis), panel_rows) in enumerate(panels, start=1):
        said = " ".join(filter(None, (words.code(MEASURES, measure), words.code(BASES, basis))))
        panel = Panel(drawing, place_in_figure, panel_rows, colours, words, scheme, unit)
        if median is not None:
            draw_median(panel, median[(median["measure"] == measure) & (median["unit_base"] == base)])
        if earlier is not None:
            was = _panels(_actuals(earlier.rows)).get((measure, base, basis), [])
            of_these = {row["entity"] for row in panel_rows}
            draw_earlier(panel, [row for row in was if row["entity"] in of_these], earlier.day)
        _draw_panel(panel, small)
        axes.append(_value_axis(panel, measure, base, log))
        titles.append(_title(panel, said))
    return _dressed(drawing, axes, titles, years or years_of(placed), sum(heights), notes, scheme)


def _panels(placed: Iterable[Record]) -> dict[tuple[Any, ...], list[Record]]:
    """The rows by measure, base unit and, of growth, what it is growth on."""
    panels: dict[tuple[Any, ...], list[Record]] = {}
    for row in placed:
        basis = row["basis"] if row["measure"] == "growth" else ""
        panels.setdefault((row["measure"], row["unit_base"], basis), []).append(row)
    return panels


def _order(panel: tuple[Any, ...], kind: str) -> tuple[bool, int, int]:
    """What to sort panels by; last come levels that are none of the indicator: its multiples, shares of an amount."""
    measure, base, basis = panel
    aside = measure == "level" and kind != "rate" and base in (RATES if kind else MULTIPLES)
    return aside, list(MEASURES).index(measure), ["", *BASES].index(basis)


def _actuals(rows: Iterable[Record]) -> list[Record]:
    return [row for row in rows if row["status"] == "actual"]


def _draw_panel(panel: Panel, small: bool) -> None:
    said_so = [row for row in panel.rows if not row["method"]]
    targets, actuals = [row for row in said_so if row["status"] == "target"], _actuals(said_so)
    draw_targets(panel, targets, labelled=not small and len(targets) <= MOST_LABELS)
    labelled = not small and len(actuals) <= MOST_LABELS
    for (entity,), rows in grouped(actuals, "entity").items():
        draw_actuals(panel, rows, panel.colours[entity], labelled)
    draw_derived(panel, [row for row in panel.rows if row["method"]])
    draw_arrows(panel)


def _value_axis(panel: Panel, measure: str, base: str, log: bool) -> dict[str, Any]:
    amounts = base not in {"%", "pp", "index"} and measure in {"level", "change"}
    values = [row["value_base"] for row in panel.rows]
    if log and (amounts or base == "index") and min(values) > 0:
        return {"type": "log", "dtick": "D2" if max(values) < 50 * min(values) else 1}
    if measure == "rank":
        return {"autorange": "reversed", "zeroline": False}
    from_zero = amounts or measure in {"growth", "share", "part"}
    return {"range": panel.ends(from_zero), "zeroline": from_zero}


def _title(panel: Panel, said: str) -> dict[str, Any]:
    return {
        "text": f"<b>{said}</b>  {panel.unit.name}",
        "xref": "paper",
        "x": 0,
        "yref": f"y{axis_number(panel.row)} domain",
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 10,
        "showarrow": False,
    }


def _dressed(
    drawing: Drawing,
    axes: Sequence[dict[str, Any]],
    titles: Sequence[dict[str, Any]],
    years: tuple[int, int],
    height: int,
    notes: Sequence[Note],
    scheme: str,
) -> Figure:
    """The figure with its axes, year stripes, notes and size."""
    shapes, texts = noted(notes, years, height, scheme)
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
    step = next(step for step in (1, 2, 3, 5, 10, 20, 50) if (last - first + 1) / step <= 9)
    times = {
        "range": [f"{first}-01-01", f"{last + 1}-01-01"],
        "type": "date",
        "dtick": f"M{12 * step}",
        "tick0": f"{last}-01-01",
        "tickformat": "%Y",
        "ticklabelmode": "period",
        "tickangle": 0,  # where they would meet, `assets/labels.js` leaves some out
        "showgrid": False,
        "showticklabels": True,
        "linecolor": theme.FAINT[scheme],
        "ticks": "",
        "fixedrange": False,
    }
    values = value_axis(scheme)
    dressed: dict[str, Any] = {}
    for row, axis in enumerate(axes, start=1):
        dressed |= {f"xaxis{axis_number(row)}": times, f"yaxis{axis_number(row)}": values | axis}
    return drawing.finished(
        scheme,
        **dressed,
        height=height + (104 if texts else 70),
        margin={"l": 56, "r": 16, "t": 70 if texts else 36, "b": 34},
        shapes=[*stripes, *shapes],
        annotations=[*titles, *texts],
        uirevision="stay",
    )

"""How an indicator has moved in the parks chosen, with every mark leading to its sentence."""

from dataclasses import replace
from typing import Any

import pandas as pd
from dash import Dash, Input, Output, html

from dashboard import ids, points, theme
from dashboard.comparing.forms import latest_is_part_of_a_year, months_of
from dashboard.comparing.groups import groups_of
from dashboard.components.evidence import beside, evidence_panel
from dashboard.components.shell import page
from dashboard.components.trend_controls import (
    CHANGING,
    CONTROLS,
    can_derive,
    options_of,
    trend_controls,
)
from dashboard.components.trend_frame import trend_frame
from dashboard.components.trend_table import trend_table
from dashboard.library import Library
from dashboard.library.reckoned import beside_stated, derived_table
from dashboard.shelf import Shelf
from dashboard.state import TrendChoice
from dashboard.steering import Steering
from dashboard.words import Words
from indicators.gazetteer import canonical

PATH = "/trends"
STEERING = Steering(PATH, ids.TREND_URL, TrendChoice, CONTROLS)
DEFAULT_PARKS = 2
SHOWN_FIRST = ("level", "growth")


def resolve(library: Library, choice: TrendChoice) -> TrendChoice:
    """The choice with what was left open filled in: parks by the names they have here, an indicator that they have,
    measures it comes in, the same months of each year where the freshest figure is one of part of a year. A park that
    is not there stays, so that this can be said."""
    known = set(library.parks())
    parks = tuple(dict.fromkeys(park if park in known else canonical(park) for park in choice.park))
    indicator = choice.indicator
    if not indicator:
        options = library.indicator_options(parks)
        indicator = options[0].name if options else ""
    if not parks:
        parks = (library.parks_with(indicator) or tuple(library.parks()))[:DEFAULT_PARKS]
    there = library.measures(indicator, parks)
    measures = tuple(measure for measure in choice.measure if measure in there)
    if not measures:
        measures = tuple(measure for measure in SHOWN_FIRST if measure in there) or there[:1]
    rows = library.trend(parks, indicator, ("level", "growth"), choice.segments)
    spans = [f"{first}-{last}" for first, last in months_of(rows)]
    months = choice.months if choice.months in spans else (spans[0] if spans else "")
    time = choice.time
    if time == "auto":
        time = "same" if latest_is_part_of_a_year(rows) else "axis"
    median = choice.median
    if median and median not in {group for group, _ in groups_of(library, parks, Words("zh"))}:
        median = ""
    return replace(choice, park=parks, indicator=indicator, measure=measures, time=time, months=months, median=median)


def view(library: Library, choice: TrendChoice, words: Words, scheme: str = "light") -> list:
    """The whole page: controls, chart, evidence, table; in a frame of another page the chart alone."""
    shown = resolve(library, choice)
    address = STEERING.wheel(shown)
    chart = html.Div(trend_frame(library, shown, words, scheme), id=ids.TREND_VIEWED)
    rest = [
        html.Div(evidence_panel(library, shown.point, words), id=ids.TREND_EVIDENCE),
        html.Div(trend_table(library, shown, words), id=ids.TREND_TABLE),
    ]
    controls = trend_controls(library, shown, words)
    if choice.embed:
        return [html.Div([*address, chart, html.Div([controls, *rest], hidden=True)], className="embedded")]
    lead = words("选园区和指标，看它怎样变化；点任一标记，看是哪句话说的。")
    return page(words("趋势"), lead, [*address, controls, beside(chart, *rest)])


def rows_of(library: Library, choice: TrendChoice) -> pd.DataFrame:
    """The series rows of a resolved choice, with `method`: how a derived value came about, "" of a stated one."""
    asked = (choice.park, choice.indicator, choice.measure, choice.segments)
    derived = library.derived_beside(*asked) if choice.derived else []
    return beside_stated(library.trend(*asked), derived_table(derived))


def _earlier(shelf: Shelf, library: Library, shown: TrendChoice) -> Library | None:
    """What was known on the day to compare with, None where there is no such day or it is not before the one shown."""
    earlier = shelf.at(shown.vintage)
    is_before = earlier.as_of and (not library.as_of or earlier.as_of < library.as_of)
    return earlier if is_before else None


def register(app: Dash, shelf: Shelf) -> None:
    """The page's callbacks: controls -> address -> chart; click -> address -> sentence."""

    @app.callback(
        output={
            "answered": STEERING.output,
            "options": [Output(control, "data") for control in CHANGING],
            "whole": Output(ids.TREND_SEGMENTS, "disabled"),
            "underived": Output(ids.TREND_DERIVED, "disabled"),
            "frame": Output(ids.TREND_VIEWED, "children"),
            "table": Output(ids.TREND_TABLE, "children"),
            "evidence": Output(ids.TREND_EVIDENCE, "children"),
        },
        inputs=STEERING.inputs | {"light": Input(ids.LIGHT, "data")},
        prevent_initial_call=True,  # the page comes with its content
    )
    def show(search: str, path: str, light: str) -> dict[str, Any]:
        choice, library, words = STEERING.asked(shelf, search, path)
        shown = resolve(library, choice)
        return {
            "answered": STEERING.answer(search, shown),
            "options": [options_of(control, library, shown, words) for control in CHANGING],
            "whole": not library.has_segments(shown.park, shown.indicator),
            "underived": not can_derive(library, shown),
            "frame": trend_frame(library, shown, words, theme.scheme_of(light), _earlier(shelf, library, shown)),
            "table": trend_table(library, shown, words),
            "evidence": evidence_panel(library, shown.point, words),
        }

    STEERING.register(app)
    points.register(app, "trends", ids.TREND_URL, ids.TREND_EVIDENCE)

"""Many parks at one time: ranked with their spread over the years, two indicators together, all in a table."""

from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, html

from dashboard import ids, points, theme
from dashboard.comparing.groups import ALL as ALL_PARKS
from dashboard.comparing.groups import members
from dashboard.comparing.snapshot import comparable, main_period, paired_period, periods
from dashboard.components.compare_controls import CHANGING, CONTROLS, compare_controls, options_of
from dashboard.components.compare_frames import compare_frames
from dashboard.components.evidence import beside, evidence_panel
from dashboard.components.shell import page
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import CompareChoice
from dashboard.steering import Steering
from dashboard.words import Words

PATH = "/compare"
STEERING = Steering(PATH, ids.COMPARE_URL, CompareChoice, CONTROLS)


def resolve(library: Library, choice: CompareChoice) -> CompareChoice:
    """The choice with what was left open filled in: an indicator that many parks have, its best known late period."""
    group = choice.group if members(library, choice.group) else ALL_PARKS
    parks = members(library, group)
    options = [option.name for option in library.most_shared(parks)]
    indicator = choice.indicator or (options[0] if options else "")
    against = choice.against or next((name for name in options if name != indicator), "")
    there = library.measures(indicator, parks)
    measure = choice.measure if choice.measure in there else (there[0] if there else "level")
    rows = comparable(library, parks, indicator, measure)
    period = choice.period if choice.period in periods(rows) else ""
    if not period and choice.view == "scatter":
        period = paired_period(rows, comparable(library, parks, against, measure))
    known = set(library.parks())
    return replace(
        choice,
        group=group,
        indicator=indicator,
        against=against,
        measure=measure,
        period=period or main_period(rows),
        park=tuple(park for park in choice.park if park in known),
    )


def view(library: Library, choice: CompareChoice, words: Words, scheme: str = "light") -> list:
    """The whole page; in a frame of another page the charts alone."""
    shown = resolve(library, choice)
    address = STEERING.wheel(shown)
    charts = html.Div(compare_frames(library, shown, words, scheme), id=ids.COMPARE_VIEWED)
    controls = compare_controls(library, shown, words)
    evidence = html.Div(_evidence(library, shown, words), id=ids.COMPARE_EVIDENCE)
    if choice.embed:
        return [
            html.Div(
                [*address, charts, html.Div([controls, evidence], hidden=True, id=ids.COMPARE_LAYOUT)],
                className="embedded",
            )
        ]
    lead = words("同一时期，各园区谁多谁少；缺的留白，不补。")
    layout = html.Div([controls, beside(charts, evidence, None)], id=ids.COMPARE_LAYOUT, className=_layout(shown))
    return page(words("对比"), lead, [*address, layout])


def _evidence(library: Library, shown: CompareChoice, words: Words) -> Any:
    return [] if shown.view == "heat" else evidence_panel(library, shown.point, words)


def _layout(shown: CompareChoice) -> str:
    """The class of the whole: it hides what a view has no use for."""
    return f"compare {shown.view}"


def register(app: Dash, shelf: Shelf) -> None:
    """The page's callbacks: controls -> address -> charts; click -> address -> sentence."""

    @app.callback(
        output={
            "answered": STEERING.output,
            "options": [Output(control, "data") for control in CHANGING],
            "layout": Output(ids.COMPARE_LAYOUT, "className"),
            "frames": Output(ids.COMPARE_VIEWED, "children"),
            "evidence": Output(ids.COMPARE_EVIDENCE, "children"),
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
            "layout": _layout(shown),
            "frames": compare_frames(library, shown, words, theme.scheme_of(light)),
            "evidence": _evidence(library, shown, words),
        }

    STEERING.register(app)
    points.register(app, "compare", ids.COMPARE_URL, ids.COMPARE_EVIDENCE)

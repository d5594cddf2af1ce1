"""The controls of the targets page: a park or an indicator, and a year."""

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.comparing import promises
from dashboard.components.fields import indicator_field, park_field, segmented, select
from dashboard.library import Library
from dashboard.state import TargetChoice
from dashboard.steering import Control
from dashboard.words import Words

# another park, indicator or view has its own year
CONTROLS = (
    Control(ids.TARGET_VIEW, "view", clears=("point", "year")),
    Control(ids.TARGET_PARK, "park", clears=("point", "year"), holds=None),
    Control(ids.TARGET_INDICATOR, "indicator", clears=("point", "year"), holds=None),
    Control(ids.TARGET_YEAR, "year", clears=("point",), holds=None),
)
CHANGING = (ids.TARGET_INDICATOR, ids.TARGET_YEAR)


def options_of(control: str, library: Library, shown: TargetChoice, words: Words) -> list[dict[str, Any]]:
    """What a field with changing options offers for a resolved choice."""
    if control == ids.TARGET_YEAR:
        return [{"value": key, "label": text} for key, text in _years(library, shown, words)]
    return [
        {"value": one.name, "label": f"{library.title(one.name, words.language)} ({one.values})"}
        for one in promises.indicators_with_targets(library)[:400]
    ]


def target_controls(library: Library, shown: TargetChoice, words: Words) -> dmc.Paper:
    """All controls, set to a resolved choice; the style sheet hides the field that a view has no use for."""
    views = (("park", words("一个园区")), ("indicator", words("一个指标")))
    indicators = options_of(ids.TARGET_INDICATOR, library, shown, words)
    controls = [
        segmented(ids.TARGET_VIEW, words("看法"), views, shown.view),
        html.Div(
            park_field(ids.TARGET_PARK, library.parks_with_targets, shown.park, words), className="wide of-a-park"
        ),
        html.Div(
            indicator_field(ids.TARGET_INDICATOR, indicators, shown.indicator, words), className="wide of-an-indicator"
        ),
        select(ids.TARGET_YEAR, words("年份"), _years(library, shown, words), shown.year),
    ]
    return dmc.Paper(html.Div(controls, className="controls"), withBorder=True, p="md", mb="md")


def _years(library: Library, shown: TargetChoice, words: Words) -> list[tuple[str, str]]:
    if shown.view == "park":
        return [(str(year), str(year)) for year in library.target_years(shown.park)]
    years = [(str(year), str(year)) for year in promises.years_of(library, shown.indicator)]
    return [(promises.ALL_YEARS, words("全部年份")), *years]

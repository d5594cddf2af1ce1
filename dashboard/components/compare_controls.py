"""The controls of the comparison page."""

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.comparing.groups import ALL, KIND_NAMES, LEAST_PARKS, listed, members
from dashboard.comparing.snapshot import comparable, period_label, periods
from dashboard.components.fields import indicator_field, segmented, select
from dashboard.library import Library
from dashboard.state import CompareChoice
from dashboard.steering import Control
from dashboard.words import MEASURES, Words

CONTROLS = (
    Control(ids.COMPARE_VIEW, "view", clears=("point",)),
    Control(ids.COMPARE_INDICATOR, "indicator", clears=("point", "period")),
    Control(ids.COMPARE_AGAINST, "against", clears=("point",)),
    Control(ids.COMPARE_GROUP, "group", clears=("point", "period")),
    Control(ids.COMPARE_MEASURE, "measure", clears=("point", "period")),
    Control(ids.COMPARE_PERIOD, "period", clears=("point",)),
    Control(ids.COMPARE_PARKS, "park", clears=("point",)),
    Control(ids.COMPARE_SCALE, "scale", clears=("point",)),
)
CHANGING = (ids.COMPARE_INDICATOR, ids.COMPARE_AGAINST, ids.COMPARE_MEASURE, ids.COMPARE_PERIOD, ids.COMPARE_PARKS)
MOST_PERIODS = 80


def options_of(control: str, library: Library, shown: CompareChoice, words: Words) -> list[Any]:
    """What a field with changing options offers for a resolved choice."""
    parks = members(library, shown.group)
    if control in {ids.COMPARE_INDICATOR, ids.COMPARE_AGAINST}:
        return [
            {"value": one.name, "label": f"{library.title(one.name, words.language)} ({one.values})"}
            for one in library.most_shared(parks)[:400]
        ]
    if control == ids.COMPARE_MEASURE:
        there = library.measures(shown.indicator, parks)
        return [{"value": measure, "label": words.code(MEASURES, measure)} for measure in there]
    if control == ids.COMPARE_PERIOD:
        known = periods(comparable(library, parks, shown.indicator, shown.measure))[:MOST_PERIODS]
        return [{"value": period, "label": period_label(period, words.language)} for period in known]
    return list(parks)


def compare_controls(library: Library, shown: CompareChoice, words: Words) -> dmc.Paper:
    """All controls, set to a resolved choice."""
    views = (("ranking", words("排名")), ("scatter", words("两指标")), ("heat", words("热力表")))
    scales = (("linear", words("线性")), ("log", words("对数")))
    first = [
        segmented(ids.COMPARE_VIEW, words("看法"), views, shown.view),
        indicator_field(
            ids.COMPARE_INDICATOR, options_of(ids.COMPARE_INDICATOR, library, shown, words), shown.indicator, words
        ),
        indicator_field(
            ids.COMPARE_AGAINST,
            options_of(ids.COMPARE_AGAINST, library, shown, words),
            shown.against,
            words,
            words("横轴指标"),
            "wide against",
        ),
    ]
    periods_known = [(one["value"], one["label"]) for one in options_of(ids.COMPARE_PERIOD, library, shown, words)]
    measures = [(one["value"], one["label"]) for one in options_of(ids.COMPARE_MEASURE, library, shown, words)]
    second = [
        select(ids.COMPARE_MEASURE, words("看什么"), measures, shown.measure),
        select(ids.COMPARE_PERIOD, words("时期"), periods_known, shown.period),
        select(ids.COMPARE_GROUP, words("范围|组"), _groups(library, words), shown.group),
        segmented(ids.COMPARE_SCALE, words("坐标"), scales, shown.scale),
        dmc.MultiSelect(
            id=ids.COMPARE_PARKS,
            label=words("突出显示"),
            data=options_of(ids.COMPARE_PARKS, library, shown, words),
            value=list(shown.park),
            searchable=True,
            limit=200,
            hidePickedOptions=True,
            className="wide",
        ),
    ]
    rows = [html.Div(first, className="controls"), html.Div(second, className="controls compact")]
    return dmc.Paper(dmc.Stack(rows, gap="sm"), withBorder=True, p="md", mb="md")


def _groups(library: Library, words: Words) -> list[tuple[str, str]]:
    """All groups with members enough: all parks, kinds, provinces."""
    known = [park for park in map(listed, library.parks()) if park is not None]
    found = [(kind, words(name)) for kind, name in KIND_NAMES.items()]
    found += [(province, province) for province in dict.fromkeys(park.province for park in known)]
    return [
        (ALL, words("全部园区")),
        *((key, name) for key, name in found if len(members(library, key)) >= LEAST_PARKS),
    ]

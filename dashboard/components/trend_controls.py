"""The controls of the trends page, and what each may be set to for the choice at hand."""

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.comparing.forms import months_label, months_of
from dashboard.comparing.groups import groups_of
from dashboard.components.fields import day_field, indicator_field, indicator_groups, parks_field, segmented, select
from dashboard.library import Library
from dashboard.state import TrendChoice
from dashboard.steering import Control
from dashboard.units import nominal_units
from dashboard.words import MEASURES, Words

CONTROLS = (
    Control(ids.TREND_PARKS, "park"),
    Control(ids.TREND_INDICATOR, "indicator", clears=("measure", "point", "unit", "months", "time")),
    Control(ids.TREND_MEASURES, "measure"),
    Control(ids.TREND_FORM, "form"),
    Control(ids.TREND_SCALE, "scale"),
    Control(ids.TREND_VIEW, "view"),
    Control(ids.TREND_TIME, "time"),
    Control(ids.TREND_MONTHS, "months", sets=(("time", "same"),)),
    Control(ids.TREND_UNIT, "unit"),
    Control(ids.TREND_MEDIAN, "median"),
    Control(ids.TREND_VINTAGE, "vintage", holds=None),
    Control(ids.TREND_BARE, "bare", "checked", "off"),  # the switch says that notes are shown
    Control(ids.TREND_SEGMENTS, "segments", "checked", "on"),
    Control(ids.TREND_DERIVED, "derived", "checked", "on"),
)


def options_of(control: str, library: Library, shown: TrendChoice, words: Words) -> list[Any]:
    """What a field with changing options offers for a resolved choice."""
    if control == ids.TREND_INDICATOR:
        return indicator_groups(library, shown.park, shown.indicator, words)
    if control == ids.TREND_MEASURES:
        there = library.measures(shown.indicator, shown.park)
        return [{"value": measure, "label": words.code(MEASURES, measure)} for measure in there]
    pairs = {ids.TREND_MONTHS: _months, ids.TREND_UNIT: _units, ids.TREND_MEDIAN: _medians}[control]
    return [{"value": key, "label": text} for key, text in pairs(library, shown, words)]


CHANGING = (ids.TREND_INDICATOR, ids.TREND_MEASURES, ids.TREND_MONTHS, ids.TREND_UNIT, ids.TREND_MEDIAN)


def trend_controls(library: Library, shown: TrendChoice, words: Words) -> dmc.Paper:
    """All controls, set to a resolved choice: what is looked at above, how it is drawn below."""
    what = [
        parks_field(ids.TREND_PARKS, library.parks(), shown.park, words),
        indicator_field(
            ids.TREND_INDICATOR, options_of(ids.TREND_INDICATOR, library, shown, words), shown.indicator, words
        ),
        dmc.MultiSelect(
            id=ids.TREND_MEASURES,
            label=words("看什么"),
            data=options_of(ids.TREND_MEASURES, library, shown, words),
            value=list(shown.measure),
            clearable=False,
            className="narrow",
        ),
    ]
    forms = (("stated", words("原值")), ("index", words("指数")), ("part", words("占比|形")))
    scales = (("linear", words("线性")), ("log", words("对数")))
    views = (("together", words("合并")), ("apart", words("分开")))
    times = (("axis", words("时间轴")), ("same", words("同期")))
    how = [
        segmented(ids.TREND_TIME, words("时间"), times, shown.time),
        select(ids.TREND_MONTHS, words("哪段"), _months(library, shown, words), shown.months),
        segmented(ids.TREND_FORM, words("数值"), forms, shown.form),
        segmented(ids.TREND_SCALE, words("坐标"), scales, shown.scale),
        segmented(ids.TREND_VIEW, words("图形"), views, shown.view),
        select(ids.TREND_UNIT, words("单位"), _units(library, shown, words), shown.unit),
        select(ids.TREND_MEDIAN, words("对照"), _medians(library, shown, words), shown.median),
        day_field(
            ids.TREND_VINTAGE, shown.vintage, words, words("不对照"), label=words("当时所知"), className="narrow"
        ),
        dmc.Switch(id=ids.TREND_BARE, label=words("标注"), checked=not shown.bare, className="switch"),
        dmc.Switch(
            id=ids.TREND_SEGMENTS,
            label=words("分片区、分行业"),
            checked=shown.segments,
            disabled=not library.has_segments(shown.park, shown.indicator),
            className="switch",
        ),
        dmc.Switch(
            id=ids.TREND_DERIVED,
            label=words("推算的数"),
            checked=shown.derived,
            disabled=not can_derive(library, shown),
            className="switch",
        ),
    ]
    rows = [html.Div(what, className="controls"), html.Div(how, className="controls compact")]
    return dmc.Paper(dmc.Stack(rows, gap="sm"), withBorder=True, p="md", mb="md")


def can_derive(library: Library, shown: TrendChoice) -> bool:
    """Whether there are derived values, and they can be drawn: on the time axis, as they are."""
    as_stated = shown.form == "stated" and shown.time == "axis"
    return as_stated and library.derivable(shown.park, shown.indicator, shown.measure, shown.segments) > 0


def _months(library: Library, shown: TrendChoice, words: Words) -> list[tuple[str, str]]:
    known = months_of(library.trend(shown.park, shown.indicator, ("level", "growth"), shown.segments))
    found = [(f"{first}-{last}", months_label((first, last), words.language)) for first, last in known]
    if not found:
        return [("", words("没有"))]
    return found


def _units(library: Library, shown: TrendChoice, words: Words) -> list[tuple[str, str]]:
    rows = library.trend(shown.park, shown.indicator, ("level",), shown.segments)
    units: dict[str, list[str]] = {}
    for base, unit in zip(rows["unit_base"], rows["unit"], strict=True):
        units.setdefault(base, []).append(unit)
    found = [("", words("自动"))]
    for base, of_base in units.items():
        choices = nominal_units(of_base, base, words.language)
        found += [(unit.name, unit.name) for unit in choices if len(choices) > 1 and unit.name]
    return list(dict.fromkeys(found))


def _medians(library: Library, shown: TrendChoice, words: Words) -> list[tuple[str, str]]:
    named = [(group, words("{group}的中位数", group=name)) for group, name in groups_of(library, shown.park, words)]
    return [("", words("不对照")), *named]

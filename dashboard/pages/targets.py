"""What was promised, what is known to have been reached, and how much of the time had passed: of a park in a year, or
of one indicator in all parks."""

from dataclasses import replace
from typing import Any

import dash_mantine_components as dmc
import pandas as pd
from dash import Dash, Input, Output, html

from dashboard import ids, points, theme
from dashboard.comparing import promises
from dashboard.components.chart_tools import chart_tools, source_line
from dashboard.components.charts import empty
from dashboard.components.evidence import beside, evidence_panel
from dashboard.components.shell import page
from dashboard.components.target_bullets import bullet_legend, drawable, target_bullets, target_label
from dashboard.components.target_controls import CHANGING, CONTROLS, options_of, target_controls
from dashboard.components.target_table import summary, target_table
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import TargetChoice, link
from dashboard.steering import Steering
from dashboard.words import Words

PATH = "/targets"
STEERING = Steering(PATH, ids.TARGET_URL, TargetChoice, CONTROLS)
CSV = "/download/targets.csv"
MOST_BULLETS = 40  # of amounts and of rates; all are in the table
MOST_NAMES = 30


def resolve(library: Library, choice: TargetChoice) -> TargetChoice:
    """The choice with an unknown or missing park, indicator or year replaced by the one with most targets."""
    parks = library.parks_with_targets
    park = choice.park if choice.park in parks else (parks[0] if parks else "")
    names = [one.name for one in promises.indicators_with_targets(library)]
    indicator = choice.indicator if choice.indicator in names else (names[0] if names else "")
    if choice.view == "park":
        years = [str(year) for year in library.target_years(park)]
        year = choice.year if choice.year in years else str(library.main_target_year(park) or "")
    else:
        years = [promises.ALL_YEARS, *map(str, promises.years_of(library, indicator))]
        year = choice.year if choice.year in years else promises.main_year(library, indicator)
    return replace(choice, park=park, indicator=indicator, year=year)


def view(library: Library, choice: TargetChoice, words: Words, scheme: str = "light") -> list:
    """The whole page: controls, bullets, table, both sentences; in a frame of another page the bullets alone."""
    shown = resolve(library, choice)
    address = STEERING.wheel(shown)
    content = html.Div(viewed(library, shown, words, scheme), id=ids.TARGET_VIEWED)
    controls = html.Div(target_controls(library, shown, words), id=ids.TARGET_LAYOUT, className=_layout(shown))
    if choice.embed:
        return [html.Div([*address, content, html.Div(controls, hidden=True)], className="embedded")]
    lead = words("目标与实绩同口径相比：增速比增速，数量比数量；年内累计只算进度。")
    return page(words("目标|页"), lead, [*address, controls, content])


def _layout(shown: TargetChoice) -> str:
    return f"targets by-{shown.view}"


def rows_of(library: Library, shown: TargetChoice) -> pd.DataFrame:
    """The targets of a resolved choice beside their actuals, in the order in which they are shown."""
    year = int(shown.year) if shown.year.isdecimal() else None
    if shown.view == "indicator":
        return promises.promised(library, shown.indicator, year)
    return pd.DataFrame() if year is None else library.targets(shown.park, year)


def title_of(library: Library, shown: TargetChoice, words: Words) -> str:
    """What a resolved choice is about."""
    about = shown.park if shown.view == "park" else library.title(shown.indicator, words.language)
    if shown.year == promises.ALL_YEARS:
        return words("{about}：历年目标与实绩", about=about)
    return words("{about}：{year}年目标与实绩", about=about, year=shown.year)


def viewed(library: Library, choice: TargetChoice, words: Words, scheme: str) -> list:
    """Bullets, table and, where one is opened, the sentences of target and actual, for a resolved choice."""
    matched = rows_of(library, choice)
    if matched.empty:
        return [empty(words("没有目标"), words("所读的文字里没有写明时间的目标。"))]
    bullets = _bullets(library, matched, choice, words, scheme)
    if choice.embed:
        return [bullets]
    content = beside(
        bullets,
        _both_sentences(library, matched, choice, words),
        dmc.Paper(target_table(library, matched, choice, words), withBorder=True, p="md", className="targets"),
    )
    return [dmc.Stack([summary(matched, words), content], gap="md")]


def _bullets(library: Library, matched: pd.DataFrame, choice: TargetChoice, words: Words, scheme: str) -> dmc.Paper:
    title = title_of(library, choice, words)
    charts = target_bullets(library, matched, title, words, scheme, most=MOST_BULLETS, view=choice.view)
    silent = _silent(library, matched, choice, words)
    if not charts:
        nothing = empty(words("尚无实绩"), words("所读的文字里没有可与这些目标相比、把握足够的实绩；目标列在表中。"))
        return dmc.Paper([nothing, *silent])
    known = drawable(matched)
    values = map(library.value, {*known["floor_series"], *known["stretch_series"], *known["actual_series"]})
    source = source_line(len({value["document"] for value in values if value is not None}), library.as_of, words)
    parts = [
        dmc.Title(title, order=2, size="h3", className="chart-title"),
        *charts,
        bullet_legend(known, words),
        *silent,
        chart_tools(title, source, link(CSV, choice), words),
    ]
    return dmc.Paper(dmc.Stack(parts, gap="xs"), withBorder=True, p="md", className="frame")


def _silent(library: Library, matched: pd.DataFrame, choice: TargetChoice, words: Words) -> list[dmc.Text]:
    """The parks that have the indicator and no target, where one indicator is looked at."""
    silent = promises.without_promise(library, choice.indicator, matched) if choice.view == "indicator" else []
    if not silent:
        return []
    said = words("有这个指标而没有读到目标的园区（{n} 个）：", n=len(silent)) + "、".join(silent[:MOST_NAMES])
    return [dmc.Text(said + ("……" if len(silent) > MOST_NAMES else ""), size="sm", c="dimmed")]


def _both_sentences(library: Library, matched: pd.DataFrame, choice: TargetChoice, words: Words) -> dmc.Stack:
    opened = matched[(matched["floor_series"] == choice.point) | (matched["stretch_series"] == choice.point)]
    if not choice.point or opened.empty:
        hint = words("点击图中任一目标，或表中的“出处”，这里并列目标和实绩的原句。")
        return dmc.Stack(dmc.Paper(dmc.Text(hint, size="sm", c="dimmed"), withBorder=True, p="md"))
    row = opened.iloc[0]
    parts: list[Any] = [dmc.Title(target_label(library, row, words, choice.view), order=2, size="h4")]
    for column, title in (("floor_series", "目标"), ("stretch_series", "力争目标"), ("actual_series", "实绩")):
        if row[column]:
            parts += [dmc.Text(words(title), fw=600, size="sm"), evidence_panel(library, row[column], words)]
    if not row["actual_series"]:
        parts.append(empty(words("尚无实绩"), words("所读的文字里没有这段时间的同口径实绩。")))
    return dmc.Stack(parts, gap="xs")


def register(app: Dash, shelf: Shelf) -> None:
    """The page's callbacks: controls -> address -> bullets; click -> address -> sentences."""

    @app.callback(
        output={
            "answered": STEERING.output,
            "options": [Output(control, "data") for control in CHANGING],
            "layout": Output(ids.TARGET_LAYOUT, "className"),
            "viewed": Output(ids.TARGET_VIEWED, "children"),
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
            "viewed": viewed(library, shown, words, theme.scheme_of(light)),
        }

    STEERING.register(app)
    points.register(app, "targets", ids.TARGET_URL, ids.TARGET_VIEWED)

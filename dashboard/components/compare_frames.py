"""The charts and tables of the comparison page in their frames."""

from dataclasses import replace
from typing import Any

import dash_mantine_components as dmc
import pandas as pd
from dash import html

from dashboard import theme
from dashboard.charts import ranking, scatter
from dashboard.charts.spread import draw_spread
from dashboard.comparing.groups import members
from dashboard.comparing.snapshot import comparable, period_label, snapshot
from dashboard.comparing.spread import spread
from dashboard.components.chart_tools import chart_tools, source_line
from dashboard.components.charts import empty, graph
from dashboard.components.compare_heat import heat_frames
from dashboard.components.compare_parts import CSV, SPREAD_CSV, common_unit, framed, nothing_to_compare
from dashboard.components.legend import entity_legend, mark_legend
from dashboard.components.tables import table
from dashboard.library import Library
from dashboard.state import CompareChoice, link
from dashboard.units import stated
from dashboard.words import MEASURES, Words
from indicators.table import records

MOST_BARS = 40
FEWEST_POINTS = 3  # of which a scatter says anything


def compare_frames(library: Library, choice: CompareChoice, words: Words, scheme: str) -> list[Any]:
    """The frames for a resolved choice."""
    draw = {"ranking": _ranking, "scatter": _scatter, "heat": heat_frames}[choice.view]
    return draw(library, choice, words, scheme)


def _colours(choice: CompareChoice, scheme: str) -> dict[str, str]:
    palette = theme.ENTITY_COLOURS[scheme]
    return {park: palette[number % len(palette)] for number, park in enumerate(choice.park)}


def _title(library: Library, choice: CompareChoice, words: Words) -> str:
    name = library.title(choice.indicator, words.language)
    measure = "" if choice.measure == "level" else f" · {words.code(MEASURES, choice.measure)}"
    return f"{name}{measure} · {period_label(choice.period, words.language)}"


def _ranking(library: Library, choice: CompareChoice, words: Words, scheme: str) -> list[Any]:
    rows = comparable(library, members(library, choice.group), choice.indicator, choice.measure)
    ranked = snapshot(rows, choice.period)
    if ranked.empty:
        return nothing_to_compare(words)
    unit, colours, title = common_unit(ranked, words.language), _colours(choice, scheme), _title(library, choice, words)
    top = ranked[(ranked.index < MOST_BARS) | ranked["park"].isin(choice.park)]
    figure = ranking.draw_ranking(top, colours, unit, words, scheme, choice.scale == "log")
    said = words("{n} 个园区有这一时期的数，单位 {unit}。", n=len(ranked), unit=unit.name or "—")
    if len(top) < len(ranked):
        said += words("图上是前 {n} 个，全部在 CSV 里。", n=MOST_BARS)
    source = source_line(ranked["document"].nunique(), library.as_of, words)
    hatched = {"hatched"} if top["bound"].isin(["at_least", "at_most"]).any() else set()
    frames = [
        framed(
            [
                dmc.Title(title, order=2, size="h3", className="chart-title"),
                dmc.Text(said, size="sm", c="dimmed"),
                graph(figure, "compare", "ranking", title, words),
                mark_legend(hatched, words, scheme),
                chart_tools(title, source, link(CSV, choice), words),
                _twin(ranked, choice, words),
            ]
        )
    ]
    over_time = spread(rows)
    if len(over_time) > 1:
        frames.append(_over_time(library, rows, over_time, choice, words, scheme))
    return [dmc.Stack(frames, gap="md")]


def _over_time(
    library: Library, rows: pd.DataFrame, spreads: pd.DataFrame, choice: CompareChoice, words: Words, scheme: str
) -> dmc.Paper:
    """How the parks spread over the years, with the parks that stand out."""
    unit, colours = common_unit(rows, words.language), _colours(choice, scheme)
    lines = {park: _yearly(rows[rows["park"] == park]) for park in choice.park}
    heading = words("{indicator}：历年分布", indicator=library.title(choice.indicator, words.language))
    key = words(
        "方框为居中的一半园区，横线为中位数，细线到最低与最高，年份下是园区数；"
        "各年的园区不尽相同，只有园区相同的相邻两年才连线。单位 {unit}。",
        unit=unit.name or "—",
    )
    source = source_line(rows["document"].nunique(), library.as_of, words)
    return framed(
        [
            dmc.Title(heading, order=2, size="h4", className="chart-title"),
            dmc.Text(key, size="sm", c="dimmed"),
            *([entity_legend(colours)] if colours else []),
            graph(draw_spread(spreads, lines, colours, unit, words, scheme), "compare", "spread", heading, words),
            chart_tools(heading, source, link(SPREAD_CSV, choice), words),
        ]
    )


def _yearly(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[~rows["period"].str.contains(":")].drop_duplicates("period", keep="last")


def _twin(ranked: pd.DataFrame, choice: CompareChoice, words: Words) -> html.Details:
    head = [words(text) for text in ("位次", "园区", "数值|列", "出处")]
    body = [
        [
            row["rank"],
            row["park"],
            stated(row, words.language),
            html.A(words("出处"), href=link("/compare", replace(choice, point=row["series"])), className="plain-link"),
        ]
        for row in records(ranked)
    ]
    title = words("表格：{n} 个数", n=len(ranked))
    return html.Details([html.Summary(title), table(head, body, title, least_width=360)], className="twin")


def _scatter(library: Library, choice: CompareChoice, words: Words, scheme: str) -> list[Any]:
    parks = members(library, choice.group)
    up = snapshot(comparable(library, parks, choice.indicator, choice.measure), choice.period)
    across = snapshot(comparable(library, parks, choice.against, choice.measure), choice.period)
    pairs = across.merge(up, on="park", suffixes=("_x", "_y"))
    if pairs.empty:
        return nothing_to_compare(words)
    if len(pairs) < FEWEST_POINTS:
        said = words(
            "{period}只有 {n} 个园区两个数都有，看不出关系。",
            period=period_label(choice.period, words.language),
            n=len(pairs),
        )
        return [empty(said, words("换一个时期或指标，或放宽范围。"))]
    titles = (library.title(choice.against, words.language), library.title(choice.indicator, words.language))
    units = (common_unit(across, words.language), common_unit(up, words.language))
    colours = _colours(choice, scheme)
    figure = scatter.draw(pairs, titles, units, colours, words, scheme, choice.scale == "log")
    title = f"{titles[1]} × {titles[0]} · {period_label(choice.period, words.language)}"
    said = words("{n} 个园区两个数都有；点线是两个中位数，空心点只知下限或上限。", n=len(pairs))
    source = source_line(len({*pairs["document_x"], *pairs["document_y"]}), library.as_of, words)
    parts = [
        dmc.Title(title, order=2, size="h3", className="chart-title"),
        dmc.Text(said, size="sm", c="dimmed"),
        graph(figure, "compare", "scatter", title, words),
        chart_tools(title, source, link(CSV, choice), words),
    ]
    return [framed(parts)]

"""The chart of the trends page in its frame: title, colours, chart, what it leaves out, ways out."""

from typing import Any

import dash_mantine_components as dmc
import pandas as pd

from dashboard import theme
from dashboard.charts import same_period
from dashboard.comparing.forms import base_years, in_form, months_label, same_months, why_unformed
from dashboard.components.chart_tools import chart_tools, source_line
from dashboard.components.charts import empty, graph
from dashboard.components.legend import entity_legend, mark_legend
from dashboard.components.trend_over_time import compared, not_compared, over_time
from dashboard.library import Library
from dashboard.library.reckoned import beside_stated, derived_table
from dashboard.state import TrendChoice, link
from dashboard.words import Words

CSV = "/download/trends.csv"


def trend_frame(
    library: Library, choice: TrendChoice, words: Words, scheme: str, earlier: Library | None = None
) -> list[Any]:
    """The frame for a resolved choice; `earlier` is what was known on the day to compare with."""
    stated = library.trend(choice.park, choice.indicator, choice.measure, choice.segments)
    if not set(choice.park) & set(library.parks()):
        advice = words("请换一个园区，或按 / 键搜索园区的别称、拼音。")
        return [empty(words("没有这个园区：{parks}", parks="、".join(choice.park)), advice)]
    if stated.empty:
        return [empty(words("这些园区没有这个指标的数"), words("换一个指标，或再选一个园区。"))]
    title = library.title(choice.indicator, words.language)
    entities = list(dict.fromkeys(stated["entity"]))
    palette = theme.ENTITY_COLOURS[scheme]
    colours = {entity: palette[number % len(palette)] for number, entity in enumerate(entities)}
    rows, heading, bases = _formed(stated, choice, title, words)
    if choice.derived and choice.form == "stated" and choice.time == "axis":
        derived = library.derived_beside(choice.park, choice.indicator, choice.measure, choice.segments)
        rows = beside_stated(rows, derived_table([row for row in derived if row["entity"] in colours]))
    parts: list[Any] = [dmc.Title(heading, order=2, size="h3", className="chart-title"), entity_legend(colours, bases)]
    if choice.time == "same":
        parts += _same_months(rows, colours, choice, heading, words, scheme)
    else:
        against = compared(library, stated, choice, earlier)
        unformed = why_unformed(stated, choice.form, words)
        parts += [empty(unformed, words("改看原值，或换几个园区、换一个指标。"))] if unformed else []
        parts += [] if unformed and rows.empty else over_time(rows, colours, choice, against, heading, words, scheme)
        parts += not_compared(against, choice, words)
    parts += _said_besides(stated, rows, choice, words)
    parts += _could_be_derived(library, choice, words)
    source = source_line(stated["document"].nunique(), library.as_of, words)
    name = f"{heading} {' '.join(entities) if len(entities) <= 3 else ''}".strip()
    parts.append(chart_tools(name, source, link(CSV, choice), words))
    return [dmc.Paper(dmc.Stack(parts, gap="xs"), withBorder=True, p="md", className="frame")]


def _could_be_derived(library: Library, choice: TrendChoice, words: Words) -> list[dmc.Text]:
    if choice.derived or choice.form != "stated" or choice.time != "axis":
        return []
    count = library.derivable(choice.park, choice.indicator, choice.measure, choice.segments)
    said = words("另可推算 {n} 个没有人说过的数（打开“推算的数”）。", n=count)
    return [dmc.Text(said, size="sm", c="dimmed")] if count else []


def _formed(
    stated: pd.DataFrame, choice: TrendChoice, title: str, words: Words
) -> tuple[pd.DataFrame, str, dict[str, str]]:
    """What is to be drawn, the heading that says so, and behind the names of the parks what is 100 of each where that
    is not the same year for all."""
    if choice.time == "same" and choice.months:
        months = _months(choice)
        return same_months(stated, months), f"{title} · {months_label(months, words.language)}", {}
    rows, base = in_form(stated, choice.form)
    if choice.form == "index" and base:
        return rows, f"{title} · {words('指数（{year}年=100）', year=base)}", {}
    if choice.form == "index":
        bases = {one: words("（{year}年=100）", year=year) for one, year in base_years(rows).items()}
        return rows, f"{title} · {words('指数（各自首年=100）')}", bases
    if choice.form == "part":
        return rows, f"{title} · {words('占所选合计')}", {}
    return rows, title, {}


def _months(choice: TrendChoice) -> tuple[int, int]:
    first, _, last = choice.months.partition("-")
    return int(first), int(last)


def _same_months(
    rows: pd.DataFrame, colours: dict[str, str], choice: TrendChoice, heading: str, words: Words, scheme: str
) -> list[Any]:
    if rows.empty or not choice.months:
        return [empty(words("没有可以逐年相比的时段"), words("改看时间轴，或再选一个园区。"))]
    figure = same_period.draw(rows, colours, words, scheme, choice.unit)
    marks = {"bar"} | ({"hatched"} if rows["bound"].isin(["at_least", "at_most"]).any() else set())
    return [graph(figure, "trends", "same", heading, words), mark_legend(marks, words, scheme)]


def _said_besides(stated: pd.DataFrame, rows: pd.DataFrame, choice: TrendChoice, words: Words) -> list[dmc.Text]:
    said = []
    silent = [park for park in choice.park if park not in set(stated["park"])]
    if silent:
        said.append(words("没有这个指标的数：{parks}", parks="、".join(silent)))
    undated = int(stated["period_end"].isna().sum())
    if undated and undated < len(stated):
        said.append(words("另有 {n} 个数没有说明时间，只在表中。", n=undated))
    left_out = len(stated) - len(rows) - (undated if choice.time == "same" else 0)
    if left_out > 0 and (choice.time == "same" or choice.form != "stated"):
        said.append(words("另有 {n} 个数不属于这种看法，只在表中。", n=left_out))
    return [dmc.Text(text, size="sm", c="dimmed") for text in said]

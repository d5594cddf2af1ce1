"""The chart of the trends page in its frame: title, colours, chart or small multiples, marks explained, ways out."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import dash_mantine_components as dmc
import pandas as pd
from dash import html

from dashboard import theme
from dashboard.charts import same_period, trend
from dashboard.charts.marks import joints, place
from dashboard.comparing import groups
from dashboard.comparing.forms import in_form, months_label, same_months
from dashboard.comparing.medians import medians
from dashboard.components.chart_tools import chart_tools, source_line
from dashboard.components.charts import empty, graph
from dashboard.components.legend import entity_legend, mark_legend
from dashboard.library import Library
from dashboard.library.reckoned import beside_stated, derived_table
from dashboard.rows import Record, grouped
from dashboard.state import TrendChoice, link
from dashboard.words import Words

CSV = "/download/trends.csv"
SMALL_FROM = 5  # entities from which charts that stand apart are small


def trend_frame(
    library: Library, choice: TrendChoice, words: Words, scheme: str, earlier: Library | None = None
) -> list[Any]:
    """The frame for a resolved choice; `earlier` is what was known on the day to compare with."""
    stated = library.trend(choice.park, choice.indicator, choice.measure, choice.segments)
    if stated.empty:
        return [empty(words("这些园区没有这个指标的数"), words("换一个指标，或再选一个园区。"))]
    title = library.title(choice.indicator, words.language)
    entities = list(dict.fromkeys(stated["entity"]))
    palette = theme.ENTITY_COLOURS[scheme]
    colours = {entity: palette[number % len(palette)] for number, entity in enumerate(entities)}
    rows, heading = _formed(stated, choice, title, words)
    if choice.derived and choice.form == "stated" and choice.time == "axis":
        derived = library.derived_beside(choice.park, choice.indicator, choice.measure, choice.segments)
        rows = beside_stated(rows, derived_table([row for row in derived if row["entity"] in colours]))
    parts: list[Any] = [dmc.Title(heading, order=2, size="h3", className="chart-title"), entity_legend(colours)]
    if choice.time == "same":
        parts += _same_months(rows, colours, choice, heading, words, scheme)
    else:
        against = _compared(library, stated, choice, earlier)
        parts += _over_time(rows, colours, choice, against, heading, words, scheme)
        parts += _not_compared(against, choice, words)
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


def _formed(stated: pd.DataFrame, choice: TrendChoice, title: str, words: Words) -> tuple[pd.DataFrame, str]:
    """What is to be drawn, and the heading that says so."""
    if choice.time == "same" and choice.months:
        months = _months(choice)
        return same_months(stated, months), f"{title} · {months_label(months, words.language)}"
    rows, base = in_form(stated, choice.form)
    if choice.form == "index":
        return rows, f"{title} · " + (
            words("指数（{year}年=100）", year=base) if base else words("指数（各自首年=100）")
        )
    if choice.form == "part":
        return rows, f"{title} · {words('占所选合计')}"
    return rows, title


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


class _Against(NamedTuple):
    """What the figures are compared with on the chart, None where there is nothing."""

    median: pd.DataFrame | None
    earlier: trend.Earlier | None


def _compared(library: Library, stated: pd.DataFrame, choice: TrendChoice, earlier: Library | None) -> _Against:
    median = medians(library, choice, stated) if choice.median else None
    if earlier is None or choice.form != "stated":
        return _Against(median, None)
    rows = earlier.trend(choice.park, choice.indicator, choice.measure, choice.segments)
    return _Against(median, trend.Earlier(earlier.as_of, place(rows[rows["entity"].isin(stated["entity"])])))


def _not_compared(against: _Against, choice: TrendChoice, words: Words) -> list[dmc.Text]:
    """Why something that was to be compared with is not on the chart."""
    said = []
    if against.median is not None and against.median.empty:
        said.append(words("这组园区没有可比的年份，不画中位数。"))
    if choice.vintage and choice.form != "stated":
        said.append(words("当时所知只与原值对照。"))
    elif choice.vintage and against.earlier is None:
        said.append(words("那天以后没有新的文档，当时所知与现在相同。"))
    elif against.earlier is not None and not against.earlier.rows:
        said.append(words("那天还没有这些数。"))
    return [dmc.Text(text, size="sm", c="dimmed") for text in said]


def _over_time(
    rows: pd.DataFrame,
    colours: dict[str, str],
    choice: TrendChoice,
    against: _Against,
    heading: str,
    words: Words,
    scheme: str,
) -> list[Any]:
    placed = place(rows)
    if rows.empty:
        return [empty(words("没有可以换算的整年数"), words("改看原值，或换一个指标。"))]
    if not placed:
        return [empty(words("这些数都没有说明时间"), words("没有时间的数不画在图上，见下表。"))]
    common: dict[str, Any] = {"log": choice.scale == "log", "unit": choice.unit, **against._asdict()}
    common["notes"] = [] if choice.bare else groups.notes(choice.park, words)
    if choice.view == "together":
        chart: Any = graph(trend.draw(placed, colours, words, scheme, **common), "trends", "all", heading, words)
    else:
        chart = _apart(placed, colours, common, heading, words, scheme)
    return [chart, mark_legend(_marks(placed, against), words, scheme)]


def _apart(
    placed: Sequence[Record],
    colours: dict[str, str],
    common: dict[str, Any],
    heading: str,
    words: Words,
    scheme: str,
) -> html.Div:
    """A chart for each entity, all with the same time axis."""
    of_entities = grouped(placed, "entity")
    entities = [entity for entity in colours if (entity,) in of_entities]
    common = common | {"years": trend.years_of(placed), "small": len(entities) >= SMALL_FROM}
    common["notes"] = common["notes"] if len(entities) < SMALL_FROM else []
    cells = []
    for entity in entities:
        figure = trend.draw(of_entities[entity,], colours, words, scheme, **common)
        title = dmc.Title(entity, order=3, size="h5", className="small-title")
        cells.append(html.Div([title, graph(figure, "trends", entity, f"{heading} {entity}", words)]))
    return html.Div(cells, className="multiples" if len(entities) > 1 else "")


def _marks(placed: Sequence[Record], against: _Against) -> set[str]:
    """Which marks are on the chart."""
    said_so = [row for row in placed if not row["method"]]
    actual = [row for row in said_so if row["status"] == "actual"]
    targets = [row for row in said_so if row["status"] == "target"]
    found = {row["mark"] for row in actual if not row["cumulative"]} | ({row["bound"] for row in said_so} - {"exact"})
    of_entities = grouped(actual, "entity").values()
    return found | {
        mark
        for mark, is_there in (
            ("cumulative", any(row["cumulative"] for row in actual)),
            ("bridge", any(not solid for of_one in of_entities for _, solid in joints(of_one))),
            ("rivals", any(row["rivals"] for row in actual)),
            ("target", targets),
            ("tiers", any(row["target_tier"] == "stretch" or row["edge"] == "upper" for row in targets)),
            ("derived", len(said_so) < len(placed)),
            ("median", against.median is not None and not against.median.empty),
            ("earlier", against.earlier is not None and against.earlier.rows),
        )
        if is_there
    }


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

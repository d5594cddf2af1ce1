"""The figures of the trends page on the time axis: in one chart or one for each, with what they are compared with."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import dash_mantine_components as dmc
import pandas as pd
from dash import html

from dashboard.charts import trend
from dashboard.charts.marks import joints, place
from dashboard.comparing import groups
from dashboard.comparing.medians import medians
from dashboard.components.charts import empty, graph
from dashboard.components.legend import mark_legend
from dashboard.library import Library
from dashboard.rows import Record, grouped
from dashboard.state import TrendChoice
from dashboard.words import Words

SMALL_FROM = 5  # entities from which charts that stand apart are small


class Against(NamedTuple):
    """What the figures are compared with on the chart, None where there is nothing."""

    median: pd.DataFrame | None
    earlier: trend.Earlier | None


def compared(library: Library, stated: pd.DataFrame, choice: TrendChoice, earlier: Library | None) -> Against:
    """What the choice asks to compare `stated` with; `earlier` is what was known on the day to compare with."""
    median = medians(library, choice, stated) if choice.median else None
    if earlier is None or choice.form != "stated":
        return Against(median, None)
    rows = earlier.trend(choice.park, choice.indicator, choice.measure, choice.segments)
    return Against(median, trend.Earlier(earlier.as_of, place(rows[rows["entity"].isin(stated["entity"])])))


def not_compared(against: Against, choice: TrendChoice, words: Words) -> list[dmc.Text]:
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


def over_time(
    rows: pd.DataFrame,
    colours: dict[str, str],
    choice: TrendChoice,
    against: Against,
    heading: str,
    words: Words,
    scheme: str,
) -> list[Any]:
    """The chart of `rows`, or the charts, and its marks explained; what stands in its place where there is none."""
    placed = place(rows)
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


def _marks(placed: Sequence[Record], against: Against) -> set[str]:
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

"""What a panel is compared with: the middle of a group of parks, and what was known on an earlier day."""

from collections.abc import Iterable

import pandas as pd

from dashboard import theme
from dashboard.charts.hover import hover_text
from dashboard.charts.marks import joints
from dashboard.charts.panel import Panel, short, times
from dashboard.rows import Record, grouped


def draw_median(panel: Panel, median: pd.DataFrame) -> None:
    """A grey line of dots and dashes through the middles of the years; `median` has `year`, `value_base`, `parks`."""
    if median.empty:
        return
    middles = [float(value) / panel.unit.size for value in median["value_base"]]
    panel.make_room(middles)
    panel.add(
        x=[f"{int(year)}-07-02T00:00:00" for year in median["year"]],
        y=middles,
        mode="lines",
        line={"color": theme.FAINT[panel.scheme], "width": 2, "dash": "dashdot"},
        name="median",
        hoverinfo="text",
        hovertext=[
            panel.words("中位数 {value}（{n} 个园区）", value=short(value), n=count)
            for value, count in zip(middles, median["parks"], strict=True)
        ],
    )


def draw_earlier(panel: Panel, earlier: Iterable[Record], day: str) -> None:
    """Pale lines and rings where values stood on that day; `earlier` are placed rows of actuals."""
    for (entity,), rows in grouped(earlier, "entity").items():
        panel.make_room(panel.y(rows))
        colour = panel.colours[entity]
        strokes = [stroke for stroke, _ in joints(rows)]
        panel.add_strokes(strokes, line={"color": colour, "width": 5}, opacity=0.28, name="earlier")
        said = panel.words("截至 {day}", day=day)
        panel.add(
            x=times(rows),
            y=panel.y(rows),
            mode="markers",
            marker={"symbol": "circle-open", "size": 14, "color": colour, "line": {"width": 1.5}},
            opacity=0.5,
            name="earlier",
            hoverinfo="text",
            hovertext=[f"<b>{said}</b><br>{hover_text(row, panel.words)}" for row in rows],
        )

"""Targets as bullets: amounts in percent of what was wanted, rates in their own percent."""

from typing import Any

import dash_mantine_components as dmc
import pandas as pd
from dash import html

from dashboard.charts import bullet
from dashboard.components.attributes import attributes
from dashboard.components.charts import graph
from dashboard.library import Library
from dashboard.rows import Row
from dashboard.units import stated
from dashboard.words import MEASURES, Words
from indicators.amounts import RATES
from indicators.spans import span_label
from indicators.table import records


def target_bullets(
    library: Library,
    matched: pd.DataFrame,
    title_of_all: str,
    words: Words,
    scheme: str,
    page: str = "targets",
    most: int | None = None,
    view: str = "park",
) -> list[Any]:
    """Title and chart of the amounts and of the rates whose actual is known and not doubtful, at most `most` of each,
    for `page`; each bullet is named by its indicator, or, where the `view` is of one indicator, by its park."""
    known = drawable(matched)
    is_rate = known["unit_base"].isin(RATES) | ~known["measure"].isin(["level", "change"])
    in_percent = is_rate & known["unit_base"].isin(["%", "pp"])
    charts: list[Any] = []
    for name, title, rows, draw in (
        ("amounts", words("数量目标：完成百分比"), known[~is_rate].head(most or len(known)), bullet.draw_amounts),
        ("rates", words("增速与比率目标（%）"), known[in_percent].head(most or len(known)), bullet.draw_rates),
    ):
        if not rows.empty:
            labels = [_chart_label(library, row, words, view) for row in records(rows)]
            order = 2 if page == "targets" else 3
            charts.append(dmc.Title(title, order=order, size="h5", className="small-title"))
            charts.append(graph(draw(rows, labels, words, scheme), page, name, f"{title_of_all} {title}", words))
    return charts


def drawable(matched: pd.DataFrame) -> pd.DataFrame:
    """The targets whose actual is known and not doubtful."""
    return matched[(matched["verdict"] != "none") & (matched["actual_confidence"] != "low")]


def bullet_legend(known: pd.DataFrame, words: Words) -> dmc.Group:
    """What the marks of the bullets of targets whose actual is `known` mean: those alone that are there."""
    keys = [
        ("▬", "实绩", "actual", True),
        ("┃", "目标（有两档时为确保）", "target", True),
        ("│", "力争", "target", known["stretch"].notna().any()),
        ("┆", "当时已过的时间", "", (known["elapsed"][known["attainment"].notna()] < 1).any()),
    ]
    return dmc.Group(
        [
            html.Span(
                [html.Span(sign, className=f"sign {kind}", **attributes(aria_hidden="true")), words(text)],
                className="key",
            )
            for sign, text, kind, is_there in keys
            if is_there
        ],
        gap="md",
        className="legend",
    )


def target_label(library: Library, row: Row, words: Words, view: str = "park") -> str:
    """What the target is for, or, where the `view` is of one indicator, whose it is."""
    name = row["park"] if view == "indicator" else library.title(row["name"], words.language)
    if row["segment"] and row["segment"] not in name:
        name = f"{name} · {row['segment']}" if view == "indicator" else f"{row['segment']} · {name}"
    return name if row["measure"] == "level" else f"{name} · {words.code(MEASURES, row['measure'])}"


def _chart_label(library: Library, row: Row, words: Words, view: str) -> tuple[str, str]:
    """What it is, and reached / wanted."""
    reached, wanted = (stated_by(library, series, words) for series in (row["actual_series"], main_series(row)))
    when = span_label(row["actual_start"], row["actual_end"], words.language)
    if row["actual_inputs"]:
        reached = words("{value}（推算）", value=reached)
    return target_label(library, row, words, view), f"{reached} / {wanted} · {when}"


def main_series(row: Row) -> str:
    """The short name of the target by which a row is measured."""
    return str(row["floor_series"] or row["stretch_series"])


def stated_by(library: Library, series: str, words: Words) -> str:
    """The value of a series row as its text states it, or as it was reckoned; "" where there is none."""
    value = library.value(series)
    said = library.derived_value(series) if value is None else value
    return "" if said is None else stated(said, words.language)

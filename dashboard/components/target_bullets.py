"""Targets of a park and year as bullets: amounts in percent of what was wanted, rates in their own percent."""

from html import escape
from typing import Any

import dash_mantine_components as dmc
import pandas as pd

from dashboard.charts import bullet
from dashboard.components.charts import graph
from dashboard.library import Library
from dashboard.units import stated
from dashboard.words import MEASURES, Words
from indicators.spans import span_label
from indicators.targets import RATES

LONGEST_LABEL = {"zh": 20, "en": 36}  # characters, for a phone


def target_bullets(
    library: Library,
    matched: pd.DataFrame,
    title_of_all: str,
    words: Words,
    scheme: str,
    page: str = "targets",
    most: int | None = None,
) -> list[Any]:
    """Title and chart of the amounts and of the rates whose actual is known, at most `most` of each, for `page`."""
    known = matched[matched["verdict"] != "none"]
    is_rate = known["unit_base"].isin(RATES) | ~known["measure"].isin(["level", "change"])
    in_percent = is_rate & known["unit_base"].isin(["%", "pp"])
    charts: list[Any] = []
    for name, title, rows, draw in (
        ("amounts", words("数量目标：完成百分比"), known[~is_rate].head(most or len(known)), bullet.draw_amounts),
        ("rates", words("增速与比率目标（%）"), known[in_percent].head(most or len(known)), bullet.draw_rates),
    ):
        if not rows.empty:
            labels = [_chart_label(library, row, words) for _, row in rows.iterrows()]
            charts.append(dmc.Title(title, order=2 if page == "targets" else 3, size="h5"))
            charts.append(graph(draw(rows, labels, words, scheme), page, name, f"{title_of_all} {title}", words))
    return charts


def target_label(library: Library, row: pd.Series, words: Words, longest: int | None = None) -> str:
    """What the target is for; at most `longest` characters of it before the measure."""
    name = library.title(row["name"], words.language)
    if row["segment"] and row["segment"] not in name:
        name = f"{row['segment']} · {name}"
    if longest is not None and len(name) > longest:
        name = f"{name[: longest - 1]}…"
    return name if row["measure"] == "level" else f"{name} · {words.code(MEASURES, row['measure'])}"


def _chart_label(library: Library, row: pd.Series, words: Words) -> tuple[str, str]:
    """What it is, shortened, and reached / wanted; escaped, as charts read markup."""
    name = target_label(library, row, words, LONGEST_LABEL[words.language])
    reached, wanted = (stated_by(library, row[series], words) for series in ("actual_series", main_series(row)))
    when = span_label(row["actual_start"], row["actual_end"], words.language)
    return escape(name), escape(f"{reached} / {wanted} · {when}")


def main_series(row: pd.Series) -> str:
    """The column that names the target which a row is measured by."""
    return "floor_series" if row["floor_series"] else "stretch_series"


def stated_by(library: Library, series: str, words: Words) -> str:
    """The value of a series row as its text states it, "" where there is none."""
    value = library.value(series)
    return "" if value is None else stated(value, words.language)

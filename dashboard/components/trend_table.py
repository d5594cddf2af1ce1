"""The table beside the chart of the trends page: every value that the chart is of, each leading to its sentence."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import dash_mantine_components as dmc
import pandas as pd
from dash import html

from dashboard.comparing.forms import formed_values, in_form
from dashboard.components.derived import derived_badge
from dashboard.components.statement import status_badge
from dashboard.components.tables import table
from dashboard.library import Library
from dashboard.rows import Row
from dashboard.state import TrendChoice, link
from dashboard.units import number, stated
from dashboard.words import BASES, MEASURES, Words
from indicators.spans import SPAN_NAMES, span_label
from indicators.table import records

MOST_TABLE_ROWS = 60


def trend_table(library: Library, choice: TrendChoice, words: Words) -> list:
    """The table for a resolved choice, values before what is said of them; where levels are drawn as an index or as
    parts, these stand beside what was stated."""
    asked = (choice.park, choice.indicator, choice.measure, choice.segments)
    found = library.trend(*asked)
    rows = [*records(found), *(library.derived_beside(*asked) if choice.derived else [])]
    if not rows:
        return []
    is_formed = choice.form != "stated" and choice.time != "same"
    formed = formed_values(in_form(found, choice.form)[0]) if is_formed else {}
    head = [words(text) for text in ("园区", "数值|列", "期间", "口径", "性质", "出处")]
    if formed:
        head.insert(1, words.code(MEASURES, choice.form))
    rows.sort(key=_lateness, reverse=True)
    body = [_cells(row, formed, choice, words) for row in rows[:MOST_TABLE_ROWS]]
    title = words("表格：{n} 个数", n=len(rows))
    parts: list[Any] = [html.Summary(title), table(head, body, title, least_width=0)]
    if len(rows) > MOST_TABLE_ROWS:
        more = words("这里列出前 {n} 个，全部在 CSV 里。", n=MOST_TABLE_ROWS)
        parts.append(dmc.Text(more, size="sm", c="dimmed", mt="xs"))
    return [dmc.Paper(html.Details(parts, open=True, className="twin"), withBorder=True, p="md")]


def _cells(row: Row, formed: Mapping[str, float], choice: TrendChoice, words: Words) -> list[Any]:
    value = formed.get(row["series"])
    unit = "%" if choice.form == "part" else ""
    return [
        row["entity"],
        *(["" if value is None else f"{number(round(value, 1))}{unit}"] if formed else []),
        stated(row, words.language),
        _period(row, words),
        " ".join(filter(None, (words.code(MEASURES, row["measure"]), words.code(BASES, row["basis"])))),
        [
            status_badge(row["status"], row["target_tier"], words),
            *([derived_badge(words)] if row.get("method") else []),
        ],
        html.A(words("出处"), href=link("/trends", replace(choice, point=row["series"]))),
    ]


def _lateness(row: Row) -> tuple[str, pd.Timestamp]:
    """What the table is sorted by; what has no date comes last of its measure."""
    return row["measure"], pd.Timestamp.min if row["period_end"] is pd.NaT else row["period_end"]


def _period(row: Row, words: Words) -> str:
    label = span_label(row["period_start"], row["period_end"], words.language)
    plain = row["span"] in {"year", "unknown", "open"}
    return label if plain else f"{label} ({SPAN_NAMES[words.language][row['span']]})"

"""Targets of a park, or of an indicator, as a table: every row leads to the sentences of target and actual."""

from dataclasses import replace
from math import isnan
from typing import Any

import dash_mantine_components as dmc
import pandas as pd
from dash import html

from dashboard.components.derived import derived_badge
from dashboard.components.tables import table
from dashboard.components.target_bullets import main_series, stated_by, target_label
from dashboard.library import Library
from dashboard.rows import Row
from dashboard.state import TargetChoice, link
from dashboard.units import number
from dashboard.words import BASES, VERDICTS, Words
from indicators.spans import span_label
from indicators.table import records

TITLES = ("指标", "目标", "最新实绩", "完成率或差距", "时间已过", "结论", "出处")


def target_table(library: Library, matched: pd.DataFrame, choice: TargetChoice, words: Words) -> html.Div:
    """The table; columns of which nothing is known are left out."""
    titles = ("园区", *TITLES[1:]) if choice.view == "indicator" else TITLES
    body = [_cells(library, row, choice, words) for row in records(matched)]
    told = [place for place in range(len(titles)) if any(cells[place] for cells in body)]
    return table(
        [words(titles[place]) for place in told],
        [[cells[place] for place in told] for cells in body],
        words("目标与实绩"),
        least_width=80 * len(told),
    )


def summary(matched: pd.DataFrame, words: Words) -> dmc.Group:
    """How many targets there are, and of how many what is known."""
    counts = matched["verdict"].value_counts()
    badges = [verdict(one, words, f" {counts[one]}") for one in VERDICTS if one in counts]
    return dmc.Group([dmc.Text(words("共 {n} 项目标", n=len(matched)), fw=600), *badges], gap="sm")


def verdict(one: str, words: Words, more: str = "") -> html.Span:
    """What became of a target, in its colour."""
    return html.Span(words.code(VERDICTS, one) + more, className=f"verdict {one}")


def reached(row: Row, words: Words) -> str:
    """Attainment of an amount in percent, of a rate the gap in points; "" where no actual is known."""
    if row["verdict"] == "none":
        return ""
    if not isnan(row["attainment"]):
        return f"{number(round(row['attainment'] * 100, 1))}%"
    return words("{gap} 个百分点", gap=_signed(row["gap"])) if row["unit_base"] in {"%", "pp"} else ""


def _cells(library: Library, row: Row, choice: TargetChoice, words: Words) -> list[Any]:
    columns = ("floor_series", "stretch_series", "actual_series")
    said = [html.Span(stated_by(library, row[column], words), className="unbroken") for column in columns]
    basis = words.code(BASES, row["basis"])
    known = row["verdict"] != "none"
    reached_in = span_label(row["actual_start"], row["actual_end"], words.language) if known else ""
    return [
        [target_label(library, row, words, choice.view), html.Small(basis) if basis else None],
        [
            said[0],
            html.Small([words("力争"), " ", said[1]], className="unbroken") if row["stretch_series"] else None,
            html.Small(span_label(row["period_start"], row["period_end"], words.language), className="unbroken"),
        ],
        [said[2], html.Small(reached_in, className="unbroken"), *_reserves(row, words)] if known else "",
        html.Span(reached(row, words), className="unbroken") if known else "",
        _elapsed(row, words),
        verdict(row["verdict"], words),
        html.A(words("出处"), href=link("/targets", replace(choice, point=main_series(row)))),
    ]


def _reserves(row: Row, words: Words) -> list[Any]:
    """What has to be known of an actual beside its value: that nobody stated it, that it may have been misread."""
    derived = [derived_badge(words)] if row["actual_inputs"] else []
    return [*derived, html.Small(words("把握低，请核对"))] if row["actual_confidence"] == "low" else derived


def _elapsed(row: Row, words: Words) -> list[Any]:
    """The share of the time that had passed; of an amount under way, how far it is ahead of that."""
    if isnan(row["elapsed"]):
        return []
    passed = f"{number(round(row['elapsed'] * 100, 1))}%"
    if row["verdict"] != "under_way" or isnan(row["attainment"]):
        return [passed]
    ahead = (row["attainment"] - row["elapsed"]) * 100
    return [passed, html.Small(words("进度差 {gap} 个百分点", gap=_signed(ahead, 1)))]


def _signed(value: float, digits: int = 2) -> str:
    return ("+" if value > 0 else "") + number(round(value, digits))

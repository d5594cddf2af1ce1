"""The heat table of a comparison: parks by indicators in one period, gaps left open."""

from typing import Any

import dash_mantine_components as dmc
import pandas as pd

from dashboard.comparing.groups import members
from dashboard.comparing.snapshot import comparable, period_label, snapshot
from dashboard.components.chart_tools import chart_tools, source_line
from dashboard.components.compare_parts import CSV, common_unit, framed, nothing_to_compare
from dashboard.components.heat_table import Cell, heat_table
from dashboard.library import Library
from dashboard.rows import Row
from dashboard.state import CompareChoice, TrendChoice, link, onward
from dashboard.units import Unit, bounded, number
from dashboard.words import MEASURES, Words

HEAT_INDICATORS, HEAT_PARKS = 12, 60


def heat_rows(library: Library, choice: CompareChoice) -> tuple[list[str], list[str], dict[tuple[str, str], Row]]:
    """Indicators and parks of the heat table, and the value of each pair that is known in the period."""
    parks = members(library, choice.group)
    options = [option.name for option in library.most_shared(parks)]
    names = list(dict.fromkeys([choice.indicator, *options]))[:HEAT_INDICATORS]
    cells: dict[tuple[str, str], Row] = {}
    for name in names:
        for row in snapshot(comparable(library, parks, name, choice.measure), choice.period).to_dict("records"):
            cells[row["park"], name] = row
    known = {park for park, _ in cells}
    counts = {park: sum((park, name) in cells for name in names) for park in known}
    ordered = sorted(known, key=lambda park: (park not in choice.park, -counts[park], park))[:HEAT_PARKS]
    return [name for name in names if any((park, name) in cells for park in ordered)], ordered, cells


def heat_frames(library: Library, choice: CompareChoice, words: Words, scheme: str) -> list[Any]:
    """The heat table in its frame, for a resolved choice."""
    names, parks, cells = heat_rows(library, choice)
    if not cells:
        return nothing_to_compare(words)
    places = {
        name: pd.Series({park: cells[park, name]["value_base"] for park in parks if (park, name) in cells}).rank(
            pct=True
        )
        for name in names
    }
    units = {
        name: common_unit(pd.DataFrame([cells[park, name] for park in parks if (park, name) in cells]), words.language)
        for name in names
    }
    rows = [
        (
            park,
            [
                _heat_cell(cells[park, name], float(places[name][park]), units[name], choice, words)
                if (park, name) in cells
                else None
                for name in names
            ],
        )
        for park in parks
    ]
    period = period_label(choice.period, words.language)
    title = words("{period}：园区 × 指标", period=period)
    measure = words.code(MEASURES, choice.measure)
    said = words("{measure}；颜色深浅是该指标在所列园区中的次序，斜纹为没有读到。", measure=measure)
    known = sum((park, name) in cells for park in parks for name in names)
    said += words(" {known} 格有数，共 {all} 格。", known=known, all=len(parks) * len(names))
    head = [f"{library.title(name, words.language)} ({units[name].name})".replace(" ()", "") for name in names]
    source = source_line(len({row["document"] for row in cells.values()}), library.as_of, words)
    parts = [
        dmc.Title(title, order=2, size="h3", className="chart-title"),
        dmc.Text(said, size="sm", c="dimmed"),
        heat_table(words("园区"), head, rows, title, words("没有读到")),
        chart_tools(title, source, link(CSV, choice), words, picture=False),
    ]
    return [framed(parts)]


def _heat_cell(row: Row, share: float, unit: Unit, choice: CompareChoice, words: Words) -> Cell:
    named = {"park": (row["park"],), "indicator": row["name"]}
    trend = onward(TrendChoice, choice, **named, time="axis", point=row["series"])
    text = bounded(number(round(row["value_base"] / unit.size, 2)), row["bound"])
    return Cell(text, share, link("/trends", trend), row["sentence"][:120])

"""What is known of whom in which year, from how many documents, and what is no longer found of whom."""

from dataclasses import replace
from typing import Any

import dash_mantine_components as dmc
import pandas as pd
from dash import Dash, Output, html

from dashboard import ids
from dashboard.comparing import coverage
from dashboard.components.chart_tools import chart_tools
from dashboard.components.charts import empty
from dashboard.components.fields import any_park_field, indicator_groups
from dashboard.components.heat_table import Cell, heat_table
from dashboard.components.shell import page
from dashboard.components.tables import table
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import CoverageChoice, TrendChoice, link, onward
from dashboard.steering import Control, Steering
from dashboard.words import Words

PATH = "/coverage"
CSV = "/download/coverage.csv"
# park and indicator exclude each other
CONTROLS = (
    Control(ids.COVERAGE_PARK, "park", clears=("indicator",), holds=None),
    Control(ids.COVERAGE_INDICATOR, "indicator", clears=("park",), holds=None),
)
STEERING = Steering(PATH, ids.COVERAGE_URL, CoverageChoice, CONTROLS)
MOST_ROWS, MOST_YEARS, MOST_SILENT = 80, 20, 60


def resolve(library: Library, choice: CoverageChoice) -> CoverageChoice:
    """The choice without a park that is not there; a park is looked at before an indicator."""
    park = choice.park if choice.park in set(library.parks()) else ""
    return replace(choice, park=park, indicator="" if park else choice.indicator)


def view(library: Library, choice: CoverageChoice, words: Words) -> list:
    """The whole page."""
    shown = resolve(library, choice)
    controls = html.Div(
        [
            any_park_field(ids.COVERAGE_PARK, library.parks(), shown.park, words),
            dmc.Select(
                id=ids.COVERAGE_INDICATOR,
                label=words("指标"),
                data=indicator_groups(library, (), shown.indicator, words),
                value=shown.indicator or None,
                placeholder=words("全部"),
                searchable=True,
                clearable=True,
                className="wide",
            ),
        ],
        className="controls",
    )
    lead = words("读到了哪些年份的数，出自几篇文档；哪些数后来没有再读到。")
    frame = dmc.Paper(controls, withBorder=True, p="md", mb="md")
    content = html.Div(viewed(library, shown, words), id=ids.COVERAGE_VIEWED)
    return page(words("覆盖"), lead, [*STEERING.wheel(shown), frame, content])


def viewed(library: Library, choice: CoverageChoice, words: Words) -> list[Any]:
    """The matrix and the list of what fell silent, for a resolved choice."""
    counted = library.known
    rows, found = coverage.matrix(counted, choice.park, choice.indicator)
    if found.empty:
        return [empty(words("没有数据"), words("所读的文字里没有任何指标。"))]
    recent = found[list(found.columns)[-MOST_YEARS:]].head(MOST_ROWS)
    recent = recent.loc[:, _known_from(recent) :]
    first, start = _known_from(found), _known_from(recent)
    by_indicator = not choice.park and not choice.indicator
    said = words("格中是指标数，斜纹为没有读到。") if by_indicator else words("格中是文档数，斜纹为没有读到。")
    if first < start:
        said += words("表从 {start} 年列起，更早的（最早 {first} 年）在 CSV 里。", start=start, first=first)
    if len(found) > MOST_ROWS:
        said += words("这里列出前 {n} 行，全部在 CSV 里。", n=MOST_ROWS)
    body = [
        (_title(library, str(name), rows, words), _cells(line, float(recent.max().max()), str(name), choice))
        for name, line in recent.iterrows()
    ]
    title = _heading(library, choice, words)
    parts: list[Any] = [
        dmc.Title(title, order=2, size="h3"),
        dmc.Text(said, size="sm", c="dimmed"),
        heat_table(
            words("园区") if rows == "park" else words("指标"),
            [str(year) for year in recent.columns],
            body,
            title,
            words("没有读到"),
            by_year=True,
        ),
        chart_tools(title, "", link(CSV, choice), words, picture=False),
    ]
    frame = dmc.Paper(dmc.Stack(parts, gap="xs"), withBorder=True, p="md", className="frame")
    return [dmc.Stack([frame, _silent(library, counted, choice, words)], gap="md")]


def _known_from(found: pd.DataFrame) -> int:
    """The first year of which anything is known."""
    return int(found.columns[found.notna().any().to_numpy()][0])


def _heading(library: Library, choice: CoverageChoice, words: Words) -> str:
    if choice.park:
        return words("{park}：指标 × 年份", park=choice.park)
    if choice.indicator:
        return words("{indicator}：园区 × 年份", indicator=library.title(choice.indicator, words.language))
    return words("园区 × 年份")


def _title(library: Library, name: str, rows: str, words: Words) -> str:
    return name if rows == "park" else library.title(name, words.language)


def _cells(line: pd.Series, most: float, name: str, choice: CoverageChoice) -> list[Cell | None]:
    if choice.park or choice.indicator:
        park, indicator = (choice.park, name) if choice.park else (name, choice.indicator)
        href = link("/trends", onward(TrendChoice, choice, park=(park,), indicator=indicator, time="axis"))
    else:
        href = link(PATH, onward(CoverageChoice, choice, park=name))
    return [None if pd.isna(count) else Cell(f"{count:.0f}", min(count / most, 1.0) * 0.99, href) for count in line]


def _silent(library: Library, counted: pd.DataFrame, choice: CoverageChoice, words: Words) -> dmc.Paper:
    given_up = coverage.silent(counted)
    if choice.park:
        given_up = given_up[given_up["park"] == choice.park]
    elif choice.indicator:
        given_up = given_up[given_up["name"] == choice.indicator]
    title = dmc.Title(words("后来没有读到的数"), order=2, size="h4")
    if given_up.empty:
        said = words("没有发现哪个数有过三年以上、最近两年以上又没有读到。")
        return dmc.Paper([title, dmc.Text(said, size="sm", c="dimmed", mt="xs")], withBorder=True, p="md")
    body = [
        [
            row["park"],
            html.A(
                library.title(row["name"], words.language),
                href=link(
                    "/trends", onward(TrendChoice, choice, park=(row["park"],), indicator=row["name"], time="axis")
                ),
                className="plain-link",
            ),
            words("{n} 个年份", n=row["years"]),
            row["since"],
            row["until"],
        ]
        for row in given_up.head(MOST_SILENT).to_dict("records")
    ]
    head = [words(text) for text in ("园区", "指标", "曾有", "最后一年", "该园区最近一年")]
    said = words(
        "曾有三年以上的数（把握低的不算）、该园区最近两年以上没有读到的，共 {n} 项；"
        "可能不再发布，也可能只是这里没有那些文件。",
        n=len(given_up),
    )
    parts = [title, dmc.Text(said, size="sm", c="dimmed"), table(head, body, words("后来没有读到的数"))]
    return dmc.Paper(dmc.Stack(parts, gap="xs"), withBorder=True, p="md")


def register(app: Dash, shelf: Shelf) -> None:
    """The page's callback: controls -> address -> matrix."""

    @app.callback(
        output={"answered": STEERING.output, "viewed": Output(ids.COVERAGE_VIEWED, "children")},
        inputs=STEERING.inputs,
        prevent_initial_call=True,  # the page comes with its content
    )
    def show(search: str, path: str) -> dict[str, Any]:
        choice, library, words = STEERING.asked(shelf, search, path)
        shown = resolve(library, choice)
        return {"answered": STEERING.answer(search, shown), "viewed": viewed(library, shown, words)}

    STEERING.register(app)

import io

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts.spread import draw_spread
from dashboard.comparing.snapshot import comparable
from dashboard.comparing.spread import spread, spread_by_park
from dashboard.components.compare_frames import compare_frames
from dashboard.downloads.spreadsheets import spread_csv
from dashboard.library import Library
from dashboard.pages.compare import resolve
from dashboard.state import CompareChoice
from dashboard.units import Unit
from dashboard.words import Words
from indicators.archive import Archive

ZH = Words("zh")
HUNDRED_MILLION = Unit(1e8, "亿元")
INVESTMENT = {"indicator": "investment", "indicator_text": "固定资产投资"}


@pytest.fixture
def library(table, catalogue):
    def make(years, *others):
        """`years`: year -> the letters of the parks that are known in it."""
        known = [of(park, year, 10.0 * place) for year, parks in years.items() for place, park in enumerate(parks, 1)]
        return Library(Archive(table(*known, *others), ()), catalogue)

    return make


def of(park, year, value, **more):
    period = {"period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}
    return {"park": f"{park}高新区", "value": value} | period | more


def rows_of(library):
    return comparable(library, library.parks(), "revenue", "level")


def test_the_spread_needs_three_parks_and_no_bounds(library):
    found = spread(rows_of(library({2019: "甲乙丙", 2020: "甲乙"}, of("丙", 2020, 3.0, bound="at_least"))))
    (year,) = found.to_dict("records")
    assert (year["year"], year["low"], year["middle"], year["high"], year["parks"]) == (2019, 1e9, 2e9, 3e9, 3)


@pytest.mark.parametrize(
    ("years", "joined"),
    [
        ({2019: "甲乙丙", 2020: "丙乙甲"}, [2019, 2020]),
        ({2019: "甲乙丙", 2020: "甲乙丁"}, []),
        ({2019: "甲乙丙", 2020: "甲乙丙丁"}, []),
        ({2018: "甲乙丙", 2020: "甲乙丙"}, []),  # a year is missing
        ({2018: "甲乙丙", 2019: "甲乙", 2020: "甲乙"}, []),
        ({2018: "甲乙丙", 2019: "甲乙丙", 2021: "甲乙丙", 2022: "甲乙丙"}, [2018, 2019, 2021, 2022]),
    ],
)
def test_only_neighbouring_years_of_the_same_parks_are_joined(library, years, joined):
    figure = draw_spread(spread(rows_of(library(years))), {}, {}, HUNDRED_MILLION, ZH, "light")
    go.Figure(figure)
    lines = [trace for trace in figure["data"] if trace.get("mode") == "lines" and trace["line"]["width"] == 2.4]
    joins = lines[0]["x"] if len(lines) == 2 else []
    assert [year for year in joins if year is not None] == joined


def test_each_year_says_of_how_many_parks_it_is(library):
    rows = rows_of(library({2019: "甲乙丙", 2021: "甲乙丙丁"}))
    lines = {"甲高新区": rows[rows["park"] == "甲高新区"]}
    figure = draw_spread(spread(rows), lines, {"甲高新区": "#000000"}, HUNDRED_MILLION, ZH, "light")
    assert figure["layout"]["xaxis"]["ticktext"] == ["2019<br>3个", "2021<br>4个"]
    park = figure["data"][-1]
    assert (park["mode"], park["x"], park["y"]) == ("markers", [2019, 2021], [10.0, 10.0])


def test_the_file_has_each_park_of_each_year_beside_the_spread(library):
    rows = rows_of(library({2019: "甲乙丙", 2020: "甲乙", 2021: "甲乙丙丁"}))
    read = pd.read_csv(io.BytesIO(spread_csv(spread_by_park(rows), ZH)), encoding="utf-8-sig")
    assert read["年份"].tolist() == [2019] * 3 + [2021] * 4
    first = read.iloc[0]
    assert (first["园区"], first["数值"], first["单位"], first["园区数"]) == ("丙高新区", 30.0, "亿元", 3)
    assert [first[title] for title in ("最低", "下四分位", "中位数", "上四分位", "最高")] == [
        10e8,
        15e8,
        20e8,
        25e8,
        30e8,
    ]


def test_few_points_are_no_scatter_and_say_so(library):
    shelf = library({2019: "甲乙丙"}, *(of(park, 2019, 1.0, **INVESTMENT) for park in "甲乙"))
    shown = resolve(shelf, CompareChoice(view="scatter", indicator="revenue", against="investment"))
    assert "2019年只有 2 个园区两个数都有" in str(compare_frames(shelf, shown, ZH, "light"))

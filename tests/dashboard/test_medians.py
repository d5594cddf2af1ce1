import plotly.graph_objects as go
import pytest

from dashboard.charts import trend
from dashboard.charts.marks import place
from dashboard.comparing.groups import ALL
from dashboard.comparing.medians import medians
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import TrendChoice
from dashboard.words import Words
from indicators.archive import Archive
from indicators.documents import Document

ZH = Words("zh")
LEVELS = {2019: {"甲区": 10.0, "乙区": 20.0, "丙区": 40.0}, 2020: {"甲区": 11.0, "乙区": 30.0, "丙区": 80.0}}


def of(park, year, value, **more):
    return {"park": park, "value": value, "period_start": f"{year}-01-01", "period_end": f"{year}-12-31"} | more


@pytest.fixture
def library(table, catalogue):
    rows = [of(park, year, value) for year, values in LEVELS.items() for park, value in values.items()]
    growth = {"measure": "growth", "basis": "yoy", "unit": "%"}
    rows += [of(park, 2020, value, **growth) for park, value in (("甲区", 10.0), ("乙区", 50.0), ("丙区", 100.0))]
    return Library(Archive(table(*rows), ()), catalogue)


def middle(library, parks, form):
    choice = TrendChoice(park=parks, indicator="revenue", measure=("level", "growth"), form=form, median=ALL)
    found = medians(library, choice, library.trend(parks, "revenue", choice.measure))
    return {(row["measure"], row["unit_base"], row["year"]): row["value_base"] for row in found.to_dict("records")}


def test_the_middle_of_a_group_is_in_the_form_of_what_is_shown(library):
    growth = {("growth", "%", 2020): 50.0}
    stated = {("level", "CNY", 2019): 20e8, ("level", "CNY", 2020): 30e8}
    assert middle(library, ("甲区",), "stated") == pytest.approx(stated | growth)
    index = {("index", "index", 2019): 100.0, ("index", "index", 2020): 150.0}
    assert middle(library, ("甲区", "乙区"), "index") == pytest.approx(index | growth)
    parts = {("part", "%", 2019): 20 / 30 * 100, ("part", "%", 2020): 30 / 41 * 100}
    assert middle(library, ("甲区", "乙区"), "part") == pytest.approx(parts | growth)


def test_the_value_axis_reaches_the_middle(library):
    choice = TrendChoice(park=("甲区",), indicator="revenue", measure=("level",), median=ALL)
    rows = library.trend(choice.park, "revenue", choice.measure)
    figure = go.Figure(trend.draw(place(rows), {"甲区": "#0072b2"}, ZH, "light", median=medians(library, choice, rows)))
    assert figure.layout.yaxis.range[1] > 30


def test_what_was_known_earlier_is_drawn_beside_what_is_known(table, catalogue):
    rows = table(
        of("甲区", 2019, 10.0, document="旧.txt", published="2020-02-01"),
        of("甲区", 2019, 12.0, document="新.txt", published="2021-02-01"),
        of("甲区", 2020, 15.0, document="新.txt", published="2021-02-01"),
    )
    documents = [Document(name, "", "", "", day) for name, day in (("旧.txt", "2020-02-01"), ("新.txt", "2021-02-01"))]
    shelf = Shelf(Archive(rows, tuple(documents)), catalogue)
    now, then = (shelf.at(day).trend(("甲区",), "revenue", ("level",)) for day in ("", "2020-12-31"))
    earlier = trend.Earlier("2020-12-31", place(then))
    figure = go.Figure(trend.draw(place(now), {"甲区": "#0072b2"}, ZH, "light", earlier=earlier))
    (rings,) = [trace for trace in figure.data if trace.name == "earlier"]
    assert list(rings.y) == [10.0]
    assert "截至 2020-12-31" in rings.hovertext[0]
    assert rings.customdata is None  # a click opens what is known now

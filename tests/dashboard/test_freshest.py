import pytest

from dashboard.charts import trend
from dashboard.charts.marks import place
from dashboard.components.figure import figure_link
from dashboard.grid.grouping import group_rows, grouped
from dashboard.library import Library
from dashboard.state import Choice, DataChoice
from dashboard.words import Words
from indicators.archive import Archive

PARK = "云岭高新区"
GROWTH = {"measure": "growth", "basis": "yoy", "unit": "%"}
DOLLARS = {"unit": "亿美元", "unit_base": "USD", "value_base": 17e8}
LATER = {"document": "b.txt", "published": "2022-02-01"}
SAID_BY = {"a": {"document": "a.txt", "sentence": "甲"}, "b": LATER | {"sentence": "乙"}}


def during(start, end):
    return {"period_start": start, "period_end": end}


YEAR, DECADE = during("2021-01-01", "2021-12-31"), during("2012-01-01", "2022-08-19")
HALF, FIRST_HALF = during("2022-01-01", "2022-06-30"), during("2021-01-01", "2021-06-30")
JUNE, QUARTER = during("2022-06-01", "2022-06-30"), during("2022-04-01", "2022-06-30")
SECOND_HALF, DECEMBER = during("2021-07-01", "2021-12-31"), during("2021-12-01", "2021-12-31")


@pytest.fixture
def library(table, catalogue):
    return lambda *rows: Library(Archive(table(*rows), ()), catalogue)


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        ([HALF | {"value": 60.0}, JUNE | {"value": 11.0}, QUARTER | {"value": 30.0}], 60.0),
        ([DECEMBER | {"value": 9.0}, YEAR | {"value": 110.0}, SECOND_HALF | {"value": 55.0}], 110.0),
        ([YEAR | {"value": 110.0}, HALF | {"value": 60.0}], 60.0),  # what is newer is newer
        ([YEAR | {"value": 110.0}, DECADE | {"value": 900.0, "bound": "at_least"}], 110.0),
        ([YEAR | GROWTH | {"value": 9.0}, DECADE | {"value": 900.0}], 9.0),
        ([DECADE | {"value": 900.0}], 900.0),  # better than nothing
        ([YEAR | {"value": 110.0}, YEAR | {"value": 3.4, "unit": "倍", "unit_base": "ratio"}], 110.0),
        ([FIRST_HALF | {"value": 50.0}, YEAR | {"value": 83.0, "unit": "%"}], 50.0),
        ([YEAR | {"value": 110.0}, YEAR | DOLLARS | {"value": 17.0}], 110.0),
        ([YEAR | {"value": 110.0, "bound": "at_most"}, YEAR | {"value": 100.0, "bound": "at_least"}], 100.0),
        ([YEAR | {"value": 3400.0, "unit": "倍", "unit_base": "ratio"}], None),
    ],
)  # fmt: skip
def test_the_freshest_figure_is_the_level_that_says_most(library, rows, value):
    found = library(*rows).latest(PARK, 6)
    assert found["value"].tolist() == ([] if value is None else [value])


def test_a_group_of_the_table_says_the_same(library):
    shelf = library(
        HALF | {"value": 60.0},
        JUNE | {"value": 11.0},
        DECADE | {"value": 900.0},
        HALF | {"value": 3.4, "unit": "倍", "unit_base": "ratio"},
    )
    rows = shelf.observations(range(shelf.total))
    groups, numbers = grouped(rows, ("park", "name"))
    (group,) = group_rows(shelf, rows, groups, numbers, DataChoice(by=("park", "name")), Words("zh"))
    assert (group["latest"], group["period"]) == ("60 亿元", "2022年上半年")


@pytest.mark.parametrize(
    ("rows", "growth"),
    [
        ([{}, GROWTH | {"value": 7.0}], 7.0),
        ([SAID_BY["a"], SAID_BY["b"] | GROWTH | {"value": 15.0}], None),  # another text's estimate
        ([SAID_BY["a"], SAID_BY["b"], SAID_BY["b"] | GROWTH | {"value": 7.0}], 7.0),  # which states the level as well
        ([SAID_BY["a"], SAID_BY["a"] | GROWTH | {"value": 7.0}, SAID_BY["b"] | GROWTH | {"value": 9.0}], 7.0),
        (
            [
                SAID_BY["b"],
                SAID_BY["b"] | GROWTH | {"value": 9.0, "sentence": "丙"},
                SAID_BY["b"] | GROWTH | {"value": 7.0},
            ],
            7.0,
        ),  # its own sentence
        ([{}, HALF | GROWTH | {"value": 7.0}], None),
    ],
)
def test_growth_is_shown_beside_a_level_that_its_own_text_states(library, rows, growth):
    shelf = library(*rows)
    found = shelf.growth_beside(shelf.latest(PARK, 1).iloc[0])
    assert (None if found is None else found["value"]) == growth


def test_growth_of_a_later_period_stands_below_an_older_level(library):
    shelf = library(FIRST_HALF | {"value": 50.0}, YEAR | GROWTH | {"value": 12.0} | LATER)
    said = str(figure_link(shelf, shelf.latest(PARK, 1).iloc[0], Choice(), Words("zh"), dated=True))
    assert said.index("50 亿元") < said.index("2021年上半年") < said.index("同比 +12%") < said.index("'2021年'")
    assert said.index("'2021年'") < said.index("2022-02-01 发布")


def test_growth_of_an_earlier_period_does_not(library):
    shelf = library(YEAR | {"value": 50.0}, FIRST_HALF | GROWTH | {"value": 12.0})
    assert shelf.growth_since(shelf.latest(PARK, 1).iloc[0]) is None


def test_multiples_are_drawn_below_all_else(library):
    shelf = library(
        YEAR | {"value": 3.4, "unit": "倍", "unit_base": "ratio"},
        YEAR | {"value": 110.0},
        YEAR | GROWTH | {"value": 9.0},
    )
    placed = place(shelf.trend((PARK,), "revenue", ("level", "growth")).assign(method=""))
    figure = trend.draw(placed, {PARK: "#000000"}, Words("zh"), "light")
    titles = [note["text"] for note in figure["layout"]["annotations"] if str(note.get("text", "")).startswith("<b>")]
    assert [title.split("  ")[1] for title in titles] == ["亿元", "%", "倍"]

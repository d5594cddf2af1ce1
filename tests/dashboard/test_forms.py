import json

import pandas as pd
import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.comparing.forms import (
    base_years,
    in_form,
    latest_is_part_of_a_year,
    months_label,
    months_of,
    same_months,
)
from dashboard.components.trend_frame import trend_frame
from dashboard.components.trend_table import trend_table
from dashboard.library import Library
from dashboard.state import TrendChoice
from dashboard.words import Words
from indicators.archive import Archive
from indicators.series import build_series


@pytest.fixture
def rows(table):
    """The series rows of some observations, as `Library.trend` gives them."""

    def make(*observations, kind="flow"):
        made = build_series(table(*observations))
        return made.assign(entity=made["park"], kind=kind, rival_values=[()] * len(made))

    return make


def of(year, value, park="云岭高新区", **more):
    return {"park": park, "value": value, "period_start": f"{year}-01-01", "period_end": f"{year}-12-31"} | more


def half(year, value, **more):
    return of(year, value) | {"period_end": f"{year}-06-30"} | more


def test_an_index_is_100_in_the_first_year_that_all_have(rows):
    made, base = in_form(
        rows(of(2018, 80.0), of(2019, 100.0), of(2019, 50.0, "江北经开区"), of(2020, 75.0, "江北经开区")), "index"
    )
    assert base == "2019"
    assert made.set_index(["park", made["period_end"].dt.year])["value_base"].to_dict() == pytest.approx(
        {
            ("云岭高新区", 2018): 80.0,
            ("云岭高新区", 2019): 100.0,
            ("江北经开区", 2019): 100.0,
            ("江北经开区", 2020): 150.0,
        }
    )
    assert set(made["unit_base"]) == {"index"}


def test_without_a_common_year_each_starts_with_its_own_and_bounds_are_no_base(rows):
    made, base = in_form(rows(of(2018, 80.0, bound="at_least"), of(2019, 40.0), of(2020, 50.0, "江北经开区")), "index")
    assert base == ""
    assert made["value_base"].tolist() == [100.0, 100.0]


def test_without_a_common_year_each_has_its_own_base(rows):
    made, _ = in_form(rows(of(2019, 40.0), of(2021, 44.0), of(2020, 50.0, "江北经开区")), "index")
    assert base_years(made) == {"云岭高新区": 2019, "江北经开区": 2020}


PARKS = ("云岭高新区", "江北经开区")


@pytest.fixture
def shown(table, catalogue):
    """All that the trends page draws and lists of two parks that have no year in common, in a form."""
    growth = of(2020, 9.0, measure="growth", basis="yoy", unit="%")
    observations = table(of(2018, 80.0), of(2019, 100.0), growth, of(2020, 50.0, "江北经开区"))
    library = Library(Archive(observations, ()), catalogue)

    def make(form, *parks, lang="zh"):
        choice = TrendChoice(park=parks, indicator="revenue", measure=("level", "growth"), form=form, time="axis")
        parts = trend_frame(library, choice, Words(lang), "light"), trend_table(library, choice, Words(lang))
        return tuple(json.dumps(part, ensure_ascii=False, cls=PlotlyJSONEncoder) for part in parts)

    return make


def test_parts_of_no_common_year_are_said_to_be_impossible_even_where_growth_is_drawn(shown):
    frame, _ = shown("part", *PARKS)
    assert "没有一个年份所选 2 个园区都有整年数，算不出占比。" in frame
    assert "增速" in frame
    assert "算不出占比" not in shown("stated", *PARKS)[0]
    assert "算不出占比" not in shown("part", PARKS[0])[0]


def test_each_base_year_is_said_where_they_differ(shown):
    frame, _ = shown("index", *PARKS)
    assert "云岭高新区（2018年=100）" in frame
    assert "江北经开区（2020年=100）" in frame
    alone, _ = shown("index", PARKS[0])
    assert "云岭高新区（" not in alone
    assert "指数（2018年=100）" in alone


def test_the_table_has_what_is_drawn_beside_what_was_stated(shown):
    _, table = shown("index", *PARKS)
    assert "指数" in table
    assert "125" in table  # 100 of 80
    assert "100 亿元" in table
    assert "100%" in shown("part", PARKS[0])[1]
    assert "125" not in shown("stated", *PARKS)[1]


def test_parts_add_up_to_a_hundred_in_complete_years_alone(rows):
    made, _ = in_form(rows(of(2018, 80.0), of(2019, 60.0), of(2019, 20.0, "江北经开区")), "part")
    assert made["value_base"].tolist() == [75.0, 25.0]


def test_growth_passes_through_and_part_years_do_not(rows):
    growth = of(2019, 9.0, measure="growth", basis="yoy", unit="%")
    made, _ = in_form(rows(of(2019, 100.0), half(2019, 45.0), growth), "index")
    assert made["measure"].tolist() == ["index", "growth"]


def test_the_same_months_are_found_and_chosen(rows):
    given = rows(
        half(2019, 40.0), half(2020, 45.0), of(2019, 100.0), of(2020, 110.0), of(2021, 3.0, period_end="2021-03-31")
    )
    assert months_of(given) == [(1, 12), (1, 6)]
    assert same_months(given, (1, 6))["value"].tolist() == [40.0, 45.0]


def test_the_freshest_figure_decides_how_it_is_looked_at(rows):
    years = (of(2019, 100.0), of(2020, 110.0))
    assert not latest_is_part_of_a_year(rows(*years))
    assert not latest_is_part_of_a_year(rows(*years, half(2021, 50.0)))  # nothing to compare it with
    assert latest_is_part_of_a_year(rows(*years, half(2020, 48.0), half(2021, 50.0)))
    assert not latest_is_part_of_a_year(rows(*years).iloc[:0])


def test_months_are_said_without_a_year():
    assert [months_label(one, "zh") for one in ((1, 3), (1, 12), (1, 5))] == ["一季度", "全年", "1—5月"]
    assert months_label((1, 6), "en") == "H1"


def test_nothing_comes_of_nothing(rows):
    empty = rows(of(2019, 1.0)).iloc[:0]
    for form in ("stated", "index", "part"):
        assert in_form(empty, form)[0].empty
    assert isinstance(same_months(empty, (1, 6)), pd.DataFrame)

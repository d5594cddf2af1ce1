import pandas as pd
import pytest

from dashboard.comparing.forms import in_form, latest_is_part_of_a_year, months_label, months_of, same_months
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

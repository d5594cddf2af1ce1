import pytest

from dashboard.components.target_bullets import drawable
from indicators.series import build_series
from indicators.targets import answered_targets, match_targets, target_years

TARGET = {"status": "target", "published": "2020-01"}
GROWTH = {"measure": "growth", "basis": "yoy", "unit": "%"}
HALF = {"period_end": "2020-06-30"}


def match(rows):
    return match_targets(build_series(rows), "云岭高新区", 2020)


def test_floor_and_stretch_share_a_row_with_the_actual(table):
    floor, stretch = (
        TARGET | {"value": 75.0, "target_tier": "floor"},
        TARGET | {"value": 100.0, "target_tier": "stretch"},
    )
    row = match(table(floor, stretch, {"value": 78.0})).iloc[0]
    assert (row["floor"], row["stretch"], row["actual"]) == (75e8, 100e8, 78e8)
    assert (row["attainment"], row["elapsed"], row["verdict"]) == (pytest.approx(1.04), 1.0, "met")


def test_without_an_actual_nothing_is_claimed(table):
    row = match(table(TARGET | {"value": 75.0})).iloc[0]
    assert row["verdict"] == "none"
    assert row[["actual", "attainment", "gap", "elapsed"]].isna().all()


def test_part_of_a_year_is_progress_beside_the_time_elapsed(table):
    row = match(table(TARGET | {"value": 100.0}, HALF | {"value": 60.0})).iloc[0]
    assert row["verdict"] == "lapsed"
    assert (row["attainment"], row["elapsed"]) == (pytest.approx(0.6), pytest.approx(182 / 366))


def test_growth_is_held_against_growth_alone(table):
    rows = match(
        table(TARGET | GROWTH | {"value": 8.0, "bound": "at_least"}, {"value": 120.0}, GROWTH | {"value": 7.2})
    )
    assert rows[["actual", "verdict"]].values.tolist() == [[7.2, "not_met"]]
    assert rows["attainment"].isna().all()
    assert rows["gap"].tolist() == [pytest.approx(-0.8)]


@pytest.mark.parametrize(
    ("target", "actual", "verdict"),
    [
        ({"value": 1100.0}, {"value": 1000.0, "bound": "at_least"}, "undecided"),
        ({"value": 1000.0}, {"value": 1000.0, "bound": "at_least"}, "met"),
        ({"value": 1000.0}, {"value": 900.0, "bound": "at_most"}, "not_met"),
        ({"value": 2.5, "unit": "%", "bound": "at_most"}, {"value": 2.4, "unit": "%"}, "met"),
        ({"value": 2.5, "unit": "%", "bound": "at_most"}, {"value": 2.6, "unit": "%"}, "not_met"),
        (GROWTH | {"value": -3.0, "bound": "at_least"}, GROWTH | {"value": -4.1}, "met"),  # 能耗下降3%以上
        ({"value": 100.0, "measure": "rank"}, {"value": 99.0, "measure": "rank"}, "met"),
    ],
)
def test_a_verdict_minds_bounds_and_what_is_better(table, target, actual, verdict):
    assert match(table(TARGET | target, actual))["verdict"].tolist() == [verdict]


PLAN = TARGET | {"value": 100.0}
NEXT_SPRING = {"published": "2021-03-01"}


@pytest.mark.parametrize(
    ("target", "actual", "verdict"),
    [
        (PLAN, HALF | {"value": 101.5, "published": "2020-07"}, "met_early"),
        (PLAN, HALF | {"value": 101.5, "bound": "at_least"} | NEXT_SPRING, "met_early"),
        (PLAN, HALF | {"value": 101.5, "bound": "at_most", "published": "2020-07"}, "under_way"),
        (PLAN, HALF | {"value": 60.0, "published": "2020-07"}, "under_way"),
        (PLAN, HALF | {"value": 60.0} | NEXT_SPRING, "lapsed"),
        (PLAN, HALF | {"value": 60.0, "published": "2020"}, "under_way"),  # who knows when in that year
        (PLAN | {"bound": "at_most"}, HALF | {"value": 101.5, "published": "2020-07"}, "under_way"),
        (PLAN | GROWTH | {"value": 8.0}, HALF | GROWTH | {"value": 9.0, "published": "2020-07"}, "under_way"),
        (PLAN | GROWTH | {"value": 8.0}, HALF | GROWTH | {"value": 9.0} | NEXT_SPRING, "lapsed"),
        (PLAN | GROWTH | {"value": 8.0}, GROWTH | {"value": 9.0} | NEXT_SPRING, "met"),
    ],
)
def test_what_ends_before_the_target_does(table, target, actual, verdict):
    assert match(table(target, actual))["verdict"].tolist() == [verdict]


def test_growth_of_the_whole_year_answers_a_target_for_growth_before_that_of_a_half(table):
    goal, half = PLAN | GROWTH | {"value": 8.0}, HALF | GROWTH | {"value": 15.6}
    assert match(table(goal, half, GROWTH | {"value": 12.0}))["actual"].tolist() == [12.0]


def test_a_period_is_over_when_anything_later_was_published(table):
    series = build_series(table(PLAN, HALF | {"value": 60.0, "published": "2020-07"}))
    matched = match_targets(series, "云岭高新区", 2020, day="2021-01-05")
    assert matched["verdict"].tolist() == ["lapsed"]


LOW = {"confidence": "low"}


@pytest.mark.parametrize(
    ("actuals", "taken", "confidence"),
    [
        ([{"value": 1.0} | LOW], 1e8, "low"),
        ([{"value": 1.0} | LOW, HALF | {"value": 60.0}], 60e8, ""),
        ([{"value": 1.0} | LOW, {"value": 1.0, "document": "b.txt"} | LOW], 1e8, ""),  # confirmed
    ],
)
def test_what_may_be_misread_counts_where_nothing_else_is_known_and_is_not_drawn(table, actuals, taken, confidence):
    matched = match(table(PLAN, *actuals))
    assert matched[["actual", "actual_confidence"]].values.tolist() == [[taken, confidence]]
    assert len(drawable(matched)) == (confidence == "")
    assert len(answered_targets(build_series(table(PLAN, *actuals)))) == (confidence == "")


def test_actuals_from_outside_the_targets_period_do_not_count(table):
    before = {"period_start": "2019-01-01", "period_end": "2019-12-31"}
    assert match(table(TARGET | {"value": 75.0}, before))["verdict"].tolist() == ["none"]


def test_a_plan_over_years_is_a_target_of_each(table):
    series = build_series(table(TARGET | {"period_start": "2021-01-01", "period_end": "2023-12-31"}, TARGET))
    assert target_years(series, "云岭高新区") == {2023: 1, 2022: 1, 2021: 1, 2020: 1}
    assert match_targets(series, "云岭高新区", 2024).empty

import pytest

from indicators.series import COLUMNS, build_series, interval


def test_an_empty_table_gives_an_empty_series(table):
    assert list(build_series(table().iloc[:0]).columns) == list(COLUMNS)


def test_one_observation_one_value(table):
    series = build_series(table({"value": 85.0}))
    assert series["value_base"].tolist() == [85e8]
    assert series[["row", "confirming", "rivals", "span"]].values.tolist() == [[0, (), (), "year"]]


def test_what_was_published_later_wins_and_the_other_is_its_rival(table):
    series = build_series(table({"value": 85.0, "published": "2021-03"}, {"value": 90.0, "published": "2021-02-01"}))
    assert series[["value", "row", "rivals"]].values.tolist() == [[85.0, 0, (1,)]]


@pytest.mark.parametrize(
    ("first", "second", "taken"),
    [
        (
            {"value": 1002.5},
            {"value": 1000.0, "bound": "at_least", "published": "2022"},
            0,
        ),  # 超千亿 says less than 1002.5
        ({"value": 25.56}, {"value": 25.6, "published": "2022"}, 0),  # rounded later
        ({"value": 100.0, "bound": "about"}, {"value": 100.0}, 1),
        (
            {"value": 0.855, "unit": "亿元"},
            {"value": 8550.0, "unit": "万元"},
            0,
        ),  # same amount; the first has the decimals
    ],
)
def test_values_that_agree_confirm_each_other_and_the_exact_one_is_taken(table, first, second, taken):
    series = build_series(table(first, second))
    assert series[["row", "confirming", "rivals"]].values.tolist() == [[taken, (1 - taken,), ()]]


def test_a_bound_that_the_value_breaks_is_a_rival(table):
    series = build_series(table({"value": 950.0}, {"value": 1000.0, "bound": "at_least", "published": "2022"}))
    assert series[["value", "bound", "rivals"]].values.tolist() == [[1000.0, "at_least", (0,)]]


def test_what_differs_in_its_key_is_another_value(table):
    rows = table(
        {},
        {"measure": "growth", "basis": "yoy", "unit": "%", "value": 9.0},
        {"status": "target", "target_tier": "floor"},
        {"segment": "东区"},
        {"period_end": "2020-06-30"},
        {"unit": "公里", "value": 9.0},
    )
    assert len(build_series(rows)) == 6


def test_the_two_ends_of_a_range_are_no_rivals(table):
    growth = {"measure": "growth", "basis": "yoy", "unit": "%", "status": "target", "sentence": "增长4.5%-5%。"}
    series = build_series(
        table(growth | {"value": 4.5, "bound": "at_least"}, growth | {"value": 5.0, "bound": "at_most"})
    )
    assert sorted(zip(series["value"], series["edge"], strict=True)) == [(4.5, ""), (5.0, "upper")]


POINTS = {"measure": "change", "unit": "个百分点"}


@pytest.mark.parametrize(
    ("first", "second", "values", "rivals"),
    [
        ({"value": 0.8}, {"value": -1.5}, 2, 0),  # 比全省高0.8, 慢于序时进度1.5
        ({"value": 0.8}, {"value": 0.8, "document": "b.txt"}, 1, 0),  # said twice
        ({"value": 0.8, "basis": "yoy"}, {"value": 1.5, "basis": "yoy"}, 1, 1),  # of one thing
    ],
)
def test_distances_to_what_is_not_named_are_no_rivals(table, first, second, values, rivals):
    series = build_series(table(POINTS | first, POINTS | second))
    assert (len(series), series["rivals"].map(len).sum()) == (values, rivals)
    assert (series["edge"] == "").all() == ("basis" in first)


def test_unknown_phrases_and_periods_are_kept(table):
    series = build_series(
        table({"indicator": "", "indicator_text": "链上企业", "period_start": None, "period_end": None})
    )
    assert series[["name", "span"]].values.tolist() == [["链上企业", "unknown"]]


def test_the_short_name_lasts_as_long_as_the_key(table):
    before, after = (
        build_series(table({})),
        build_series(table({"segment": "西区"}, {"value": 101.0, "published": "2023"})),
    )
    assert before["series"].iloc[0] in set(after["series"])


@pytest.mark.parametrize(
    ("value", "bound", "low", "high"),
    [
        (9.0, "exact", 9, 9),
        (9.0, "at_least", 9, float("inf")),
        (-3.0, "at_least", float("-inf"), -3),
        (-3.0, "at_most", -3, float("inf")),
    ],
)
def test_a_bound_is_one_of_size(value, bound, low, high):
    assert interval(value, bound) == (low, high)

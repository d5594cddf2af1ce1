from dashboard.library import Library
from indicators.archive import Archive

YEAR = {"period_start": "2020-01-01", "period_end": "2020-12-31"}
GROWTH = {"measure": "growth", "basis": "yoy", "unit": "%"}
INVESTMENT = {"indicator_text": "固定资产投资", "indicator": "investment"}
UNKNOWN = {"indicator_text": "某项投入", "indicator": ""}


def shelf(table, catalogue, *rows):
    return Library(Archive(table(*(YEAR | row for row in rows)), ()), catalogue)


def test_a_card_has_growth_where_no_level_is_stated_and_the_catalogue_first(table, catalogue):
    rows = ({"value": 3.0} | UNKNOWN, {"value": 9.5} | GROWTH | INVESTMENT, {"value": 110.0}, {"value": 7.0} | GROWTH)
    latest = shelf(table, catalogue, *rows).latest("云岭高新区", 6)
    assert latest[["name", "measure"]].values.tolist() == [
        ["revenue", "level"],
        ["investment", "growth"],
        ["某项投入", "level"],
    ]


def test_targets_with_an_actual_come_first_then_the_catalogue(table, catalogue):
    goal = {"status": "target", "value": 80.0}
    rows = (goal | UNKNOWN, goal | INVESTMENT, goal, {"value": 110.0} | INVESTMENT)
    matched = shelf(table, catalogue, *rows).targets("云岭高新区", 2020)
    assert matched["name"].tolist() == ["investment", "revenue", "某项投入"]


def test_the_year_whose_targets_have_actuals_is_shown_before_the_year_with_most_targets(table, catalogue):
    goal = {"status": "target", "value": 80.0}
    later = {"period_start": "2021-01-01", "period_end": "2021-12-31"}
    of_another = goal | later | {"park": "江北经开区"}
    rows = (goal, {"value": 110.0}, *(goal | later | name for name in (UNKNOWN, INVESTMENT)), *[of_another] * 2)
    library = shelf(table, catalogue, *rows)
    assert library.main_target_year("云岭高新区") == 2020
    assert library.main_target_year("江北经开区") == 2021
    assert library.parks_with_targets == ["云岭高新区", "江北经开区"]


def test_a_park_without_targets_has_none(table, catalogue):
    assert shelf(table, catalogue, {"value": 110.0}).targets("云岭高新区", 2020).empty

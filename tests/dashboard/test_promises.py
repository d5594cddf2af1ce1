import csv
import io

import pandas as pd
import pytest

from dashboard.comparing import promises
from dashboard.downloads.spreadsheets import targets_csv
from dashboard.library import Library
from dashboard.pages import targets
from dashboard.state import TargetChoice
from dashboard.words import Words
from indicators.archive import Archive

ZH = Words("zh")
GOAL = {"status": "target", "published": "2020-01"}
RATE = {"measure": "growth", "basis": "yoy", "unit": "%"}
HALF = {"period_end": "2020-06-30"}


@pytest.fixture
def shelf(table, catalogue):
    def make(*rows):
        return Library(Archive(table(*rows), ()), catalogue)

    return make


def of(park, value, **more):
    return {"park": park, "value": value} | more


def test_the_best_reached_comes_first_and_the_unknown_last(shelf):
    library = shelf(
        of("丁区", 50.0, **GOAL),
        of("甲区", 100.0, **GOAL), of("甲区", 90.0),
        of("乙区", 100.0, **GOAL), of("乙区", 120.0),
        of("丙区", 8.0, **GOAL, **RATE), of("丙区", 9.0, **RATE),
        of("戊区", 70.0),
    )  # fmt: skip
    matched = promises.promised(library, "revenue", 2020)
    assert matched["park"].tolist() == ["乙区", "甲区", "丙区", "丁区"]
    assert matched["verdict"].tolist() == ["met", "not_met", "met", "none"]
    assert promises.without_promise(library, "revenue", matched) == ["戊区"]


def test_where_less_is_better_the_lowest_is_the_best_reached(shelf):
    goal = GOAL | {"unit": "%", "measure": "share", "bound": "at_most"}
    library = shelf(
        *(of(park, 5.0, **goal) for park in ("甲区", "乙区")),
        of("甲区", 4.9, unit="%", measure="share"),
        of("乙区", 3.0, unit="%", measure="share"),
    )
    assert promises.promised(library, "revenue", None)["park"].tolist() == ["乙区", "甲区"]


def test_the_year_is_the_latest_in_which_two_parks_can_be_compared(shelf):
    later = {"period_start": "2021-01-01", "period_end": "2021-12-31"}
    both = [row for park in ("甲区", "乙区") for row in (of(park, 9.0, **GOAL), of(park, 8.0))]
    assert promises.main_year(shelf(*both, of("甲区", 9.0, **GOAL | later)), "revenue") == "2020"
    assert promises.main_year(shelf(*both[:2]), "revenue") == promises.ALL_YEARS
    assert promises.years_of(shelf(*both, of("甲区", 9.0, **GOAL | later)), "revenue") == [2021, 2020]


def test_indicators_that_several_parks_have_promised_are_offered_first(shelf):
    firms = {"indicator": "firms", "unit": "家"}
    library = shelf(
        of("甲区", 9.0, **GOAL | firms),
        of("甲区", 9.0, **firms),
        of("甲区", 9.0, **GOAL),
        of("乙区", 9.0, **GOAL),
    )
    assert [(one.name, one.values) for one in promises.indicators_with_targets(library)] == [
        ("revenue", 2),
        ("firms", 1),
    ]


def test_an_unknown_choice_becomes_one_that_is_there(library):
    shown = targets.resolve(library, TargetChoice(view="indicator", indicator="?", year="1900"))
    assert (shown.indicator, shown.year) == ("investment", promises.ALL_YEARS)
    assert targets.title_of(library, shown, ZH) == "固定资产投资：历年目标与实绩"


def test_the_file_has_both_sentences_and_the_share_of_the_time(shelf):
    library = shelf(
        of("甲区", 100.0, **GOAL, sentence="计划100亿元。"),
        of("甲区", 60.0, sentence="=上半年60亿元。", **HALF),
    )
    data = targets_csv(library, promises.promised(library, "revenue", 2020), ZH)
    row = pd.read_csv(io.BytesIO(data), encoding="utf-8-sig").iloc[0]
    assert (row["目标"], row["实绩"], row["完成率"], row["实绩期间止"]) == (100e8, 60e8, 0.6, "2020-06-30")
    assert row["时间已过"] == pytest.approx(182 / 366, abs=5e-5)
    assert row["结论"] == "期已满，未见全期实绩"
    assert (row["目标原句"], row["实绩原句"]) == ("计划100亿元。", "'=上半年60亿元。")


def test_the_file_has_no_digits_that_only_came_of_reckoning(shelf):
    library = shelf(
        of("甲区", 3600.0, **GOAL),
        of("甲区", 3800.9),
        of("甲区", 6.1, measure="growth", basis="yoy", unit="%", **GOAL),
        of("甲区", 7.0, measure="growth", basis="yoy", unit="%"),
    )
    text = targets_csv(library, promises.promised(library, "revenue", 2020), ZH).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["目标"], row["实绩"], row["完成率"], row["差距"]) for row in rows] == [
        ("360000000000", "380090000000", "1.0558", "20090000000"),
        ("6.1", "7", "", "0.9"),
    ]

import pandas as pd
import pytest

from dashboard.comparing import coverage
from dashboard.library import Library
from dashboard.pages.coverage import viewed
from dashboard.state import CoverageChoice
from dashboard.words import Words
from indicators.archive import Archive
from indicators.holdings import Held
from tests.dashboard.conftest import CATALOGUE


def of(table, *given):
    rows = table(
        *(
            {"park": park, "document": document, "period_start": f"{year}-01-01", "period_end": f"{year}-12-31"} | more
            for park, year, document, more in given
        )
    )
    return Held(Archive(rows, ())).known()


def test_a_document_counts_once_and_targets_do_not(table):
    counted = of(
        table,
        ("甲", 2019, "a", {}),
        ("甲", 2019, "a", {"measure": "growth"}),
        ("甲", 2019, "b", {}),
        ("甲", 2020, "b", {"status": "target"}),
    )
    assert counted.to_dict("records") == [{"park": "甲", "name": "revenue", "year": 2019, "documents": 2, "certain": 2}]


def test_years_without_figures_are_gaps_in_the_matrix(table):
    counted = of(table, ("甲", 2018, "a", {}), ("甲", 2020, "a", {}), ("乙", 2020, "b", {}))
    rows, found = coverage.matrix(counted, name="revenue")
    assert (rows, list(found.index), list(found.columns)) == ("park", ["甲", "乙"], [2018, 2019, 2020])
    assert found.loc["甲"].isna().tolist() == [False, True, False]
    assert coverage.matrix(counted, park="甲")[0] == "name"
    assert coverage.matrix(counted)[1].loc["乙", 2020] == 1
    assert coverage.matrix(counted, park="丙")[1].empty


LOW = {"confidence": "low"}
HABIT = [("甲", year, "a", {}) for year in (2015, 2016, 2017)]


@pytest.mark.parametrize(
    ("more", "since"),
    [
        ([("甲", 2019, "b", {"indicator": "firms"})], [2017]),
        ([("甲", 2019, "b", {"indicator": "firms"} | LOW)], []),  # nobody knows whether the park goes on
        ([("甲", 2019, "b", {"indicator": "firms"}), ("甲", 2018, "b", LOW)], []),  # it breaks the silence
    ],
)
def test_what_may_be_misread_makes_no_silence(table, more, since):
    found = coverage.silent(of(table, *HABIT, *more))
    assert found["since"].tolist() == since
    misread = [(*line[:3], LOW) for line in HABIT]
    assert coverage.silent(of(table, *misread, *more)).empty


def test_a_document_counts_as_certain_by_any_of_its_figures(table):
    counted = of(table, ("甲", 2019, "a", LOW), ("甲", 2019, "a", {"measure": "growth"}), ("甲", 2019, "b", LOW))
    assert counted[["documents", "certain"]].values.tolist() == [[2, 1]]


def test_the_table_says_where_it_starts(table):
    rows = [{"period_start": f"{year}-01-01", "period_end": f"{year}-12-31"} for year in (1990, 2019, 2020)]
    library = Library(Archive(table(*rows), ()), CATALOGUE)
    assert "表从 2019 年列起，更早的（最早 1990 年）在 CSV 里。" in str(viewed(library, CoverageChoice(), Words("zh")))


def test_silence_is_a_habit_given_up_while_the_park_goes_on(table):
    habit = [("甲", year, "a", {}) for year in (2015, 2016, 2017)]
    goes_on = [("甲", year, "b", {"indicator": "firms"}) for year in (2018, 2019)]
    (line,) = coverage.silent(of(table, *habit, *goes_on)).to_dict("records")
    assert (line["name"], line["since"], line["years"], line["until"]) == ("revenue", 2017, 3, 2019)
    assert coverage.silent(of(table, *habit)).empty
    assert coverage.silent(pd.DataFrame(columns=["park", "name", "year", "documents", "certain"])).empty

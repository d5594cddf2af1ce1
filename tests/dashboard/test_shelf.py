import pytest

from dashboard.shelf import Shelf
from indicators.holdings import known_since


@pytest.fixture(scope="module")
def shelf(archive, catalogue):
    return Shelf(archive, catalogue)


def test_a_day_has_what_was_published_by_then(shelf):
    assert set(shelf.at("2021-02-01").documents) == {"云岭-2021.txt", "云岭-2020计划.txt"}
    assert set(shelf.at("2021-01-31").rows_by_document) == {"云岭-2020计划.txt"}
    assert shelf.at("2021-02-01").as_of == "2021-02-01"


def test_a_month_counts_from_its_end(shelf):
    assert shelf.at("2020-03-30").total == 0
    assert len(shelf.at("2020-03-31").documents) == 1


@pytest.mark.parametrize("day", ["", "2021-07-20", "2030-01-01", "yesterday", "2021"])
def test_what_is_no_earlier_day_is_now(shelf, day):
    assert shelf.at(day) is shelf.now


def test_days_are_kept_ready(shelf):
    assert shelf.at("2021-02-01") is shelf.at("2021-02-01")


def test_years_and_months_end_before_they_count():
    assert [known_since(one) for one in ("2024", "2024-02", "2024-01-18", "")] == [
        "2024-12-31",
        "2024-02-31",
        "2024-01-18",
        "",
    ]

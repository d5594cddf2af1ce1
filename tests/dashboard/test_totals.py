import pytest

from dashboard.grid.totals import total_of
from dashboard.library import Library
from dashboard.words import Words
from indicators.archive import Archive

HALF = {"period_end": "2020-06-30"}
SECOND_HALF = {"period_start": "2020-07-01"}
EARLIER = {"period_start": "2015-01-01", "period_end": "2015-12-31"}
NEXT_YEAR = {"period_start": "2021-01-01", "period_end": "2021-12-31"}
FIRMS = {"indicator": "firms", "indicator_text": "高新技术企业", "unit": "家"}
ON_THE_LAST_DAY = {"period_start": "2020-12-31", "period_end": "2020-12-31"}


def total(table, catalogue, *rows):
    library = Library(Archive(table(*rows), ()), catalogue)
    return total_of(library, library.observations(range(library.total)))


@pytest.mark.parametrize(
    ("rows", "why_not"),
    [
        ([{}, {"park": "江北经开区", "value": 50.0}], 150e8),
        ([{"value": 40.0, **HALF}, {"value": 60.0, **SECOND_HALF}], 100e8),
        ([{}, {"document": "b.txt"}], 100e8),  # said twice, counted once
        ([{}, {"measure": "growth", "basis": "yoy", "unit": "%", "value": 9.0}], 100e8),  # growth is left out
        ([{}, {"status": "target", "value": 120.0, "published": "2020-01"}], 100e8),
        ([FIRMS | ON_THE_LAST_DAY, {"park": "江北经开区"} | FIRMS | ON_THE_LAST_DAY], 200.0),
        ([{"status": "target"}], "nothing"),
        ([{}, {"indicator": "investment", "indicator_text": "固定资产投资"}], "indicators"),
        ([{"indicator": "", "indicator_text": "利润"}], "unknown"),
        ([{}, {"park": "江北经开区", "bound": "at_least"}], "bounds"),
        ([{}, {"segment": "一期"}], "parts"),
        ([{}, {"park": "江北经开区", "unit": "公里"}], "units"),
        ([{}, {"park": "云岭市"}], "areas"),
        ([{"period_start": None, "period_end": None}], "undated"),
        ([{}, {"value": 45.0, **HALF}], "overlap"),
        ([{}, {"park": "江北经开区", **NEXT_YEAR}], "unequal"),
        ([{}, {"value": 120.0, **NEXT_YEAR}], 220e8),
        ([{"value": 80.0, **EARLIER}, {}, NEXT_YEAR], "gaps"),
        ([HALF, NEXT_YEAR], "gaps"),
        ([EARLIER, {}, {"park": "江北经开区", **EARLIER}, {"park": "江北经开区"}], "gaps"),
        ([FIRMS | ON_THE_LAST_DAY, FIRMS | {"period_start": "2021-12-31", "period_end": "2021-12-31"}], "days"),
        ([{"unit": "%"}], "rates"),
    ],
)
def test_only_what_makes_sense_together_is_added(table, catalogue, rows, why_not):
    found = total(table, catalogue, *rows)
    if isinstance(why_not, str):
        assert (found.why_not, found.values) == (why_not, None)
    else:
        assert (found.why_not, found.value_base) == ("", pytest.approx(why_not))


def test_a_sum_is_said_in_the_unit_of_its_parts_and_a_missing_one_says_why(table, catalogue):
    assert total(table, catalogue, {}, {"park": "江北经开区", "value": 50.5}).text(Words("zh")) == "150.5 亿元"
    assert total(table, catalogue, {}, NEXT_YEAR).text(Words("zh")) == "200 亿元（2020—2021年）"
    assert total(table, catalogue, {}, NEXT_YEAR).text(Words("en")) == "20 bn CNY (2020–2021)"
    assert total(table, catalogue, {}).text(Words("en")) == "10 bn CNY"
    assert total(table, catalogue, {}, HALF).text(Words("zh")) == "（时段重叠）"
    assert total(table, catalogue, {}, HALF).text(Words("en")) == "(periods overlap)"

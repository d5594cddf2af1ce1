import pytest

from dashboard.grid.selection import selected
from dashboard.words import Words

ZH, EN = Words("zh"), Words("en")


def values(library, words=ZH, **asked):
    return library.observations(selected(library, words, **asked))["value"].tolist()


def test_words_are_looked_for_in_what_is_shown(library):
    assert values(library, q="江北 上半年") == [27.0, -3.2]
    assert values(library, q="江北 目标") == []
    assert values(library, words=EN, q="江北 h1 revenue") == [27.0]


@pytest.mark.parametrize(
    ("column", "condition", "found"),
    [
        ("status", {"type": "equals", "filter": "目标"}, [75.0, 100.0, 8.0, 30.0]),
        ("period", {"type": "startsWith", "filter": "2021年"}, [27.0, -3.2]),
        ("value", {"type": "lessThan", "filter": 0}, [-3.2]),
        ("value", {"type": "inRange", "filter": 26, "filterTo": 31}, [30.0, 27.0]),
        ("target_tier", {"type": "notBlank"}, [75.0, 100.0]),
        ("indicator", {"type": "equals", "filter": "高新技术企业"}, [200.0]),
        ("indicator", {"type": "startsWith", "filter": "利"}, [-3.2]),  # shown as its phrase
        ("period_end", {"type": "equals", "filter": "2021-06-30"}, [27.0, -3.2]),
    ],
)
def test_each_column_has_its_filter(library, column, condition, found):
    assert values(library, filters={column: condition}) == found


def test_what_cannot_be_understood_filters_nothing(library):
    everything = library.total
    for filters in (
        {"x": {"type": "equals"}},
        {"value": {"type": "equals", "filter": "x"}},
        {"park": {"type": "near"}},
    ):
        assert len(values(library, filters=filters)) == everything


def test_the_order_is_the_one_asked_for(library):
    assert values(library, sort="value:desc")[:2] == [200.0, 110.0]
    assert values(library, q="江北", sort="period:asc")[:2] == [40.0, 44.0]
    assert library.observations(selected(library, ZH, sort="park:asc"))["park"].iloc[0] == "云岭高新区"

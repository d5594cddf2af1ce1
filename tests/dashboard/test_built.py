"""Series are built when they are asked for and kept while they fit."""

import pytest

from dashboard.library.built import Built
from indicators.archive import Archive
from indicators.holdings import Held

PARKS = ("甲区", "乙区", "丙区")


class Counting(Held):
    """Counts what is asked for."""

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self.asked: list = []

    def about(self, parks, names=()):
        self.asked.append((tuple(parks), tuple(names)))
        return super().about(parks, names)


@pytest.fixture
def holdings(table) -> Counting:
    names = (("revenue", "主营业务收入"), ("investment", "固定资产投资"))
    rows = [
        {"park": park, "indicator": name, "indicator_text": text, "value": value, "document": f"{park}.txt"}
        for park in PARKS
        for name, text in names
        for value in (100.0, 120.0)
    ]
    return Counting(Archive(table(*rows), ()))


def test_what_was_asked_for_is_not_built_again(holdings):
    built = Built(holdings, lambda name: "flow")
    first = built.about(PARKS[:2], "revenue")
    assert first["park"].tolist() == ["乙区", "甲区"]
    assert built.about(PARKS[:2], "revenue") is first
    assert first["rival_values"].map(len).tolist() == [1, 1]
    assert built.about(PARKS[:1], "revenue")["series"].tolist() == first["series"][1:].tolist()
    assert len(holdings.asked) == 1


def test_one_indicator_is_taken_from_the_whole_park(holdings):
    built = Built(holdings, lambda name: "flow")
    alone = Built(Counting(holdings._archive), lambda name: "flow").about(("甲区",), "revenue")
    assert len(built.of_park("甲区")) == 2
    assert built.about(("甲区",), "revenue")["series"].tolist() == alone["series"].tolist()
    assert built.several("甲区", ["investment", "没有"])["name"].tolist() == ["investment"]
    assert built.several("甲区", []).empty
    assert holdings.asked == [(("甲区",), ()), ((), ())]


def test_what_no_longer_fits_is_forgotten_the_longest_unused_first(holdings):
    built = Built(holdings, lambda name: "flow", most_rows=12)
    shorts = {park: built.of_park(park)["series"].iloc[0] for park in PARKS[:2]}
    assert built.value(shorts["甲区"])["park"] == "甲区"
    built.of_park("甲区")
    built.of_park("丙区")
    assert built.value(shorts["乙区"]) is None
    assert built.value(shorts["甲区"])["park"] == "甲区"
    assert built.value("没有") is None


def test_what_is_built_ahead_is_not_asked_for_again(holdings):
    built = Built(holdings, lambda name: "flow")
    built.ahead(PARKS, ("revenue", "investment"))
    assert built.several("甲区", ("investment",))["name"].tolist() == ["investment"]
    assert built.about(PARKS[1:], "revenue")["park"].tolist() == ["丙区", "乙区"]
    assert len(holdings.asked) == 1

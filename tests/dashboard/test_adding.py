"""A figure that was not read: its place by the address, what is known of it, and what is asked for."""

import pytest

from dashboard.editing.adding import missed
from dashboard.editing.deciding import Unfit, added
from dashboard.library import Library
from dashboard.words import Words
from indicators.archive import Archive
from indicators.documents import Document
from tests.dashboard.conftest import CATALOGUE, make_table

ZH = Words("zh")
TEXT = "云岭高新区简报\n2023年上半年，用电31万千瓦时，另有31万千瓦时待核。明年再看。\n"


@pytest.fixture(scope="module")
def library() -> Library:
    document = Document("a.txt", TEXT, "云岭高新区简报", "", "2023-07-18", "")
    return Library(Archive(make_table({"document": "a.txt"}), (document,)), CATALOGUE)


@pytest.mark.parametrize("nth", [1, 2])
def test_the_place_is_found_in_its_sentence(library, nth: int):
    start = TEXT.index("31") if nth == 1 else TEXT.rindex("31")
    place = missed(library, "a.txt", str(start), str(start + len("31万千瓦时")))
    before, figure, after = place.parts
    assert figure == "31万千瓦时"
    assert before + figure + after == "2023年上半年，用电31万千瓦时，另有31万千瓦时待核。"
    assert len(after) == len("，另有31万千瓦时待核。" if nth == 1 else "待核。")
    assert place.fields == {
        "value": "31", "unit": "万千瓦时", "park": "云岭高新区",
        "period_start": "2023-01-01", "period_end": "2023-06-30",
    }  # fmt: skip


def test_words_without_a_figure_or_a_period_say_little(library):
    start = TEXT.index("再看")
    assert "value" not in missed(library, "a.txt", str(start), str(start + 2)).fields


@pytest.mark.parametrize(
    ("name", "at", "until"),
    [("b.txt", "1", "2"), ("a.txt", "", ""), ("a.txt", "3", "3"), ("a.txt", "-1", "2"), ("a.txt", "0", "9999")],
)
def test_an_address_that_names_no_place(library, name: str, at: str, until: str):
    assert missed(library, name, at, until) is None


GIVEN = {
    "value": "31", "unit": "万千瓦时", "measure": "level", "bound": "exact", "status": "actual", "reason": "漏读",
    "indicator_text": "用电量",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"value": ""}, "value"),
        ({"value": "三十"}, "value"),
        ({"unit": " "}, "unit"),
        ({"indicator_text": ""}, "indicator"),
        ({"reason": ""}, "reason"),
        ({"period_start": "2023-07-01", "period_end": "2023-06-30"}, "period_end"),
    ],
)
def test_what_cannot_be_added_is_said_beside_its_field(change: dict[str, str], problem: str):
    with pytest.raises(Unfit) as unfit:
        added(GIVEN | change, ZH)
    assert list(unfit.value.problems) == [problem]


def test_an_indicator_of_the_catalogue_goes_by_its_name_there():
    assert added(GIVEN, ZH) == {name: text for name, text in GIVEN.items() if name != "reason"}
    assert added(GIVEN | {"indicator_text": "", "indicator": "gdp"}, ZH)["indicator_text"] == "地区生产总值"

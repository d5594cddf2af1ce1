import pytest

from dashboard.pages.why import WHERE
from dashboard.reasons import grounds_of, reasons, rule_of
from indicators.documents import read_document
from indicators.model import Grounds, Mark, Source
from indicators.provenance import PLACES
from indicators.table import to_table

TEXT = (
    "云麓高新区2023年工作简报\n发布日期:2024-01-18\n\n"
    "2023年,云麓高新区规模以上工业总产值1286.4亿元,同比增长9.2%。"
    "一般公共预算收入首次突破50亿元。2024年,固定资产投资力争增长10%。"
)


@pytest.fixture(scope="module")
def document():
    return read_document("a.txt", TEXT.encode())


@pytest.fixture(scope="module")
def found(document):
    rows = to_table(list(document[1]))
    return {
        (row["indicator_text"], row["measure"]): {one.about: one for one in reasons(row, document[0])}
        for _, row in rows.iterrows()
    }


def test_what_stands_in_the_sentence_is_named(found):
    level = found["规模以上工业总产值", "level"]
    assert (level["value"].words, level["value"].where) == ("1286.4亿元", "figure")
    assert (level["park"].words, level["park"].where) == ("云麓高新区", "sentence")
    assert (level["period"].words, level["period"].where) == ("2023年", "sentence")
    assert level["indicator"].where == "list"
    assert found["规模以上工业总产值", "growth"]["indicator_text"].where == "beside"


def test_what_governs_from_before_is_said_to(found):
    income = found["一般公共预算收入", "level"]
    assert (income["bound"].words, income["bound"].where) == ("突破", "sentence")
    assert (income["period"].words, income["period"].where) == ("2023年", "passage")
    assert income["park"].where == "document"


def test_a_target_has_its_cue_and_an_actual_none(found):
    target = found["固定资产投资", "growth"]
    assert (target["status"].words, target["status"].where) == ("力争", "sentence")
    assert "status" not in found["规模以上工业总产值", "level"]


def test_each_rule_that_read_a_figure_has_its_own_grounds_and_unknown_ones_are_none():
    one, other = (Grounds(*[Source(place)] * 4) for place in ("sentence", "section"))
    marks = (Mark(3, 5, "read", "a", one), Mark(3, 5, "read", "b", other), Mark(9, 10, "read", "a"))
    assert grounds_of(marks, 3, "b") == other
    assert grounds_of(marks, 3, "c") == one
    assert grounds_of(marks, 9, "a").period.place == ""


def test_every_place_has_a_name_for_readers():
    assert set(PLACES) <= set(WHERE)


def test_rules_are_known_by_name():
    assert rule_of("no.such.rule") is None
    rule = rule_of("amount.level.stated")
    assert rule is not None
    assert rule.reads

import pytest

from dashboard.reasons import reasons, rule_of
from indicators.reading import read_text
from indicators.table import to_table

TEXT = (
    "云麓高新区2023年工作简报\n发布日期:2024-01-18\n\n"
    "2023年,云麓高新区规模以上工业总产值1286.4亿元,同比增长9.2%。"
    "一般公共预算收入首次突破50亿元。2024年,固定资产投资力争增长10%。"
)


@pytest.fixture(scope="module")
def found():
    rows = to_table(list(read_text(TEXT, "", "", "a").observations))
    title = TEXT.partition("\n")[0]
    return {
        (row["indicator_text"], row["measure"]): {one.about: one for one in reasons(row, TEXT, title)}
        for _, row in rows.iterrows()
    }


def test_what_stands_in_the_sentence_is_named(found):
    level = found["规模以上工业总产值", "level"]
    assert (level["value"].words, level["value"].where) == ("1286.4亿元", "figure")
    assert (level["park"].words, level["park"].where) == ("云麓高新区", "sentence")
    assert (level["period"].words, level["period"].where) == ("2023年", "sentence")
    assert level["indicator"].where == "list"


def test_what_governs_from_before_is_said_to(found):
    income = found["一般公共预算收入", "level"]
    assert (income["bound"].words, income["bound"].where) == ("突破", "sentence")
    assert (income["period"].words, income["period"].where) == ("2023年", "before")
    assert income["park"].where == "before"


def test_a_target_has_its_cue(found):
    target = found["固定资产投资", "growth"]
    assert (target["status"].words, target["status"].where) == ("力争", "sentence")


def test_rules_are_known_by_name():
    assert rule_of("no.such.rule") is None
    rule = rule_of("amount.level.stated")
    assert rule is not None
    assert rule.reads

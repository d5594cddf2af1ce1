import pytest

from dashboard.search import find
from dashboard.state import Choice


def titles(library, query, kind=None, **here):
    return [one.title for one in find(library, query, Choice(**here)) if kind is None or one.kind == kind]


@pytest.mark.parametrize("query", ["江北", "jbjkq", "jiangbei", " JB "])
def test_a_park_is_found_by_characters_initials_and_pinyin(library, query):
    assert titles(library, query)[0] == "江北经开区"


def test_names_that_begin_with_it_come_first(library):
    assert titles(library, "高新", "指标") == ["高新技术企业"]
    assert titles(library, "云岭", "文档") == ["云岭高新区2020年工作总结", "云岭高新区2020年计划"]


def test_a_sentence_is_found_by_what_it_says_and_leads_to_its_place(library):
    (found,) = [one for one in find(library, "约27亿元", Choice(as_of="2021-07-30")) if one.kind == "原句"]
    assert found.title == "上半年营业收入约27亿元。"
    assert "at=" in found.href
    assert "as_of=2021-07-30" in found.href


def test_indicators_are_found_in_the_readers_language(library):
    assert titles(library, "reven", lang="en") == ["Revenue"]


def test_nothing_is_found_for_nothing(library):
    assert find(library, "  ", Choice()) == []
    assert find(library, "zzzzqqq", Choice()) == []

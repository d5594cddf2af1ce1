from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.library import Library
from dashboard.searching.answers import find
from dashboard.searching.terms import terms_of
from dashboard.state import Choice
from indicators.archive import Archive


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


@pytest.fixture
def cities(table, catalogue):
    """Two parks that the list of parks knows, and one that it does not."""
    return Library(
        Archive(
            table(
                {"park": "武汉经开区", "value": 1861.31, "sentence": "2020年营业收入1861.31亿元。"},
                {
                    "park": "武汉经开区", "value": 1700.0, "sentence": "2019年营业收入1,700亿元。", "start": 40,
                    "period_start": "2019-01-01", "period_end": "2019-12-31",
                },
                {"park": "东湖高新区", "value": 1861.31, "sentence": "全年营业收入1861.31亿元。", "start": 80},
                {
                    "park": "东湖高新区", "value": 412.0, "unit": "家", "indicator": "firms", "start": 120,
                    "indicator_text": "高新技术企业", "sentence": "高新技术企业412家。",
                },
            ),
            (),
        ),
        catalogue,
    )  # fmt: skip


@pytest.mark.parametrize("query", ["光谷", "中国光谷", "武汉东湖新技术开发区", "东湖高新"])
def test_a_park_is_found_by_all_its_names(cities, query):
    assert titles(cities, query, "园区") == ["东湖高新区"]


def test_a_development_zone_is_the_economic_one(cities):
    assert titles(cities, "武汉开发区", "园区") == ["武汉经开区"]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("1,861.31亿元", 2),  # as the pages show it
        ("1,861.31 亿元", 2),
        ("≥1861.31 亿元", 2),
        ("18613100万元", 2),
        ("1861.31", 2),
        ("1700亿元", 1),  # a text that marks the thousands
        ("1，700亿元", 1),
        ("武汉经开区 1861.31", 1),
        ("光谷 1861.31", 1),
        ("营业收入 2019", 1),
        ("营业收入 2018", 0),
        ("1861.31亿美元", 0),
        ("1861.31家", 0),
        ("861.32", 0),
    ],
)
def test_a_number_is_found_as_it_is_shown_and_as_it_is_written_and_all_terms_hold(cities, query, count):
    assert len(titles(cities, query, "原句")) == count


def test_a_number_is_found_as_english_pages_show_it(cities):
    assert len(titles(cities, "186.131 bn CNY", "Sentence", lang="en")) == 2


def test_what_states_a_number_comes_before_what_bears_a_name(cities):
    assert [one.kind for one in find(cities, "武汉经开区 1861.31", Choice())] == ["原句", "园区"]


@pytest.mark.parametrize("query", ["武汉经开区 营业收入", "营业收入 武汉开发区", "武汉开发区营业收入", "whjkq yysr"])
def test_a_park_and_an_indicator_lead_to_its_trend(cities, query):
    first = find(cities, query, Choice())[0]
    assert (first.kind, first.title, first.detail) == ("趋势", "武汉经开区 · 营业收入", "1,861.31 亿元 · 2020年")
    asked = parse_qs(urlsplit(first.href).query)
    assert asked["park"] == ["武汉经开区"]
    assert cities.value(asked["point"][0])["value"] == 1861.31


def test_the_year_asked_for_is_the_value_that_is_open(cities):
    assert find(cities, "武汉 营业收入 2019", Choice())[0].detail == "1,700 亿元 · 2019年"


def test_a_pair_of_which_nothing_is_known_leads_nowhere(cities):
    assert titles(cities, "武汉经开区 高新技术企业", "趋势") == []


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("", []),
        (" ,、 ", []),
        ("2021年 2021", ["2021"]),
        ("5G 基站", ["5g", "基站"]),
        ("1,2", ["1,2"]),
        ("武汉，2021", ["武汉", "2021"]),
    ],
)
def test_terms_of_any_query(query, texts):
    assert [term.text for term in terms_of(query)] == texts

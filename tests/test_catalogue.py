"""The catalogue: every name leads to its own indicator, no near miss does, and bad data say what is wrong."""

import re
import time
from itertools import pairwise

import pytest

from indicators import catalogue as module
from indicators.catalogue import BETTER, KINDS, CatalogueError, Indicator, catalogue, identify
from indicators.units import units

INDICATORS = tuple(catalogue().values())
BASES = {unit.base.partition("/")[0] for unit in units().by_name.values()}

GOOD = {
    "zh": "示例",
    "en": "Example",
    "names": [],
    "unit": "CNY",
    "kind": "flow",
    "better": "more",
    "code": "",
    "source": "",
    "near": [],
    "examples": ["示例3亿元"],
}


def test_there_are_enough_indicators_in_enough_families():
    assert len(INDICATORS) >= 170
    assert len({indicator.family for indicator in INDICATORS}) >= 12


def test_families_stay_together_and_have_one_name():
    families = [indicator.family for indicator in INDICATORS]
    assert sum(a != b for a, b in pairwise(families)) == len(set(families)) - 1
    assert len({(indicator.family, indicator.family_zh) for indicator in INDICATORS}) == len(set(families))


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_an_entry_is_sound(indicator: Indicator):
    assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", indicator.id)
    assert indicator.kind in KINDS
    assert indicator.better in BETTER
    assert not indicator.unit or indicator.unit.partition("/")[0] in BASES
    assert len(set(indicator.names)) == len(indicator.names)
    assert indicator.zh not in indicator.names


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_every_name_leads_to_its_indicator_and_no_near_miss_does(indicator: Indicator):
    assert {identify(name) for name in (indicator.zh, *indicator.names)} == {indicator.id}
    assert [near for near in indicator.near if identify(near) == indicator.id] == []


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_every_example_contains_a_name_and_a_number(indicator: Indicator):
    names = [module._normalise(name) for name in (indicator.zh, *indicator.names)]
    for example in indicator.examples:
        assert any(name in module._normalise(example) for name in names), example
        assert re.search(r"[\d一二两三四五六七八九十]", example), example


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("规模以上工业增加值", "scaled_industrial_value_added"),
        ("规上工业增加值", "scaled_industrial_value_added"),
        ("规模工业增加值", "scaled_industrial_value_added"),
        ("工业增加值", "industrial_value_added"),
        ("全年完成地方一般公共预算收入", "general_public_budget_revenue"),
        ("年末“四上”企业数量", "four_up_firms"),
        ("ＧＤＰ", "gdp"),
        ("地区生产总值（GDP）", "gdp"),
        ("R＆D 经费投入强度", "rd_intensity"),
        ("进出口额", "imports_exports"),
        ("高新技术企业的数量", "high_tech_firms"),
        ("固定资产投资总额", "fixed_asset_investment"),
    ],
)
def test_what_may_differ_without_a_change_of_meaning(phrase: str, expected: str):
    assert identify(phrase) == expected


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "　",
        "的",
        "全年",
        "产值",
        "增加值",
        "经济总量",
        "利用外资",
        "引进市外资金",
        "农副食品加工业增加值",
        "规模以上农副食品加工业增加值",
        "固定资产投资增速",
        "地区生产总值增速",
        "人均一般公共预算收入",
        "每百户市场主体中国家高新技术企业",
        "国家级、省级众创空间",
        "高新技术企业研发经费",
        "新引进世界500强企业",
        "财政资金",
        "工业增加值率",
    ],
)
def test_silence_is_better_than_a_wrong_id(phrase: str):
    assert identify(phrase) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("规模以上工业增加值", "工业增加值"),
        ("规模以上工业总产值", "规模以上工业增加值"),
        ("财政总收入", "一般公共预算收入"),
        ("财政总收入", "财政收入"),
        ("地方财政收入", "一般公共预算收入"),
        ("税收收入", "一般公共预算收入"),
        ("一般公共预算总收入", "一般公共预算收入"),
        ("实际利用外资", "合同利用外资"),
        ("实际利用外资", "实际利用外商直接投资"),
        ("实际利用外资", "到账外资"),
        ("到位内资", "市外到位资金"),
        ("固定资产投资", "全社会固定资产投资"),
        ("固定资产投资", "总投资额"),
        ("主营业务收入", "营业收入"),
        ("技工贸总收入", "总收入"),
        ("高新技术企业", "新认定高新技术企业"),
        ("高新技术企业", "科技型中小企业"),
        ("规模以上工业企业", "规模以上企业"),
        ("上市公司", "“新三板”挂牌企业"),
        ("R&D经费", "R&D经费投入强度"),
        ("院士工作站", "院士专家工作站"),
        ("孵化器", "国家级科技企业孵化器"),
        ("网上可办率", "全程网办率"),
        ("优良天数", "优良天数比例"),
        ("城镇登记失业率", "城镇调查失业率"),
        ("万元GDP能耗", "万元工业增加值能耗"),
    ],
)
def test_what_is_not_the_same(one: str, other: str):
    assert identify(one)
    assert identify(other)
    assert identify(one) != identify(other)


def test_a_phrase_of_any_length_is_answered_at_once():
    start = time.perf_counter()
    assert identify("全年累计" * 50_000 + "收入") == ""
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "amount"}, "kind is 'amount'"),
        ({"better": "most"}, "better is 'most'"),
        ({"unit": "banana"}, "unit 'banana'"),
        ({"examples": []}, "must not be empty"),
        ({"zh": ""}, "must not be empty"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_bad_entry_says_where_and_why(change: dict[str, object], reason: str):
    with pytest.raises(CatalogueError, match=f"made_up.toml: example: .*{re.escape(reason)}"):
        list(module._read_family("made_up.toml", {"family": "示例", "order": 1, "example": GOOD | change}))


def test_a_bad_id_and_a_family_without_a_name_are_refused():
    with pytest.raises(CatalogueError, match="snake_case"):
        list(module._read_family("made_up.toml", {"family": "示例", "order": 1, "Example": GOOD}))
    with pytest.raises(CatalogueError, match="family and order"):
        list(module._read_family("made_up.toml", {"example": GOOD}))

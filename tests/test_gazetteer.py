"""The gazetteer: the list is sound, and every way to write a park's name gives one short name."""

from collections import Counter

import pytest

from indicators import gazetteer as module
from indicators.errors import DataError
from indicators.gazetteer import KINDS, canonical, parks

ROW = {
    "name": "示例高新区",
    "full_name": "示例高新技术产业开发区",
    "aliases": "",
    "province": "示例省",
    "city": "示例市",
    "kind": "hightech",
    "approved": "2010",
}


def test_the_list_has_the_national_parks():
    counts = Counter(park.kind for park in parks())
    assert counts["hightech"] >= 170
    assert counts["economic"] >= 220
    assert counts["new_area"] == 19
    assert sum(park.kind == "free_trade" and park.name.endswith("自贸试验区") for park in parks()) == 22
    assert set(counts) == set(KINDS)


def test_names_are_unique_and_already_short():
    names = [park.name for park in parks()]
    assert len(set(names)) == len(names)
    assert [name for name in names if "高新技术产业开发区" in name or "经济技术开发区" in name] == []


def test_every_way_to_write_a_park_gives_its_name():
    for park in parks():
        for name in (park.name, park.full_name, *park.aliases):
            assert canonical(name) == park.name, name
            assert canonical(canonical(name)) == park.name


def test_years_are_those_of_the_kind():
    first = {"hightech": 1988, "economic": 1984, "new_area": 1992, "free_trade": 2013, "bonded": 1990, "other": 1990}
    assert [park for park in parks() if park.approved and park.approved < first[park.kind]] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("昆明高新技术产业开发区", "昆明高新区"),
        ("昆明国家高新区", "昆明高新区"),
        ("昆明国家高新技术产业开发区", "昆明高新区"),
        ("国家级昆明高新区", "昆明高新区"),
        ("云南省昆明市高新区", "昆明高新区"),
        ("昆明市经开区", "昆明经开区"),
        ("江苏昆山经济技术开发区", "昆山经开区"),
        ("南京江宁经济技术开发区", "江宁经开区"),
        ("南京市江宁经开区", "江宁经开区"),
        ("苏州工业园区", "苏州工业园区"),
        ("苏州高新区（虎丘区）", "苏州高新区"),
        ("杭州高新区（滨江）", "杭州高新区"),
        ("湖北随州国家高新区", "随州高新区"),
        ("宁波石化经济技术开发区", "宁波石化经开区"),
        ("陕西航空经济技术开发区", "陕西航空经开区"),
        ("武汉东湖新技术开发区", "东湖高新区"),
        ("厦门火炬高技术产业开发区", "厦门火炬高新区"),
        ("中国（云南）自由贸易试验区昆明片区", "自贸试验区昆明片区"),
        ("云南自贸区昆明片区", "自贸试验区昆明片区"),
        ("自由贸易试验区昆明片区", "自贸试验区昆明片区"),
        ("中国（云南）自由贸易试验区", "云南自贸试验区"),
        ("中国（上海）自由贸易试验区临港新片区", "上海临港新片区"),
        ("临港新片区", "上海临港新片区"),
        ("凭祥边境经济合作区", "凭祥边境经济合作区"),
    ],
)
def test_listed_parks(name: str, expected: str):
    assert canonical(name) == expected
    assert expected in {park.name for park in parks()}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("桐梓县工业园区", "桐梓县工业园区"),
        ("云麓高新技术产业开发区", "云麓高新区"),
        ("云麓国家高新技术产业开发区", "云麓高新区"),
        ("湖南云麓市高新区", "云麓高新区"),
        ("青屏县经济技术开发区", "青屏经开区"),
        ("云州市青屏经济技术开发区", "青屏经开区"),
        ("青屏综保区", "青屏综合保税区"),
        ("贵州青岚经济开发区", "青岚经开区"),
        ("河南青岚产业集聚区", "青岚产业集聚区"),
        ("天津空港经济区", "天津空港经济区"),
        ("中国(甘肃)自由贸易试验区云州片区", "自贸试验区云州片区"),
        ("高新区", "高新区"),
        ("全省高新区", "全省高新区"),
        ("四川省", "四川省"),
        ("", ""),
    ],
)
def test_parks_that_are_not_listed_are_shortened_by_rule(name: str, expected: str):
    assert canonical(name) == expected


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "zoo"}, "kind is 'zoo'"),
        ({"approved": "1912"}, "not a year"),
        ({"approved": "about 2010"}, "not a year"),
        ({"full_name": ""}, "must not be empty"),
        ({"approved": None}, "no cell may be missing"),
    ],
)
def test_a_bad_row_says_where_and_why(change: dict[str, str | None], reason: str):
    with pytest.raises(DataError, match=rf"parks\.csv: 示例高新区: .*{reason}"):
        module._read(ROW | change)

"""Areas: what a passage calls the parks it speaks of."""

import pytest

from indicators import extract
from indicators.areas import find_areas
from indicators.own_names import OwnNames

# text: (name, kind) of each area named
NAMED = {
    # names, short and full, known and unknown
    "昆明高新区完成投资": [("昆明高新区", "park")],
    "昆明高新技术产业开发区": [("昆明高新区", "park")],
    "昆明国家高新技术产业开发区": [("昆明高新区", "park")],
    "昆明经济技术开发区": [("昆明经开区", "park")],
    "苏州工业园区": [("苏州工业园区", "park")],
    "中关村科技园区": [("中关村科技园区", "park")],
    "张江高科技园区": [("张江高科技园区", "park")],
    "雄安新区": [("雄安新区", "park")],
    "上海自贸试验区临港新片区": [("上海临港新片区", "park")],
    "武汉东湖综合保税区": [("武汉东湖综合保税区", "park")],
    "中国（云南）自由贸易试验区昆明片区": [("自贸试验区昆明片区", "park")],
    "郑州航空港经济综合实验区": [("郑州航空港经济综合实验区", "park")],
    "随州高新区（曾都经济开发区）": [("随州高新区", "park")],
    "云麓高新区完成投资": [("云麓高新区", "park")],
    "青溪经济开发区完成投资": [("青溪经开区", "park")],
    "中国（广东）自由贸易试验区广州南沙新区片区": [("自贸试验区广州南沙新区片区", "park")],
    "苏州自贸片区": [("自贸试验区苏州片区", "park")],
    "稀土高新区": [("包头稀土高新区", "park")],
    "郑州新郑综保区": [("郑州新郑综合保税区", "park")],
    # what stands before a name and is no part of it
    "力争高新区税收增长": [("高新区", "self")],
    "记者从襄阳高新区获悉": [("襄阳高新区", "park")],
    "位于呈贡的昆明经开区": [("昆明经开区", "park")],
    "近日走进长沙高新区": [("长沙高新区", "park")],
    "在长沙高新区和株洲高新区，": [("长沙高新区", "park"), ("株洲高新区", "park")],
    "获批国家高新区": [("国家高新区", "class")],
    # zones of a province taken together
    "湖南9家国家高新区实现": [("湖南省国家高新区", "park")],
    "江苏省国家级经开区": [("江苏省国家级经开区", "park")],
    "湖南高新区": [("湖南省高新区", "park")],
    "全省高新区实现": [("全省高新区", "group")],
    "重庆高新区": [("重庆高新区", "park")],
    "广东自贸试验区": [("广东自贸试验区", "park")],
    "钦州石化产业园": [("钦州石化产业园", "park")],
    # the park at hand
    "全区实现": [("全区", "self")],
    "我区实现": [("我区", "self")],
    "该区实现": [("该区", "self")],
    "园区实现": [("园区", "self")],
    "高新区党工委": [("高新区", "self")],
    # kinds of parks, and everybody
    "国家级高新区": [("国家级高新区", "class")],
    "占全国的1%": [("全国", "wide")],
    "我国首个": [("我国", "wide")],
    # no areas
    "区内企业": [],
    "区域协同": [],
    "国家战略": [],
}


def areas(text: str) -> list[tuple[str, str]]:
    return [(area.name, area.kind) for area in find_areas(text)]


@pytest.mark.parametrize(("text", "wanted"), NAMED.items(), ids=NAMED)
def test_areas(text: str, wanted: list[tuple]):
    assert areas(text) == wanted


# texts of a document: the names that they establish
ESTABLISHED = {
    ("访青岚高新区", "青岚高新区税收12亿元。", "读懂青岚高新区"): {"青岚高新区"},
    ("青岚县产业集聚区简报", "截至6月，青岚县产业集聚区有企业12家。"): {"青岚县产业集聚区"},
    ("南湾兴隆综合保税区", "在南湾兴隆综合保税区"): {"南湾兴隆综合保税区"},
    ("青岚化工园区", "青岚化工园区"): {"青岚化工园区"},
    # said once, or of what is any zone's kind beside a park with a name
    ("访青岚高新区",): set(),
    ("青岚高新区", "青岚高新区的医药产业园", "医药产业园"): {"青岚高新区"},
    # known already
    ("湖南高新区", "湖南高新区"): set(),
    ("昆明高新区", "昆明高新区"): set(),
    # no names
    ("全国高新区", "全国高新区", "力争高新区"): set(),
}


@pytest.mark.parametrize(("texts", "names"), ESTABLISHED.items(), ids=map(" ".join, ESTABLISHED))
def test_names_that_a_document_establishes(texts: tuple[str, ...], names: set[str]):
    assert OwnNames.of(texts, [find_areas(text) for text in texts]).names == names


def test_names_are_hidden_from_rules_and_shown_again():
    own = OwnNames(f"{name}化工园区" for name in ("青岚", "云溪"))
    text = "占青岚化工园区的两成，\ue000云溪化工园区税收"
    hidden = own.hidden(text)
    assert len(hidden) == len(text)
    assert "化工园区" not in hidden
    assert own.shown(hidden) == text


# text: the park of each row
RESOLVED = {
    "2023年，长沙高新区、株洲高新区税收分别为12亿元、9亿元。": ["长沙高新区", "株洲高新区"],
    "在国家高新区综合评价中，长沙高新区居第12位，株洲高新区列第25位，分别前进1位和3位。": ["长沙高新区", "株洲高新区"]
    * 2,
    "2023年，获批不满五年的怀化高新区增速最高，税收增长15%。": ["怀化高新区"],
    "湖南国家高新区2023年成绩单\n\n2023年，全省高新区税收612亿元。": ["湖南省高新区"],
    "株洲高新区2023年成绩单\n\n2023年，全区税收12亿元，在全省高新区排名第3位。": ["株洲高新区"] * 2,
    "安徽省开发区亮出成绩单\n\n芜湖是马鞍山经开区的邻居。2023年，该区税收12亿元。": ["马鞍山经开区"],
    "上半年安徽经济“期中答卷”出炉\n\n上半年，全省税收1200亿元。": ["安徽省"],
    "云麓高新区2023年成绩单\n\n全区完成投资120亿元。园区新引进项目12个。": ["云麓高新区"] * 2,
    "2023年，云麓高新区完成投资120亿元，我区税收增长9%。": ["云麓高新区"] * 2,
    "随州市政府工作报告\n\n2023年，全市地区生产总值增长6%。": ["随州市"],
    "长沙高新区\n\n2023年，该区完成投资12亿元。\n\n株洲高新区\n\n2023年，该区完成投资15亿元。": [
        "长沙高新区",
        "株洲高新区",
    ],
    "2023年，长沙高新区税收增长9%，高于株洲高新区2个百分点。": ["长沙高新区"] * 2,
}


@pytest.mark.parametrize(("text", "wanted"), RESOLVED.items(), ids=RESOLVED)
def test_the_area_a_row_is_about(text: str, wanted: list[str]):
    assert list(extract(text)["park"]) == wanted


def test_an_area_that_is_compared_with_is_not_the_subject():
    text = "2023年，云麓高新区税收增长9%，高于青溪高新区2个百分点。"
    assert list(extract(text)["park"]) == ["云麓高新区"] * 2


def test_a_park_that_is_given_overrules_the_text():
    assert list(extract("2023年，全区完成投资120亿元。", park="云麓高新区")["park"]) == ["云麓高新区"]


def test_without_any_name_the_park_is_empty():
    assert list(extract("2023年，完成固定资产投资120亿元。")["park"]) == [""]

"""Whose a figure is: the area's, a part of it, another area's, or one firm's, whose figures are not the area's."""

import tomllib
from importlib.resources import files

import pytest

from indicators import extract

P = "2023年，云麓高新区"

# text: (park, segment, value) of each row
OWNED = {
    # the area's
    f"{P}税收12亿元。": [("云麓高新区", "", 12)],
    f"{P}引进深圳某集团等企业86家。": [("云麓高新区", "", 86)],
    f"{P}拥有上市公司12家。": [("云麓高新区", "", 12)],
    f"{P}税收12亿元，在全国排名第9位。": [("云麓高新区", "", 12), ("云麓高新区", "", 9)],
    f"{P}重点项目总投资120亿元。": [("云麓高新区", "重点项目", 120)],
    # one firm's, one project's
    f"{P}星海电子有限公司产值20亿元。": [],
    f"{P}星海电子有限公司产值20亿元。全区税收12亿元。": [("云麓高新区", "", 12)],
    "某精密制造公司位于云麓高新区，2023年产值20亿元。": [],
    "云麓高新区星海集团签约，该项目总投资30亿元，占地200亩。": [],
    "项目达产后，年产值可达20亿元。": [],
    "云麓高新区“人工智能”先行。\n\n走进星海电子有限公司，机器轰鸣。去年产值20亿元，增长30%。": [],
    f"{P}兑现资金3.9亿元，其中单笔最高的一家企业获得1800万元。": [("云麓高新区", "", 3.9)],
    f"{P}恒力、星海两家企业营收合计20亿元。": [],
    # stories
    "2019年，他揣着3.5万元积蓄走进云麓高新区的孵化楼。": [],
    f"{P}的师傅抱着3个纸箱。全区税收12亿元。": [("云麓高新区", "", 12)],
    "云麓高新区走笔\n\n51岁的陈立新原是一名工艺员，4年前带着3项专利创业，如今年销售收入已过5000万元。": [],
    "云麓高新区走笔\n\n智起公司总经理周卓说，2013年搬来时只有11个人，去年产值3.2亿元。“今年产值要到5亿元。”": [],
    "云麓高新区走笔\n\n53岁的铸造工孙德林又当起了学徒。\n\n如今，孙德林带出的8名徒弟，有5名成了技师。": [],
    "云麓高新区走笔\n\n这家有着70多年历史的老厂，两年投入1.3亿元改造产线。去年，全区技改项目162个。": [
        ("云麓高新区", "", 162)
    ],
    "云麓高新区走笔\n\n总经理周卓说，这里办事快。为了留住周卓们，园区建成孵化器19家。": [("云麓高新区", "", 19)],
    # who speaks for the area tells no story
    "云麓高新区走笔\n\n管委会主任赵宏说，去年引进企业86家。赵宏说，今年还要引进90家。": [
        ("云麓高新区", "", 86),
        ("云麓高新区", "", 90),
    ],
    "云麓高新区走笔\n\n高新区经发局负责人说，去年税收12亿元。": [("云麓高新区", "", 12)],
    "青溪高新区\n\n青溪高新区经发局局长武志强说，去年引进企业86家。\n\n云麓高新区\n\n2023年，全区税收12亿元。\n\n"
    "“还要再快。”武志强说，今年新增企业要达到120户。": [
        ("青溪高新区", "", 86),
        ("云麓高新区", "", 12),
        ("青溪高新区", "", 120),
    ],
    # a person who is quoted later on
    "云麓高新区走笔\n\n赵永胜在云麓高新区买了房，收入8万元。\n\n“住得好。”赵永胜说。": [],
    # other areas'
    f"海关统计显示，2023年我国进出口总值41万亿元。{P}进出口总额30亿元。": [("云麓高新区", "", 30)],
    "2023年，全国研发投入增长8.1%，云麓高新区增长12%。": [("云麓高新区", "", 12)],
    "我国数字经济规模达50万亿元。": [],
    # other parks'
    f"{P}税收12亿元，青溪高新区税收9亿元。": [("云麓高新区", "", 12), ("青溪高新区", "", 9)],
    # a picture's
    "图为青溪高新区一家企业的工人赶制3万件订单。该区现有企业430家。": [("青溪高新区", "", 430)],
    # parts
    f"{P}税收12亿元。目前，白洋园区现有企业73家，从业人员2万人；全区企业860家。": [
        ("云麓高新区", "", 12),
        ("云麓高新区", "白洋园区", 73),
        ("云麓高新区", "白洋园区", 2),
        ("云麓高新区", "", 860),
    ],
    f"{P}南方软件园二期入驻企业168家。企业总数860家。": [
        ("云麓高新区", "南方软件园二期", 168),
        ("云麓高新区", "", 860),
    ],
    f"{P}完成园区税收12亿元，支持园区企业73家。": [("云麓高新区", "", 12), ("云麓高新区", "", 73)],
    f"{P}大数据产业去年税收12亿元。": [("云麓高新区", "大数据产业", 12)],
    f"{P}东区税收3亿元，西区税收9亿元。": [("云麓高新区", "东区", 3), ("云麓高新区", "西区", 9)],
}

BONDED = "昆明高新区2023年运行情况\n\n2023年，全区税收120亿元。昆明综合保税区进出口总额30亿元。全区工业投资90亿元。"


def owned(text: str) -> list[tuple[str, str, float]]:
    return [(row.park, row.segment, row.value) for row in extract(text, published="2024-01-20").itertuples()]


@pytest.mark.parametrize(("text", "wanted"), OWNED.items(), ids=OWNED)
def test_whose_a_figure_is(text: str, wanted: list[tuple]):
    assert owned(text) == wanted


def test_a_bonded_zone_is_a_part_of_the_park_that_the_text_is_about():
    assert owned(BONDED) == [
        ("昆明高新区", "", 120),
        ("昆明高新区", "昆明综合保税区", 30),
        ("昆明高新区", "", 90),
    ]


def test_a_bonded_zone_speaks_for_itself_in_its_own_text():
    text = "昆明综合保税区2023年运行情况\n\n2023年，昆明综合保税区进出口总额30亿元。"
    assert owned(text) == [("昆明综合保税区", "", 30)]


def test_a_park_in_the_report_of_its_province_is_a_part():
    text = (
        "贵州省2023年政府工作报告\n\n各位代表：过去的一年，全省上下团结一心，爬坡过坎，经受住了许多考验，"
        "也留下了许多难忘的时刻，各项事业都有了新的样子，人民的日子也有了新的盼头。2023年，贵安新区集聚大型数据中心12个。"
    )
    assert owned(text) == [("贵州省", "贵安新区", 12)]


def test_a_page_of_several_parks():
    text = "昆明高新区\n\n2023年，全区税收12亿元。\n\n长沙高新区\n\n2023年，全区税收15亿元。"
    assert owned(text) == [("昆明高新区", "", 12), ("长沙高新区", "", 15)]


FIRMS, STORIES = (
    tomllib.loads(files("indicators").joinpath(f"words/{name}.toml").read_text(encoding="utf-8"))
    for name in ("firms", "stories")
)


@pytest.mark.parametrize("text", [*FIRMS["sets_aside"], *STORIES["told"]])
def test_what_the_word_lists_set_aside(text: str):
    assert owned(f"云麓高新区\n\n{text}。") == []


@pytest.mark.parametrize("text", [*FIRMS["leaves"], *STORIES["leaves"]])
def test_what_the_word_lists_leave(text: str):
    assert owned(f"云麓高新区\n\n{text}。")

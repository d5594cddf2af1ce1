"""What a passage inherits: headings, titles, the area that a text is about, the day on which it was founded."""

from datetime import date

import pytest

from indicators.areas import find_areas
from indicators.clock import Clock
from indicators.context import find_founding, heading_when, is_plan_heading, main_area, open_document
from indicators.own_names import OwnNames
from indicators.passages import split_passages
from tests.notation import rows

CLOCK = Clock.of("2024-01-20")

FOUNDED = {
    "1992年11月9日，国务院批准设立云麓高新区。": date(1992, 11, 9),
    "云麓高新区于2015年9月正式挂牌。": date(2015, 9, 1),
    "1992年批准成立以来，园区稳步发展。": date(1992, 1, 1),
    "前言\n\n2006年3月，园区获批成为国家级高新区。": date(2006, 3, 1),
    "云麓高新区2023年税收12亿元。": None,
    "2010年，新设立企业86家。": None,
    "1992年13月批准设立。": None,
    "2023年2月30日批准设立。": None,
}


@pytest.mark.parametrize(("text", "day"), FOUNDED.items(), ids=FOUNDED)
def test_founding(text: str, day: date | None):
    assert find_founding(split_passages(text), CLOCK) == day


def test_since_the_founding():
    text = "云麓高新区于2015年9月8日正式挂牌。\n\n挂牌以来，累计完成工业投资120亿元。"
    assert rows(text) == ["工业投资 level 120亿元 2015-09-08..2024-01-20"]


PLANS = {
    "二、2024年目标任务": True,
    "三、下一步工作打算": True,
    "发展目标": True,
    "一、2023年目标任务完成情况": False,
    "一、2023年工作回顾": False,
    "（一）工业经济": False,
}


@pytest.mark.parametrize(("heading", "plan"), PLANS.items(), ids=PLANS)
def test_headings_that_announce_plans(heading: str, plan: bool):
    assert is_plan_heading(heading) == plan


# heading: first and last day
WHEN = {
    "一、2022年工作回顾": ("2022-01-01", "2022-12-31"),
    "“十四五”发展目标": ("2021-01-01", "2025-12-31"),
    "上半年运行情况": ("2024-01-01", "2024-06-30"),
    "数读2022": ("2022-01-01", "2022-12-31"),
    "《2022年工作要点》解读": ("", ""),
    "2024年1月20日": ("", ""),
    "工业经济": ("", ""),
}


@pytest.mark.parametrize(("heading", "wanted"), WHEN.items(), ids=WHEN)
def test_the_period_of_a_heading(heading: str, wanted: tuple[str, str]):
    span = heading_when(heading, CLOCK, "section").span
    assert tuple(day.isoformat() if day else "" for day in span) == wanted


def test_a_report_on_a_quarter_tells_of_the_year_so_far():
    assert heading_when("2023年三季度运行情况", CLOCK, "document").span == (date(2023, 1, 1), date(2023, 9, 30))


# text: the area that it is about
ABOUT = {
    "云麓高新区交出成绩单\n\n青溪高新区和岚州高新区前来考察。青溪高新区介绍了情况。": "云麓高新区",
    "春天的消息\n\n昆明高新区税收12亿元。昆明高新区投资9亿元。长沙高新区税收15亿元。": "昆明高新区",
    f"随州市政府工作报告\n\n随州高新区税收12亿元{'，各项工作稳步推进' * 10}。": "随州市",
    "2026年上半年昆明市经济运行情况\n\n上半年，全市税收12亿元。": "昆明市",
    "政府工作报告\n——2026年1月20日在昆明市人民代表大会上\n\n全市税收12亿元。": "昆明市",
    "于都县：长征源头织锦绣\n\n走进于都工业园区，税收12亿元。于都工业园区有企业12家。": "于都工业园区",
    "于都县：长征源头织锦绣\n\n全县税收12亿元，于都工业园区有企业12家。": "于都县",
    "没有名字\n\n税收12亿元。": "",
}


@pytest.mark.parametrize(("text", "area"), ABOUT.items(), ids=ABOUT)
def test_the_area_that_a_text_is_about(text: str, area: str):
    passages = split_passages(text)
    texts = [passage.text for passage in passages]
    areas = [find_areas(text) for text in texts]
    own = OwnNames.of(texts, areas)
    assert main_area(passages, [find_areas(text, own.names) for text in texts])[0] == area


@pytest.mark.parametrize(
    ("title", "year", "plan"),
    [
        ("云麓高新区2022年统计公报", 2022, False),
        ("云麓高新区2022年目标任务", 2022, True),
        ("云麓高新区2022年工作会议召开", None, False),
        ("云麓高新区好戏连台", None, False),
    ],
)
def test_what_a_title_says_of_the_whole(title: str, year: int | None, plan: bool):
    scope = open_document(split_passages(f"{title}\n\n税收12亿元。"), CLOCK, "")
    assert (scope.when.year, scope.document_plan) == (year, plan)


def test_a_park_that_is_given_is_the_home():
    assert open_document(split_passages("昆明高新区\n\n税收12亿元。"), CLOCK, "云麓高新区").home == "云麓高新区"

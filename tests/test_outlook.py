"""Targets and what is actual: the cues, the passages that announce plans, floor and stretch."""

import pytest

from indicators.outlook import announces_plans
from tests.notation import rows

Y = "2024-01-01..2024-12-31"
P = "云麓高新区"

READ = {
    # words that set a target
    **{
        cue: (f"2024年，{P}{cue}税收12亿元。", [f"税收 level 12亿元 target {Y}"])
        for cue in ("力争完成", "确保完成", "计划完成", "预计完成", "争取实现", "要完成", "将完成", "拟完成")
    },
    # words that say that it is done, though a target stands near
    "预计 of a year that is over": (f"2023年，{P}预计完成税收12亿元。", ["税收 level 12亿元"]),
    "attainment is no target": (f"2023年，{P}税收完成年度目标的105%。", ["税收 attainment 105%"]),
    "a target beside its attainment": (
        f"2023年，{P}税收6亿元，占年任务12亿元的50%。",
        ["税收 level 6亿元", "税收 level 12亿元 target", "税收 attainment 50%"],
    ),
    # what announces plans reaches what follows
    "a list of targets": (
        f"2024年，{P}主要预期目标是：税收增长6%，工业投资增长8%。",
        [f"税收 growth:yoy 6% target {Y}", f"工业投资 growth:yoy 8% target {Y}"],
    ),
    "a heading that announces plans": (
        f"{P}工作安排\n\n一、2023年完成情况\n税收12亿元。\n\n二、2024年目标任务\n税收15亿元。",
        ["税收 level 12亿元", f"税收 level 15亿元 target {Y}"],
    ),
    "plans end with their section": (
        f"{P}工作安排\n\n一、2024年目标任务\n税收15亿元。\n\n二、2023年工作回顾\n税收12亿元。",
        [f"税收 level 15亿元 target {Y}", "税收 level 12亿元"],
    ),
    # floor and stretch
    "ensure and strive": (
        f"2024年，{P}工业投资确保增长8%，力争增长10%。",
        [f"工业投资 growth:yoy 8% target:floor {Y}", f"工业投资 growth:yoy 10% target:stretch {Y}"],
    ),
    "the higher first": (
        f"2024年，{P}力争税收达到15亿元，确保12亿元。",
        [f"税收 level 15亿元 target:stretch {Y}", f"税收 level 12亿元 target:floor {Y}"],
    ),
    "冲刺": (
        f"2024年，{P}确保税收12亿元，冲刺15亿元。",
        [f"税收 level 12亿元 target:floor {Y}", f"税收 level 15亿元 target:stretch {Y}"],
    ),
    "one target has no tier": (f"2024年，{P}确保税收12亿元。", [f"税收 level 12亿元 target {Y}"]),
    "two things have no tiers": (
        f"2024年，{P}确保税收12亿元，力争工业投资15亿元。",
        [f"税收 level 12亿元 target {Y}", f"工业投资 level 15亿元 target {Y}"],
    ),
    "a range has no tiers": (
        f"2024年，{P}力争税收增长6%-8%。",
        [f"税收 growth:yoy ≥6% target {Y}", f"税收 growth:yoy ≤8% target {Y}"],
    ),
}


GOALS = (
    "云麓省2024年政府工作报告\n\n“十三五”期间，全省税收年均增长8%。\n\n"
    "经济社会发展的预期目标建议为：地区生产总值增长5%，税收增长7%。\n\n新增高新技术企业300家，改造老旧小区620个。"
)


def test_what_follows_the_goals_of_a_report_is_planned():
    assert rows(GOALS)[1:] == [
        "地区生产总值 growth:yoy 5% target 2024-01-01..2024-12-31",
        "税收 growth:yoy 7% target 2024-01-01..2024-12-31",
        "高新技术企业 change 300家 target 2024-01-01..2024-12-31",
        "改造老旧小区 level 620个 target 2024-01-01..2024-12-31",
    ]


@pytest.mark.parametrize(("text", "wanted"), READ.values(), ids=READ)
def test_targets(text: str, wanted: list[str]):
    assert rows(text) == wanted


def test_the_plan_and_what_became_of_it():
    text = f"2023年，{P}税收计划12亿元，实际完成13亿元。"
    assert rows(text) == ["税收 level 12亿元 target", "税收 level 13亿元"]


@pytest.mark.parametrize(
    ("sentence", "announces"),
    [
        ("2024年主要预期目标是：", True),
        ("全年目标：税收增长6%。", True),
        ("要继续抓好项目建设。", True),
        ("2023年目标任务完成情况：", False),
        ("税收增长6%。", False),
        ("", False),
    ],
)
def test_sentences_that_announce_plans(sentence: str, announces: bool):
    assert (announces_plans(sentence) >= 0) == announces

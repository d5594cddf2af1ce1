"""The same thing said with another verb: how much it came to, how fast it grew or fell. One that is not known would
leave itself in the name, or worse, turn a fall into a level."""

import pytest

from tests.notation import rows

NAME = "规上工业总产值"
CAME_TO = [
    "达",
    "达到",
    "为",
    "是",
    "有",
    "约为",
    "突破",
    "超过",
    "首次突破",
    "迈上",
    "跨越",
    "站上",
    "逼近",
    "录得",
    "累计",
    "合计",
    "升至",
    "增至",
    "提升至",
    "攀升至",
    "跃升至",
    "冲到",
    "稳定在",
    "保持在",
    "增加到",
    "扩大到",
    "做到",
    "高达",
    "接近",
    "已达",
    "达到了",
    "近",
    "超",
    "逾",
    "首破",
    "迈过",
    "站稳",
    "共计",
    "实际完成",
    "创下",
    "刷新至",
    "跌至",
    "降至",
    "回落至",
    "下滑到",
    "缩减到",
]
ROSE = [
    "增长",
    "同比增长",
    "增",
    "涨",
    "上升",
    "提升",
    "提高",
    "攀升",
    "走高",
    "净增长",
    "增幅达",
    "增速为",
    "增速",
    "同比增速",
    "涨幅达",
    "较上年增长",
    "比上年同期增长",
    "同比增",
    "按可比价计算增长",
    "可比口径增长",
    "逆势增长",
    "强劲增长",
    "迅速增长",
    "实现增长",
    "保持增长",
    "恢复性增长",
    "实际增长",
    "增长了",
    "同比+",
]
FELL = [
    "下降",
    "同比下降",
    "下滑",
    "回落",
    "减少",
    "收缩",
    "萎缩",
    "下跌",
    "缩减",
    "负增长",
    "降幅达",
    "同比降",
    "微降",
    "锐减",
    "骤降",
    "下挫",
    "走低",
    "滑落",
    "同比-",
]


@pytest.mark.parametrize("verb", CAME_TO)
def test_what_it_came_to(verb: str) -> None:
    (row,) = rows(f"2023年，云麓高新区{NAME}{verb}312.6亿元。")
    assert row.startswith(f"{NAME} level ")
    assert row.endswith("312.6亿元")


@pytest.mark.parametrize(("verb", "sign"), [*((verb, "") for verb in ROSE), *((verb, "-") for verb in FELL)])
def test_how_it_rose_or_fell(verb: str, sign: str) -> None:
    wanted = f"{NAME} growth:yoy {sign}8.4%"
    assert rows(f"2023年，云麓高新区{NAME}{verb}8.4%。") == [wanted]
    assert rows(f"2023年，云麓高新区{NAME}312.6亿元，{verb}8.4%。")[1:] == [wanted]


AIMS = [
    "力争达到",
    "确保",
    "确保完成",
    "争取达到",
    "冲刺",
    "目标为",
    "计划完成",
    "拟完成",
    "瞄准",
    "剑指",
    "锁定",
    "锚定",
    "有望达到",
    "要达到",
    "将突破",
    "必须达到",
    "务必完成",
    "力保",
    "力拼",
    "奋斗目标为",
    "努力达到",
    "需完成",
    "应达到",
    "可望达到",
    "定为",
]


@pytest.mark.parametrize("verb", AIMS)
def test_what_is_aimed_at(verb: str) -> None:
    (row,) = rows(f"全区{NAME}{verb}350亿元。", "2024-06-20")
    assert row.startswith(f"{NAME} level ")
    assert " target" in row

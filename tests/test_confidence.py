"""How sure a row is: the reasons against it, each with a text that has it and one that has not, and the levels."""

import re
from pathlib import Path

import pytest

from indicators import confidence, extract
from indicators.confidence import reasons
from tests.calibrate import by_level, judge
from tests.notation import PUBLISHED

P = "2023年，云麓高新区"
UNKNOWN, SINGLE, PASSAGE, INHERITED = "指标不在目录", "句中只此一数", "时期承自上文", "指标名承自前一个数"

# text: the level and the reasons of its last row
ROWS = {
    "all of it said": (f"{P}税收12亿元，工业投资9亿元。", "high", ""),
    "a name carried on is only told": (f"{P}税收12亿元，增长9%。", "high", INHERITED),
    "and so is a period": (f"{P}税收12亿元。工业投资9亿元，固定资产投资15亿元。", "high", PASSAGE),
    "said in passing": (f"{P}税收12亿元。", "medium", SINGLE),
    "an unknown name": (f"{P}税收12亿元，园艺展示额9亿元。", "medium", UNKNOWN),
    "an unknown name in passing": (f"{P}园艺展示额9亿元。", "low", f"{UNKNOWN}；{SINGLE}"),
    "a known stock at the end of a year": (f"{P}税收12亿元，高新技术企业86家。", "medium", "存量记在期末"),
    "whose end is said": (f"{P}税收12亿元。截至2023年底，高新技术企业86家，规上工业企业120家。", "high", ""),
    "no period at all": ("云麓高新区税收12亿元，增长9%。", "low", f"{INHERITED}；没说时期"),
    "a target said": ("2024年，云麓高新区税收力争12亿元，工业投资力争9亿元。", "high", ""),
    "a target among targets": (
        "云麓高新区工作安排\n\n一、目标任务\n税收15亿元，工业投资9亿元。",
        "low",
        "没说时期；目标承自上文",
    ),
    "a plan that a figure is held against": (
        f"{P}税收12亿元，高于10亿元的年度计划。",
        "low",
        f"{INHERITED}；数后说到目标",
    ),
    "a target of a year that is over": (f"{P}税收力争12亿元，工业投资力争9亿元。", "low", "目标的时期已过"),
}  # fmt: skip


def rows(text: str) -> list[tuple[str, str]]:
    published = "" if "发布日期" in text else PUBLISHED
    return [(row.confidence, row.reasons) for row in extract(text, published=published).itertuples()]


def told(text: str) -> set[str]:
    return {reason for _, against in rows(text) for reason in against.split("；")}


@pytest.mark.parametrize(("text", "level", "against"), ROWS.values(), ids=ROWS)
def test_the_last_row_of_each(text: str, level: str, against: str):
    assert rows(text)[-1] == (level, against)


@pytest.mark.parametrize("key", reasons())
def test_each_reason_has_what_it_reads_and_what_it_leaves_alone(key: str):
    reason = reasons()[key]
    assert reason.label in told(reason.example)
    assert rows(reason.near)
    assert reason.label not in told(reason.near)


def test_the_reasons_that_are_found_are_those_of_the_table():
    source = Path(confidence.__file__).read_text(encoding="utf-8")
    assert set(re.findall(r'"([a-z]+\.[a-z_]+)"', source)) == set(reasons())


def test_labels_can_be_told_apart():
    said = [reason.label for reason in reasons().values()]
    assert len(said) == len(set(said))
    assert not [label for label in said if "；" in label or not label]
    assert all(reason.weight >= 0 for reason in reasons().values())


def test_the_levels_are_as_often_right_as_they_promise():
    levels = by_level(judge("developed"))
    assert levels["high"].of_them >= 0.98
    assert 0.8 <= levels["medium"].of_them <= 0.95
    assert levels["low"].of_them < levels["medium"].of_them
    assert levels["high"].rows > 0.25 * sum(counts.rows for counts in levels.values())

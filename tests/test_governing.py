"""Which period governs a figure: said in its sentence, left by the sentence before, the heading's, the title's."""

import pytest

from indicators.passages import split_passages
from indicators.reach import is_comparison, is_origin
from indicators.scan import scan_passage
from tests.notation import rows

# text: whether its (last) period is only what is compared with
COMPARED = {
    "税收比2020年增长9%": True,
    "税收较上年增长9%": True,
    "税收与2020年相比增长9%": True,
    "税收是2018年的5倍": True,
    "产量为去年同期的2.3倍": True,
    "去年同期税收12亿元": True,
    "增速高于2022年2个百分点": True,
    "“十四五”开局之年": True,
    "对比2020年": False,
    "2023年税收增长9%": False,
}

FROM = {"占比由2020年的29.3%提高到31%": True, "从2020年的29.3%提高到31%": True, "2020年占比29.3%": False}


@pytest.mark.parametrize(("text", "compared"), COMPARED.items(), ids=COMPARED)
def test_what_is_only_compared_with(text: str, compared: bool):
    (passage,) = split_passages(text)
    scan = scan_passage(passage)
    assert is_comparison(scan.text, scan.mentions[-1]) == compared


@pytest.mark.parametrize(("text", "origin"), FROM.items(), ids=FROM)
def test_what_a_change_starts_from(text: str, origin: bool):
    (passage,) = split_passages(text)
    scan = scan_passage(passage)
    assert is_origin(scan.text, scan.mentions[0]) == origin


HALF = "2023-01-01..2023-06-30"
OCTOBER = "2023-10-01..2023-10-31"
TEN = "2023-01-01..2023-10-31"
P = "云麓高新区"

READ = {
    "the sentence's own": (
        f"2022年，{P}税收12亿元。2023年税收15亿元。",
        ["税收 level 12亿元 2022-01-01..2022-12-31", "税收 level 15亿元"],
    ),
    "that of the sentence before": (
        f"2023年，{P}税收12亿元。工业投资9亿元。",
        ["税收 level 12亿元", "工业投资 level 9亿元"],
    ),
    "that of the passage before": (
        f"2023年上半年，{P}税收12亿元。\n\n工业投资9亿元。",
        [f"税收 level 12亿元 {HALF}", f"工业投资 level 9亿元 {HALF}"],
    ),
    "the heading's": (
        f"{P}年度情况\n\n一、2022年完成情况\n税收12亿元。\n\n二、2023年完成情况\n税收15亿元。",
        ["税收 level 12亿元 2022-01-01..2022-12-31", "税收 level 15亿元"],
    ),
    "the title's": (f"{P}2023年统计公报\n\n税收12亿元。", ["税收 level 12亿元"]),
    "a heading of the second order keeps the first's": (
        f"{P}年度情况\n\n一、2022年完成情况\n\n（一）财政\n税收12亿元。",
        ["税收 level 12亿元 2022-01-01..2022-12-31"],
    ),
    "a stock without any is of the day of publication": (f"{P}企业86家。", ["企业 level 86家 2024-01-20..2024-01-20"]),
    # a month beside the year so far
    "what follows a single month is of the year so far again": (
        f"2023年1—10月，{P}税收12亿元，10月当月1.3亿元。工业投资9亿元。",
        [f"税收 level 12亿元 {TEN}", f"税收 level 1.3亿元 {OCTOBER}", f"工业投资 level 9亿元 {TEN}"],
    ),
    "a month after the month before it": (
        f"2023年9月，{P}税收1.1亿元。10月，税收1.3亿元。",
        ["税收 level 1.1亿元 2023-09-01..2023-09-30", f"税收 level 1.3亿元 {OCTOBER}"],
    ),
    # comparisons date nothing
    "what is compared with does not govern": (
        f"2023年，{P}税收12亿元，比2020年增长9%。",
        ["税收 level 12亿元", "税收 growth:since 9% 2021-01-01..2023-12-31"],
    ),
    "nor what is a multiple of it": (
        f"2023年，{P}税收12亿元，是2018年的2.4倍。",
        ["税收 level 12亿元", "税收 level 2.4倍"],
    ),
    "nor does it reach the next sentence": (
        f"2023年，{P}税收比2020年增加3亿元。工业投资9亿元。",
        ["税收 change:since 3亿元 2021-01-01..2023-12-31", "工业投资 level 9亿元"],
    ),
    "the old value is of its own year": (
        f"2023年，{P}服务业占比由2020年的29.3%提高到31%。",
        ["服务业 share 29.3% 2020-01-01..2020-12-31", "服务业 share 31%"],
    ),
    # a day dates its own sentence alone
    "a day is of its sentence": (
        f"2023年，{P}税收12亿元。截至10月底，企业86家。工业投资9亿元。",
        ["税收 level 12亿元", "企业 level 86家 2023-10-31..2023-10-31", "工业投资 level 9亿元"],
    ),
    "其中2022年 dates one number": (
        "2023年，云麓高新区税收12亿元。其中2022年9亿元。工业投资9亿元。",
        ["税收 level 12亿元", "税收 level 9亿元 2022-01-01..2022-12-31", "工业投资 level 9亿元"],
    ),
    "五年 up to the year at hand": (
        "2023年，云麓高新区税收12亿元，五年实际使用外资累计6亿美元。",
        ["税收 level 12亿元", "实际使用外资 level 6亿美元 2019-01-01..2023-12-31"],
    ),
    "periods told one after the other": (
        "2023年，云麓高新区税收一季度、上半年、前三季度分别增长4.3%、5%、5.3%。",
        [
            "税收 growth:yoy 4.3% 2023-01-01..2023-03-31",
            "税收 growth:yoy 5% 2023-01-01..2023-06-30",
            "税收 growth:yoy 5.3% 2023-01-01..2023-09-30",
        ],
    ),
    "a monthly brief says its months once": (
        "云麓高新区2023年10月快报\n\n一、总体\n1—10月，全区税收12亿元。\n\n二、外贸\n出口总额9亿元。",
        ["税收 level 12亿元 2023-01-01..2023-10-31", "出口总额 level 9亿元 2023-01-01..2023-10-31"],
    ),
    "the whole year's aims": (
        "下半年，云麓高新区将紧盯全年目标，确保税收增长7%。",
        ["税收 growth:yoy 7% target 2024-01-01..2024-12-31"],
    ),
    "what one firm did when dates nothing": (
        "2023年，云麓高新区税收12亿元。星海电子有限公司去年产值3亿元。工业投资9亿元。",
        ["税收 level 12亿元", "工业投资 level 9亿元"],
    ),
    "a rise from one year to another": (
        "2023年，云麓高新区企业由2015年的242家增加到2022年的398家。",
        ["企业 level 242家 2015-01-01..2015-12-31", "企业 level 398家 2022-01-01..2022-12-31"],
    ),
    "rates at a day": (
        "截至10月底，云麓高新区每万人发明专利拥有量62件，党组织覆盖率96%。",
        ["每万人发明专利拥有量 level 62件 2023-10-31..2023-10-31", "党组织覆盖率 level 96% 2023-10-31..2023-10-31"],
    ),
    "what the year has brought, told after its plans": (
        "今年，云麓高新区安排技改项目20个，计划投资9.3亿元。截至1月15日，已开工12个，到位资金3.1亿元。",
        [
            "技改项目 level 20个 target 2024-01-01..2024-12-31",
            "技改项目/投资 level 9.3亿元 target 2024-01-01..2024-12-31",
            "开工技改项目 level 12个 2024-01-01..2024-01-15",
            "到位资金 level 3.1亿元 2024-01-01..2024-01-15",
        ],
    ),
    "the last three years of a plan": (
        "按照规划，云麓高新区服务业营业收入到2025年达到300亿元，“十四五”后三年年均增长25%以上。",
        [
            "服务业营业收入 level 300亿元 target 2025-01-01..2025-12-31",
            "服务业营业收入 growth:annual_average ≥25% target 2023-01-01..2025-12-31",
        ],
    ),
    "the same period of the year before": (
        "2023年1—10月，云麓高新区一般贸易占比由去年同期的47%升至54.6%。",
        ["一般贸易 share 47% 2022-01-01..2022-10-31", "一般贸易 share 54.6% 2023-01-01..2023-10-31"],
    ),
    "what a plan starts from is of today": (
        "到2027年，云麓高新区的出海企业由64家增加到100家。",
        ["出海企业 level 64家 2024-01-20..2024-01-20", "出海企业 level 100家 target 2027-01-01..2027-12-31"],
    ),
    "a stock over a year, from its end to its end": (
        "2023年，云麓高新区停产企业比上年末减少3家，存款余额比上年末增长17.2%。",
        ["停产企业 change:since -3家", "存款余额 growth:yoy 17.2%"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), READ.values(), ids=READ)
def test_the_period_of_each_row(text: str, wanted: list[str]):
    assert rows(text) == wanted

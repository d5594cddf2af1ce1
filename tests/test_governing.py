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
    "a year that only says which one is meant": (
        "这个1992年获批的高新区，面积121平方公里。云麓高新区常住人口31万人。",
        ["面积 level 121平方公里 2024-01-20..2024-01-20", "常住人口 level 31万人 2024-01-20..2024-01-20"],
    ),
    "a stock as it was once": (
        "云麓高新区1998年开园时，只有19家企业；到2012年底，企业已达276家。",
        ["企业 level 19家 1998-01-01..1998-12-31", "企业 level 276家 2012-12-31..2012-12-31"],
    ),
    "from one year to another": (
        "从2012年到2021年，云麓高新区税收由118亿元增加到146亿元。",
        ["税收 level 118亿元 2012-01-01..2012-12-31", "税收 level 146亿元 2021-01-01..2021-12-31"],
    ),
    "up to the end of a month lately": (
        "2021年，云麓高新区税收12亿元。截至10月底，高新技术企业412家。",
        ["税收 level 12亿元 2021-01-01..2021-12-31", "高新技术企业 level 412家 2023-10-31..2023-10-31"],
    ),
    "a share of what there is now": (
        "2022年，云麓高新区税收12亿元。目前，孵化器19家；高新技术企业742家，接近全市的一半。",
        [
            "税收 level 12亿元 2022-01-01..2022-12-31",
            "孵化器 level 19家 2024-01-20..2024-01-20",
            "高新技术企业 level 742家 2024-01-20..2024-01-20",
            "高新技术企业 share:全市 ≈50% 2024-01-20..2024-01-20",
        ],
    ),
    "a stretch whose beginning is said far before 以来": (
        "自2020年6月3日率先实行“一线放开”政策以来，云麓高新区累计新增注册企业120家。",
        ["注册企业 change 120家 2020-06-03..2024-01-20"],
    ),
    "the growth of stocks that were listed": (
        "截至2023年6月末，云麓高新区存款余额、贷款余额分别为412亿元和598亿元，同比增长7.2%、10.1%。",
        [
            "存款余额 level 412亿元 2023-06-30..2023-06-30",
            "贷款余额 level 598亿元 2023-06-30..2023-06-30",
            "存款余额 growth:yoy 7.2% 2023-06-30..2023-06-30",
            "贷款余额 growth:yoy 10.1% 2023-06-30..2023-06-30",
        ],
    ),
    "同期 is the period just told": (
        "2023年1—5月，云麓高新区办理退税9亿元。同期一般公共预算收入3亿元。",
        ["办理退税 level 9亿元 2023-01-01..2023-05-31", "一般公共预算收入 level 3亿元 2023-01-01..2023-05-31"],
    ),
    "who were sent in a year, were sent in it": (
        "2022年以来，云麓高新区选派党建指导员118名，就地转化成果121项。",
        ["党建指导员 level 118名 2022-01-01..2024-01-20", "就地转化成果 level 121项 2022-01-01..2024-01-20"],
    ),
    "what 现有 counts, all that the sentence counts after it": (
        "2022年，云麓高新区研发经费12亿元；现有研发机构33个，院士工作站12个；有效发明专利3217件。",
        [
            "研发经费 level 12亿元 2022-01-01..2022-12-31",
            "研发机构 level 33个 2024-01-20..2024-01-20",
            "院士工作站 level 12个 2024-01-20..2024-01-20",
            "有效发明专利 level 3217件 2024-01-20..2024-01-20",
        ],
    ),
    "parts are of the time of their whole": (
        "截至2023年6月末，云麓高新区有企业147家，其中加工制造企业18家、物流企业56家。",
        [
            "企业 level 147家 2023-06-30..2023-06-30",
            "加工制造企业 level 18家 2023-06-30..2023-06-30",
            "物流企业 level 56家 2023-06-30..2023-06-30",
        ],
    ),
    "a share after a plan and its attainment": (
        "2023年前3个月，云麓高新区到位外资4.1亿美元，完成年度任务13亿美元的31.5%，总量占全市的37.6%。",
        [
            "到位外资 level 4.1亿美元 2023-01-01..2023-03-31",
            "到位外资 level 13亿美元 target",
            "到位外资 attainment 31.5% 2023-01-01..2023-03-31",
            "到位外资 share:全市 37.6% 2023-01-01..2023-03-31",
        ],
    ),
    "next year's plans": (
        "明年计划实施重点项目86个。",
        ["重点项目 level 86个 target 2025-01-01..2025-12-31"],
    ),
    "a year named on the way, in a review of several": (
        "云麓高新区“十三五”回顾\n\n“十三五”时期，云麓高新区发展有力。人才荟萃，2019年研发投入强度3.5%。\n\n"
        "民生有感。五年间改造老旧小区126个，人均收入达到3万元。",
        [
            "研发投入强度 level 3.5% 2019-01-01..2019-12-31",
            "改造老旧小区 level 126个 2016-01-01..2020-12-31",
            "人均收入 level 3万元 2020-01-01..2020-12-31",
        ],
    ),
    "where something rose from dates nothing after it": (
        "2012年，云麓高新区税收才18亿元，到去年是75.6亿元。\n\n工业投资9亿元。",
        [
            "税收 level 18亿元 2012-01-01..2012-12-31",
            "税收 level 75.6亿元",
            "工业投资 level 9亿元 2024-01-20..2024-01-20",
        ],
    ),
    "from one day to another": (
        "自2011年11月4日封关运行至2023年6月底，云麓高新区累计完成进出口总值162亿元。",
        ["进出口总值 level 162亿元 2011-11-04..2023-06-30"],
    ),
    "what three years sum up": (
        "2023年，云麓高新区固定资产投资三年完成136亿元。",
        ["固定资产投资 level 136亿元 2021-01-01..2023-12-31"],
    ),
    "what the year has brought, told after its plans": (
        "今年，云麓高新区安排技改项目20个，计划投资9.3亿元。截至1月15日，已开工12个，到位资金3.1亿元。",
        [
            "技改项目 level 20个 target 2024-01-01..2024-12-31",
            "技改项目/计划投资 level 9.3亿元 target 2024-01-01..2024-12-31",
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

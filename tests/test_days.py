"""Which days a figure is of, in the ways that news and reports tell it; its name is another matter."""

import pytest

from tests.notation import rows

# what it shows: day of publication, text, each row without its name
READ = {
    # an age, and the year just told of
    "so many years, said near the anniversary, are those since the founding": (
        "2015-08-20",
        "2012年8月20日，云麓高新区获批设立。三年来，全区完成投资1126亿元。",
        ["level 1126亿元 2012-08-20..2015-08-20"],
    ),
    "but not long after it": (
        "2015-12-20",
        "2012年8月20日，云麓高新区获批设立。三年来，全区完成投资1126亿元。",
        ["level 1126亿元 2013-01-01..2015-12-31"],
    ),
    "the land that a park was founded with is of today": (
        "2015-08-20",
        "2012年8月20日，云麓高新区获批设立。全区规划面积17平方公里。",
        ["level 17平方公里 2015-08-20..2015-08-20"],
    ),
    "but that of its beginning is of then": (
        "2015-08-20",
        "2012年8月20日，云麓高新区获批设立，首期规划面积17平方公里。",
        ["level 17平方公里 2012-08-20..2012-08-20"],
    ),
    "当年 goes back to the sentence before": (
        "2015-09-16",
        "2012年8月，云麓高新区获批设立。当年税收6亿元。",
        ["level 6亿元 2012-01-01..2012-12-31"],
    ),
    "a question gives no period": (
        "2015-09-16",
        "“十三五”怎么走？记者走访了云麓高新区。\n\n全区税收6亿元。",
        ["level 6亿元 2015-09-16..2015-09-16"],
    ),
    "the half of this year after years that were counted up": (
        "2019-07-29",
        "2016年至2018年，云麓高新区累计投入5.3亿元。上半年，全区税收6亿元。",
        ["level 5.3亿元 2016-01-01..2018-12-31", "level 6亿元 2019-01-01..2019-06-30"],
    ),
    "what stands is of today, in a passage after one on part of the year; what was done goes on with it": (
        "2019-07-29",
        "上半年，云麓高新区税收6亿元。\n\n全区有孵化器4家，新认定高新技术企业12家。",
        [
            "level 6亿元 2019-01-01..2019-06-30",
            "level 4家 2019-07-29..2019-07-29",
            "level 12家 2019-01-01..2019-06-30",
        ],
    ),
    "as many as such there are, are there today": (
        "2019-07-29",
        "上半年，云麓高新区税收6亿元。像这样的孵化器，全区有4家。",
        ["level 6亿元 2019-01-01..2019-06-30", "level 4家 2019-07-29..2019-07-29"],
    ),
    "from the founding to today": (
        "2015-08-20",
        "2012年8月20日，云麓高新区获批设立。高新技术企业由设立之初的17家增加到65家。",
        ["level 17家 2012-08-20..2012-08-20", "level 65家 2015-08-20..2015-08-20"],
    ),
    "the same stretch as before": (
        "2016-03-14",
        "“十二五”期间，云麓高新区投资累计3200亿元。同一时期，税收年均增长20%。",
        ["level 3200亿元 2011-01-01..2015-12-31", "growth:annual_average 20% 2011-01-01..2015-12-31"],
    ),
    # a day or a stretch
    "a rate that is found so on a day has the day, one of what was done the stretch": (
        "2023-07-31",
        "截至6月底，云麓高新区企业142家，成果转化率83%，开工率76%，税收12亿元。",
        [
            "level 142家 2023-06-30..2023-06-30",
            "level 83% 2023-06-30..2023-06-30",
            "level 76% 2023-01-01..2023-06-30",
            "level 12亿元 2023-01-01..2023-06-30",
        ],
    ),
    "at the end of a year, a rate is of the year": (
        "2024-01-20",
        "截至去年底，云麓高新区成果转化率83%。",
        ["level 83%"],
    ),
    "those whom a stretch has reached do not stand": (
        "2023-07-31",
        "上半年，云麓高新区受益企业870户，高新技术企业142家。",
        ["level 870户 2023-01-01..2023-06-30", "level 142家 2023-06-30..2023-06-30"],
    ),
    "as it was at the start": (
        "2024-01-20",
        "2009年，云麓高新区起步时就3家企业。",
        ["level 3家 2009-01-01..2009-12-31"],
    ),
    "what was done of a year's plan by a day": (
        "2022-06-20",
        "今年，云麓高新区腾退土地任务是15亩，5月底完成腾退土地7亩。",
        ["level 15亩 target 2022-01-01..2022-12-31", "level 7亩 2022-01-01..2022-05-31"],
    ),
    # quarters together, and the half year
    "two quarters are one stretch": (
        "2023-11-21",
        "云麓高新区二、三季度税收12亿元。",
        ["level 12亿元 2023-04-01..2023-09-30"],
    ),
    "two quarters told apart": (
        "2023-11-21",
        "云麓高新区二、三季度税收分别增长5%、6%。",
        ["growth:yoy 5% 2023-04-01..2023-06-30", "growth:yoy 6% 2023-07-01..2023-09-30"],
    ),
    "半年 beside its months": (
        "2023-07-21",
        "云麓高新区工业增加值1—5月下降2.1%，6月当月增长14%，把半年累计增速拉到0.7%。",
        [
            "growth:yoy -2.1% 2023-01-01..2023-05-31",
            "growth:yoy 14% 2023-06-01..2023-06-30",
            "growth:yoy 0.7% 2023-01-01..2023-06-30",
        ],
    ),
    "半年 that says how long it took is none": (
        "2023-07-21",
        "云麓高新区用了半年完成税收12亿元。",
        ["level 12亿元 2023-07-21..2023-07-21"],
    ),
    # what a period does not date
    "what has passed last year's": (
        "2023-11-21",
        "前三季度，云麓高新区进出口12亿元，已超去年全年，出口8亿元。",
        ["level 12亿元 2023-01-01..2023-09-30", "level 8亿元 2023-01-01..2023-09-30"],
    ),
    "when it was founded": (
        "2023-11-21",
        "云麓高新区，2015年9月24日揭牌，规划面积19平方公里。",
        ["level 19平方公里 2023-11-21..2023-11-21"],
    ),
    "but what came in that year": (
        "2023-11-21",
        "云麓高新区，2015年9月24日揭牌，当年税收12亿元。",
        ["level 12亿元 2015-01-01..2015-12-31"],
    ),
    "the year's plan that a half is held against": (
        "2023-07-21",
        "上半年，云麓高新区税收12亿元；对照全年25亿元的预期目标，完成48%，慢于序时进度2个百分点。",
        [
            "level 12亿元 2023-01-01..2023-06-30",
            "level 25亿元 target",
            "attainment 48% 2023-01-01..2023-06-30",
            "change -2个百分点 2023-01-01..2023-06-30",
        ],
    ),
    "the years that an average runs over": (
        "2021-08-06",
        "到2025年，云麓高新区税收达到12亿元，“十四五”年均增长8%，企业达到60家。",
        [
            "level 12亿元 target 2025-01-01..2025-12-31",
            "growth:annual_average 8% target 2021-01-01..2025-12-31",
            "level 60家 target 2025-01-01..2025-12-31",
        ],
    ),
    "months that are known of a quarter": (
        "2024-04-22",
        "2024年1—3月，云麓高新区税收12亿元。规上工业企业142家；1—2月利润3亿元。工业投资9亿元。",
        [
            "level 12亿元 2024-01-01..2024-03-31",
            "level 142家 2024-03-31..2024-03-31",
            "level 3亿元 2024-01-01..2024-02-29",
            "level 9亿元 2024-01-01..2024-03-31",
        ],
    ),
    # what goes on
    "其中 takes a part of the years that were summed up": (
        "2021-08-06",
        "“十三五”时期，云麓高新区五年累计完成投资130亿元，其中工业投资占58.4%。",
        ["level 130亿元 2016-01-01..2020-12-31", "share 58.4% 2016-01-01..2020-12-31"],
    ),
    "the last month, told after a review of last year": (
        "2024-02-20",
        "过去一年，云麓高新区税收12亿元。\n\n1月份，工业用电量3亿千瓦时。",
        ["level 12亿元", "level 3亿千瓦时 2024-01-01..2024-01-31"],
    ),
    "but not in a chronicle of it": (
        "2024-02-20",
        "2023年云麓高新区大事\n\n2023年，税收12亿元。1月，工业用电量3亿千瓦时。",
        ["level 12亿元", "level 3亿千瓦时 2023-01-01..2023-01-31"],
    ),
    "a question ends what was told before it": (
        "2022-06-20",
        "去年，云麓高新区税收12亿元。\n\n记者：土地紧张吗？\n\n全区管辖面积92平方公里。",
        ["level 12亿元 2021-01-01..2021-12-31", "level 92平方公里 2022-06-20..2022-06-20"],
    ),
    "so does a bracketed head": (
        "2023-08-18",
        "【它有多热】\n\n今年1—7月，云麓高新区进出口12亿元。\n\n【它有什么】\n\n标准厂房68万平方米。",
        ["level 12亿元 2023-01-01..2023-07-31", "level 68万平方米 2023-08-18..2023-08-18"],
    ),
    "a list of years, each an item of its own": (
        "2021-03-01",
        "云麓高新区提出目标：\n\n——到2025年，税收突破90亿元；\n\n——2021年，税收增长9%；安排重点项目13个。",
        [
            "level ≥90亿元 target 2025-01-01..2025-12-31",
            "growth:yoy 9% target 2021-01-01..2021-12-31",
            "level 13个 target 2021-01-01..2021-12-31",
        ],
    ),
    # years counted from today
    "so many years ago": (
        "2023-09-18",
        "三年前，云麓高新区税收12亿元，去年是15亿元。",
        ["level 12亿元 2020-01-01..2020-12-31", "level 15亿元 2022-01-01..2022-12-31"],
    ),
    "but not what has moved up over them": (
        "2023-09-18",
        "云麓高新区综合排名第61位，五年前移15位。",
        ["rank 61位 2023-09-18..2023-09-18", "change:yoy 15位 2023-09-18..2023-09-18"],
    ),
    "within so many years": (
        "2023-09-18",
        "十年里，云麓高新区累计投入资金260亿元。",
        ["level 260亿元 2013-01-01..2023-09-18"],
    ),
    "the years that the title reviews": (
        "2020-12-28",
        "云麓高新区“十三五”发展综述\n\n2019年，税收12亿元。五年来，引进项目426个。",
        ["level 12亿元 2019-01-01..2019-12-31", "level 426个 2016-01-01..2020-12-31"],
    ),
    "the next five years": (
        "2020-10-18",
        "下一个五年，云麓高新区累计投入资金260亿元。",
        ["level 260亿元 2021-01-01..2025-12-31"],
    ),
    # what is told of years
    "what was done in them, of all of them": (
        "2022-08-25",
        "党的十八大以来，云麓高新区变化巨大。十年间，引进项目126个，完成固定资产投资340亿元。",
        ["level 126个 2012-01-01..2022-08-25", "level 340亿元 2012-01-01..2022-08-25"],
    ),
    "years told apart, before their numbers": (
        "2023-11-12",
        "实际利用外资下降，云麓高新区2021年、2022年分别为2.1亿美元和1.6亿美元。",
        ["level 2.1亿美元 2021-01-01..2021-12-31", "level 1.6亿美元 2022-01-01..2022-12-31"],
    ),
    "the year that a target is for": (
        "2023-11-12",
        "2022年，云麓高新区税收12亿元，完成2025年目标的85.5%，离2025年16亿元的目标有差距。",
        [
            "level 12亿元 2022-01-01..2022-12-31",
            "attainment 85.5% 2022-01-01..2022-12-31",
            "level 16亿元 target 2025-01-01..2025-12-31",
        ],
    ),
    # how far a period goes
    "5月以来 to its own passage": (
        "2022-07-12",
        "云麓高新区上半年税收12亿元。\n\n5月以来，解决问题968个。\n\n工业投资7亿元。",
        [
            "level 12亿元 2022-01-01..2022-06-30",
            "level 968个 2022-05-01..2022-07-12",
            "level 7亿元 2022-01-01..2022-06-30",
        ],
    ),
    "the half year to its part of a list of plans": (
        "2025-01-22",
        "云麓高新区2025年工作要点\n\n工业增加值增长8.5%，上半年不低于8%；固定资产投资增长10%。",
        [
            "growth:yoy 8.5% target 2025-01-01..2025-12-31",
            "growth:yoy ≥8% target 2025-01-01..2025-06-30",
            "growth:yoy 10% target 2025-01-01..2025-12-31",
        ],
    ),
    "the quarter's end too": (
        "2025-01-22",
        "云麓高新区2025年工作要点\n\n三季度末改扩建学校6所；年内开工安置房3200套。",
        ["level 6所 target 2025-09-30..2025-09-30", "level 3200套 target 2025-01-01..2025-12-31"],
    ),
    "a day of a chronicle": (
        "2023-01-10",
        "云麓高新区2022年大事记\n\n3月\n\n一季度，税收12亿元。\n\n28日，项目集中签约，签约项目36个。",
        ["level 12亿元 2022-01-01..2022-03-31", "level 36个 2022-03-28..2022-03-28"],
    ),
    # of which year a plan is
    "the budget of this year, told after last year's": (
        "2023-09-18",
        "去年，云麓高新区发放补贴1.7亿元，今年预算安排2.2亿元，到8月底已兑付1.4亿元。",
        ["level 1.7亿元 2022-01-01..2022-12-31", "level 2.2亿元 target", "level 1.4亿元 2023-01-01..2023-08-31"],
    ),
    "the plan of the year that is reported on": (
        "2024-03-28",
        "云麓高新区2023年统计公报\n\n列入省重点项目年度计划投资120亿元，实际完成131亿元。",
        ["level 120亿元 target", "level 131亿元"],
    ),
    "the year's target beside a half": (
        "2022-07-12",
        "上半年，云麓高新区新增企业5家，年度目标为9家；进出口增长4%。",
        [
            "change 5家 2022-01-01..2022-06-30",
            "level 9家 target 2022-01-01..2022-12-31",
            "growth:yoy 4% 2022-01-01..2022-06-30",
        ],
    ),
    "the year's plan as of a day": (
        "2022-10-12",
        "截至8月底，云麓高新区在建项目96个，年度计划投资138亿元。",
        ["level 96个 2022-08-31..2022-08-31", "level 138亿元 target 2022-01-01..2022-12-31"],
    ),
    "a sum of money at the end of a plan is the year's": (
        "2020-05-28",
        "“十三五”末，云麓高新区工业总产值要跨上4000亿元台阶，企业要达到300家。",
        ["level ≥4000亿元 target 2020-01-01..2020-12-31", "level 300家 target 2020-12-31..2020-12-31"],
    ),
    # since when, and as of when
    "2020年至今": (
        "2023-05-08",
        "2020年至今，云麓高新区新增上市公司14家，今年前4个月新增2家。",
        ["change 14家 2020-01-01..2023-05-08", "change 2家 2023-01-01..2023-04-30"],
    ),
    "从去年9月开始": (
        "2024-07-01",
        "从去年9月开始，云麓高新区选派干部186名，走访企业3200家次，协调贷款18亿元。",
        [
            "level 186名 2023-09-01..2024-07-01",
            "level 3200家次 2023-09-01..2024-07-01",
            "level 18亿元 2023-09-01..2024-07-01",
        ],
    ),
    "截至今年6月 is the end of it": (
        "2024-07-11",
        "截至今年6月，云麓高新区企业412家，党的组织覆盖率由2020年的71.3%提升至96.5%。",
        [
            "level 412家 2024-06-30..2024-06-30",
            "level 71.3% 2020-01-01..2020-12-31",
            "level 96.5% 2024-06-30..2024-06-30",
        ],
    ),
    "the day named last, though the title is of last year": (
        "2023-05-08",
        "云麓高新区2022年成绩单\n\n截至4月28日，上市公司27家。",
        ["level 27家 2022-04-28..2022-04-28"],
    ),
    "that year": (
        "2021-05-17",
        "2019年，云麓高新区税收下降三成。那一年，停产企业12家。",
        ["growth:yoy -30% 2019-01-01..2019-12-31", "level 12家 2019-12-31..2019-12-31"],
    ),
    # a plan's years
    "a year on the way through a plan": (
        "2025-09-10",
        "“十四五”时期，云麓高新区稳步发展，预计2025年地区生产总值达到860亿元。固定资产投资累计完成1950亿元。",
        ["level 860亿元 target 2025-01-01..2025-12-31", "level 1950亿元 2021-01-01..2025-12-31"],
    ),
    "the first four of its years": (
        "2025-09-10",
        "“十四五”时期，云麓高新区稳步发展。单位GDP能耗前四年累计下降15.2%。",
        ["growth:since -15.2% 2021-01-01..2024-12-31"],
    ),
    # parts of what was added
    "a share of what some years have added": (
        "2021-05-17",
        "过去三年，云麓高新区新增就业4.3万人，其中大学生占六成。",
        ["change 4.3万人 2018-01-01..2020-12-31", "share 60% 2018-01-01..2020-12-31"],
    ),
    # which things are counted
    "the year of signing dates those that were signed alone": (
        "2020-07-08",
        "上半年，云麓高新区税收12亿元。去年签约的104个项目，已开工79个。\n\n实际使用外资4200万美元。",
        [
            "level 12亿元 2020-01-01..2020-06-30",
            "level 104个 2019-12-31..2019-12-31",
            "level 79个 2020-01-01..2020-06-30",
            "level 4200万美元 2020-01-01..2020-06-30",
        ],
    ),
    "but what was done in the year, is of it": (
        "2020-07-08",
        "去年，云麓高新区签约项目104个，开工79个。",
        ["level 104个 2019-01-01..2019-12-31", "level 79个 2019-01-01..2019-12-31"],
    ),
}


@pytest.mark.parametrize(("published", "text", "wanted"), READ.values(), ids=READ)
def test_the_days_that_a_figure_is_of(published: str, text: str, wanted: list[str]):
    assert [row.split(" ", 1)[1] for row in rows(text, published)] == wanted

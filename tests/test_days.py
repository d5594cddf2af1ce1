"""Which days a figure is of, in the ways that news and reports tell it; its name is another matter."""

import pytest

from tests.notation import rows

# what it shows: day of publication, text, each row without its name
READ = {
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
}


@pytest.mark.parametrize(("published", "text", "wanted"), READ.values(), ids=READ)
def test_the_days_that_a_figure_is_of(published: str, text: str, wanted: list[str]):
    assert [row.split(" ", 1)[1] for row in rows(text, published)] == wanted

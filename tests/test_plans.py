"""Plans as people tell them, and what sounds like one and is none; the names of figures are another matter."""

import pytest

from tests.notation import rows

# what it shows: day of publication, text, each row without its name
READ = {
    # that plans are set
    "今年的题目已经布置下来": (
        "2024-03-05",
        "今年的题目已经布置下来：云麓高新区税收增长12%以上。",
        ["growth:yoy ≥12% target 2024-01-01..2024-12-31"],
    ),
    "题目 of something else sets none": (
        "2024-03-05",
        "在这道题目面前，云麓高新区交出答卷，去年税收增长12%。",
        ["growth:yoy 12%"],
    ),
    "同比 beside tasks": (
        "2014-02-24",
        "关于分解落实2014年云麓高新区主要任务的通知\n\n1.工业产值960亿元，税收310亿元，同比分别增长8%、15%。",
        [
            "level 960亿元 target 2014-01-01..2014-12-31",
            "level 310亿元 target 2014-01-01..2014-12-31",
            "growth:yoy 8% target 2014-01-01..2014-12-31",
            "growth:yoy 15% target 2014-01-01..2014-12-31",
        ],
    ),
    "同比 beside tasks, of months that are over": (
        "2014-11-24",
        "云麓高新区再出发\n\n今年1—10月，全区税收同比增长9.3%。",
        ["growth:yoy 9.3% 2014-01-01..2014-10-31"],
    ),
    "what a plan says of the plan before it": (
        "2026-03-18",
        "云麓高新区第十五个五年规划纲要\n\n第一章  发展基础\n“十四五”以来，人均地区生产总值突破15万元。\n"
        "第二章  主要目标\n到2030年，地区生产总值达到1150亿元。",
        ["level ≥15万元 2025-01-01..2025-12-31", "level 1150亿元 target 2030-01-01..2030-12-31"],
    ),
    "今年的盘子已经排定": (
        "2023-05-15",
        "去年，云麓高新区税收12亿元。\n\n今年的盘子已经排定：实施重点项目36个。",
        ["level 12亿元 2022-01-01..2022-12-31", "level 36个 target"],
    ),
    "今年的目标很明确": (
        "2021-06-21",
        "“今年的目标很明确。”云麓高新区负责人说，“税收增长12%以上，投资确保28亿元。”",
        ["growth:yoy ≥12% target 2021-01-01..2021-12-31", "level 28亿元 target 2021-01-01..2021-12-31"],
    ),
    "目标明确 of how they work is none": (
        "2021-06-21",
        "云麓高新区目标明确、措施有力，税收增长12%。",
        ["growth:yoy 12% 2021-06-21..2021-06-21"],
    ),
    "定的 at the year's beginning": (
        "2022-06-20",
        "去年，云麓高新区税收12亿元。\n\n年初人代会定的税收增长6%、工业投资15亿元，一个都不改。",
        [
            "level 12亿元 2021-01-01..2021-12-31",
            "growth:yoy 6% target 2022-01-01..2022-12-31",
            "level 15亿元 target 2022-01-01..2022-12-31",
        ],
    ),
    "what somebody has proposed is no target": (
        "2022-06-20",
        "年初召开的会议提出的56条建议，云麓高新区已办结48条。",
        ["level 56条 2022-06-20..2022-06-20", "level 48条 2022-06-20..2022-06-20"],
    ),
    "任务加码到": (
        "2022-06-20",
        "去年，云麓高新区腾退土地12亩。今年腾退土地任务加码到15亩。",
        ["level 12亩 2021-01-01..2021-12-31", "level 15亩 target 2022-01-01..2022-12-31"],
    ),
    "至少再": (
        "2022-06-20",
        "云麓高新区高企去年净增72家，今年至少再净增80家。",
        ["change 72家 2021-01-01..2021-12-31", "change ≥80家 target 2022-01-01..2022-12-31"],
    ),
    "至少 of what was done is none": (
        "2022-06-20",
        "云麓高新区去年至少新增了20家企业。",
        ["change 20家 2021-01-01..2021-12-31"],
    ),
    "the whole year, named behind what is done": (
        "2022-10-27",
        "今年，云麓高新区实际使用外资任务8亿美元，前9个月已到账6亿美元；全年净增企业不少于12家。",
        [
            "level 8亿美元 target 2022-01-01..2022-12-31",
            "level 6亿美元 2022-01-01..2022-09-30",
            "change ≥12家 target 2022-01-01..2022-12-31",
        ],
    ),
    "the whole year's plan, told after last year's figures": (
        "2023-09-18",
        "到去年，云麓高新区税收75亿元。\n\n全年税收目标是150亿元，前八个月完成62%。",
        ["level 75亿元 2022-01-01..2022-12-31", "level 150亿元 target", "level 62% 2023-01-01..2023-08-31"],
    ),
    # by when it is to be done, said behind the figure
    "计划年内投产": (
        "2021-06-21",
        "今年以来，云麓高新区新开工项目31个，其中23个项目计划年内投产。",
        ["level 31个 2021-01-01..2021-06-21", "level 23个 target 2021-01-01..2021-12-31"],
    ),
    "投产 in a stretch that is over": (
        "2024-07-21",
        "今年以来，云麓高新区新开工项目31个，其中23个二季度投产。",
        ["level 31个 2024-01-01..2024-07-21", "level 23个 2024-04-01..2024-06-30"],
    ),
    # the target of a year that is told of
    "没有完成": (
        "2020-01-13",
        "2019年，云麓高新区工业投资增长2.3%，没有完成12%的年初目标；税收9亿元，没有完成50亿元的年初目标。",
        [
            "growth:yoy 2.3% 2019-01-01..2019-12-31",
            "growth:yoy 12% target 2019-01-01..2019-12-31",
            "level 9亿元 2019-01-01..2019-12-31",
            "level 50亿元 target 2019-01-01..2019-12-31",
        ],
    ),
    # a stretch that has hardly begun
    "a quarter": (
        "2024-04-22",
        "二季度，云麓高新区完成固定资产投资27亿元。",
        ["level 27亿元 target 2024-04-01..2024-06-30"],
    ),
    "a quarter that is nearly over": (
        "2024-06-20",
        "二季度，云麓高新区完成固定资产投资27亿元。",
        ["level 27亿元 2024-04-01..2024-06-30"],
    ),
    "a quarter, of what is done": (
        "2024-04-22",
        "二季度，云麓高新区已完成固定资产投资27亿元。",
        ["level 27亿元 2024-04-01..2024-06-30"],
    ),
    "the next quarter's heading": (
        "2024-04-22",
        "云麓高新区一季度通报\n\n一、1—3月完成情况\n\n税收12亿元。\n\n二、二季度重点\n\n新开工项目27个。",
        ["level 12亿元 2024-01-01..2024-03-31", "level 27个 target 2024-04-01..2024-06-30"],
    ),
    # what announces nothing
    "要…，先得…": (
        "2017-12-11",
        "要让原料变成产品，先得有做产品的人。今年以来，云麓高新区新引进项目41个。",
        ["level 41个 2017-01-01..2017-12-11"],
    ),
    "but what is to be kept to": (
        "2017-12-11",
        "要坚持项目为王，先立后破。云麓高新区新引进项目41个。",
        ["level 41个 target 2017-01-01..2017-12-31"],
    ),
    "a title that ends in 未来": (
        "2023-08-18",
        "投资云麓高新区，就是投资未来\n\n企业83家。",
        ["level 83家 2023-08-18..2023-08-18"],
    ),
    "a question of plans": (
        "2023-10-18",
        "记者：明年有什么打算？\n\n答：三件事。云麓高新区盘活厂房12万平方米。",
        ["level 12万平方米 target 2024-01-01..2024-12-31"],
    ),
    # targets moved, and set at the year's beginning
    "from one target to another": (
        "2023-11-12",
        "云麓高新区建议将2025年税收目标由4亿元调整为3亿元。",
        ["level 4亿元 target 2025-01-01..2025-12-31", "level 3亿元 target 2025-01-01..2025-12-31"],
    ),
    "what was promised in spring, and what was done of it": (
        "2023-07-10",
        "云麓高新区年初承诺的20项改革任务，已完成13项，其余7项年内全部落地。",
        ["level 20项 target", "level 13项 2023-07-10..2023-07-10", "level 7项 target"],
    ),
    "目标 with what is to be done": (
        "2023-07-10",
        "云麓高新区全年目标新增企业800户，目前增长16%。",
        ["change 800户 target", "growth:yoy 16% 2023-07-10..2023-07-10"],
    ),
    "in proportion to 预期进度 is no target": (
        "2023-07-10",
        "上半年，云麓高新区项目开工快于预期进度，新开工项目36个。",
        ["level 36个 2023-01-01..2023-06-30"],
    ),
    "what is to be reached by the end of the year": (
        "2024-06-11",
        "云麓高新区今年1—5月吞吐量172万标箱，年底冲上420万标箱没有悬念。",
        ["level 172万标箱 2024-01-01..2024-05-31", "level 420万标箱 target 2024-01-01..2024-12-31"],
    ),
    "two plans for different years are no tiers": (
        "2023-10-20",
        "云麓高新区四季度预计税收40亿元；明年力争突破90亿元。",
        ["level 40亿元 target 2023-10-01..2023-12-31", "level ≥90亿元 target 2024-01-01..2024-12-31"],
    ),
    # more of what is a target, and what is not
    "年度任务 before its number": (
        "2024-01-10",
        "云麓高新区2023年民生实事完成情况\n\n新增普惠性托位1200个。年度任务1000个，提前完成。",
        ["change 1200个", "level 1000个 target"],
    ),
    "a share of the year's task is none": (
        "2018-10-20",
        "云麓高新区前三季度，外资2.8亿美元，完成年度任务94.7%，出口104亿元。",
        [
            "level 2.8亿美元 2018-01-01..2018-09-30",
            "attainment 94.7% 2018-01-01..2018-09-30",
            "level 104亿元 2018-01-01..2018-09-30",
        ],
    ),
    "by the plan that is named": (
        "2023-05-08",
        "按照“登高计划”，云麓高新区“十四五”期间上市公司净增25家，融资总额累计突破600亿元。",
        ["change 25家 target 2021-01-01..2025-12-31", "level ≥600亿元 target 2021-01-01..2025-12-31"],
    ),
    "拟上市企业 is a kind of firm": (
        "2023-05-08",
        "云麓高新区入库重点拟上市企业112家。",
        ["level 112家 2023-05-08..2023-05-08"],
    ),
    "a quarter's plan and the year's are no tiers": (
        "2020-07-08",
        "三季度，云麓高新区到位资金60亿元，全年到位资金确保220亿元。",
        ["level 60亿元 target 2020-07-01..2020-09-30", "level 220亿元 target 2020-01-01..2020-12-31"],
    ),
    "what is to be handed over before a day to come": (
        "2024-05-08",
        "云麓高新区在建标准厂房60万平方米，2024年底前可交付35万平方米。",
        ["level 60万平方米 2024-05-08..2024-05-08", "level 35万平方米 target 2024-12-31..2024-12-31"],
    ),
}


@pytest.mark.parametrize(("published", "text", "wanted"), READ.values(), ids=READ)
def test_what_is_planned(published: str, text: str, wanted: list[str]):
    assert [row.split(" ", 1)[1] for row in rows(text, published)] == wanted

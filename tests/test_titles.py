"""What a title says of a text that says nothing of it itself: the period of its figures, whether they are planned, and
of which region they are; however the page dresses it."""

import pytest

from indicators.reading import read_text

PAGES = {
    "a title alone": "{title}\n\n{day}\n\n{body}",
    "a website": "{title}\n来源：管委会  发布时间：{day}\n\n{body}",
    "a newspaper": "云麓日报 {day} 星期三\n\n{title}\n\n本报记者 张三\n\n{body}",
}
TOLD = "全区完成工业总产值312.6亿元，增长8.4%。\n\n完成固定资产投资96亿元。"
# title, day of publication: first and last day
PERIODS = {
    ("2024年1-5月云麓高新区经济运行情况", "2024年6月20日"): ("2024-01-01", "2024-05-31"),
    ("云麓高新区1至5月经济运行通报", "2024年6月20日"): ("2024-01-01", "2024-05-31"),
    ("云麓高新区前五月工业经济“加速跑”", "2024年6月20日"): ("2024-01-01", "2024-05-31"),
    ("云麓高新区首季“开门红”", "2024年4月20日"): ("2024-01-01", "2024-03-31"),
    ("云麓高新区交出半年答卷", "2024年7月20日"): ("2024-01-01", "2024-06-30"),
    ("云麓高新区2024年半年报", "2024年7月20日"): ("2024-01-01", "2024-06-30"),
    ("“期中考”成绩单：云麓高新区跑出加速度", "2024年7月20日"): ("2024-01-01", "2024-06-30"),
    ("云麓高新区年中盘点", "2024年7月20日"): ("2024-01-01", "2024-06-30"),
    ("云麓高新区前三季度经济运行情况", "2024年10月20日"): ("2024-01-01", "2024-09-30"),
    ("云麓高新区2023年经济社会发展情况", "2024年2月20日"): ("2023-01-01", "2023-12-31"),
    ("回眸2023 云麓高新区这一年", "2024年1月2日"): ("2023-01-01", "2023-12-31"),
    ("云麓高新区1-12月主要经济指标完成情况", "2024年1月20日"): ("2023-01-01", "2023-12-31"),
    ("云麓高新区“十三五”发展成就", "2021年1月20日"): ("2016-01-01", "2020-12-31"),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize(("titled", "wanted"), PERIODS.items(), ids=[title for title, _ in PERIODS])
def test_the_period_that_a_title_gives(titled: tuple[str, str], wanted: tuple[str, str], page: str) -> None:
    title, day = titled
    rows = read_text(page.format(title=title, day=day, body=TOLD)).observations
    assert [row.value for row in rows] == [312.6, 8.4, 96]
    assert {(str(row.period_start), str(row.period_end), row.status) for row in rows} == {(*wanted, "actual")}


PLANS = [
    "云麓高新区2024年工作要点", "关于下达云麓高新区2024年经济社会发展目标的通知", "云麓高新区稳增长行动方案",
    "云麓高新区2024年度重点任务清单", "2024年云麓高新区政府投资计划",
]  # fmt: skip


@pytest.mark.parametrize("title", PLANS)
def test_a_title_that_announces_a_plan(title: str) -> None:
    text = f"{title}\n\n2024年2月20日\n\n工业总产值350亿元，增长8%以上。新引进项目20个。"
    assert [row.status for row in read_text(text).observations] == ["target"] * 3


REGIONS = [
    "四川省",
    "重庆市",
    "昆明市",
    "内蒙古自治区",
    "大理白族自治州",
    "恩施土家族苗族自治州",
    "长沙县",
    "锡林郭勒盟",
]
REPORTS = {
    "report": "政府工作报告\n——2026年1月20日在{name}人民代表大会上\n\n各位代表：\n\n2025年，生产总值320亿元。",
    "bulletin": "2025年{name}国民经济和社会发展统计公报\n\n2026年3月1日\n\n生产总值320亿元。",
    "plan": "{name}国民经济和社会发展第十五个五年规划纲要\n\n到2030年，生产总值达到420亿元。",
    "conference": "2026年上半年{name}经济运行情况新闻发布会\n\n2026年7月20日\n\n生产总值120亿元。",
}


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
@pytest.mark.parametrize("name", REGIONS)
def test_the_region_that_a_title_names(name: str, report: str) -> None:
    assert [row.park for row in read_text(report.format(name=name)).observations] == [name]

"""When a document was published: stated in a header, a masthead or a signature, or only to be inferred."""

import pytest

from indicators import extract
from indicators.passages import split_passages
from indicators.publication import find_published

BODY = "全区完成固定资产投资120亿元，同比增长9%。"

PUBLISHED = {
    # stated
    f"标题：甲\n发布日期：2019-09-10\n\n{BODY}": "2019-09-10",
    f"标题\n发布时间：2019年9月10日 10:30\n\n{BODY}": "2019-09-10",
    f"来源：云麓日报 发布时间：2024/07/05\n\n{BODY}": "2024-07-05",
    f"云麓日报 2020.5.25\n\n{BODY}": "2020-05-25",
    f"2019年07月27日 星期六 云麓日报 第03版：要闻\n标题\n{BODY}": "2019-07-27",
    f"标题\n（2024年1月12日）\n{BODY}": "2024-01-12",
    f"标题\n\n{BODY}\n云麓高新区管委会\n2019年9月10日": "2019-09-10",
    f"标题\n\n{BODY}\n二〇一九年九月十日": "2019-09-10",
    f"标题\n2024年7月\n\n{BODY}": "2024-07",
    f"云麓高新区2013年1-9月主要指标\n统计中心 2013年10月23日\n\n{BODY}": "2013-10-23",
    # a slip of the pen: there is no such day
    f"标题：甲\n发布日期：2024-02-30\n\n{BODY}": "2024-02",
    f"标题\n\n{BODY}\n云麓高新区管委会\n二〇二四年六月三十一日": "2024-06",
    # to be inferred
    f"2021年是中国共产党成立100周年。今年以来，{BODY}": "2021",
    f"2019年9月10日上午，园区召开会议。{BODY}": "2019-09-10",
    f"云麓高新区2023年政府工作报告\n\n过去一年，{BODY}": "2023",
    f"2023年，{BODY}2024年力争增长10%。": "2024",
    f"（2023.07）\n\n{BODY}": "2023-07",
    f"截至2023年9月底，{BODY}2022年，增长8%。": "2023",
    # plans for years to come do not date it
    f"2023年，{BODY}力争2025年增长10%。": "2023",
    f"2023年，{BODY}2035年，建成现代化园区。": "2023",
    f"12月28日，园区召开会议。2023年，{BODY}2024年，计划增长10%。": "2023-12",
    f"1月5日，园区召开会议。2023年，{BODY}": "2024-01",
    # the day of a dateline
    f"新华社云麓1月13日电 2023年，{BODY}": "2024-01-13",
    f"新华社云麓6月13日电 2023年，{BODY}": "2023-06-13",
    # nothing known
    BODY: "",
    f"今年是改革开放{'百' * 90}周年，{BODY}": "",
    "到2035年全面建成现代化园区。": "",
    "": "",
}


@pytest.mark.parametrize(("text", "wanted"), PUBLISHED.items(), ids=PUBLISHED)
def test_published(text: str, wanted: str):
    assert find_published(split_passages(text)) == wanted


def test_the_table_says_it():
    assert set(extract(f"发布日期：2019-09-10\n\n{BODY}")["published"]) == {"2019-09-10"}


@pytest.mark.parametrize("published", ["2024-05-06", "2024-05", "2024"])
def test_a_date_that_is_given_overrules_the_text(published: str):
    table = extract(f"发布日期：2019-09-10\n\n今年，{BODY}", published=published)
    assert set(table["published"]) == {published}
    assert set(table["period_start"].dt.year) == {2024}


def test_relative_words_have_no_dates_where_nothing_is_known():
    table = extract(f"今年，云麓高新区{BODY}")
    assert table["period_start"].isna().all()
    assert table["period_end"].isna().all()

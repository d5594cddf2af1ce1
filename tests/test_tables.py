"""Tables inside texts: what the header, the row and the caption leave to a cell."""

import pytest

from indicators import extract
from indicators.passages import split_passages
from indicators.reading import read_text
from indicators.tables import cells_of, is_row, is_rule, read_caption
from tests.notation import rows

TITLE = "云麓高新区2023年主要指标\n\n"

# table: its rows (in the notation of tests/notation.py)
READ = {
    "blanks part the cells, and a year to come holds targets": (
        "序号  指标  2023年  2030年  属性\n1  全员劳动生产率（万元/人）  21.6  30  预期性\n"
        "2  数字经济核心产业增加值占GDP比重（%）  6.8  11  预期性\n"
        "3  每千人口执业（助理）医师数（人）  3.4  4.1  预期性",
        [
            "全员劳动生产率 level 21.6万元/人",
            "全员劳动生产率 level 30万元/人 target 2030-01-01..2030-12-31",
            "数字经济核心产业/数字经济核心产业增加值 share:GDP 6.8%",
            "数字经济核心产业/数字经济核心产业增加值 share:GDP 11% target 2030-01-01..2030-12-31",
            "每千人口执业（助理）医师数 level 3.4人",
            "每千人口执业（助理）医师数 level 4.1人 target 2030-01-01..2030-12-31",
        ],
    ),
    "pipes, the unit in a column of its own": (
        "| 指标 | 单位 | 2022年 | 2023年 | 增长（%） |\n|---|---|---|---|---|\n"
        "| 固定资产投资 | 亿元 | 143.0 | 128.4 | -10.2 |",
        [
            "固定资产投资 level 143亿元 2022-01-01..2022-12-31",
            "固定资产投资 level 128.4亿元",
            "固定资产投资 growth:yoy -10.2%",
        ],
    ),
    "tabs, the unit in brackets behind the name": (
        "指标名称\t2023年\t同比（%）\n税收（亿元）\t36.5\t12.9\n出口（亿美元）\t4.4\t-9.0",
        ["税收 level 36.5亿元", "税收 growth:yoy 12.9%", "出口 level 4.4亿美元", "出口 growth:yoy -9%"],
    ),
    "a plan's table, with rates of a year and sums of all its years": (
        "| 指标 | 2020年 | 2025年目标 | 年均/累计 | 属性 |\n"
        "| 地区生产总值（亿元） | 820 | ≥1300 | 年均9%左右 | 预期性 |\n"
        "| 城镇新增就业（万人） | 1.6 | — | [8] | 预期性 |\n| 单位GDP能耗降低（%） | — | — | [14] | 约束性 |",
        [
            "地区生产总值 level 820亿元 2020-01-01..2020-12-31",
            "地区生产总值 level ≥1300亿元 target 2025-01-01..2025-12-31",
            "地区生产总值 growth:annual_average ≈9% target 2021-01-01..2025-12-31",
            "城镇新增就业 change 1.6万人 2020-01-01..2020-12-31",
            "城镇新增就业 change 8万人 target 2021-01-01..2025-12-31",
            "单位GDP能耗 growth:since -14% target 2021-01-01..2025-12-31",
        ],
    ),
    "the year's plan in a table of its months": (
        "云麓高新区2023年1—9月主要指标\n| 指标 | 1—9月累计 | 年度目标 |\n| 工业投资（亿元） | 31.5 | 42 |",
        ["工业投资 level 31.5亿元 2023-01-01..2023-09-30", "工业投资 level 42亿元 target"],
    ),
    "the unit in the caption": (
        "单位：亿元\n指标\t2022年\t2023年\n工业投资\t61.2\t70.5",
        ["工业投资 level 61.2亿元 2022-01-01..2022-12-31", "工业投资 level 70.5亿元"],
    ),
    "the unit of a row before that of the caption": (
        "单位：亿元\n指标\t2023年\n工业投资\t70.5\n进出口总额（亿美元）\t5.6",
        ["工业投资 level 70.5亿元", "进出口总额 level 5.6亿美元"],
    ),
    "the unit in the cell": (
        "| 指标 | 2023年 |\n| 工业投资 | 70.5亿元 |\n| 高新技术企业 | 497家 |",
        ["工业投资 level 70.5亿元", "高新技术企业 level 497家 2023-12-31..2023-12-31"],
    ),
    "a header of two rows": (
        "指标名称\t1—6月\t\t6月当月\t\n\t总量\t增长（%）\t总量\t增长（%）\n规模工业总产值（亿元）\t586.3\t7.4\t104.2\t6.9",
        [
            "规模工业总产值 level 586.3亿元 2023-01-01..2023-06-30",
            "规模工业总产值 growth:yoy 7.4% 2023-01-01..2023-06-30",
            "规模工业总产值 level 104.2亿元 2023-06-01..2023-06-30",
            "规模工业总产值 growth:yoy 6.9% 2023-06-01..2023-06-30",
        ],
    ),
    "the growth is that of the last period, wherever it stands": (
        "| 指标 | 2023年 | 2022年 | 同比（%） |\n| 工业投资（亿元） | 70.5 | 61.2 | 15.2 |",
        [
            "工业投资 level 70.5亿元",
            "工业投资 level 61.2亿元 2022-01-01..2022-12-31",
            "工业投资 growth:yoy 15.2%",
        ],
    ),
    "parts of the area as rows": (
        "片区 | 税收（万元） | 企业数（户）\n南区 | 683500 | 6218\n合计 | 1100400 | 8430",
        [
            "南区/税收 level 683500万元",
            "南区/企业数 level 6218户 2023-12-31..2023-12-31",
            "税收 level 1.1004e+06万元",
            "企业数 level 8430户 2023-12-31..2023-12-31",
        ],
    ),
    "a target beside what was reached": (
        "| 指标 | 2023年 | 2024年目标 |\n| 工业投资（亿元） | 70.5 | 78 |",
        ["工业投资 level 70.5亿元", "工业投资 level 78亿元 target 2024-01-01..2024-12-31"],
    ),
    "attainment, share and rank": (
        "| 指标 | 2023年 | 完成率（%） | 全市排名 |\n| 工业投资（亿元） | 70.5 | 103.6 | 2 |",
        ["工业投资 level 70.5亿元", "工业投资 attainment 103.6%", "工业投资 rank 2位"],
    ),
    "points": (
        "| 指标 | 2023年 | 增减（百分点） |\n| 研发投入强度（%） | 4.2 | 0.3个百分点 |",
        ["研发投入强度 level 4.2%", "研发投入强度 change:yoy 0.3个百分点"],
    ),
    "of which": (
        "| 指标 | 2023年 |\n| 固定资产投资（亿元） | 128.4 |\n| 其中：工业投资（亿元） | 70.5 |",
        ["固定资产投资 level 128.4亿元", "工业投资 level 70.5亿元"],
    ),
    "what a column compares with": (
        "指标\t2023年\t比上年增长（%）\n税收（亿元）\t36.5\t12.9",
        ["税收 level 36.5亿元", "税收 growth:yoy 12.9%"],
    ),
    "the title's year over a caption": (
        "单位：亿元\n指标\t1—6月\n税收\t12",
        ["税收 level 12亿元 2023-01-01..2023-06-30"],
    ),
    "the unit of the column of names": ("指标（亿元）\t2023年\n税收\t12", ["税收 level 12亿元"]),
    "the share of a part": (
        "片区 | 税收（万元） | 占全区税收比重（%）\n南区 | 683500 | 62.1",
        ["南区/税收 level 683500万元", "南区/税收 share:全区税收 62.1%"],
    ),
    "empty cells": (
        "| 指标 | 2022年 | 2023年 |\n| 固定资产投资（亿元） | — | 128.4 |\n| 工业投资（亿元） | | 70.5 |",
        ["固定资产投资 level 128.4亿元", "工业投资 level 70.5亿元"],
    ),
}


@pytest.mark.parametrize(("table", "wanted"), READ.values(), ids=READ)
def test_tables(table: str, wanted: list[str]):
    assert rows(TITLE + table) == wanted


# What is no value, or has no name or unit, gives no row.
SILENT = {
    "a number without a unit": "| 指标 | 2023年 |\n| 综合指数 | 128.4 |",
    "numbers of rows": "| 序号 | 指标 | 2023年 |\n| 1 | 改革事项 | 完成 |",
    "a row that does not fit": "| 指标 | 单位 | 2022年 | 2023年 |\n| 工业投资 | 亿元 | 70.5 |",
    "no header": "1 | 2 | 3\n4 | 5 | 6",
    "remarks": "| 指标 | 备注 |\n| 工业投资（亿元） | 2023 |",
}


@pytest.mark.parametrize("table", SILENT.values(), ids=SILENT)
def test_tables_that_give_no_row(table: str):
    assert rows(TITLE + table) == []


def test_a_figure_of_a_table_is_where_its_cell_is():
    text = TITLE + "| 指标 | 单位 | 2023年 |\n|---|---|---|\n| 固定资产投资 | 亿元 | 1,128.4 |\n| 税收 | 亿元 | -3.6 |"
    found = [(text[row.start : row.end], row.value, row.park) for row in extract(text).itertuples()]
    assert found == [("1,128.4", 1128.4, "云麓高新区"), ("-3.6", -3.6, "云麓高新区")]


def test_a_table_ends_with_its_rows():
    text = f"{TITLE}指标\t2022年\n工业投资（亿元）\t61.2\n\n全区税收增长9%。"
    assert rows(text)[-1] == "税收 growth:yoy 9%"


def test_the_numbers_of_a_table_are_accounted_for():
    text = f"{TITLE}指标\t2023年\n工业投资（亿元）\t70.5\n"
    (mark,) = read_text(text).marks[-1:]
    assert (text[mark.start : mark.end], mark.fate) == ("70.5", "read")


@pytest.mark.parametrize(
    ("line", "row"),
    [("| 税收 | 12 |", True), ("税收\t12", True), ("|---|---|", True), ("税收12亿元。", False), ("甲|乙。丙", False)],
)
def test_what_can_be_a_row(line: str, row: bool):
    (passage,) = split_passages(line)
    assert is_row(passage) == row


@pytest.mark.parametrize(("line", "rule"), [("|---|---|", True), ("|:--|--:|", True), ("|税收|-3|", False)])
def test_the_line_under_a_header(line: str, rule: bool):
    (passage,) = split_passages(line)
    assert is_rule(passage) == rule


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("|税收|12|", [("税收", 1), ("12", 4)]),
        ("税收|12", [("税收", 0), ("12", 3)]),
        ("|总量|增长|", [("总量", 1), ("增长", 4)]),
        ("税收||12", [("税收", 0), ("", 3), ("12", 4)]),
    ],
)
def test_cells_and_where_they_begin(text: str, cells: list[tuple[str, int]]):
    assert [(cell.text, cell.start) for cell in cells_of(text)] == cells


@pytest.mark.parametrize(
    ("text", "unit"),
    [("单位：亿元", "亿元"), ("（计量单位：万美元）", "万美元"), ("责任单位", ""), ("指标（亿元）", "")],
)
def test_the_unit_of_a_caption(text: str, unit: str):
    assert read_caption(text) == unit

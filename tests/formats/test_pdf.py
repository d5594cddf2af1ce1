"""PDF files: columns in order, broken lines joined, tables as rows, page numbers out, scans said to be scans."""

import pytest

from indicators import extract
from indicators.errors import DocumentError
from indicators.formats.pdf import read
from indicators.formats.radicals import unified
from tests.formats.pages import column, make_pdf

FIRST = (
    "2023年，云麓高新区规模以上工业总产值1286.4亿元，同比增长9.2%；新增高新技术企业63家，总数达412家，研发投入加大。"
)
SECOND = (
    "一般公共预算收入首次突破50亿元。固定资产投资增长10%，其中工业投资增长12.5%，高技术产业投资增长较快，后劲增强。"
)
THIRD = "展望2024年，全区将坚持稳中求进，力争规模以上工业增加值增长8%，固定资产投资确保增长8%，力争增长10%。"
TITLE = (180.0, 780.0, 16.0, "云麓高新区工作简报")


def lines_of(*pages: list) -> list[str]:
    return read(make_pdf(pages)).text.split("\n")


@pytest.mark.parametrize("width", [18, 23, 31, 44])
def test_lines_broken_within_a_sentence_are_joined(width: int):
    first = column(FIRST, 60, 700, width)
    second = column(SECOND, 60, 700 - 15 * len(first), width)
    assert lines_of([TITLE, *first, *second]) == [TITLE[3], FIRST, SECOND]


def test_columns_are_read_one_after_the_other():
    left = [*column(FIRST, 60, 700, 22), *column(SECOND, 60, 700 - 15 * len(column(FIRST, 60, 700, 22)), 22)]
    right = column(THIRD, 320, 705, 22)
    head = [(60.0, 750.0, 10.0, "发布单位：管委会"), (420.0, 750.0, 10.0, "2024年1月18日")]
    # in the file, line by line across the page
    mixed = sorted([*left, *right], key=lambda line: -line[1])
    assert lines_of([TITLE, *head, *mixed]) == [TITLE[3], "发布单位：管委会  2024年1月18日", FIRST, SECOND, THIRD]


def test_three_columns():
    columns = [
        line
        for x, text in zip((40, 220, 400), (FIRST, SECOND, THIRD), strict=True)
        for line in column(text, x, 700, 15)
    ]
    assert lines_of([TITLE, *columns]) == [TITLE[3], FIRST, SECOND, THIRD]


def test_a_table_is_read_in_rows():
    rows = [
        ("指标", "单位", "2023年", "同比增长（%）"),
        ("税收收入", "亿元", "46.2", "7.4"),
        ("实际利用外资", "万美元", "5195.25", "-3.1"),
    ]
    cells = [
        (x, 600.0 - 20 * y, 10.0, cell)
        for y, row in enumerate(rows)
        for x, cell in zip((60.0, 200.0, 300.0, 400.0), row, strict=True)
    ]
    lines = lines_of([TITLE, *column(FIRST, 60, 700, 40), *cells])
    assert lines[2:] == [f"| {' | '.join(row)} |" for row in rows]
    table = extract("\n".join(lines), published="2024-01-18")
    assert {("税收收入", 46.2), ("税收收入", 7.4), ("实际利用外资", -3.1)} <= set(
        zip(table["indicator_text"], table["value"], strict=True)
    )


def test_paragraphs_go_on_over_the_page_and_page_numbers_do_not():
    lines = column(FIRST + SECOND, 60, 700, 30)
    cut = next(n for n, line in enumerate(lines) if n and line[3][-1] not in "。；") + 1
    first = [*lines[:cut], (290.0, 30.0, 9.0, "— 1 —")]
    second = [(60.0, 780.0 - 15 * n, size, text) for n, (_, _, size, text) in enumerate(lines[cut:])]
    assert lines_of(first, [*second, (290.0, 30.0, 9.0, "— 2 —")]) == [FIRST + SECOND]


def test_heads_that_come_back_are_left_out():
    pages = [[(200.0, 810.0, 9.0, "云麓高新区统计月报"), *column(text, 60, 700, 40)] for text in (FIRST, SECOND, THIRD)]
    assert lines_of(*pages) == [FIRST, SECOND, THIRD]


def test_a_scan_says_that_it_is_one():
    with pytest.raises(DocumentError, match="扫描件"):
        read(make_pdf([[], []]))


def test_what_is_no_pdf_says_so():
    with pytest.raises(DocumentError, match="打不开"):
        read(b"%PDF-1.4 broken")


def test_look_alikes_become_the_characters_that_they_look_like():
    assert unified("收⼊⻓⼯⼤⽬") == "收入长工大目"
    assert unified("（全角）ＡＢ①") == "（全角）ＡＢ①"

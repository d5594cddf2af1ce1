"""Passages: blocks, lines that were broken, and the way back to the text as it is."""

import pytest

from indicators.passages import LONGEST, fold, split_passages

# text: the clean texts of its passages
SPLIT = {
    # a heading, a paragraph, a blank line
    "# 标题\n正文一句。\n\n正文二。": ["#标题", "正文一句。", "正文二。"],
    "一、工业\n增长5%。\n（一）招商\n签约3个。": ["一、工业", "增长5%。", "（一）招商", "签约3个。"],
    "完成投资。\r\n增长5%。": ["完成投资。", "增长5%。"],
    "\n\n  \n": [],
    "": [],
    # blanks inside words and figures
    "达到 1170 亿 元。": ["达到1170亿元。"],
    "云 麓 高 新 区": ["云麓高新区"],
    "增长9%。\u3000\u3000投资增长。": ["增长9%。投资增长。"],
    # lines broken inside a figure or a sentence
    "增长17.\n9%，其中": ["增长17.9%，其中"],
    "完成投资3\n50亿元。": ["完成投资350亿元。"],
    "前三季度，云麓高新区实现地区生产总值同比\n增长6.9%，规上工业增加值同比增长8.4\n%，高于全市1.6个百分点。": [
        "前三季度，云麓高新区实现地区生产总值同比增长6.9%，规上工业增加值同比增长8.4%，高于全市1.6个百分点。"
    ],
    # full width and two alphabets
    "增长１２．５％，(同口径)": ["增长12.5%，（同口径）"],
    '他说："增长5%"。': ["他说：“增长5%”。"],
    "增长4.5～5%": ["增长4.5—5%"],
    # cells of a table
    "指标\t2023年\n总产值\t120亿元": ["指标|2023年", "总产值|120亿元"],
    "| 总产值 | 120亿元 |": ["|总产值|120亿元|"],
    # a date and the hour are two things
    "2019-09-10 10:30": ["2019-09-10；10:30"],
}


@pytest.mark.parametrize(("text", "wanted"), SPLIT.items(), ids=SPLIT)
def test_split(text: str, wanted: list[str]):
    assert [passage.text for passage in split_passages(text)] == wanted


@pytest.mark.parametrize("text", SPLIT, ids=SPLIT)
def test_each_character_leads_back_to_its_own(text: str):
    """A mark that stands for a gap (of a table, between a date and an hour) leads to the first blank of it."""
    for passage in split_passages(text):
        for position, character in enumerate(passage.text):
            start, end = passage.span(position, position + 1)
            assert end == start + 1
            assert character in {fold(text)[start], "|", "；"}


@pytest.mark.parametrize("text", ["标题", "一、工业", "（二）招商引资", "# 2024年目标", "1.总体情况"])
def test_headings(text: str):
    assert split_passages(f"{text}\n\n正文一句。")[0].heading


@pytest.mark.parametrize("text", ["全区完成投资120亿元。", "增长5%；"])
def test_sentences_are_no_headings(text: str):
    assert not split_passages(text)[0].heading


# Blocks of a scanned page, broken to the width of a column: the clean texts of their passages.
COLUMNS = {
    "a title, a date and a byline over paragraphs of one width": (
        "青岚高新区2023年工作总结\n青岚高新区管委会 2024年1月\n2023年，园区上下拼经济、抓招商，全年完成工\n"
        "业总产值312.6亿元，同比增长8.4%，税收18\n亿元，占全市的一成。\n一、主要指标\n截至年底，规上工业企业达到156家，全年新签\n"
        "约项目23个，总投资96亿元，其中外资项目3个\n，到账外资1.2亿美元。",
        [
            "青岚高新区2023年工作总结",
            "青岚高新区管委会2024年1月",
            "2023年，园区上下拼经济、抓招商，全年完成工业总产值312.6亿元，同比增长8.4%，税收18亿元，占全市的一成。",
            "一、主要指标",
            "截至年底，规上工业企业达到156家，全年新签约项目23个，总投资96亿元，其中外资项目3个，到账外资1.2亿美元。",
        ],
    ),
    "a page's number inside a sentence": (
        "全年完成固定资产投资，比上年有所增\n加，新开工项目82个，全年出让土地\n－ 2 －\n1264亩，设施配套完善。",
        ["全年完成固定资产投资，比上年有所增加，新开工项目82个，全年出让土地1264亩，设施配套完善。"],
    ),
    "a heading between broken lines": (
        "比上年增长9.4%，税收保持平稳，居民\n收入稳步提高，社会事业全面进步。\n五、财政与人民生活\n"
        "全区财政总收入19.7亿元，比上年增\n长24.8%，其中地方级收入9.8亿元，占\n一半，支出结构更优，民生投入更多。",
        [
            "比上年增长9.4%，税收保持平稳，居民收入稳步提高，社会事业全面进步。",
            "五、财政与人民生活",
            "全区财政总收入19.7亿元，比上年增长24.8%，其中地方级收入9.8亿元，占一半，支出结构更优，民生投入更多。",
        ],
    ),
    "a sentence over four lines": (
        "前三季度，云麓高新区坚持稳\n中求进，完成工业投资36.2亿\n元，增长9.4%，引进项目15\n个，税收保持平稳。",
        ["前三季度，云麓高新区坚持稳中求进，完成工业投资36.2亿元，增长9.4%，引进项目15个，税收保持平稳。"],
    ),
    "a figure broken at its point": (
        "前三季度，云麓高新区坚持稳\n中求进，完成工业投资36.\n2亿元，增长9.4%，引进项目15\n个，税收保持平稳。",
        ["前三季度，云麓高新区坚持稳中求进，完成工业投资36.2亿元，增长9.4%，引进项目15个，税收保持平稳。"],
    ),
    "two paragraphs, the second indented": (
        "前三季度，云麓高新区坚持稳\n中求进，完成工业投资36.2亿\n元，增长9.4%。\n"
        "　　全区引进项目15个，其中\n亿元以上项目3个，税收保\n持平稳。",
        [
            "前三季度，云麓高新区坚持稳中求进，完成工业投资36.2亿元，增长9.4%。",
            "全区引进项目15个，其中亿元以上项目3个，税收保持平稳。",
        ],
    ),
    "a list stays a list": (
        "固定资产投资120亿元\n规上工业企业210家\n高新技术企业86家\n城镇新增就业1.2万人",
        ["固定资产投资120亿元", "规上工业企业210家", "高新技术企业86家", "城镇新增就业1.2万人"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), COLUMNS.values(), ids=COLUMNS)
def test_lines_broken_to_the_width_of_a_column(text: str, wanted: list[str]):
    assert [passage.text for passage in split_passages(text)] == wanted


@pytest.mark.parametrize("piece", ["园区稳步发展。", "园区稳步发展，", "园区稳步发展", "7", "税收12亿元，"])
def test_an_overlong_block_is_cut(piece: str):
    text = piece * (3 * LONGEST // len(piece) + 1)
    passages = split_passages(text)
    assert "".join(passage.text for passage in passages) == fold(text)
    assert all(len(passage.text) <= LONGEST for passage in passages)
    assert [passage.continues for passage in passages] == [False] + [True] * (len(passages) - 1)
    if not piece[-1].isalnum():
        assert all(passage.text.endswith(piece[-1]) for passage in passages)


def test_a_blank_line_is_a_gap():
    assert [passage.gap for passage in split_passages("标题\n甲。\n\n乙。")] == [True, False, True]


@pytest.mark.parametrize("text", ["120亿元", "１２０亿元，增长(5%)", "“十四五”；A+B:C"])
def test_fold_keeps_the_length(text: str):
    assert len(fold(text)) == len(text)

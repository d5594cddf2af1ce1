from dashboard.components.evidence import split_sentence
from indicators.documents import Document

TEXT = "前言。\n全年收入\n100亿元，增长5%。100亿元。"


def test_the_figure_is_found_by_its_place():
    document = Document("a.txt", TEXT)
    start = TEXT.index("100亿元")
    assert split_sentence("全年收入\n100亿元，增长5%。", document, start, start + 5) == (
        "全年收入\n",
        "100亿元",
        "，增长5%。",
    )


def test_a_sentence_that_was_joined_is_searched_for_its_figure():
    document = Document("a.txt", TEXT)
    start = TEXT.index("100亿元")
    assert split_sentence("全年收入100亿元，增长5%。", document, start, start + 5) == (
        "全年收入",
        "100亿元",
        "，增长5%。",
    )


def test_where_it_cannot_be_told_nothing_is_highlighted():
    assert split_sentence("收入100亿元，支出100亿元。", Document("a.txt", TEXT), 9, 14) == (
        "收入100亿元，支出100亿元。",
        "",
        "",
    )
    assert split_sentence("收入100亿元。", None, 2, 7) == ("收入100亿元。", "", "")

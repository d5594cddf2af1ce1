"""What stands in a passage: its sentences, its figures, those set aside, and what a clause is about."""

from itertools import pairwise

import pytest

from indicators.passages import split_passages
from indicators.scan import LONGEST_SENTENCE, Scan, scan_passage


def scan(text: str) -> Scan:
    (passage,) = split_passages(text)
    return scan_passage(passage)


# text: its sentences
SENTENCES = {
    "税收12亿元。增长9%。": ["税收12亿元。", "增长9%。"],
    "税收12亿元": ["税收12亿元"],
    "怎么办？干！税收12亿元。": ["怎么办？", "干！", "税收12亿元。"],
    "他说：“税收12亿元。”增长9%。": ["他说：“税收12亿元。”", "增长9%。"],
    "税收12亿元；投资9亿元。": ["税收12亿元；投资9亿元。"],
    "税收1.2亿元。": ["税收1.2亿元。"],
}


@pytest.mark.parametrize(("text", "wanted"), SENTENCES.items(), ids=SENTENCES)
def test_sentences(text: str, wanted: list[str]):
    found = scan(text)
    assert [found.text[start:end] for start, end in found.sentences()] == wanted


@pytest.mark.parametrize("mark", ["，", "；", "、", ""])
def test_a_sentence_without_an_end_is_cut_at_a_clause(mark: str):
    found = scan(f"税收稳步增长{mark}" * 300)
    spans = list(found.sentences())
    assert (spans[0][0], spans[-1][1]) == (0, len(found.text))
    assert all(one[1] == other[0] for one, other in pairwise(spans))
    assert all(end - start <= LONGEST_SENTENCE for start, end in spans)
    if mark:
        assert all(found.text[end - 1] == mark for _, end in spans)


# text: (figures to read, figures set aside)
FIGURES = {
    "税收12亿元，增长9%": (["12亿元", "9%"], []),
    "2023年税收12亿元": (["12亿元"], []),
    "建区27年来，税收12亿元": (["12亿元"], ["27年"]),
    "围绕“121382”思路，税收12亿元": (["12亿元"], ["121382"]),
    "推行2.5项审批": ([], ["2.5项"]),
    "三大产业、两个平台": ([], ["两个"]),
    "十五家企业": (["十五家"], []),
    "引进10亿元以上项目15个": (["15个"], ["10亿元"]),
    "每万人发明专利35件": (["35件"], []),
    "没有数": ([], []),
}


@pytest.mark.parametrize(("text", "wanted"), FIGURES.items(), ids=FIGURES)
def test_figures_read_and_set_aside(text: str, wanted: tuple[list[str], list[str]]):
    found = scan(text)
    read = [found.text[figure.start : figure.end] for figure in found.figures]
    aside = [found.text[figure.start : figure.end] for figure, reason in found.aside if figure.unit or reason]
    assert read == wanted[0]
    assert [text for text in wanted[1] if not any(text.startswith(other) or other in text for other in aside)] == []
    assert set(read).isdisjoint(aside)


def test_a_period_in_a_title_governs_nothing():
    found = scan("根据《云麓高新区2022年工作要点》，2023年税收12亿元。")
    assert [found.text[mention.start : mention.end] for mention in found.mentions] == ["2023年"]
    assert len(found.periods) == 2


def test_where_the_figure_before_ends():
    found = scan("税收12亿元以上，投资9亿元。")
    assert found.text[: found.before(found.text.index("投资"))] == "税收12亿元以上"
    assert found.before(2) == 0


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("2023年税收12亿元", True),
        ("2023年，税收12亿元", False),
        ("2023年税收稳定", False),
        ("税收12亿元，2023年收官", False),
    ],
)
def test_whether_a_figure_stands_in_the_clause_of_a_period(text: str, figure: bool):
    found = scan(text)
    assert found.has_figure(found.mentions[0]) == figure


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("云麓高新区税收12亿元。", ["云麓高新区"]),
        ("2023年云麓高新区税收12亿元。", ["云麓高新区"]),
        ("税收增长9%，高于株洲高新区。", []),
        ("云麓高新区税收12亿元，青溪高新区9亿元。", ["云麓高新区", "青溪高新区"]),
        ("云麓高新区与青溪高新区共建园区。", ["云麓高新区"]),
        ("全区税收12亿元。", []),
    ],
)
def test_whom_a_sentence_speaks_of(text: str, subjects: list[str]):
    found = scan(text)
    assert [area.name for area in found.subjects(0, len(found.text))] == subjects

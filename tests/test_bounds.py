"""Bounding words: what stands right before and right after a number. Whole figures with bounds are in test_rules.py."""

import pytest

from indicators import find_quantities
from indicators.bounds import bound_after, bound_before, bounds

EXAMPLES = [(text, bound) for entry in bounds().values() for text, bound in entry["examples"].items()]


@pytest.mark.parametrize(("text", "bound"), EXAMPLES, ids=[text for text, _ in EXAMPLES])
def test_each_example_of_the_data_holds(text: str, bound: str):
    assert find_quantities(text)[0].bound == bound


def test_no_word_has_two_meanings():
    for side in ("before", "after"):
        words = [word for entry in bounds().values() for word in entry[side]]
        assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(
    ("text", "word", "bound"),
    [
        ("不低于", "不低于", "at_least"),  # and not 低于
        ("失业率低于", "低于", "at_most"),
        ("首次突破了", "突破了", "at_least"),
        ("税收超过", "超过", "at_least"),
        ("不超过", "不超过", "at_most"),
        ("企业约", "约", "about"),
        ("今年至少再净增", "", "at_least"),  # the verb stays
        ("签约", "", ""),  # the end of a verb
        ("节约", "", ""),
        ("完成", "", ""),
        ("超过去年", "", ""),  # not right before the number
        ("", "", ""),
    ],
)
def test_before(text: str, word: str, bound: str):
    assert bound_before(text, len(text)) == (len(text) - len(word), bound)


@pytest.mark.parametrize(
    ("text", "word", "bound"),
    [
        ("以上。", "以上", "at_least"),
        ("及以上", "及以上", "at_least"),
        ("以内", "以内", "at_most"),
        ("左右", "左右", "about"),
        ("大关", "大关", "at_least"),
        ("新台阶", "新台阶", ""),  # it closes a bound told before
        ("，以上", "", ""),
        ("", "", ""),
    ],
)
def test_after(text: str, word: str, bound: str):
    assert bound_after(text, 0) == (len(word), bound)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("税收过去50亿元", "exact"),
        ("增长近5%", "about"),
        ("比重超五成", "at_least"),
        ("控制在5%", "at_most"),
        ("控制在5%左右", "about"),
        ("迈上1000亿元新台阶", "at_least"),
    ],
)
def test_bounds_of_figures(text: str, bound: str):
    assert find_quantities(text)[0].bound == bound

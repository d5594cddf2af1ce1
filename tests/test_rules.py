"""The data of the reader, checked both ways: an entry does what its examples claim and leaves its near misses alone."""

from pathlib import Path

import pytest

from indicators import extract, find_quantities
from indicators.exclusions import families, find_exclusions
from indicators.passages import split_passages
from indicators.rules import rules
from indicators.units import dimension, units

ROOT = Path(__file__).parent.parent


def named(pairs: list[tuple[str, str]]) -> list:
    """Parameters for (name, text) pairs."""
    return [pytest.param(name, text, id=f"{name}: {text}") for name, text in pairs]


RULES = {rule.name: rule for rule in rules()}
FAMILIES = {family.name: family for family in families()}


def readings(text: str, rule: str) -> list[str]:
    """What a rule reads in a text: "indicator measure basis value+unit" of each row."""
    rows = [row for row in extract(text).itertuples() if row.rule == rule]
    return [f"{row.indicator_text} {row.measure} {row.basis} {row.value:g}{row.unit}" for row in rows]


def set_aside(family: str, text: str) -> list[str]:
    """The parts of a text that a family sets aside."""
    reason = FAMILIES[family].reason
    return [text[start:end] for start, end, why in find_exclusions(text) if why == reason]


@pytest.mark.parametrize(("rule", "text"), named([(rule.name, text) for rule in rules() for text in rule.reads]))
def test_rule_reads(rule: str, text: str):
    assert RULES[rule].reads[text] in readings(text, rule)


@pytest.mark.parametrize(("rule", "text"), named([(rule.name, text) for rule in rules() for text in rule.silent]))
def test_rule_is_silent(rule: str, text: str):
    assert readings(text, rule) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_rule_has_examples_and_near_misses(rule):
    assert rule.reads
    assert rule.silent
    assert all(rule.reads.values())


@pytest.mark.parametrize(("family", "text"), named([(f.name, text) for f in families() for text in f.sets_aside]))
def test_family_sets_aside(family: str, text: str):
    assert FAMILIES[family].pattern.search(text)
    assert set_aside(family, text)


@pytest.mark.parametrize(("family", "text"), named([(f.name, text) for f in families() for text in f.sets_aside]))
def test_what_is_set_aside_gives_no_row(family: str, text: str):
    spans = [(start, end) for start, end, _ in find_exclusions(text)]
    rows = [(row.start, row.end) for row in extract(text).itertuples()]
    assert [row for row in rows if any(row[0] < end and start < row[1] for start, end in spans)] == []


@pytest.mark.parametrize(("family", "text"), named([(f.name, text) for f in families() for text in f.leaves]))
def test_family_leaves(family: str, text: str):
    assert set_aside(family, text) == []


def test_what_spares_a_search_loses_nothing():
    """Where a family's pattern finds something, one of its `needs` stands, and its `glance` finds something, too."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("seeds/*.txt"))]
    texts += [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("tests/gold/developed/*.txt"))]
    passages = [passage.text for text in texts for passage in split_passages(text)]
    found = 0
    for family in families():
        for text in filter(family.pattern.search, passages):
            found += 1
            assert not family.needs or any(word in text for word in family.needs), (family.name, text)
            assert not family.glance or family.glance.search(text), (family.name, text)
    assert found > 1000


EXAMPLES = [(base, text, value) for base, found in units().examples.items() for text, value in found.items()]


@pytest.mark.parametrize(("base", "text", "value"), EXAMPLES, ids=[text for _, text, _ in EXAMPLES])
def test_unit_converts(base: str, text: str, value: float):
    (quantity,) = find_quantities(text)
    assert (quantity.text, quantity.base_value, quantity.base_unit) == (text, value, base)


def test_each_base_unit_has_an_example():
    assert [base for base, found in units().examples.items() if not found and base != "scale"] == []


# 人民币 and 番 do not stand right behind a number.
UNITS = [name for name in units().by_name if name not in {"人民币", "番"}]


@pytest.mark.parametrize("name", UNITS)
def test_each_unit_is_read_as_it_is_written(name: str):
    (quantity,) = find_quantities(f"共有35{name}。")
    unit = units().by_name[name]
    assert (quantity.value, quantity.unit) == (35, name)
    assert (quantity.base_value, quantity.base_unit) == (float(35 * unit.factor), unit.base)


@pytest.mark.parametrize("name", UNITS)
def test_each_unit_has_its_dimension(name: str):
    assert dimension(name) == units().by_name[name].dimension


BOUNDS = [
    ("50家", "exact"),
    ("50家以上", "at_least"),
    ("50家及以上", "at_least"),
    ("50余家", "at_least"),
    ("50多家", "at_least"),
    ("不低于50家", "at_least"),
    ("不少于50家", "at_least"),
    ("至少50家", "at_least"),
    ("超50家", "at_least"),
    ("超过50家", "at_least"),
    ("逾50家", "at_least"),
    ("突破50家", "at_least"),
    ("突破50亿元大关", "at_least"),
    ("迈上50亿元新台阶", "at_least"),
    ("跨过50亿元关口", "at_least"),
    ("50亿元有余", "at_least"),
    ("50家以内", "at_most"),
    ("50家以下", "at_most"),
    ("不超过50家", "at_most"),
    ("不高于50家", "at_most"),
    ("不到50家", "at_most"),
    ("不足50家", "at_most"),
    ("低于50家", "at_most"),
    ("控制在50家", "at_most"),
    ("控制在50家以内", "at_most"),
    ("约50家", "about"),
    ("大约50家", "about"),
    ("近50家", "about"),
    ("接近50家", "about"),
    ("50家左右", "about"),
    ("50家上下", "about"),
    ("控制在50家左右", "about"),
]


@pytest.mark.parametrize(("text", "bound"), BOUNDS, ids=[text for text, _ in BOUNDS])
def test_bound(text: str, bound: str):
    (quantity,) = find_quantities(f"企业{text}。")
    assert (quantity.bound, quantity.value) == (bound, 50)

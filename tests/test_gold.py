"""The gold tables: every fact of the seeds, and scores that do not fall."""

import csv
from functools import cache
from pathlib import Path

import pytest

from tests import score

LIMITS = Path(__file__).parent / "limits" / "seeds.csv"


def key(fact: dict[str, str]) -> tuple[str, str, str]:
    return fact["document"], fact["start"], fact["indicator_text"]


def read_limits() -> dict[tuple[str, str, str], str]:
    with LIMITS.open(encoding="utf-8", newline="") as file:
        return {key(row): row["reason"] for row in csv.DictReader(file)}


def facts() -> list:
    limits = read_limits()
    return [
        pytest.param(
            fact,
            id=f"{fact['document']}:{fact['start']} {fact['indicator_text']}",
            marks=[pytest.mark.xfail(reason=limits[key(fact)])] if key(fact) in limits else [],
        )
        for fact in score.read_gold("seeds")
        if fact["class"] == "core"
    ]


@cache
def read_rows(name: str) -> list[dict[str, str]]:
    return score.read_rows(name)


@cache
def score_set(name: str) -> score.Score:
    return score.score(score.read_gold(name), read_rows(name))


@cache
def seed_errors() -> dict[tuple[str, str, str], tuple[str, ...]]:
    return {key(dict(pair.gold)): pair.wrong for pair in score_set("seeds").errors if pair.gold}


@pytest.mark.parametrize("fact", facts())
def test_the_table_from_the_seeds_states(fact: dict[str, str]):
    assert seed_errors().get(key(fact), ()) == ()


def test_each_limit_is_one_of_the_facts():
    assert set(read_limits()) <= {key(fact) for fact in score.read_gold("seeds")}


def test_the_seeds_give_no_row_that_is_no_fact():
    extra = [pair.row for pair in score_set("seeds").errors if pair.gold is None and pair.row]
    assert [(row["document"], row["start"], row["sentence"]) for row in extra] == []


@pytest.mark.parametrize("name", score.TEXTS)
def test_no_score_is_below_its_floor(name: str):
    assert score.below_floor(name, score_set(name)) == []


@pytest.mark.parametrize("name", score.TEXTS)
def test_gold_rows_stand_where_they_say(name: str):
    texts = {path.name: path.read_bytes().decode("utf-8") for path in score.TEXTS[name].glob("*.txt")}
    rows = score.read_gold(name)
    assert [row for row in rows if texts[row["document"]][int(row["start"]) : int(row["end"])] != row["text"]] == []
    assert {row["document"] for row in rows} == set(texts)


# The scorer itself, on rows of three lines.

GOLD = {
    "document": "a.txt", "start": "10", "end": "15", "park": "云麓高新区", "segment": "",
    "indicator_text": "固定资产投资", "measure": "level", "basis": "", "value": "1.2", "unit": "亿元", "bound": "exact",
    "status": "actual", "target_tier": "", "period_start": "2023-01-01", "period_end": "2023-12-31", "class": "core",
}  # fmt: skip
ROW = {**GOLD, "value": "12000", "unit": "万元", "value_base": "120000000.0", "unit_base": "CNY"}


def grades(gold: list[dict[str, str]], rows: list[dict[str, str]]) -> list[tuple[int, int, int]]:
    result = score.score(gold, rows)
    return [(grade.right, grade.given, grade.wanted) for grade in (result.found, result.strict, result.full)]


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({}, [1, 1, 1]),
        ({"indicator_text": "全社会固定资产投资"}, [1, 1, 1]),
        ({"bound": "at_least"}, [1, 1, 0]),
        ({"target_tier": "floor"}, [1, 1, 0]),
        ({"segment": "西区"}, [1, 1, 0]),
        ({"park": "青溪高新区"}, [1, 0, 0]),
        ({"indicator_text": "投资"}, [1, 0, 0]),
        ({"status": "target"}, [1, 0, 0]),
        ({"period_end": "2023-06-30"}, [1, 0, 0]),
        ({"value_base": "12.0"}, [0, 0, 0]),
        ({"unit_base": "USD"}, [0, 0, 0]),
        ({"start": "15", "end": "20"}, [0, 0, 0]),
        ({"document": "b.txt"}, [0, 0, 0]),
    ],
)
def test_score_of_one_row(change: dict[str, str], right: list[int]):
    wanted = [(number, 1, 1) for number in right]
    assert grades([GOLD], [{**ROW, **change}]) == wanted


def test_the_basis_counts_for_growth_alone():
    growth = {"measure": "growth", "basis": "yoy"}
    assert grades([GOLD | growth], [ROW | growth | {"basis": "since"}])[2][0] == 0
    assert grades([GOLD | {"measure": "share"}], [ROW | {"measure": "share", "basis": "全市"}])[2][0] == 1


def test_optional_rows_count_neither_way():
    assert grades([GOLD | {"class": "optional"}], []) == [(0, 0, 0)] * 3
    assert grades([GOLD | {"class": "optional"}], [ROW, ROW | {"indicator_text": "税收"}]) == [(0, 0, 0)] * 3


def test_one_figure_stated_of_two_indicators():
    two = [GOLD, GOLD | {"indicator_text": "税收"}]
    assert grades(two, [ROW | {"indicator_text": "税收"}, ROW]) == [(2, 2, 2)] * 3
    assert grades(two, [ROW]) == [(1, 1, 2)] * 3


def test_precision_and_recall():
    found = score.score([GOLD], [ROW, ROW | {"start": "30", "end": "35"}]).found
    assert (found.precision, found.recall) == (0.5, 1.0)
    assert found.f1 == pytest.approx(2 / 3)


def test_errors_of_the_evaluated_texts_are_not_shown(capsys: pytest.CaptureFixture[str]):
    assert score.main(["evaluated", "--errors", "5"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(score.GRADES) + 1


def test_check_fails_below_a_floor(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setattr(score, "score_set", score_set)
    monkeypatch.setattr(score, "read_floors", lambda: {"seeds": {"strict_f1": 1.01}})
    assert score.main(["seeds", "--check"]) == 1
    assert "below its floor of 1.0100" in capsys.readouterr().err

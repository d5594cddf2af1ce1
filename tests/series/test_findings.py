"""Contradictions: what is found, with which sentences, and what is none."""

import pytest

from indicators.findings import COLUMNS, find_contradictions, still_open
from indicators.series import build_series
from tests.series.rows import make

LEVEL, GROWTH = {"measure": "level"}, {"measure": "growth", "basis": "yoy", "unit": "%"}
LAST = {"period_start": "2019-01-01", "period_end": "2019-12-31"}
DONE = {"measure": "attainment", "unit": "%"}
TARGET = LEVEL | {"status": "target"}


def found(*rows: dict) -> list[tuple]:
    table = make(*rows)
    return [(row.kind, row.rows) for row in find_contradictions(build_series(table), table).itertuples()]


CASES = (
    ("growth that the levels do not bear out", (LEVEL | LAST | {"value": 100.0}, LEVEL | {"value": 120.0},
     GROWTH | {"value": 8.0}), [("growth", (2, 1, 0))]),
    ("growth within a point", (LEVEL | LAST | {"value": 100.5}, LEVEL | {"value": 109.5}, GROWTH | {"value": 8.0}), []),
    ("growth within the rounding of the levels", (LEVEL | LAST | {"value": 2.0}, LEVEL | {"value": 3.0},
     GROWTH | {"value": 30.0}), []),
    ("growth of bounds", (LEVEL | LAST | {"value": 100.0, "bound": "at_least"}, LEVEL | {"value": 120.0},
     GROWTH | {"value": 8.0}), []),
    ("a part larger than its whole", (LEVEL | {"value": 120.0, "segment": "东区"}, LEVEL | {"value": 100.0}),
     [("whole", (0, 1))]),
    ("a part as large as its whole", (LEVEL | {"value": 100.0, "segment": "东区"}, LEVEL | {"value": 100.0}), []),
    ("ten times last year", (LEVEL | LAST | {"value": 100.0}, LEVEL | {"value": 1050.0}), [("jump", (1, 0))]),
    ("万 for 亿", (LEVEL | LAST | {"value": 100.0}, LEVEL | {"value": 105.0, "unit": "万元"}), [("jump", (1, 0))]),
    ("twice last year", (LEVEL | LAST | {"value": 100.0}, LEVEL | {"value": 200.0}), []),
    ("other things counted", (LEVEL | {"value": 870.0, "unit": "个"},
     LEVEL | {"value": 10.0, "unit": "万户", "published": "2020"}), []),
    ("rivals ten times apart", (LEVEL | {"value": 100.0}, LEVEL | {"value": 1000.0, "published": "2022"}),
     [("jump", (1, 0))]),
    ("rivals that differ a little", (LEVEL | {"value": 100.0}, LEVEL | {"value": 103.0, "published": "2022"}), []),
    ("an attainment that the figures do not bear out", (DONE | {"value": 62.0}, LEVEL | {"value": 90.0},
     TARGET | {"value": 120.0}), [("attainment", (0, 1, 2))]),
    ("an attainment that they do", (DONE | {"value": 75.0}, LEVEL | {"value": 90.0}, TARGET | {"value": 120.0}), []),
    ("a half-year's attainment of the year's target", (DONE | {"value": 40.0, "period_end": "2020-06-30"},
     LEVEL | {"value": 60.0, "period_end": "2020-06-30"}, TARGET | {"value": 120.0}), [("attainment", (0, 1, 2))]),
    ("phrases may stand for different things", (LEVEL | LAST | {"value": 100.0, "indicator": ""},
     LEVEL | {"value": 1000.0, "indicator": ""}), []),
)  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_findings(rows: tuple[dict, ...], expected: list[tuple]):
    assert found(*rows) == expected


def test_a_finding_says_both_sides():
    table = make(LEVEL | LAST | {"value": 100.0}, LEVEL | {"value": 120.0}, GROWTH | {"value": 8.0})
    (row,) = find_contradictions(build_series(table), table).itertuples()
    assert (row.stated, round(row.expected, 6)) == (8.0, 20.0)
    assert "8%" in row.what
    assert "20.0%" in row.what
    assert list(find_contradictions(build_series(table.iloc[:0]), table).columns) == list(COLUMNS)


@pytest.mark.parametrize("review", ["accepted", "corrected", "added"])
def test_a_decision_goes_before_what_was_published_later(review: str):
    series = build_series(make({"value": 85.0, "review": review}, {"value": 90.0, "published": "2022", "review": ""}))
    assert series[["value", "review", "rivals"]].values.tolist() == [[85.0, review, (1,)]]


@pytest.mark.parametrize(("decided", "left"), [("growth", 0), ("level", 1), ("", 1)])
def test_a_decision_on_what_a_finding_is_about_answers_it(decided: str, left: int):
    rows = [LEVEL | LAST | {"value": 100.0}, LEVEL | {"value": 120.0}, GROWTH | {"value": 8.0}]
    table = make(*(row | {"review": "accepted" if row["measure"] == decided else ""} for row in rows))
    assert len(still_open(find_contradictions(build_series(table), table), table)) == left

"""Derived values: from what, how much, and when there is none. `s` is the short name of the value stated first."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.derived import COLUMNS, derive
from indicators.known import year_before
from indicators.series import build_series
from indicators.targets import match_targets
from tests.series.rows import make

LEVEL = {"measure": "level", "unit": "亿元"}
GROWTH = {"measure": "growth", "basis": "yoy", "unit": "%"}
H1, Q1, M9 = {"period_end": "2020-06-30"}, {"period_end": "2020-03-31"}, {"period_end": "2020-09-30"}
LAST = {"period_start": "2019-01-01", "period_end": "2019-12-31"}


def kind(name: str) -> str:
    return {"revenue": "flow", "firms": "stock"}.get(name, "")


def derived(*rows: dict) -> list[tuple]:
    """(Method, value in base units, bound, period) of what follows from these rows."""
    found = derive(build_series(make(*rows)), kind)
    return [
        (row.method, round(row.value_base, 6), row.bound, str(row.period_start)[:10], str(row.period_end)[:10])
        for row in found.itertuples()
    ]


YEAR = ("2020-01-01", "2020-12-31")
CASES: tuple[tuple[str, tuple[dict, ...], list[tuple]], ...] = (
    ("a level from last year's and a growth", (LEVEL | LAST | {"value": 100.0}, GROWTH | {"value": 8.5}),
     [("level", 108.5e8, "exact", *YEAR)]),
    ("growth from two levels", (LEVEL | LAST | {"value": 100.0}, LEVEL | {"value": 110.0}),
     [("growth", 10.0, "exact", *YEAR)]),
    ("about stays about", (LEVEL | LAST | {"value": 100.0, "bound": "about"}, LEVEL | {"value": 110.0}),
     [("growth", 10.0, "about", *YEAR)]),
    ("of a bound nothing follows", (LEVEL | LAST | {"value": 100.0, "bound": "at_least"},
     LEVEL | {"value": 110.0}), []),
    ("what is stated is not derived",
     (LEVEL | LAST | {"value": 100.0}, LEVEL | {"value": 110.0}, GROWTH | {"value": 9.0}), []),
    ("a quarter from two sums", (LEVEL | Q1 | {"value": 30.0}, LEVEL | H1 | {"value": 70.0}),
     [("part", 40e8, "exact", "2020-04-01", "2020-06-30")]),
    ("a half from a half and a year", (LEVEL | H1 | {"value": 70.0}, LEVEL | {"value": 150.0}),
     [("part", 80e8, "exact", "2020-07-01", "2020-12-31")]),
    ("nine months and a quarter are no calendar part",
     (LEVEL | Q1 | {"value": 30.0}, LEVEL | M9 | {"value": 100.0}), []),
    ("stocks have no parts",
     (LEVEL | Q1 | {"value": 30.0, "indicator": "firms"}, LEVEL | H1 | {"value": 70.0, "indicator": "firms"}), []),
    ("a sum that shrinks gives no part", (LEVEL | Q1 | {"value": 80.0}, LEVEL | H1 | {"value": 70.0}), []),
    ("a share from part and whole", (LEVEL | {"value": 25.0, "segment": "东区"}, LEVEL | {"value": 100.0}),
     [("share", 25.0, "exact", *YEAR)]),
    ("a target level from a growth target and its base",
     (LEVEL | LAST | {"value": 200.0}, GROWTH | {"value": 8.0, "status": "target", "bound": "at_least"}),
     [("implied_target", 216e8, "at_least", *YEAR)]),
    ("rates do not grow", ({"measure": "level", "unit": "%", "value": 2.0} | LAST,
                           {"measure": "level", "unit": "%", "value": 3.0}), []),
    ("another unit is another thing",
     (LEVEL | LAST | {"value": 100.0}, {"measure": "level", "unit": "家", "value": 110.0}), []),
    ("other parks do not mix", (LEVEL | LAST | {"value": 100.0, "park": "甲高新区"}, LEVEL | {"value": 110.0}), []),
)  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_derived(rows: tuple[dict, ...], expected: list[tuple]):
    assert derived(*rows) == expected


def test_each_names_what_it_comes_from():
    series = build_series(
        make(LEVEL | LAST | {"value": 100.0, "published": "2020-02"}, GROWTH | {"published": "2021-02"})
    )
    (row,) = derive(series, kind).itertuples()
    assert set(row.inputs) == set(series["series"])
    assert row.published == "2021-02"
    assert list(derive(series.iloc[:0], kind).columns) == list(COLUMNS)


def test_floor_and_stretch_imply_two_levels():
    tiers = [
        GROWTH | {"value": v, "status": "target", "target_tier": t} for v, t in ((8.0, "floor"), (10.0, "stretch"))
    ]
    found = derive(build_series(make(LEVEL | LAST | {"value": 100.0}, *tiers)), kind)
    assert sorted(zip(found["target_tier"], found["value_base"], strict=True)) == [("floor", 108e8), ("stretch", 110e8)]


def test_a_growth_target_meets_the_growth_of_two_levels():
    target = GROWTH | {"value": 8.0, "status": "target"}
    series = build_series(make(LEVEL | LAST | {"value": 100.0}, LEVEL | {"value": 110.0}, target))
    found = derive(series, kind)
    (alone,) = match_targets(series, "云岭高新区", 2020).to_dict("records")
    (beside,) = match_targets(series, "云岭高新区", 2020, found).to_dict("records")
    assert alone["verdict"] == "none"
    assert (beside["verdict"], round(beside["actual"], 6), len(beside["actual_inputs"])) == ("met", 10.0, 2)
    stated = build_series(
        make(LEVEL | LAST | {"value": 100.0}, LEVEL | {"value": 110.0}, target, GROWTH | {"value": 7.0})
    )
    (published,) = match_targets(stated, "云岭高新区", 2020, derive(stated, kind)).to_dict("records")
    assert (published["verdict"], published["actual"], published["actual_inputs"]) == ("not_met", 7.0, ())


@settings(deadline=None, max_examples=30)
@given(st.floats(1, 1e5), st.floats(1, 1e5))
def test_growth_takes_one_level_to_the_other(before: float, after: float):
    rows = (LEVEL | LAST | {"value": before}, LEVEL | {"value": after})
    ((method, growth, *_),) = derived(*rows)
    assert method == "growth"
    assert before * (1 + growth / 100) == pytest.approx(after, rel=1e-5, abs=1e-3 * before)


@given(st.dates())
def test_a_year_before_is_a_year_before(day):
    if day.year < 1700 or day.year > 2200:
        return
    moment = pd.Timestamp(day)
    before = year_before(moment)
    assert before.year == moment.year - 1
    assert before.month == moment.month
    assert before.is_month_end == moment.is_month_end or (moment.month, moment.day) == (2, 28)

"""Contradictions: what is found, with which sentences, and what is none."""

import pandas as pd
import pytest

from indicators.findings import COLUMNS, KINDS, by_harm, find_contradictions, still_open
from indicators.series import build_series
from tests.series.rows import make

LEVEL, GROWTH = {"measure": "level"}, {"measure": "growth", "basis": "yoy", "unit": "%"}
LAST = {"period_start": "2019-01-01", "period_end": "2019-12-31"}
DONE = {"measure": "attainment", "unit": "%"}
TARGET = LEVEL | {"status": "target"}
PHRASE = {"indicator": "", "indicator_text": "绿道建设投资"}
OVERLAPPING = "新增120亿元，其中甲类80亿元、乙类60亿元。"
SECTORS = tuple(f"{number}_sector_value_added" for number in ("primary", "secondary", "tertiary"))


def of(name: str, value: float) -> dict:
    return {"indicator": name, "indicator_text": name, "value": value}


def sector(number: int, value: float) -> dict:
    return LEVEL | of(SECTORS[number], value)


def sectors(whole: float, *parts: float) -> tuple[dict, ...]:
    """A gross product and as many of its sectors."""
    return (LEVEL | of("gdp", whole), *(sector(number, value) for number, value in enumerate(parts)))


def areas(whole: float, start: int = 5, **parts: float) -> tuple[dict, ...]:
    """An amount and, behind 其中 in its sentence, what of it some areas have."""
    said = LEVEL | {"sentence": f"全区{whole:g}亿元，其中{parts}。"}
    return (
        said | {"value": whole, "start": start},
        *(said | {"segment": area, "value": value, "start": 20 + at} for at, (area, value) in enumerate(parts.items())),
    )


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
    ("phrases may stand for different things", (LEVEL | LAST | {"value": 100.0} | PHRASE,
     LEVEL | {"value": 1000.0, "document": "乙.txt"} | PHRASE), []),
    ("a phrase of one document", (LEVEL | LAST | {"value": 100.0} | PHRASE, LEVEL | {"value": 1000.0} | PHRASE),
     [("jump", (1, 0))]),
    ("a short phrase", (LEVEL | LAST | {"value": 100.0} | PHRASE | {"indicator_text": "投资"},
     LEVEL | {"value": 1000.0} | PHRASE | {"indicator_text": "投资"}), []),
    ("a phrase and another document's level", (LEVEL | LAST | {"value": 100.0, "document": "乙.txt"} | PHRASE,
     LEVEL | {"value": 120.0} | PHRASE, GROWTH | {"value": 8.0} | PHRASE), [("growth", (2, 1, 0))]),
    ("a phrase whose growth another document states", (LEVEL | LAST | {"value": 100.0} | PHRASE,
     LEVEL | {"value": 120.0} | PHRASE, GROWTH | {"value": 8.0, "document": "乙.txt"} | PHRASE), []),
    ("sectors that add up to more", sectors(110.0, 10.0, 55.0, 50.0), [("parts", (0, 1, 2, 3))]),
    ("sectors that add up to less", sectors(110.0, 10.0, 45.0, 50.0), [("parts", (0, 1, 2, 3))]),
    ("sectors that add up", sectors(110.0, 10.0, 50.0, 50.0), []),
    ("sectors that add up but for their rounding", sectors(1101.0, 101.0, 500.0, 501.0), []),
    ("two sectors that are more than the whole", sectors(100.0, 60.0, 55.0), [("parts", (0, 1, 2))]),
    ("two sectors that leave room for the third", sectors(100.0, 10.0, 45.0), []),
    ("sectors of which one is a bound", (*sectors(110.0, 10.0, 55.0), sector(2, 60.0) | {"bound": "at_least"}), []),
    ("sectors of another time", (*sectors(110.0, 10.0, 55.0), sector(2, 60.0) | LAST), []),
    ("shares and growth are not added", tuple(row | GROWTH for row in sectors(8.0, 2.0, 5.0, 6.0)), []),
    ("exports and imports", (LEVEL | of("imports_exports", 100.0), LEVEL | of("exports", 70.0),
     LEVEL | of("imports", 20.0)), [("parts", (0, 1, 2))]),
    ("areas that one sentence names as parts", areas(100.0, 东区=60.0, 西区=55.0), [("parts", (0, 1, 2))]),
    ("areas that leave others out", areas(100.0, 东区=30.0, 西区=25.0), []),
    ("areas within areas", areas(100.0, 东区=60.0, 东区北片=55.0), []),
    ("areas that lie within each other as a rule", areas(100.0, 核心区=60.0, 西区=55.0), []),
    ("an area and a trade", areas(100.0, 东区=60.0, 制造业=55.0), []),
    ("areas of another sentence", (*areas(100.0, 东区=60.0),
     LEVEL | {"segment": "西区", "value": 55.0, "start": 40, "sentence": "其中西区55亿元。"}), []),
    ("what is named before the parts begin", areas(100.0, start=90, 东区=60.0, 西区=55.0), []),
    ("parts that may overlap", (LEVEL | {"value": 120.0, "sentence": OVERLAPPING},
     *(LEVEL | of(name, value) | {"start": 20, "sentence": OVERLAPPING} for name, value in
       (("high_tech_firms", 80.0), ("tech_smes", 60.0)))), []),
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


def test_the_most_harmful_come_first_and_of_a_kind_the_latest():
    found = pd.DataFrame(
        [
            dict.fromkeys(COLUMNS, "") | {"kind": kind, "period_end": pd.Timestamp(year, 12, 31)}
            for kind, year in (
                ("growth", 2019),
                ("growth", 2021),
                ("whole", 2018),
                ("jump", 2017),
                ("attainment", 2022),
            )
        ]
    )
    ordered = by_harm(found)
    assert [(row.kind, row.period_end.year) for row in ordered.itertuples()] == [
        ("jump", 2017),
        ("whole", 2018),
        ("attainment", 2022),
        ("growth", 2021),
        ("growth", 2019),
    ]
    assert list(by_harm(found.iloc[:0]).columns) == list(COLUMNS)
    every = pd.DataFrame([dict.fromkeys(COLUMNS, "") | {"kind": kind} for kind in KINDS])
    assert set(by_harm(every)["kind"]) == set(KINDS)

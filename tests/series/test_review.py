"""The queue of what needs a person: which values, why, in which order."""

import pytest

from indicators.findings import find_contradictions, still_open
from indicators.review import ordered, tasks
from indicators.series import build_series
from tests.series.rows import make

PARK = "云岭高新区"
LOW = {"confidence": "low"}
LATER = {"published": "2022-02-01", "document": "乙.txt"}
UNKNOWN = {"indicator": "", "indicator_text": "云网贸易额"}
LAST = {"period_start": "2019-01-01", "period_end": "2019-12-31"}
GROWTH = {"measure": "growth", "basis": "yoy", "unit": "%", "value": 8.0}
DOUBTED = ({"value": 120.0}, LAST | {"value": 100.0})  # whose growth is not 8 %


def queue(*rows: dict, parks: tuple[str, ...] = (PARK,)) -> list[tuple]:
    table = make(*rows)
    series = build_series(table)
    findings = still_open(find_contradictions(series, table), table)
    return [(task.kind, task.doubts, task.rows) for task in tasks(table, series, findings, parks)]


CASES = (
    ("what is sure needs nobody", ({},), []),
    ("low confidence", (LOW,), [("figure", ("low",), (0,))]),
    ("low confidence that another text confirms", (LOW, LATER), []),
    ("low confidence that a person has accepted", (LOW | {"review": "accepted"},), []),
    ("two that differ", ({"value": 100.0}, LATER | {"value": 103.0}), [("figure", ("rivals",), (1, 0))]),
    ("two that differ, one of them accepted", ({"value": 100.0, "review": "accepted"}, LATER | {"value": 103.0}), []),
    ("a growth that the levels do not bear out", (GROWTH, *DOUBTED), [("figure", ("check",), (0,))]),
    ("the same, read with low confidence", (GROWTH | LOW, *DOUBTED), [("figure", ("check", "low"), (0,))]),
    ("the same, accepted", (GROWTH | {"review": "accepted"}, *DOUBTED), []),
    ("a phrase that nobody knows, once for all of its rows", (UNKNOWN, UNKNOWN | LAST),
     [("phrase", ("phrase",), (0, 1))]),
    ("a phrase that a person has left as it is", (UNKNOWN | {"indicator_by": 3},), []),
    ("a phrase left as it is, of a park that nobody knows", (UNKNOWN | {"indicator_by": 3, "park": "无名园"},),
     [("park", ("park",), (0,))]),
    ("a park that nobody knows", ({"park": "无名园"}, {"park": "无名园"} | LAST), [("park", ("park",), (0, 1))]),
    ("a value of no park", ({"park": ""},), [("figure", ("park",), (0,))]),
)  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_tasks(rows: tuple[dict, ...], expected: list[tuple]):
    assert queue(*rows) == expected


def test_what_harms_most_comes_first():
    other = {"indicator_text": "税收", "indicator": "tax_revenue"}
    low, low_unknown = other | LOW, UNKNOWN | LOW
    rivals = ({"value": 7.0, **LAST, **other}, LATER | LAST | other | {"value": 8.0})
    found = queue(low_unknown, low, *rivals, GROWTH, *DOUBTED, {"park": "无名园"})
    assert [(kind, doubts) for kind, doubts, _ in found] == [
        ("figure", ("check",)),
        ("figure", ("rivals",)),
        ("figure", ("low",)),
        ("park", ("park",)),
        ("figure", ("low",)),  # of a phrase that is nowhere compared
        ("phrase", ("phrase",)),
    ]


def test_a_phrase_in_many_rows_comes_before_one_in_few():
    many = [UNKNOWN | {"period_end": f"20{year}-12-31"} for year in range(10, 30)]
    found = queue(*many, UNKNOWN | {"indicator_text": "别的说法"})
    assert [len(rows) for _, _, rows in found] == [20, 1]


def test_a_phrase_of_several_parks_is_one_task():
    found = []
    for start, park in ((0, PARK), (5, "江北经开区")):
        table = make(UNKNOWN | {"park": park})
        table.index += start
        found += tasks(table, build_series(table), find_contradictions(build_series(table), table), (park,))
    assert [(task.name, task.rows) for task in ordered(found)] == [("云网贸易额", (0, 5))]

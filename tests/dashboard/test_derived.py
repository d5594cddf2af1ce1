"""Derived values on the trends page: which there are, how they are drawn, listed, downloaded and explained."""

import csv
import io
import json
from typing import Any

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.app import create_app
from dashboard.components.evidence import evidence_panel
from dashboard.components.trend_controls import can_derive
from dashboard.components.trend_frame import trend_frame
from dashboard.components.trend_table import trend_table
from dashboard.downloads.spreadsheets import targets_csv
from dashboard.library import Library
from dashboard.pages import targets, trends
from dashboard.state import TargetChoice, TrendChoice, encode
from dashboard.words import Words
from indicators.archive import Archive

PARK = "云岭高新区"
LAST = {"period_start": "2019-01-01", "period_end": "2019-12-31", "value": 80.0, "sentence": "2019年营业收入80亿元。"}
GROWTH = {"measure": "growth", "basis": "yoy", "value": 10.0, "unit": "%", "sentence": "2020年增长10%。"}
FIRST = {"period_end": "2020-03-31", "value": 20.0}
HALF = {"period_end": "2020-06-30", "value": 45.0}
GOAL = GROWTH | {"status": "target", "bound": "at_least", "value": 8.0}
ZH = Words("zh")


@pytest.fixture
def made(table, catalogue):
    def make(*rows: dict[str, Any]) -> Library:
        return Library(Archive(table(*rows), ()), catalogue)

    return make


def choice(**more: Any) -> TrendChoice:
    return TrendChoice(**{"park": (PARK,), "indicator": "revenue", "time": "axis"} | more)


CASES = (
    ("last year's level and this year's growth", (LAST, GROWTH), [("level", "level", 88.0, "亿元", "exact")]),
    ("two levels", (LAST, {"value": 88.0}), [("growth", "growth", 10.0, "%", "exact")]),
    ("two running totals", (FIRST, HALF), [("part", "level", 25.0, "亿元", "exact")]),
    ("a level and a growth target", (LAST, GOAL), [("implied_target", "level", 86.4, "亿元", "at_least")]),
    ("what was stated is not derived", (LAST, GROWTH, {"value": 88.1}), []),
    ("an amount alone", (LAST,), []),
)  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_is_derived(made, rows, expected):
    found = made(*rows).derived_beside((PARK,), "revenue", ("level", "growth"))
    assert [tuple(row[of] for of in ("method", "measure", "value", "unit", "bound")) for row in found] == expected


@pytest.mark.parametrize(
    ("rows", "verdict", "said"),
    [
        ((LAST, {"value": 88.0}, GOAL), "met", "10%（推算）"),
        ((LAST, {"value": 84.0}, GOAL), "not_met", "5%（推算）"),
        ((LAST, {"value": 88.0}, GROWTH | {"value": 7.0}, GOAL), "not_met", "7%"),  # what was stated comes first
    ],
)
@pytest.mark.parametrize("view", ["park", "indicator"])
def test_growth_that_nobody_stated_answers_a_target(made, rows, verdict: str, said: str, view: str):
    library = made(*rows)
    shown = targets.resolve(library, TargetChoice(view=view, park=PARK, indicator="revenue", year="2020"))
    matched = targets.rows_of(library, shown)
    assert list(matched["verdict"]) == [verdict]
    drawn = json.dumps(targets.viewed(library, shown, ZH, "light"), ensure_ascii=False, cls=PlotlyJSONEncoder)
    assert f"{said} / " in drawn
    is_derived = "推算" in said
    assert ("badge derived" in drawn) == is_derived
    sentence = list(csv.reader(io.StringIO(targets_csv(library, matched, ZH).decode("utf-8-sig"))))[1][-1]
    assert sentence.startswith("推算：") == is_derived
    assert (LAST["sentence"] in sentence) == is_derived


def test_programs_get_them_on_request_and_marked(made, table, catalogue):
    archive = Archive(table(LAST, {"value": 88.0}), ())
    client = create_app(archive, catalogue).server.test_client()
    asked = {"park": PARK, "indicator": "revenue"}
    stated = client.get("/api/v1/series", query_string=asked).json["rows"]
    assert [(row["value"], row["derived"], row["made_of"]) for row in stated] == [(80.0, False, []), (88.0, False, [])]
    *same, row = client.get("/api/v1/series", query_string=asked | {"derived": "true"}).json["rows"]
    assert same == stated
    assert (row["value"], row["method"], row["derived"], row["id"]) == (10.0, "growth", True, None)
    assert row["made_of"] == [one["id"] for one in stated]
    levels = client.get("/api/v1/series", query_string=asked | {"derived": "true", "measure": "level"}).json["rows"]
    assert levels == stated


def test_of_other_measures_parks_and_parts_there_is_none(made):
    library = made(LAST, GROWTH, LAST | {"segment": "东区"}, GROWTH | {"segment": "东区"})
    asked = ("revenue", ("level",))
    assert [row["entity"] for row in library.derived_beside((PARK,), *asked)] == [PARK]
    assert {row["entity"] for row in library.derived_beside((PARK,), *asked, segments=True)} == {PARK, f"{PARK} · 东区"}
    assert library.derived_beside((PARK,), "revenue", ("growth",)) == []
    assert library.derived_beside(("江北经开区",), *asked) == []
    assert library.derived_beside((), *asked) == []


def said_on(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, cls=PlotlyJSONEncoder)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_they_are_drawn_and_listed_when_asked_for(made, scheme: str):
    library = made(LAST, GROWTH)
    shown = trends.resolve(library, choice(derived=True))
    frame, twin = said_on(trend_frame(library, shown, ZH, scheme)), said_on(trend_table(library, shown, ZH))
    for said in ("circle-open-dot", "由上年水平和本期增速推算: 2019年 80 亿元 + 2020年 10%", "推算的数，没有人说过"):
        assert said in frame
    assert "88 亿元" in twin
    assert "badge derived" in twin
    shown = trends.resolve(library, choice())
    frame, twin = said_on(trend_frame(library, shown, ZH, scheme)), said_on(trend_table(library, shown, ZH))
    assert "另可推算 1 个" in frame
    for said in ("circle-open-dot", "推算的数，没有人说过", "88 亿元", "badge derived"):
        assert said not in frame + twin


@pytest.mark.parametrize(
    ("chosen", "can"),
    [({}, True), ({"form": "index"}, False), ({"time": "same"}, False), ({"measure": ("growth",)}, False)],
)
def test_they_are_offered_where_they_can_be_drawn(made, chosen: dict[str, Any], can: bool):
    library = made(LAST, GROWTH)
    assert can_derive(library, trends.resolve(library, choice(**chosen))) == can
    assert not can_derive(made(LAST), trends.resolve(made(LAST), choice(**chosen)))


def test_a_click_leads_to_the_sentences_that_it_was_made_from(made):
    library = made(LAST, GROWTH)
    (derived,) = library.derived_beside((PARK,), "revenue", ("level",))
    panel = said_on(evidence_panel(library, derived["series"], ZH))
    for said in ("88 亿元", "没有人说过这个数；由上年水平和本期增速推算", "2019年营业收入80亿元。", "2020年增长10%。"):
        assert said in panel
    assert derived["series"] not in set(library.rows_about((PARK,), "revenue")["series"])


def test_the_csv_says_which_were_derived(table, catalogue):
    client = create_app(Archive(table(LAST, GROWTH), ()), catalogue).server.test_client()

    def rows(chosen: TrendChoice) -> list[dict[str, str]]:
        text = client.get(f"/download/trends.csv{encode(chosen)}").get_data().decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))

    assert [row["数值"] for row in rows(choice())] == ["10.0", "80.0"]
    assert "推算" not in rows(choice())[0]
    derived = rows(choice(derived=True))
    assert [(row["数值"], row["规则"], row["推算"]) for row in derived] == [
        ("10.0", "amount.level", ""),
        ("80.0", "amount.level", ""),
        ("88.0", "derived.level", "由上年水平和本期增速推算"),
    ]
    assert len(rows(choice(derived=True, form="index"))) == len(rows(choice(form="index")))

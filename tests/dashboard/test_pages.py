import json
import re
from dataclasses import fields

import plotly.graph_objects as go
import pytest
from dash import dcc, html
from dash.development.base_component import Component
from plotly.utils import PlotlyJSONEncoder

from dashboard.access.editors import READER, SIGN_IN, Access
from dashboard.app import create_app
from dashboard.components.marked_text import marked_text
from dashboard.components.shell import navigation
from dashboard.components.spark import spark
from dashboard.components.trend_frame import trend_frame
from dashboard.grid.rows import shown_rows
from dashboard.library import Library
from dashboard.pages import documents, park, targets, trends
from dashboard.state import Choice, DocumentChoice, ParkChoice, TargetChoice, TrendChoice
from dashboard.views import CHARTED, EDITING, VIEWS, title_of, view_of
from dashboard.words import Words
from indicators.archive import Archive
from indicators.model import Mark

ZH = Words("zh")


def flat(content):
    """All that a reader can read in some components, as one text."""
    return json.dumps(content, cls=PlotlyJSONEncoder, ensure_ascii=False)


def all_ids(component):
    found = {str(component.id)} if getattr(component, "id", None) else set()
    return found | {
        str(part.id) for part in component._traverse() if isinstance(part, Component) and getattr(part, "id", None)
    }


def test_every_id_of_a_callback_is_on_the_page(archive, catalogue, library):
    app = create_app(archive, catalogue)
    there = all_ids(app.layout)
    for part in navigation("/", "", Choice(), ZH):
        there |= all_ids(part)
    for path in VIEWS:
        for part in view_of(library, path, ""):
            there |= all_ids(part)
    for path in EDITING:
        for access in (READER, Access(SIGN_IN, can_sign_in=True), Access("", "张三", can_sign_in=True)):
            for part in view_of(library, path, "", access):
                there |= all_ids(part)
    asked = set()
    for callback in app.callback_map.values():
        asked |= {one["id"] for one in (*callback["inputs"], *callback["state"])}
    asked |= {match.split(".")[0] for key in app.callback_map for match in re.findall(r"[\w-]+\.[\w-]+", key)}
    assert {one for one in asked if not one.startswith("{")} - there == set()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", [*VIEWS, *EDITING, "/nowhere"])
def test_every_page_is_built_in_both_languages_even_from_nothing(table, library, path, lang):
    empty = Library(Archive(table().iloc[:0], ()), {})
    for shelf in (library, empty):
        assert view_of(shelf, path, f"?lang={lang}&park=x&year=y&name=z&indicator=w")


def test_what_is_left_open_is_filled_in(library):
    shown = trends.resolve(library, TrendChoice())
    assert (shown.park, shown.indicator, shown.measure) == (
        ("云岭高新区", "江北经开区"),
        "revenue",
        ("level", "growth"),
    )
    assert targets.resolve(library, TargetChoice(park="无此区", year="1900")) == TargetChoice(
        park="云岭高新区", indicator="investment", year="2020"
    )
    assert documents.resolve(library, DocumentChoice(name="?")).name == "江北-2021.txt"


def test_a_park_that_is_not_there_is_said_to_be_not_there_with_the_ways_on(library):
    shown = flat(park.view(library, ParkChoice(park="云岭新区"), Words("zh")))
    assert "所读的文字里没有“云岭新区”的数" in shown
    assert "/park?park=%E4%BA%91%E5%B2%AD%E9%AB%98%E6%96%B0%E5%8C%BA" in shown  # 云岭高新区, which begins alike
    assert "关键数字" not in shown
    assert "关键数字" in flat(park.view(library, ParkChoice(), Words("zh")))


def test_a_park_may_be_called_by_any_of_its_names(table, catalogue):
    library = Library(Archive(table({"park": "东湖高新区"}, {"park": "江北经开区"}), ()), catalogue)
    assert park.resolve(library, ParkChoice(park="武汉东湖新技术开发区")).park == "东湖高新区"
    assert trends.resolve(library, TrendChoice(park=("武汉光谷", "东湖高新区"))).park == ("东湖高新区",)


def test_a_target_and_its_actual_stand_beside_each_other_with_what_belongs_to_each(library):
    shown = flat(targets.view(library, TargetChoice(park="云岭高新区", year="2020"), Words("zh")))
    heads = ["指标", "目标", "最新实绩", "完成率或差距"]
    places = [shown.index(f'[\\"{head}\\"]') for head in heads]
    assert places == sorted(places)
    assert re.search(r"75 亿元.{0,60}力争.{0,60}100 亿元.{0,80}2020年.{0,120}78 亿元.{0,80}2020年", shown)


def test_a_trend_of_parks_that_are_not_there_says_so(library):
    shown = flat(trends.view(library, TrendChoice(park=("无此区",), indicator="revenue"), Words("zh")))
    assert "没有这个园区：无此区" in shown
    both = flat(trends.view(library, TrendChoice(park=("无此区", "云岭高新区"), indicator="revenue"), Words("zh")))
    assert "没有这个指标的数：无此区" in both


def test_parks_without_figures_are_named(library):
    choice = trends.resolve(library, TrendChoice(park=("云岭高新区", "江北经开区"), indicator="investment"))
    assert "没有这个指标的数：江北经开区" in flat(trend_frame(library, choice, ZH, "light"))


@pytest.mark.parametrize("path", [path for path, (_, kind) in VIEWS.items() if kind is not Choice])
def test_what_steers_a_page_sets_fields_of_its_choice_by_controls_that_are_there(library, path):
    kind = VIEWS[path][1]
    names = {field.name for field in fields(kind)}
    page = html.Div(view_of(library, path, ""))
    rules = [part.data for part in page._traverse() if isinstance(part, dcc.Store) and hasattr(part, "data")]
    for rule in rules:
        assert rule["path"] == path
        assert rule["fields"] == [field.name for field in fields(kind)]
        for control in rule["controls"]:
            assert {control["field"], *control["clears"], *dict(control["sets"])} <= names
            assert control["field"] not in control["clears"]
            assert control["id"] in all_ids(page)
            assert control["field"] in rule["held"]
    assert bool(rules) == (path != "/why")


def test_the_grid_shows_periods_and_codes_as_they_are_said(library):
    row = shown_rows(library, library.observations([0]), Choice(), ZH)[0]
    assert (row["period"], row["measure"], row["status"], row["indicator"], row["value"]) == (
        "2016年",
        "数值",
        "实绩",
        "营业收入",
        60.0,
    )


def test_a_text_is_marked_and_never_markup():
    text = "\n\n<i>全年</i>100亿元，35岁。"
    marks = (Mark(11, 16, "read", "r"), Mark(11, 14, "read", "r"), Mark(17, 20, "set_aside", "年龄"))
    before, figure, _, aside, _ = json.loads(
        getattr(marked_text(text, marks, {11: "说明"}, {11: "target"}, {}), "data-plain")
    )
    assert before == "<i>全年</i>"
    assert figure[:2] == ["a", {"href": "#r11", "data-tip": "说明", "data-place": "m11"}]
    assert figure[2] == [["mark", {"class": "mark target"}, ["100亿元"]]]
    assert aside[2][0][1] == {"class": "mark set_aside"}


def test_a_spark_leaves_gaps_open_and_needs_two_years():
    assert spark({2020: 1.0}, "") is None
    assert spark({1997: 1.0, 2020: 2.0}, "") is None
    bars = spark({2017: 1.0, 2019: 2.0}, "").children
    assert [bar.className for bar in bars] == ["bar", "gap", "bar"]
    assert [bar.style.get("height") for bar in bars] == ["50%", None, "100%"]


@pytest.mark.parametrize(
    "search", ["", "?view=scatter", "?view=apart&time=axis&median=all", "?time=same", "?derived=1"]
)
@pytest.mark.parametrize("path", sorted(CHARTED))
def test_every_chart_is_one_that_plotly_knows(library, path, search):
    content = view_of(library, path, search)
    charts = [part for one in content for part in one._traverse() if isinstance(part, dcc.Graph)]
    for chart in charts:
        assert go.Figure(chart.figure).data
    assert charts or path == "/compare"


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/correct?name=a.txt&at=4", "更正一个数"),
        ("/correct?name=a.txt&at=4&until=9", "补录一个数"),
        ("/trends?until=9", "趋势"),
        ("/nowhere", "没有这一页"),
    ],
)
def test_the_window_is_called_as_what_it_shows(address, title):
    path, _, search = address.partition("?")
    assert title_of(path, search) == title

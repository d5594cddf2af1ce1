import html
from importlib import resources

import pandas as pd
import plotly.graph_objects as go
import pytest
from plotly.offline import get_plotlyjs_version

from dashboard import theme
from dashboard.charts import bullet, scatter, trend
from dashboard.charts.marks import joints, place
from dashboard.charts.named_rows import named_rows
from dashboard.charts.notes import Note
from dashboard.units import Unit
from dashboard.words import Words
from indicators.series import build_series

ZH = Words("zh")
PARTS = (("03-31", 20.0), ("06-30", 48.0))


def rows_of(library_rows, kind="flow"):
    rows = library_rows.copy()
    rows["entity"], rows["kind"] = rows["park"], kind
    rows["rival_values"] = [() for _ in range(len(rows))]
    return rows


@pytest.fixture
def drawn(table):
    """Places, and draws, the series of some observations."""

    def draw(*observations, kind="flow", log=False):
        rows = rows_of(build_series(table(*observations)), kind)
        placed = place(rows)
        return placed, go.Figure(trend.draw(placed, {"云岭高新区": "#0072b2"}, ZH, "light", log=log))

    return draw


def year(number, **more):
    return {"period_start": f"{number}-01-01", "period_end": f"{number}-12-31"} | more


def lines(figure):
    return [(trace.line.dash, len(trace.x)) for trace in figure.data if trace.mode == "lines" and trace.opacity is None]


def test_whole_years_are_joined_a_missing_one_is_bridged_two_are_not(drawn):
    placed, figure = drawn(year(2013), year(2014), year(2016), year(2019))
    assert [solid for _, solid in joints(placed)] == [True, False]
    assert lines(figure) == [("solid", 2), ("dash", 2)]


def test_part_of_a_year_is_another_mark_and_never_joined(drawn):
    placed, figure = drawn(year(2019), year(2020), {"period_start": "2021-01-01", "period_end": "2021-06-30"})
    assert [row["mark"] for row in placed] == ["year", "year", "part"]
    assert len(joints(placed)) == 1
    symbols = {symbol for trace in figure.data if trace.customdata for symbol in trace.marker.symbol}
    assert symbols == {"circle", "diamond-open"}
    saw = next(trace for trace in figure.data if trace.name == "saw")
    assert [x[:10] for x in saw.x] == ["2021-01-01", "2021-06-30"]
    assert list(saw.y) == [0.0, 100.0]


def test_stocks_of_a_day_and_of_a_month_are_points_in_time(drawn):
    day = {"period_start": "2019-09-10", "period_end": "2019-09-10"}
    month = {"period_start": "2020-09-01", "period_end": "2020-09-30"}
    placed, _ = drawn(day, month, kind="stock")
    assert [row["mark"] for row in placed] == ["date", "date"]
    assert len(joints(placed)) == 1
    placed, _ = drawn(day, month, kind="flow")
    assert [row["mark"] for row in placed] == ["date", "part"]


def test_a_bound_is_a_tick_with_an_arrow_and_no_line_goes_through_it(drawn):
    placed, figure = drawn(
        year(2018), year(2019, value=1000.0, bound="at_least"), year(2020, value=-3.0, bound="at_least")
    )
    assert joints(placed) == []
    arrows = [list(trace.marker.angle) for trace in figure.data if trace.marker.symbol == "arrow-down-open"]
    assert [[abs(angle) for angle in angles] for angles in arrows] == [[180, 0]]  # 下降3%以上 points down


def test_targets_have_their_colour_their_span_and_a_band(drawn):
    goal = {"status": "target"}
    _, figure = drawn(
        year(2020, value=75.0, target_tier="floor") | goal, year(2020, value=100.0, target_tier="stretch") | goal
    )
    rules = [trace.line for trace in figure.data if trace.mode == "lines"]
    assert {rule.color for rule in rules} == {theme.TARGET["light"]}
    assert sorted(rule.dash for rule in rules) == ["dot", "solid"]
    assert sum(trace.fill == "toself" for trace in figure.data) == 1


def test_growth_has_its_own_axis_and_log_is_for_amounts(drawn):
    growth = {"measure": "growth", "basis": "yoy", "unit": "%", "value": 9.0}
    _, figure = drawn(year(2019), year(2020), year(2020) | growth, log=True)
    assert figure.layout.yaxis.type == "log"
    assert figure.layout.yaxis2.type != "log"
    assert [note.text for note in figure.layout.annotations] == ["<b>数值</b>  亿元", "<b>增速 同比</b>  %"]


def test_growth_since_a_base_has_a_panel_of_its_own(drawn):
    growth = {"measure": "growth", "unit": "%"}
    _, figure = drawn(
        year(2020) | growth | {"basis": "since", "value": 61.8},
        year(2019) | growth | {"basis": "yoy", "value": 4.0},
        year(2020) | growth | {"basis": "yoy", "value": 9.0},
    )
    assert [note.text for note in figure.layout.annotations] == ["<b>增速 同比</b>  %", "<b>增速 较基期</b>  %"]
    assert [trace.yaxis for trace in figure.data if trace.mode == "lines"] == ["y"]


def test_the_saw_rises_from_january_through_part_years_to_the_total(drawn):
    parts = [{"period_start": "2021-01-01", "period_end": f"2021-{end}", "value": value} for end, value in PARTS]
    placed, figure = drawn(*parts, year(2021, value=100.0), year(2020, value=90.0))
    saw = next(trace for trace in figure.data if trace.name == "saw")
    assert list(saw.y) == [0.0, 20.0, 48.0, 100.0]
    assert [x[5:10] for x in saw.x] == ["01-01", "03-31", "06-30", "12-31"]
    assert [row["x"] == row["period_end"] for row in placed if row["cumulative"]] == [True, True]


def test_rivals_are_ticks_and_the_median_is_a_line_of_its_own(table):
    rows = build_series(table(year(2020), year(2020, value=120.0, published="2022-01-01", document="b.txt")))
    rows = rows_of(rows).assign(rival_values=[(1e10,)])
    median = pd.DataFrame(
        {"measure": ["level"], "unit_base": ["CNY"], "year": [2020], "value_base": [9e9], "parks": [5]}
    )
    figure = go.Figure(trend.draw(place(rows), {"云岭高新区": "#0072b2"}, ZH, "light", median=median))
    assert list(next(trace for trace in figure.data if trace.name == "rivals").y) == [120.0, 100.0]
    middle = next(trace for trace in figure.data if trace.name == "median")
    assert (list(middle.y), middle.hovertext) == ([90.0], ("中位数 90（5 个园区）",))


def test_numbers_along_an_axis_are_written_out(drawn):
    """No 80k under 亿元."""
    _, figure = drawn(year(2023, value=76_000.0))
    axes = figure.layout.template.layout
    assert (axes.xaxis.exponentformat, axes.yaxis.exponentformat) == ("none", "none")
    assert figure.layout.yaxis.exponentformat is None
    assert figure.layout.yaxis.separatethousands


def test_notes_stand_on_the_axis_and_not_outside_it(table):
    day = Note(pd.Timestamp(2019, 1, 1), None, "获批")
    plan = Note(pd.Timestamp(2016, 1, 1), pd.Timestamp(2021, 1, 1), "十三五")
    past = Note(pd.Timestamp(1991, 1, 1), None, "早年")
    rows = rows_of(build_series(table(year(2019), year(2020))))
    figure = go.Figure(trend.draw(place(rows), {"云岭高新区": "#0072b2"}, ZH, "light", notes=[day, plan, past]))
    assert [note.text for note in figure.layout.annotations][1:] == ["获批", "十三五"]


def test_amounts_are_drawn_in_the_unit_asked_for(table):
    rows = rows_of(build_series(table(year(2019), year(2020))))
    figure = go.Figure(trend.draw(place(rows), {"云岭高新区": "#0072b2"}, ZH, "light", unit="万元"))
    assert figure.layout.annotations[0].text == "<b>数值</b>  万元"


def test_a_hover_says_value_period_status_and_source_as_plain_text(drawn):
    _, figure = drawn(year(2020, document='<b>"x"</b>.txt'))
    said = next(trace.hovertext[0] for trace in figure.data if trace.hovertext)
    for part in ("100 亿元", "2020年", "实绩", '&lt;b&gt;"x"&lt;/b&gt;.txt 2021-02-01'):
        assert part in said


def test_what_has_no_date_is_not_drawn(drawn):
    _, figure = drawn({"period_start": None, "period_end": None})
    assert figure.data == ()


def test_bullets_show_actual_target_stretch_and_time(table):
    from indicators.targets import match_targets

    goal = {"status": "target"}
    rows = table(
        goal | {"value": 75.0, "target_tier": "floor"},
        goal | {"value": 100.0, "target_tier": "stretch"},
        {"value": 60.0, "period_end": "2020-06-30"},
    )
    matched = match_targets(build_series(rows), "云岭高新区", 2020)
    figure = go.Figure(bullet.draw_amounts(matched, [("营业收入", "60 / 75 亿元")], ZH, "light"))
    bar, target, stretch = figure.data
    assert (bar.x[0], target.x[0], stretch.x[0]) == (80.0, 100.0, pytest.approx(133.3, abs=0.1))
    assert figure.layout.shapes[-1].line.dash == "dash"
    assert figure.layout.shapes[-1].x0 == pytest.approx(49.7, abs=0.1)


LONG = "Specialised and innovative small and medium-sized enterprises (provincial level)"
LINES = ["Specialised and innovative small and", "medium-sized enterprises (provincial", "level)"]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Revenue", ["Revenue"]),
        (LONG, LINES),
        (f"{LONG} · {LONG}", [*LINES[:2], "level) · Specialised and innovative small…"]),
        ("R&D <share>", ["R&amp;D &lt;share&gt;"]),
    ],
)
def test_a_long_name_has_several_lines_and_the_room_for_them(name, lines):
    rows = named_rows([("Firms", "1 / 2"), (name, "3 / 4"), ("Tax", "5 / 6")], "en")
    label = rows.annotations("light")[1]
    assert label["text"] == "".join(f"<b>{line}</b><br>" for line in lines) + "3 / 4"
    assert label["hovertext"] == html.escape(name, quote=False)
    first, second, third = rows.middles
    assert (first, second, third - second) == (0, 78 + 16 * (len(lines) - 1), 78)
    assert rows.height == third + 90
    above = named_rows([(name, "3 / 4")], "en")
    assert above.height == 90 + 16 * (len(lines) - 1)


def test_a_long_name_of_an_axis_has_several_lines():
    dots = {f"{name}_{axis}": ["a", "b"] for name in ("series", "sentence") for axis in "xy"}
    values = {
        "value_base_x": [1.0, 2.0],
        "value_base_y": [3.0, 4.0],
        "bound_x": ["exact"] * 2,
        "bound_y": ["exact"] * 2,
    }
    pairs = pd.DataFrame({"park": ["甲高新区", "乙高新区"], **dots, **values})
    figure = go.Figure(scatter.draw(pairs, ("Tax revenue", LONG), (Unit(1, "bn"), Unit(1, "")), {}, ZH, "light"))
    lines = figure.layout.yaxis.title.text.split("<br>")
    assert (figure.layout.xaxis.title.text, " ".join(lines)) == ("Tax revenue  bn", LONG)
    assert max(map(len, lines)) <= 34


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_graph_can_send_a_chart_anywhere(language):
    config = theme.graph_config(language)
    assert config["showSendToCloud"] is False
    assert ("locales" in config) == (language == "zh")


def test_the_small_bundle_is_of_the_version_that_plotly_writes_for():
    assets = resources.files("dashboard").joinpath("assets")
    head = assets.joinpath("plotly-basic.min.js").read_text("utf-8")[:200]
    assert f"(basic - minified) v{get_plotlyjs_version()}" in head

import plotly.graph_objects as go
import pytest

from dashboard.charts import same_period
from dashboard.comparing.forms import same_months
from dashboard.words import Words
from indicators.series import build_series


@pytest.fixture
def drawn(table):
    def draw(*observations, **more):
        rows = build_series(table(*observations))
        rows = rows.assign(entity=rows["park"], kind="flow", rival_values=[()] * len(rows))
        colours = {"云岭高新区": "#0072b2", "江北经开区": "#00805d"}
        return go.Figure(same_period.draw(same_months(rows, (1, 6)), colours, Words("zh"), "light", **more))

    return draw


def half(year, value, **more):
    return {"value": value, "period_start": f"{year}-01-01", "period_end": f"{year}-06-30"} | more


def test_bars_stand_by_year_and_a_year_without_a_figure_stays_empty(drawn):
    figure = drawn(half(2019, 40.0), half(2021, 50.0))
    (bars,) = figure.data
    assert (list(bars.x), list(bars.y), list(bars.text)) == ([2019, 2021], [40.0, 50.0], ["40", "50"])
    assert figure.layout.xaxis.range == (2018.4, 2021.6)


def test_a_bound_is_hatched_and_says_so(drawn):
    (bars,) = drawn(half(2019, 40.0), half(2020, 50.0, bound="at_least")).data
    assert list(bars.marker.pattern.shape) == ["", "/"]
    assert list(bars.text) == ["40", "≥50"]


def test_growth_stands_below_on_an_axis_of_its_own(drawn):
    growth = half(2020, 9.0, measure="growth", basis="yoy", unit="%")
    figure = drawn(half(2019, 40.0), half(2020, 44.0), growth)
    assert [trace.yaxis for trace in figure.data] == ["y", "y2"]
    assert [note.text for note in figure.layout.annotations] == ["<b>数值</b>  亿元", "<b>增速 同比</b>  %"]


def test_the_unit_is_the_one_asked_for(drawn):
    (bars,) = drawn(half(2019, 40.0), unit="万元").data
    assert list(bars.y) == [400000.0]


def test_every_bar_leads_to_its_sentence_and_can_be_read_out(drawn):
    (bars,) = drawn(half(2019, 40.0)).data
    assert len(bars.customdata[0]) == 10
    assert bars.meta == ("全年主营业务收入100亿元。",)


def test_nothing_is_drawn_of_nothing(drawn):
    assert drawn({"period_start": "2019-01-01", "period_end": "2019-12-31"}).data == ()

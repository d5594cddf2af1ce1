import pandas as pd
import pytest

from dashboard.units import number, shared_unit, stated


@pytest.mark.parametrize(
    ("units", "base", "values", "bases", "zh", "en"),
    [
        (["亿元", "亿元"], "CNY", [0.5, 0.2], [5e7, 2e7], "亿元", "m CNY"),  # the texts agree
        (["亿元", "万元"], "CNY", [1.2, 3000.0], [1.2e8, 3e7], "亿元", "m CNY"),
        (["万元", "元"], "CNY", [3.0, 200.0], [3e4, 200.0], "万元", "CNY"),
        (["家", "户"], "count", [210.0, 74.0], [210.0, 74.0], "个", ""),
        (["%"], "%", [9.5], [9.5], "%", "%"),
        (["光年"], "ly", [2.0], [2.0], "光年", "ly"),
    ],
)
def test_values_on_one_axis_share_a_unit(units, base, values, bases, zh, en):
    assert shared_unit(units, base, values, bases, "zh").name == zh
    assert shared_unit(units, base, values, bases, "en").name == en


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (0.18, "0.18"),
        (2146.0, "2,146"),
        (5195.25, "5,195.25"),
        (-1.9, "−1.9"),
        (12345678.0, "12,345,678"),
        (float("nan"), ""),
    ],
)
def test_digits_are_kept(value, text):
    assert number(value) == text


def test_a_value_is_said_with_bound_and_unit():
    row = pd.Series(
        {
            "value": 1000.0,
            "unit": "亿元",
            "value_base": 1e11,
            "unit_base": "CNY",
            "bound": "at_least",
            "measure": "level",
        }
    )
    assert stated(row, "zh") == "≥1,000 亿元"
    assert stated(row, "en") == "≥100 bn CNY"


@pytest.mark.parametrize(
    ("bound", "unit", "zh", "en"),
    [("exact", "位", "第 3 位", "rank 3"), ("at_most", "强", "前 3 强", "top 3"), ("exact", "", "第 3 位", "rank 3")],
)
def test_a_place_is_said_as_one(bound, unit, zh, en):
    row = {"value": 3.0, "unit": unit, "value_base": 3.0, "unit_base": "rank", "bound": bound, "measure": "rank"}
    assert (stated(row, "zh"), stated(row, "en")) == (zh, en)

import io

import pandas as pd
import pytest

from dashboard.downloads.data import copied_columns
from dashboard.downloads.spreadsheets import csv_bytes, guarded
from dashboard.state import DataChoice
from dashboard.words import Words
from indicators import COLUMNS


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1", " =1", "－5"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "四上企业", "a=b", "2020-01-01", "1+6+X"])
def test_other_text_is_left_alone(text):
    assert guarded(text) == text


def test_numbers_come_back_unchanged_and_text_is_guarded(table):
    rows = table(
        {"value": -3.2, "indicator_text": "=利润"}, {"value": 5195.25, "period_start": None, "period_end": None}
    )
    data = csv_bytes(rows, Words("zh"))
    assert data.startswith(b"\xef\xbb\xbf")
    read = pd.read_csv(io.BytesIO(data), encoding="utf-8-sig", keep_default_na=False)
    assert len(read.columns) == len(COLUMNS)
    assert read["数值"].tolist() == [-3.2, 5195.25]
    assert read["指标原文"].tolist() == ["'=利润", "主营业务收入"]
    assert read["性质"].tolist() == ["实绩", "实绩"]
    assert read["期间起"].tolist() == ["2020-01-01", ""]


def test_headers_follow_the_language(table):
    assert csv_bytes(table({}), Words("en")).decode("utf-8-sig").startswith("Park,Part,Indicator in the text")


def test_what_is_copied_has_the_part_of_a_park_that_the_page_has_in_the_same_cell():
    assert copied_columns(DataChoice(columns=("value", "park"))) == ["park", "segment", "value"]
    assert copied_columns(DataChoice(columns=("segment", "park"))) == ["park", "segment"]
    assert copied_columns(DataChoice(columns=("value",))) == ["value"]
    assert copied_columns(DataChoice())[:4] == ["park", "segment", "indicator", "period"]

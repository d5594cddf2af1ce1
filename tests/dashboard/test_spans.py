import pandas as pd
import pytest

from indicators.spans import SPAN_KINDS, SPAN_NAMES, span_kind, span_label

CASES = [
    ("2019-01-01", "2019-12-31", "year", "2019年", "2019"),
    ("2019-01-01", "2019-06-30", "half", "2019年上半年", "H1 2019"),
    ("2019-07-01", "2019-12-31", "half", "2019年下半年", "H2 2019"),
    ("2020-01-01", "2020-03-31", "quarter", "2020年一季度", "Q1 2020"),
    ("2020-02-01", "2020-02-29", "month", "2020年2月", "Feb 2020"),
    ("2024-01-01", "2024-05-31", "year_to_date", "2024年1—5月", "Jan–May 2024"),
    ("2024-01-01", "2024-05-20", "year_to_date", "2024-01-01至2024-05-20", "2024-01-01 to 2024-05-20"),
    ("2024-03-01", "2024-05-31", "part", "2024年3—5月", "Mar–May 2024"),
    ("2024-07-08", "2024-07-08", "point", "2024-07-08", "2024-07-08"),
    ("2021-01-01", "2025-12-31", "years", "2021—2025年", "2021–2025"),
    ("2024-07-01", "2026-07-31", "years", "2024-07-01至2026-07-31", "2024-07-01 to 2026-07-31"),
    (None, "2022-12-31", "open", "截至2022-12-31", "up to 2022-12-31"),
    (None, None, "unknown", "时间未知", "time unknown"),
]


@pytest.mark.parametrize(("start", "end", "kind", "zh", "en"), CASES)
def test_a_period_has_its_kind_and_is_said_in_both_languages(start, end, kind, zh, en):
    start, end = pd.to_datetime(start), pd.to_datetime(end)
    start, end = (pd.NaT if start is None else start), (pd.NaT if end is None else end)
    assert span_kind(start, end) == kind
    assert span_label(start, end) == zh
    assert span_label(start, end, "en") == en


def test_every_kind_is_shown_above_and_has_a_name():
    assert {case[2] for case in CASES} == set(SPAN_KINDS)
    assert all(set(names) == set(SPAN_KINDS) for names in SPAN_NAMES.values())

"""Small tables of observations: what a row does not say is as in DEFAULTS."""

from typing import Any

import pandas as pd

from indicators import COLUMNS
from indicators.table import to_table_of
from indicators.units import units

DEFAULTS: dict[str, Any] = {
    "park": "云岭高新区", "segment": "", "indicator_text": "营业收入", "indicator": "revenue", "measure": "level",
    "basis": "", "value": 100.0, "unit": "亿元", "bound": "exact", "status": "actual", "target_tier": "",
    "period_start": "2020-01-01", "period_end": "2020-12-31", "published": "2021-02-01", "document": "甲.txt",
    "start": 0, "end": 5, "sentence": "全年营业收入100亿元。", "rule": "amount.level",
}  # fmt: skip


def make(*rows: dict[str, Any]) -> pd.DataFrame:
    """A table with the contract's columns and types; a column that is none of them (`review`) is added."""
    full = []
    for given in rows:
        row = DEFAULTS | given
        base, unit = units().convert(row["value"], row["unit"])
        full.append({"value_base": base, "unit_base": unit} | row)
    table = to_table_of(full)
    for column in {column for given in rows for column in given} - set(COLUMNS):
        table[column] = [row.get(column, "") for row in full]
    return table

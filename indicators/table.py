"""Observations as a pandas table."""

from collections.abc import Iterable
from dataclasses import astuple

import pandas as pd

from indicators.model import COLUMNS, Observation

_DATES = ("period_start", "period_end")
_NUMBERS = {"value": "float64", "value_base": "float64", "start": "int64", "end": "int64"}


def to_table(observations: Iterable[Observation]) -> pd.DataFrame:
    """The table of the observations: the columns of `COLUMNS`, one row each.

    Text columns are categories ("" where there is nothing), values floats, offsets integers, periods datetimes (NaT
    where they cannot be known); `published` is ISO 8601 text, since a year or a month may be all that is known.
    """
    table = pd.DataFrame.from_records([astuple(observation) for observation in observations], columns=list(COLUMNS))
    for column in COLUMNS:
        if column in _DATES:
            table[column] = pd.to_datetime(table[column])
        elif column in _NUMBERS:
            table[column] = table[column].astype(_NUMBERS[column])
        else:
            table[column] = table[column].astype("category")
    return table


def to_csv(table: pd.DataFrame) -> str:
    """The table as CSV: a header, then a line for each row; dates as ISO 8601, numbers as short as they can be read back."""
    plain = table.copy()
    for column in _DATES:
        plain[column] = plain[column].dt.strftime("%Y-%m-%d")
    return plain.to_csv(index=False, lineterminator="\n")

"""Observations as a pandas table."""

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any

import numpy as np
import pandas as pd

from indicators.model import COLUMNS, Observation

_DATES = ("period_start", "period_end")
_FLOATS = ("value", "value_base")
_OFFSETS = ("start", "end")
_row = attrgetter(*COLUMNS)


def to_table(observations: Iterable[Observation]) -> pd.DataFrame:
    """The table of the observations: the columns of `COLUMNS`, one row each.

    Text columns are categories ("" where there is nothing), values floats, offsets integers, periods datetimes (NaT
    where they cannot be known); `published` is ISO 8601 text, since a year or a month may be all that is known.
    """
    return typed(pd.DataFrame.from_records([_row(observation) for observation in observations], columns=list(COLUMNS)))


def to_table_of(rows: Iterable[Mapping[Any, Any]]) -> pd.DataFrame:
    """The same table of rows that are mappings of the columns to values; dates may be ISO 8601 text."""
    records = [tuple(row[column] for column in COLUMNS) for row in rows]
    return typed(pd.DataFrame.from_records(records, columns=list(COLUMNS)))


def typed(table: pd.DataFrame) -> pd.DataFrame:
    """The table with the types that `to_table` gives its columns; other columns stay as they are. Changes its frame."""
    table = plainly_typed(table)
    for column in COLUMNS:
        if column not in _DATES + _FLOATS + _OFFSETS:
            table[column] = table[column].astype("category")
    return table


def plainly_typed(table: pd.DataFrame) -> pd.DataFrame:
    """The same but for its texts, which stay as they are. Changes its frame."""
    for column in _DATES:
        table[column] = as_days(table[column])
    for column in _FLOATS:
        table[column] = table[column].astype("float64")
    for column in _OFFSETS:
        table[column] = table[column].astype("int64")
    return table


def as_days(days: pd.Series) -> pd.Series:
    """Days, or ISO 8601 text, as datetimes, NaT where there is none; each different one is understood once."""
    codes, different = pd.factorize(days)
    known = pd.to_datetime(pd.Series(different, dtype=object).replace("", None)).astype("datetime64[us]")
    found = np.append(known.to_numpy(), np.datetime64("NaT", "us"))[codes]
    return pd.Series(found, index=days.index)


def records(table: pd.DataFrame) -> list[dict[Any, Any]]:
    """Its rows as mappings of the columns to values; pandas' own way looks at each value once more."""
    names, columns = list(table.columns), [table[column].tolist() for column in table.columns]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def plain(table: pd.DataFrame) -> pd.DataFrame:
    """A copy of the table whose dates are ISO 8601 text, None where they cannot be known."""
    copy = table.copy()
    for column in _DATES:
        copy[column] = copy[column].dt.strftime("%Y-%m-%d")
    return copy


def to_csv(table: pd.DataFrame) -> str:
    """The table as CSV: a header, then a line a row; dates as ISO 8601, numbers as short as they can be read back."""
    return plain(table).to_csv(index=False, lineterminator="\n")

"""A row of a table by its columns: a record, fast to go through, or a series, what a frame gives for one row."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import pandas as pd

Record = Mapping[Any, Any]
Row = Record | pd.Series
AnyRecord = TypeVar("AnyRecord", bound=Record)


def grouped(rows: Iterable[AnyRecord], *columns: str) -> dict[tuple[Any, ...], list[AnyRecord]]:
    """The rows by what they hold in these columns, in the order in which that is first met.

    >>> grouped([{"park": "甲", "year": 1}, {"park": "乙", "year": 2}, {"park": "甲", "year": 3}], "park")[("甲",)]
    [{'park': '甲', 'year': 1}, {'park': '甲', 'year': 3}]
    """
    found: dict[tuple[Any, ...], list[AnyRecord]] = {}
    for row in rows:
        found.setdefault(tuple([row[column] for column in columns]), []).append(row)
    return found

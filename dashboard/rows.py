"""A row of a table by its columns: a record, fast to go through, or a series, what a frame gives for one row."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

Row = Mapping[Any, Any] | pd.Series


def records(rows: pd.DataFrame) -> list[dict[Any, Any]]:
    """All rows as records; pandas' own way looks at each value again."""
    names, columns = list(rows.columns), [rows[column].tolist() for column in rows.columns]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]

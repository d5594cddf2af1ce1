"""Park Indicators: read the numeric indicators out of texts about China's development parks.

>>> table = extract("2019年，云麓高新区完成固定资产投资120亿元，同比增长9%。")
>>> table[["indicator_text", "measure", "value", "unit"]].values.tolist()
[['固定资产投资', 'level', 120.0, '亿元'], ['固定资产投资', 'growth', 9.0, '%']]
"""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from indicators.figures import find_quantities
    from indicators.model import COLUMNS
    from indicators.periods import find_periods

__all__ = ["COLUMNS", "extract", "find_periods", "find_quantities"]
# Imported when they are asked for: processes that are to read are started before the patterns are compiled here.
_MODULES = {"COLUMNS": "model", "find_periods": "periods", "find_quantities": "figures"}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def extract(
    text: str, published: date | str | None = None, park: str | None = None, document: str = ""
) -> pd.DataFrame:
    """The observations of a text: a table with the columns `COLUMNS`, one row an observation, in the order of the text.

    `published` (a date, or ISO text of a day, month or year) and `park` overrule what the text says of itself;
    `document` names it in the table. `start` and `end` are code-point offsets into `text`.
    """
    from indicators.reading import read_text
    from indicators.table import to_table

    return to_table(read_text(text, str(published) if published else "", park or "", document).observations)

"""A row of a table by its columns: a record, fast to go through, or a series, what a frame gives for one row."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

Row = Mapping[Any, Any] | pd.Series

"""What the views of a comparison share: their frame, the unit that their values have in common, their empty state."""

from typing import Any

import dash_mantine_components as dmc
import pandas as pd

from dashboard.components.charts import empty
from dashboard.units import Unit, shared_unit
from dashboard.words import Words

CSV, SPREAD_CSV = "/download/compare.csv", "/download/spread.csv"


def framed(parts: list[Any]) -> dmc.Paper:
    """The parts in one frame, from which its tools take the chart."""
    return dmc.Paper(dmc.Stack(parts, gap="xs"), withBorder=True, p="md", className="frame")


def common_unit(rows: pd.DataFrame, language: str) -> Unit:
    """The unit in which to show the values of these rows together."""
    base = rows["unit_base"].iloc[0]
    return shared_unit(list(rows["unit"]), base, list(rows["value"]), list(rows["value_base"]), language)


def nothing_to_compare(words: Words) -> list[Any]:
    """What stands there where no two parks can be compared."""
    return [empty(words("这一时期没有可比的园区"), words("换一个时期或指标，或放宽范围。"))]

"""The table's columns and the records that become its rows.

`COLUMNS` is the only place where the table is defined; `docs/observations.md` says what each column means.
"""

from datetime import date
from typing import NamedTuple

COLUMNS = (
    "park", "segment", "indicator_text", "indicator", "measure", "basis", "value", "unit", "value_base", "unit_base",
    "bound", "status", "target_tier", "period_start", "period_end", "published", "document", "start", "end", "sentence",
    "rule",
)  # fmt: skip


class Observation(NamedTuple):
    """One numeric statement of a text: a row of the table."""

    park: str
    segment: str
    indicator_text: str
    indicator: str
    measure: str
    basis: str
    value: float
    unit: str
    value_base: float
    unit_base: str
    bound: str
    status: str
    target_tier: str
    period_start: date | None
    period_end: date | None
    published: str
    document: str
    start: int
    end: int
    sentence: str
    rule: str


class Mark(NamedTuple):
    """One number of a text and what became of it: read, set_aside or not_understood, and why (in Chinese)."""

    start: int
    end: int
    fate: str
    reason: str

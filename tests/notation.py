"""Rows as one line of text each, so that a table of cases shows at a glance what a text gives.

`segment/indicator measure:basis bound value unit status:tier period`. What is left out is no segment, no basis, exact
(≥ ≤ ≈ for the others), actual, no tier, and the year 2023. Texts are of 20 January 2024 unless a test says otherwise.
"""

from types import SimpleNamespace

from indicators import extract

PUBLISHED = "2024-01-20"
_BOUNDS = {"exact": "", "at_least": "≥", "at_most": "≤", "about": "≈"}


def brief(row: SimpleNamespace) -> str:
    """A row in this notation."""
    name = f"{row.segment}/{row.indicator_text}" if row.segment else row.indicator_text
    measure = f"{row.measure}:{row.basis}" if row.basis else row.measure
    parts = [name, measure, f"{_BOUNDS[row.bound]}{row.value:g}{row.unit}"]
    if row.status == "target":
        parts.append(f"target:{row.target_tier}" if row.target_tier else "target")
    period = f"{str(row.period_start)[:10]}..{str(row.period_end)[:10]}"
    return " ".join(parts if period == "2023-01-01..2023-12-31" else [*parts, period])


def rows(text: str, published: str = PUBLISHED) -> list[str]:
    """The rows of a text in this notation."""
    return [brief(row) for row in extract(text, published=published).itertuples()]

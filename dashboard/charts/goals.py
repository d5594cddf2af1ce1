"""Targets: rules over the time they are for, floor and stretch with a hatched band between, in vermilion."""

from collections.abc import Iterator, Sequence

import pandas as pd

from dashboard import theme
from dashboard.charts.panel import Panel, bars
from dashboard.rows import Record, grouped


def draw_targets(panel: Panel, targets: Sequence[Record], labelled: bool) -> None:
    """The targets of one panel; their marks are filled with the colour of whose they are."""
    if not targets:
        return
    vermilion = theme.TARGET[panel.scheme]
    bands = [
        ([since, until, until, since], [min(values), min(values), max(values), max(values)])
        for since, until, values in _tiers(targets)
    ]
    pattern = {"shape": "/", "size": 7, "solidity": 0.18, "fgcolor": vermilion, "fgopacity": 0.8}
    panel.add_strokes(bands, mode="none", fill="toself", fillcolor="rgba(0,0,0,0)", fillpattern=pattern)
    for is_upper, line in ((False, {"width": 3.5, "dash": "solid"}), (True, {"width": 2, "dash": "dot"})):
        rules = [row for row in targets if (row["target_tier"] == "stretch" or row["edge"] == "upper") == is_upper]
        panel.add_strokes(bars(rules), line=line | {"color": vermilion})
    fills = [panel.colours[row["entity"]] for row in targets]
    marker = {
        "symbol": "diamond-wide",
        "size": 11 if labelled else 8,
        "color": fills,
        "opacity": 1,
        "line": {"width": 2 if labelled else 1.4, "color": vermilion},
    }
    panel.add_marks(targets, marker, **(panel.labels(targets, vermilion) if labelled else {}))


def _tiers(targets: Sequence[Record]) -> Iterator[tuple[pd.Timestamp, pd.Timestamp, list[float]]]:
    """Span and values of the targets that have two tiers."""
    for tiers in grouped(targets, "entity", "basis", "period_start", "period_end").values():
        if len(tiers) > 1:
            yield tiers[0]["since"], tiers[0]["until"], [row["value_base"] for row in tiers]

"""Targets: rules over the time they are for, floor and stretch with a hatched band between, in vermilion."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from dashboard import theme
from dashboard.charts.panel import Panel


def draw_targets(panel: Panel, targets: pd.DataFrame, labelled: bool) -> None:
    """The targets of one panel; their marks are filled with the colour of whose they are."""
    if targets.empty:
        return
    vermilion = theme.TARGET[panel.scheme]
    keys = ["entity", "basis", "period_start", "period_end"]
    bands = [
        ([since, until, until, since], [min(values), min(values), max(values), max(values)])
        for since, until, values in _tiers(targets, keys)
    ]
    pattern = {"shape": "/", "size": 7, "solidity": 0.18, "fgcolor": vermilion, "fgopacity": 0.8}
    panel.add_strokes(bands, mode="none", fill="toself", fillcolor="rgba(0,0,0,0)", fillpattern=pattern)
    upper = (targets["target_tier"] == "stretch") | (targets["edge"] == "upper")
    for is_upper, line in ((False, {"width": 3.5, "dash": "solid"}), (True, {"width": 2, "dash": "dot"})):
        rules = targets[upper == is_upper]
        ends = zip(rules["since"], rules["until"], rules["value_base"], strict=True)
        strokes = [([since, until], [value, value]) for since, until, value in ends]
        panel.add_strokes(strokes, line=line | {"color": vermilion})
    fills = [panel.colours[entity] for entity in targets["entity"]]
    marker = {
        "symbol": "diamond-wide",
        "size": 11 if labelled else 8,
        "color": fills,
        "opacity": 1,
        "line": {"width": 2 if labelled else 1.4, "color": vermilion},
    }
    panel.add_marks(targets, marker, **(panel.labels(targets, vermilion) if labelled else {}))


def _tiers(targets: pd.DataFrame, keys: list[str]) -> Iterator[tuple[pd.Timestamp, pd.Timestamp, list[float]]]:
    """Span and values of the targets that have two tiers."""
    tiers: dict[tuple[Any, ...], tuple[pd.Timestamp, pd.Timestamp, list[float]]] = {}
    ends = (targets[column].tolist() for column in ("since", "until", "value_base"))
    of_one = zip(*(targets[column].tolist() for column in keys), strict=True)
    for key, since, until, value in zip(of_one, *ends, strict=True):
        tiers.setdefault(key, (since, until, []))[2].append(value)
    yield from (tier for tier in tiers.values() if len(tier[2]) > 1)

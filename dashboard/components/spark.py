"""A few upright bars: how a level has moved over whole years, gaps left open."""

from collections.abc import Mapping

from dash import html

MOST_YEARS = 12


def spark(values: Mapping[int, float], label: str) -> html.Div | None:
    """One bar a year up to the last one known, its height in proportion from zero; None with fewer than two values.

    A year without a value is an empty place, and never a bar of nothing.
    """
    if len(values) < 2 or min(values.values()) < 0:
        return None
    last = max(values)
    first = max(min(values), last - MOST_YEARS + 1)
    greatest = max(values.values()) or 1.0
    bars = [
        html.Span(
            className="bar" if year in values else "gap",
            style={"height": f"{max(values[year] / greatest * 100, 3):.0f}%"} if year in values else {},
        )
        for year in range(first, last + 1)
    ]
    return html.Div(bars, className="spark", role="img", **{"aria-label": label, "data-tip": label})

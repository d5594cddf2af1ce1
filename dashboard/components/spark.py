"""A few upright bars: how a level has moved over whole years, gaps left open."""

from collections.abc import Mapping

from dash import html

from dashboard.components.attributes import attributes

MOST_YEARS = 12


def spark(values: Mapping[int, float], label: str) -> html.Div | None:
    """One bar a year up to the last one known, its height in proportion from zero; None with fewer than two of the
    last dozen.

    A year without a value is an empty place, and never a bar of nothing.
    """
    recent = {year: value for year, value in values.items() if year > max(values) - MOST_YEARS}
    if len(recent) < 2 or min(recent.values()) < 0:
        return None
    greatest = max(recent.values()) or 1.0
    bars = [
        html.Span(
            className="bar" if year in recent else "gap",
            style={"height": f"{max(recent[year] / greatest * 100, 3):.0f}%"} if year in recent else {},
        )
        for year in range(min(recent), max(recent) + 1)
    ]
    return html.Div(bars, className="spark", role="img", **attributes(aria_label=label, data_tip=label))

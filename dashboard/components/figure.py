"""A key figure: name, value as stated, growth, period, how it has moved, when it was published, and growth in a later
period, if only that is known; a link to its trend."""

import pandas as pd
from dash import html

from dashboard.components.spark import spark
from dashboard.library import Library
from dashboard.rows import Row
from dashboard.state import Choice, TrendChoice, link, onward
from dashboard.units import bounded, number, shared_unit, stated
from dashboard.words import Words
from indicators.spans import span_label


def figure_link(library: Library, row: pd.Series, here: Choice, words: Words, dated: bool = False) -> html.A:
    """One line of a park's card; `dated` says when it was published, too."""
    title = library.title(row["name"], words.language)
    is_growth = row["measure"] == "growth"
    target = onward(TrendChoice, here, park=(row["park"],), indicator=row["name"], point=row["series"])
    growth = row if is_growth else library.growth_beside(row)
    lines = [html.Span(title, className="name"), *_line(row, growth, words, dated)]
    since = None if is_growth else library.growth_since(row)
    if since is not None:
        lines += _line(since, since, words, dated)
    return html.A(
        [html.Span(lines, className="words"), None if is_growth else _spark(library, row, title, words)],
        href=link("/trends", target),
        className="figure-link",
    )


def _line(row: Row, growth: Row | None, words: Words, dated: bool) -> list[html.Span]:
    """The value of a row, if it is a level, with its growth and its period; `dated` adds when it was published."""
    is_growth = row["measure"] == "growth"
    values = [] if is_growth else [html.Span(stated(row, words.language), className="value")]
    if growth is not None:
        sign = "" if growth["value"] < 0 else "+"
        said = words("同比 {growth}", growth=bounded(f"{sign}{number(growth['value'])}%", growth["bound"]))
        values.append(html.Span(said, className="value" if is_growth else "growth"))
    period = span_label(row["period_start"], row["period_end"], words.language)
    line = [html.Span([*values, html.Span(period, className="period")], className="line")]
    if dated and row["published"]:
        line.append(html.Span(words("{day} 发布", day=row["published"]), className="period"))
    return line


def _spark(library: Library, row: pd.Series, title: str, words: Words) -> html.Div | None:
    years = library.whole_years(row["park"], row["name"], row["unit_base"])
    values = list(years.values())
    unit = shared_unit([], row["unit_base"], [], values, words.language)
    said = [f"{year}: {number(round(value / unit.size, 2))}" for year, value in sorted(years.items())]
    return spark(years, f"{title} ({unit.name}) {', '.join(said)}")

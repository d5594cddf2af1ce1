"""Periods: what a text calls its stretches of time, and their dates."""

from dataclasses import dataclass
from datetime import date

from indicators.clock import Clock
from indicators.mentions import scan_periods
from indicators.passages import split_passages


@dataclass(frozen=True)
class Period:
    """A period in a text: `text[start:end]`, and its first and last day (None where it cannot be known)."""

    text: str
    start: int
    end: int
    start_date: date | None
    end_date: date | None


def find_periods(text: str, published: date | str | None = None) -> list[Period]:
    """The periods that `text` names, in their order, with their dates (inclusive).

    `published` (a date, or ISO text of a day, month or year) is what 今年, 去年 and a bare 1-6月 are counted from;
    without it they have no dates. A year named before in the text serves for the words after it (当年, 上半年).

    >>> [(p.text, str(p.start_date), str(p.end_date)) for p in find_periods("2018年、今年1-6月", "2019-09-10")]
    [('2018年', '2018-01-01', '2018-12-31'), ('今年1-6月', '2019-01-01', '2019-06-30')]
    """
    clock = Clock.of(str(published) if published else "")
    periods = []
    for passage in split_passages(text):
        year = None
        for mention in scan_periods(passage.text):
            first, last = clock.dates(mention, year)
            start, end = passage.span(mention.start, mention.end)
            periods.append(Period(text[start:end], start, end, first, last))
            if first and mention.kind in {"year", "relative", "months", "quarters", "day"}:
                year = first.year
    return periods

"""The dates that mentions of periods stand for, given the day of publication. Both ends of a span are inclusive."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from indicators.mentions import Mention
from indicators.numerals import parse_numeral

Span = tuple[date | None, date | None]
_QUARTERS = {
    "前三季度": (1, 9), "前3季度": (1, 9), "前二季度": (1, 6), "前两季度": (1, 6), "前2季度": (1, 6),
    "上半年": (1, 6), "半年": (1, 6), "下半年": (7, 12), "首季": (1, 3), "首季度": (1, 3),
}  # fmt: skip
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_YEARS = (1900, 2199)  # of publication; 0024 is a slip of the pen, and years are counted back from it
_PLAN_ONES = {c: i for i, c in enumerate("一二三四五六七八九十", start=1)}


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text == "几":
        return 0
    return int(parse_numeral(text) or 0)


def _year(text: str) -> int:
    return int(text) if text.isdigit() else int(parse_numeral(text.replace("○", "〇")) or 0)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def months(year: int, first: int, last: int) -> Span:
    """From the first day of month `first` to the last day of month `last`."""
    return date(year, first, 1), month_end(year, last)


def plan_years(name: str) -> Span:
    """The five years of a national plan: 十四五 is 2021 to 2025.

    >>> plan_years("十三五")
    (datetime.date(2016, 1, 1), datetime.date(2020, 12, 31))
    """
    name = name.removeprefix("第")
    ordinal = 10 + _PLAN_ONES[name[1]] if name[0] == "十" else _PLAN_ONES[name[0]]
    start = 1951 + 5 * ordinal
    return date(start, 1, 1), date(start + 4, 12, 31)


@dataclass(frozen=True)
class Clock:
    """What relative words are measured by: the first and last day on which the text can have been published."""

    first: date | None = None
    last: date | None = None

    @classmethod
    def of(cls, published: str) -> "Clock":
        """The clock of an ISO 8601 date, of a year and month, or of a year alone; of "" it knows nothing.

        ValueError where it is none, or of no year in which anybody writes of parks.
        """
        if not published:
            return cls()
        if not _DAY.fullmatch(published):
            raise ValueError(f"not ISO 8601: {published!r}")
        year, month, day = [int(part) for part in published.split("-")] + [0] * (2 - published.count("-"))
        if not _YEARS[0] <= year <= _YEARS[1]:
            raise ValueError(f"year {year} is not within {_YEARS[0]} and {_YEARS[1]}")
        if day:
            return cls(date(year, month, day), date(year, month, day))
        return cls(*months(year, month or 1, month or 12))

    @cached_property
    def year(self) -> int | None:
        """The year of publication."""
        return self.last.year if self.last else None

    @cached_property
    def today(self) -> Span:
        """The day of publication; a whole month or year where no more is known."""
        return self.first, self.last

    def dates(self, mention: Mention, year: int | None = None) -> Span:
        """The dates that a mention means, `year` being the year its passage is about; (None, None) if unknown, or if
        they would end before they begin (自11月至今年6月, of no year)."""
        start, end = getattr(self, f"_{mention.kind}")(mention.parts, year or self.year)
        return (None, None) if start and end and start > end else (start, end)

    def _which(self, parts: dict[str, str], suffix: str, year: int | None, month: int = 0) -> int | None:
        """The year of a mention: written (2019年), relative (去年) or that of the passage."""
        if written := parts.get(f"y{suffix}"):
            return _year(written)
        if relative := parts.get(f"r{suffix}"):
            return self._relative_year(relative, year)
        if year and year == self.year and self.last and self.last.month <= 3 and month >= 9:
            return year - 1  # 1-12月 in a text of January
        return year

    def _relative_year(self, word: str, year: int | None) -> int | None:
        base = self.year or year
        if word in {"当年", "同年", "本年", "本年度"} and year:
            return year
        if word.startswith("那"):
            return year
        if word in {"次年", "翌年"}:
            return year and year + 1
        if base is None:
            return None
        if word.startswith("上") and year:
            return year - 1
        if word.endswith("一年"):  # 过去一年, said in spring, is the year before; in December it is this one
            return base - bool(self.last and self.last.month <= 6)
        return base + {"今": 0, "本": 0, "年": 0, "去": -1, "上": -1, "前": -2, "明": 1}[word[0]]

    def _through(self, start: date) -> Span:
        return (start, self.last) if self.last and self.last >= start else (start, None)

    def _year_part(self, year: int | None, part: str) -> Span:
        if year is None:
            return None, None
        if part.endswith(("末", "底")):
            return date(year, 12, 31), date(year, 12, 31)
        if part.endswith(("以来", "起", "到现在", "至今")):
            return self._through(date(year, 1, 1))
        if part.endswith("初"):
            return date(year, 1, 1), date(year, 1, 1)
        return months(year, 1, 12)

    def _plan(self, parts: dict[str, str], year: int | None) -> Span:
        start, end = plan_years(parts["plan_name"])
        part = parts.get("plan_part", "")
        if part.endswith("末"):
            return end, end
        if part == "以来" and start:
            return self._through(start)
        if start and part[:1] in {"前", "头"}:
            return start, date(start.year + _number(part[1]) - 1, 12, 31)
        if end and part[:1] == "后":
            return date(end.year - _number(part[1]) + 1, 1, 1), end
        return start, end

    def _iso(self, parts: dict[str, str], year: int | None) -> Span:
        return self._safe_day(int(parts["iy"]), int(parts["im"]), int(parts["id"]))

    @staticmethod
    def _safe_day(year: int | None, month: int, day: int) -> Span:
        if year is None:
            return None, None
        there = date(year, month, min(day, monthrange(year, month)[1]))
        return there, there

    def _days(self, parts: dict[str, str], year: int | None) -> Span:
        month = int(parts["dm"])
        which = _year(parts["dy"]) if "dy" in parts else self._which({"r0": parts.get("dr", "")}, "0", year, month)
        start, _ = self._safe_day(which, month, int(parts["dd"]))
        end, _ = self._safe_day(which, int(parts.get("dm2", month)), int(parts["dd2"]))
        return start, end

    def _day(self, parts: dict[str, str], year: int | None) -> Span:
        month = int(parts["m1"])
        start, end = self._safe_day(self._which(parts, "1", year, month), month, int(parts["d1"]))
        return self._through(start) if start and "day_since" in parts else (start, end)

    def _months(self, parts: dict[str, str], year: int | None) -> Span:
        first, last = int(parts["ma"]), int(parts["mb"])
        which = self._which(parts, "2", year, last)
        return months(which, first, last) if which and first <= last else (None, None)

    def _first_months(self, parts: dict[str, str], year: int | None) -> Span:
        last = _number(parts["n3"])
        which = self._which(parts, "3", year, last)
        return months(which, 1, last) if which and 1 <= last <= 12 else (None, None)

    def _quarters(self, parts: dict[str, str], year: int | None) -> Span:
        word = parts["q4"]
        if word in _QUARTERS:
            first, last = _QUARTERS[word]
        else:
            named = word.removesuffix("季度").removeprefix("第")  # 三、四季度 together are half a year
            first, last = 3 * _number(named[0]) - 2, 3 * _number(named[-1])
        which = self._which(parts, "4", year, first)
        if which is None:
            return None, None
        return (month_end(which, last),) * 2 if "quarter_end" in parts else months(which, first, last)

    def _listed_quarter(self, parts: dict[str, str], year: int | None) -> Span:
        quarter = _number(parts["q10"])
        which = self._which(parts, "10", year, 3 * quarter - 2)
        return months(which, 3 * quarter - 2, 3 * quarter) if which else (None, None)

    def _month(self, parts: dict[str, str], year: int | None) -> Span:
        month = int(parts["m5"])
        which = self._which(parts, "5", year, month)
        if which is None:
            return None, None
        if "month_end" in parts:
            return month_end(which, month), month_end(which, month)
        if "month_since" in parts:
            return self._through(date(which, month, 1))
        return months(which, month, month)

    def _years(self, parts: dict[str, str], year: int | None) -> Span:
        first, last = _year(parts["ya"]), _year(parts["yb"])
        return (date(first, 1, 1), date(last, 12, 31)) if first <= last else (None, None)

    def _year(self, parts: dict[str, str], year: int | None) -> Span:
        return self._year_part(_year(parts["y6"]), parts.get("part6", ""))

    def _listed_year(self, parts: dict[str, str], year: int | None) -> Span:
        return self._year_part(_year(parts["y9"]), "")

    def _bare_year(self, parts: dict[str, str], year: int | None) -> Span:
        return self._year_part(int(parts["y8"]), parts["part8"])

    def _relative(self, parts: dict[str, str], year: int | None) -> Span:
        return self._year_part(self._relative_year(parts["r7"], year), parts.get("part7", ""))

    def _span(self, parts: dict[str, str], year: int | None) -> Span:
        length = _number(parts.get("n_past") or parts.get("n_past2") or "0")
        if not length or not self.last:
            return None, None
        if length > 5:  # 27年来: since it began
            return date(self.last.year - length, 1, 1), self.last
        # A review of several years ends with the last one that is over.
        last = year if year and year < self.last.year else self.last.year - (self.last.month <= 6)
        return date(last - length + 1, 1, 1), date(last, 12, 31)

    def _future(self, parts: dict[str, str], year: int | None) -> Span:
        length = _number(parts.get("n_next") or parts.get("n_next2") or "0")
        if not length or not self.last:
            return None, None
        if "n_next2" in parts:
            there = month_end(self.last.year + length, self.last.month)
            return self.first, there.replace(day=min(self.last.day, there.day))
        # 未来五年 begins with the next year; in the first year of a national plan they are the plan's
        first = self.last.year + (length != 5 or self.last.year % 5 != 1)
        return date(first, 1, 1), date(first + length - 1, 12, 31)

    def _ago(self, parts: dict[str, str], year: int | None) -> Span:
        return months(self.year - _number(parts["n_ago"]), 1, 12) if self.year else (None, None)

    def _whole(self, parts: dict[str, str], year: int | None) -> Span:
        return months(year, 1, 12) if year else (None, None)

    def _year_end(self, parts: dict[str, str], year: int | None) -> Span:
        return self._year_part(year, "末")

    def _half_end(self, parts: dict[str, str], year: int | None) -> Span:
        return (date(year, 6, 30), date(year, 6, 30)) if year else (None, None)

    def _opening(self, parts: dict[str, str], year: int | None) -> Span:
        return None, self.last

    def _now(self, parts: dict[str, str], year: int | None) -> Span:
        return self.today

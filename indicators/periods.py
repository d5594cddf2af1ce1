"""Periods: the words a text uses for a stretch of time, and the dates they mean.

`scan_periods` finds them in a passage and says what each is; `Clock.dates` turns one into dates, given the day of
publication and the year that the passage is about. Both ends of a span are inclusive.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import regex

from indicators.numerals import parse_numeral
from indicators.passages import split_passages

Span = tuple[date | None, date | None]

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|两|几)"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_DASH = r"(?:-|—{1,2}|至|到)"
_YEAR = r"(?:(?:19|20)\d{2}|[一二][九〇零○]{1}[〇零○一二三四五六七八九]{2})"
_SINCE = r"(?:[^，。；、\d]{1,10}?)?以来"
_RELATIVE = r"(?:今年|本年度?|当年|去年|上一?年度?|前年|明年|同年|翌年|次年)"

# The kinds of period, the more telling first: the first that fits at a place is taken.
_PERIOD = regex.compile(
    rf"""
    (?P<plan>[“"]?
      (?P<plan_name>十[一二三四五六]五|第?十[一二三四五六]个五年|[一二三四五六七八九]五(?=[”"]?(?:计划|时期|期间|末)))
      [”"]?(?:规划|计划)?(?P<plan_part>以来|期间|时期|末|期末|前[一二三四]年|头[一二三]年)?(?!高))
  | (?P<iso>(?P<iy>(?:19|20)\d{{2}})(?P<sep>[-—./])(?P<im>{_MONTH})(?P=sep)(?P<id>{_DAY})(?!\d))
  | (?P<days>(?:(?P<dy>{_YEAR})年|(?P<dr>{_RELATIVE}))?
      (?P<dm>{_MONTH})月(?P<dd>{_DAY})日?{_DASH}(?:(?P<dm2>{_MONTH})月)?(?P<dd2>{_DAY})日)
  | (?P<day>(?:(?P<y1>{_YEAR})年|(?P<r1>{_RELATIVE}))?(?P<m1>{_MONTH})月(?P<d1>{_DAY})日(?P<day_since>{_SINCE}|起)?)
  | (?P<months>(?:(?P<y2>{_YEAR})年|(?P<r2>{_RELATIVE}))?(?P<ma>{_MONTH})月?份?{_DASH}(?P<mb>{_MONTH})月份?(?:累计)?)
  | (?P<first_months>(?:(?P<y3>{_YEAR})年|(?P<r3>{_RELATIVE}))?(?:前|头)(?P<n3>{_NUMBER})个?月)
  | (?P<quarters>(?:(?P<y4>{_YEAR})年|(?P<r4>{_RELATIVE}))?
      (?P<q4>前[三3]季度|前[二两2]季度|上半年|下半年|第?[一二三四1234]季度|首季度?)(?P<quarter_end>末)?)
  | (?P<month>(?:(?P<y5>{_YEAR})年|(?P<r5>{_RELATIVE})|(?<!\d))(?P<m5>{_MONTH})月份?
      (?P<month_end>底|末)?(?P<month_part>[上中下]旬)?(?P<month_since>{_SINCE}|起)?)
  | (?P<years>(?P<ya>{_YEAR})年?{_DASH}(?P<yb>{_YEAR})年)
  | (?P<year>(?P<y6>{_YEAR})年度?(?P<part6>年?末|年?底|全年|期间|{_SINCE}|起(?![步来点到飞])|初(?![步中级]))?)
  | (?P<listed_year>(?P<y9>(?:19|20)\d{{2}})(?=[、和](?:(?:19|20)\d{{2}}[、和])*(?:19|20)\d{{2}}年))
  | (?P<bare_year>(?<=截至)(?P<y8>(?:19|20)\d{{2}})(?P<part8>年?末|年?底))
  | (?P<relative>(?P<r7>{_RELATIVE})(?P<part7>年?末|年?底|全年|以来|初)?)
  | (?P<span>(?:刚刚)?(?:过去|近|最近|这|前)的?(?P<n_past>{_NUMBER})(?:个)?年(?:来|间|以来|时间)?
      |(?<![\d十百])(?P<n_past2>[一二两三四五六七八九十]|\d{{1,2}})年(?:来|间|(?=年均|累计|共投|总共|合计))(?!的?历史))
  | (?P<future>(?:未来|今后|下一步)(?P<n_next>{_NUMBER})年|(?P<n_next2>{_NUMBER})年内)
  | (?P<whole>全年|年内)
  | (?P<year_end>(?<![今去当上本])年[末底](?:前)?)
  | (?P<half_end>(?:6月|上半年)末)
  | (?P<opening>(?:挂牌|成立|揭牌|建区|设立|开园|获批|建园|组建|运行|启动|托管|改革)(?:[^，。；、\d]{{0,6}}?)以来)
  | (?P<now>截至目前|截止目前|截至今日|目前|眼下|现今|如今|迄今)
    """,
    regex.VERBOSE,
)

_QUARTERS = {
    "前三季度": (1, 9), "前3季度": (1, 9), "前二季度": (1, 6), "前两季度": (1, 6), "前2季度": (1, 6),
    "上半年": (1, 6), "下半年": (7, 12), "首季": (1, 3), "首季度": (1, 3),
}  # fmt: skip
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
class Mention:
    """A period as it is written at `start:end` of a passage.

    `kind` is the name of the group that found it, `since` says that it only begins there (以来), `point` that it means
    a day (年末, 目前) and not a stretch.
    """

    start: int
    end: int
    kind: str
    parts: dict[str, str]
    since: bool = False
    point: bool = False


# Where a period can begin: a cheap look that spares the long pattern most of a text. `re` reads a plain alternation of
# words several times as fast as `regex`.
_TRIGGER = re.compile(
    '[“"]?十[一二三四五六]五|[“"]?[一二三四五六七八九]五|(?:19|20)[0-9]{2}|[一二][九〇零○]|[0-9]{1,2}(?:月|[-—至到]|年[来间]|个月|年(?=累计|共投|总共|合计|年均))'
    "|[今本当去上前明同翌次]年|前|头|上半年|下半年|第?[一二三四1234]季|首季|过去|近|最近|这|刚刚|[一二两三四五六七八九十]年|未来|今后|下一步"
    "|全年|年[内末底]|挂牌|成立|揭牌|建区|设立|开园|获批|建园|组建|运行|启动|托管|改革|截[至止]|目前|眼下|现今|如今|迄今"
)


def _matches(text: str) -> Iterator[regex.Match[str]]:
    position = 0
    while trigger := _TRIGGER.search(text, position):
        if match := _PERIOD.match(text, trigger.start()):
            yield match
            position = match.end()
        else:
            position = trigger.start() + 1


def scan_periods(text: str) -> list[Mention]:
    """The periods that a passage's text mentions, in their order."""
    found = []
    for match in _matches(text):
        parts = {name: value for name, value in match.groupdict().items() if value}
        kind = next(name for name in _KINDS if name in parts)
        tail = next(
            (parts[p] for p in ("plan_part", "part6", "part7", "part8", "month_since", "day_since") if p in parts), ""
        )
        since = kind == "opening" or tail.endswith(("以来", "起"))
        point = (
            kind in {"day", "iso", "now", "year_end", "half_end", "bare_year"}
            or tail.endswith(("末", "底", "初"))
            or not {"month_end", "quarter_end"}.isdisjoint(parts)
        )
        found.append(Mention(match.start(), match.end(), kind, parts, since, point and not since))
    return found


_KINDS = (
    "plan", "iso", "days", "day", "months", "first_months", "quarters", "month", "years", "year", "listed_year",
    "bare_year", "relative", "span", "future", "whole", "year_end", "half_end", "opening", "now",
)  # fmt: skip


@dataclass(frozen=True)
class Clock:
    """What relative words are measured by: the first and last day on which the text can have been published."""

    first: date | None = None
    last: date | None = None

    @classmethod
    def of(cls, published: str) -> "Clock":
        """The clock of an ISO 8601 date, of a year and month, or of a year alone; of "" it knows nothing."""
        if not published:
            return cls()
        year, month, day = [int(part) for part in published.split("-")] + [0] * (2 - published.count("-"))
        if day:
            return cls(date(year, month, day), date(year, month, day))
        return cls(*months(year, month or 1, month or 12))

    @property
    def year(self) -> int | None:
        """The year of publication."""
        return self.last.year if self.last else None

    @property
    def today(self) -> Span:
        """The day of publication; a whole month or year where no more is known."""
        return self.first, self.last

    def dates(self, mention: Mention, year: int | None = None) -> Span:
        """The dates that a mention means, `year` being the year its passage is about; (None, None) if unknown."""
        return getattr(self, f"_{mention.kind}")(mention.parts, year or self.year)

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
        if word in {"次年", "翌年"}:
            return year and year + 1
        if base is None:
            return None
        if word.startswith("上") and year:
            return year - 1
        return base + {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2, "明": 1}[word[0]]

    def _through(self, start: date) -> Span:
        return (start, self.last) if self.last and self.last >= start else (start, None)

    def _year_part(self, year: int | None, part: str) -> Span:
        if year is None:
            return None, None
        if part.endswith(("末", "底")):
            return date(year, 12, 31), date(year, 12, 31)
        if part.endswith(("以来", "起")):
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
            return self._through(start) if end and (self.last is None or end >= self.last) else (start, end)
        if start and part[:1] in {"前", "头"}:
            return start, date(start.year + _number(part[1]) - 1, 12, 31)
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
            quarter = _number(word.removeprefix("第")[0])
            first, last = 3 * quarter - 2, 3 * quarter
        which = self._which(parts, "4", year, first)
        if which is None:
            return None, None
        return (month_end(which, last),) * 2 if "quarter_end" in parts else months(which, first, last)

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
        return date(self.last.year + 1, 1, 1), date(self.last.year + length, 12, 31)

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


def next_day(day: date) -> date:
    """The day after."""
    return day + timedelta(days=1)


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

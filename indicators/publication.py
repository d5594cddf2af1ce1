"""When a document was published, as the page itself says or lets infer.

The answer is ISO 8601 of the precision that can be known: 2019-09-10, 2024-07, 2021, or "" where nothing is.
"""

from calendar import monthrange
from collections.abc import Sequence

import regex

from indicators.numerals import parse_numeral
from indicators.passages import Passage

_DATE = (
    r"(?P<year>(?:19|20)\d{2})\s?[年.\-—/]\s?(?P<month>1[0-2]|0?[1-9])(?!\s?[—\-至到]{1,2}\s?\d{1,2}\s?月)"
    r"(?:\s?[月.\-—/]\s?(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)日?|月)"
)
_STATED = regex.compile(
    rf"(?:发布日期|发布时间|发文日期|成文日期|刊发日期|刊载日期|印发日期|出版日期|日期|时间|发表时间|更新时间|发布于|刊于|发表于)[：:]?\s?"
    rf"(?:{_DATE}|(?P<year>(?:19|20)\d{{2}})[.\-/](?P<month>1[0-2]|0?[1-9])(?![\d.\-/]))"
)
# What stands beside the date at the head of a newspaper's page.
_OF_A_MASTHEAD = (
    r"[；，|■●·/\s]*(?:星期[一二三四五六日天]|农历|总?第\d+[期号版]|国内统一|CN\d"
    r"|(?:本版|责任|值班)?(?:责编|主编|编辑|组版|版式|美编))"
)
_MASTHEAD = regex.compile(_DATE + _OF_A_MASTHEAD)
_LINE = regex.compile(_DATE + r"|(?<=^（?)(?P<year>(?:19|20)\d{2})[.\-/](?P<month>1[0-2]|0?[1-9])(?=）?$)")
_CHINESE_DATE = (
    r"(?P<year>[一二][九〇零○][〇零○一二三四五六七八九]{2})年(?P<month>十[一二]?|[一二三四五六七八九])月"
    r"(?:(?P<day>[一二三四五六七八九十]{1,3})日)?"
)
_CHINESE = regex.compile(_CHINESE_DATE)
_CHINESE_MASTHEAD = regex.compile(_CHINESE_DATE + _OF_A_MASTHEAD + r"|(?:日期|时间|印发)[：:]?\s?" + _CHINESE_DATE)
_THIS_YEAR = regex.compile(
    r"(?P<year>(?:19|20)\d{2})年，?(?:是|既是|正值|适逢|恰逢|迎来)[^。；]{0,60}?(?:周年|之年|元年|第一年|最后一年|关键一年|攻坚年|提升年)"
)
_LAST = 2099  # the last year that is taken for one
# What the whole country remembers the year of: 今年是改革开放40周年.
_BEGINNINGS = {"中国共产党": 1921, "建党": 1921, "新中国": 1949, "国庆": 1949, "中华人民共和国": 1949, "改革开放": 1978}
_JUBILEE = regex.compile(
    rf"(?:今年是|正值|适逢|恰逢|迎来|庆祝|喜迎|纪念)[^。；，]{{0,6}}(?:{'|'.join(_BEGINNINGS)})[^。；，\d]{{0,4}}(?P<years>\d{{2,3}}|[一二三四五六七八九十百]+)周年"
)
_EVENT = regex.compile(_DATE.replace("|月)", ")") + r"(?:上午|下午|晚|，|从|在|至|，记者|召开|举行)")
_TITLE_YEAR = regex.compile(
    r"(?P<year>(?:19|20)\d{2})年[^。]{0,14}(?:政府工作报告|工作要点|重点工作|工作计划|目标任务|行动方案)"
)
_YEAR = regex.compile(r"(?<!(?<!截)至|[到—-])(?P<year>(?:19|20)\d{2})年(?!—|-|至|远景|以后|前|底前|末)")
_OVER = regex.compile(r"(?:全年|就|共|，?累计|末|底)")
_MONTH_DAY = regex.compile(r"(?<![年\d])(?P<month>1[0-2]|[1-9])月(?P<day>3[01]|[12]\d|[1-9])日")
# A year that only plans are told of: 力争2025年达到…, 2035年，建成….
_AHEAD = regex.compile(r"(?:力争|展望|面向|规划|远景|争取|瞄准|计划|确保|目标)[^，。；]{0,4}$")
_TO_COME = regex.compile(r"，?[^，。；\d]{0,6}(?:将|力争|计划|目标|建成|要|确保|预期|怎么干|基本实现)")
# Of a year that was over in January: 2019年，该区完成….
_TOLD_OF = regex.compile(r"(?:全年|末|底|，|[^，。；\d]{0,8}(?:实现|完成|达到|增长|预计))")
# 新华社合肥1月13日电: the day of which a report gives no year.
_DATELINE = regex.compile(r"(?<![年\d])(?P<month>1[0-2]|[1-9])月(?P<day>3[01]|[12]\d|[1-9])日[电讯]")
_BOOK = regex.compile(r"《[^》]*》|（(?:19|20)\d{2}[—-](?:19|20)?\d{2,4}年?）")


def find_published(passages: Sequence[Passage]) -> str:
    """The publication date that the passages of a document state or imply, "" if they do neither.

    Stated: a header (发布日期), a masthead or a dateline, a signature. Implied: 2021年是…100周年, an event with its
    full date, the last year that is spoken of.
    """
    texts = [passage.text for passage in passages]
    for text in texts[:40] + texts[-5:]:
        if len(text) < 200 and (match := _STATED.search(text)):
            return _iso(match)
    for text in texts[:12] + texts[-6:]:
        if len(text) <= 200 and (match := _MASTHEAD.search(text)):
            return _iso(match)
        if len(text) <= 200 and (match := _CHINESE_MASTHEAD.search(text)):
            return _iso_chinese(match)
    edges = [text for text in texts[:10] if len(text) <= 60] + [
        text for text in reversed(texts[-4:]) if len(text) <= 40
    ]
    for text in edges:
        if "。" not in text[:-1] and (match := _LINE.search(text)):
            return _iso(match)
        if match := _CHINESE.search(text):
            return _iso_chinese(match)
    body = "\n".join(_BOOK.sub("", text) for text in texts)
    if match := _THIS_YEAR.search(body):
        return match["year"]
    if match := _EVENT.search(body[:400]):
        return _iso(match)
    for text in texts[:3]:
        if match := _TITLE_YEAR.search(text):
            return match["year"]
    return max(_latest(body), _jubilee(body))


def _jubilee(body: str) -> str:
    """The year in which a text remembers what the whole country remembers, "" if it does not."""
    match = _JUBILEE.search(body)
    if match is None:
        return ""
    years = int(match["years"]) if match["years"].isdigit() else int(parse_numeral(match["years"]) or 0)
    year = years + next(year for name, year in _BEGINNINGS.items() if name in match[0])
    return str(year) if year <= _LAST else ""


def find_stated(text: str) -> str:
    """The first date that a text gives as that of its publication (发布日期：2024-01-18), ISO 8601, "" if none.

    >>> find_stated("发布时间：2024年1月18日 来源：经济发展局")
    '2024-01-18'
    >>> find_stated("发布日期：2023-02")
    '2023-02'
    """
    match = _STATED.search(text)
    return _iso(match) if match else ""


def _latest(body: str) -> str:
    told, planned = _years(body)
    if not told and not planned:
        return ""
    last = max(told) if told else min(planned)
    next_year = last + 1 in planned
    ends = [match.end() for match in _YEAR.finditer(body) if int(match["year"]) == last]
    whole = all(_TOLD_OF.match(body, end) for end in ends)
    if line := _DATELINE.search(body[:600]):
        month, day = int(line["month"]), int(line["day"])
        return _said(last + (month <= 2 and (whole or next_year)), month, day)
    months = [int(match["month"]) for match in _MONTH_DAY.finditer(body)]
    if months:
        early = max(months) <= 2 and (whole or next_year)
        return f"{last + early}-{max(months):02d}"
    if next_year or all(_OVER.match(body, end) for end in ends):
        return str(last + 1)  # what is told of the whole of a year was told after it
    return str(last)


def _years(body: str) -> tuple[set[int], set[int]]:
    """The years that a text tells of, and those for which it only has plans."""
    told: set[int] = set()
    planned: set[int] = set()
    for match in _YEAR.finditer(body):
        year = int(match["year"])
        ahead = _AHEAD.search(body, max(0, match.start() - 6), match.start()) or _TO_COME.match(body, match.end())
        (planned if ahead else told).add(year)
    return {year for year in told if year <= _LAST}, {year for year in planned - told if year <= _LAST}


def _iso(match: regex.Match[str]) -> str:
    day = match.groupdict().get("day")
    return _said(int(match["year"]), int(match["month"]), int(day) if day else None)


def _iso_chinese(match: regex.Match[str]) -> str:
    numbers = [
        parse_numeral(match[part].replace("○", "〇")) if match[part] else None for part in ("year", "month", "day")
    ]
    year, month, day = [int(number) if number is not None else None for number in numbers]
    return _said(year or 0, month or 0, day)


def _said(year: int, month: int, day: int | None) -> str:
    """The day; the month alone where it has no such day (2月30日 is a slip of the pen)."""
    there = day is not None and 1 <= day <= monthrange(year, month)[1]
    return f"{year}-{month:02d}" + (f"-{day:02d}" if there else "")

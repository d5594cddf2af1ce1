"""Step 3: the dates a statement is about: what governs it, and whether it counts at a moment or over a stretch."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from indicators.clock import Clock, Span, plan_years
from indicators.context import When
from indicators.lexicon import word_in
from indicators.statement import Statement
from indicators.stocks import FLOW_WORDS, is_stock

_OF_THE_YEAR = re.compile(r"(?:今年|本年|全年|年度)(?:的|列入|纳入|安排|入库)")
_STANDING_RATE = re.compile(
    r"^(?:人均|每[千万百])|(?:覆盖|复工|返岗|复产|入驻|入住|出租|[^转消]化|普及|绿化|参保|使用|拥有|到位)率$|拥有量$|床位数?$"
)
# Rates that are found so on a day; the others tell of what the stretch up to it has brought.
_RATE = re.compile(
    "(?<!开工|完工|完成|竣工|投产|动工|履约|签约|增长|下降|失业|利润|周转|损失|优良|合格|出勤)(?<![利税费])率$"
)
_OF_THAT_YEAR = re.compile(r"(?:到|至|为|是|从|由)(?:19|20)\d{2}年的[^，。；]{1,10}$")
_REACHED = re.compile(r"达|突破|超|升至|增至|提高到|迈上|跨|站上|跃|为|居|首次|逾|稳定在|接近|已有|拥有|现有|共有")
_DONE_OVER = re.compile(r"(?:完成|投入(?!强度|产出|占))(?!了?年度)[^，。；\d]{2,14}[\d一二三四五六七八九十两]")
_HELD = re.compile(r"保持在|每年|稳定在|连续|年均|维持")
_SUMMED = re.compile(
    r"(?<!全年)累计(?:已|先后|共|为[^，。；]{2,10})?(?!达|为|超|突破|有|已|共|约|近|总|拥有"
    r"|[\d一二三四五六七八九十百千万])[\u4e00-\u9fff“]{2}"
)
_SO_FAR = ("累计", "历年", "这些年")
_ONLY = re.compile(
    r"只有|仅有|才|仅|当时|那时|首批|不过(?=\d)|(?:起步|开园|成立|建区|设立|挂牌|获批)[^，。；]{0,4}时|就(?=\d)"
)
_TODAY = re.compile(r"现有|目前|现已|现为")
_HOLDS = re.compile("拥有|持有|现有|建有|设有")
_ALREADY = re.compile(r"已有")
# 没有完成12%的年初目标, 超额完成50亿元的目标: the target of the year that was told of.
_RUNNING = re.compile("(?<![拥保][有])(?:吞吐|产|运|客流|发电|用电|销|交易|接待|游客)(?:量|人次|额)$")
_OF_ITS_YEAR = re.compile("年度(?:计划|任务|目标|预算)|年(?:初)?(?:计划|任务|预算)|全年")
_SET_IN_SPRING = re.compile("年初[^，。；]{0,8}的")
_FELL_SHORT = re.compile(r"(?:没有?|未能?|超额|提前|圆满|顺利|如期)(?:完成|实现|达到?|达成|兑现)(?:了)?$")
_BASE_YEAR = re.compile(r"((?:19|20)\d{2})年")
_SUM_OF_YEARS = re.compile("^(?:计划|协议)?总投资额?$|(?:引资|协议|签约)[^，。；]{0,4}(?:总额|资金|额)$")
_OF_OTHER_YEARS = re.compile("^[^，。；]{0,3}“?十[一二三四五]五”?(?:时期|期间)?的?$")  # 是“十二五”时期的1.7倍
_ITS_END = re.compile("[末底]")
_BASE_PLAN = re.compile(r"十[一二三四五六]五")
_BASE_LAST_YEAR = re.compile(r"年初|上年末|去年末|上年底|去年底")


_PLANNED_LAND = re.compile("^(?:规划|控制|规划控制|核定|管辖|辖区|批准|总)+面积$")
_THEN = re.compile("首期|起步|最初|当时|当初|扩|增|调整|达到")


@dataclass(slots=True)
class Place:
    """Where a statement stands: what governs it and the words of its clause."""

    when: When
    explicit: bool  # the period stands in the sentence itself
    target: bool
    clause: str
    clock: Clock
    now: bool = False  # the passage speaks of the day of publication
    standing: Span = (None, None)  # the day of which the passage tells stocks
    since_point: str = ""  # the words from a point in time (截至8月底) to the number
    dating: int = 0  # how many periods of the sentence could date it
    summing: bool = False  # it goes on with a sum since a beginning, which was said before it

    @property
    def summed(self) -> bool:
        """Whether the number sums up what was done (累计建成12处), not a stock that has come to it (累计达206家)."""
        return bool(_SUMMED.search(self.clause))

    @property
    def cumulative(self) -> bool:
        """Whether the number is a sum since a beginning."""
        if self.summing:
            return True
        words = self.since_point if self.when.point else self.clause
        return word_in(words, _SO_FAR) != "" and "全年累计" not in words


def resolve_period(statement: Statement, place: Place) -> Span:
    """The first and last day that a statement is about, None where they cannot be known."""
    when, clock = place.when, place.clock
    if place.target or statement.target:
        start, end = _of_target(statement, place)
        if statement.basis == "since" and statement.base and end and (base := base_end(statement.base, end)):
            start = base + timedelta(days=1)
        return start, end
    there = when.point or (place.now and "已" in place.clause)  # 截至7月底，已建成12处
    made = statement.done and there and "完成" not in statement.held
    stock = is_stock(statement) or made
    stock = stock and not place.summed
    if stock and clock.last and (_speaks_of_today(place) or _lies_there(statement, place)):
        return clock.today
    if stock and not place.explicit and place.standing[1] and not place.cumulative:
        return place.standing
    sums = place.cumulative and not stock
    if when.kind == "opening":
        return clock.today if stock and not place.cumulative else (when.span[0], clock.last)
    if when.kind == "now":
        return (None, clock.last) if sums and statement.figure.dimension != "ratio" else clock.today
    start, end = when.span
    if not when.said or end is None:
        if statement.basis == "since" and clock.last and (base := base_end(statement.base, clock.last)):
            return base + timedelta(days=1), clock.last
        return (None, clock.last) if sums and clock.last else clock.today
    if statement.previous and (base := base_end(statement.base, end)):
        return (base if _ITS_END.search(statement.base) else date(base.year, 1, 1)), base  # 与2010年的45.2万人相比
    if statement.previous:
        return _of_origin(when, stock, clock)
    if statement.basis in {"since", "annual_average"} and statement.base and (base := base_end(statement.base, end)):
        return base + timedelta(days=1), end
    if stock and clock.first and _is_of_today(place, end):
        return clock.today
    if when.kind == "day" and when.said == "document" and end.month < 12:
        return end, end  # a census counts everything, shares and rates too, on one day
    if when.point:
        stock = stock or (statement.rule == "amount.level.to" and statement.figure.dimension != "money")
        return _at_point(statement, end, stock or bool(_HOLDS.search(place.clause)), place.cumulative)
    if when.since and not (when.kind == "plan" and clock.first and end < clock.first):  # of one that is over: see below
        return (end, end) if stock and not place.cumulative else (start, end)
    if not stock and _runs_still(place, start, end):
        return start, clock.last  # 今年已完成…: the year up to the day of publication
    if statement.basis == "annual_average" and "两年平均" in statement.held and start:
        return date(start.year - 1, 1, 1), end
    if start and end.year > start.year:
        return _over_years(statement, start, end, stock, place)
    by_plan = statement.basis == "annual_average" or (statement.basis == "since" and not statement.base)
    if by_plan and start and end.year % 5 == 0 and (end.month, end.day) == (12, 31):
        return date(end.year - 4, 1, 1), end  # 到2025年…年均: over the plan that ends then
    whole_year = (end.month, end.day) == (12, 31)
    if sums and whole_year and not place.explicit and when.said == "passage" and statement.measure == "level":
        return None, end
    if stock and (_OF_THAT_YEAR.search(place.clause) or _was_then(place, end)):
        return start, end  # 增加到2021年的1262家; 2001年开园时，只有19家
    return (end, end) if stock else (start, end)


def _was_then(place: Place, end: date) -> bool:
    """Whether a stock is told of as it was once: 2001年开园时，只有19家."""
    long_ago = bool(place.clock.first and end.year < place.clock.first.year - 1)
    return long_ago and place.when.kind in {"year", "month"} and bool(_ONLY.search(place.clause))


def says_now(words: str) -> bool:
    """Whether words begin to count what there is today: 现有."""
    return "现有" in words


def says_today(words: str) -> bool:
    """Whether words speak of the day of publication: 现有, 目前."""
    return bool(_TODAY.search(words))


def _speaks_of_today(place: Place) -> bool:
    return bool(place.now or says_today(place.clause) or (not place.explicit and _ALREADY.search(place.clause)))


def _is_of_today(place: Place, end: date) -> bool:
    """Whether a stock is of the day of publication: its period is not over, or was said long ago of something else."""
    if place.cumulative or place.clock.first is None or place.clock.last is None:
        return False
    inherited = not place.explicit and place.when.said == "passage"
    return end >= place.clock.last or (inherited and (place.clock.first - end).days > 300)


def _lies_there(statement: Statement, place: Place) -> bool:
    """Whether it is the land of a park, told beside the day on which that was founded: 8月20日获批。规划面积…."""
    day = place.when.span[1] if place.when.kind in {"day", "month", "iso"} else place.standing[1]
    long_ago = bool(day and place.clock.first and day < place.clock.first)
    return long_ago and bool(_PLANNED_LAND.search(statement.indicator)) and not _THEN.search(place.clause)


def _runs_still(place: Place, start: date | None, end: date) -> bool:
    """Whether a year is told of while it runs; at its close it is told of as a whole, and 今年的 means all of it."""
    last = place.clock.last
    if place.when.kind not in {"relative", "year", "whole"} or last is None or start is None:
        return False
    early = last.month < 11 or (place.when.kind == "relative" and "预计" not in place.clause)
    return start <= last < end and early and not _OF_THE_YEAR.search(place.clause)


def _at_point(statement: Statement, end: date, stock: bool, cumulative: bool) -> Span:
    """At 年末 or 截至8月底: a stock of that day, a sum up to it, or what the year has brought so far."""
    if (
        stock
        or statement.measure == "rank"
        or (statement.figure.dimension == "ratio" and "面积" in statement.indicator)
    ):
        return end, end
    within = (end.month, end.day) != (12, 31)  # at its end, a rate is of the year
    if statement.measure == "level" and (
        _STANDING_RATE.search(statement.indicator) or (within and _RATE.search(statement.indicator))
    ):
        return end, end  # 截至5月底，每万人有效发明专利拥有量662件
    if cumulative and statement.measure in {"level", "change"}:
        return None, end
    return date(end.year, 1, 1), end


def _over_years(statement: Statement, start: date, end: date, stock: bool, place: Place) -> Span:
    """In a review of several years: what was reached is the last year's, what was done or held the whole span's."""
    if statement.measure in {"growth", "change", "attainment"} or place.cumulative or _HELD.search(place.clause):
        return start, end
    if place.explicit and place.when.sums and not stock and statement.measure == "level" and "达" not in statement.held:
        return start, end  # 固定资产投资三年完成1136亿元
    if (stock and not statement.done) or statement.indicator.endswith("拥有量"):
        return end, end
    if _DONE_OVER.search(place.clause) and statement.measure == "level" and not stock:
        return start, end
    last_year = date(end.year, 1, 1), end
    if _OF_OTHER_YEARS.search(statement.held):
        return start, end
    if statement.measure in {"share", "rank"} or statement.figure.dimension in {"ratio", "multiple"}:
        return last_year
    if statement.rule.endswith("level.to"):
        return last_year
    if statement.figure.dimension == "money" and not statement.verb and not _SUM_OF_YEARS.search(statement.indicator):
        return last_year
    if (
        statement.verb
        or statement.done
        or FLOW_WORDS.search(statement.indicator)
        or _SUM_OF_YEARS.search(statement.indicator)
    ):
        return start, end
    return last_year if _REACHED.search(statement.held) else (start, end)


def _of_origin(when: When, stock: bool, clock: Clock) -> Span:
    """The period of the value that something came from: its own, the year before the span, or today before a plan."""
    start, end = when.span
    if start is None or end is None:
        return None, None
    if when.said == "origin":
        return (end, end) if stock and (when.point or when.kind != "year") else (start, end)
    if when.kind == "years":  # 2006—2014年，从1026亿元跃升到2035亿元
        first = date(start.year, 12, 31)
        return start, first
    this_year = bool(clock.year and end.year == clock.year and (end.month, end.day) == (12, 31))
    if this_year and start == date(end.year, 1, 1) and clock.last and end > clock.last and not stock:
        return date(end.year - 1, 1, 1), date(end.year - 1, 12, 31)  # 今年要把本地配套率由58%提高到62%
    plans_end = bool(clock.year and end.year > clock.year and end.year % 5 == 0 and start.year == end.year)
    if plans_end and not stock:  # 到2025年，…由3.4%提高到4.5%: of the year before the plan
        return date(end.year - 5, 1, 1), date(end.year - 5, 12, 31)
    if end.year == start.year:
        return clock.today if stock and clock.last and end > clock.last else (None, None)
    before = date(start.year - 1, 12, 31)
    return (before, before) if stock else (date(before.year, 1, 1), before)


def _of_target(statement: Statement, place: Place) -> Span:
    """The period of a target: its own, its plan's, else the year of publication."""
    (start, end), when, clock = place.when.span, place.when, place.clock
    this_year = (date(clock.year, 1, 1), date(clock.year, 12, 31)) if clock.year else None
    several = bool(start and end and end.year > start.year)
    if statement.target and end is not None and not several:
        return date(end.year, 1, 1), date(end.year, 12, 31)
    if statement.target and several and end and clock.first and end < clock.first:
        return start, end  # 五年累计下降23%，超额完成17%的任务
    if end is None or when.kind == "now":
        return this_year or (start, end)
    if statement.basis in {"annual_average", "since"} and not (several or statement.base) and end.year % 5 == 0:
        return date(end.year - 4, 1, 1), date(end.year, 12, 31)
    past = bool(clock.first and end < clock.first and end.year < clock.first.year)
    figure = statement.figure
    if past and not several and _FELL_SHORT.search(place.clause[: figure.bound_start - figure.bound_end]):
        return date(end.year, 1, 1), date(end.year, 12, 31)
    if past and not (several or place.explicit) and _of_the_year_told(place):
        return date(end.year, 1, 1), date(end.year, 12, 31)  # 年度计划投资120亿元，实际完成131亿元
    if past and this_year and (when.kind == "whole" or not place.explicit):
        return this_year
    part_over = bool(not several and clock.first and end < clock.first and end.year == clock.first.year)
    if part_over and this_year and not place.explicit:
        return this_year  # 上半年…。年初定的目标没有变：地区生产总值增长15%
    if several and end and statement.rule.endswith((".to", ".to_level")) and "→" in statement.held:
        return date(end.year, 1, 1), end
    if place.explicit or when.said in {"section", "document"}:
        of_year = _OF_ITS_YEAR.search(place.clause) and not several  # 上半年新增5家，年度目标为9家
        if of_year or (when.point and end.month == 12 and _runs(statement)):
            return date(end.year, 1, 1), date(end.year, 12, 31)
        return (end, end) if when.point and end.month == 12 else (start, end)
    whole = start is not None and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if clock.last and end >= clock.last and (several or whole):
        return start, end
    return this_year or (start, end)


def _of_the_year_told(place: Place) -> bool:
    """Whether a plan without a period is that of the year that is told of: 年度计划投资120亿元，实际完成131亿元."""
    last = place.clock.last
    reviewed = place.when.said in {"section", "document"} or bool(last and last.month <= 3)
    return bool(_OF_ITS_YEAR.search(place.clause) or (reviewed and _SET_IN_SPRING.search(place.clause)))


def _runs(statement: Statement) -> bool:
    """Whether a target at the end of a year is of what all of the year brings: 到“十三五”末，总产值跨上4000亿元."""
    if is_stock(statement) or statement.measure not in {"level", "growth"}:
        return False
    runs = statement.figure.dimension == "money" or bool(_RUNNING.search(statement.indicator))
    return runs or statement.measure == "growth"


def base_end(base: str, end: date) -> date | None:
    """The last day of the period that a change up to `end` is counted from, None where the words do not say, or say a
    day that is not before the end.

    >>> base_end("2015年", date(2020, 12, 31)), base_end("年初", date(2020, 6, 30))
    (datetime.date(2015, 12, 31), datetime.date(2019, 12, 31))
    >>> base_end("2024年", date(2020, 12, 31))
    """
    last = _last_day(base, end)
    return last if last and last < end else None


def _last_day(base: str, end: date) -> date | None:
    if match := _BASE_YEAR.search(base):
        return date(int(match[1]), 12, 31)
    if match := _BASE_PLAN.search(base):
        return plan_years(match[0])[1]
    if _BASE_LAST_YEAR.search(base):
        return date(end.year - 1, 12, 31)
    return None

"""Periods that figures take from those told before them in the sentence: a stock's growth, a rise from A to B."""

from datetime import date, timedelta

from indicators.clock import Span
from indicators.context import When
from indicators.observations import Place, resolve_period, says_now
from indicators.statement import Statement
from indicators.stocks import is_stock

# These have the date of the stock that they are said of.
_OF_A_STOCK = {"share", "rank", "growth"}
_BY_YEARS = {"since", "annual_average"}


class Beside:
    """What the figures of one sentence, read one after the other, leave to those that follow."""

    def __init__(self) -> None:
        self.level: tuple[When, Span] | None = None  # what governed the last level, and its period
        self.told: tuple[When, Span] | None = None  # the same of the last level, or of what was added
        self.unit = ""  # what it counts
        self.levels: dict[tuple[str, str], tuple[When, Span]] = {}  # of each thing of which a level was told
        self.today: When | None = None  # what governed where 现有 spoke of the day of publication
        self.added: Statement | None = None  # what the period has brought
        self.origin: Span | None = None  # the period of the value that something came from
        self.rise: tuple[date, date] | None = None  # the ends of the periods that it came from and came to

    def _of_now(self, statement: Statement, place: Place) -> bool:
        """Whether the last level was of 目前, and nothing has been said of when since: 企业742家，接近全市的一半."""
        return bool(
            self.level and self.level[0].kind == "now" and not place.explicit and statement.measure in {"share", "rank"}
        )

    def settle(self, statement: Statement, place: Place) -> tuple[Statement, Span]:
        """The statement, its basis settled, and its first and last day."""
        period = resolve_period(statement, place)
        if statement.new or statement.verb.startswith("新"):
            self.added = statement
        elif self.added and place.cumulative and period[0] != period[1] and _sums_up(statement, self.added):
            return statement, (None, period[1])  # 新注册企业193家，累计注册612家
        if statement.previous:
            self.origin = period
            return statement, period
        of_the_same = statement.part and statement.unit == self.unit and statement.measure == "level"
        if of_the_same and self.level and self.level[0].dates_like(place.when):
            return statement, self.level[1]  # 创新举措445项，其中全国首创93项
        if self.today and self.today.dates_like(place.when) and is_stock(statement) and not place.cumulative:
            period = place.clock.today  # 现有研发机构33个，院士工作站12个
        elif period == place.clock.today and says_now(place.clause):
            self.today = place.when
        if statement.measure == "level" or (statement.measure == "change" and statement.new):
            self.told = (place.when, period)
        if statement.measure == "level" and statement.target:
            return statement, period  # 完成年度任务13亿美元的31.5%，总量占全市的37.6%
        if statement.measure == "level" or self.origin:
            self.level, self.unit = (place.when, period), statement.unit
            self.levels[statement.segment, statement.indicator] = self.level
            came_from = self.origin[1] if self.origin else None
            self.rise = (came_from, period[1]) if came_from and period[1] else None
            self.origin = None
        elif _tells_part(statement, place) and self.told and self.told[0].dates_like(place.when):
            return statement, self.told[1]  # 人才总量67.2万人，其中本科及以上占71.5%
        elif statement.own:
            self.rise = None
            listed = self.levels.get((statement.segment, statement.indicator))
            if listed and listed[0].dates_like(place.when) and _goes_with_level(statement._replace(own=False)):
                return statement, listed[1]  # 存款、贷款余额分别为412亿元和598亿元，同比增长7.2%、10.1%
        elif self.rise and statement.basis == "annual_average" and not place.when.since:
            first, last = self.rise
            if last.year > first.year + 1:
                return statement, (first + timedelta(days=1), last)
        elif self.rise and _tells_rise(statement):
            first, last = self.rise
            if last.year > first.year + 1:
                return statement._replace(basis="since"), (first + timedelta(days=1), last)
        elif (
            self.level
            and (self._of_now(statement, place) or self.level[0].dates_like(place.when))
            and _goes_with_level(statement)
        ):
            return statement, self.level[1]
        return statement, period


def _tells_part(statement: Statement, place: Place) -> bool:
    """Whether a share is that of a part of what was told last: 五年完成1130亿元，其中工业投资占58.4%."""
    return statement.measure == "share" and (statement.part or place.clause.lstrip("，").startswith("其中"))


def _sums_up(statement: Statement, added: Statement) -> bool:
    """Whether a level is all there is of what a period has added to."""
    return statement.measure == "level" and statement.unit == added.unit and statement.value > added.value


def _tells_rise(statement: Statement) -> bool:
    """Whether a figure says by how much something rose that was told to have risen: 由19家增至156家，净增137家."""
    rises = statement.measure == "growth" or (statement.measure == "change" and statement.figure.dimension != "points")
    return rises and not statement.own and not statement.base and statement.basis in {"yoy", "", "since"}


def _goes_with_level(statement: Statement) -> bool:
    if statement.own or statement.basis in _BY_YEARS:
        return False
    if statement.measure == "change" and statement.basis in {"yoy", "mom"}:
        return statement.figure.dimension != "points" and "净增" not in statement.held
    return statement.measure in _OF_A_STOCK

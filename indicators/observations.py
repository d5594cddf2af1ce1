"""Step 3: statements become observations: words for periods and areas become dates and names, units base units."""

from dataclasses import dataclass
from datetime import date, timedelta

import regex

from indicators.catalogue import catalogue, identify
from indicators.context import When
from indicators.periods import Clock, Span
from indicators.statements import Statement

_STOCK_UNITS = {"area", "power"}
_STOCK_WORDS = regex.compile(
    r"(?:余额|资产|存量|保有量|拥有量|人口|人才|装机|面积|床位|里程|注册资本|从业人员|员工|党员|院士|存款|贷款|库存|在校|户数|总数|在册|参保人数|网点|点位|站点|数量)"
)
_FLOW_WORDS = regex.compile(
    r"新增|新设|新开工|新签约|新引进|新认定|新建|新注册|新登记|新改|改造|续建|拟|签约|引进|招引|开工|竣工|投产|收储|供应|出让|办理|受理|接待|发放|服务|开展|举办|处置|腾退|销售|产量|出口|进口|交易|成交|授权|申请|拆迁|征地|治理|修复|加工|投诉|完成|培训|帮扶|救助|发电|用电|吞吐|运量|班列|增收|就业|减免|落户|实事|活动|事件|案件|检查|整改"
)
_STOCK_NOUNS = regex.compile(
    r"(?:企业|公司|机构|中心|平台|站|所|院|室|基地|孵化器|空间|园区?|组织|支部|党委|学校|医院|商标|载体|团队|主体|商户|工厂|车间|点|阵地|社区|品牌|集群|瞪羚|独角兽|小巨人|高企|高新区|示范区|航线|线路|公园|泵站|码头|泊位|专家|教师|医生|干部|指导员|成员单位|规上工业|商圈|楼宇|酒店|景区|协会|商会|院校|高校|研究所|工作站|实验室|人员|冠军|总部|网格|村|镇|街道|专利|库|国家|户)$"
)
_REACHED = regex.compile(r"达|突破|超|升至|增至|提高到|迈上|跨|站上|跃|为|居|首次|逾|稳定在|接近|已有|拥有|现有|共有")
_HELD = regex.compile(r"保持在|每年|稳定在|连续|年均|维持")


@dataclass(frozen=True)
class Place:
    """Where a statement stands: what governs it and the words of its clause and sentence."""

    when: When
    explicit: bool  # the period stands in the sentence itself
    target: bool
    clause: str
    clock: Clock
    now: bool = False  # the passage speaks of the day of publication
    since_mention: str = ""  # the words from the period to the number


def is_stock(statement: Statement) -> bool:
    """Whether a level is counted at a moment (enterprises, people, land) and not over a stretch."""
    if statement.new or statement.event or statement.measure in {"change", "growth", "attainment"}:
        return False
    if regex.search(r"总投资", statement.indicator):
        return False
    if statement.measure in {"share", "rank"}:
        known = catalogue().get(identify(statement.indicator))
        return bool(known and known.kind == "stock")
    if regex.match(r"每|万人|人均|户均|亩均|单位", statement.indicator):
        return False
    if indicator := catalogue().get(identify(statement.indicator)):
        if indicator.kind == "stock" and not statement.verb:
            return True
        if indicator.kind in {"flow", "rate"}:
            return False
    dimension = statement.figure.dimension
    if dimension in {"ratio", "points", "money", "mass", "energy", "electricity", "visits", "containers", "volume", "concentration", "labour"}:
        return bool(regex.search(r"(?:余额|资产总额|资产|存量|注册资本|注册资金|市值|储量|库存)$", statement.indicator))
    if regex.search(r"[台辆部只批次起例场列笔宗艘架]$|(?<!案)件$", statement.unit) and not _STOCK_WORDS.search(statement.indicator) and "有效" not in statement.indicator:
        return False
    if statement.verb and statement.verb not in {"入驻", "在建", "停产", "投产", "覆盖", "落户", "服务", "培育"}:
        return False
    if _FLOW_WORDS.search(statement.indicator) and not _STOCK_NOUNS.search(statement.indicator):
        return False
    if dimension in _STOCK_UNITS or _STOCK_WORDS.search(statement.indicator):
        return True
    return dimension in {"count", "people", "length", "area", "power"} and bool(_STOCK_NOUNS.search(statement.indicator) or dimension == "people" or not _FLOW_WORDS.search(statement.indicator))


def resolve_period(statement: Statement, place: Place) -> Span:
    """The first and last day that a statement is about, (None, None) where they cannot be known."""
    when, clock = place.when, place.clock
    start, end = when.span
    stock = is_stock(statement)
    cumulative = "累计" in (place.since_mention if when.point else place.clause) and "全年累计" not in place.clause
    today = clock.today
    if place.target or statement.target:
        return _target_period(when, place, statement)
    if when.kind == "opening":
        return today if stock and not cumulative else (None, today[1])
    if stock and clock.last and ((place.now or regex.search(r"现有|目前|现已|现为", place.clause)) or (not place.explicit and regex.search(r"已有", place.clause))):
        return today
    if when.kind == "now":
        return (None, today[1]) if cumulative and not stock and statement.figure.dimension != "ratio" else today
    if not when.said or (start is None and end is None):
        if cumulative and not stock and clock.last:
            return None, clock.last
        return today
    if statement.previous:
        return _previous(when, stock, place)
    if statement.basis == "annual_average" and "两年平均" in statement.held and start:
        return date(start.year - 1, 1, 1), end
    span_years = start is not None and end is not None and end.year > start.year
    if statement.measure == "growth" and statement.basis == "since" and statement.base:
        if base := base_end(statement.base, when, clock):
            return base + timedelta(days=1), end
    if statement.measure == "change" and statement.basis == "since" and statement.base:
        if (base := base_end(statement.base, when, clock)) and end:
            return base + timedelta(days=1), end
    if when.point:
        if stock and end and clock.last and end > clock.last:
            return today
        if stock or statement.figure.dimension == "ratio" and regex.search("面积|存量", statement.indicator):
            return end, end
        if statement.measure == "rank":
            return end, end
        if cumulative and statement.measure in {"level", "change"}:
            return None, end
        return date(end.year, 1, 1) if end else None, end
    if when.since:
        if stock and not cumulative:
            return today if end == clock.last else (end, end)
        return start, end
    if not span_years:
        if cumulative and not stock and not place.explicit and when.said == "passage" and statement.measure == "level":
            return None, end
        if not stock:
            return start, end
        if end and clock.last and end >= clock.last:
            return today
        return end, end
    return _in_span(statement, when, stock, cumulative, place)


def _in_span(statement: Statement, when: When, stock: bool, cumulative: bool, place: Place) -> Span:
    start, end = when.span
    held = place.clause
    last_year = (date(end.year, 1, 1), end) if end else (None, None)
    if statement.measure in {"growth", "change", "attainment"} or cumulative:
        return start, end
    if _HELD.search(held):
        return start, end
    if stock or regex.search(r"拥有量$", statement.indicator):
        return place.clock.today if end and place.clock.last and end >= place.clock.last else (end, end)
    if statement.measure in {"share", "rank"} or statement.figure.dimension == "ratio":
        return last_year
    if statement.figure.dimension == "money" and not statement.verb:
        return last_year
    if statement.verb or _FLOW_WORDS.search(statement.indicator):
        return start, end
    return last_year if _REACHED.search(statement.held) else (start, end)


def _previous(when: When, stock: bool, place: Place) -> Span:
    """The period of the value that something came from."""
    start, end = when.span
    if start is None or end is None:
        return None, None
    if place.explicit and when.said == "origin":
        return (end, end) if stock else (start, end)
    years = end.year - start.year
    if years:
        before = date(start.year - 1, 12, 31)
        return (before, before) if stock else (date(before.year, 1, 1), before)
    return None, None


def _target_period(when: When, place: Place, statement: Statement) -> Span:
    start, end = when.span
    clock = place.clock
    year = clock.year
    if statement.target and end is not None and not (start and end.year > start.year):
        return date(end.year, 1, 1), date(end.year, 12, 31)
    known = start is not None or end is not None
    if when.kind == "whole" and year and end and end.year < year and clock.first and clock.first.year == year:
        return date(year, 1, 1), date(year, 12, 31)
    if known and (place.explicit or when.said in {"section", "document"}):
        if when.point and end and end.month == 12:
            return end, end
        if not place.explicit and end and start and clock.last and end < clock.last and year and end.year < year:
            return date(year, 1, 1), date(year, 12, 31)
        return start, end
    if known and end and clock.last and end >= clock.last and start and (end.year > start.year or (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)):
        return start, end
    if year is None:
        return start, end
    if clock.first and clock.first.year == year:
        return date(year, 1, 1), date(year, 12, 31)
    return start, end


def base_end(base: str, when: When, clock: Clock) -> date | None:
    """The last day of the period that a change is counted from: 2015年 → 2015-12-31, 年初 → the day before 1 January."""
    if match := regex.search(r"((?:19|20)\d{2})年", base):
        return date(int(match[1]), 12, 31)
    if match := regex.search(r"([“\"]?)(十[一二三四五六]五)", base):
        from indicators.periods import plan_years

        return plan_years(match[2])[1]
    end = when.span[1]
    if "年初" in base and end:
        return date(end.year - 1, 12, 31)
    if regex.search(r"上年末|去年末|上年底|去年底", base) and end:
        return date(end.year - 1, 12, 31)
    return None

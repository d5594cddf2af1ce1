"""What a matched rule makes of a figure: the measure, its basis, and the value with its sign."""

import re
from typing import NamedTuple

import regex

from indicators.catalogue import catalogue, identify
from indicators.figures import Figure
from indicators.rules import Match
from indicators.statement import Statement

_STATE = regex.compile(
    r"在(?P<whole>全[国省市区县州])(?:中|里)?(?:的|所占的?)?(?:比重|占比|份额)$"
    r"|占(?P<whole>[^，；。]*?)的?(?:比重|比例|份额)|(?:占比|比重)$"
)
_PREVIOUS = re.compile(r"上一?年|去年|同期|前一年|上年度")
_BETTER_LOW = re.compile(r"浓度|PM|排放|能耗|失业|综合指数|噪声")
_NARROWS = re.compile("收窄|缩小|扩大")
_ITS_END = re.compile("年年?[末底初]$")
_MONTH = re.compile(r"上月|前一?月|上个月")
_QUARTER = re.compile(r"上一?季度|上季|[一二三四]季度")
_BEGINNING = re.compile(r"年初|[十一二三四五六七八九]五|\d{4}年|前$|年前|挂牌|揭牌|成立|设立|期初|上届|启动|末|年底")
_GOES_ON = re.compile("[、，]|力争|冲刺|争取|确保|挑战")
# 占全市近五成、全省的一成: the share of a further whole.
OF_ANOTHER = re.compile("的$|^、(?:全[国省市县区州疆桂]|我[国省市]|全自治区)(?:近|约|超)?$")
_WHOLE_EDGES = re.compile(r"^(?:了|到|据)|(?:比重|比例|的)$")


class Measured(NamedTuple):
    """Measure, basis, value and unit of a statement."""

    measure: str
    basis: str
    value: float
    unit: str


def compare(base: str) -> str:
    """The basis of a comparison with `base`: yoy, mom, qoq or since.

    >>> compare("上年"), compare("去年底"), compare("2015年末"), compare("年初"), compare("上月")
    ('yoy', 'since', 'since', 'since', 'mom')
    """
    if _MONTH.search(base):
        return "mom"
    if _PREVIOUS.search(base) and not _ITS_END.search(base):
        return "yoy"
    if _QUARTER.search(base):
        return "qoq"
    return "since" if _BEGINNING.search(base) else "yoy"


def state_of(clause: str) -> regex.Match[str] | None:
    """Where a clause says that a level is a share of something: 服务业增加值占GDP比重(提高到)."""
    return _STATE.search(clause)


def is_amount(indicator: str) -> bool:
    """Whether an indicator is known to be an amount, so that a bare percentage of it must be its growth."""
    known = catalogue().get(identify(indicator))
    return bool(known and known.unit and known.unit != "%")


def measure(figure: Figure, match: Match, clause: str, indicator: str, own: bool, before: Statement | None) -> Measured:
    """What `figure` measures by the rule that matched in `clause`; `before` is the last statement's measure."""
    rule, groups = match.rule, match.groups
    value, unit = figure.value, figure.unit
    fall = "fall" in groups
    basis = compare(groups.get("base", "")) if rule.basis == "?" else rule.basis
    if rule.measure == "state":
        if state := state_of(clause[: match.start]):
            return Measured("share", state["whole"] or "", value, unit)
        if not own and before and before.measure in {"share", "growth"}:
            falling = before.value < 0 and _NARROWS.search(clause)
            return Measured(before.measure, before.basis, -abs(value) if falling else value, unit)
        return Measured("level", "", value, unit)
    if rule.measure == "topic":
        if before is None or (before.unit == "%") != (unit == "%"):
            growing = before is not None and before.unit == "个百分点" and unit == "%"
            return Measured("growth", "yoy", value, unit) if growing else Measured("level", "", value, unit)
        return Measured(before.measure, before.basis, -abs(value) if before.value < 0 else value, unit)
    if rule.name == "ratio.level.rate":
        if "grows" in groups:
            return Measured("growth", "yoy", -abs(value) if fall else value, unit)
        return _bare_rate(figure, clause, indicator, own, before)
    if rule.measure == "growth":
        if _ITS_END.search(groups.get("base", "")) and _PREVIOUS.search(groups["base"]):
            basis = "yoy"  # 生猪存栏比上年末增长17.2%
        fall = fall or (rule.name == "ratio.growth.improved" and bool(_BETTER_LOW.search(indicator)))
        if unit == "倍":
            value, unit = round(value * 100, 6), "%"
        return Measured("growth", basis, -abs(value) if fall else value, unit)
    if rule.measure == "change":
        if "narrow" in groups:
            # A 降幅 that narrows, or is smaller than the city's, is a change for the better.
            better = fall or "收窄" in clause or "缩小" in clause
            return Measured("change", basis, abs(value) if better else -abs(value), unit)
        return Measured("change", "yoy" if "yoy" in groups else basis, -abs(value) if fall else value, unit)
    if rule.measure == "share":
        return Measured("share", _WHOLE_EDGES.sub("", groups.get("whole", "").strip("的")), value, unit)
    return Measured(rule.measure, basis, value, unit)


def _bare_rate(figure: Figure, clause: str, indicator: str, own: bool, before: Statement | None) -> Measured:
    """A percentage with nothing but a name before it: a rate's level, or the growth of an amount."""
    value, unit = figure.value, figure.unit
    if not own and before and before.measure == "share" and clause.startswith("、") and OF_ANOTHER.search(clause):
        return Measured("share", clause.strip("、的近约超"), value, unit)
    if indicator.endswith("自然增长率"):
        return Measured("level", "", value, unit)  # of a population: a rate by its own name
    if figure.signed or (own and is_amount(indicator) and figure.kind == "quantity" and unit == "%"):
        return Measured("growth", "yoy", value, unit)
    if not own and before and before.measure == "growth":
        # 能耗下降确保3.5%、力争4%
        return Measured("growth", before.basis, -value if before.value < 0 and _GOES_ON.match(clause) else value, unit)
    return Measured("level", "", value, unit)

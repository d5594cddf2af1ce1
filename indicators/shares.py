"""Shares whose whole is told elsewhere: with the land that yields them, or a clause before the figures."""

import re

import regex

from indicators.figures import Figure
from indicators.naming import split_segment
from indicators.nouns import noun_after, noun_before
from indicators.statement import Spot, Statement, Topic

# 用全市百分之一的土地，托起了8.3%的经济总量: the whole is that of the land.
_LAND_OF = regex.compile(r"[用以](?:占)?(?P<whole>全[国省市县区州])[^，。；]{0,16}(?:土地|面积|人口|地盘)，$")
_YIELDS = re.compile(r"(?:贡献|创造|托起|产出|支撑|撑起|扛起|拉动|提供)(?:了|出|起)?(?:近|约|超过?|逾)?")
# Between the parts of a whole that an area contributes, each before its name.
_YIELDS_TOO = re.compile(r"的[^，。；的]{1,16}?(?:、|和|与|及|以及)")
_NEXT_PART = re.compile(r"(?:、|和|与|及|以及)(?=(?:近|约|超过?)?[\d一二三四五六七八九])")
_SHARE_AHEAD = regex.compile(r"(?r)(?P<what>[^，。；]{2,30})占(?P<whole>[^，。；]{2,16}?)的?(?:比重|比例|份额)，$")
# 在孵企业860家，其中近三成由高校教师创办: who they are, of those just counted.
_OF_THEM = regex.compile(r"(?r)其中，?(?:近|约|超过?|逾|有)?$")
_WHO = re.compile(
    r"(?:以上|左右)?(?:由|是|为|来自|属于|出自)(?P<who>[^，。；\d]{2,14}?)(?:创办|创立|领办|组成|提供|产出|贡献)?(?=[，。；]|$)"
)
_CONTRIBUTED, _AHEAD, _OF_THEM_RULE = "ratio.share.contributed", "ratio.share.ahead", "ratio.share.of_it"


def read_contribution(text: str, begin: int, clause: str, figure: Figure, topic: Topic) -> Statement | None:
    """What an area yields of a whole told elsewhere: 以全市5%的土地，创造了六分之一的GDP和近三成的出口.

    `clause` is that of the figure, which begins at `begin`. None where it says no such thing.
    """
    if not text.startswith("的", figure.bound_end):
        return None
    noun = noun_after(_NEXT_PART.split(text[figure.bound_end + 1 : figure.bound_end + 31])[0], 30)
    before = topic.recent[-1] if topic.recent else None
    if noun and before and before.rule == _CONTRIBUTED and _YIELDS_TOO.fullmatch(clause):
        return before._replace(figure=figure, indicator=noun.text, value=figure.value)
    if not noun or not _YIELDS.fullmatch(clause):
        return None
    land = _LAND_OF.search(text, text.rfind("。", 0, begin) + 1, begin)
    return Statement(figure, noun.text, "", "share", land["whole"], figure.value, "%", _CONTRIBUTED) if land else None


def read_share_of_them(spot: Spot, topic: Topic) -> list[Statement]:
    """The share of some among those just counted, who are named behind: 企业860家，其中近三成由高校教师创办."""
    counted, figure = topic.recent[-1] if topic.recent else None, spot.group[0]
    who = _WHO.match(spot.text, figure.bound_end) if _OF_THEM.search(spot.text, 0, figure.start) else None
    if who is None or counted is None or counted.figure.dimension not in {"count", "people"} or len(spot.group) > 1:
        return []
    name = spot.text[figure.bound_end : who.end()].removeprefix("以上").removeprefix("左右")
    name = re.sub("^(?:由|是|为|属于)", "", name)
    return [Statement(figure, name, "", "share", counted.indicator, figure.value, "%", _OF_THEM_RULE)]


def read_share_ahead(spot: Spot, topic: Topic) -> list[Statement]:
    """A share named a clause before its figures: 汽车产业产值占工业总产值的比重，2016年是19%，去年是46.3%."""
    before = topic.recent[-1] if topic.recent else None
    if before and before.rule == _AHEAD and not noun_before(spot.head):
        return [before._replace(figure=figure, value=figure.value) for figure in spot.group]
    ahead = _SHARE_AHEAD.search(spot.gap) if "占" in spot.gap else None
    if ahead is None or noun_before(spot.head):
        return []
    segment, name = split_segment(noun_before(ahead["what"]).text)
    if not name:
        return []
    return [Statement(each, name, segment, "share", ahead["whole"], each.value, "%", _AHEAD) for each in spot.group]

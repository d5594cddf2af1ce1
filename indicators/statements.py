"""Step 2: the statements of a sentence: which figure measures what, by which rule; 今年 and 我区 still as words.

A sentence is read from left to right. Each figure looks at the words between it and the one before: the rule that fits
says what is measured, what remains is the indicator's name. Where nothing remains, the name said last serves on.
"""

import re
from collections.abc import Sequence

import regex

from indicators.attribution import STORY, build, find_noun, fits, named_earlier
from indicators.combining import combine
from indicators.enumerations import (
    EACH,
    OWN_VERB,
    THEY,
    distribute,
    how_many,
    read_list,
    said_before,
    share_bound,
    spread_bound,
)
from indicators.figures import Figure
from indicators.measures import state_of
from indicators.naming import split_list, split_segment, spread_tail
from indicators.nouns import Noun, noun_before
from indicators.ranks import read_rank
from indicators.rules import match_rule
from indicators.scan import clause_start
from indicators.shares import read_contribution, read_share_ahead, read_share_of_them
from indicators.statement import Spot, Statement, Topic
from indicators.units import units

_CLAUSE_END = regex.compile(r"(?r)[，；：。！？|]")
_KINDS = {"ratio": "ratio", "points": "points", "multiple": "multiples"}
_JOINT = re.compile(r"(?:、|，|和|与|及|以及|或|到|至|/|:|-|—{1,2}|~)?(?:分别)?(?:为|达)?")
_MOVES = re.compile(r"(?:前移|晋升|上升|提升|跃升|前进|进位|上移|提高|升|进|后移|下降|退后|后退|下滑|下移|降)了?$")
_RATE_NOUN = re.compile(
    r"占(?P<whole>[^，；。占]{1,16}?)的?(?:比重|比例)?$|(?:[，、]|^)(?:但|其)?(?P<fall>降幅|跌幅)[^，。]{0,4}?$|(?:增速|增幅|涨幅|占比|比重)$"
)
_ORIGIN = re.compile(r"(?:由|从)[^，；。]{0,14}$")
_RISES = re.compile(
    r"，?的?(?:逐步|一路|大幅|稳步|迅速|快速|继续|进一步|分别)*(?:提高|增加|增长|增|提升|上升|扩大|发展|下降|降|降低|减少|回落|攀升|跃升|扩展"
    r"|拓展|缩短|压缩|压减|整合|合并|归并|精简|缩减|集中|重组|收窄|放缓|加快|回升|下调|上调|调整|转|升|跃|变|到|至)"
)
_ARRIVES = re.compile(r"[^，；。]{0,10}?(?:到|至|为|增至|升至)")
_LAST_ORIGIN = regex.compile(r"(?r)(?:由|从)")
_RATE_ALONE = re.compile(r"(?:(?P<fall>降幅|跌幅)|增速|增幅|涨幅)$")
_GROWS = re.compile(r"(?:(?P<fall>降幅|跌幅)|增速|增幅|涨幅)[^，。；\d占]{0,6}[，、]$")
_HELD_AGAINST = re.compile(
    r"(?:与|同|和|跟|比|较)(?P<base>(?:19|20)\d{2}年[^，。；]{0,20}?|[上去]年[^，。；]{0,8}?)的$"
)
_AFTER_ASIDE = re.compile(r"[^（，。；）]{0,6}）(?=(?:为|达|共|约|完成)?$)")
_ABOUT = re.compile("(?:约|差不多|将近|接近|近)(?:占|全|[为是]|相当于)")
_WITHIN = re.compile(r"^(?P<what>(?:[^在]{2,}率)?)在(?P<group>[^在，。；]{2,16})中$")


def kind_of(figure: Figure) -> str:
    """The name that the rules have for a figure's kind."""
    if figure.kind == "ordinal":
        return "rank"
    if figure.kind in {"multiple", "digits", "fraction"}:
        return figure.kind
    return _KINDS.get(figure.dimension, "amount")


def group_figures(text: str, figures: Sequence[Figure]) -> list[list[Figure]]:
    """Figures that stand in one list (10%、10%和8%以上) together."""
    groups: list[list[Figure]] = []
    for figure in figures:
        if groups:
            last = groups[-1][-1]
            if figure.bound_start - last.bound_end > 5:
                groups.append([figure])
                continue
            between = text[last.bound_end : figure.bound_start]
            alike = kind_of(last) == kind_of(figure) or figure.range_part == 2
            alike = alike or {kind_of(last), kind_of(figure)} == {"ratio", "multiples"}  # 分别增长43.8%和1.6倍
            if (
                alike
                and (_JOINT.fullmatch(between) or _joins_with_verb(text, groups[-1][0], between))
                and (between != "，" or (figure.dimension == "ratio" and figure.bound_start == figure.start))
                and (between != "，为" or last.dimension == figure.dimension)
            ):
                groups[-1].append(figure)
                continue
        groups.append([figure])
    return groups


def _joins_with_verb(text: str, first: Figure, between: str) -> bool:
    """Whether a figure stands in a list with a verb of its own: 分别增长5.1%、8.8%和下降0.3%."""
    if not OWN_VERB.fullmatch(between):
        return False
    clause = max(text.rfind(mark, 0, first.start) for mark in "，。；")
    return text.find("分别", clause + 1, first.start) >= 0


def read_sentence(text: str, start: int, figures: Sequence[Figure], topic: Topic, end: int) -> list[Statement]:
    """The statements of the sentence `text[start:end]` with these figures; `topic` is carried on and changed."""
    found: list[Statement] = []
    if not figures:
        topic.hear(text, start, end)
        return found
    position = start
    topic.before, topic.recent = topic.recent, found
    groups = group_figures(text, figures)
    for number, group in enumerate(groups):
        _take_parts(topic, text[position : group[0].bound_start])
        following = groups[number + 1][0].bound_start if number + 1 < len(groups) else end
        statements = _read_group(text, position, share_bound(group), topic, following, end)
        found.extend(statements)
        aside = topic.last is not None and _in_brackets(text, start, group[0].start, group[-1].bound_end)
        if statements and not aside and (statements[-1].measure != "rank" or statements[-1].own):
            topic.last = statements[-1]
        position = group[-1].bound_end
    topic.opening, topic.whole, topic.compared = "", None, ""
    return spread_bound(text, found)


def _in_brackets(text: str, start: int, first: int, last: int) -> bool:
    """Whether figures stand in an aside, after which the sentence goes on: 税收9亿元（含海关代征3亿元），增长8%."""
    opened = text.rfind("（", start, first)
    return opened >= 0 and text.find("）", opened, first) < 0 and text.startswith("），", last)


def _take_parts(topic: Topic, words: str) -> None:
    """Note that 其中 goes over to the parts of what was said last, and that a semicolon goes back to it."""
    if topic.whole and "；" in words:
        topic.last, topic.whole = topic.whole, None
    if "其中" in words and topic.whole is None:
        topic.whole = topic.last


def _read_group(
    text: str, position: int, group: list[Figure], topic: Topic, following: int, end: int
) -> list[Statement]:
    first = group[0]
    cut = _CLAUSE_END.search(text, position, first.bound_start)
    begin = cut.end() if cut else position
    opened = text.rfind("（", begin, first.bound_start)
    if opened >= 0 and text.find("）", opened, first.bound_start) < 0:
        begin = opened + 1  # （一季度为8.7%）
    clause = text[begin : first.bound_start]
    if clause.startswith("）的") and (opened := text.rfind("（", 0, begin)) >= 0:
        begin = clause_start(text, 0, opened)  # 完成年初计划（22亿元）的98.6%
        clause = text[begin:opened] + clause[1:]
    elif (closed := _AFTER_ASIDE.match(clause)) and (opened := text.rfind("（", 0, begin)) >= 0:
        begin = clause_start(text, 0, opened)  # 增值税（地方留成50%部分）9.62亿元
        clause = text[begin:opened] + clause[closed.end() :]
    kind = kind_of(first)
    if first.unit in {"位", "名", "个位次", "位次", "个名次", "个位"} and _MOVES.search(clause):
        kind = "places"
    match = match_rule(kind, clause, text[first.bound_end : end])
    if match is None:
        return []
    if contributed := read_contribution(text, begin, clause, first, topic):
        return [contributed]
    if (
        (match.rule.measure == "share" or match.rule.name == "ratio.level.times")
        and first.bound == "exact"
        and _ABOUT.search(clause)
    ):
        group = [figure._replace(bound="about") for figure in group]  # 约占全市的一半
    spot = Spot(text, group, kind, clause, text[position:begin], following, match)
    if match.rule.measure == "rank":
        return read_rank(spot, topic)
    if compared := _compared(spot, topic):
        return compared
    if _is_origin(clause, text[group[-1].bound_end : end]):
        return _read_origin(spot, topic)
    if len(group) > 1 and first.range_part == 0 and (listed := read_list(spot, topic)):
        return listed
    if spot.match.rule.name == "ratio.level.rate" and (shares := read_share_ahead(spot, topic)):
        return shares
    if spot.match.rule.name == "ratio.level.rate" and (shares := read_share_of_them(spot, topic)):
        return shares
    if within := _WITHIN.search(spot.head):
        return _read_within(spot, within, topic)
    spot = _with_rate_before(_without_rate_noun(spot))
    noun, own = find_noun(spot, topic)
    if noun is STORY:
        return []
    if own and (all_told := _all_told(spot, noun, topic)):
        return [build(spot, first, noun, pair, False, topic) for pair in all_told]
    if own and (members := distribute(spot, noun)):
        return [build(spot, first, noun._replace(text=name), (part, name), True, topic) for part, name in members]
    if not own and not _serves(topic.last, spot):
        counted = topic.counted(spot.group[0], nameless=True)
        if counted is None:
            return []
        pair = counted.segment, counted.indicator  # 技改投资占57.3%，10月当月完成147.2亿元
        return [build(spot, figure, noun, pair, own, topic) for figure in group]
    two = said_before(topic, 2) if own and noun.text in {"前者", "后者"} else []
    pair = two[noun.text == "后者"] if two else combine(spot, noun, topic) if own else topic.name
    return [build(spot, figure, noun, pair, own and not two, topic) for figure in group]


def _compared(spot: Spot, topic: Topic) -> list[Statement]:
    """What a thing just told was before, where it is held against that: 与2010年的45.2万人相比，增加23.2万人."""
    figure, last = spot.group[0], topic.last
    held = spot.text.startswith("相比", figure.bound_end) and _HELD_AGAINST.search(spot.clause)
    if not held or last is None or last.figure.dimension != figure.dimension or len(spot.group) > 1:
        return []
    topic.compared = held["base"]
    return [
        last._replace(
            figure=figure, value=figure.value, unit=figure.unit, previous=True, own=False, held="", base=held["base"]
        )
    ]


def _all_told(spot: Spot, noun: Noun, topic: Topic) -> list[tuple[str, str]]:
    """(segment, indicator) of all things of which one number is said: 进出口…，实际利用外资…，两项指标均增长两成."""
    they = THEY.fullmatch(noun.text) if EACH.search(spot.clause[max(0, spot.match.start - 2) :]) else None
    count = how_many(they["count"]) if they else 0
    told = said_before(topic, count) if count else []
    return told if len(told) == count else []


def _read_within(spot: Spot, within: regex.Match[str], topic: Topic) -> list[Statement]:
    """A rate said of one group after the other: 覆盖率在A企业中为63%，在B企业中为69%."""
    noun = noun_before(within["what"])
    if not noun and not topic.last:
        return []
    indicator = noun.text or topic.name[1]
    return [build(spot, figure, noun, (within["group"], indicator), True, topic) for figure in spot.group]


def _serves(last: Statement | None, spot: Spot) -> bool:
    """Whether the name said last can be that of a figure without one: people are not counted in 亿元."""
    if last is None:
        return False
    if spot.kind != "amount":
        return True
    figure = spot.group[0]
    if last.measure not in {"level", "change"}:
        return fits(last.indicator, figure)
    if figure.unit in units().scales and last.figure.dimension == "money":
        return True  # 保100亿、争105亿
    return last.figure.dimension == figure.dimension


def _without_rate_noun(spot: Spot) -> Spot:
    """A spot whose 降幅, 增速 or 占比 before 收窄 or 高于 is no name: it speaks of the indicator named before."""
    if spot.kind != "points" or not (match := _RATE_NOUN.search(spot.head)):
        return spot
    groups = dict(spot.match.groups)
    if match["fall"]:
        groups["narrow"] = "1"
    if match["whole"]:
        groups["whole"] = match["whole"]
    return spot._replace(match=spot.match._replace(start=match.start(), groups=groups))


def _with_rate_before(spot: Spot) -> Spot:
    """A spot that says how fast what was told grew: 增速最快，达到31%."""
    if spot.match.rule.name != "ratio.level.rate" or spot.head or not (rate := _GROWS.search(spot.gap)):
        return spot
    groups = dict(spot.match.groups) | {"grows": "1"} | ({"fall": "1"} if rate["fall"] else {})
    return spot._replace(match=spot.match._replace(groups=groups))


def _is_origin(clause: str, after: str) -> bool:
    """Whether the number is where something came from: 由上年的29.3%提高到31.0%, 从689万户增至951万户."""
    if after.startswith("→"):
        return True  # 地区生产总值：1832亿元→2600亿元
    return bool(_ORIGIN.search(clause) and _RISES.match(after) and _ARRIVES.match(after))


def _read_origin(spot: Spot, topic: Topic) -> list[Statement]:
    cut = _LAST_ORIGIN.search(spot.clause)
    head = spot.clause[: cut.start()] if cut else spot.clause
    figure, count = spot.group[0], len(spot.group)
    if spot.match.rule.measure == "growth":  # 由下降2.2%转为增长5.6%
        noun = noun_before(head)
        if not noun and not topic.last:
            return []
        pair = combine(spot, noun, topic) if noun else topic.name
        return [build(spot, figure, noun, pair, bool(noun), topic)._replace(previous=True)]
    state = state_of(head)
    noun = noun_before(head[: state.start()] if state else head)
    if not (noun or head.strip("也则均，")) and (name := named_earlier(spot)):
        noun = Noun(name)  # 主园区的常住人口，也从2010年的11.2万人增长到…
    if figure.dimension == "ratio" and (rate := _RATE_ALONE.search(head)):  # 降幅由上半年的18.3%收窄至6.7%
        noun = noun_before(head[: rate.start()])
        if not noun and not topic.last:
            return []
        pair = combine(spot, noun, topic) if noun else topic.name
        value = -abs(figure.value) if rate["fall"] else figure.value
        return [Statement(figure, pair[1], pair[0], "growth", "yoy", value, "%", "origin", bool(noun), previous=True)]
    if not noun and not topic.last:
        return []
    members = split_list(noun.text, count) if count > 1 else []
    pairs = spread_tail(members) if members else [split_segment(noun.text) if noun else topic.name]
    measured, basis = ("share", state["whole"] or "") if state else ("level", "")
    return [
        Statement(
            figure,
            indicator,
            segment,
            measured,
            basis,
            figure.value,
            figure.unit,
            "origin",
            bool(noun),
            previous=True,
            verb=noun.verb,
        )
        for figure, (segment, indicator) in zip(spot.group, pairs, strict=False)
    ]

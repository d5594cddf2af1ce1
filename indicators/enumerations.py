"""Enumerations: A、B和C分别增长x、y和z, A、B均增长x, and the bounds that a list's ends give to all of it."""

import re
from itertools import pairwise

import regex

from indicators.attribution import build, clauses_of
from indicators.combining import combine, measures_itself, parts_of
from indicators.figures import Figure
from indicators.naming import members_of, split_list, split_segment, spread_tail
from indicators.nouns import Noun, noun_before
from indicators.numerals import parse_numeral
from indicators.statement import Spot, Statement, Topic, bare_unit

EACH = re.compile(r"(?<![人户年平])均(?!衡)|都(?!市)|双双|各(?![类项级种])")
OWN_VERB = re.compile(r"(?:、|，|和|与|及)(?:增长|上升|提高|增加|(?P<fall>下降|减少|降低|回落))")
EACH_AT_END = re.compile(r"(?:分别|依次|均|都|双双)$")
_RATE = re.compile(r"率$")
# 按经营地分，城镇、乡村分别实现: parts of what was told last.
_BROKEN_DOWN = re.compile("(?:按|分)[^，。；]{1,8}(?:分|看)，$")
# Words for the things told just before: 两项增速分别高出…, 三项指标分别居….
THEY = re.compile(
    r"(?:这|上述|以上|前)?(?P<count>[两二三四五六七八九]|\d)(?:项|者|个|大)(?:主要|核心|关键)?(?:指标|数据)?(?P<respect>增速|增幅|占比|总量)?"
)
_THESE = re.compile("(?:这|上述|以上)?(?:几|[两三四五六])[个项组](?:数字|数据|数|指标)")
_THIS_NUMBER = re.compile("这(?:一|个|项|一个)?(?:数|数字|数据|指标)")
# Periods told one after the other: 2022年、2023年, 一季度、上半年、前三季度.
_PERIODS = re.compile(
    r"(?:19|20)\d{2}年|前三季度|[一二三四](?:季度|(?=[、和](?:[一二三四][、和])*[一二三四]季度))|[上下]半年|全年"
)
_YEARS = re.compile(r"(?:19|20)\d{2}年")
_CLAUSE_END = regex.compile(r"(?r)[，；：。！？|]")


def share_bound(group: list[Figure]) -> list[Figure]:
    """A list's 不低于 at its head and 以上 at its end hold for all its members."""
    first, last = group[0], group[-1]
    if len(group) < 2 or any(figure.range_part for figure in group):
        return group
    shared = last.bound if last.bound_end > last.end else first.bound if first.bound_start < first.start else "exact"
    return [figure._replace(bound=shared) if figure.bound == "exact" else figure for figure in group]


def spread_bound(text: str, statements: list[Statement]) -> list[Statement]:
    """A 以上 at the end of an enumeration (300家、8家以上) holds for all of it."""
    result = list(statements)
    for i in range(len(result) - 2, -1, -1):
        one, other = result[i].figure, result[i + 1].figure
        if other.bound != "at_least" or other.bound_end <= other.end:
            continue
        between = text[one.bound_end : other.bound_start]
        alike = one.bound == "exact" and one.dimension == other.dimension
        if alike and between.startswith("、") and not _CLAUSE_END.search(between):
            result[i] = result[i]._replace(figure=one._replace(bound="at_least"))
    return result


def distribute(spot: Spot, noun: Noun) -> list[tuple[str, str]]:
    """The several indicators of which one number is said: A、B均增长8%, A率、B率超过95%, A和B各50名."""
    members = members_of(noun.text)
    if len(members) < 2:
        return []
    rates = spot.kind == "ratio" and all(_RATE.search(name) for _, name in members)
    return members if rates or EACH.search(spot.clause[max(0, spot.match.start - 2) :]) else []


def read_list(spot: Spot, topic: Topic) -> list[Statement]:
    """A、B和C分别增长x、y和z: a name for each number, named here or before; [] if it is no such list."""
    count, head = len(spot.group), spot.head
    respectively = "分别" in spot.clause or "依次" in spot.clause or "分别" in spot.gap[-12:]
    if not respectively and spot.match.rule.measure not in {"growth", "change"} and not _enumerates(head, count):
        return []
    body = EACH_AT_END.sub("", head)
    noun = noun_before(body)
    periods = list(_PERIODS.finditer(body))
    told_apart = len(periods) == count
    if told_apart and (named := noun_before(body[: periods[0].start()])):
        noun = named
    if _THESE.fullmatch(noun.text):
        return _of_same_units(spot, topic)
    if _THIS_NUMBER.fullmatch(noun.text) and topic.last and len(_YEARS.findall(spot.gap)) == count:
        return [
            build(spot, figure, Noun(""), topic.name, False, topic)._replace(period_index=n)
            for n, figure in enumerate(spot.group)
        ]
    if THEY.fullmatch(noun.text):
        noun = Noun("")
    if noun and told_apart and not split_list(noun.text, count):
        pair = combine(spot, noun, topic)
        return [
            build(spot, figure, noun, pair, True, topic)._replace(period_index=n) for n, figure in enumerate(spot.group)
        ]
    if not noun and told_apart and topic.last:
        return [
            build(spot, figure, noun, topic.name, False, topic)._replace(period_index=n)
            for n, figure in enumerate(spot.group)
        ]
    if noun:
        members = split_list(noun.text, count)
        split = spot.kind == "amount" and members and _BROKEN_DOWN.search(spot.gap)
        if split and topic.last and not any(map(measures_itself, members)):
            return [build(spot, figure, noun, (part, topic.last.indicator), True, topic)
                    for figure, part in zip(spot.group, members, strict=True)]  # fmt: skip
        pairs = (
            parts_of(
                spot, [(s, n) if s else split_segment(noun_before(n).text or n) for s, n in spread_tail(members)], topic
            )
            if members
            else []
        )
    else:
        pairs = _enumerated_before(spot, count) or said_before(topic, count)
    if len(pairs) != count:
        if len(_YEARS.findall(spot.gap)) != count or not noun:
            return []
        pair = combine(spot, noun, topic)
        return [
            build(spot, figure, noun, pair, True, topic)._replace(period_index=n) for n, figure in enumerate(spot.group)
        ]
    found = [build(spot, figure, noun, pair, True, topic) for figure, pair in zip(spot.group, pairs, strict=True)]
    return _with_own_verbs(spot, found)


def _of_same_units(spot: Spot, topic: Topic) -> list[Statement]:
    """这几个数字分别是120亿元、310家和0.9万吨: each of what was told last in its unit; [] where one was not."""
    told = [*topic.before, *topic.recent]
    found = []
    for figure in spot.group:
        same = [one for one in told if bare_unit(one.figure.unit) == bare_unit(figure.unit) and one.measure == "level"]
        if not same:
            return []
        found.append(
            same[-1]._replace(figure=figure, value=figure.value, unit=figure.unit, own=False, held=spot.clause)
        )
    return found


def _with_own_verbs(spot: Spot, statements: list[Statement]) -> list[Statement]:
    """The members of a list, each risen or fallen as the verb before it says: 分别增长5.1%和下降0.3%."""
    result = statements[:1]
    for before, statement in pairwise(statements):
        verb = OWN_VERB.fullmatch(spot.text[before.figure.bound_end : statement.figure.bound_start])
        if verb and statement.measure in {"growth", "change"}:
            size = abs(statement.value)
            statement = statement._replace(value=-size if verb["fall"] else size)
        result.append(statement)
    return result


def _enumerates(head: str, count: int) -> bool:
    if count == 2:
        return "、" in head or "和" in head
    return bool(split_list(head, count))


def _enumerated_before(spot: Spot, count: int) -> list[tuple[str, str]]:
    """The names of a list that stand a clause earlier: A、B和C的主营业务收入，全年增幅分别…."""
    for part in reversed(clauses_of(spot.gap)[-2:]):
        if (noun := noun_before(part)) and (members := split_list(noun.text, count)):
            return spread_tail(members)
    return []


def said_before(topic: Topic, count: int) -> list[tuple[str, str]]:
    """The last `count` names of the sentence, where a list of numbers has none of its own."""
    recent: list[tuple[str, str]] = []
    for statement in reversed(topic.recent):
        pair = statement.segment, statement.indicator
        if statement.own and pair not in recent:
            recent.insert(0, pair)
        if len(recent) == count:
            return recent
    return []


def how_many(numeral: str) -> int:
    """The number of things that 两项 or 3个 counts, 0 where it is none.

    >>> how_many("两"), how_many("3")
    (2, 3)
    """
    return int(numeral) if numeral.isdigit() else int(parse_numeral(numeral.replace("两", "二")) or 0)

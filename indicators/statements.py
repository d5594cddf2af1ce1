"""Step 2: the statements of a sentence: which figure measures what, by which rule; 今年 and 我区 still as words.

A sentence is read from left to right. Each figure looks at the words between it and the one before: the rule that fits
says what is measured, what remains is the indicator's name. Where nothing remains, the name said last serves on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import regex

from indicators.catalogue import catalogue, identify
from indicators.figures import Figure
from indicators.nouns import (
    COUNTS,
    RESPECTS,
    Noun,
    noun_after,
    noun_before,
    split_list,
    split_segment,
    spread_tail,
)
from indicators.rules import Match, match_rule

_CLAUSE_END = regex.compile(r"(?r)[，；：。！？|]")
_JOIN = regex.compile(r"(?:、|，|和|与|及|以及|或|；|到|至|/|:)?(?:分别)?(?:为|达)?")
_LIST_JOINT = regex.compile(r"^(?:、|和|与|及|以及|并|或)")
_AMOUNTS = {"money", "count", "people", "visits", "labour", "area", "length", "volume", "mass", "energy", "electricity", "power", "containers", "concentration", "scale", ""}


@dataclass(frozen=True)
class Statement:
    """What a sentence says with one figure. Offsets are those of the passage; `own` is False where the name is the last one's."""

    figure: Figure
    indicator: str
    segment: str
    measure: str
    basis: str
    value: float
    unit: str
    rule: str
    own: bool = True
    target: bool = False  # the rule itself says that it is a target
    previous: bool = False  # the value of the period before: 由上年的29.3%
    base: str = ""  # what is compared with, as the text has it
    new: bool = False  # 新增, 净增
    verb: str = ""  # the verb of flow that the name begins with
    event: bool = False  # something happened to what is counted: 83项案例入选
    held: str = ""  # the words between name and number
    period_index: int = -1  # the n-th of several periods named for a list


@dataclass
class Topic:
    """What was spoken of last."""

    indicator: str = ""
    segment: str = ""
    statement: Statement | None = None
    recent: list[Statement] = field(default_factory=list)  # the statements of this sentence


def kind_of(figure: Figure) -> str:
    """The name that the rules have for a figure's kind."""
    if figure.kind == "ordinal":
        return "rank"
    if figure.kind in {"multiple", "digits"}:
        return figure.kind
    dimension = figure.dimension
    if figure.kind == "fraction":
        return "fraction"
    return {"ratio": "ratio", "points": "points", "multiple": "multiples", "rank": "rank"}.get(dimension, "amount")


def group_figures(text: str, figures: Sequence[Figure]) -> list[list[Figure]]:
    """Figures that stand in one list (10%、10%和8%以上) together."""
    groups: list[list[Figure]] = []
    for figure in figures:
        if groups:
            last = groups[-1][-1]
            between = text[last.bound_end : figure.bound_start]
            same = kind_of(last) == kind_of(figure) or figure.range_part == 2
            if same and len(between) <= 3 and _JOIN.fullmatch(between) and "；" not in between and (between != "，" or figure.dimension == "ratio"):
                groups[-1].append(figure)
                continue
        groups.append([figure])
    return groups


def read_sentence(text: str, start: int, figures: Sequence[Figure], topic: Topic, end: int) -> list[Statement]:
    """The statements of the sentence `text[start:end]` with these figures; `topic` is carried on and changed."""
    found: list[Statement] = []
    position = start
    topic.recent = []
    groups = group_figures(text, figures)
    for number, group in enumerate(groups):
        following = groups[number + 1][0].bound_start if number + 1 < len(groups) else end
        statements = _read_group(text, position, group, topic, following, end)
        for statement in statements:
            found.append(statement)
        topic.recent.extend(statements)
        if statements:
            last = statements[-1]
            if last.measure not in {"rank"} or last.own:
                topic.statement = last
                topic.indicator, topic.segment = last.indicator, last.segment
        position = group[-1].bound_end
    return _spread_bound(text, found)


def _spread_bound(text: str, statements: list[Statement]) -> list[Statement]:
    """A 以上 at the end of an enumeration (300家、8家以上) holds for all of it."""
    result = list(statements)
    for i in range(len(result) - 2, -1, -1):
        one, other = result[i].figure, result[i + 1].figure
        between = text[one.bound_end : other.bound_start]
        if other.bound == "at_least" and other.bound_end > other.end and one.bound == "exact" and one.dimension == other.dimension and between.startswith("、") and not regex.search(r"[，；：]", between):
            result[i] = replace(result[i], figure=replace(one, bound="at_least"))
    return result


def _clause(text: str, position: int, end: int) -> tuple[str, int]:
    """The words of the clause that ends at `end`, from `position` on at the earliest, and where they begin."""
    cut = _CLAUSE_END.search(text, position, end)
    begin = cut.end() if cut else position
    # a bracket that closes inside the clause belongs to it: 养老床位（张，个）
    return text[begin:end], begin


def _read_group(text: str, position: int, group: list[Figure], topic: Topic, following: int, end: int) -> list[Statement]:
    group = _share_bound(group)
    first = group[0]
    clause, begin = _clause(text, position, first.bound_start)
    after = text[group[-1].bound_end : end]
    kind = kind_of(first)
    if first.unit in {"位", "名", "个位次", "个位"} and _MOVES.search(clause):
        kind = "places"
    match = match_rule(kind, clause, text[first.bound_end : end])
    if match is None:
        return []
    rule = match.rule
    head = clause[: match.start]
    if rule.measure == "rank":
        return _read_rank(group, match, head, topic)
    if _is_base(clause, after, kind):
        return _read_base(text, position, group, clause, topic, kind)
    gap = text[position:begin]
    if len(group) > 1 and first.range_part == 0 and ("分别" in clause or "分别" in gap[-12:] or rule.measure in {"growth", "change"} or _is_list(head, len(group))):
        listed = _read_list(group, match, head, clause, topic, gap)
        if listed:
            return listed
    if kind == "points" and (fall := regex.search(r"(?:[，、]|^)(?:但|其)?(?P<what>降幅|跌幅)[^，。]{0,4}?$|(?P<rise>(?:增速|增幅|涨幅|占比|比重))$", head)):
        head = head[: fall.start()]
        if fall["what"]:
            match = replace(match, groups={**match.groups, "narrow": "1"})
    noun, own = _find_noun(text, group[-1], match, head, clause, gap, topic, following, kind)
    members = _members(noun.text) if own else []
    rates = kind == "ratio" and len(members) > 1 and all(regex.search(r"率$", member) for _, member in members)
    if rates or _EACH.search(clause[max(0, match.start - 1) :]):
        if len(members) > 1:
            return [_statement(group[0], match, replace(noun, text=member), True, topic, clause, segment) for segment, member in members]
    if not own and not topic.indicator:
        return []
    return [_statement(figure, match, noun, own, topic, clause) for figure in group]


_MOVES = regex.compile(r"(?:前移|晋升|上升|提升|跃升|前进|进位|上移|提高|升|后移|下降|退后|后退|下滑|下移|降)(?:了)?$")
_EACH = regex.compile(r"(?<![人户年平])均(?!衡)|都(?!市)|各(?![类项级种])")


def _share_bound(group: list[Figure]) -> list[Figure]:
    """A list's 不低于 at its head and 以上 at its end hold for all its members."""
    if len(group) < 2 or any(figure.range_part for figure in group):
        return group
    shared = next((f.bound for f in (group[-1], group[0]) if f.bound != "exact" and (f is group[0] or f.bound_end > f.end)), "")
    first = group[0]
    if first.bound == shared and first.bound_start == first.start:
        return group
    return [replace(figure, bound=shared) if shared and figure.bound == "exact" else figure for figure in group]


def _is_list(head: str, count: int) -> bool:
    return bool(split_list(head, count)) and "、" in head + "、" if count > 2 else bool(regex.search(r"[、和]", head))


def _members(noun: str) -> list[tuple[str, str]]:
    parts = [part for part in regex.split(r"、|以及|和(?!谐)|及(?!时)", noun) if part]
    if len(parts) < 2 or any(len(part) < 2 for part in parts):
        return []
    return spread_tail(parts)


def _is_base(clause: str, after: str, kind: str) -> bool:
    """Whether the number is where something came from: 由上年的29.3%提高到31.0%, 从689万户增至951万户."""
    return bool(
        regex.search(r"(?:由|从)(?:[^，；。]{0,14})?$", clause)
        and regex.match(r"(?:，)?(?:的)?(?:逐步|一路|大幅|稳步|迅速|快速|继续|进一步|分别)*(?:提高|增加|增长|增|提升|上升|扩大|发展|下降|降|降低|减少|回落|攀升|跃升|扩展|拓展|缩短|压缩|压减|调整|转|升|跃|变|到|至)[^，；。]{0,4}?(?:到|至|为)?", after)
        and regex.match(r"(?:[^，；。]{0,10}?)(?:到|至|为|增至|升至)", after)
    )


def _read_base(text: str, position: int, group: list[Figure], clause: str, topic: Topic, kind: str) -> list[Statement]:
    cut = regex.search(r"(?r)(?:由|从)", clause)
    head = clause[: cut.start()] if cut else clause
    state = regex.search(r"(?:占(?P<whole>[^，；。]*?)(?:的)?(?:比重|比例)|占比|比重)$", head)
    if state:
        noun = noun_before(head[: state.start()])
        measure, basis = "share", state["whole"] or ""
    else:
        noun, measure, basis = noun_before(head), "level", ""
    own = bool(noun)
    if not own and not topic.indicator:
        return []
    segment, indicator = split_segment(noun.text) if own else (topic.segment, topic.indicator)
    return [
        Statement(figure, indicator, segment, measure, basis, figure.value, figure.unit, "base.from", own, previous=True, verb=noun.verb)
        for figure in group[:1]
    ]


def _read_rank(group: list[Figure], match: Match, head: str, topic: Topic) -> list[Statement]:
    figure = group[0]
    head = regex.sub(r"(?:分别|均|都)$", "", head)
    head = regex.sub(r"在[^，。；]*(?:中|里|内)$", "", head)
    noun = noun_before(head)
    names = regex.split(r"、|和", noun.text) if noun else [""]
    names = names if "均" in match.groups.get("", "") or len(names) == 1 or all(RESPECTS.fullmatch(n) for n in names) else [noun.text]
    found = []
    for name in names:
        own = bool(name) and not RESPECTS.fullmatch(name)
        last = topic.statement
        if not name:
            stem = regex.search(r"(增速|增幅|总量|规模|总规模|排名)(?:继续|均|稳|保持|连续|也|都|仍)*$", head)
            name = stem[1] if stem else ""
        if not own:
            if last is None:
                return []
            name = topic.indicator + ("增速" if not name and last.measure == "growth" and False else name)
        segment, indicator = split_segment(name) if own else (topic.segment, name)
        found.append(Statement(figure, indicator, segment, "rank", "", figure.value, "位", match.rule.name, own))
    return found


def _read_list(group: list[Figure], match: Match, head: str, clause: str, topic: Topic, gap: str) -> list[Statement]:
    """A、B和C分别增长x、y和z: a name for each number, named here or before."""
    count = len(group)
    body = regex.sub(r"分别$", "", head)
    noun = noun_before(body)
    pairs: list[tuple[str, str]] = []
    if noun:
        members = split_list(noun.text, count)
        if members:
            pairs = [_settle(segment, name) for segment, name in spread_tail(members)]
        else:
            return []
        own = True
    elif _period_count(body) == count and topic.indicator:
        pairs, own = [(topic.segment, topic.indicator)] * count, False
        return [
            replace(_build(figure, match, pair, own, topic, clause, noun), period_index=n)
            for n, (figure, pair) in enumerate(zip(group, pairs, strict=True))
        ]
    else:
        recent: list[tuple[str, str]] = []
        for statement in reversed(topic.recent):
            if statement.own and (pair := (statement.segment, statement.indicator)) not in recent:
                recent.insert(0, pair)
            if len(recent) == count:
                break
        if len(recent) != count:
            return []
        pairs, own = recent, True
    return [_build(figure, match, pair, own, topic, clause, noun) for figure, pair in zip(group, pairs, strict=True)]


def _settle(segment: str, name: str) -> tuple[str, str]:
    if segment:
        return segment, name
    return split_segment(noun_before(name).text or name)


def _period_count(text: str) -> int:
    return len(regex.findall(r"(?:19|20)\d{2}年", text))


def _find_noun(
    text: str, figure: Figure, match: Match, head: str, clause: str, gap: str, topic: Topic, following: int, kind: str
) -> tuple[Noun, bool]:
    """The indicator's name for a figure, and whether it is said here (and not carried on)."""
    if match.rule.noun == "topic" and topic.indicator:
        return Noun(""), False
    if kind in {"ratio", "fraction"} and match.rule.name.endswith("level.rate") and clause.startswith("、") and clause.endswith("的"):
        return Noun(""), False
    listed = bool(_LIST_JOINT.match(clause))
    before = noun_before(head)
    if kind == "amount" and match.rule.measure in {"level", "change"}:
        countable = figure.dimension in {"count", "people", "visits", "area", "length", "money", "power", "labour"}
        limit = following - figure.bound_end
        if limit <= 4 and not regex.search(r"[，、。；：和]", text[figure.bound_end : following]):
            limit = 0
        if figure.dimension == "area" and (sub := _bare_area(head)) is not None:
            return Noun(sub), True
        after = noun_after(text[figure.bound_end :], limit) if countable and figure.bound_end == figure.end else Noun("")
        if countable and not after and figure.bound_end != figure.end and not text.startswith(("大关", "台阶"), figure.end):
            after = noun_after(text[figure.bound_end :], limit)
        if figure.dimension == "money":
            if text.startswith("的", figure.bound_end) and (named := noun_after(text[figure.bound_end + 1 :], limit)) and _names_indicator(named.text):
                return named, True
            if before:
                after = Noun("")
        if after and not RESPECTS.fullmatch(after.text) and not _is_attribute(after.text):
            if before and after.text.startswith(("总", "投资")):
                return before, True
            verb = before.verb
            name = after.text
            if not before and verb and not verb.startswith(("推动", "建设", "实施", "提供", "争取", "支持")):
                name = verb + name
            elif listed and topic.statement and topic.statement.verb and not before.text:
                name = name
            return Noun(name, verb, before.new or match.rule.name.endswith("change.net") or (listed and _was_new(topic)), before.less, after.event), True
    if before:
        return _complete(before, listed, topic, figure), True
    if before.verb and topic.indicator:  # 开工建设保障性住房4800套，竣工3200套
        last = topic.statement
        if kind == "amount" and last and last.figure.dimension == figure.dimension:
            if behind := regex.search(r"(?:新开工|新竣工|新投产|新签约|开工|竣工|投产|签约)$", topic.indicator):
                return Noun(topic.indicator[: behind.start()] + before.verb, "", before.new), True
            if not last.verb and regex.search(r"(?:项目|工程|住房|学校|企业)$", topic.indicator):
                return Noun(before.verb + topic.indicator, before.verb, before.new), True
            if last.verb and (stem := topic.indicator.removeprefix(last.verb)):
                return Noun(before.verb + stem, before.verb, before.new), True
    if before.verb and kind == "amount":
        return Noun(before.verb, "", before.new), True
    if gap and kind in {"amount", "ratio", "digits"}:
        # 经营主体稳中培优，总量达1461万户: the name stands a clause earlier.
        for part in reversed(regex.split(r"[，：]", gap.strip("，：；"))[-2:]):
            if known := _known_head(part):
                return Noun(known), True
            if 2 <= len(part) <= 20 and (noun := noun_before(part)) and _names_indicator(noun.text):
                return noun, True
    return replace(before, text=""), False


def _names_indicator(text: str) -> bool:
    return bool(identify(text))


def _known_head(part: str) -> str:
    """The longest indicator known by name with which a clause begins: 工业投资这块拼一拼."""
    part = part.lstrip("，：；、")
    for end in range(min(len(part), 16), 3, -1):
        if identify(part[:end]):
            return part[:end]
    return ""


def _was_new(topic: Topic) -> bool:
    return bool(topic.statement and topic.statement.new)


def _is_attribute(text: str) -> bool:
    """总投资额, 同比 …: words after a number that begin something else."""
    return bool(regex.match(r"(?:总投资|总面积|总产值|总额|同比|环比|增长|下降|其中|分别|以上|以下|左右|年产|合计|占|累计|注册资本)", text))


def _complete(noun: Noun, listed: bool, topic: Topic, figure: Figure) -> Noun:
    """A name in a list shares the verb of the name before it: 新引进世界500强企业2户、央企3户."""
    last = topic.statement
    if not listed or last is None:
        return noun
    if last.new and not noun.verb and last.figure.dimension == figure.dimension:
        noun = replace(noun, new=True)
    if last.verb and not noun.verb and not noun.new and len(noun.text) <= 8 and last.figure.dimension == figure.dimension and last.measure == "level":
        noun = replace(noun, text=last.verb + noun.text, verb=last.verb)
    return noun


def _statement(figure: Figure, match: Match, noun: Noun, own: bool, topic: Topic, clause: str, segment: str = "") -> Statement:
    if segment:
        return _build(figure, match, (segment, noun.text), own, topic, clause, noun)
    if own:
        pair = _combine(noun, figure, match, topic)
    else:
        pair = topic.segment, topic.indicator
    return _build(figure, match, pair, own, topic, clause, noun)


_THRESHOLD = regex.compile(r"(?:其中)?(?P<step>(?:上|超过?|过|达)\d*[十百千]*[亿万]元)(?:的)?(?:企业|项目)?")
_THRESHOLD_IN = regex.compile(r"(?:上|超过?|过|达)\d*[十百千]*[亿万]元")


def _bare_area(head: str) -> str | None:
    """面积 where the words before an area of land only name a part of the park (西区5平方公里), else None."""
    body = regex.sub(r"（[^）]*）", "", head).strip("、，")
    if regex.fullmatch(r"(?:目前|现有|其中|规划|总)*(?:[东西南北中]区|园区|全区|[\u4e00-\u9fff]{2,4}片区)?(?:共|有|占地|规划|总)*", body):
        sub = regex.search(r"[东西南北中]区|[\u4e00-\u9fff]{2,4}片区", body)
        return (sub[0] if sub else "") + "面积"
    return None


def _combine(noun: Noun, figure: Figure, match: Match, topic: Topic) -> tuple[str, str]:
    """(segment, indicator) of a name, with what the name before adds to it."""
    name = noun.text
    last = topic.statement
    if last and RESPECTS.fullmatch(name):
        name = name.removeprefix("其").removeprefix("的")
        if COUNTS.fullmatch(name) and last.figure.dimension == figure.dimension:
            return topic.segment, topic.indicator
        if COUNTS.fullmatch(name) and not last.segment:
            return topic.segment, topic.indicator
        if match.rule.measure in {"growth", "share"} or figure.dimension != last.figure.dimension:
            if last.figure.dimension in {"count", "people"} and last.measure in {"level", "change"}:
                return topic.indicator, name
            return topic.segment, name
    if last and (step := _THRESHOLD.fullmatch(name)) and (old := _THRESHOLD_IN.search(topic.indicator)):
        return topic.segment, topic.indicator[: old.start()] + step["step"] + topic.indicator[old.end() :]
    segment, indicator = split_segment(name)
    if not segment and noun.subject:
        segment = noun.subject
    if not segment and last and regex.search(r"(?:业|产业|制造业)$", indicator) and figure.dimension in {"ratio", "multiple", "money"}:
        # 装备制造业增加值增长14.2%，新材料业增长18.8%
        if match.rule.measure in {"growth", "level"} and (head := regex.search(r"(?:增加值|总产值|产值|投资|税收|营业收入|主营业务收入)$", topic.indicator)) and topic.segment:
            return indicator, indicator + head[0]
    if not segment and last and regex.search(r"(?:企业|行业|园区)$", indicator) and figure.dimension == "money" and last.figure.dimension == "money":
        return indicator, topic.indicator
    return segment, indicator


def _build(figure: Figure, match: Match, pair: tuple[str, str], own: bool, topic: Topic, clause: str, noun: Noun) -> Statement:
    rule = match.rule
    segment, indicator = pair
    measure, basis, value, unit = rule.measure, rule.basis, figure.value, figure.unit
    base = match.groups.get("base", "")
    fall = "fall" in match.groups
    target = rule.name.split(".", 1)[1].startswith("target")
    if measure == "state":
        measure = "level"
        if state := regex.search(r"占(?P<whole>[^，；。]*?)(?:的)?(?:比重|比例)|占比$|比重$", clause[: match.start]):
            measure, basis = "share", state["whole"] or ""
            indicator = noun_before(clause[: state.start()]).text or indicator
        elif not own and topic.statement and topic.statement.measure == "share":
            measure, basis = "share", topic.statement.basis
    elif rule.name.endswith("level.rate") and figure.signed:
        measure, basis = "growth", "yoy"
    elif rule.name.endswith("level.rate") and _is_growth(indicator, own, topic, figure):
        measure, basis = "growth", "yoy"
    elif rule.name.endswith("level.rate") and clause.startswith("、") and clause.endswith("的") and topic.statement and topic.statement.measure == "share":
        measure, basis = "share", clause.strip("、的")
    elif measure == "topic":
        measure = topic.statement.measure if topic.statement else "level"
        basis = topic.statement.basis if topic.statement else ""
        value = -abs(value) if topic.statement and topic.statement.value < 0 else value
    elif measure == "growth":
        if unit == "倍":
            value, unit = round(value * 100, 6), "%"
        if fall:
            value = -value
        if basis == "?":
            basis = compare(base)
    elif measure == "change":
        if "narrow" in match.groups:
            # 降幅收窄 1 个百分点 is a rise of 1; 降幅小于全市 is better than the city
            value = abs(value) if fall or "收窄" in clause or "缩小" in clause else -abs(value)
        elif fall:
            value = -value
        if basis == "?":
            basis = compare(base)
        elif "yoy" in match.groups:
            basis = "yoy"
    elif measure == "share":
        basis = match.groups.get("whole", "").strip("的") if rule.basis == "whole" else ""
        basis = regex.sub(r"^(?:了|到|据)|(?:比重|比例|的)$", "", basis)
    new = noun.new or rule.name.endswith("change.net")
    if measure == "level" and new:
        measure = "change"
    if measure == "change" and rule.name.endswith("change.net") and fall:
        value = -abs(figure.value)
    if measure == "level" and noun.less:
        measure, value = "change", -abs(value)
    if measure == "change" and new and figure.dimension == "money" and not indicator.startswith("新增"):
        indicator = "新增" + indicator
    if regex.search(r"新增就业|新增城镇就业", indicator):
        measure = "change"
    if measure == "growth" and regex.search(r"降幅$", clause[: match.start]):
        value = -abs(value)
    return Statement(
        figure, indicator, segment, measure, basis, value, unit, rule.name, own, target=target, base=base, new=new, verb=noun.verb, event=noun.event,
        held=clause[match.start :],
    )  # fmt: skip


def _is_growth(indicator: str, own: bool, topic: Topic, figure: Figure) -> bool:
    """Whether a bare percentage of an amount is its growth: 确保增长7%，力争8%; 固定资产投资10%以上."""
    if own:
        known = catalogue().get(identify(indicator))
        return bool(known and known.unit != "%" and figure.kind == "quantity")
    return bool(topic.statement and topic.statement.measure == "growth")


def compare(base: str) -> str:
    """The basis of a comparison with `base`: yoy, mom, qoq or since.

    >>> compare("上年"), compare("2015年末"), compare("年初"), compare("上月")
    ('yoy', 'since', 'since', 'mom')
    """
    if regex.search(r"上月|前一?月|上个月", base):
        return "mom"
    if regex.search(r"上一?季度|上季", base):
        return "qoq"
    if regex.search(r"上一?年|去年|同期|前一年|上年度|去年全年", base):
        return "yoy"
    if regex.search(r"年初|[十一二三四五六七八九]五|\d{4}年|前$|年前|挂牌|揭牌|成立|设立|期初|上届|启动|末", base):
        return "since"
    return "yoy"

"""Step 2: the statements of a sentence: which figure measures what, by which rule; 今年 and 我区 still as words.

A sentence is read from left to right. Each figure looks at the words between it and the one before: the rule that fits
says what is measured, what remains is the indicator's name. Where nothing remains, the name said last serves on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import regex

from indicators.catalogue import identify
from indicators.figures import Figure
from indicators.measures import Measured, measure, state_of
from indicators.naming import COUNTS, RESPECTS, members_of, split_list, split_segment, spread_tail
from indicators.nouns import Noun, noun_after, noun_before
from indicators.rules import Match, match_rule

_CLAUSE_END = regex.compile(r"(?r)[，；：。！？|]")
_JOINT = regex.compile(r"(?:、|，|和|与|及|以及|或|到|至|/|:|-|—{1,2}|~)?(?:分别)?(?:为|达)?")
_LISTED = ("、", "和", "与", "及", "以及", "并", "或")
_MOVES = regex.compile(r"(?:前移|晋升|上升|提升|跃升|前进|进位|上移|提高|升|进|后移|下降|退后|后退|下滑|下移|降)了?$")
_EACH = regex.compile(r"(?<![人户年平])均(?!衡)|都(?!市)|双双|各(?![类项级种])")
_RATE = regex.compile(r"率$")
_RATE_NOUN = regex.compile(
    r"占(?P<whole>[^，；。占]{1,16}?)的?(?:比重|比例)?$|(?:[，、]|^)(?:但|其)?(?P<fall>降幅|跌幅)[^，。]{0,4}?$|(?:增速|增幅|涨幅|占比|比重)$"
)
_ORIGIN = regex.compile(r"(?:由|从)[^，；。]{0,14}$")
_RISES = regex.compile(
    r"，?的?(?:逐步|一路|大幅|稳步|迅速|快速|继续|进一步|分别)*(?:提高|增加|增长|增|提升|上升|扩大|发展|下降|降|降低|减少|回落|攀升|跃升|扩展"
    r"|拓展|缩短|压缩|压减|调整|转|升|跃|变|到|至)"
)
_ARRIVES = regex.compile(r"[^，；。]{0,10}?(?:到|至|为|增至|升至)")
_LAST_ORIGIN = regex.compile(r"(?r)(?:由|从)")
_EACH_AT_END = regex.compile(r"(?:分别|均|都|双双)$")
_AMONG = regex.compile(r"在(?P<what>[^，。；]*)(?:中|里|内)$")
_CONTEST = regex.compile(r"评价|考核|竞赛|评比|评估|排名|榜|指数|测评|评选|考评")
_RESPECT_AT_END = regex.compile(r"(?P<respect>增速|增幅|总量|规模|总规模|排名)(?:继续|均|稳|保持|连续|也|都|仍)*$")
_YEARS = regex.compile(r"(?:19|20)\d{2}年")
_STAGE_AT_END = regex.compile(r"(?:新开工|新竣工|新投产|新签约|开工|竣工|投产|签约)$")
_COUNTED_THING = regex.compile(r"(?:项目|工程|住房|学校|企业)$")
_ATTRIBUTE = regex.compile(
    r"总投资|总面积|总产值|总额|同比|环比|增长|下降|其中|分别|以上|以下|左右|年产|合计|占|累计|注册资本"
)
_THRESHOLD = regex.compile(r"(?:其中)?(?P<step>(?:上|超过?|过|达)\d*[十百千]*[亿万]元)(?:的)?(?:企业|项目)?")
_THRESHOLD_INSIDE = regex.compile(r"(?:上|超过?|过|达)\d*[十百千]*[亿万]元")
_SUB_AREA_ONLY = regex.compile(
    r"(?:目前|现有|其中|规划|总)*(?P<area>[东西南北中]区|园区|全区|[\u4e00-\u9fff]{2,4}片区)?(?:共|有|占地|规划|总)*"
)
_OUTPUT_HEAD = regex.compile(r"(?:增加值|总产值|产值|投资|税收|营业收入|主营业务收入|营业额)$")
_INDUSTRY = regex.compile(r"(?:业|产业|制造业)$")
_FIRMS = regex.compile(r"(?:企业|行业|园区)$")
_PUNCTUATION = regex.compile(r"[，、。；：和]")
_BRACKET = regex.compile(r"（[^）]*）")
_WITHIN = regex.compile(r"^(?P<what>(?:[^在]{2,}率)?)在(?P<group>[^在，。；]{2,16})中$")
_SHARED = regex.compile(r"\d[\d.,]*[余多]?[\u4e00-\u9fff]{1,4}?的(?P<head>[^，。；\d]{2,})")
_STRIVES = regex.compile(r"(?:力争|冲刺|确保|争取|奋斗目标|保|争|挑战)(?:完成|达到|实现)?")
_COUNTABLE = {"count", "people", "visits", "area", "length", "money", "power", "labour"}
_PERSUADING = ("推动", "建设", "实施", "提供", "争取", "支持")


@dataclass(frozen=True)
class Statement:
    """What a sentence says with one figure. Offsets are those of the passage."""

    figure: Figure
    indicator: str
    segment: str
    measure: str
    basis: str
    value: float
    unit: str
    rule: str
    own: bool = True  # False where the name is the one said before
    target: bool = False  # the rule itself says that it is a target
    previous: bool = False  # the value of the period before: 由上年的29.3%
    base: str = ""  # what is compared with, as the text has it
    new: bool = False  # 新增, 净增
    verb: str = ""  # the verb of flow that the name begins with
    event: bool = False  # something happened to what is counted: 83项案例入选
    done: bool = False  # somebody made it: 建成, 打造
    whole: str = ""  # of what it is a share, where a change of the share is told: 占…比重提高2个百分点
    held: str = ""  # the words between name and number
    period_index: int = -1  # the n-th of several periods named for a list

    @property
    def measured(self) -> Measured:
        """Measure, basis, value and unit together."""
        return Measured(self.measure, self.basis, self.value, self.unit)


@dataclass
class Topic:
    """What was spoken of last; it serves where a figure has no name of its own."""

    last: Statement | None = None
    subject: str = ""  # the known name with which the sentence before began, where it had no figures of its own
    recent: list[Statement] = field(default_factory=list)  # the statements of this sentence

    @property
    def name(self) -> tuple[str, str]:
        """(segment, indicator) of the last statement."""
        return (self.last.segment, self.last.indicator) if self.last else ("", "")


@dataclass(frozen=True)
class _Spot:
    """A figure, or a list of figures, with the words around it."""

    text: str
    group: list[Figure]
    kind: str
    clause: str  # the words of its clause before it
    gap: str  # the clauses before that, back to the figure before
    following: int  # where the next figure (or the sentence's end) begins
    match: Match

    @property
    def head(self) -> str:
        """The words of the clause that the rule did not take: those that name the indicator."""
        return self.clause[: self.match.start]

    @property
    def listed(self) -> bool:
        return self.clause.startswith(_LISTED)


def kind_of(figure: Figure) -> str:
    """The name that the rules have for a figure's kind."""
    if figure.kind == "ordinal":
        return "rank"
    if figure.kind in {"multiple", "digits", "fraction"}:
        return figure.kind
    return {"ratio": "ratio", "points": "points", "multiple": "multiples"}.get(figure.dimension, "amount")


def group_figures(text: str, figures: Sequence[Figure]) -> list[list[Figure]]:
    """Figures that stand in one list (10%、10%和8%以上) together."""
    groups: list[list[Figure]] = []
    for figure in figures:
        if groups:
            last = groups[-1][-1]
            between = text[last.bound_end : figure.bound_start]
            alike = kind_of(last) == kind_of(figure) or figure.range_part == 2
            if (
                alike
                and len(between) <= 3
                and _JOINT.fullmatch(between)
                and (between != "，" or figure.dimension == "ratio")
            ):
                groups[-1].append(figure)
                continue
        groups.append([figure])
    return groups


def read_sentence(text: str, start: int, figures: Sequence[Figure], topic: Topic, end: int) -> list[Statement]:
    """The statements of the sentence `text[start:end]` with these figures; `topic` is carried on and changed."""
    found: list[Statement] = []
    if not figures:
        topic.subject = known_head(text[start:end])
        return found
    position = start
    topic.recent = found
    groups = group_figures(text, figures)
    for number, group in enumerate(groups):
        following = groups[number + 1][0].bound_start if number + 1 < len(groups) else end
        statements = _read_group(text, position, _share_bound(group), topic, following, end)
        found.extend(statements)
        if statements and (statements[-1].measure != "rank" or statements[-1].own):
            topic.last = statements[-1]
        position = group[-1].bound_end
    topic.subject = ""
    return _spread_bound(text, found)


def _share_bound(group: list[Figure]) -> list[Figure]:
    """A list's 不低于 at its head and 以上 at its end hold for all its members."""
    first, last = group[0], group[-1]
    if len(group) < 2 or any(figure.range_part for figure in group):
        return group
    shared = last.bound if last.bound_end > last.end else first.bound if first.bound_start < first.start else "exact"
    return [replace(figure, bound=shared) if figure.bound == "exact" else figure for figure in group]


def _spread_bound(text: str, statements: list[Statement]) -> list[Statement]:
    """A 以上 at the end of an enumeration (300家、8家以上) holds for all of it."""
    result = list(statements)
    for i in range(len(result) - 2, -1, -1):
        one, other = result[i].figure, result[i + 1].figure
        between = text[one.bound_end : other.bound_start]
        alike = one.bound == "exact" and one.dimension == other.dimension
        enumerated = between.startswith("、") and not _CLAUSE_END.search(between)
        if alike and enumerated and other.bound == "at_least" and other.bound_end > other.end:
            result[i] = replace(result[i], figure=replace(one, bound="at_least"))
    return result


def _read_group(
    text: str, position: int, group: list[Figure], topic: Topic, following: int, end: int
) -> list[Statement]:
    first = group[0]
    cut = _CLAUSE_END.search(text, position, first.bound_start)
    begin = cut.end() if cut else position
    clause = text[begin : first.bound_start]
    kind = kind_of(first)
    if first.unit in {"位", "名", "个位次", "个位"} and _MOVES.search(clause):
        kind = "places"
    match = match_rule(kind, clause, text[first.bound_end : end])
    if match is None:
        return []
    spot = _Spot(text, group, kind, clause, text[position:begin], following, match)
    if match.rule.measure == "rank":
        return _read_rank(spot, topic)
    if _is_origin(clause, text[group[-1].bound_end : end]):
        return _read_origin(spot, topic)
    if len(group) > 1 and first.range_part == 0 and (listed := _read_list(spot, topic)):
        return listed
    if within := _WITHIN.search(spot.head):
        return _read_within(spot, within, topic)
    spot = _without_rate_noun(spot)
    noun, own = _find_noun(spot, topic)
    if own and (members := _distribute(spot, noun)):
        return [_build(spot, first, replace(noun, text=name), (part, name), True, topic) for part, name in members]
    if not own and not _serves(topic.last, spot):
        return []
    pair = _combine(spot, noun, topic) if own else topic.name
    return [_build(spot, figure, noun, pair, own, topic) for figure in group]


def _read_within(spot: _Spot, within: regex.Match[str], topic: Topic) -> list[Statement]:
    """A rate said of one group after the other: 覆盖率在A企业中为63%，在B企业中为69%."""
    noun = noun_before(within["what"])
    if not noun and not topic.last:
        return []
    indicator = noun.text or topic.name[1]
    return [_build(spot, figure, noun, (within["group"], indicator), True, topic) for figure in spot.group]


def _serves(last: Statement | None, spot: _Spot) -> bool:
    """Whether the name said last can be that of a figure without one: people are not counted in 亿元."""
    if last is None:
        return False
    if spot.kind != "amount" or last.measure not in {"level", "change"}:
        return True
    return last.figure.dimension == spot.group[0].dimension


def _distribute(spot: _Spot, noun: Noun) -> list[tuple[str, str]]:
    """The several indicators of which one number is said: A、B均增长8%, A率、B率超过95%, A和B各50名."""
    members = members_of(noun.text)
    if len(members) < 2:
        return []
    rates = spot.kind == "ratio" and all(_RATE.search(name) for _, name in members)
    return members if rates or _EACH.search(spot.clause[max(0, spot.match.start - 2) :]) else []


def _without_rate_noun(spot: _Spot) -> _Spot:
    """A spot whose 降幅, 增速 or 占比 before 收窄 or 高于 is no name: it speaks of the indicator named before."""
    if spot.kind != "points" or not (match := _RATE_NOUN.search(spot.head)):
        return spot
    groups = dict(spot.match.groups)
    if match["fall"]:
        groups["narrow"] = "1"
    if match["whole"]:
        groups["whole"] = match["whole"]
    return replace(spot, match=replace(spot.match, start=match.start(), groups=groups))


def _is_origin(clause: str, after: str) -> bool:
    """Whether the number is where something came from: 由上年的29.3%提高到31.0%, 从689万户增至951万户."""
    return bool(_ORIGIN.search(clause) and _RISES.match(after) and _ARRIVES.match(after))


def _read_origin(spot: _Spot, topic: Topic) -> list[Statement]:
    cut = _LAST_ORIGIN.search(spot.clause)
    head = spot.clause[: cut.start()] if cut else spot.clause
    figure, count = spot.group[0], len(spot.group)
    if spot.match.rule.measure == "growth":  # 由下降2.2%转为增长5.6%
        noun = noun_before(head)
        if not noun and not topic.last:
            return []
        pair = _combine(spot, noun, topic) if noun else topic.name
        return [replace(_build(spot, figure, noun, pair, bool(noun), topic), previous=True)]
    state = state_of(head)
    noun = noun_before(head[: state.start()] if state else head)
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


def _read_rank(spot: _Spot, topic: Topic) -> list[Statement]:
    figure = spot.group[0]
    head = _EACH_AT_END.sub("", spot.head)
    if among := _AMONG.search(head):
        head = head[: among.start()]
        if _CONTEST.search(among["what"]) and not noun_before(head):
            head = among["what"]
    noun = noun_before(head)
    several = bool(_EACH.search(spot.clause[max(0, spot.match.start - 2) :]))
    members = members_of(noun.text) if several or all(map(RESPECTS.fullmatch, noun.text.split("和"))) else []
    names = members or [("", noun.text)]
    found = []
    for segment, name in names:
        own = bool(name) and not RESPECTS.fullmatch(name)
        if not own and topic.last is None:
            return []
        if not own:
            respect = _RESPECT_AT_END.search(head)
            segment, said = topic.name
            name = said + (name or (respect["respect"] if respect else ""))
        elif not segment:
            segment, name = split_segment(name)
            name += "排名" if spot.clause.startswith("排名", spot.match.start) else ""
        found.append(Statement(figure, name, segment, "rank", "", figure.value, "位", spot.match.rule.name, own))
    return found


def _read_list(spot: _Spot, topic: Topic) -> list[Statement]:
    """A、B和C分别增长x、y和z: a name for each number, named here or before; [] if it is no such list."""
    count, head = len(spot.group), spot.head
    respectively = "分别" in spot.clause or "分别" in spot.gap[-12:]
    if not respectively and spot.match.rule.measure not in {"growth", "change"} and not _enumerates(head, count):
        return []
    body = _EACH_AT_END.sub("", head)
    noun = noun_before(body)
    if not noun and len(_YEARS.findall(body)) == count and topic.last:
        return [
            replace(_build(spot, figure, noun, topic.name, False, topic), period_index=n)
            for n, figure in enumerate(spot.group)
        ]
    if noun:
        members = split_list(noun.text, count)
        pairs = (
            [(s, n) if s else split_segment(noun_before(n).text or n) for s, n in spread_tail(members)]
            if members
            else []
        )
    else:
        pairs = _enumerated_before(spot, count) or _said_before(topic, count)
    if len(pairs) != count:
        if len(_YEARS.findall(spot.gap)) != count or not noun:
            return []
        pair = _combine(spot, noun, topic)
        return [
            replace(_build(spot, figure, noun, pair, True, topic), period_index=n)
            for n, figure in enumerate(spot.group)
        ]
    return [_build(spot, figure, noun, pair, True, topic) for figure, pair in zip(spot.group, pairs, strict=True)]


def _enumerates(head: str, count: int) -> bool:
    if count == 2:
        return "、" in head or "和" in head
    return bool(split_list(head, count))


def _enumerated_before(spot: _Spot, count: int) -> list[tuple[str, str]]:
    """The names of a list that stand a clause earlier: A、B和C的主营业务收入，全年增幅分别…."""
    for part in reversed(_clauses(spot.gap)[-2:]):
        if (noun := noun_before(part)) and (members := split_list(noun.text, count)):
            return spread_tail(members)
    return []


def _said_before(topic: Topic, count: int) -> list[tuple[str, str]]:
    """The last `count` names of the sentence, where a list of numbers has none of its own."""
    recent: list[tuple[str, str]] = []
    for statement in reversed(topic.recent):
        pair = statement.segment, statement.indicator
        if statement.own and pair not in recent:
            recent.insert(0, pair)
        if len(recent) == count:
            return recent
    return []


def _clauses(gap: str) -> list[str]:
    return [part for part in regex.split(r"[，：；]", gap) if part]


def _find_noun(spot: _Spot, topic: Topic) -> tuple[Noun, bool]:
    """The indicator's name for a figure, and whether it is said here (and not carried on)."""
    if spot.match.rule.noun == "topic" and topic.last:
        return Noun(""), False
    if spot.match.rule.name == "ratio.level.rate" and spot.clause.startswith("、") and spot.clause.endswith("的"):
        return Noun(""), False
    if spot.match.rule.noun == "after":
        after = noun_after(spot.text[spot.group[-1].bound_end :].removeprefix("的"), 30)
        return after, bool(after)
    before = noun_before(spot.head)
    counts = spot.kind == "amount" and spot.match.rule.measure in {"level", "change"}
    if counts and (after := _counted_noun(spot, before, topic)):
        return after, True
    if before:
        return _with_verb(spot, before, topic), True
    if spot.kind == "amount" and before.verb:
        return _verb_alone(spot, before, topic), True
    if spot.gap and spot.kind in {"amount", "ratio", "digits"} and (name := _named_earlier(spot)):
        return Noun(name), True
    return before, False


def _counted_noun(spot: _Spot, before: Noun, topic: Topic) -> Noun:
    """The noun that a number counts and that follows it: 346个基层党组织; false where the name stands before."""
    figure, text = spot.group[-1], spot.text
    if figure.dimension == "area" and (bare := _bare_area(spot.head)):
        return Noun(bare)
    if figure.dimension not in _COUNTABLE or text.startswith(("大关", "台阶"), figure.end):
        return Noun("")
    limit = spot.following - figure.bound_end
    if limit <= 4 and not _PUNCTUATION.search(text[figure.bound_end : spot.following]):
        shared = _SHARED.match(text, spot.following)  # 5条（段）9公里的道路: two numbers of one thing
        return noun_after(shared["head"], 30) if shared else Noun("")
    if figure.dimension == "length" and not before and text.startswith("的", figure.bound_end):
        return noun_after(text[figure.bound_end + 1 :], limit)
    if figure.dimension == "money":
        if text.startswith("的", figure.bound_end):
            named = noun_after(text[figure.bound_end + 1 :], limit)
            return named if identify(named.text) else Noun("")
        if before:
            return Noun("")
    after = noun_after(text[figure.bound_end :], limit)
    if not after or RESPECTS.fullmatch(after.text) or _ATTRIBUTE.match(after.text):
        return Noun("")
    if before and after.text.startswith("投资"):
        return Noun("")
    name = after.text
    if not before and before.verb and not before.verb.startswith(_PERSUADING):
        name = before.verb + name
    new = before.new or spot.match.rule.name == "amount.change.net" or (spot.listed and _was_new(topic))
    return Noun(name, before.verb, new, before.less, after.event)


def _bare_area(head: str) -> str:
    """面积 where the words before an area of land only name a part of the park (西区5平方公里), else ""."""
    match = _SUB_AREA_ONLY.fullmatch(_BRACKET.sub("", head).strip("、，"))
    return f"{match['area'] or ''}面积".replace("园区面积", "面积").replace("全区面积", "面积") if match else ""


def _verb_alone(spot: _Spot, noun: Noun, topic: Topic) -> Noun:
    """A verb of flow without its object, which was named before: 开工建设保障性住房4800套，竣工3200套."""
    last = topic.last
    if last and last.figure.dimension == spot.group[0].dimension:
        if behind := _STAGE_AT_END.search(last.indicator):
            return Noun(last.indicator[: behind.start()] + noun.verb, "", noun.new)
        if not last.verb and _COUNTED_THING.search(last.indicator):
            return Noun(noun.verb + last.indicator, noun.verb, noun.new)
        if last.verb and (stem := last.indicator.removeprefix(last.verb)):
            return Noun(noun.verb + stem, noun.verb, noun.new)
    return Noun(noun.verb, "", noun.new)


def _named_earlier(spot: _Spot) -> str:
    """A known name a clause or two before: 经营主体稳中培优，总量达1461万户; 工业投资这块拼一拼，力争12%."""
    for part in reversed(_clauses(spot.gap)[-2:]):
        if known := known_head(part):
            return known
        if 2 <= len(part) <= 20 and (noun := noun_before(part)) and identify(noun.text):
            return noun.text
    return ""


def known_head(text: str) -> str:
    """The longest name known to the catalogue with which `text` begins, "" if it begins with none."""
    return next((text[:end] for end in range(min(len(text), 16), 3, -1) if identify(text[:end])), "")


def _was_new(topic: Topic) -> bool:
    return bool(topic.last and topic.last.new)


def _with_verb(spot: _Spot, noun: Noun, topic: Topic) -> Noun:
    """A name in a list shares the verb of the name before it: 新引进世界500强企业2户、央企3户."""
    last = topic.last
    if (
        not spot.listed
        or last is None
        or noun.verb
        or RESPECTS.fullmatch(noun.text)
        or last.figure.dimension != spot.group[0].dimension
    ):
        return noun
    if last.new:
        return replace(noun, new=True)
    if last.verb and not noun.new and len(noun.text) <= 8 and last.measure == "level":
        return replace(noun, text=last.verb + noun.text, verb=last.verb)
    return noun


def _combine(spot: _Spot, noun: Noun, topic: Topic) -> tuple[str, str]:
    """(segment, indicator) of a name, with what the name before adds to it."""
    name, figure, last = noun.text, spot.group[-1], topic.last
    if topic.subject and RESPECTS.fullmatch(name):
        return "", topic.subject if COUNTS.fullmatch(name) else topic.subject + name
    if last is None:
        return split_segment(name)
    alike = last.figure.dimension == figure.dimension
    if RESPECTS.fullmatch(name):
        name = name.removeprefix("其").removeprefix("的")
        if COUNTS.fullmatch(name) and (alike or not last.segment):
            return topic.name
        if last.figure.dimension in {"count", "people"} and last.measure in {"level", "change"} and not alike:
            return last.indicator, name
        if not alike or spot.match.rule.measure in {"growth", "share"}:
            return last.segment, name
    if (step := _THRESHOLD.fullmatch(name)) and (old := _THRESHOLD_INSIDE.search(last.indicator)):
        return last.segment, last.indicator[: old.start()] + step["step"] + last.indicator[old.end() :]
    segment, indicator = split_segment(name)
    if segment:
        return segment, indicator
    if noun.subject:
        return noun.subject, indicator
    head = _OUTPUT_HEAD.search(last.indicator)
    whole = not last.segment or not last.indicator.startswith(last.segment)
    if (
        _INDUSTRY.search(indicator)
        and figure.dimension == "money"
        and alike
        and head
        and whole
        and (last.segment or "其中" in spot.gap)
    ):
        return indicator, last.indicator  # 规模以上工业总产值1864亿元，其中，轻工业297亿元
    if _INDUSTRY.search(indicator) and figure.dimension in {"ratio", "multiple", "money"} and head and last.segment:
        return indicator, indicator + head[0]  # 装备制造业增加值增长14.2%，新材料业增长18.8%
    if _FIRMS.search(indicator) and figure.dimension == "money" and last.figure.dimension == "money":
        return indicator, last.indicator
    return "", indicator


def _build(spot: _Spot, figure: Figure, noun: Noun, pair: tuple[str, str], own: bool, topic: Topic) -> Statement:
    segment, indicator = pair
    match, last = spot.match, topic.last
    got = measure(figure, match, spot.clause, indicator, own, last.measured if last else None)
    if got.measure == "share" and match.rule.measure == "state" and (state := state_of(spot.head)):
        indicator = noun_before(spot.head[: state.start()]).text or indicator
    new = noun.new or match.rule.name == "amount.change.net"
    kind, value, verb = got.measure, got.value, noun.verb
    if last and spot.head.startswith("其中") and last.figure.dimension == figure.dimension and not verb:
        new, verb = new or last.new, last.verb  # 新引进项目127个，其中50亿元以上项目3个
    bare = not own and _STRIVES.fullmatch(spot.clause.strip("、，"))
    if kind == "level" and bare and last and last.measure == "change" and last.new:
        kind, new = "change", True  # 确保新增上市公司6家、力争8家
    basis = got.basis
    if kind == "level" and spot.kind == "ratio" and not own and last and last.whole:
        kind, basis = "share", last.whole  # 占…比重提高16.2个百分点，达到58.4%
    if kind == "level" and (new or "新增就业" in indicator or "新增城镇就业" in indicator):
        kind = "change"
    if kind == "level" and noun.less:
        kind, value = "change", -abs(value)
    if kind == "change" and new and figure.dimension == "money" and not indicator.startswith("新增"):
        indicator = "新增" + indicator
    return Statement(
        figure, indicator, segment, kind, basis, value, got.unit, match.rule.name, own,
        target=match.rule.name.split(".")[1] == "target", base=match.groups.get("base", ""), new=new, verb=verb,
        event=noun.event, done=noun.done,
        whole=match.groups.get("whole", "") if spot.kind == "points" else "", held=spot.clause[match.start :],
    )  # fmt: skip

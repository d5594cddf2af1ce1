"""Which indicator a figure is given to: the name before it, the noun it counts, or the name said last."""

from dataclasses import replace

import regex

from indicators.catalogue import identify
from indicators.figures import Figure
from indicators.measures import measure, state_of
from indicators.naming import COUNTS, RESPECTS, split_segment
from indicators.nouns import Noun, noun_after, noun_before
from indicators.statement import Spot, Statement, Topic

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
_SHARED = regex.compile(r"\d[\d.,]*[余多]?[\u4e00-\u9fff]{1,4}?的(?P<head>[^，。；\d]{2,})")
_STRIVES = regex.compile(r"(?:力争|冲刺|确保|争取|奋斗目标|保|争|挑战)(?:完成|达到|实现)?")
_COUNTABLE = {"count", "people", "visits", "area", "length", "money", "power", "labour"}
_PERSUADING = ("推动", "建设", "实施", "提供", "争取", "支持")


def find_noun(spot: Spot, topic: Topic) -> tuple[Noun, bool]:
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


def _counted_noun(spot: Spot, before: Noun, topic: Topic) -> Noun:
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


def _verb_alone(spot: Spot, noun: Noun, topic: Topic) -> Noun:
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


def _named_earlier(spot: Spot) -> str:
    """A known name a clause or two before: 经营主体稳中培优，总量达1461万户; 工业投资这块拼一拼，力争12%."""
    for part in reversed(clauses_of(spot.gap)[-2:]):
        if known := known_head(part):
            return known
        if 2 <= len(part) <= 20 and (noun := noun_before(part)) and identify(noun.text):
            return noun.text
    return ""


def known_head(text: str) -> str:
    """The longest name known to the catalogue with which `text` begins, "" if it begins with none."""
    return next((text[:end] for end in range(min(len(text), 16), 3, -1) if identify(text[:end])), "")


def clauses_of(gap: str) -> list[str]:
    """The clauses of the words between two figures."""
    return [part for part in regex.split(r"[，：；]", gap) if part]


def _was_new(topic: Topic) -> bool:
    return bool(topic.last and topic.last.new)


def _with_verb(spot: Spot, noun: Noun, topic: Topic) -> Noun:
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


def combine(spot: Spot, noun: Noun, topic: Topic) -> tuple[str, str]:
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
        if topic.recent and (not alike or spot.match.rule.measure in {"growth", "share"}):
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


def build(spot: Spot, figure: Figure, noun: Noun, pair: tuple[str, str], own: bool, topic: Topic) -> Statement:
    """The statement of a figure whose (segment, indicator) is `pair`; `own` where the name is said with it."""
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

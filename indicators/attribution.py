"""Which indicator a figure is given to: the name before it, the noun it counts, or the name said last."""

import re

from indicators.areas import area_at_head
from indicators.catalogue import catalogue, identify, known_head, known_tail
from indicators.combining import COUNTABLE, OUTPUT_HEAD, measures_itself
from indicators.figures import Figure
from indicators.lexicon import one_of
from indicators.measures import OF_ANOTHER, compare, measure, state_of
from indicators.naming import RESPECTS
from indicators.nouns import STOCK_NOUNS, Noun, noun_after, noun_before
from indicators.statement import Spot, Statement, Topic
from indicators.units import units

_STAGE_AT_END = re.compile(r"(?:新开工|新竣工|新投产|新签约|基本建成|开工|竣工|投产|签约)$")
# Verbs that have their object in them.
_STAGES = {"开工", "竣工", "交付", "建成", "新开工", "基本建成", "投用", "在建", "续建"}
_BUILT = {"area", "count", "length"}
_WHOLE_VERB = re.compile(r"拆迁|征地|拆违|绿化|造林|供热|供水|供气|就业|招商|融资")
_STAGE_AHEAD = re.compile(
    r"^(?:开复工|新开工|新竣工|新投产|新签约|开工|竣工|投产|签约|续建|在建|新建|新引进|引进|收储|供应|出让|收集|受理|办结|规划实施"
    r"|谋划实施|计划实施|组织实施|实施|安排|铺排|谋划|储备)(?=.{2})"
)
_ATTRIBUTE = re.compile(
    r"总投资|总面积|总产值|总额|同比|环比|增长|下降|其中|分别|以上|以下|左右|年产|合计|占|累计|注册资本"
)
_STAGE_INSIDE = re.compile(r"(?:在建|续建|新建|新开工|在库|入库)(?=.{2})")
_DONE_INSIDE = re.compile("新?(?:引进|签约|开工|竣工|投产|入库|认定|注册|登记|招引)|新设|新建")
# 至于研发投入强度，去年是7.3%; 像刘师傅这样的服务专员，全区共有136名.
_SPOKEN_OF = re.compile(
    r"^(?:而|但|其中|同时|至于|说到|说起|关于|再看|先看|看|论|像[^，。；]{0,12}(?:这样|那样|一样)的?)|(?:呢|嘛|吧|啊|这块|这一块"
    r"|方面|来说|来看|来讲|也(?:是)?(?:一样|如此|同样))$"
)
_SUCH = re.compile("像[^，。；]{0,12}(?:这样|那样)的")
# PM10浓度不降反升，上升了1.8%: how something fared, said before by how much.
_FARES = re.compile(
    r"(?<=.{2})(?:不[升增涨降减]反[升增涨降减]|由[^，。；]{1,3}转[^，。；]{1,2}|止跌回升|止降回升|扭亏为盈|稳[步中]有?[升增降进]|企稳回升|逆势[增上][长扬升]|持续向好"
    r"|再创新高|快速增长|平稳增长|稳步增长|稳步提升|持续增长|持续改善|持续下降|大幅[增提下降][长升降])$"
)
_SUB_AREA_ONLY = re.compile(
    r"(?:目前|现有|其中|规划|总)*(?P<area>[东西南北中]区|园区|全区|[\u4e00-\u9fff]{2,4}片区)?(?:共|有|占地|规划|总)*"
)
_CLAUSES = re.compile("[，：；]")
_PUNCTUATION = re.compile(r"[，、。；：和]")
_BRACKET = re.compile(r"（[^）]*）")
_SHARED = re.compile(r"\d[\d.,]*[余多]?[\u4e00-\u9fff]{1,4}?的(?P<head>[^，。；\d]{2,})")
_STRIVES = re.compile(r"(?:力争|冲刺|确保|争取|奋斗目标|保|争|挑战)(?:完成|达到|实现)?")
_GIVES = re.compile(r"(?:拿出|投入|安排|设立|发放|兑现|筹集|列支|拨付|争取)(?:了|到)?(?:近|超|约|逾|不少于)?$")
_FUND = re.compile(
    r"(?:资金|基金|贷款|补贴|奖金|债券|经费|红包|消费券|奖励|补助|贴息|资助|红利|授信|信贷)(?!中心|公司|池)"
)
_NAMED = re.compile("企业|项目|“")
_COUNTS_UP = re.compile(
    rf"(?:{one_of('govern')}|{one_of('govern_first')}|{one_of('keep')}|新增|净增|增加|共有?|有|达)(?:了|到|出|近|超|约)?$|”$"
)
_PERSUADING = ("推动", "建设", "实施", "提供", "争取", "支持")


_TOGETHER = re.compile("(?:项目|企业)(?P<verb>(?:集中|集体|成功)?(?:开工|签约|竣工|投产|落地|奠基))")
_THIS_LAND = re.compile("(?:这|那)(?:[片座块方]|个|里)?$")
_LAND = re.compile("的(?:土地|热土|沃土|大地|园|片区|区域|新城|新区|产业|高新区|经开区)")
_CAPTION = re.compile("(?:（[^）]{1,4}）)?——(?P<what>[^，。；—]{2,30})")  # 2135亿元——规模以上工业总产值
_JOINED = re.compile("(?:、|和|与|及|以及)$")

# What a number counts in a story, where it is nobody's indicator.
STORY = Noun("", event=True)


def find_noun(spot: Spot, topic: Topic) -> tuple[Noun, bool]:
    """The indicator's name for a figure, and whether it is said here (and not carried on)."""
    if spot.match.rule.noun == "topic" and topic.last:
        return Noun(""), False
    if spot.match.rule.name == "ratio.level.rate" and spot.clause.startswith("、") and OF_ANOTHER.search(spot.clause):
        return Noun(""), False
    if spot.match.rule.noun == "after":
        behind = spot.text[spot.group[-1].bound_end : spot.following].removeprefix("的")
        after = noun_after(_JOINED.sub("", behind), 30)
        return after, bool(after)
    captioned = _CAPTION.match(spot.text, spot.group[-1].bound_end) if not spot.clause.strip("，；：") else None
    if captioned and (noun := noun_before(captioned["what"])):
        return noun, True
    state = state_of(spot.head) if spot.match.rule.measure == "state" and topic.last else None
    if state and not spot.head[: state.start()].strip("、，但其而"):
        return Noun(""), False  # 增加值增长10.9%、占规上工业比重升至23.4%
    before = noun_before(spot.head)
    counts = spot.kind == "amount" and spot.match.rule.measure in {"level", "change"}
    if counts and ((after := _counted_noun(spot, before, topic)) or after is STORY):
        return after, True
    if before:
        return _with_verb(spot, before, topic), True
    if spot.kind == "amount" and before.verb:
        return _verb_alone(spot, before, topic), True
    if spot.gap and spot.kind in {"amount", "ratio", "digits"} and (name := named_earlier(spot)):
        return Noun(name), True
    return before, False


def _counted_noun(spot: Spot, before: Noun, topic: Topic) -> Noun:
    """The noun that a number counts and that follows it: 346个基层党组织; false where the name stands before."""
    figure, text = spot.group[-1], spot.text
    told = topic.last is not None and topic.last.figure.dimension == "area"
    if figure.dimension == "area" and _THIS_LAND.search(spot.head) and _LAND.match(text, figure.bound_end):
        return Noun("面积")  # 这座12.3平方公里的园中园
    if figure.dimension == "area" and (spot.head or not told) and (bare := _bare_area(spot.head)):
        behind = noun_after(text[figure.bound_end :], spot.following - figure.bound_end) if not spot.head else Noun("")
        return behind or Noun(bare)  # 2360亩批而未供土地
    if figure.dimension not in COUNTABLE or text.startswith(("大关", "台阶"), figure.end):
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
        if before or not _GIVES.search(spot.clause):
            if before:
                return Noun("")
        else:
            named = noun_after(text[figure.bound_end :], limit)
            fund = _FUND.search(named.text)
            return Noun(named.text[: fund.end()]) if fund else Noun("")  # 每年拿出3亿元扶持资金
    after = noun_after(text[figure.bound_end :], limit)
    if not after or RESPECTS.fullmatch(after.text) or _ATTRIBUTE.match(after.text):
        return Noun("")
    if after.text in {"项目", "企业"} and (done := _TOGETHER.match(text, figure.bound_end)):
        return Noun(done["verb"] + after.text, done["verb"], event=True)  # 31个项目集中开工
    if before and after.text.startswith("投资"):
        return Noun("")
    name = after.text
    known = identify(name) or known_tail(name) or STOCK_NOUNS.search(name) or _NAMED.search(name)
    if not before and not known and len(name) > 5 and not _COUNTS_UP.search(spot.clause):
        return STORY  # 12台质谱仪同时运转
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
    last = topic.counted(spot.group[0])
    before = topic.recent[-1] if topic.recent else None
    if last is None and before and {before.verb, noun.verb} <= _STAGES and before.figure.dimension in _BUILT:
        last = before  # 安置房开工32.5万平方米，交付1860套
    money = spot.group[0].dimension == "money" and before and before.measure == "growth"
    if last is None and money and before and noun.verb == "投入" and _is_money(before.indicator):
        return Noun(before.indicator)  # 财政科技支出年均增长15.6%，累计投入11.2亿元
    if last and not _WHOLE_VERB.fullmatch(noun.verb):
        if behind := _STAGE_AT_END.search(last.indicator):
            return Noun(last.indicator[: behind.start()] + noun.verb, "", noun.new)
        stem = last.indicator.removeprefix(last.verb)
        stem = _STAGE_INSIDE.sub("", _STAGE_AHEAD.sub("", stem)) or stem or last.indicator
        return Noun(_join(noun.verb, stem), noun.verb, noun.new)
    return Noun(noun.verb, "", noun.new)


def _join(verb: str, stem: str) -> str:
    """A verb before its object; what both say is said once (新上市, 上市公司)."""
    shared = next((size for size in range(min(len(verb), len(stem)), 1, -1) if verb.endswith(stem[:size])), 0)
    return verb + stem[shared:]


def named_earlier(spot: Spot) -> str:
    """A known name a clause or two before: 经营主体稳中培优，总量达1461万户; 工业投资这块拼一拼，力争12%."""
    for part in reversed(clauses_of(spot.gap)[-3:]):
        if (known := known_head(part)) and fits(known, spot.group[0]):
            return known
        such = _SUCH.match(part)  # 像这样的在孵企业，中心里共有156家
        part = _FARES.sub("", _SPOKEN_OF.sub("", part))
        noun = noun_before(part) if 2 <= len(part) <= 20 else Noun("")
        if noun and not fits(noun.text, spot.group[0]):
            continue
        area = area_at_head(part)
        alone = noun.text == part[area.end if area else 0 :] and measures_itself(noun.text)
        if noun and (such or identify(noun.text) or alone):
            return noun.text
    return ""


def fits(name: str, figure: Figure) -> bool:
    """Whether a figure can be one of what is named: no number of people is a sum of money."""
    known = catalogue().get(identify(name))
    return not (known and known.unit == "CNY" and figure.dimension in {"count", "people", "area", "length"})


def clauses_of(gap: str) -> list[str]:
    """The clauses of the words between two figures."""
    return [part for part in _CLAUSES.split(gap) if part]


def _was_new(topic: Topic) -> bool:
    return bool(topic.last and topic.last.new)


def _with_verb(spot: Spot, noun: Noun, topic: Topic) -> Noun:
    """A name in a list shares the verb of the name before it: 新引进世界500强企业2户、央企3户."""
    last = topic.last
    if (
        not spot.listed
        or last is None
        or noun.verb
        or noun.done
        or RESPECTS.fullmatch(noun.text)
        or last.figure.dimension != spot.group[0].dimension
    ):
        return noun
    if last.new:
        return noun._replace(new=True)
    if last.verb and not noun.new and len(noun.text) <= 8 and last.measure == "level":
        return noun._replace(text=last.verb + noun.text, verb=last.verb)
    return noun


def _is_money(indicator: str) -> bool:
    known = catalogue().get(identify(indicator))
    return known.unit == "CNY" if known else bool(OUTPUT_HEAD.search(indicator))


def build(spot: Spot, figure: Figure, noun: Noun, pair: tuple[str, str], own: bool, topic: Topic) -> Statement:
    """The statement of a figure whose (segment, indicator) is `pair`; `own` where the name is said with it."""
    segment, indicator = pair
    match, last = spot.match, topic.last
    if figure.unit in units().scales and _is_money(indicator):
        figure = figure.counting(figure.unit + "元")  # 产值980亿
    if match.rule.aim_behind:
        figure = figure._replace(bound="exact")  # 低于4%的控制目标: the target is 4%
    got = measure(figure, match, spot.clause, indicator, own, last)
    if got.measure == "share" and match.rule.measure == "state" and (state := state_of(spot.head)):
        indicator = noun_before(spot.head[: state.start()]).text or indicator
    new = noun.new or match.rule.name == "amount.change.net"
    kind, value, verb = got.measure, got.value, noun.verb
    done, whole = noun.done, topic.whole and topic.counted(figure)
    if whole and whole.figure.dimension == figure.dimension and not verb:
        inside = _DONE_INSIDE.search(whole.indicator)  # 新引进项目127个，其中50亿元以上项目3个
        verb = whole.verb or (inside[0] if inside else "")
        new, done = new or whole.new, done or whole.done
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
    base = match.groups.get("base", "")
    if topic.compared and not base and kind in {"growth", "change"} and basis in {"", "yoy", "annual_average"}:
        base = topic.compared
        basis = basis if basis == "annual_average" else compare(base)
    return Statement(
        figure, indicator, segment, kind, basis, value, got.unit, match.rule.name, own,
        target=match.rule.target, base=base, new=new, verb=verb,
        event=noun.event, done=done, part=topic.whole is not None,
        whole=match.groups.get("whole", "") if spot.kind == "points" else "", held=spot.clause[match.start :],
    )  # fmt: skip

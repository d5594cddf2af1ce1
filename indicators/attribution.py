"""Which indicator a figure is given to: the name before it, the noun it counts, or the name said last."""

import re

import regex

from indicators.catalogue import catalogue, identify, known_head, known_tail
from indicators.figures import Figure
from indicators.lexicon import one_of
from indicators.measures import measure, state_of
from indicators.naming import COUNTS, RESPECTS, split_segment
from indicators.nouns import STOCK_NOUNS, Noun, noun_after, noun_before
from indicators.statement import Spot, Statement, Topic
from indicators.units import units

_STAGE_AT_END = re.compile(r"(?:新开工|新竣工|新投产|新签约|基本建成|开工|竣工|投产|签约)$")
# Verbs that have their object in them.
_WHOLE_VERB = re.compile(r"拆迁|征地|拆违|绿化|造林|供热|供水|供气|就业|招商|融资")
_STAGE_AHEAD = re.compile(
    r"^(?:新开工|新竣工|新投产|新签约|开工|竣工|投产|签约|续建|在建|新建|新引进|引进|收储|供应|出让|收集|受理|办结|实施|安排)(?=.{2})"
)
_ATTRIBUTE = re.compile(
    r"总投资|总面积|总产值|总额|同比|环比|增长|下降|其中|分别|以上|以下|左右|年产|合计|占|累计|注册资本"
)
_STAGE_INSIDE = re.compile(r"(?:在建|续建|新建|新开工|在库|入库)(?=.{2})")
_DONE_INSIDE = re.compile("新?(?:引进|签约|开工|竣工|投产|入库|认定|注册|登记|招引)|新设|新建")
_COUNTED_INDUSTRIES = re.compile(
    r"等?[两二三四五六七八九十\d][大个](?:主导|支柱|重点|优势|新兴|特色|核心)?(?:产业|行业|板块|集群)$"
)
# 至于研发投入强度，去年是7.3%; 像刘师傅这样的服务专员，全区共有136名.
_SPOKEN_OF = re.compile(
    r"^(?:而|但|其中|同时|至于|说到|说起|关于|再看|先看|看|论|像[^，。；]{2,12}(?:这样|那样|一样)的?)|(?:呢|嘛|吧|啊|这块|这一块"
    r"|方面|来说|来看|来讲|也(?:是)?(?:一样|如此|同样))$"
)
# PM10浓度不降反升，上升了1.8%: how something fared, said before by how much.
_FARES = re.compile(
    r"(?<=.{2})(?:不[升增涨降减]反[升增涨降减]|由[^，。；]{1,3}转[^，。；]{1,2}|止跌回升|止降回升|扭亏为盈|稳[步中]有?[升增降进]|企稳回升|逆势[增上][长扬升]|持续向好"
    r"|再创新高|快速增长|平稳增长|稳步增长|稳步提升|持续增长|持续改善|持续下降|大幅[增提下降][长升降])$"
)
# 招引亿元以上项目87个，其中10亿元以上9个
_SIZE = (
    r"(?:(?:总|协议|计划)?投资)?(?:\d+(?:\.\d+)?|[十百千]*)[亿万]?美?元?"
    r"(?:[至到—-]\d+(?:\.\d+)?)?[亿万]美?元(?:及?以上|以下)?"
)
_SIZE_AT_END = re.compile(rf"(?:^|[，、；：]|其中)(?P<size>{_SIZE})的?$")
_SIZE_INSIDE = re.compile(_SIZE)
_PLACE = re.compile(r"^[\u4e00-\u9fff]{2,8}(?:区|片区|园|镇|街道|组团|新城|岛|基地|港)$")
_ONE_MONTH = regex.compile(r"当月|单月|当季|(?<!截至|到|至|末)(?:1[0-2]|[1-9])月份?(?![底末—至-])")
_THRESHOLD = re.compile(r"(?:^|[，、；]|其中)(?P<step>(?:上|超过?|过|达)\d*[十百千]*[亿万]元)的?(?:企业|项目)?$")
_THRESHOLD_INSIDE = re.compile(r"(?:上|超过?|过|达)\d*[十百千]*[亿万]元")
_SUB_AREA_ONLY = re.compile(
    r"(?:目前|现有|其中|规划|总)*(?P<area>[东西南北中]区|园区|全区|[\u4e00-\u9fff]{2,4}片区)?(?:共|有|占地|规划|总)*"
)
_OUTPUT_HEAD = re.compile(
    r"(?:增加值|总产值|产值|投资|税收|营业收入|主营业务收入|销售收入|营收|营业额|人均可支配收入|人均收入|销售额|零售额|进出口总额|进出口|出口额|出口)$"
)
_RESIDENTS = re.compile(r"(?P<where>城镇|农村)(?:常住)?居民$")
_INDUSTRY = re.compile(r"(?:业|产业|制造业)$")
_FIRMS = re.compile(r"(?:企业|行业|园区)$")
_CLAUSES = re.compile("[，：；]")
_PUNCTUATION = re.compile(r"[，、。；：和]")
_BRACKET = re.compile(r"（[^）]*）")
_SHARED = re.compile(r"\d[\d.,]*[余多]?[\u4e00-\u9fff]{1,4}?的(?P<head>[^，。；\d]{2,})")
# What is told of those just counted: 上市企业39家，总市值4800亿元; 人才公寓2100套，入住率91%.
_OF_THEM = re.compile(r"[^，。；]{0,2}(?:入住|出租|入驻|闲置|空置|去化)率|总?市值")
# What the area's money is not told of: 常住人口23.6万人。营业收入…; and all firms there are, which are no part of it.
_NO_GROUP = re.compile(r"(?:人口|人员|员工|职工|党员|居民)$|^(?:各类|新增|新设|新登记)?(?:企业|市场主体|经营主体)$")
_NUMBER_OF = re.compile(r"(?<=.{2})(?:总数|总量|数量|户数)$")
_STRIVES = re.compile(r"(?:力争|冲刺|确保|争取|奋斗目标|保|争|挑战)(?:完成|达到|实现)?")
_HEAD = re.compile(
    r"(?:收入|支出|产值|增加值|投资|税收|利润|利税|营收|营业额|销售额|交易额|零售额|进出口|出口|进口|总额|总值|产量|销量|资金|贷款|存款|余额|外资|资本|资产"
    r"|经费|补贴|价格|浓度|强度|密度|指数|工资|成本|能耗|电量|率|比重|占比|面积|里程|人数|户数|数量|规模|吞吐量|货值|融资|估值|市值|基金|债券|合同额|成交额|消费|额|量|值)$"
)
_GRADE_ONLY = re.compile(r"(?:国家级|省级|市级|区级|县级|部级|国家|省|市)(?:及?以上)?")
_GRADE_AHEAD = re.compile(r"^(?:国家级|省级|市级|区级|县级|部级)(?:及?以上)?(?:和省级|和国家级)?")
# Qualities that need a noun: 规模以上, 产值超亿元, 全国首创, 产业类, 科创板, 新建.
_QUALITY_ONLY = re.compile(
    r"(?:规模以上|规上|限额以上|限上|四上|亏损|停产|盈利|[^，。；]{0,8}(?:首创|领先|以上|以下|类|级|型|板|型号|方面|[亿万]元|\d强|性|期))"
    r"|(?:新建|续建|在建|建成|开工|已开工|未开工|新开工|竣工|投产|竣工投产|建成投产|签约|落地|外资|内资|民营|国有|上市|挂牌|备案|在册|在孵|毕业)"
)
_COUNTABLE = {"count", "people", "visits", "area", "length", "money", "power", "labour"}
_GIVES = re.compile(r"(?:拿出|投入|安排|设立|发放|兑现|筹集|列支|拨付|争取)(?:了|到)?(?:近|超|约|逾|不少于)?$")
_FUND = re.compile(r"(?:资金|基金|贷款|补贴|奖金|债券|经费|红包|消费券|奖励|补助|贴息|资助|红利|授信|信贷)$")
_KINDS_OF_FIRMS = {"企业", "公司", "个体工商户", "个体户", "民营企业", "外资企业", "内资企业", "外商投资企业"}
_NAMED = re.compile("企业|项目|“")
_COUNTS_UP = re.compile(
    rf"(?:{one_of('govern')}|{one_of('govern_first')}|{one_of('keep')}|新增|净增|增加|共有?|有|达)(?:了|到|出|近|超|约)?$|”$"
)
_PERSUADING = ("推动", "建设", "实施", "提供", "争取", "支持")


# What a number counts in a story, where it is nobody's indicator.
STORY = Noun("", event=True)


def find_noun(spot: Spot, topic: Topic) -> tuple[Noun, bool]:
    """The indicator's name for a figure, and whether it is said here (and not carried on)."""
    if spot.match.rule.noun == "topic" and topic.last:
        return Noun(""), False
    if spot.match.rule.name == "ratio.level.rate" and spot.clause.startswith("、") and spot.clause.endswith("的"):
        return Noun(""), False
    if spot.match.rule.noun == "after":
        after = noun_after(spot.text[spot.group[-1].bound_end :].removeprefix("的"), 30)
        return after, bool(after)
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
    if figure.dimension == "area" and (spot.head or not told) and (bare := _bare_area(spot.head)):
        behind = noun_after(text[figure.bound_end :], spot.following - figure.bound_end) if not spot.head else Noun("")
        return behind or Noun(bare)  # 2360亩批而未供土地
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
        if before or not _GIVES.search(spot.clause):
            if before:
                return Noun("")
        else:
            named = noun_after(text[figure.bound_end :], limit)
            return named if _FUND.search(named.text) else Noun("")  # 每年拿出3亿元扶持资金
    after = noun_after(text[figure.bound_end :], limit)
    if not after or RESPECTS.fullmatch(after.text) or _ATTRIBUTE.match(after.text):
        return Noun("")
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
    for part in reversed(clauses_of(spot.gap)[-2:]):
        if known := known_head(part):
            return known
        part = _FARES.sub("", _SPOKEN_OF.sub("", part))
        noun = noun_before(part) if 2 <= len(part) <= 20 else Noun("")
        if noun and (identify(noun.text) or (noun.text == part and _measures(part))):
            return noun.text
    return ""


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
        or RESPECTS.fullmatch(noun.text)
        or last.figure.dimension != spot.group[0].dimension
    ):
        return noun
    if last.new:
        return noun._replace(new=True)
    if last.verb and not noun.new and len(noun.text) <= 8 and last.measure == "level":
        return noun._replace(text=last.verb + noun.text, verb=last.verb)
    return noun


def combine(spot: Spot, noun: Noun, topic: Topic) -> tuple[str, str]:
    """(segment, indicator) of a name, with what the name before adds to it."""
    name, figure, last = noun.text, spot.group[-1], topic.last
    if noun.subject:
        return noun.subject, split_segment(name)[1]
    if topic.opening and RESPECTS.fullmatch(name) and (subject := known_head(topic.opening)):
        return "", subject if COUNTS.fullmatch(name) else subject + name
    if last is None:
        return split_segment(name)
    alike = last.figure.dimension == figure.dimension
    if RESPECTS.fullmatch(name):
        name = name.removeprefix("其").removeprefix("的")
        if COUNTS.fullmatch(name) and (alike or not last.segment):
            return topic.name
        if last.figure.dimension in {"count", "people"} and last.measure in {"level", "change"} and not alike:
            return _group_of(last), name
        if topic.recent and (not alike or spot.match.rule.measure in {"growth", "share"}):
            return last.segment, name
    if (step := _THRESHOLD.search(spot.clause)) and (old := _THRESHOLD_INSIDE.search(last.indicator)):
        return last.segment, last.indicator[: old.start()] + step["step"] + last.indicator[old.end() :]
    counted = topic.recent and last.figure.dimension in {"count", "area"} and last.measure in {"level", "change"}
    if counted and _OF_THEM.fullmatch(name):
        return _group_of(last), name
    if part := _part(spot, name, topic) or _of_one_month(spot, name, topic):
        return part
    segment, indicator = split_segment(name)
    if segment:
        return segment, indicator
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
    told = topic.recent and last.segment and spot.match.rule.measure != "share"
    if told and head and _INDUSTRY.search(indicator) and figure.dimension in {"ratio", "multiple", "money"}:
        return indicator, indicator + head[0]  # 装备制造业增加值增长14.2%，新材料业增长18.8%
    if figure.dimension == "money" and not spot.listed and (other := _beside(indicator, topic.counted(figure))):
        return indicator, other  # 轨道交通装备产值312.8亿元；汽车及零部件128.4亿元
    if _FIRMS.search(indicator) and figure.dimension == "money" and last.figure.dimension == "money":
        return indicator, last.indicator
    return "", indicator


def _group_of(counted: Statement) -> str:
    """Those that a statement counts, as a part of the area; "" where they are no part of it."""
    group = _NUMBER_OF.sub("", counted.indicator)
    return "" if _NO_GROUP.search(group) else group


def _part(spot: Spot, name: str, topic: Topic) -> tuple[str, str] | None:
    """(segment, indicator) of a name that needs the whole to say what it names; None for one that stands by itself.

    工业企业430家，其中规模以上103家; 总产值1864亿元，其中轻工业297亿元; 国家级平台52个、省级以上438个.
    """
    figure, whole = spot.group[-1], topic.whole or topic.last
    counts = figure.dimension in _COUNTABLE and figure.dimension != "money"
    if counts and (topic.whole or _SIZE_AT_END.search(spot.clause)):
        whole = topic.counted(figure) or whole
    if counts and topic.whole and whole and whole.verb and name in _KINDS_OF_FIRMS:
        return whole.segment, whole.verb + name  # 新登记经营主体5160户，其中企业1938户
    if whole is None or not whole.indicator or identify(name) or whole.measure not in {"level", "change", "growth"}:
        return None
    if counts and figure.unit == whole.figure.unit:
        title = noun_before(spot.gap.removesuffix("：")) if spot.gap.endswith("：") else Noun("")
        if title and _GRADE_ONLY.fullmatch(name):
            return "", name + title.text  # 专精特新“小巨人”：国家级52家
        if _GRADE_ONLY.fullmatch(name) and (topic.whole or spot.listed):
            name += "以上" if spot.clause.endswith(name + "以上") else ""
            return whole.segment, name + _GRADE_AHEAD.sub("", whole.indicator)
        if figure.dimension == "area" and (topic.whole or spot.listed) and _PLACE.search(name):
            return name, whole.indicator  # 规划面积38.9平方公里，其中翔安产业区11.7平方公里
        if topic.whole and name.endswith(("首创", "领先")):
            return name, whole.indicator
        if size := _SIZE_AT_END.search(spot.clause):
            old = _SIZE_INSIDE.search(whole.indicator)
            start, end = old.span() if old else (0, 0)
            return whole.segment, whole.indicator[:start] + size["size"] + whole.indicator[end:]
        if topic.whole and _QUALITY_ONLY.fullmatch(name):
            return whole.segment, name + whole.indicator.removeprefix(whole.verb)
        return None
    if topic.whole is None or _measures(name) or len(name) < 2:
        return None
    if spot.match.rule.name == "ratio.level.rate" and whole.measure == "level" and whole.indicator.endswith("率"):
        return name, whole.indicator  # 签约率35.1%，其中重点人群63%
    head = _OUTPUT_HEAD.search(whole.indicator)
    money = figure.dimension == "money" and (whole.figure.dimension == "money" or whole.measure == "growth")
    rate = spot.match.rule.measure == "growth" and (whole.measure == "growth" or whole.figure.dimension == "money")
    if (money and (head or identify(whole.indicator))) or (rate and head):
        residents = _RESIDENTS.fullmatch(name)
        return residents["where"] if residents else _COUNTED_INDUSTRIES.sub("", name), whole.indicator
    return None


def parts_of(spot: Spot, pairs: list[tuple[str, str]], topic: Topic) -> list[tuple[str, str]]:
    """The members of a list after 其中, each as a part of the whole where it needs it."""
    return [pair if pair[0] else _part(spot, pair[1], topic) or pair for pair in pairs]


def _of_one_month(spot: Spot, name: str, topic: Topic) -> tuple[str, str] | None:
    """5月当月产值: what was told of the year so far under its full name (规上工业总产值)."""
    last = topic.last
    counts = spot.group[-1].dimension in {"count", "people"}
    words = spot.clause + spot.gap[-8:]
    if (
        last is None
        or counts
        or not ("月" in words or "季" in words)
        or not _ONE_MONTH.search(words)
        or identify(name) not in {"", identify(last.indicator)}
    ):
        return None
    return topic.name if _shortens(name, last.indicator) else None


def _beside(name: str, other: Statement | None) -> str:
    """产值 for an industry told after another's 产值 by its name alone; "" where the name stands by itself."""
    head = other and _OUTPUT_HEAD.search(other.indicator)
    if not other or not head or identify(name) or _measures(name) or (identify(other.indicator) and not other.segment):
        return ""
    return head[0]


def _shortens(name: str, full: str) -> bool:
    """Whether a name says a longer one in fewer of its characters, in their order: 用电 for 工业用电量."""
    characters = iter(full)
    return 2 <= len(name) < len(full) and all(character in characters for character in name)


def _measures(name: str) -> bool:
    """Whether a name says itself what is measured (工业投资, 覆盖率), and not only of what."""
    return bool(_HEAD.search(name))


def _is_money(indicator: str) -> bool:
    known = catalogue().get(identify(indicator))
    return known.unit == "CNY" if known else bool(_OUTPUT_HEAD.search(indicator))


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
    return Statement(
        figure, indicator, segment, kind, basis, value, got.unit, match.rule.name, own,
        target=match.rule.target, base=match.groups.get("base", ""), new=new, verb=verb,
        event=noun.event, done=done, part=topic.whole is not None,
        whole=match.groups.get("whole", "") if spot.kind == "points" else "", held=spot.clause[match.start :],
    )  # fmt: skip

"""What a name takes from what was told before it: the whole that it is a part of, the thing that it counts on.

规模以上工业总产值1864亿元，其中轻工业297亿元; 签约项目14个，总投资78亿元; 产值超10亿元的企业14家、超百亿元的2家.
"""

import re

import regex

from indicators.catalogue import identify, known_head
from indicators.naming import COUNTS, RESPECTS, SECTORS_NAMED, split_segment
from indicators.nouns import Noun, noun_before
from indicators.statement import Spot, Statement, Topic

_COUNTED_INDUSTRIES = re.compile(
    r"等?[两二三四五六七八九十\d][大个](?:主导|支柱|重点|优势|新兴|特色|核心)?(?:产业|行业|板块|集群)$"
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
_THRESHOLD = re.compile(
    r"(?:^|[，、；]|其中)(?P<step>(?:(?:总?投资|年?产值|年?营收|税收|纳税)额?)?(?:上|超过?|过|达)\d*[十百千]*[亿万]元)"
    r"的?(?:企业|项目)?$"
)
_THRESHOLD_INSIDE = re.compile(r"(?:上|超过?|过|达)\d*[十百千]*[亿万]元")
OUTPUT_HEAD = re.compile(
    r"(?:增加值|总产值|产值|投资|税收|营业收入|主营业务收入|销售收入|营收|营业额|人均可支配收入|人均收入|销售额|零售额|进出口总额|进出口|出口额|出口)$"
)
_RESIDENTS = re.compile(r"(?P<where>城镇|农村)(?:常住)?居民$")
_ALL_INDUSTRY = re.compile("(?:规模以上|规上|全部)?工业增加值")
_NAMED = re.compile(rf"(?:{SECTORS_NAMED})$")
_INDUSTRY = re.compile(r"(?:业|产业|制造业)$")
_FIRMS = re.compile(r"(?:企业|行业|园区)$")
# What is told of those just counted: 上市企业39家，总市值4800亿元; 人才公寓2100套，入住率91%.
_OF_THEM = re.compile(r"[^，。；]{0,2}(?:入住|出租|入驻|闲置|空置|去化)率|总?市值")
# What the area's money is not told of: 常住人口23.6万人。营业收入…; and all firms there are, which are no part of it.
_NO_GROUP = re.compile(
    r"(?:人口|人员|员工|职工|党员|居民|专利|商标|标准|合同|成果|奖项?|软著)$"
    r"|^(?:各类|新增|新设|新登记|注册|登记|存续)?(?:企业|市场主体|经营主体)$"
)
_NUMBER_OF = re.compile(r"(?<=.{2})(?:总数|总量|数量|户数)$")
_HEAD = re.compile(
    r"(?:收入|支出|产值|增加值|投资|税收|利润|利税|营收|营业额|销售额|交易额|零售额|进出口|出口|进口|总额|总值|产量|销量|资金|贷款|存款|余额|内资|外资|资本|资产"
    r"|经费|补贴|价格|租金|地价|浓度|比例|强度|密度|指数|工资|成本|能耗|电量|率|比重|占比|面积|里程|人数|户数|数量|规模|吞吐量|货值|融资|估值|市值|基金|债券|合同额|成交额|消费|逆差|顺差|额|量|值)$"
)
_GRADE_ONLY = re.compile(r"(?:国家级|省级|市级|区级|县级|部级|国家|省|市)(?:及?以上)?")
_GRADE_AHEAD = re.compile(r"^(?:各级各类|各级|各类|国家级|省级|市级|区级|县级|部级)(?:及?以上)?(?:和省级|和国家级)?")
# Qualities that need a noun: 规模以上, 产值超亿元, 全国首创, 产业类, 科创板, 新建.
_QUALITY_ONLY = re.compile(
    r"(?:规模以上|规上|限额以上|限上|四上|亏损|停产|盈利|[^，。；]{0,8}(?:首创|领先|以上|以下|类|级|型|板|型号|方面|[亿万]元|\d强|性|期))"
    r"|(?:新建|续建|在建|建成|开工|已开工|未开工|新开工|竣工|投产|竣工投产|建成投产|签约|落地|外资|内资|民营|国有|上市|挂牌|备案|在册|在孵|毕业)"
)
_DEGREE = re.compile("(?:硕士|博士|本科|大专|学历|学位|职称|副高|正高)$")
# An industry of which the clause before speaks.
_LED_BY = re.compile(
    rf"(?:^|[，。；：])(?:而|其中|从行业看)?(?P<who>[\u4e00-\u9fff]{{2,10}}?(?:产业链?|集群|行业|制造业)|{SECTORS_NAMED})"
    r"(?:环节)?(?:仍|依然|继续|则|也)?(?:是|作为|受|拉动|保持|持续|一马当先|逆势|表现|增势|成为|挑起|撑起)[^，。；\d]{1,20}，$"
)
_PER_HEAD = re.compile("每[百千万]人口?")
_SECTOR_ALONE = re.compile("第?[一二三](?:次?产业|产)")
_FIRMS_OWN = re.compile(
    "利润总额|利润|利税|利税总额|营业收入|营收|亏损额|亏损面|增长面|产销率|资产总额|资产总计|从业人员|应收账款"
)
_JUST_ADDED = re.compile("^(?:新认定|新增|新引进|新登记|新注册|新设立?|新获批|新培育|新入库|净增|认定|新增加)(?=.{3})")
_STATES = {"亏损", "停产", "半停产", "盈利", "减产", "增产"}
COUNTABLE = {"count", "people", "visits", "area", "length", "money", "power", "labour"}
# 境内外上市企业63家，其中科创板14家: those are not listed abroad.
_LISTED_WHERE = re.compile("(板|A股|港股|北交所|境外|境内|海外)境内外上市")
_KINDS_OF_FIRMS = {"企业", "公司", "个体工商户", "个体户", "民营企业", "外资企业", "内资企业", "外商投资企业"}


def combine(spot: Spot, noun: Noun, topic: Topic) -> tuple[str, str]:
    """(segment, indicator) of a name, with what the name before adds to it."""
    segment, name = _combined(spot, noun, topic)
    return segment, _LISTED_WHERE.sub(r"\1上市", name) if "境内外" in name else name


def _combined(spot: Spot, noun: Noun, topic: Topic) -> tuple[str, str]:
    name, figure, last = noun.text, spot.group[-1], topic.last
    if _DEGREE.search(name) and f"{name}以上" in spot.clause:
        name += "以上"  # 硕士以上380人
    if noun.subject:
        return noun.subject, split_segment(name)[1]
    if topic.opening and not topic.recent and RESPECTS.fullmatch(name) and (subject := known_head(topic.opening)):
        return "", subject if COUNTS.fullmatch(name) else subject + name
    if RESPECTS.fullmatch(name) and spot.gap and (led := _LED_BY.search(spot.gap)):
        return noun_before(led["who"]).text, name  # 光伏产业受价格下跌拖累，产值下降8.3%
    if last is None:
        return split_segment(name)
    alike = last.figure.dimension == figure.dimension
    if _PER_HEAD.fullmatch(name) and last.figure.unit.endswith(figure.unit):
        return "", f"{name}拥有{last.indicator}"  # 有效发明专利3.6万件，每万人拥有702件
    if RESPECTS.fullmatch(name):
        name = name.removeprefix("其").removeprefix("的")
        if COUNTS.fullmatch(name) and (alike or not last.segment):
            return last.segment, _JUST_ADDED.sub("", last.indicator)  # 新认定高新技术企业402家，总数达2638家
        if last.figure.dimension in {"count", "people"} and last.measure in {"level", "change"} and not alike:
            industry = last.segment if last.segment.endswith(("产业", "产业链", "集群")) else ""
            return industry or _group_of(last), name  # 光伏产业聚集上下游企业120家，去年产值达1108亿元
        if topic.recent and (not alike or spot.listed or spot.match.rule.measure in {"growth", "share"}):
            return last.segment, name
    step = _THRESHOLD.search(spot.clause)
    if step and (old := _THRESHOLD_INSIDE.search(last.indicator)):
        return last.segment, last.indicator[: old.start()] + step["step"] + last.indicator[old.end() :]
    if step and spot.clause.endswith("的") and (of := topic.counted(figure)):
        return of.segment, f"{of.verb}{step['step']}的{of.indicator.removeprefix(of.verb)}"
    counted = topic.recent and last.figure.dimension in {"count", "area"} and last.measure in {"level", "change"}
    if counted and _OF_THEM.fullmatch(name):
        return _group_of(last), name
    if part := _part(spot, name, topic) or _of_one_month(spot, name, topic):
        return part
    if _SECTOR_ALONE.fullmatch(name) and last.indicator.endswith("增加值"):
        return "", name + "增加值"  # 一产增加值3.4亿元、二产35.8亿元
    segment, indicator = split_segment(name)
    if segment:
        return segment, indicator
    if (
        topic.recent
        and last.segment.endswith("企业")
        and last.figure.dimension != "count"
        and _FIRMS_OWN.fullmatch(name)
    ):
        return last.segment, name  # 规上工业企业实现营业收入878.6亿元；利润总额39.2亿元
    head = OUTPUT_HEAD.search(last.indicator)
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
    if (
        figure.dimension == "money"
        and topic.recent
        and not spot.listed
        and (other := _beside(indicator, topic.counted(figure)))
    ):
        return indicator, other  # 轨道交通装备产值312.8亿元；汽车及零部件128.4亿元
    if _FIRMS.search(indicator) and figure.dimension == "money" and last.figure.dimension == "money":
        return indicator, last.indicator
    return "", indicator


def _group_of(counted: Statement) -> str:
    """Those that a statement counts, as a part of the area; "" where they are no part of it."""
    group = _NUMBER_OF.sub("", counted.indicator)
    return "" if counted.rule.startswith("rank") or _NO_GROUP.search(group) else group


def _part(spot: Spot, name: str, topic: Topic) -> tuple[str, str] | None:
    """(segment, indicator) of a name that needs the whole to say what it names; None for one that stands by itself.

    工业企业430家，其中规模以上103家; 总产值1864亿元，其中轻工业297亿元; 国家级平台52个、省级以上438个.
    """
    figure, whole = spot.group[-1], topic.whole or topic.last
    counts = figure.dimension in COUNTABLE and figure.dimension != "money"
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
        said_of_them = topic.recent and spot.clause.endswith(f"{name}的")  # 全区共有37家，国家级的5家
        if _GRADE_ONLY.fullmatch(name) and (topic.whole or spot.listed or said_of_them):
            name += "以上" if spot.clause.endswith(name + "以上") else ""
            return whole.segment, name + _GRADE_AHEAD.sub("", whole.indicator)
        if figure.dimension == "area" and (topic.whole or spot.listed) and _PLACE.search(name):
            return name, whole.indicator  # 规划面积38.9平方公里，其中翔安产业区11.7平方公里
        beside = spot.listed and whole.segment and whole.segment[-1] == name[-1]
        if beside and _PLACE.search(name):
            return name, whole.indicator  # 其中，南海园引进项目48个、顺德园33个
        if topic.whole and name.endswith(("首创", "领先")):
            return name, whole.indicator
        if size := _SIZE_AT_END.search(spot.clause):
            old = _SIZE_INSIDE.search(whole.indicator)
            start, end = old.span() if old else (0, 0)
            return whole.segment, whole.indicator[:start] + size["size"] + whole.indicator[end:]
        if topic.recent and name in _STATES and whole.indicator.endswith("企业"):
            return whole.segment, name + whole.indicator  # 规上工业企业142家，亏损29家
        if topic.whole and _QUALITY_ONLY.fullmatch(name):
            return whole.segment, name + whole.indicator.removeprefix(whole.verb)
        return None
    if topic.whole is None or measures_itself(name) or len(name) < 2:
        return None
    if spot.match.rule.name == "ratio.level.rate" and whole.measure == "level" and whole.indicator.endswith("率"):
        return name, whole.indicator  # 签约率35.1%，其中重点人群63%
    head = OUTPUT_HEAD.search(whole.indicator)
    money = figure.dimension == "money" and (whole.figure.dimension == "money" or whole.measure == "growth")
    rate = spot.match.rule.measure == "growth" and (whole.measure == "growth" or whole.figure.dimension == "money")
    if (money and (head or identify(whole.indicator))) or (rate and head):
        if (
            rate
            and head
            and _ALL_INDUSTRY.fullmatch(whole.indicator)
            and (_INDUSTRY.search(name) or _NAMED.search(name))
        ):
            return name, name + head[0]  # 规上工业增加值增长7.9%，其中汽车制造业增长21.4%
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
    head = other and OUTPUT_HEAD.search(other.indicator)
    if (
        not other
        or not head
        or identify(name)
        or measures_itself(name)
        or (identify(other.indicator) and not other.segment)
    ):
        return ""
    return head[0]


def _shortens(name: str, full: str) -> bool:
    """Whether a name says a longer one in fewer of its characters, in their order: 用电 for 工业用电量."""
    characters = iter(full)
    return 2 <= len(name) < len(full) and all(character in characters for character in name)


def measures_itself(name: str) -> bool:
    """Whether a name says itself what is measured (工业投资, 覆盖率), and not only of what."""
    return bool(_HEAD.search(name))

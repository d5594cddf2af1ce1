"""Names of indicators: enumerations taken apart, and the part of an area told from what is measured of it."""

import re
from functools import cache, lru_cache

import regex

from indicators.catalogue import catalogue, identify
from indicators.lexicon import one_of

# 总量, 规模 …: nouns that only say in what respect something is counted; the thing itself was named before.
RESPECTS = re.compile(
    r"其?的?(?:总量|总数|总额|总规模|规模|数量|总数量|总量规模|数|累计|总计|存量|总长度?|总里程|长度|里程|总面积|面积|建筑面积|总建筑面积|占地面积|总投资|总投资额"
    r"|投资总额|投资额|投资|计划投资|计划总投资|协议总投资|协议投资额|协议总额|注册资本|注册资金|增速|增幅|产值|年产值|总产值|营收|收入|营业收入|利润|利税|税收|从业人员"
    r"|员工|金额|合同金额|成交额|贷款金额|注册资本金|产能|占比|排名|位次|质量|余额|涉及金额|涉及资金)"
)
COUNTS = re.compile(r"其?的?(?:总量|总数|总额|总规模|规模|数量|总数量|数|累计|总计|存量|总|总计数)")
_HEADS = (
    "主营业务收入|营业总收入|营业收入|销售收入|技工贸总收入|总收入|工业总产值|总产值|产值|增加值|固定资产投资|投资额|投资|产量|产能|税收"
    "|利润总额|利润|利税|营收|减排量|销售额|交易额|零售额|营业额|批发额|销售面积|交易量|进出口总额|进出口总值|进出口|出口额|出口|进口|从业人员|总量|数量|总数|收入|支出"
    "|覆盖率|资产总额|资产|存款余额|贷款余额|余额|消费额|人均可支配收入|能耗|用电量|发电量|人数|户数|起数|次数|件数|面积|贡献率|增速|增幅"
)
_TAIL = re.compile(rf"的?(?:{_HEADS})$")
_RATE = re.compile("(?:率|人数|户数|覆盖面)$")
# 规上工业企业、限上商贸企业和重大项目复工率
_GROUPS = re.compile("(?:企业|项目|单位|机构|学校|医院|工程|商户)$")
_GROUP_RATE = re.compile("(?P<group>.+(?:企业|项目|单位|机构|学校|医院|工程|商户))(?P<rate>[\u4e00-\u9fff]{1,4}率)")
_RESIDENTS = re.compile("(?:城镇|农村)(?P<rest>(?:常住)?居民(?!人均可支配).+)")
_GRADED = re.compile("(?:国家|部|省|市|区|县)级(?:以上)?")
_SHORT_TAIL = re.compile(r"(?:余额|总额|产值|投资|收入|支出|产量|增加值|面积|人数)$")
_GROUP = re.compile(
    r"(?P<group>(?!企业|园区|项目|公司|机构|中心).{0,12}?(?:企业|国企|央企|民企|外企|公司|机构|口岸|保税区|综保区|街道|片区|社区|实验室|园|市场主体|经营主体|项目|联合党委|中心"
    rf"|基地|集群|平台|机场|港区?))(?:的|年度?|累计|计划|完成|合计|共|实际|协议|合同)*(?P<rest>(?:{_HEADS}|总投资额?|年?产值|党组织覆盖率|产能利用率|利税|研发(?:费用|经费|投入)|应收账款|亏损面|增长面|存货|货运量|吞吐量"
    r"|.{0,4}(?:总额|总值|率|余额)))$"
)
# 规上工业企业增加值 is the industry's; 规上工业企业利润 is the firms'.
_WHOLE_INDUSTRY = re.compile(r"工业企业.+|(?:规上|规模以上)工业企业(?:增加值|总?产值)")
# What an industry is called without 业 at its end: 汽车及零部件, 电子信息, 装备制造.
SECTORS_NAMED = (
    "装备制造|汽车制造|食品制造|零部件|电子信息|新一代信息技术|新材料|生物医药|医疗器械|新能源汽车|新能源装备|高端装备|智能装备|先进制造"
    "|石油化工|精细化工|工程机械|集成电路|晶圆制造|封测|光伏|锂电|动力电池|氢能|食品加工|绿色食品|家电|纺织服装|软件和信息服务|轨道交通装备|航空装备"
    "|海工装备|电气机械|智能网联汽车|整车|稀土新材料|钛及新材料|平板显示|智能家电"
)
_SECTOR = re.compile(rf"(?P<group>.{{0,8}}?(?:{SECTORS_NAMED}))(?P<rest>总?产值|营收|营业收入|主营业务收入|增加值)$")
_INDUSTRY = re.compile(
    r"(?P<group>.{1,16}?(?:产业链|产业|行业|制造业|服务业|工业|农业|建筑业|(?<![企营])业|集群|第[一二三]产业))"
    r"(?P<rest>增加值|产值|总产值|营收|营业收入|主营业务收入|税收|利润|产量|销售收入|规模|用电量|总收入|销售额|实缴税收|(?<=产业)收入|应税销售)$"
)
# Industries that are the whole economy's own sections: their value added is an indicator, not a part of one.
_SECTION = re.compile(
    r"(?:规上|规模以上|规模|全部|全口径|全部工业|产业|新兴产业|战略性新兴产业)?(?:工业|服务业|建筑业|农业|房地产业?|制造业|加工制造业|产业)?"
)
_SUB_AREA = re.compile(
    r"(?P<group>[东西南北中]区|[\u4e00-\u9fff]{2,8}?(?:片区|街道|街道办|核心区|起步区|综合保税区|综保区|直管园|化工产业园|产业园区?|科技园|口岸"
    r"|社区|(?<!城)镇(?!化)|新城)(?:[一二三]期)?)(?P<rest>(?!建设|改造|项目|工程|数量|总数).{2,})$"
)
_PORT = re.compile(
    r"(?P<group>(?!全|各|沿海|内河|主要)[\u4e00-\u9fff]{2,6}?(?:港区?|机场|口岸))(?P<rest>(?:货物|集装箱|货邮|旅客|外贸)[^，。]{0,4}吞吐量)$"
)
_LED = re.compile(
    r"^(?:的|内|还要|还将|还需|还|要(?!素)|将|计划|拟(?!建|开)|力争|确保|累计|共(?!有|享|建|同)|已(?!开))+(?=.{2})"
)
_HOUSEHOLDS = re.compile(r"(?P<group>城镇|农村)(?:常住)?(?:居民)?(?:居民)?人均可支配收入$")
_SEPARATORS = tuple(
    regex.compile(pattern)
    for pattern in (r"、", r"、|以及|和(?!谐)|与|及(?!时)", r"、|和(?!谐)|以及", r"和|与|及|以及")
)
_MAY_LIST = re.compile("[、以和与及]")
_PARTNERS = re.compile(r"[对自与向从](?=[^，。]{2})")
_TOWN_AND_COUNTRY = re.compile(r"城乡(?P<rest>.+)$")
_ALL_SECTORS = re.compile(r"(?:第一、第?二、第?三(?:次)?产业|一二三产业?|三次产业)(?P<rest>.*)")
_SECTORS = re.compile(r"第?(?P<one>[一二])、第?(?P<other>[二三])产业(?P<rest>.*)")
_IN_AND_OUT = re.compile(r"(?P<head>[^、和与]*)(?P<both>存贷款|进出口)(?P<rest>[^、和与]{0,4})")
_LISTED_INDUSTRIES = re.compile(
    r"(?P<group>[^，。；“”]*、[^，。；、“”]{1,10}?)”?[两二三四五六七八九十\d][大类](?:主导|支柱|重点|优势|新兴|特色|核心)?(?:产业|行业|板块|集群|业态)[”的]?(?P<rest>.{2,8})"
)
_COUNTED = re.compile(
    r"等?[两二三四五六七八九十\d][大个](?:主导|支柱|重点|优势|新兴|特色|核心)?(?:产业|行业|板块|集群)$"
)
_SEVERAL = re.compile(r"等?[两二三四五六七八九十\d][个类](?=产业|行业|板块|集群)")
_KIND = re.compile(r"(?:产业|行业)$")
_PEOPLE = re.compile(r"常住|居民|人均可支配收入")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(one_of("keep"))


def split_list(text: str, count: int) -> list[str]:
    """The `count` members of an enumeration (A、B和C), [] if it has another number of them.

    >>> split_list("生物医药、金属材料、IT和现代服务业", 3)
    ['生物医药', '金属材料', 'IT和现代服务业']
    """
    if count == 2 and (match := _SECTORS.fullmatch(text)):
        return [f"第{match['one']}产业{match['rest']}", f"第{match['other']}产业{match['rest']}"]
    if count == 3 and (match := _ALL_SECTORS.fullmatch(text)):
        return [f"第{one}产业{match['rest']}" for one in "一二三"]
    for separator in _SEPARATORS:
        members = [part for part in separator.split(text) if part]
        if len(members) == count:
            return members
    if count == 2 and (match := _IN_AND_OUT.fullmatch(text)):
        first, second = ("存款", "贷款") if match["both"] == "存贷款" else ("进口", "出口")
        return [f"{match['head']}{one}{match['rest']}" for one in (first, second)]
    if count == 2 and text.startswith("内外贸"):
        return [f"内贸{text[3:]}", f"外贸{text[3:]}"]
    if count == 2 and (match := _TOWN_AND_COUNTRY.match(text)):
        return [f"城镇{match['rest']}", f"农村{match['rest']}"]
    return []


def members_of(text: str) -> list[tuple[str, str]]:
    """(segment, indicator) of each member of an enumeration however long, [] if `text` is none."""
    if not _MAY_LIST.search(text):
        return []
    parts = [part for part in _SEPARATORS[1].split(text) if part]
    if len(parts) < 2 or any(len(part) < 2 for part in parts):
        return []
    return spread_tail(parts)


def _is_amount(name: str) -> bool:
    """Whether a member of a list is an indicator by itself (地区生产总值), and not a group (高新技术企业)."""
    known = catalogue().get(identify(name))
    return bool(known and known.unit not in {"count", "person"})


def spread_tail(members: list[str]) -> list[tuple[str, str]]:
    """(segment, indicator) of each member of a list that shares its last words.

    >>> spread_tail(["云计算", "食品", "装备三大产业主营业务收入"])
    [('云计算', '主营业务收入'), ('食品', '主营业务收入'), ('装备', '主营业务收入')]
    >>> spread_tail(["绿色铝", "硅光伏产业产值"])
    [('绿色铝产业', '绿色铝产业产值'), ('硅光伏产业', '硅光伏产业产值')]
    """
    last = members[-1]
    if len(members) == 2 and members[0] in {"城镇", "农村"} and (residents := _RESIDENTS.fullmatch(last)):
        return [("", members[0] + residents["rest"]), ("", last)]  # 城镇、农村居民收入
    verb = _verb().match(last)
    if verb and len(last) > verb.end() + 1 and all(_verb().fullmatch(member) for member in members[:-1]):
        return [("", said + last[verb.end() :]) for said in (*members[:-1], verb[0])]  # 新签约、新开工亿元以上项目
    tail = _TAIL.search(last)
    if tail and "人均可支配收入" in tail[0] and all(_PEOPLE.search(m) or m in {"城镇", "农村"} for m in members):
        return [(_PEOPLE.sub("", member), "居民人均可支配收入") for member in members]
    if (grade := _GRADED.match(last)) and all(_GRADED.fullmatch(member) for member in members[:-1]):
        return [("", member + last[grade.end() :]) for member in (*members[:-1], grade[0])]  # 国家级、部级创新平台
    if len(members) == 2 and (prefix := _shared_beginning(*members)):
        return [("", members[0]), ("", prefix + last)]
    if not tail and (rated := _GROUP_RATE.fullmatch(last)) and all(_GROUPS.search(member) for member in members[:-1]):
        return [(member, rated["rate"]) for member in (*members[:-1], rated["group"])]
    if not tail and (shared := _shared_rate(members)):
        return [("", member + shared) for member in (*members[:-1], last.removesuffix(shared))]
    if tail and tail.start() == 0:
        tail = _SHORT_TAIL.search(last)
    if not tail or tail.start() == 0 or any(_TAIL.search(member) or _is_amount(member) for member in members[:-1]):
        return [("", member) for member in members]
    if partners := _PARTNERS.match(members[0]):
        head = tail[0].removeprefix("的")
        names = [members[0], *(partners[0] + member for member in members[1:])]
        return [("", name if name.endswith(head) else name + head) for name in names]
    head, stem, others = tail[0].removeprefix("的"), last[: tail.start()], members[:-1]
    if counted := _COUNTED.search(stem):
        stem = stem[: counted.start()]
    elif kind := _KIND.search(stem := _SEVERAL.sub("", stem)):
        others = [member if member.endswith("业") else member + kind[0] for member in others]
    elif stem.endswith("业") and len(stem) <= 4:
        others = [member if member.endswith("业") else member + "业" for member in others]  # 住宿、餐饮业营业额
    segments = [*others, stem]
    if head in {"数量", "总数", "户数", "增速", "增幅", "余额"}:
        return [("", segment + head) for segment in segments]
    industry = all(segment.endswith("业") for segment in segments)
    return [(segment, segment + head if industry else head) for segment in segments]


def _shared_beginning(first: str, second: str) -> str:
    """What the first of two alike names says for both (企业诉求办结率、满意率), "" if it says nothing."""
    alike = len(second) == 3 < len(first) - 1 and first[-1] == second[-1] and second[-1] in "率量额数"
    return first[:-3] if alike and not identify(second) else ""


def _shared_rate(members: list[str]) -> str:
    """What a list says last of each of its members: 设备联网率 of 废水、废气设备联网率, "" where they are not alike."""
    *others, last = members
    size = len(others[0])
    alike = size <= 4 and all(len(member) == size and not _RATE.search(member) for member in others)
    shared = last[size:]
    return shared if alike and len(shared) > 2 and _RATE.search(shared) else ""


@lru_cache(maxsize=4096)  # the names of indicators come again and again
def split_segment(noun: str) -> tuple[str, str]:
    """(segment, indicator_text) of a noun phrase: the part of the area it covers, and what is measured.

    >>> split_segment("装备制造业增加值"), split_segment("规模以上企业利税"), split_segment("东区路网覆盖面积")
    (('装备制造业', '装备制造业增加值'), ('规模以上企业', '利税'), ('东区', '路网覆盖面积'))
    """
    if match := _LISTED_INDUSTRIES.fullmatch(noun):
        return match["group"], match["rest"]
    if match := _SUB_AREA.match(noun):
        return match["group"], _LED.sub("", match["rest"])
    if match := _PORT.match(noun):
        return match["group"], match["rest"]
    if match := _HOUSEHOLDS.match(noun):
        of_whom = "常住居民" if "常住居民" in noun else "居民"
        return match["group"], f"{of_whom}人均可支配收入"
    if match := _SECTOR.match(noun):
        return match["group"], noun
    if match := _INDUSTRY.match(noun):
        return ("", noun) if _SECTION.fullmatch(match["group"]) else (match["group"], noun)
    match = _GROUP.match(noun)
    if match and not COUNTS.fullmatch(match["rest"]) and not _WHOLE_INDUSTRY.fullmatch(noun):
        return match["group"], match["rest"]
    return "", noun

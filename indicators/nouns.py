"""Noun phrases: what a number is the number of, cut out of the words before or after it."""

from dataclasses import dataclass, replace
from functools import cache

import regex

from indicators.areas import find_areas
from indicators.lexicon import one_of
from indicators.periods import scan_periods

# 总量, 规模 …: nouns that only say in what respect something is counted; the thing itself was named before.
RESPECTS = regex.compile(
    r"(?:其)?(?:的)?(?:总量|总数|总额|总规模|规模|数量|总数量|总量规模|数|累计|总计|存量|总面积|面积|建筑面积|总建筑面积|占地面积|总投资|总投资额|投资总额|投资额|投资|计划总投资|协议总投资"
    r"|注册资本|注册资金|增速|增幅|产值|年产值|总产值|营收|收入|营业收入|利润|利税|税收|从业人员|员工|金额|合同金额|成交额|贷款金额|注册资本金|产能|占比|排名|位次|质量|余额|涉及金额|涉及资金)"
)
COUNTS = regex.compile(r"(?:其)?(?:总量|总数|总额|总规模|规模|数量|总数量|数|累计|总计|存量|总|总计数)")
_HEADS = (
    "主营业务收入|营业总收入|营业收入|销售收入|技工贸总收入|总收入|工业总产值|总产值|产值|增加值|固定资产投资|投资额|投资|产量|产能|税收|利润总额|利润|利税|营收|减排量|销售额|交易额|零售额"
    "|进出口总额|进出口总值|进出口|出口额|出口|进口|从业人员|总量|数量|总数|收入|支出|覆盖率|资产总额|资产|存款余额|贷款余额|余额|消费额|人均可支配收入|能耗|用电量|发电量|人数|户数|面积|贡献率|增速"
)
_TAIL = regex.compile(rf"(?:的)?(?:{_HEADS})$")
_GROUP = regex.compile(
    rf"^(?P<group>.{{0,12}}?(?:企业|国企|央企|民企|外企|公司|机构|口岸|保税区|综保区|街道|片区|社区|实验室|园|市场主体|经营主体|项目|联合党委|中心|基地|集群|平台|机场|港区?))(?:的|年|累计)?(?P<rest>(?:{_HEADS}|总投资额?|年?产值|党组织覆盖率|产能利用率|利税|货运量|吞吐量|.{{0,4}}(?:总额|总值|率|余额)))$"
)
_INDUSTRY = regex.compile(r"^(?P<group>.{1,16}?(?:产业|行业|制造业|服务业|工业|农业|建筑业|(?<!企)业|集群|第[一二三]产业))(?P<rest>增加值|产值|总产值|投资|营收|营业收入|主营业务收入|税收|利润|产量|销售收入|规模|用电量|总收入|销售额|实缴税收)$")
_PLAIN_INDUSTRY = regex.compile(r"^(?:规上|规模以上|规模|全部|全口径|全部工业|产业|新兴产业|战略性新兴产业)?(?:工业|服务业|建筑业|农业|房地产业?|制造业|加工制造业|产业)?$")
_SUB_AREA = regex.compile(
    r"^(?P<group>(?:[东西南北中]区|[\u4e00-\u9fff]{2,8}?(?:片区|街道|街道办|核心区|起步区|综合保税区|综保区|直管园|化工产业园|产业园区?|科技园|口岸|社区|镇|新城)))(?P<rest>.{2,})$"
)
_REMARK = regex.compile(r"（(?:[^（）]*(?:按|不含|含|下同|以下|口径|同口径|初步|快报|简称|可比|剔除|扣除|当年价|其中|统计)[^（）]*)）")
_EDGE = "、，；：。“”《》（）()·●•○■◆—-|*#▶ "


@dataclass(frozen=True)
class Noun:
    """A noun phrase: `verb` is the verb of flow it begins with (引进, 新开工), `new` that 新增 stood before it."""

    text: str
    verb: str = ""
    new: bool = False
    less: bool = False  # 减少 stood before it
    event: bool = False  # what it names did something: 83项案例入选
    subject: str = ""  # what the clause speaks of, where the name itself follows a period: 服务中心2021年开展活动

    def __bool__(self) -> bool:
        return bool(self.text)


@cache
def _lead() -> regex.Pattern[str]:
    return regex.compile(rf"^(?:{one_of('lead')}|[、，；：●•○■◆—\-|*#▶·]+)")


@cache
def _govern() -> regex.Pattern[str]:
    return regex.compile(rf"^.*{one_of('govern')}(?:了|到|出|为)?")


@cache
def _keep() -> regex.Pattern[str]:
    return regex.compile(one_of("keep"))


@cache
def _stop() -> regex.Pattern[str]:
    return regex.compile(one_of("stop"))


_EVENT = regex.compile("完成|获|入选|建成|投产|落地|开工|揭牌|投用|启用|竣工|通车|签约|挂牌|上市|运行|实施|推广|交付|复制")
_NEW = regex.compile(r"^(?:新增加?|净增加?|增加(?!值)|再增|增设)(?!长)(?:了)?")
_LESS = regex.compile(r"^(?:净?减少)(?=.{2})")
_GRADE = regex.compile(r"(?:国家级|省级|市级|区级|县级|国家|省)(?:以上)?(?:和|及|、)?")
_TRAILING = regex.compile(r"(?:[、和与及的等了、：]|以及|共|已|数达|中|总)+$")


def _strip_lead(text: str) -> str:
    """`text` without the connectives, periods and areas it begins with."""
    while True:
        before = text
        text = regex.sub(r"^(?:\d{1,2}[.、．](?!\d)|（[一二三四五六七八九十\d]+）|[①-⑳])", "", text)
        text = text.lstrip(_EDGE.replace("“", "").replace("《", "").replace("（", ""))
        if match := _lead().match(text):
            text = text[match.end() :]
        for mention in scan_periods(text[:24]):
            if mention.start == 0 and not text.startswith(("年产", "年均", "年末从业")):
                text = text[mention.end :].removeprefix("，").removeprefix("以来")
            break
        for area in find_areas(text[:24]):
            if area.start == 0 and area.kind in {"park", "self"} and len(text) > area.end - area.start:
                text = regex.sub(r"^（[^）]*）", "", text[area.end :])
            break
        if text.startswith("）"):
            text = text[1:]
        if text == before:
            return text


def noun_before(clause: str) -> Noun:
    """The noun phrase that ends a clause's words before its number, "" if they hold none.

    >>> noun_before("昆明高新区全年力争完成固定资产投资").text
    '固定资产投资'
    """
    clause = _REMARK.sub("", clause)
    clause = _TRAILING.sub("", clause)
    text = _strip_lead(clause)
    text, subject = _after_period(text)
    new = False
    for _ in range(4):
        if match := _NEW.match(text):
            rest = text[match.end() :]
            new, text = True, rest
            text = _strip_lead(text)
            continue
        if (match := _govern().match(text)) and (rest := _strip_lead(text[match.end() :])) != text:
            if not rest or (match.end() == len(text) and not rest):
                # only a verb was left: 建成 168个
                text = ""
                break
            text = rest
            continue
        break
    if not new and (inner := regex.search(r"(?:新增|净增)(?=.{2,})(?!就业|长)", text)) and inner.start() > 0 and not regex.search(r"城镇$", text[: inner.start()]):
        new, text = True, _strip_lead(text[inner.end() :])
    verb, less = "", False
    if match := _LESS.match(text):
        less, text = True, text[match.end() :]
    if match := _keep().match(text):
        verb = match[0]
        if match.end() == len(text):
            return Noun("", verb, new)
    text = regex.sub(r"^\d+万元(?:及以上|以上)?口径的?", "", text)
    text = _clean_noun(text)
    return Noun(text, verb, new, less, subject=subject) if is_noun(text) else Noun("", verb, new)


def _after_period(text: str) -> tuple[str, str]:
    """The words after a period inside a name and what stood before it; the words before it where none follow."""
    for mention in reversed(scan_periods(text)):
        if mention.start < 2 or mention.kind in {"whole", "year_end", "span"} and mention.start < 3:
            continue
        before = regex.sub(r"(?:从|由|自|在|到|至|截至)$", "", text[: mention.start])
        after = _strip_lead(regex.sub(r"^(?:起步时|成立时|以来|期间|就|已|的|末|底|年|时)+", "", text[mention.end :]))
        if not is_noun(after):
            return before, ""
        return after, before if _ORGAN.search(before) else ""
    return text, ""


_ORGAN = regex.compile(r"(?:中心|联合党委|党委|协会|学院|医院|实验室|研究院|基地|口岸|保税区|综保区|片区|街道|社区|机场|港|站|一期|二期)$")


def _clean_noun(text: str) -> str:
    text = text.strip("、，；：。·●•○■◆—-|*#▶ ")
    text = regex.sub(r"(?:计划|预计|力争|拟(?!开|建)|分别|累计|同比)(?=.{2})", "", text) if len(text) > 4 else text
    if text.count("（") > text.count("）"):
        text += "）"
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    return _TRAILING.sub("", text)


def is_noun(text: str) -> bool:
    """Whether what is left can name an indicator."""
    letters = regex.sub(r"[^\u4e00-\u9fffA-Za-z]", "", text)
    return len(letters) >= 2 and len(text) <= 40 and not _ADVERBS.fullmatch(text)


_ADVERBS = regex.compile(
    r"(?:同比|环比|分别|累计|其中|全年|上年|去年|今年|同期|达到|实现|完成|平均|首次|目前|总计|合计|共计|按可比价格计算|增长|下降|高达|较上年|比上年|截至目前|截至|全区|全市|全省|全国|左右|以上|历史|水平|方面|情况|成效|成绩|增速|增幅|现价|可比价|年度计划|年度目标|速度|势头|步伐|前列|第一|一批|一年|转为|转正|由负转正|由降转升|由升转降|扭负为正|降转增|回正|持平|基本持平|双双|期间|以来|此基础|基础上|主要指标|数据)+"
)


def noun_after(text: str, limit: int) -> Noun:
    """The noun phrase that follows a number in `text` (which begins right after it), `limit` characters at most.

    >>> noun_after("基层党组织完成了达标创建。", 20).text
    '基层党组织'
    """
    rest = text[max(limit - 3, 0) :]
    text = text[:limit]
    end = len(text)
    if cut := regex.search(r"[，；：。！？|]", text):
        end = cut.start()
    depth = 0
    for position, character in enumerate(text[:end]):
        if character in "（“《":
            depth += 1
        elif character in "）”》":
            depth -= 1
            if depth < 0:
                end = position
                break
    text = text[:end]
    if text.startswith(("的", "、", "和", "与", "及", "）", "（", "以", "左", "上下", "”", "—")):
        return Noun("")
    event = False
    first = _keep().match(text)
    if stop := _stop().search(text, first.end() if first else 0):
        event = bool(_EVENT.match(stop[0]))
        text = text[: stop.start()]
    text = regex.sub(r"(?:、|和|与|及|以及)[^、和与及]{0,3}$", "", text) if regex.search(r"[、和与及]$|以及$", text) else text
    text = _clean_noun(text)
    if _GRADE.fullmatch(text) and (further := regex.match(r"[^，。；]{0,6}?\d[^，。；\u4e00-\u9fff]*[余多]?[家个名户所项](?:国家级|省级|市级|区级|领域)?(?:以上)?(?P<head>[^，。；\d]{2,})", rest)):
        text += noun_after(further["head"], 30).text
    if text.count("（") > text.count("）") or not is_noun(text):
        return Noun("")
    return Noun(text, event=event)


def split_list(text: str, count: int) -> list[str]:
    """The `count` members of an enumeration (A、B和C), [] if it has another number of them."""
    for separator in (r"、", r"、|以及|和(?!谐)|与|及(?!时)", r"、|和(?!谐)|以及", r"和|与|及|以及"):
        members = [part for part in regex.split(separator, text) if part]
        if len(members) == count:
            return members
    if count == 2 and (match := regex.match(r"^(?P<one>城)(?P<other>乡)(?P<rest>.+)$", text)):
        return [f"城镇{match['rest']}", f"农村{match['rest']}"]
    return []


def spread_tail(members: list[str]) -> list[tuple[str, str]]:
    """(segment, indicator) of each member of a list that shares its last words.

    >>> spread_tail(["云计算", "食品", "装备三大产业主营业务收入"])
    [('云计算', '主营业务收入'), ('食品', '主营业务收入'), ('装备', '主营业务收入')]
    """
    last = members[-1]
    tail = _TAIL.search(last)
    if tail and tail[0] == "人均可支配收入" and all("居民" in m or m in {"城镇", "农村"} for m in members):
        return [(regex.sub(r"(?:常住|居民|人均可支配收入)", "", member), "居民人均可支配收入") for member in members]
    if not tail or tail.start() == 0 or any(_TAIL.search(member) for member in members[:-1]):
        if tail and tail.start() == 0:  # A、B和总产值
            return [("", member) for member in members]
        return [("", member) for member in members]
    head = tail[0].removeprefix("的")
    stem = regex.sub(r"(?:等)?(?:[两二三四五六七八九十\d]大)?(?:主导|支柱|重点|优势|新兴|特色|核心)?产业$", "", last[: tail.start()]) or last[: tail.start()]
    if not regex.search(r"(?:[两二三四五六七八九十\d]大)", last[: tail.start()]):
        stem = last[: tail.start()]
    kind = regex.search(r"(?:产业|行业|制造业|服务业)$", stem)
    if kind and stem == last[: tail.start()]:
        members = [*(m if m.endswith("业") else m + kind[0] for m in members[:-1]), last]
    segments = [*members[:-1], stem]
    industry = all(regex.search(r"(?:业|产业)$", segment) for segment in segments)
    if head in {"数量", "总数", "户数"}:
        return [("", segment + head) for segment in segments]
    return [(segment, segment + head if industry else head) for segment in segments]


def split_segment(noun: str) -> tuple[str, str]:
    """(segment, indicator_text) of a noun phrase: the part of the area it covers, and what is measured.

    >>> split_segment("装备制造业增加值"), split_segment("规模以上企业利税"), split_segment("东区路网覆盖面积")
    (('装备制造业', '装备制造业增加值'), ('规模以上企业', '利税'), ('东区', '路网覆盖面积'))
    """
    if match := _SUB_AREA.match(noun):
        return match["group"], match["rest"].removeprefix("的").removeprefix("内")
    if match := regex.match(r"^(?P<group>城镇|农村)(?:常住)?(?:居民)?(?P<rest>(?:居民)?人均可支配收入)$", noun):
        return match["group"], "居民人均可支配收入"
    if match := _INDUSTRY.match(noun):
        return ("", noun) if match["rest"] == "投资" or _PLAIN_INDUSTRY.match(match["group"]) else (match["group"], noun)
    if (match := _GROUP.match(noun)) and not regex.match(r"^(?:规上|规模以上)?工业企业$", match["group"]):
        return match["group"], match["rest"]
    return "", noun


def with_text(noun: Noun, text: str) -> Noun:
    """The noun with another text."""
    return replace(noun, text=text)

"""Noun phrases: what a number is the number of, cut out of the words before or after it."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from indicators.areas import area_at_head
from indicators.catalogue import identify
from indicators.lexicon import one_of, word_in
from indicators.mentions import period_at_head, scan_periods
from indicators.own_names import SIGNS

_REMARK = re.compile(
    r"（[^（）]*(?:按|不含|含|下同|以下|口径|初步|快报|简称|可比|剔除|扣除|当年价|其中|统计)[^（）]*）"
)
_FOOTNOTE = re.compile(r"\[\d{1,2}\]")
_ASIDE = re.compile(r"——[^，。；—]{4,30}——")
_NUMBERING = re.compile(r"^(?:\d{1,2}[.、．](?!\d)|（[一二三四五六七八九十\d]+）|[①-⑳])")
_BRACKET = re.compile(r"^（[^）]*）")
# What ends the words before a number and is no name is read backwards: most often there is none, as its last character
# tells at once.
_TRAILING = regex.compile(
    r"(?r)(?:[、和与及的等了：]|以及|加起来|合起来|[同环]比|一共|总共|共|已|数达|(?<![初高])中|总|[从由]零|在库|入库|在册|年度|年初|年中|就|现|虽然?|却|依次|仍|也|(?<![平人户地亩村])均|都|再|还|又|则|[一二两三四五六七八九十]年(?:来|间)?)+$"
)
_EDGE = SIGNS + "、，；：。”》）()·●•○■◆—-|*#▶📌💡 "
_NEW = re.compile(r"^(?:新增加?|净增加?|增加(?!值)|再增|增设)(?!长)了?")
_NEW_INSIDE = re.compile(r"(?:新增|净增)(?=.{2,})(?!就业|长)")
_LESS = re.compile(r"^净?减少(?=.{2})")
_ADVERBS_INSIDE = re.compile(
    r"(?:计划(?![”’]?(?:专家|人才|入选))|预计|力争|(?<![模虚])拟(?!开|建|合|人|真)|分别|累计|同比)(?=.{2})"
)
# 教育、社会保障和就业两项支出.
_SEVERAL_INSIDE = re.compile("(?<=.{2})[两三四五六七八]项(?=支出|收入|税收|贷款)")
_AIM_AT_END = re.compile("(?<=.{2})的?(?:目标|任务|计划)(?:数|值)?(?:定|定了|设定|确定|排|下达|调整)(?:的|到|为|在)?$")
_AIMS = ("目标", "任务", "计划")
_CALIBRE = re.compile(r"^\d+万元(?:及以上|以上)?(?:口径的?|(?:项目)?(?=固定资产投资))")
# What somebody did to it: 引来的高层次人才, 收集到的科技成果.
_WHICH = re.compile(
    r"(?:拥?有|持有|具有|具备|享有|设有|建有|配有|获得|取得|通过|设立|建立)[^，。；]{2,}"
    r"的(?:企业|公司|机构|单位|园区|学校|人员|项目)"
)
_DONE = re.compile(
    rf"(?:{one_of('keep')}|{one_of('govern_first')}|引来|联系|联合|聚拢|评上|吸引)(?:来|到|起来|过|了)?的(?=.{{2}})"
)
_CLASS = re.compile(r"\d|元|以上|规模|级|、|和|与|创办|参与")
# 在全市九个县区中总量(居第二)
_AMONG_AREAS = re.compile(
    r"^，?在?[^，。；]{1,14}?(?:县区|区县|[市县区州]|园区|城市|省份)中(?=总量|增速|增幅|规模|排名|位次)"
)
_PER = re.compile("每(?:平方公里|平方千米|亩|公顷|万人|户|家|名|吨)[\u4e00-\u9fff]{0,4}")
_PART_OF = re.compile(r"^(?!每).{2,8}中的(?=.{2})")
# 规模工业企业中亏损(37户): of the firms, those that lose money.
_QUALITY_AMONG = re.compile(
    r"^.{0,10}?(?P<head>企业|项目|单位|机构|平台)中，?(?P<quality>亏损|盈利|停产|投产|在建|开工|竣工|增长|下降|规上|上市|外资|民营|国家级|省级)的?$"
)
_ACTED = regex.compile(rf"(?<={one_of('actor')}){one_of('govern_first')}(?:了|到|出|为)?(?=.{{2}})")
# 中小企业获得授信: what somebody was given.
_GOT = re.compile(
    r"[^，。；的]{0,8}(?:企业|商户|主体|职工|群众)(?:获得|获|享受|争取|拿到)(?:了|到)?"
    r"(?=授信|贷款|融资|补贴|补助|资金|奖励)"
)
_AFTER_PERIOD = re.compile("^，?(?:以来|前(?![沿海端期景十百千两一二三四五六七八九\\d]))?")
_AT_PERIOD = re.compile(r"^(?:起步时|成立时|以来|期间|一年里|就|已|的|末|底|年|时)+")
_BARE_HEAD = re.compile("产量|销量|销售额|交易额|零售额|出口额?|进口额?")
_BEFORE_PERIOD = re.compile(r"(?:从|由|自|在|到|至|截至)$")
_ORGAN = re.compile(
    r"(?:(?<!.[、和与])(?:产业|制造业|产业链|集群)|中心|联合党委|党委|协会|学院|医院|实验室|研究院|基地|口岸|保税区|综保区|片区|街道|社区|机场|港|站|[一二三]期)$"
)
# Verbs that, alone, are no name: what they are done to stands before them (中欧班列累计开行2.6万列).
_BARE_VERB = re.compile(
    r"(?:开行|运行|发放|办理|受理|投放|投入|释放|减排|办结|完工|交付|成交|接待|供应|吞吐|安排|达|覆盖|服务|惠及|下线|出库|入库|完成|竣工|上市"
    r"|生产|销售|毕业|接入|集聚|处理|产出|装机|发电|新增|盘活|建成|投用|实现)(?:了|到)?"
)
# Verbs of everyday speech with which a sentence comes to its number: GDP做到2386亿, 税收要过50亿元.
_COMES_TO = regex.compile(
    r"(?r)(?:(?:还|已经?|又|再|就|才|只|都|也|倒是|竟然?|居然|大概|差不多|起码|少说|一共|总共|基本)*"
    r"(?:做|压|站|冲|拱|扩|涨|掉|提|跌|签|跑|产|投|收|排|干|拼|拿|升|降|增|减|走|爬|翻|卖|缩|拓|挤|迈|跃)(?:到|了|出|上|下来|成|至|稳|进|过)+(?:了|的)?"
    r"|(?:要|会|能|可|得|将)(?:过|到|上|有|超|达)|(?:还|就|(?<!人)才|只|起码|至少|大概|少说)(?:有|要|是)?|(?<=.{2})(?:从|由|过了?|要|做|冲|拱|拼|压|拉|扩))$"
)
# 进出口总额受外需走弱影响(下降), 收入在高基数上(增长): circumstances between a name and its verb.
_CIRCUMSTANCE = regex.compile(
    r"(?r)(?:(?<=.{2})(?:受[^，。；]{2,16}(?:影响|拖累|带动|拉动)|因(?!素)[^，。；]{2,14}而|在[^，。；]{2,12}(?:基础上|情况下|之下|条件下))仍?$"
    r"|(?<=.{2})(?:连年|连续[^，。；]{1,4}年|持续|稳步|逐年)(?:增长|提升|上升|领跑[^，。；]{0,4}|保持[^，。；]{2,6}|位居[^，。；]{2,6})[、，]$)"
)
_CIRCUMSTANCE_ALONE = re.compile("(?:虽?受|因)[^，。；]{2,14}(?:影响|拖累|带动|拉动|冲击)")
# 生物医药产业完成产值: the output of an industry; 规上工业完成总产值 is an indicator's name.
_INDUSTRY_DOES = re.compile(
    r"(?P<who>[^，。；的、]*业)(?:完成|实现)(?P<what>总?产值|增加值|营业收入|主营业务收入|营收|销售收入|利润总额|利润|利税|税收)$"
)
# Whose results are told: a class of firms, a port.
_DOERS = re.compile(
    r"(?:规上|规模以上|限上|限额以上|资质以上|国有|民营|外资)(?:工业|服务业|商贸|批零|建筑业|科技)*(?:企业|单位)|[\u4e00-\u9fff]{1,6}(?:机场|港区|港区域|作业区)"
    r"|(?!战略性|高新技术|主导|支柱|特色|优势|重点|新兴|上述|各|两|三|四|五|六)[\u4e00-\u9fff]{2,10}(?<![两三四五六七八九十]大)(?:产业|产业链|集群)"
)
_SECTION = re.compile(r"(?:规上|规模以上|规模|全部|全口径|全社会|其他)*(?:工业|服务业|建筑业|农业|房地产业|制造业)")
_DOING = re.compile(
    r"(?:建成|打造|完成|培育|创建|建立|设立|组建|创成|认定|安置|培训|选派|选聘|选配|派出|梳理|排查|解决|提供|引育|实施|推出|出台|制定|印发|发布|办成|办好|收集|铺排|签下|挂出|帮助|支持|推进|兑付)了?$"
)
_EVENT = re.compile(
    "完成|获|入选|建成|投产|落地|开工|揭牌|投用|启用|竣工|通车|签约|挂牌|上市|运行|实施|推广|交付|复制|走进|参加|参与|赴"
)
_ADVERBS = re.compile(
    r"(?:同比|环比|分别|累计|其中|全年|上年|去年|今年|同期|达到|实现|完成|平均|首次|目前|总计|合计|共计|按可比价格计算|增长|下降|高达"
    r"|较上年|比上年|截至目前|全区|全市|全省|全国|左右|以上|历史|水平|方面|情况|成效|成绩|增速|增幅|现价|可比价|年度计划|年度目标|速度"
    r"|势头|步伐|前列|第一|一批|一年|转为|转正|由负转正|由降转升|由升转降|扭负为正|降转增|回正|持平|基本持平|双双|期间|以来|此基础|此后|其后|随后|之后|当月|当季|当年"
    r"|基础上|自然口径|同口径|可比口径|现行口径|按现价|主要指标|数据|当月|当季|奋斗|保底|冲一|算下来|签下来|拿下|要做|做|多增|少增|才|一共|差不多|那会儿|已经落|今天|定下|确定|提出|设定|下达|制定|不过|数修订|修订|订正|既考虑|考虑|考虑到|综合考虑|到账|加码|刚好|实际|大约|约莫|差不多|大概|每月|每平方米|每平米|每度|每吨|每立方米|实际工作|工作|过了|这个时候|那个时候|个时候)+"
)
_GRADE = re.compile(r"[百千万]亿元?级|(?:国家级|省级|市级|区级|县级|国家|省)(?:以上)?(?:和|及|、)?")
_NEXT_HEAD = re.compile(
    r"[^，。；]{0,6}?\d[^，。；\u4e00-\u9fff]*[余多]?[家个名户所项](?:国家级|省级|市级|区级|领域)?(?:以上)?(?P<head>[^，。；\d]{2,})"
)
_CLAUSE_END = re.compile(r"[，；：。！？|]|(?:19|20)\d{2}年|今年|去年|上年")
_NOT_AFTER = ("的", "、", "和", "与", "及", "）", "（", "以", "左", "上下", "”", "—", "/")
_HAS = re.compile("[很都]?有(?![限机色效线])|不(?!锈|动产|良)|没")  # 冲刺2亿美元有把握
_JOINED_END = re.compile(r"(?:、|和|与|及|以及)[^、和与及]{0,3}$")
_JOINTS = ("、", "和", "与", "及")
# What is counted and stands there to be counted: enterprises, platforms, roads.
STOCK_NOUNS = re.compile(
    r"(?:企业|公司|机构|中心|平台|站|所|院|室|基地|孵化器|空间|园区?|组织|支部|党委|学校|医院|商标|载体|团队|主体|商户|工厂|车间|点|阵地|社区"
    r"|品牌|集群|瞪羚|独角兽|小巨人|高企|高新区|示范区|航线|线路|公园|泵站|码头|泊位|专家|教师|医生|干部|指导员|成员单位|规上工业|商圈|楼宇|专员|服务队"
    r"|酒店|景区|协会|商会|院校|高校|研究所|工作站|实验室|人员|冠军|总部|网格|村|镇|街道|专利|库|国家|户|权限)$"
)
_LETTERS = re.compile(r"[^\u4e00-\u9fffA-Za-z]")


class Noun(NamedTuple):
    """A noun phrase; false where none was found, though its verb may be known."""

    text: str
    verb: str = ""  # the verb of flow it begins with (引进, 新开工)
    new: bool = False  # 新增 stood before it
    less: bool = False  # 减少 stood before it
    event: bool = False  # what it names did something: 83项案例入选
    done: bool = False  # somebody made it: 建成, 打造
    subject: str = ""  # what the clause speaks of, where the name follows a period: 服务中心2021年开展活动

    def __bool__(self) -> bool:
        return bool(self.text)


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"{one_of('lead')}|[、，；：●•○■◆—\-|*#▶·]+")


@cache
def _govern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<before>.*){one_of('govern')}(?:了|到|出|为|着)?|(?P<first>){one_of('govern_first')}(?:了|到|出|为|着)?(?=.{{2}})"
    )


@cache
def _keep() -> re.Pattern[str]:
    return re.compile(one_of("keep"))


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(one_of("stop"))


def _strip_lead(text: str) -> str:
    """`text` without the connectives, periods and areas it begins with."""
    while text:
        before = text
        text = _NUMBERING.sub("", text).lstrip(_EDGE)
        if match := _lead().match(text):
            text = text[match.end() :]
        if period := period_at_head(text):
            text = _AFTER_PERIOD.sub("", text[period.end :])
        if (area := area_at_head(text)) and area.kind in {"park", "self", "group"}:
            text = _BRACKET.sub("", text[area.end :])
        if text == before:
            break
    return text


@lru_cache(maxsize=4096)
def noun_before(clause: str) -> Noun:
    """The noun phrase that ends a clause's words before its number, "" if they hold none.

    >>> noun_before("昆明高新区全年力争完成固定资产投资").text
    '固定资产投资'
    """
    clause_as_it_is = clause
    if "[" in clause:
        clause = _FOOTNOTE.sub("", clause)
    if "——" in clause:
        clause = _ASIDE.sub("", clause)
    if "（" in clause:
        clause = _REMARK.sub("", clause)
    for superfluous in (_TRAILING, _COMES_TO, _CIRCUMSTANCE, _TRAILING):
        clause = _without_end(superfluous, clause)
    if "“" in clause and "”" not in clause:
        clause = clause.replace("“", "")  # “今年规上企业确保净增
    if "中" in clause:
        clause = _AMONG_AREAS.sub("", clause)
    text, subject = _after_period(_strip_lead(clause))
    if does := _INDUSTRY_DOES.fullmatch(text):
        if not _SECTION.fullmatch(does["who"]):
            return Noun(does["what"], subject=does["who"])
        text = does["who"] + does["what"]
    new = less = done = False
    for _ in range(4):
        if match := _NEW.match(text):
            new, text = True, _strip_lead(text[match.end() :])
        elif (match := _govern().match(text)) and not _says_which(text, match):
            rest = _strip_lead(text[match.end() :])
            done = done or bool(_DOING.search(match[0]))
            if (per := match["before"]) and _PER.fullmatch(per) and len(rest) > 1:
                text = per + rest  # 每平方公里创造进出口
                break
            if before := match["before"]:
                before = _without_end(_TRAILING, _strip_lead(before))
                if (not rest or _BARE_VERB.fullmatch(rest)) and is_noun(before) and not _keep().fullmatch(before):
                    text = before
                    break
                if _DOERS.fullmatch(before):
                    subject = before  # 规模以上工业企业实现利税45亿元
            text = rest
        else:
            break
    done = done or clause_as_it_is.endswith("入库")  # 科技型中小企业入库936家
    if acted := _ACTED.search(text) or _GOT.match(text):
        text = text[acted.end() :]
    if (
        not new
        and (inner := _NEW_INSIDE.search(text))
        and inner.start() > 0
        and not text[: inner.start()].endswith("城镇")
    ):
        new, text = True, _strip_lead(text[inner.end() :])
    if match := _LESS.match(text):
        less, text = True, text[match.end() :]
    if made := _DONE.match(text):
        text = text[made.end() :]
    verb = ""
    if match := _keep().match(text):
        verb = match[0]
        if match.end() == len(text):
            return Noun("", verb, new, less)
    if "万元" in text:
        text = _CALIBRE.sub("", text)
    if "中" in text:
        text = _PART_OF.sub("", _QUALITY_AMONG.sub(r"\g<quality>\g<head>", text))
    text = _clean_noun(text)
    tail = text.rpartition("的")[2]
    if tail != text and identify(tail) and not (identify(text) or _CLASS.search(text) or _WHICH.fullmatch(text)):
        text = tail  # 通过达标验收的基层党组织
    if _CIRCUMSTANCE_ALONE.fullmatch(text):
        return Noun("")  # 规上工业增加值96.5亿元，受疫情影响仅增长2.4%
    if not is_noun(text) or (not verb and _BARE_VERB.fullmatch(text)):
        return Noun("", verb, new, less)
    if text == "投资" and clause.endswith("计划投资"):
        text = "计划投资"  # what is planned of it is an indicator of its own
    return Noun(text, verb, new, less, done=done, subject=subject)


def _without_end(pattern: regex.Pattern[str], text: str) -> str:
    """`text` without what the pattern, which is read backwards, finds at its end."""
    match = pattern.match(text)
    return text[: match.start()] if match else text


def _says_which(text: str, match: re.Match[str]) -> bool:
    """Whether a verb only says which of them are meant: 拥有进出口经营权的企业, 每万人拥有发明专利."""
    if "拥有" in match[0] and text.startswith("每"):
        return True
    return not match["before"] and bool(_WHICH.fullmatch(text))


def _after_period(text: str) -> tuple[str, str]:
    """The words after a period inside a name and what stood before it; the words before it where none follow."""
    for mention in reversed(scan_periods(text)):
        if mention.start < 2 or (mention.kind in {"whole", "year_end", "span"} and mention.start < 3):
            continue
        before = _BEFORE_PERIOD.sub("", text[: mention.start])
        after = _strip_lead(_AT_PERIOD.sub("", text[mention.end :]))
        if not is_noun(after) or _BARE_VERB.fullmatch(after):
            return before, ""
        if len(before) > 1 and not _ORGAN.search(before) and _BARE_HEAD.fullmatch(after) and is_noun(before):
            return before + after, ""  # 新能源汽车去年产量28万辆
        return after, before if _ORGAN.search(before) else ""
    return text, ""


def _clean_noun(text: str) -> str:
    text = text.strip("、，；：。·●•○■◆—-|*#▶ ")
    if len(text) > 4:
        text = _ADVERBS_INSIDE.sub("", text)
    if "项" in text:
        text = _SEVERAL_INSIDE.sub("", text)
    if word_in(text, _AIMS):
        text = _AIM_AT_END.sub("", text)
    if text.count("（") > text.count("）"):
        text += "）"
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    return _without_end(_TRAILING, text)


def is_noun(text: str) -> bool:
    """Whether what is left can name an indicator."""
    return len(text) <= 40 and len(_LETTERS.sub("", text)) >= 2 and not _ADVERBS.fullmatch(text)


def noun_after(text: str, limit: int) -> Noun:
    """The noun phrase that follows a number in `text` (which begins right after it), `limit` characters at most.

    >>> noun_after("基层党组织完成了达标创建。", 20).text
    '基层党组织'
    """
    rest = text[max(limit - 3, 0) :]
    text = text[:limit]
    if cut := _CLAUSE_END.search(text):
        text = text[: cut.start()]
    text = _close_bracket(text)
    if text.startswith(_NOT_AFTER) or _HAS.match(text):
        return Noun("")
    event = False
    first = _keep().match(text)
    if stop := _stop().search(text, first.end() if first else 0):
        event = bool(_EVENT.match(stop[0]))
        text = text[: stop.start()]
    if text.endswith(_JOINTS):
        text = _JOINED_END.sub("", text)
    text = _clean_noun(text)
    if _GRADE.fullmatch(text) and (further := _NEXT_HEAD.match(rest)):
        text += noun_after(further["head"], 30).text
    if text.count("（") > text.count("）") or not is_noun(text):
        return Noun("")
    return Noun(text, event=event)


def _close_bracket(text: str) -> str:
    """`text` up to a bracket or quote that closes without having been opened in it."""
    depth = 0
    for position, character in enumerate(text):
        if character in "（“《":
            depth += 1
        elif character in "）”》":
            depth -= 1
            if depth < 0:
                return text[:position]
    return text

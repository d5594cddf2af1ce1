"""Stocks and flows: whether what a statement counts stands at a moment, or was done over a stretch of time."""

import re

from indicators.catalogue import catalogue, identify
from indicators.nouns import STOCK_NOUNS
from indicators.statement import Statement

_BALANCE = re.compile(
    r"(?:余额|应收账款(?:净额)?|产成品存货|存货|资产总额|资产|存量|(?:注册资本|注册资金)(?:（金）)?|市值|储量|库存)$"
)
_STOCK_WORDS = re.compile(
    r"余额|资产|存量|保有量|拥有量|人口|人才|装机|面积|床位|里程|注册资本|从业人员|员工|党员|院士|存款|贷款|库存|在校|户数|总数|在册|参保人数"
    r"|产能|生产能力|网点|点位|站点|数量|基金|机架|服务器|算力"
)
FLOW_WORDS = re.compile(
    r"出生|死亡|新增|新设|新开工|新签约|新引进|新认定|新建|新注册|新登记|新改|改造|续建|拟|签约|引进|招引|落地|立项|攻克|开工|竣工|投产|收储|供应|出让|办理|受理|接待"
    r"|发放|服务|开展|举办|处置|腾退|销售|产量|出口|进口|交易|成交|授权|申请|拆迁|征地|治理|修复|加工|投诉|完成|培训|帮扶|救助|发电|用电"
    r"|吞吐|运量|班列|施工|报批|招聘|扶持|招工|脱贫|回迁|出单|搬迁|发班|毕业|增收|就业|减免|落户|实事|活动|事件|案件|检查|整改|整治|问题|岗位|承担|攻关|挖掘|走访|对接|需求|组建|转化|消除|摘帽|出列|减贫|签订|协议|揭榜|流入|释放|发布|征集"
)
# 新开办学校, 新扩种茶园: what begins with 新 and a verb was done, and does not stand.
_NEW_DONE = re.compile(
    r"(?<![创高革更全最])新(?:[建增设开签引认注登改扩上投竣入获培组成招落启供种修购招聘]|发展(?=党员|会员|团员|用户)|办理)(?!区|城)|新入区|^(?:新?开通|新开业|增开)|^(?:历年"
    r"|当年)?毕业企业"
)
# 受益企业870户, 科技型中小企业入库936家: those to whom a stretch brought something.
_REACHED_BY = re.compile(
    r"^(?:受益|受惠|惠及|获益|获贷|获奖|减税|退税|受助|纾困)|(?<!已)(?:入库|备案|引进|招引|注册登记)$"
)
_RENT = re.compile("(?:(?<![减免])租金|地价|底价)$")
_PRICE = re.compile("价|租金|费$|用电|用水|用气|天然气|蒸汽|工资标准")
_STATE_VERBS = {"入驻", "在建", "停产", "投产", "覆盖", "落户", "服务", "培育", "投运", "空置", "闲置"}
_FLOW_UNITS = re.compile(r"[台辆部只批次起例场列笔宗艘架]$|(?<!案)件$")
_PER = re.compile(r"每|万人|人均|户均|亩均|单位")
_TOTAL_INVESTMENT = re.compile(r"总投资")


def is_stock(statement: Statement) -> bool:
    """Whether a level is counted at a moment (enterprises, people, land) and not over a stretch."""
    indicator = statement.indicator
    there = "已有" in statement.held  # 已有312家规上企业获批复工
    if statement.new or (statement.event and not there) or statement.measure in {"change", "growth", "attainment"}:
        return False
    if _TOTAL_INVESTMENT.search(indicator):
        return False
    known = catalogue().get(identify(indicator))
    if statement.measure in {"share", "rank"}:
        return bool(known and known.kind == "stock")
    if _REACHED_BY.search(indicator):
        return False
    if _RENT.search(indicator) or ("元/" in statement.unit and _PRICE.search(indicator)):
        return True
    if _PER.match(indicator):
        return False
    if known and known.kind == "stock" and not (statement.verb or statement.done):
        return True
    if known and known.kind in {"flow", "rate"}:
        return False
    dimension = statement.figure.dimension
    if dimension not in {"count", "people", "length", "area", "power", "computing", ""}:
        return bool(_BALANCE.search(indicator)) and not statement.verb
    if _FLOW_UNITS.search(statement.unit) and not _STOCK_WORDS.search(indicator) and "有效" not in indicator:
        return False
    if statement.verb and statement.verb not in _STATE_VERBS:
        return False
    if _NEW_DONE.search(indicator) or statement.done:
        return False
    flow, noun = FLOW_WORDS.search(indicator), STOCK_NOUNS.search(indicator)
    if flow and not noun:
        return False
    if dimension in {"area", "power", "computing"} or _STOCK_WORDS.search(indicator):
        return True
    return bool(dimension and (noun or dimension == "people" or not flow))

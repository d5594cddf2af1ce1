"""How far a period reaches that a sentence names: what is only compared with, what leads all that follows."""

import re

import regex

from indicators.mentions import Mention
from indicators.scan import Scan

_THAN = re.compile(r"(?:比|较|与|同|跟|相当于)$")
_THAN_WITHIN_WORD = re.compile(r"(?:对|相|可|会)比$")
_MULTIPLE_OF = re.compile(r"(?:是|为|超过|超|达到|相当于)$")
_A_MULTIPLE = re.compile(
    r"(?:的|末的|年末的|全年的|水平|全年)?[^，。；]{0,8}?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)多?倍|的\d+"
)
_ON_TOP_OF = re.compile(r"[^，。；]{0,6}基础上")
_ABOVE = re.compile(r"(?:高于|低于|快于|多于|超过|已超|赶超|反超|追平|赶上|不及)(?:了)?$")
_FROM = re.compile(r"(?:由|从)$")
_IN_NAME = re.compile(r"[”\"]?(?:规划|计划)?的?(?:开局|收官|起步|首年|第一年|最后一年|关键)")
# 这个1992年获批的高新区: a year that only says of which one the text speaks.
_FOUNDED_THEN = re.compile(
    r"[^，。；]{0,4}(?:获批|成立|设立|挂牌|创建|建成|创办|落户|投产|启用|起步|晋升|开园)[^，。；]{0,6}的[\u4e00-\u9fff]"
)
# …片区，2020年9月24日揭牌，实施范围面积19.94平方公里: when it was founded says nothing of what it is today.
_FOUNDED_ON = re.compile(
    r"(?:正式|由[^，。；]{2,8}|经[^，。；]{2,8}?|获[^，。；]{0,8})?(?:获批|批准|批复|成立|设立|挂牌|揭牌|创建|建区|开园|封关|组建|启动建设|开工建设|升格|升级|通过验收)"
    r"(?:设立|成立|运行|运作|建区|为[^，。；\d]{2,16})?，(?!当[年天日月]|首[年日月])"
)
_FOUNDED_IN = re.compile("(?:成立|始建|设立|组建|获批|创建|建立|起步|诞生|批准)于$")
_APART = re.compile("[；，：][到至在]?$")
_WHICH = re.compile(
    r"[^，。；\d]{0,4}(?:签约|开工|引进|落地|投产|结转|下达|启动|建成|竣工|认定|入驻|落户|储备)的(?=\d|[^，。；]{0,8}项目)"
)
_OPENS = regex.compile(r"(?r)(?:^|[。：；，？！“”、—…）】●■]|截至|截止|到|至|自|在|从|即|来看|过去的|刚刚过去的)$")
_HEADS_TARGETS = re.compile(r"(?:预期|奋斗|主要|各项)*(?:目标|任务)(?:是|为|：)")
_OF_A_TARGET = re.compile(
    r"(?:[^，。；]{0,4}|[\d.]+[^，。；\d]{1,6}的(?:年度|年初|预期|奋斗|既定)*)(?:目标|任务|计划|预算)"
    r"(?!是|为|：|加码|定[在为]|[上调提]?[高调][高到至为]|增[加至]|安排|拟|列)"
)
_OF_THAT_TARGET = re.compile(r"(?:规划|预期)?(?:目标|任务|计划)(?:值|数)?的?(?=\d)")
_NEXT_YEAR_PLANS = re.compile(r"[明翌次]年计划(?=[\u4e00-\u9fff]{2})(?!完成率|进度)")
_NUMBER_ALONE = re.compile(r"的?[\d.]+[^，。；\d]{1,6}")
_A_TARGET = re.compile(r"的(?:规划|预期|奋斗|发展|总体)*(?:目标|任务)")
_TO_BE = re.compile(r"[^，。；、\d]{0,8}?(?:计划|拟|将|预计|有望|力争|确保|可)(?:于|在|到)?")
_ALL_OF_THEM = re.compile("[前底]?(?:全部|将|要|可)")
_DONE_BY = re.compile(
    "(?:年?底|月底)?(?:之?前|内)?(?:全部|陆续|可|能|建成)*"
    "(?:投产|开工|竣工|建成|投用|交付|落地|完工|达产|启用|投入|动工|试产)"
)
PART_OF_YEAR = {"quarters", "months", "first_months"}
SEVERAL_YEARS = {"plan", "span"}
_ENDS = {"year_end", "half_end"}


def is_comparison(text: str, mention: Mention) -> bool:
    """Whether a period is only what something is compared with: 比2020年, 是2018年的5倍, 去年同期."""
    before = text[max(0, mention.start - 4) : mention.start]
    after = text[mention.end : mention.end + 14]
    if after.startswith(("同期", "的同期", "同月")) or _ON_TOP_OF.match(after):
        return True
    if mention.kind in {"year", "month"} and _FOUNDED_THEN.match(text, mention.end):
        return True
    if mention.kind in {"year", "month", "day"} and _FOUNDED_IN.search(text, max(0, mention.start - 4), mention.start):
        return True  # 高新区成立于1988年，规划面积…
    if {"y1", "y5", "y6"} & mention.parts.keys() and not mention.since and _FOUNDED_ON.match(text, mention.end):
        return True
    if mention.kind == "plan" and _IN_NAME.match(after):
        return True
    if _THAN.search(before):
        return not _THAN_WITHIN_WORD.search(before)
    return bool(_ABOVE.search(before)) or bool(_MULTIPLE_OF.search(before) and _A_MULTIPLE.match(after))


def is_origin(text: str, mention: Mention) -> bool:
    """Whether a period only dates the number right after it: 由上年的29.3%."""
    if mention.kind == "years" or text.startswith("开始", mention.end):
        return False
    return bool(_FROM.search(text[max(0, mention.start - 2) : mention.start]))


def dates_one_number(text: str, mention: Mention) -> bool:
    """Whether a period dates the number after it and no other: 增加到2020年的294.6亿元, 其中2025年1.32万列."""
    if text.endswith("其中", 0, mention.start):
        return True
    return text.startswith("的", mention.end) and text.endswith(("到", "至", "为", "是"), 0, mention.start)


_OF_AREA = re.compile("(?:（[^）]{1,6}）)?(?:企业|各?园区?|规上企业)?")  # 园区企业上半年…


def opens(scan: Scan, mention: Mention) -> bool:
    """Whether a period says what follows is about: it stands at the head of a clause or right after its subject."""
    if _HEADS_TARGETS.match(scan.text, mention.end) or is_account(scan.text, mention):
        return True
    if _OPENS.match(scan.text, 0, mention.start):
        return not scan.text.startswith(("的", "前", "前后"), mention.end)
    sentence = scan.text.rfind("。", 0, mention.start) + 1
    if any(sentence <= other.start < mention.start for other in scan.mentions):
        return False
    return any(
        area.kind in {"park", "self"} and _OF_AREA.fullmatch(scan.text, area.end, mention.start)
        for area in scan.areas
        if area.end <= mention.start
    )


def reaches(scan: Scan, mention: Mention, start: int, position: int) -> bool:
    """Whether what a period dates goes on as far as `position` in its sentence, which begins at `start`.

    The first of a sentence, and one set apart by a comma (到2025年，), lead all that follows them. One that belongs to
    its noun (；二季度末开工率达到95%；), or stands in an aside (——去年是39%), dates no more than its part of the
    sentence.
    """
    text = scan.text
    if text.find("）", mention.end, position) >= 0 and text.rfind("（", start, mention.start) > text.rfind(
        "）", start, mention.start
    ):
        return False
    return text.find("；", mention.end, position) < 0 or leads(scan, mention, start)


def leads(scan: Scan, mention: Mention, start: int) -> bool:
    """Whether a period says what all that follows it in its sentence is about, and not only its part of it."""
    text = scan.text
    if text.endswith("—", start, mention.start) and text[start : mention.start].strip("—"):
        return False  # an aside (——去年是39%), and not the item of a list
    stop = text.find("。", mention.end)
    told = any(start <= figure.start and (stop < 0 or figure.start < stop) for figure in scan.measured)
    if told and mention.kind in PART_OF_YEAR and mention.start > start and not opens(scan, mention):
        return text.startswith("，", mention.end) and text[mention.start - 1] in "；，："
    earlier = [other for other in scan.mentions if start <= other.start < mention.start]
    counted = any(
        start <= figure.start < mention.start
        and not any(other.start <= figure.start < other.end for other in earlier)  # the three of 三年前
        for figure in scan.measured
    )
    if mention.kind == "whole" or not counted:
        return True
    first = all(other.kind == "ago" for other in earlier)
    if first and mention.kind not in SEVERAL_YEARS | _ENDS:
        return True
    return text.startswith("，", mention.end) and bool(_APART.search(text, start, mention.start))


def is_of_target(text: str, mention: Mention) -> bool:
    """Whether a period only says of when a target is: 全年目标, 今年计划的80%; but 明年计划实施项目86个."""
    if mention.kind == "year":
        return bool(_OF_THAT_TARGET.match(text, mention.end))
    if mention.kind not in {"whole", "relative"} or _NEXT_YEAR_PLANS.match(text, mention.start):
        return False
    return bool(_OF_A_TARGET.match(text, mention.end))


# 上半年的成绩单上，…: what follows is of the period.
_ACCOUNT = re.compile("的(?:经济|发展|工作|运行)*(?:成绩单|答卷|账本|账单|报表|战报|数据|成绩|盘点)")


def is_account(text: str, mention: Mention) -> bool:
    """Whether what is told is the account of a period: 打开2023年的账本，有几个数先念一念。"""
    return bool(_ACCOUNT.match(text, mention.end))


def says_which(text: str, mention: Mention) -> bool:
    """Whether a year only says which things are counted: 去年签约的104个项目，已开工79个."""
    if is_account(text, mention):
        return False
    return mention.kind in {"year", "relative"} and not mention.since and bool(_WHICH.match(text, mention.end))


def is_target_of(text: str, mention: Mention, end: int) -> bool:
    """Whether a period right before a number that ends at `end` says of when a target is: 2025年4亿美元的目标."""
    alone = mention.kind == "year" and not mention.point and _NUMBER_ALONE.fullmatch(text, mention.end, end)
    return bool(alone and _A_TARGET.match(text, end))


def is_due(text: str, position: int, mention: Mention) -> bool:
    """Whether a period behind a number that ends at `position` says by when it is to be done: 23个计划年内投产."""
    told = _TO_BE.fullmatch(text, position, mention.start)
    if not told and mention.start == position:
        told = _ALL_OF_THEM.match(text, mention.end)  # 其余7项年内全部落地
    return bool(told and _DONE_BY.match(text, mention.end))


def is_when_done(text: str, position: int, mention: Mention) -> bool:
    """Whether a period right behind a number that ends at `position` says when its things were done: 23个二季度投产."""
    return mention.start == position and bool(_DONE_BY.match(text, mention.end))


def counts_one_sum(text: str, mention: Mention) -> bool:
    """Whether a period is the 五年 of 五年净增, which says over how long one sum runs."""
    return "n_past2" in mention.parts and text[mention.end - 1] == "年"

"""Columns of a newspaper that run into each other: a sentence breaks off, another article follows, and it goes on.

…实际到位市外资金          a passage that breaks off
常州高新区 外资项目“云签约”   another article
本报讯 …
260亿元。…               the rest
"""

from dataclasses import replace

import regex

from indicators.areas import area_at_head
from indicators.catalogue import identify
from indicators.lexicon import one_of
from indicators.passages import LONGEST, Passage

# The other article is shorter than this many passages.
_FARTHEST = 40
_SHORTEST = 40  # characters of a passage that can have broken off
_ENDS = frozenset("。！？；：”）》…")  # a sentence's
_SHORT = 16  # of one that ends in the middle of a word
# Broken off: after a comma, or more than a signature (新华社记者, 常新) behind the last full stop.
_BROKEN = regex.compile(
    r"[，、]$|[。！？](?![^。]*(?:记者|编辑|通讯员|供图|摄影|来源))[^。！？）]{9,}[\u4e00-\u9fff\d%]$"
)
# With these no sentence begins: a number and its unit, a mark, the second part of a phrase.
_REST = regex.compile(
    r"(?:\d[\d.]*(?!\d|[.、]?\d|年|月|日|[.、．]|[）)])|[，、；。%”）]"
    r"|(?:突破|力争|达到?|增长|下降|占)[^，。；]{0,6}\d|亿元|万(?=[元人户家平亩])|元[，。；]|的(?!确)|和(?!谐)|及(?!时)"
    r"|(?:不低于|不少于|控制在|保持在|超过|冲刺|分别|比上年|较上年)[^，。；]{0,8}\d)"
)
_HEAD = regex.compile(r"[“—■●◆▲□★▶|（(《\[]|\d{1,2}[.、．]|[一二三四五六七八九十]、|[\u4e00-\u9fff]{1,8}：")
# Words so common that where their halves meet, one was cut.
_WORDS = {
    "企业", "项目", "投资", "产业", "园区", "增长", "高新", "收入", "建设", "平台", "人才", "技术", "创新", "服务",
    "发展", "工业", "单位", "机构", "亿元", "万元", "平方", "公里", "同比", "资金", "税收", "产值", "中心", "基地",
    "少于", "低于", "高于", "总量", "规模", "目标",
    "完成", "实现", "达到", "累计", "其中", "全区", "全市", "科技", "经济", "管理", "政策",
}  # fmt: skip
_DEED = regex.compile(rf"(?:{one_of('keep')}|{one_of('govern')}|{one_of('govern_first')})[^，。；]{{2,16}}\d")


def rejoin(passages: list[Passage]) -> list[Passage]:
    """The passages with those that broke off made whole; where a rest stood there is an empty one that `resumes`."""
    passages = _joined(passages)
    result = list(passages)
    for number, broken in enumerate(passages):
        if (
            not (_breaks_off(broken) or _unfinished(broken))
            or number + 2 >= len(passages)
            or not _begins_other(passages[number + 1])
        ):
            continue
        for place in range(number + 2, min(number + _FARTHEST, len(passages))):
            rest = result[place]
            if _breaks_off(passages[place - 1]) or not _goes_on(broken, rest):
                continue
            whole = broken.text + rest.text, [*broken.at, *rest.at]
            result[number] = replace(broken, text=whole[0], at=whole[1], jump=len(broken.text))
            result[place] = replace(rest, text="", at=range(0), heading=False, resumes=True)
            break
    return result


def _joined(passages: list[Passage]) -> list[Passage]:
    """The passages with those that go on in the next one (a column's end inside a sentence) joined to it."""
    result: list[Passage] = []
    for passage in passages:
        last = result[-1] if result else None
        fits = last and not passage.continues and len(last.text) + len(passage.text) <= LONGEST
        cut = last and _cut_in_a_word(last, passage)
        broken = cut or (last and _breaks_off(last) and not _begins_other(passage))
        if last and fits and broken and not _HEAD.match(passage.text):
            whole = last.text + passage.text, [*last.at, *passage.at]
            result[-1] = replace(last, text=whole[0], at=whole[1])
        else:
            result.append(passage)
    return result


def _breaks_off(passage: Passage) -> bool:
    """Whether a passage is prose that ends in the middle of a sentence."""
    text = passage.text
    if len(text) < _SHORTEST or passage.heading or text[-1] in _ENDS:
        return False
    return "|" not in text and "://" not in text and bool(_BROKEN.search(text))


def _cut_in_a_word(passage: Passage, following: Passage) -> bool:
    """Whether a short passage of prose ends in the middle of a common word that the following one ends."""
    text = passage.text
    prose = len(text) >= _SHORT and not passage.heading and "，" in text and "|" not in text
    return prose and bool(following.text) and not following.heading and text[-1] + following.text[0] in _WORDS


def _unfinished(passage: Passage) -> bool:
    """Whether a passage of prose may break off in the middle of a name, though none of its sentences is at an end."""
    text = passage.text
    return len(text) >= _SHORTEST and not passage.heading and "|" not in text and "\u4e00" <= text[-1] <= "\u9fff"


def _begins_other(passage: Passage) -> bool:
    """Whether a passage is the head of another article, or a page's number."""
    return passage.heading or len(passage.text) <= _SHORTEST or passage.text.startswith("本报讯")


def _goes_on(broken: Passage, rest: Passage) -> bool:
    if rest.resumes or rest.continues or len(broken.text) + len(rest.text) > LONGEST:
        return False
    if "|" in rest.text or len(rest.text) < 4 or area_at_head(rest.text):
        return False
    certain = _breaks_off(broken)
    if certain and not rest.heading and broken.text[-1] + rest.text[0] in _WORDS:
        return True
    if (certain and _REST.match(rest.text)) or (broken.text[-1] in "，、" and _DEED.match(rest.text)):
        return True
    tail, head = broken.text[-6:], rest.text[:6]  # 固定资产投 资确保500亿元: a name cut in two
    return any(
        identify(tail[-before:] + head[:after]) and not identify(head[:after])
        for before in range(1, len(tail) + 1)
        for after in range(1, len(head) + 1)
        if before + after >= 4
    )

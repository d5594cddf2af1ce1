"""Ranks: 税收居全市第3位, 两项增速均列第一, 在国家高新区评价中，某高新区列第25位.

What is ranked stands before the place, or is what was told last, or the contest in which it was won.
"""

import re

import regex

from indicators.catalogue import identify
from indicators.enumerations import EACH, EACH_AT_END, THEY, how_many, said_before
from indicators.naming import RESPECTS, members_of, split_list, split_segment
from indicators.nouns import Noun, noun_before
from indicators.statement import Spot, Statement, Topic

_AMONG = re.compile(r"在(?P<what>[^，。；]*)(?:中|里|内)$")
_RANKED_AMONG = regex.compile(
    r"(?r)(?:居|列|排|位居|排在)?在?(?:全[国省市区州]|同类|同批)[^，。；]{0,8}?(?:高新区|经开区|综保区|保税区|开发区|园区|新区)(?:排名|排位|位次)?$"
)
_CONTEST_BEFORE = re.compile(r"(?:^|，|在)(?P<what>[^，。；在]{4,30}?)(?:中|里)(?:的(?:位次|排名|排位|名次))?，$")
_WHOSE = re.compile(
    r"^[^，。；的]{2,16}(?:部|局|厅|院|网|协会|中心|委员会|机构|组织)的(?=.{2})"
)  # 科技部火炬中心的综合评价
_HOW_MANY = re.compile(r"(?:在)?(?:全国|全省|全市|参评的|同类)?\d+(?:余|多)?[个家](?=.{2})")
_CONTEST = re.compile(r"评价|考核|竞赛|评比|评估|排名|榜|指数|测评|评选|考评")
_OVERALL = re.compile("(?:综合|总体|整体|总)(?:排名|排位|位次|成绩|得分)")
_RESPECT_AT_END = re.compile(r"(?P<respect>增速|增幅|总量|规模|总规模|排名)(?:继续|均|稳|保持|连续|也|都|仍)*$")


def read_rank(spot: Spot, topic: Topic) -> list[Statement]:
    """The places that a rank gives: one of one thing, of several by name (A、B均居第一), or a list of them."""
    figure = spot.group[0]
    head = EACH_AT_END.sub("", spot.head)
    if among := _AMONG.search(head):
        head = head[: among.start()]
        if _CONTEST.search(among["what"]) and not noun_before(head):
            head = _WHOSE.sub("", among["what"])
    elif place := _RANKED_AMONG.search(head):
        head = head[: place.start()]  # 综保区进出口209.6亿元，在全国综保区排名第35位
    noun = noun_before(head)
    contest = _CONTEST_BEFORE.search(spot.gap)
    if (
        contest
        and _CONTEST.search(contest["what"])
        and not (noun and (identify(noun.text) or _OVERALL.fullmatch(noun.text)))
    ):
        noun = noun_before(_WHOSE.sub("", contest["what"]))  # 在2020年国家级经开区综合考评中，全区列第67位
    if ranked := _HOW_MANY.match(noun.text):
        noun = noun._replace(text=noun.text[ranked.end() :])
    if len(spot.group) > 1:
        return _read_ranks(spot, noun, topic)
    several = bool(EACH.search(spot.clause[max(0, spot.match.start - 2) :]))
    members = members_of(noun.text) if several or all(map(RESPECTS.fullmatch, noun.text.split("和"))) else []
    names = members or [("", noun.text)]
    if several and not noun and (listed := _listed_last(spot.text, topic)):
        rule = spot.match.rule.name  # 高新技术企业1205家、“小巨人”企业76家，均位居全市首位
        return [Statement(figure, name, part, "rank", "", figure.value, "位", rule, False) for part, name in listed]
    if several and (they := THEY.fullmatch(noun.text)) and (all_told := said_before(topic, how_many(they["count"]))):
        respect = they["respect"] or ""  # 三项增速均居全市第一
        return [
            Statement(figure, name + respect, segment, "rank", "", figure.value, "位", spot.match.rule.name, False)
            for segment, name in all_told
        ]
    each = EACH_AT_END.search(spot.head) or spot.clause.startswith(("均", "都", "双双"), spot.match.start)
    if each and (respect := _RESPECT_AT_END.fullmatch(head)) and (grown := _grown_last(spot, topic)):
        rule = spot.match.rule.name  # 工业增长8%，投资增长12%，增速均居全市第一
        return [
            Statement(figure, name + respect["respect"], part, "rank", "", figure.value, "位", rule, False)
            for part, name in grown
        ]
    found = []
    for segment, name in names:
        own = bool(name) and not RESPECTS.fullmatch(name)
        if not own and topic.last is None:
            return []
        if not own:
            respect = _RESPECT_AT_END.search(head)
            segment, said = topic.name
            name = said + (name or (respect["respect"] if respect else ""))
        elif not segment:
            segment, name = split_segment(name)
            name += "排名" if spot.clause.startswith("排名", spot.match.start) else ""
        found.append(Statement(figure, name, segment, "rank", "", figure.value, "位", spot.match.rule.name, own))
    return found


def _read_ranks(spot: Spot, noun: Noun, topic: Topic) -> list[Statement]:
    """A place for each of several things: A5.8%、B62件，分别居全省第1位、第2位; nothing where they are not as many."""
    count = len(spot.group)
    if THEY.fullmatch(noun.text):
        noun = Noun("")
    members = split_list(noun.text, count) if noun else []
    pairs = [split_segment(member) for member in members] or said_before(topic, count)
    if len(pairs) != count:
        return []
    rule = spot.match.rule.name
    return [
        Statement(figure, name, segment, "rank", "", figure.value, "位", rule, bool(noun))
        for figure, (segment, name) in zip(spot.group, pairs, strict=True)
    ]


def _listed_last(text: str, topic: Topic) -> list[tuple[str, str]]:
    """(segment, indicator) of the two statements told last, where they stand in one list; [] if they do not."""
    if len(topic.recent) < 2:
        return []
    one, other = topic.recent[-2:]
    listed = text[one.figure.bound_end : other.figure.start].startswith(("、", "和")) and one.own and other.own
    return [(one.segment, one.indicator), (other.segment, other.indicator)] if listed else []


def _grown_last(spot: Spot, topic: Topic) -> list[tuple[str, str]]:
    """(segment, indicator) of what is told to have grown since the last semicolon; [] where that is one thing alone."""
    begin = spot.text.rfind("；", 0, spot.group[0].start)
    told = [one for one in topic.recent if one.figure.start > begin and one.measure == "growth"]
    return [(one.segment, one.indicator) for one in told] if len(told) > 1 else []

"""Targets: whether a statement is one, and which of two is the floor and which the stretch."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from indicators.clock import Clock, Span
from indicators.context import Scope
from indicators.governing import Governed
from indicators.lexicon import either, one_of, word_in
from indicators.statement import Statement
from indicators.units import units

_TARGET = re.compile(one_of("target"))
_WEAK = re.compile(one_of("weak_target"))
_ACTUAL = re.compile(one_of("actual"))
# 同比 speaks of what was, but may also follow a target (安排8亿元，同比增长5%).
_COMPARED = re.compile(r"同比|较上年|比上年")
_ANNOUNCED = (
    "(?:主要|建议)?(?:(?:是|为)(?!\\d[^，。；]*；)|：|如下|不变|没有变|不动摇|不松劲"
    "|(?:已经?|很|十分|非常|都|早已?)*(?:明确|清晰|清楚|排定|敲定|定下|定了|布置下来|布置好|列好)(?=[。，：]))"
)
_ANNOUNCING = (
    *(aim + _ANNOUNCED for aim in ("目标", "预期", "任务", "计划", "打算", "安排", "盘子", "题目")),
    *(aim + _ANNOUNCED for aim in ("任务书", "任务单", "路线图")),
    "力争实现以下", "怎么干？", "定下来：",
)  # fmt: skip
# 要让原料变成产品，先得有人 says what has to be first, and announces nothing.
_AT_HEAD = ("要(?!素|闻|点|是|么|[^。；\\d]{2,24}，(?:先|首先|就[得要需]|必先|离不开|关键|还得靠|得))", "将(?!近|来)")
_ANNOUNCES = re.compile(either((*_ANNOUNCING, *(f"^{word}" for word in _AT_HEAD), "要(?:继续|抓好|坚持|加快|全力)")))
_MAY_ANNOUNCE = re.compile(
    either((*_ANNOUNCING, *(rf"(?<![^。！？”）]){word}" for word in _AT_HEAD), "要(?:继续|抓好|坚持|加快|全力)"))
)
_GOALS = re.compile("预期目标(?:建议)?(?:为|是|：)")
_ATTAINED = re.compile(r"完成情况|超额完成|任务完成|已完成|目标任务圆满")
_PLANNED = ("计划的", "预定的", "既定的")
# 完成年度目标的105%, 占年计划128亿元的41%: a plan that a figure is held against does not make the figure a plan.
_HELD_AGAINST = re.compile(
    r"(?:占|完成|为|达到?|相当于|超过|低于|高于|快于|慢于|优于|好于|达不到|距离?|离|欠|实现)(?:了)?[^，。；、]{0,6}?(?:计划|任务|目标|预算|预期|考核数)(?:数|值|任务|目标)?"
    r"(?=的?\d|的[^，。；]{0,3}$|[^，。；]{0,8}的\d|要求)"
)
# 对照全年590亿元的预期目标，完成48.5%，慢于序时进度1.5个百分点: what is told is held against it.
_MEASURED_BY = re.compile(
    r"(?:对照|对标|比照|对比|相比|距离?|离)[^，。；]{0,8}\d[^，。；]{0,6}的(?:年度|年初|全年|预期|既定|奋斗)*(?:目标|任务|计划)"
)
# 年度目标为3家；进出口完成45.2%: what a number alone is, before a semicolon.
# 年初承诺的12件实事，办结11件: what was set in another clause.
_SET_IN_CLAUSE = re.compile(
    r"(?:年初|[代两作部]会)[^，。；\d]{0,6}(?:定下?|确定|承诺|敲定|锁定|排定|下达)的(?=[^，]*，)"
)
_MOVED = re.compile(r"(?:目标|任务|计划|预期)值?(?:由|从)[^，。；\d]{0,6}$")
_OWN_TARGET = re.compile(r"(?:年度|年初|全年|既定|原定)(?:目标|任务|计划)(?:数|值)?(?:为|是)?(?=\d[^，。；]*；)")
_SET_AS_TARGET = re.compile(
    r"的(?:年度|年初|既定|预定|原定|全年|预期|增长|奋斗|任期)*(?:目标|任务)(?![^，。；]{0,6}\d)"
)
# 全年GDP增长8%左右、规上工业增加值增长10%的目标不变
_KEPT_AS_TARGETS = re.compile("、[^，。；]{2,20}的[^，。；]{0,4}目标(?:不变|没有变|不动摇|不松劲)")
_QUOTED = re.compile(r"“(?!今年|明年|我们|去年|目前)[^”，。；]{2,14}(?:”|$)")  # 入选“双百计划”的人才
# 由目前的17万人增加到22万人: what it comes from is of today, what it comes to need not be.
_CAME_FROM = re.compile(r"(?:由|从)(?:目前|现在|去年|上年)的?(?=[^，。；]{1,12}(?:增|提|升|扩|降|减|压|调|到|至))")
_ASIDE = re.compile(r"（[^（）]*）")
_AIMS = ("目标", "任务", "计划", "预算", "预期", "考核数")
_SUM = re.compile("累计")
_STRIVES = re.compile(r"力争|确保|冲刺|争取|奋斗|保底|挑战|拼|[保争](?=\d)")


class Sign(NamedTuple):
    """Whether a figure is a target, and what says so: rule, name, words, period, above (what leads it), column.

    `start:end` are the words, counted from the sentence's beginning; `torn` where others say the contrary.
    """

    target: bool
    by: str = ""
    start: int = -1
    end: int = -1
    torn: bool = False


_NONE, _TORN = Sign(False), Sign(False, torn=True)


def announcements(text: str) -> list[int]:
    """Where in a passage plans may be announced: one look that spares its sentences theirs."""
    return [match.end() - 1 for match in _MAY_ANNOUNCE.finditer(text)]


def announces_plans(sentence: str) -> int:
    """Where in a sentence a list of plans begins (…的目标是), -1 where none does."""
    if (match := _ANNOUNCES.search(sentence)) and not _ATTAINED.search(sentence):
        return match.end()
    return -1


def sets_goals(sentence: str) -> bool:
    """Whether a sentence that announces plans sets the year's goals: 经济社会发展的预期目标为."""
    return bool(_GOALS.search(sentence))


class Cues(NamedTuple):
    """Which kinds of cue a sentence has anywhere: what it has not need not be looked for before each of its figures."""

    target: bool
    weak: bool
    actual: bool
    compared: bool

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Cues":
        """The cues of the sentence `text[start:end]`."""
        patterns = (_TARGET, _WEAK, _ACTUAL, _COMPARED)
        return cls(*[pattern.search(text, start, end) is not None for pattern in patterns])


def sign_of(
    statement: Statement, scope: Scope, governed: Governed, sentence: str, after: str, planned: bool, said: Cues
) -> Sign:
    """Whether a statement sets, plans or expects its figure, and by what sign.

    `sentence` is the text up to the figure's end, `after` what follows, `planned` whether it stands among plans, `said`
    what the whole sentence has.
    """
    if statement.target:
        return Sign(True, "rule")
    if statement.previous and _MOVED.search(
        sentence, 0, len(sentence) - statement.figure.bound_end + statement.figure.bound_start
    ):
        return Sign(True, "rule")  # 将2025年目标由4亿美元调整为2.5亿美元
    if statement.measure == "attainment" or statement.previous:
        return _NONE
    behind = _SET_AS_TARGET.match(after) if after.startswith("的") else _KEPT_AS_TARGETS.match(after)
    if behind and (statement.measure != "change" or statement.figure.dimension in {"count", "people"}):
        return Sign(True, "words", len(sentence), len(sentence) + behind.end())
    if governed.due:
        return Sign(True, "words", len(sentence), len(sentence) + governed.due - statement.figure.bound_end)
    if statement.indicator.startswith("拟"):
        return Sign(True, "name")
    before = len(sentence) - statement.figure.bound_end + statement.figure.bound_start
    if sentence.endswith(_PLANNED, 0, before):
        return Sign(True, "words", before - 3, before)
    clock, end = scope.clock, governed.when.span[1]
    over = governed.explicit and bool(end and clock.first and end < clock.first)
    up_to_now = governed.when.kind == "span" and bool(end and clock.last and end <= clock.last)
    over = over or (governed.explicit and up_to_now)  # 五年间，…
    over = over and not (planned and governed.when.kind == "whole")  # 去年是75亿元。…今年全年的盘子是80亿元
    if "（" in sentence:
        sentence = _ASIDE.sub(_blank, sentence)  # 新入库企业30家（去年26家）
    cues = _own_words(sentence) if said.target or said.weak else ""
    cue = _last(_TARGET, cues) if said.target else None
    target = cue.end() if cue else -1
    # among plans, what was said of the past before a semicolon does not reach beyond it
    future = bool(clock.last and end and end > clock.last)
    reach = sentence.rfind("；") + 1 if planned else 0
    actual = _last_end(_ACTUAL, _CAME_FROM.sub(_blank, sentence), reach) if said.actual else -1
    compared = _last_end(_COMPARED, sentence) if said.compared else -1
    aimed = planned and (future or (target < 0 and not governed.explicit))
    if compared > target and sentence.rfind("；") >= target and not aimed:
        actual = max(actual, compared)
    if (
        target >= 0
        and over
        and governed.when.kind != "whole"
        and target <= max(sentence.rfind(mark) for mark in "，；：")
    ):
        target = -1  # 年度计划投资286亿元，上半年完成151.3亿元
    later = bool(cue and end and clock.year and end.year > clock.year)
    if later and actual > target and _SUM.search(sentence, actual - 2, actual):
        actual = -1  # 按照计划，“十四五”期间累计突破600亿元
    torn = target >= 0 and actual >= 0
    if cue and target > actual:
        return Sign(not (over and "预计" in sentence), "words", cue.start(), cue.end(), torn)
    named = governed.when.mention
    back = statement.figure.bound_end - named.start if named else 0  # of the period: what is said before it is over
    if governed.explicit and governed.when.kind in {"whole", "year_end"} and future and actual < len(sentence) - back:
        return Sign(True, "period", torn=torn)  # 全年增长6%, said before the year is over
    told = len(sentence) - back + named.end - named.start if named and governed.explicit else len(sentence)
    if governed.when.point and future and actual < told and sentence.startswith("前", told):
        return Sign(True, "period", torn=torn)  # 2024年底前可交付35万平方米
    start = governed.when.span[0]
    ahead = bool(end and clock.year and end.year > clock.year)
    if governed.explicit and ahead and actual < 0 and start and clock.year and start.year >= clock.year:
        return Sign(True, "period", torn=torn)  # 到2030年达到1000亿元; a plan's years are ahead while its first is
    if governed.explicit and actual < 0 and start and clock.last and start > clock.last:
        return Sign(True, "period", torn=torn)  # 第四季度开工2400套, said in August
    if actual < 0 and _hardly_begun(governed.when.span, clock):
        return Sign(True, "period", torn=torn)  # 2018年，新建学校3所, said in February of that year
    hope = _last(_WEAK, cues) if said.weak else None
    weak = hope.end() if hope else -1
    if hope and weak > actual >= 0 and clock.last and end and end > clock.last:
        return Sign(True, "words", hope.start(), hope.end(), True)  # 去年产值9.5亿元，今年预计能到15亿元
    if over or (actual >= 0 and not (planned and future and _SUM.search(sentence, actual - 2, actual))):
        return _TORN if torn else _NONE
    if planned:
        return Sign(True, "above", torn=torn)
    if hope and clock.last and end and end >= clock.last:
        return Sign(True, "words", hope.start(), hope.end(), torn)
    return _TORN if torn else _NONE


def _blank(match: re.Match[str]) -> str:
    return "·" * len(match[0])


def _own_words(sentence: str) -> str:
    """A sentence with dots for what it is held against (年度目标的105%), for what it quotes, for other targets."""
    if "，" in sentence:
        sentence = _SET_IN_CLAUSE.sub(_blank, sentence)
    if "；" in sentence:
        sentence = _OWN_TARGET.sub(_blank, sentence)
    if word_in(sentence, _AIMS):
        sentence = _MEASURED_BY.sub(_blank, _HELD_AGAINST.sub(_blank, sentence))
    return _QUOTED.sub(_blank, sentence) if "“" in sentence else sentence


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match, None if there is none."""
    last = None
    for match in pattern.finditer(text):
        last = match
    return last


def _last_end(pattern: re.Pattern[str], text: str, start: int = 0) -> int:
    """Where the last match ends, -1 if there is none."""
    end = -1
    for match in pattern.finditer(text, start):
        end = match.end()
    return end


def _hardly_begun(span: Span, clock: Clock) -> bool:
    """Whether a period is a year, a half or a quarter of which little is over on the day of publication."""
    start, end = span
    if not (start and end and clock.first and clock.last and start.year == end.year):
        return False
    days = (end - start).days
    return days > 80 and start <= clock.first and (clock.last - start).days < days * 0.275


def tiers(rows: Sequence[tuple[Statement, bool, str, tuple[int | None, Span]]], text: str) -> list[str]:
    """floor and stretch where a sentence sets two targets for one thing in one area and stretch, "" elsewhere.

    `rows` are its statements, each with whether it is a target, of which area, and of which year.
    """
    found = [""] * len(rows)
    for i in range(len(rows) - 1):
        (first, target, *place), (second, other_target, *other_place) = rows[i], rows[i + 1]
        if not (target and other_target) or place != other_place or not _rivals(first, second):
            continue
        if _STRIVES.search(text, max(0, first.figure.start - 24), second.figure.start):
            low, high = (i, i + 1) if _size(first) < _size(second) else (i + 1, i)
            found[low], found[high] = "floor", "stretch"
    return found


def _size(statement: Statement) -> float:
    """How large a value is in its base unit: 1亿单 is more than 8000万单."""
    return abs(units().convert(statement.value, statement.unit)[0])


def _rivals(one: Statement, other: Statement) -> bool:
    alike = (one.indicator, one.segment, one.measure) == (other.indicator, other.segment, other.measure)
    simple = not (one.figure.range_part or one.target or other.target)
    return alike and simple and one.value != other.value and one.figure.dimension == other.figure.dimension

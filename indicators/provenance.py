"""Where a row took its period, its area, its outlook and its name from: the kind of place, and the words."""

from indicators.clock import Span
from indicators.context import Scope
from indicators.model import Source
from indicators.observations import Place
from indicators.outlook import Sign
from indicators.passages import Passage
from indicators.scan import Scan
from indicators.statement import Statement
from indicators.subjects import Owner

# All kinds of place, and what `explain` calls them.
PLACES = {
    "sentence": "同句",
    "passage": "同段",
    "before": "上文",
    "section": "小标题",
    "document": "标题",
    "column": "表头",
    "published": "发布日期",
    "given": "命令行",
    "text": "全文最常提到的",
    "beside": "前一个数",
    "rule": "规则",
    "name": "名称",
    "period": "时期未到",
    "above": "上文",
    "": "不明",
}


_PLAIN = {place: Source(place) for place in PLACES}  # those that say no words


def period_source(scan: Scan, place: Place, period: Span) -> Source:
    """Where the period of a figure of this passage is from."""
    when, clock = place.when, place.clock
    if not when.said or (period != when.span and period == clock.today):
        return _PLAIN["published" if clock.first else ""]
    where = {"origin": "sentence", "opening": "passage"}.get(when.said, when.said)  # an origin stands beside its number
    if where == "passage" and when.passage is not scan.passage:
        where = "before"
    if when.mention is None or when.passage is None:
        return _PLAIN[where]
    return _words(where, when.passage, when.mention.start, when.mention.end)


def park_source(scope: Scope, scan: Scan, owner: Owner) -> Source:
    """Where the area of a figure is from."""
    if owner.said:
        return _words("sentence", scan.passage, owner.said.start, owner.said.end)
    if owner.name != scope.section_area:
        return _PLAIN["passage" if owner.name else ""]
    if scope.section_area != scope.home:
        return _PLAIN["section"]
    return _PLAIN["document" if scope.home_from == "title" else scope.home_from]


def outlook_source(scan: Scan, sign: Sign, start: int) -> Source:
    """What makes a figure of the sentence that begins at `start` a target; nothing where it is none."""
    if not sign.target:
        return _PLAIN[""]
    if sign.by == "words":
        return _words("sentence", scan.passage, start + sign.start, start + sign.end)
    return _PLAIN[sign.by]


def name_source(statement: Statement) -> Source:
    """Whether the name of a figure is said with it, or is the one said before."""
    return _PLAIN["sentence" if statement.own else "beside"]


def _words(place: str, passage: Passage, start: int, end: int) -> Source:
    first, last = passage.span(start, end)
    return Source(place, passage.text[start:end], first, last)

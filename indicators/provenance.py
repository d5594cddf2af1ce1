"""Where a row took its period, its area, its outlook and its name from: the kind of place, and the words."""

from indicators.clock import Span
from indicators.context import Scope
from indicators.model import Source
from indicators.observations import Place
from indicators.outlook import Sign
from indicators.ownership import Owner
from indicators.passages import Passage
from indicators.scan import Scan
from indicators.statement import Statement

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


_NOWHERE, _HERE, _BESIDE = Source(""), Source("sentence"), Source("beside")


def period_source(scan: Scan, place: Place, period: Span) -> Source:
    """Where the period of a figure of this passage is from."""
    when, clock = place.when, place.clock
    if not when.said or (period != when.span and period == clock.today):
        return Source("published" if clock.first else "")
    where = _PLACES_OF_WHEN[when.said]
    if where == "passage" and when.passage is not scan.passage:
        where = "before"
    if when.mention is None or when.passage is None:
        return Source(where)
    return _words(where, when.passage, when.mention.start, when.mention.end)


# how a period was said: where it stands (an origin stands beside its number)
_PLACES_OF_WHEN = {
    "sentence": "sentence", "origin": "sentence", "passage": "passage", "section": "section", "document": "document",
    "column": "column",
}  # fmt: skip


def park_source(scope: Scope, scan: Scan, owner: Owner) -> Source:
    """Where the area of a figure is from."""
    if owner.said:
        return _words("sentence", scan.passage, owner.said.start, owner.said.end)
    if owner.name != scope.section_area:
        return Source("passage" if owner.name else "")
    if scope.section_area != scope.home:
        return Source("section")
    return Source("document" if scope.home_from == "title" else scope.home_from)


def outlook_source(scan: Scan, sign: Sign, start: int) -> Source:
    """What makes a figure of the sentence that begins at `start` a target; nothing where it is none."""
    if not sign.target:
        return _NOWHERE
    if sign.by == "words":
        return _words("sentence", scan.passage, start + sign.start, start + sign.end)
    return Source(sign.by)


def name_source(statement: Statement) -> Source:
    """Whether the name of a figure is said with it, or is the one said before."""
    return _HERE if statement.own else _BESIDE


def _words(place: str, passage: Passage, start: int, end: int) -> Source:
    return Source(place, passage.text[start:end], *passage.span(start, end))

"""The event that an article tells of, and what came of it: 会上签约项目31个."""

import re
from collections.abc import Sequence

from indicators.context import Scope
from indicators.lexicon import either
from indicators.mentions import Mention
from indicators.scan import Scan

_EVENT = re.compile(
    either(
        (
            "发布", "上线", "投产", "获批", "通车", "开业", "首发", "举行", "召开", "举办", "开幕", "签约", "开工",
            "竣工", "揭牌", "启用", "落户", "仪式", "活动", "推介会", "对接会", "大会", "启动",
        )
    )
)  # fmt: skip
_THIS_TIME = "次(?:活动|签约|集中|大会|会议|推介会|开工)?"
_AT_EVENT = re.compile(
    either(
        (
            "现场", "会上", "活动上", "仪式上", "当天", "当日", "同日", "会议期间", f"本{_THIS_TIME}",
            f"此{_THIS_TIME}", f"这{_THIS_TIME}", "集中(?=签约|开工|竣工|揭牌)", "集体(?=签约|落户|开工)", "分会场",
        )
    )
)  # fmt: skip
_DATELINE = re.compile(
    r"(?:[◆▲■●★▼□◇·]|本报讯|讯|（[^）]{0,30}）|[^，。；：]{2,14}?(?:高新区|经开区|开发区|新区|园区|片区)[：，；]?|(?:本报)?记者[^，。；\d]{0,12}|[^，。；\d]{0,16}；)*[^，。；\d]{0,20}"
)
_UP_TO = ("截至", "截止", "到", "至", "自", "从")


def came_of_event(scope: Scope, words: str) -> bool:
    """Whether the words before a figure speak of the event that the article tells of: 会上签约项目31个."""
    return bool(_AT_EVENT.search(words)) or (scope.at_event and words.startswith(("其中", "涵盖", "涉及", "总投资")))


def event_words(text: str) -> list[int]:
    """Where a passage speaks of an event."""
    return [match.start() for match in _AT_EVENT.finditer(text)]


def note_event(scope: Scope, scan: Scan, mentions: Sequence[Mention], start: int, end: int) -> None:
    """Remember the day of an event that a sentence begins with (3月13日，…推介会在深圳举行)."""
    sentence = scan.text[start:end]
    for mention in mentions:
        if (
            mention.kind in {"day", "iso"}
            and not (mention.since or scan.text.endswith(_UP_TO, start, mention.start))
            and _DATELINE.fullmatch(scan.text, start, mention.start)
            and _EVENT.search(sentence)
        ):
            scope.event = scope.clock.dates(mention, scope.when.year)
    others = bool(mentions) and any(mention.kind not in {"day", "iso"} for mention in mentions)
    scope.at_event = not others and (
        bool(_AT_EVENT.search(sentence)) or (scope.at_event and sentence.startswith("其中"))
    )

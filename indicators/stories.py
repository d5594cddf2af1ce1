"""Stories that newspapers tell between an area's figures: of a person or a single firm, until the area speaks again.

A story begins where somebody is introduced (51岁的邓志强, 总经理周卓, 这家老厂) or speaks (周卓说), and goes on through
what is told and said after it, until a clause has the area for its subject (全区, 园区设立…). A person who speaks for
the area (管委会副主任赵宏) tells none.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files

import regex

from indicators.areas import Area
from indicators.lexicon import each
from indicators.mentions import scan_periods
from indicators.scan import Scan, clause_start

_WORDS = tomllib.loads(files("indicators").joinpath("words/stories.toml").read_text(encoding="utf-8"))
_SURNAMES = "".join(_WORDS["surnames"])
_GOES_ON = (
    "(?=[，。；：、说对在是的原正和领带有拿算从也把回告介笑坦感表站望指坐拉摸盯打接一又还已便就总常只用将没今]"
    r"|(?:19|20)\d{2}年)"
)
_NAMED = rf"([{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?){_GOES_ON}"
_SET_OUT = "辞去|告别|返乡|跳槽|毕业|入职|揣着|带着|从[^，。；]{2,10}?(?:回到|回来|跳槽|辞职|毕业)"
# 51岁的邓志强; 总经理周卓对此感受很深; 这家有着70多年历史的老厂; 川显公司2017年落户.
# Each branch begins with a letter of its own, so that `re` leaps from one to the next.
_INTRODUCED = re.compile(
    "|".join(
        (
            r"岁(?<=[1-9]\d岁)(?<!\d\d\d岁)的?(?![以及至到儿老适人左上])(?=[\u4e00-\u9fff])",
            each(_WORDS["titles"], rf"(?:{_NAMED}|(?=说(?![明法服])|介绍|表示|坦言|告诉))"),
            "这家[^，。；]{0,14}?(?:厂|[国民外药车央老]企|企业|公司|店|所|园)",
            rf"年(?<=\d年)，([{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?:{_SET_OUT})",
            each(["就是", "正是", "便是"], "[^，。；]{0,8}(?:受益者|获益者|例子|一例)"),
            "的一家(?=[。，])",
            each(["他", "她"], "(?:所在|手下|创办|的(?:公司|企业|团队|工厂|店))"),
            each(["公司", "厂里", "店里"], r"(?<=[，。；：“”！？年月日]..)(?=[\u4e00-\u9fff])(?!总部|数|治理)"),
            r"公司(?=(?:19|20)\d{2}年|去年|今年|\d+年前)",
        )
    )
)
_SPOKE = re.compile("说(?![明法服])|的(?:公司|企业)|团队")
_SPEAKER = regex.compile(
    rf"(?r)(?<=[”，。；]|^)([{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?:笑着|感慨|告诉记者|介绍|坦言)*$"
)
_OFFICIAL = re.compile(each(_WORDS["officials"], _NAMED))
_QUOTED = re.compile(rf"”([{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?:笑着|感慨地?|告诉记者|坦言|回忆)?说(?![明法服])")
# What stands before the area where it is the subject of its clause again.
_LEADS = re.compile(
    r"(?:截至|到|今年以来|近年来|目前|如今|现在|眼下|去年|今年|其中|据悉|据了解|据介绍|而|但|同时|此外|为此|仅|下一步|未来|以来|，)*"
)
_NOT_SUBJECT = re.compile(
    r"[里内]?的?(?:一[家位个名处座间条栋]|某|这家)|[里内]的?|的(?!主导|首位|支柱|工业|经济)|给|为他|为她|奖励"
)
_AREA_TOLD = re.compile(
    r"全区|全园|该区|我区|像[^，。；]{0,12}(?:这样|一样)的|类似的|(?:数据|统计|资料)显示|据统计|该(?:基地|园区?|集群|片区|产业园|孵化器)"
    r"|(?:基地|园内|入园|在园|入驻|区内|集群)(?:的|各类|的各类)?[^，。；]{0,8}企业(?:已|将|共|现|总|数|达|有)"
)


@dataclass
class People:
    """The names of those whom a document introduces: who speaks for an area, and for which, and who does not."""

    officials: dict[str, str] = field(default_factory=dict)
    private: set[str] = field(default_factory=set)

    @classmethod
    def who_speak(cls, texts: Iterable[str]) -> "People":
        """Those whom the passages of a document quote, officials aside."""
        quoted: set[str] = set()
        officials: set[str] = set()
        for text in texts:
            if "”" in text:
                quoted.update(match[1] for match in _QUOTED.finditer(text))
            officials.update(match[match.lastindex or 0] for match in _OFFICIAL.finditer(text))
        return cls(private=quoted - officials)


class Stories:
    """Where in a passage stories are told; `people` are those whom the text introduced before, `area` is at hand.

    `speaks_for` is the area of the official whom the passage quotes, "" where it names an area itself.
    """

    def __init__(self, scan: Scan, people: People, area: str) -> None:
        text = scan.text
        self.begin: list[int] = []
        parks = [park for park in scan.areas if park.kind == "park"]
        known = (name for name in people.officials if name in text)
        self.speaks_for = "" if parks else people.officials.get(next(known, ""), "")
        for match in _OFFICIAL.finditer(text):
            told = next((park.name for park in reversed(parks) if park.end <= match.start()), area)
            people.officials.setdefault(match[match.lastindex or 0], told)
        for match in _INTRODUCED.finditer(text):
            self.begin.append(match.end())
            if match.lastindex:
                people.private.add(match[match.lastindex])
        self.again: list[int] = []
        if not scan.figures:
            return  # nobody asks
        for match in _SPOKE.finditer(text):
            speaker = _SPEAKER.search(text, 0, match.start())
            if speaker and speaker[1] not in people.officials:
                self.begin.append(match.start())
        for name in people.private:
            if name in text:
                self.begin += [match.end() for match in re.finditer(name, text)]
        if self.begin:
            self.again += _area_speaks(scan)

    def tells(self, start: int, position: int) -> bool:
        """Whether the figure at `position`, of the sentence that begins at `start`, belongs to a story."""
        if not self.begin:
            return False
        began = max((place for place in self.begin if place <= position), default=-1)
        if began < 0:
            return False
        return not any(began <= place <= position for place in self.again)


def _area_speaks(scan: Scan) -> Iterator[int]:
    """Where a clause has the area for its subject."""
    text = scan.text
    yield from (match.start() for match in _AREA_TOLD.finditer(text))
    for area in scan.areas:
        if area.kind in {"park", "self"} and not _NOT_SUBJECT.match(text, area.end) and _leads(text, area):
            yield area.start


def _leads(text: str, area: Area) -> bool:
    before = text[clause_start(text, 0, area.start) : area.start]
    for mention in reversed(scan_periods(before)):
        before = before[: mention.start] + before[mention.end :]
    return bool(_LEADS.fullmatch(before.lstrip("“”‘’（ ")))

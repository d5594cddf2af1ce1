"""Whose a figure is: the park's, a part of it, another area's, or one firm's, whose figures are not the park's."""

import re
import tomllib
from functools import cached_property
from importlib.resources import files

import regex

from indicators.context import Scope
from indicators.gazetteer import is_listed
from indicators.lexicon import tree
from indicators.scan import Scan
from indicators.statement import Statement


def _but_after(stems: str, *words: str) -> str:
    """A pattern for each of the words, but not where one of the stems (parted by |) stands before it.

    The words come first and the look back goes over them, so that `re` can leap to where one begins.
    """
    return "|".join(word + "".join(f"(?<!{stem}{word})" for stem in stems.split("|")) for word in words)


_GROUP = _but_after("龙头|大型|企业|产业|骨干|国有|投资|平台|子|国资", "集团", "股份")
_PROJECT = _but_after(
    "重点|重大|产业|工业|以上|新建|续建|在建|签约|落地|开工|竣工|投产|投资|引进|引资|储备|技改|招商|建设|类|等|个",
    "项目",
)
_COMPANY = _but_after("上市|总部|平台|子|母|分|外资|类|股份|担保|龙头|商贸|贸易|信托|物流|服务", "公司")
_SITE = _but_after(
    "重点|重大|产业|亿元|工业|新建|续建|签约|落地|类|开工|投资|外资|内资|以上|引进|建设|储备|技改|个|大|的",
    "项目", "基地", "工厂", "生产线", "产线",
)  # fmt: skip
_KNOWN = tomllib.loads(files("indicators").joinpath("words/firms.toml").read_text(encoding="utf-8"))["names"]
_FIRM = re.compile(
    rf"{tree(_KNOWN)}(?!系|等)"
    r"|(?<![\d十百千])一家(?:企业|公司)?(?=[全去今前年就产营投销纳]|\d)"
    r"|(?:[有像那某]一?家|(?<![\d十百千万第每首])一家)[^，。；、]{1,20}?(?:企业|公司|工厂|厂)(?!以上)"
    r"|有限(?:责任)?公司|股份公司|该项目|该企业|该公司|这家(?:公司|企业)|某[^，。；]{0,14}(?:公司|企业)|[一二三]期项目"
    r"|(?:满产|达产|投产|建成|建成投产)后"
    rf"|(?:{_GROUP})(?<=[\u4e00-\u9fff]{{4}})(?!军|公司|化|有限)"
    rf"|(?:{_PROJECT})(?:总投资|计划投资|占地|建成|投产|达产)"
    rf"|(?:{_COMPANY})(?=[\u4e00-\u9fff]{{2}})(?!数|总|共|新增|累计)"
    rf"|(?:{_SITE})(?<=[\u4e00-\u9fffA-Z]{{2}}(?:项目|基地|工厂|产线))"
    r"(?=现场|位于|由[\u4e00-\u9fff]|一期|二期|首期|正式|顺利)"
)
# Words that count firms up for the area.
_COUNTED_UP = regex.compile(
    r"(?:等|共|累计|全区|园区|高新区|经开区|企业|项目)\d+(?:多|余)?[家个户]|\d+(?:多|余)?[家户个](?:企业|项目|公司|重点|世界|国家)"
)
_LISTED = regex.compile(r"(?:等|、)[^，。；]{0,6}$")
_AREA_AGAIN = regex.compile(r"(?<!(?:位于|落户|坐落|入驻|设在|在)[^，。；]{0,10})(?:高新区|经开区|开发区|园区|全区)")
_FIRMS_OWN = {"money", "area", "mass", "ratio", "power", "electricity", "count", "people"}
_OTHERS = regex.compile(r"(?:我国|全国|全球|世界)(?!前列)[^，。]{0,14}?(?:为|达|增长|下降|突破|超|占|共|有|完成)")
# 全国GDP增速6.3%, （全市+3.4%）: whose rate it is stands right before it, with nothing that compares.
_OTHERS_RATE = re.compile(
    r"(?:[^，。；]{0,6}?[（，；]|同期|而|但|考虑到|当前|其间)*(?:我国|全国|全球|世界)(?!前列|首|第|领先|各|最|重点|文明|示范|百强)[^，。；占居比高低快慢第列]{0,20}$"
)
_AROUND = re.compile(
    r"(?:同期|而|但|与此同时|其间)*(?:全市|全省|全州|全县|我市|我省|全自治区)(?!首|第|领先|最|重点)[^，。；占居比高低快慢第列]{0,20}$"
)
_SMALL = regex.compile(r"(?<!自治|高|经开)(?:新区|园区|产业园|工业园|软件园|科技园|科学城|科技城|集聚区|合作区)$")
_ZONE = regex.compile(r"保税|口岸|出口加工")
_PARK = regex.compile(r"(?:区|园|片区|城|港|区（[^）]*）)$")
_PARK_KIND = re.compile(
    r"(?:高新区|经开区|开发区|新区|园区|片区|保税区|保税港区|示范区|试验区|合作区|集中区|集聚区|科技城|科学城|产业园|工业园|自贸港)$"
)
_REGION = regex.compile(r"(?:自治区|[市州]区)$")
# Bodies whose figures are told one after the other.
_BODY = regex.compile(
    r"(?<=^|[，。；！？“”—])(?:仅|其中)?(?!以|由|与|对|向|在|通过)(?:[两二三四五六七八九十]个)?"
    r"(?P<body>[\u4e00-\u9fff]{0,10}?(?:联合党委|党群服务中心(?:[一二三]期)?|(?<!重点|工程|联合|国家|省级|全国|级)实验室))(?=[\u4e00-\u9fff\d])(?![0-9]+[个家])"
)
_BODIES = ("联合党委", "党群服务中心", "实验室")  # without which there is none
_PART = re.compile(r"(?:加强|推进|加快|推动|提升|(?<![\u4e00-\u9fff])[在是]?)([东西南北中]区)")


class Owners:
    """Whom the sentences of a passage name beside its area: firms, and parts of the area, each with where it ends."""

    def __init__(self, scan: Scan) -> None:
        text = self.text = scan.text
        self.parts = [(match.end(), match[1]) for match in _PART.finditer(text)]
        if any(word in text for word in _BODIES):
            self.parts += [(match.end(), match["body"]) for match in _BODY.finditer(text)]

    @cached_property
    def firms(self) -> list[tuple[int, int]]:
        """Where firms and projects are named; looked for only in a passage with statements."""
        return [match.span() for match in _FIRM.finditer(self.text)]

    def part(self, start: int, position: int, default: str) -> str:
        """The part of the area (东区), or the body (联合党委), last named in `start:position`, else `default`."""
        return next((name for end, name in reversed(self.parts) if start < end <= position), default)

    def not_the_areas(self, statement: Statement, start: int, park: bool) -> str:
        """Why a figure of a sentence is not the area's own (Chinese): one firm's, or another area's; "" if it is.

        The sentence begins at `start`; `park` where the text is about a park, so that 全市 is the city around it.
        """
        text, figure = self.text, statement.figure
        if figure.dimension in _FIRMS_OWN:
            firm = next((span for span in reversed(self.firms) if start <= span[0] and span[1] <= figure.start), None)
            if firm and figure.start - firm[1] < 60:
                tail = text[firm[1] : figure.start]
                counted = _COUNTED_UP.search(text, firm[0], figure.end + 4)
                if not counted and "；" not in tail and not _LISTED.search(tail) and not _AREA_AGAIN.search(tail):
                    return "一个企业或项目自己的数字"
        clause = max(text.rfind(mark, start, figure.start) for mark in "，；：。") + 1
        if statement.measure != "rank" and _OTHERS.match(text, max(clause, start), figure.start):
            return "其他地区的数字"
        words = text[max(clause, start, text.rfind("（", start, figure.start) + 1) : figure.start]
        if figure.dimension in {"ratio", "points"} and statement.measure in {"growth", "level"}:
            if _OTHERS_RATE.match(words) or (park and _AROUND.match(words)):
                return "其他地区的数字"
        return ""


def is_park(name: str) -> bool:
    """Whether an area is a park and not a province, a city or a county."""
    return bool(_PARK_KIND.search(name))


def _is_zone(name: str) -> bool:
    """Whether an area is likely to be a zone inside a park: a bonded zone, or a 新区 or 园 that is no national park."""
    return bool(_ZONE.search(name)) or bool(_SMALL.search(name) and not is_listed(name))


def move(scope: Scope, scan: Scan, start: int, end: int) -> None:
    """Move the scope to the park that a sentence speaks of; one that names it at its head speaks of the whole."""
    if any(area.start == start and area.kind in {"park", "self"} for area in scan.areas):
        scope.segment = ""  # the sentence speaks of the whole again
    if not _PARK.search(scope.home) or _REGION.search(scope.home):
        return  # a province's report speaks of a park in passing
    for area in scan.subjects(start, end):
        if area.name == scope.home or not _is_zone(area.name) or _is_zone(scope.home):
            scope.area = scope.home if scope.home.endswith(area.name) else area.name
            return


def area_of(scope: Scope, scan: Scan, start: int, position: int) -> tuple[str, str]:
    """(area, zone in it) of a figure at `position` in the sentence that begins at `start`; mostly there is no zone."""
    name, zone = scope.area, ""
    for area in scan.subjects(start, position):
        if scope.home.endswith(area.name):
            name, zone = scope.home, ""  # a shorter form of the name
        elif area.name != scope.home and _is_zone(area.name) and not _is_zone(scope.home):
            zone = scan.text[area.start : area.end]
        else:
            name, zone = area.name, ""
    return name, zone

"""Parts of an area that a passage speaks of: 东区, 白洋园区, 综合保税区, 党群服务中心; each with where its name ends.

A side or a body stays what is spoken of until another is named; a place only as long as its sentence.
"""

import re

import regex

from indicators.lexicon import each, one_of, word_in
from indicators.mentions import scan_periods
from indicators.scan import Scan, clause_start

_SIDES = ("东区", "西区", "南区", "北区", "中区")
_SIDE = re.compile(r"(?:加强|推进|加快|推动|提升|(?<![\u4e00-\u9fff])[在是]?)([东西南北中]区)")
# Bodies whose figures are told one after the other.
_BODY = regex.compile(
    r"(?r)(?<=^|[，。；！？“”—])(?:仅|其中)?(?!以|由|与|对|向|在|通过)(?:[两二三四五六七八九十]个)?"
    r"(?P<body>[\u4e00-\u9fff]{0,10}?(?:联合党委|党群服务中心(?:[一二三]期)?|(?<!重点|工程|联合|国家|省级|全国|级)实验室))(?=[\u4e00-\u9fff\d])(?![0-9]+[个家])"
)
_TOLD_OF = re.compile("[的了着过][^（]|[在把被让][^（]|我|他|她|这|那")  # 留在导师创办的实验室里
_BODIES = ("联合党委", "党群服务中心", "实验室")  # without which there is none
# 白洋园区, 南方软件园二期, 港澳青年创业基地.
_KINDS = (
    *("产业园", "工业园", "科技园", "软件园", "物流园", "科技城", "起步区", "保税区", "综保区", "主园区"),
    *(
        "园区",
        "片区",
        "创业基地",
        "孵化基地",
        "智谷",
        "药谷",
        "光谷",
        "声谷",
        "医谷",
        "数谷",
        "创谷",
        "电园",
        "医药园",
        "智能谷",
        "大学城",
        "创新城",
        "生态城",
        "总窗口",
        "铁路港",
        "培育基地",
        "自主创新园",
        "港区",
    ),
)
_PLACE = re.compile(
    each(
        _KINDS,
        r"(?:[一二三]期)?(?![\u4e00-\u9fff]{0,2}(?:建设|改造|项目|工程|招商|规划|开发|扩[容园]|管委|党|封关|医院|学校|小学|中学|道路|定位|产业))"
        r"(?![区、和与及或等里内中上外]|的(?:企业|项目|[一二三两]))",
    )
)
# 该基地, said of the base named before; “中国声谷”，入园企业…: a name in quotes that a clause is about.
_SAID_AGAIN = re.compile("(?:该|这[座个片])(基地|产业园|工业园|科技园|软件园|集群|孵化器|片区|小镇|园(?!区))")
_IN_QUOTES = re.compile(
    "(?<![称叫作誉为打造建设])(“[\u4e00-\u9fff]{2,6}[谷城港湾园岛镇街]”)(?=，|[入在]园|里|内|现有|已|聚集|集聚|汇聚)"
)
_NAME = regex.compile(
    r"(?!全|该|整个|各|我|本|这|某|每|其|在|与|和|对|到|从|由|向|把|让|为|据|像|以|将|是|有|个|等|新|首|老|多|省|市|国|绕|在|投|修|腾|打通|接|装)"
    r"[\u4e00-\u9fffA-Za-z]{2,9}"
)
_CALLED = regex.compile(r"(?r)(?!该|这|的)[\u4e00-\u9fffA-Z\d]{2,12}$")
_NO_NAME = re.compile(
    rf"{one_of('govern')}|{one_of('govern_first')}|{one_of('keep')}|[的了着过在于]|[一二三四五六七八九十两几]个|推进|加快|走进|围绕|聚焦|紧扣|投资|引导"
    r"|国家|省级|高新|经开|开发区|自贸|特色|示范|重点|标准|先进|成为|[绕过]|(?:产业|工业|科技|物流|创新|保税|综合)$"
)
_LEADS = re.compile(
    r"(?:截至|到|今年以来|近年来|目前|如今|现在|眼下|去年|今年|其中|而|但|同时|此外|仅|以来|挂牌|成立|开园|，)*"
)


def parts_in(scan: Scan) -> list[tuple[int, str]]:
    """The sides and bodies that a passage names, in their order."""
    text = scan.text
    found: list[tuple[int, str]] = []
    if word_in(text, _SIDES):
        found += [(match.end(), match[1]) for match in _SIDE.finditer(text)]
    if word_in(text, _BODIES):
        bodies = [(match.end(), match["body"]) for match in _BODY.finditer(text)][::-1]  # the last come first
        found += [(end, body) for end, body in bodies if not _TOLD_OF.search(body)]
    return found


def places_in(scan: Scan, home: str) -> list[tuple[int, str]]:
    """The places in the area `home` that are subjects of their clauses, and "" where it is the whole again."""
    text = scan.text
    if not scan.figures:
        return []
    found = [(match.end(), match[1]) for match in _IN_QUOTES.finditer(text)] if "”" in text else []
    if not word_in(text, (*_KINDS, "该基地", "该集群", "该孵化器", "该小镇", "该园")):
        return found
    for match in _SAID_AGAIN.finditer(text):
        if name := _named_before(scan, match):
            found.append((match.end(), name))
    for match in _PLACE.finditer(text):
        if name := _named(scan, match, home):
            found.append((match.end(), name))
            among = text.endswith("其中", 0, match.start() - len(name) + len(match[0]))
            if among and (stop := text.find("；", match.end())) >= 0:
                found.append((stop, ""))
    if found:
        found += [(area.end, "") for area in scan.areas if area.kind in {"park", "self"}]
    return sorted(found)


def _named_before(scan: Scan, match: re.Match[str]) -> str:
    """The full name of what 该基地 speaks of, "" if the passage has not said it."""
    end = scan.text.rfind(match[1], 0, match.start())
    if end < 0:
        return ""
    first = max([0, *(area.end for area in scan.areas if area.end <= end)], default=0)
    named = _CALLED.search(scan.text, first, end)
    return named[0] + match[1] if named else ""


def _named(scan: Scan, match: re.Match[str], home: str) -> str:
    """The name of a place that is the subject of its clause, "" if it is none."""
    text = scan.text
    if any(area.start < match.end() and match.start() < area.end for area in scan.areas if area.kind == "park"):
        return ""
    areas = [area.end for area in scan.areas if area.kind in {"park", "self"} and area.end <= match.start()]
    clause = text[max(clause_start(text, 0, match.start()), *areas, 0) : match.start()]
    for mention in reversed(scan_periods(clause)):
        clause = clause[: mention.start] + clause[mention.end :]
    clause = clause.lstrip("“”‘’（ ")
    lead = _LEADS.match(clause)
    name = clause[lead.end() :] if lead else clause
    if not _NAME.fullmatch(name) or _NO_NAME.search(name) or name in home:
        return ""
    return name + match[0]


def without_place(indicator: str, place: str) -> str:
    """An indicator's name without the place that it begins with, said in full or by its kind alone.

    >>> without_place("创新创业基地入孵企业", "创新创业基地"), without_place("基地建筑面积", "3D打印产业培育基地")
    ('入孵企业', '建筑面积')
    """
    for size in range(len(place), 1, -1):
        if indicator.startswith(place[-size:]):
            return indicator[size:].lstrip("的")
    return indicator

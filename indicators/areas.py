"""Areas: the parks, cities and provinces that a text names, and its words for them afterwards (园区, 全区, 该区)."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from indicators.gazetteer import canonical, city_of, is_listed, parks
from indicators.lexicon import tree

# What a park is called, the longer first.
_KIND = (
    "国家自主创新示范区|高新技术产业开发区|高新技术开发区|高新技术产业园区|高技术产业开发区|高新产业开发区|经济技术开发区|经济技术产业开发区|经济开发区|工业技术开发区"
    "|边境经济合作区|跨境经济合作区|农业高新技术产业示范区|自由贸易试验区|自由贸易港|自贸试验区|自贸片区|自贸港|自贸区|综合保税区|综保区|保税港区|保税区|出口加工区"
    "|化学工业园区|化学工业园|化工园区|循环经济产业园区|循环经济产业园|循环经济园区|循环经济工业园区|循环经济工业园|生态工业园区|生态工业园|工业园区|产业园区|科技园区|科技产业园|工业园|软件园|高科技园区"
    "|经济综合实验区|综合实验区|国家高新区|国家级高新区|高新区|国家级经开区|国家经开区|石化经开区|经开区"
    "|产业新城|科学城|科技城|新片区|新区|开发区|合作区|示范区|先行区|试验区|产业集聚区|产业聚集区|产业集中区|工业集聚区|工业聚集区|工业集中区|集聚区|临港经济区|临空经济区|空港经济区|航空港经济区|经济区|台商投资区|产业园"
)
# Kinds that make a park of any name before them; the others (产业园, 保税区) only after a known one.
_MAJOR = re.compile(
    ".*综合实验区|高新[^园]*区|.*经济技术开发区|.*经开区|.*经济开发区|.*合作区"
    "|新区|新片区|开发区|.*自贸试验区|国家级?高新区"
)
# Kinds that do so, too, and are zones of another park where they stand alone (综保区进出口).
_NAMED = re.compile(".+[集聚][集聚中]区|.+港经济区|临空经济区|台商投资区|综合保税区|综保区|出口加工区|循环经济.+")
_KINDS_OWN = re.compile(
    "高新区|经开区|开发区|新区|新片区|综保区|自贸区|自贸试验区|合作区|示范区|工业园区|产业园区|试验区|集聚区|先行区"
)
_PROVINCES = (
    "北京市|天津市|上海市|重庆市|河北省|山西省|辽宁省|吉林省|黑龙江省|江苏省|浙江省|安徽省|福建省|江西省|山东省|河南省|湖北省|湖南省|广东省|海南省|四川省"
    "|贵州省|云南省|陕西省|甘肃省|青海省|台湾省|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区|新疆生产建设兵团"
)
_SHORT_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南"
    "|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆"
)
# Zones of one kind in a province, taken together: 湖南9家国家高新区 are 湖南省国家高新区.
_TOGETHER = re.compile("(?:国家级?|省级)?(?:高新区|经开区|开发区|高新技术产业开发区|经济技术开发区|经济开发区)")
_OF_PROVINCE = regex.compile(
    rf"(?r)(?P<province>{_PROVINCES}|{_SHORT_PROVINCES}|[全我]省|[全我]自治区)(?:\d+[家个])?(?P<level>国家级?|省级)?$"
)
_LEVEL = re.compile("国家级?|省级")
# What stands right before a park's name without being part of it.
BORDER = regex.compile(
    r"(?r)(?:^|[^\u4e00-\u9fffA-Za-z]|本报讯|专电|记者从|获悉|力争|确保|带动|促进|打造|实现|助推|走进|来到|位于|推动|支持|推进|建设|加快|作为|成为|围绕|依托|全面|落户|入驻|引领|助力|以来|公布|关于|印发|获批|进入|升级为?|升格为?|晋升为?|跻身|创建|列入|挺进|今年|去年|目前|年|月|日(?!照|喀)|季度"
    r"|多亏|幸亏|得益于|感谢|高于|低于|快于|慢于|好于|优于|多于|少于|超过|不及|领先|落后|[在从对由与和及的了至到为使将给让是以向等])"
)
_OWN = [f"{whose}{what}" for whose in ("我", "我们", "该", "本", "全", "整个")
        for what in ("园区", "园", "区", "县", "市", "省", "州", "盟", "旗", "自治区")]  # fmt: skip
_WIDE = ("全国", "全球", "全世界", "世界", "我国", "国内", "全行业")
_FREE_TRADE = "自由贸易试验区|自贸试验区|自贸区"
_AREA = re.compile(
    rf"(?P<alias>中国（[\u4e00-\u9fff]{{2,4}}）(?:{_FREE_TRADE})(?:[\u4e00-\u9fff]{{2,8}}?片区)?)"
    rf"|(?P<ftz_part>(?:{_FREE_TRADE})[\u4e00-\u9fff]{{2,8}}?片区)"
    rf"|(?P<park>(?:{_KIND}))(?P<paren>（[\u4e00-\u9fff]{{2,8}}）)?"
    rf"|(?P<own>{tree(_OWN)}(?![\u4e00-\u9fff]{{0,3}}?域)|园区)"
    rf"|(?P<wide>{tree(_WIDE)})"
)
# The words with which an area begins. `re` runs through a text for words and nothing else ten times as fast as it does
# for the pattern above, which is then tried only where one stands.
_BEGINS = re.compile(tree([*_KIND.split("|"), *_OWN, *_WIDE, "中国（", "园区"]))
_KIND_AT_END = re.compile(f"(?:{_KIND})$")
_REGION = re.compile(rf"(?:{_PROVINCES})|(?:[\u4e00-\u9fff]{{2,4}}?(?:自治州|地区(?!生产)|盟|市|县|自治县|区|旗))")


CHARACTERS = re.compile(r"[\u4e00-\u9fff]+")
# Before a kind of zone these mean any or all of it.
ANY_ZONE = (
    *("国家", "国家级", "省级", "市级", "全国", "全省", "各", "各类"),
    *("级", "所有", "各个", "多个", "个", "同类"),
)
# What a zone is made for, and no name.
KINDS_OF_ZONE = (
    *("保税", "试验", "示范", "产业", "经济", "技术", "创新", "特色"),
    *("专业", "加工", "合作", "贸易", "发展", "工业", "科技"),
)
_PLACED_KIND = re.compile(r"保税|高新|经济技术|经开|开发区|新区|产业园|工业园|化工园|化学工业园")
_BESIDE_PARK = re.compile("(?:经开|高新|空港|临空|航空港)$")  # 经开综合保税区, the zone of the park at hand
_NOT_IN_NAMES = re.compile(r"[扬升势逆助聚焦促稳抓奔赛闯拼我你他这那刚来去是有说把被让给们过不很都全居各]")
_WHEN_ENDS = ("后", "前夕", "时", "期间", "当天", "当日", "当年")  # 节后高新区一度缺工
_LONGEST = 12  # characters before a kind of park that are looked at for its name


class Area(NamedTuple):
    """An area at `start:end` of a passage: `kind` is park (by name), self (园区), group
    (全省高新区), class (any 高新区) or wide (全国)."""

    start: int
    end: int
    name: str
    kind: str


@cache
def _stems() -> regex.Pattern[str]:
    """Known names that can stand before 高新区 and its like, matched backwards from there."""
    stems = set()
    for park in parks():
        for name in (park.name, park.full_name, *park.aliases):
            if cut := regex.search(_KIND, name):
                stems.add(name[: cut.start()])
        stems.update({park.city, park.city.removesuffix("市"), park.province})
    stems.update(_SHORT_PROVINCES.split("|"))
    stems.update(_PROVINCES.split("|"))
    known = sorted((stem for stem in stems if len(stem) > 1), key=len, reverse=True)
    return regex.compile(rf"(?r)(?:{'|'.join(regex.escape(stem) for stem in known)})(?:市|县|区)?(?:国家级?|省级)?$")


@cache
def _cities() -> regex.Pattern[str]:
    """A city right before a name, matched backwards from it."""
    cities = {park.city.removesuffix("市") for park in parks()}
    return regex.compile(rf"(?r)(?:{'|'.join(sorted(city for city in cities if len(city) > 1))})市?$")


@cache
def _places() -> regex.Pattern[str]:
    cities = {park.city.removesuffix("市") for park in parks()} | set(_SHORT_PROVINCES.split("|"))
    names = "|".join(sorted((city for city in cities if len(city) > 1), key=len, reverse=True))
    return regex.compile(rf"(?:^|[^\u4e00-\u9fff]|[在从对和与及])(?P<name>(?:{names})市?[\u4e00-\u9fff]{{2,3}})$")


def _placed(window: str) -> str:
    """A name that begins with a known city and goes on with a word or two: 天津东疆(综合保税区); "" if none does."""
    match = _places().search(window)
    return "" if match is None or _NOT_IN_NAMES.search(match["name"]) else match["name"]


def find_areas(text: str, own: frozenset[str] = frozenset()) -> list[Area]:
    """The areas that a passage's clean text names, in their order; `own` are the names that its document establishes.

    >>> [(a.name, a.kind) for a in find_areas("苏州工业园区和该区，占全国的1%")]
    [('苏州工业园区', 'park'), ('该区', 'self'), ('全国', 'wide')]
    """
    found: list[Area] = []
    end = 0
    for word in (_begins_with(own) if own else _BEGINS).finditer(text):
        if word.start() < end:
            continue
        if word[0] in own:
            area = Area(*word.span(), canonical(word[0]), "park")
        elif match := _AREA.match(text, word.start()):
            area = _area(text, match)
        else:
            continue
        if found and area.start <= found[-1].start:
            found.pop()  # 全省 of 全省高新区
        found.append(area)
        end = area.end
    return found


@lru_cache(maxsize=64)  # a document's passages one after the other
def _begins_with(own: frozenset[str]) -> re.Pattern[str]:
    """Names that a document establishes, and where else an area may begin."""
    return re.compile(f"{tree(sorted(own))}|{_BEGINS.pattern}")


def zones_in(text: str, areas: Iterable[Area]) -> Iterator[tuple[int, str, int]]:
    """Where a kind of park (高新区, 工业园) begins in a text that names these areas, the kind, and how long a name
    before it is at least: longer than a place that is known (湖南高新区). Listed parks are left out."""
    for area in areas:
        kind = _KIND_AT_END.search(text[area.start : area.end]) if area.kind in {"park", "self", "class"} else None
        if kind and not (area.kind == "park" and is_listed(area.name)):
            start = area.start + kind.start()
            known = _stems().search(text[max(0, start - _LONGEST) : start])
            yield start, kind[0], len(known[0]) + 1 if known else 2


def makes_a_name(kind: str) -> bool:
    """Whether any name before this kind of zone makes a park: before 高新区, and not before 工业园."""
    return bool(_MAJOR.fullmatch(kind) or _NAMED.fullmatch(kind))


def area_at_head(text: str) -> Area | None:
    """The area with whose name a text begins, None if it begins with none.

    >>> area_at_head("云麓高新区税收"), area_at_head("税收") is None
    (Area(start=0, end=5, name='云麓高新区', kind='park'), True)
    """
    head = text[:24]
    return next((area for area in find_areas(head) if area.start == 0), None) if _BEGINS.search(head) else None


def _area(text: str, match: re.Match[str]) -> Area:
    start, end = match.span()
    if match["own"]:
        return Area(start, end, match[0], "self")
    if match["wide"]:
        return Area(start, end, match[0], "wide")
    if match["park"]:
        return _named(text, match)
    return Area(start, end, canonical(match[0]), "park")


def _named(text: str, match: re.Match[str]) -> Area:
    """The park whose kind (高新区) was found: with its name before it, or, without one, the park at hand."""
    start = match.start("park")
    window = text[max(0, start - _LONGEST) : start]
    offset = start - len(window)
    end = match.end()
    if _TOGETHER.fullmatch(match["park"]) and (zones := _zones(window, match["park"])):
        return Area(offset + zones[0], end, zones[1], "group" if zones[1].startswith("全省") else "park")
    if known := _stems().search(window):
        begin = known.start()
        name = window[begin:] + match["park"]
        city = _cities().search(window, 0, begin)
        if city and not _lies_in(canonical(name), city[0]):
            begin = city.start()  # 郑州新郑综合保税区; 茂名滨海新区 is not the one of 天津
            name = window[begin:] + match["park"]
        return Area(offset + begin, end, canonical(name), "park")
    if window.endswith(ANY_ZONE):
        return Area(start, end, match["park"], "class")
    if window.endswith(("我", "该", "本", "全", "整个")):
        return Area(start - 1, end, text[start - 1 : end], "self")
    if _PLACED_KIND.search(match["park"]) and (placed := _placed(window)):
        return Area(offset + len(window) - len(placed), end, canonical(placed + match["park"]), "park")
    if "保税" in match["park"] and (side := _BESIDE_PARK.search(window)):
        return Area(offset + side.start(), end, side[0] + canonical(match["park"]), "park")
    major, counted = _MAJOR.fullmatch(match["park"]), window.endswith(tuple("县市区州旗镇"))
    if not (major or counted or _NAMED.fullmatch(match["park"])):
        return Area(start, end, match["park"], "class")
    border = BORDER.search(window)
    stem = window[border.end() :] if border else ""
    if _NOT_IN_NAMES.search(stem) or stem.endswith(_WHEN_ENDS):
        return Area(start, end, match["park"], "self")
    if 2 <= len(stem) <= 6 and CHARACTERS.fullmatch(stem) and not stem.endswith(KINDS_OF_ZONE):
        return Area(offset + border.end(), end, canonical(stem + match["park"]), "park")
    at_hand = (major or counted) and _KINDS_OWN.fullmatch(match["park"])
    return Area(start, end, match["park"], "self" if at_hand else "class")


def _lies_in(name: str, city: str) -> bool:
    """Whether a park is a listed one of a city, or the list does not say of which."""
    return is_listed(name) and city_of(name) in {"", f"{city.removesuffix('市')}市"}


def _zones(window: str, kind: str) -> tuple[int, str] | None:
    """All zones of a kind in a province: where their name begins in the `window` before the kind, and that name.

    Where only the document tells which province it is (全省高新区), the name begins with 全省.
    """
    found = _OF_PROVINCE.search(window)
    if found is None or is_listed(canonical(found["province"] + kind)):
        return None
    said = found["province"]
    province = next((full for full in _PROVINCES.split("|") if full.startswith(said)), "全省")
    level = _LEVEL.match((found["level"] or "") + kind)
    plain = canonical(kind.removeprefix("国家级").removeprefix("国家"))
    return found.start(), province + (level[0] if level else "") + plain


def is_group(name: str) -> bool:
    """Whether an area is all zones of a kind in a province: 湖南省国家高新区."""
    return name.startswith(tuple(_PROVINCES.split("|"))) and bool(_TOGETHER.search(name))


# What a title says before it names its region: ——2026年1月20日在昆明市…, 2026年上半年昆明市经济运行情况.
_BEFORE_REGION = (
    r"(?:[—\s]|(?:19|20)\d{2}年度?|\d{1,2}月份?|\d{1,2}日|[1一]?[—至-]\d{1,2}月份?|[上下]半年|全年|前?[一二三四]季度|前三季度"
    "|关于|在|中共|印发|走进|探访|走访|聚焦)"
)
_NO_REGION = re.compile(
    r"(?:园|全|我|本|该|各|地|片|社|辖|新|景|校|厂|矿|街|小|开发|高新|经开)区$|^(?:城|主城|中心城)区$"
)


def title_region(text: str) -> str:
    """The province, city or county that a title names, "" if none."""
    match = regex.search(
        rf"(?:{_PROVINCES})|(?P<short>{_SHORT_PROVINCES})(?=(?:全省)?(?:经济|外贸|工业|投资|消费|财政|进出口|GDP|规上))"
        rf"|^{_BEFORE_REGION}*(?P<name>[\u4e00-\u9fff]{{1,9}}?(?:自治州|自治县|地区(?!生产)|市|县|区|盟|旗))",
        text,
    )
    if not match or (match["name"] and _NO_REGION.search(match["name"])):
        return ""
    if match["short"]:
        return next(full for full in _PROVINCES.split("|") if full.startswith(match["short"]))
    return match["name"] or match[0]

"""The parks that are known by name, from `gazetteer/parks.csv`, and one short name for all ways to write a park's name.

The list serves names, grouping and order. A park that it does not have is shortened by the rules that it follows, too.
"""

import csv
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

from indicators.errors import DataError

FILE = "gazetteer/parks.csv"
KINDS = ("hightech", "economic", "new_area", "free_trade", "bonded", "other")

# Long kinds of park and their short forms; the first that fits is taken.
_SHORT_KINDS = (
    ("高新技术产业开发区", "高新区"),
    ("高新技术开发区", "高新区"),
    ("高新技术产业园区", "高新区"),
    ("高技术产业开发区", "高新区"),
    ("经济技术开发区", "经开区"),
    ("经济技术产业开发区", "经开区"),
    ("经济开发区", "经开区"),
    ("自由贸易试验区", "自贸试验区"),
    ("自由贸易区", "自贸试验区"),
    ("自贸区", "自贸试验区"),
    ("综保区", "综合保税区"),
)
_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南"
    "|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆"
)
_PROVINCES_ALONE = "|".join(_PROVINCES.split("|")[4:])  # those that are no cities
_KIND = "(?:高新区|经开区|综保区)"
_KIND_OF_ZONE = "(?:(?:产业|工业)(?:集聚|聚集|集中)区|(?:工业|产业|化工|物流)园区?|经济区|台商投资区|出口加工区)"
_FREE_TRADE = re.compile(
    rf"(?:中国)?\(?(?P<province>{_PROVINCES})\)?(?:省|市|壮族自治区|维吾尔自治区)?自贸试验区(?P<part>[一-鿿]{{2,}}片区)?"
)
_FREE_TRADE_OF = re.compile(
    rf"(?P<province>{_PROVINCES_ALONE})(?:自由贸易试验区|自贸试验区|自贸区)(?P<part>[一-鿿]{{2,}}片区)"
)
# What stands in a long name and not in the short one, in the order in which it is taken away.
_SURPLUS = (
    re.compile(r"^(?:中国|国家级|省级)"),
    re.compile(rf"国家级?(?={_KIND}|石化)"),
    re.compile(r"(?<=高新区|经开区|综保区)\([一-鿿]+\)$"),  # 高新区(滨江)
    re.compile(rf"^(?:{_PROVINCES})(?:省|市|(?:壮族|回族|维吾尔)?自治区)?(?=[一-鿿]{{2,}}{_KIND})"),
    re.compile(rf"^(?:{_PROVINCES_ALONE})省?(?=[一-鿿]{{2,}}{_KIND_OF_ZONE}$)"),
    re.compile(rf"^[一-鿿]{{2,4}}[市州](?=[一-鿿]{{2,}}{_KIND})"),  # 南京市江宁经开区
    re.compile(rf"(?<=[一-鿿]{{2}})[市县](?={_KIND})"),  # 昆明市高新区
)


@dataclass(frozen=True)
class Park:
    """One park: `name` is its canonical short name, `kind` one of `KINDS`.

    `city` is the prefecture (the municipality itself in 北京, 天津, 上海, 重庆), "" for an area of several cities.
    `approved` is the year of its approval as a park of the national level, None where it is not certain.
    """

    name: str
    full_name: str
    aliases: tuple[str, ...]
    province: str
    city: str
    kind: str
    approved: int | None


@cache
def parks() -> tuple[Park, ...]:
    """All parks of the list, in its order. DataError where a row is wrong or a name belongs to two parks."""
    text = files("indicators").joinpath(FILE).read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    columns = [field.name for field in fields(Park)]
    if rows.fieldnames != columns:
        raise DataError(FILE, "(header)", f"the columns must be {', '.join(columns)}")
    return tuple(_read(row) for row in rows)


@cache
def is_listed(name: str) -> bool:
    """Whether a canonical name is that of a listed park."""
    return any(park.name == name for park in parks())


@lru_cache(maxsize=4096)
def city_of(name: str) -> str:
    """The city of a listed park by its canonical name, "" where the list does not tell."""
    return next((park.city for park in parks() if park.name == name), "")


@lru_cache(maxsize=4096)
def province_of(name: str) -> str:
    """The province of an area, as the list or the name itself tells it (湖南省国家高新区); "" if neither does.

    >>> province_of("株洲高新区"), province_of("湖南省国家高新区"), province_of("湖南省")
    ('湖南省', '湖南省', '湖南省')
    """
    provinces = {park.province for park in parks()}
    listed = next((park.province for park in parks() if park.name == name), "")
    return listed or next((province for province in provinces if name.startswith(province)), "")


def abbreviated(place: str, kind: str) -> str:
    """The listed park of a kind (经开区) whose name begins with this first character of it, "" where several do.

    >>> abbreviated("赣", "经开区"), abbreviated("长", "经开区")
    ('赣州经开区', '')
    """
    found = [park.name for park in parks() if park.name.startswith(place) and park.name.endswith(kind)]
    return found[0] if len(found) == 1 else ""


@lru_cache(maxsize=65536)
def canonical(name: str) -> str:
    """The canonical short name of a park, whether the list has it or not.

    >>> canonical("昆明国家高新技术产业开发区"), canonical("江苏昆山经济技术开发区")
    ('昆明高新区', '昆山经开区')
    >>> canonical("中国（云南）自由贸易试验区昆明片区"), canonical("桐梓县工业园区")
    ('自贸试验区昆明片区', '桐梓县工业园区')
    >>> canonical("苏州自贸片区"), canonical("稀土高新区")
    ('自贸试验区苏州片区', '包头稀土高新区')
    """
    plain = _plain(name)
    known = _names()
    short = _shorten(plain)
    found = known.get(plain) or known.get(short)
    if found is None and short.endswith("开发区"):
        found = known.get(short.removesuffix("开发区") + "经开区")  # 烟台开发区 is 烟台经济技术开发区
    if found is None and short.endswith("片区"):
        found = known.get(f"自贸试验区{short}")  # 开封片区, on a page of 自贸试验区郑州片区
    return found or _longer(short) or short


def _longer(short: str) -> str:
    """The one listed name that is a city's and then this (稀土高新区 of 包头), "" if there is none, or more."""
    if len(short) < 5 or short.startswith(("高新", "经济", "特殊", "综合", "自贸")):
        return ""
    longer = [park.name for park in parks() if park.name == park.city.removesuffix("市") + short]
    return longer[0] if len(longer) == 1 else ""


def _read(row: dict[str, str]) -> Park:
    name, approved = row["name"], row["approved"]
    if None in row.values() or not (name and row["full_name"] and row["province"]):
        raise DataError(FILE, name, "name, full_name and province must not be empty, and no cell may be missing")
    if row["kind"] not in KINDS:
        raise DataError(FILE, name, f"kind is {row['kind']!r}, not one of {', '.join(KINDS)}")
    if approved and not re.fullmatch(r"19[89]\d|20\d\d", approved):
        raise DataError(FILE, name, f"approved is {approved!r}, not a year since 1980")
    aliases = tuple(alias for alias in row["aliases"].split("|") if alias)
    year = int(approved) if approved else None
    return Park(name, row["full_name"], aliases, row["province"], row["city"], row["kind"], year)


@cache
def _names() -> Mapping[str, str]:
    """The canonical name for each full, short and other name of each park, as it is written and shortened."""
    names: dict[str, str] = {}
    for park in parks():
        for name in (park.name, park.full_name, *park.aliases):
            known = names.setdefault(_plain(name), park.name)
            if known != park.name:
                raise DataError(FILE, park.name, f"the name {name} already belongs to {known}")
    shorter = {_shorten(name): known for name, known in reversed(names.items())}
    # 南京江宁经开区: with the name of the city, which the short name leaves out
    placed = {park.city.removesuffix("市") + park.name: park.name for park in parks() if park.city}
    return MappingProxyType(placed | shorter | names)


def shortened(name: str) -> str:
    """A name as a text has it, in short: the short kind of park, without level and what leads to a place.

    >>> shortened("广州开发区"), shortened("曹妃甸经济技术开发区"), shortened("新疆自由贸易试验区霍尔果斯片区")
    ('广州开发区', '曹妃甸经开区', '新疆自贸试验区霍尔果斯片区')
    """
    plain = _plain(name)
    if placed := _FREE_TRADE_OF.fullmatch(plain):
        return f"{placed['province']}自贸试验区{placed['part']}"
    return _shorten(plain)


def _plain(name: str) -> str:
    """`name` in half-width form without blanks and quotes."""
    text = unicodedata.normalize("NFKC", name)
    return re.sub(r"[\s“”\"'‘’「」]", "", text)


def _shorten(name: str) -> str:
    """`name` by the rules alone: the short kind, without level, province or city before a place, 市 and 县."""
    for long, short in _SHORT_KINDS:
        if long in name:
            name = name.replace(long, short)
            break
    if free_trade := _FREE_TRADE.fullmatch(name):
        part = free_trade["part"]
        return f"自贸试验区{part}" if part else f"{free_trade['province']}自贸试验区"
    if len(name) > 4 and name.endswith("自贸片区"):
        return f"自贸试验区{name.removesuffix('自贸片区')}片区"
    for surplus in _SURPLUS:
        name = surplus.sub("", name)
    return name

"""Code lists for SDMX: ids that the standard allows for parks, segments, indicators and units, with their names."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b

import regex

from indicators.catalogue import catalogue

_ID = regex.compile(r"[A-Za-z0-9_@$\-]+")
WHOLE = "_T"  # the total, as SDMX's cross-domain code lists have it
NOTHING = "_Z"  # not applicable
_UNITS = {"%": "PT", "pp": "PP"}
_FIXED: Mapping[str, Mapping[str, str]] = {
    "CL_FREQ": {
        "A": "年", "S": "半年", "Q": "季", "M": "月", "D": "日", "_O": "其他时段（年内累计、跨年等）", "_U": "不明",
    },
    "CL_OBS_STATUS": {"A": "正常", "E": "估计（原文为“约”）"},
    "CL_UNIT_MULT": {
        "0": "个", "1": "十", "2": "百", "3": "千", "4": "万",
        "5": "十万", "6": "百万", "7": "千万", "8": "亿", "9": "十亿", "10": "百亿", "11": "千亿", "12": "万亿",
    },
    "CL_MEASURE_TYPE": {
        "LEVEL": "水平", "GROWTH": "增速", "CHANGE": "变化", "SHARE": "比重", "ATTAINMENT": "完成度", "RANK": "位次",
    },
    "CL_SCENARIO": {
        "ACTUAL": "实绩", "TARGET": "目标", "TARGET_FLOOR": "目标（确保）", "TARGET_STRETCH": "目标（力争）",
    },
    "CL_BOUND": {"EXACT": "确数", "AT_LEAST": "至少", "AT_MOST": "至多", "ABOUT": "大约"},
    "CL_TRANSFORMATION": {
        "YOY": "同比", "MOM": "环比", "QOQ": "比上季", "ANNUAL_AVERAGE": "年均", "SINCE": "比起点", NOTHING: "不适用",
    },
}  # fmt: skip


def code(name: str, letter: str) -> str:
    """The id of a name: the name itself where it may be one, else a letter and a sum, the same on every machine.

    >>> code("gdp", "I"), code("云麓高新区", "A")
    ('gdp', 'A_9efde756cc')
    """
    return name if _ID.fullmatch(name) else f"{letter}_{blake2b(name.encode(), digest_size=5).hexdigest()}"


def unit_code(unit: str) -> str:
    """The id of a base unit: ISO 4217 for money, PT for per cent, the unit itself where it may be an id."""
    return _UNITS.get(unit) or code(unit, "U")


def code_lists(used: Mapping[str, Iterable[str]]) -> dict[str, dict[str, str]]:
    """Code list -> id -> name in Chinese, of what rows use: their `park`, `segment`, `name`, `unit_base`, `basis`."""
    known = catalogue()
    lists = {key: dict(codes) for key, codes in _FIXED.items()}
    lists["CL_REF_AREA"] = {code(park, "A"): park for park in used["park"]}
    lists["CL_SEGMENT"] = {WHOLE: "全部"} | {code(segment, "S"): segment for segment in used["segment"] if segment}
    lists["CL_INDICATOR"] = {code(name, "I"): known[name].zh if name in known else name for name in used["name"]}
    lists["CL_UNIT_MEASURE"] = {unit_code(unit): unit for unit in used["unit_base"]}
    bases = {transformation(basis): basis for basis in used["basis"]}
    lists["CL_TRANSFORMATION"] = bases | lists["CL_TRANSFORMATION"]
    return lists


def transformation(basis: str) -> str:
    """The id of a basis: YOY for yoy, a sum for a whole that the text names, _Z for none."""
    return code(basis.upper() if basis.isascii() and basis.islower() else basis, "T") if basis else NOTHING

"""Step 1: the figures of a passage: each number with its unit, its bound and where it stands.

A cheap scan finds every number; what is a date, a name or an ordinal is told apart later, by `exclusions`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

import regex

from indicators.numerals import parse_numeral
from indicators.passages import split_passages
from indicators.units import dimension, units

_CHINESE = "〇零一二三四五六七八九十百千万亿两"
_AFTER_BOUND = {
    "以上": "at_least", "及以上": "at_least", "开外": "at_least", "有余": "at_least", "强": "at_least",
    "以内": "at_most", "以下": "at_most", "左右": "about", "上下": "about", "之内": "at_most",
    "大关": "at_least", "关口": "at_least",
}  # fmt: skip
# The words that stand right before a number and bound it; longer ones first.
_BEFORE_BOUND = {
    "at_least": (
        "不低于", "不少于", "不小于", "不得少于", "不能少于", "至少", "超过", "超出", "突破", "首超", "首破", "冲破", "高于", "多于", "大于", "逾", "超", "破", "迈上", "迈过", "迈入",
        "跨过", "跨上", "跨越", "站上", "登上", "跃上", "越过", "超越", "踏上", "迈进", "跨入", "首次过", "过",
    ),
    "at_most": ("不超过", "不高于", "不多于", "不大于", "不超", "不足", "不到", "未满", "低于", "少于", "小于", "控制在", "压减到", "至多", "未超过", "不得超过"),
    "about": ("大约", "大概", "差不多", "接近", "将近", "约为", "约", "近", "约有", "约达", "近乎"),
}  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """A number in a passage: `text[start:end]` with its unit, in the passage's own offsets.

    `kind` is quantity, fraction (三成, 八分之一), multiple (翻一番), ordinal (第5位) or bare (no unit).
    """

    start: int
    end: int
    value: float
    unit: str
    bound: str = "exact"
    kind: str = "quantity"
    chinese: bool = False
    signed: bool = False  # written with its sign: +5.6%, -4.1%
    range_part: int = 0  # 1 and 2: the two ends of a range
    bound_start: int = -1  # where the bounding words begin and end, the number's own ends if there are none
    bound_end: int = -1

    @property
    def dimension(self) -> str:
        """What the unit measures (money, ratio, count …), "" if there is none or it is unknown."""
        return dimension(self.unit) if self.unit else ""


@cache
def _pattern() -> regex.Pattern[str]:
    scale = "|".join(sorted(units().scales, key=len, reverse=True))
    unit = "|".join(regex.escape(name) for name in sorted(units().by_name, key=len, reverse=True))
    arabic = r"(?<![\d.])\d+(?:,\d{3})*(?:\.\d+)?(?!\d)"
    return regex.compile(
        rf"""
        (?P<fraction>百分之(?P<percent>[{_CHINESE}]+(?:点[{_CHINESE}]+)?|{arabic})
            |千分之(?P<permille>[{_CHINESE}]+|{arabic})
            |(?P<below>[二三四五六七八九十百]+|\d+)分之(?P<above>[一二三四五六七八九十]+|\d+)
            |(?P<tenths>[一二三四五六七八九两]|\d(?:\.\d)?)成(?P<half>[一二三四五六七八九半])?(?P<tenths_more>多|以上)?(?!立|效|果|为|本|交|员|功|长|套|都|都市|熟|品|型|分|就|人))
      | (?P<slash>(?<![\d./])(?P<above2>1|2|3)/(?P<below2>[2-9]|10)(?![\d/年月.]))
      | (?P<double>翻了?(?P<times>[一两二三四]|\d)番|翻了?番(?P<plain_double>)|实现倍增|(?<=[实均])现?倍增)
      | (?P<ordinal>第(?P<nth>\d+|[一二三四五六七八九十百]+)(?P<place>位|名)?|(?P<head>首位|榜首|头名))
      | (?P<digits>两位数)
      | (?P<number>{arabic}|[{_CHINESE}]*[{_CHINESE}点]*)
        (?P<more>余|多|来|几|数)?(?P<ge>个(?=[万亿]))?
        (?P<scale>{scale})?(?P<more2>余|多|来)?
        (?P<unit>{unit})?(?P<per>/(?:年|日|月|天|人|户|亩|平方公里|公顷|台))?(?P<more3>多(?=[，。；、]))?
        """,
        regex.VERBOSE,
    )


_START = regex.compile(rf"\d|[{_CHINESE}第翻首榜头]|倍增")
_NUMERAL = regex.compile(r"[〇零一二三四五六七八九十百千万亿两]+(?:点[〇零一二三四五六七八九]+)?")
_RANGE = regex.compile(r"(?:-|—{1,2}|至|到|~)$")
_AFTER = regex.compile("(?:" + "|".join(_AFTER_BOUND) + ")")
_BEFORE_WORDS = {word: bound for bound, words in _BEFORE_BOUND.items() for word in words}
_BEFORE = regex.compile(f"(?r)(?P<word>{'|'.join(sorted(_BEFORE_WORDS, key=len, reverse=True))})(?:了|到|过)?")
# 迈上…台阶, 跨过…大关: the bound is told after the number.
_STEP = regex.compile(r"(?:新|的)?(?:台阶|大关|关口|门槛|级)")


def _decimal(text: str) -> Decimal | None:
    text = text.replace(",", "")
    if text[:1].isdigit():
        return Decimal(text)
    return parse_numeral(text)


def find_figures(text: str) -> list[Figure]:
    """The figures of a passage's clean text, in their order; a range gives two.

    >>> [(f.value, f.unit, f.bound) for f in find_figures("力争完成2.7万余户，增长4.5%—5%")]
    [(2.7, '万户', 'at_least'), (4.5, '%', 'at_least'), (5.0, '%', 'at_most')]
    """
    found = [figure for figure in _scan(text)]
    return _bound(text, _share_units(text, found))


def _scan(text: str) -> Iterator[Figure]:
    pattern = _pattern()
    position = 0
    while start := _START.search(text, position):
        match = pattern.match(text, start.start())
        if not match or match.end() == match.start():
            position = start.end()
            continue
        figure = _figure(text, match)
        if figure is None:
            position = start.end()
            continue
        yield _sign(text, figure)
        position = figure.end


def _sign(text: str, figure: Figure) -> Figure:
    """The figure with the sign that stands before it; the minus is part of it."""
    sign = text[figure.start - 1 : figure.start]
    if sign not in {"+", "-"} or figure.dimension not in {"ratio", "points"} or text[figure.start - 2 : figure.start - 1] in set("0123456789%‰万亿元点"):
        return figure
    if sign == "-":
        return replace(figure, start=figure.start - 1, value=-figure.value, signed=True)
    return replace(figure, signed=True)


def _figure(text: str, match: regex.Match[str]) -> Figure | None:
    start, end = match.span()
    if match["fraction"]:
        return _fraction(match)
    if match["slash"]:
        return Figure(start, end, round(100 * int(match["above2"]) / int(match["below2"]), 2), "%", kind="fraction")
    if match["double"]:
        if match["times"]:
            times = int(_decimal(match["times"]) or 1)
        else:
            times = 1
        return Figure(start, end, 100.0 * (2**times - 1), "%", kind="multiple", chinese=True)
    if match["ordinal"]:
        nth = _decimal(match["nth"]) if match["nth"] else Decimal(1)
        return Figure(start, end, float(nth), "位", kind="ordinal") if nth is not None else None
    if match["digits"]:
        return Figure(start, end, 10.0, "%", "at_least", "digits", chinese=True)
    return _quantity(text, match)


def _fraction(match: regex.Match[str]) -> Figure | None:
    start, end = match.span()
    bound = "exact"
    if match["percent"]:
        value = _decimal(match["percent"])
    elif match["permille"]:
        value = _decimal(match["permille"])
        value = value / 10 if value is not None else None
    elif match["below"]:
        below, above = _decimal(match["below"]), _decimal(match["above"])
        value = round(100 * above / below, 2) if above and below and above <= below else None
    else:
        tenths = _decimal(match["tenths"])
        half = {"半": Decimal(5)}.get(match["half"] or "", _decimal(match["half"]) if match["half"] else Decimal(0))
        value = tenths * 10 + half if tenths is not None and half is not None else None
        if match["tenths_more"]:
            bound = "at_least"
            if match["tenths_more"] == "以上":
                end -= 2
    return None if value is None else Figure(start, end, float(value), "%", bound, "fraction", chinese=True)


def _quantity(text: str, match: regex.Match[str]) -> Figure | None:
    number, scale, unit = match["number"], match["scale"] or "", match["unit"] or ""
    start, end = match.span()
    if not number:
        return None
    chinese = not number[0].isdigit()
    if chinese:
        # 千亿元, 一千二百家: the greedy number has swallowed the scale, or runs into a word (一一, 万千).
        if not (numeral := _NUMERAL.match(number)):
            return None
        number = numeral[0]
        if (number[-1] in "万亿" and len(number) <= 2) or number in {"百", "千"}:
            return _round_number(text, match, number)
        if numeral.end() != len(match["number"]):
            return None
    value = _decimal(number)
    if value is None:
        return None
    more = bool(match["more"] or match["more2"] or match["more3"])
    if match["more"] in {"几", "数"}:
        return None
    if not unit and not scale and not chinese and match["more"]:
        end = match.start("more") if match["more"] == "来" else end
    per = match["per"] or ""
    if not unit and match["ge"]:
        unit = "元" if scale else ""
    if chinese and not scale and value >= 10000 and value % 10000 == 0 and unit:
        value, scale = _rescale(value)
    written = scale + unit + (per if unit else "")
    if per and not unit:
        end -= len(per)
    kind = "quantity" if unit or (scale and scale not in {"百", "千", "十万"}) else "bare"
    return Figure(start, end, float(value), written, "at_least" if more else "exact", kind, chinese)


def _rescale(value: Decimal) -> tuple[Decimal, str]:
    for power, name in ((10**8, "亿"), (10**4, "万")):
        if value % power == 0:
            return value / power, name
    return value, ""


def _round_number(text: str, match: regex.Match[str], number: str) -> Figure | None:
    """千亿元, 万亿元, 百万辆: a scale that is the number itself."""
    unit = match["unit"] or ""
    heads = {"百": (100, ""), "千": (1000, ""), "万": (1, "万"), "亿": (1, "亿"), "千亿": (1000, "亿"), "百亿": (100, "亿"), "十亿": (10, "亿"), "万亿": (1, "万亿"), "千万": (1000, "万"), "百万": (100, "万"), "十万": (10, "万")}  # fmt: skip
    known = heads.get(number)
    value = _decimal(number)
    if not unit and number not in {"千亿", "百亿", "万亿"} and value is not None and number[0] not in "一二三四五六七八九两":
        return None
    if number in {"百", "千", "万", "亿", "十"} and match["scale"] is None and unit in {"名", "人", "家", "户", "个", "强"}:
        return Figure(match.start(), match.end(), float(value or 0), unit, "exact", "round", True)
    if known is None:
        if value is None:
            return None
        value, scale = _rescale(value)
        return Figure(match.start(), match.end(), float(value), scale + unit, "at_least" if match["more2"] else "exact", "quantity", True)
    return Figure(match.start(), match.end(), float(known[0]), known[1] + unit, "at_least" if match["more2"] else "exact", "round", True)


def _share_units(text: str, figures: list[Figure]) -> list[Figure]:
    """Ranges and lists whose unit stands once, at the end: 4.5—5%, 15至20个, 8、9和10%."""
    result = list(figures)
    for i in range(len(result) - 2, -1, -1):
        one, other = result[i], result[i + 1]
        between = text[one.end : other.start]
        if one.kind not in {"quantity", "bare"} or other.kind != "quantity" or one.bound != "exact":
            continue
        if between in {"-", "—", "——", "至", "到", "~"}:
            if one.kind == "bare" or one.unit in units().scales:
                one = replace(one, unit=_range_unit(one, other), kind="quantity")
            if one.dimension == other.dimension and one.value < other.value * 10**9:
                result[i] = replace(one, bound="at_least", range_part=1)
                result[i + 1] = replace(other, bound="at_most", range_part=2)
    return result


def _range_unit(one: Figure, other: Figure) -> str:
    scale = next((s for s in units().scales if other.unit.startswith(s)), "")
    if one.unit:  # 2万至3万户
        return one.unit + other.unit.removeprefix(scale)
    return other.unit


def _bound(text: str, figures: list[Figure]) -> list[Figure]:
    """The figures with the bounds that the words right before and after them give, and where those words end."""
    result = []
    for figure in figures:
        start, end, bound = figure.start, figure.end, figure.bound
        if figure.range_part == 0:
            if after := _AFTER.match(text, end):
                end = after.end()
                bound = _AFTER_BOUND[after[0]]
            elif step := _STEP.match(text, end):
                end = step.end()
        if figure.range_part != 2 and (before := _BEFORE.search(text, max(0, start - 6), start)) and before.end() == start:
            start = before.start()
            word = _BEFORE_WORDS[before["word"]]
            if bound == "exact":
                bound = word
            elif bound == "about" and word == "at_most" and before[0].startswith("控制"):
                bound = "about"
        if figure.signed and text[start - 1 : start] == "+":
            start -= 1
        result.append(replace(figure, bound=bound, bound_start=start, bound_end=end))
    return result


@dataclass(frozen=True)
class Quantity:
    """A number with its unit in a text: `text` is `source[start:end]`; `base_value` is in `base_unit`."""

    text: str
    start: int
    end: int
    value: float
    unit: str
    bound: str
    base_value: float
    base_unit: str


def find_quantities(text: str) -> list[Quantity]:
    """Every number that stands with a unit in `text`, in its order, whatever it is about.

    Dates, ordinals and bare numbers are left out. Values are in the unit as written, base values in the base unit (ISO
    4217 for money). `bound` is exact, at_least, at_most or about.

    >>> [(q.text, q.value, q.unit, q.base_value, q.base_unit) for q in find_quantities("实现收入 1170 亿元")]
    [('1170 亿元', 1170.0, '亿元', 117000000000.0, 'CNY')]
    """
    quantities = []
    for passage in split_passages(text):
        for figure in find_figures(passage.text):
            if figure.kind in {"bare", "ordinal"} or not figure.unit:
                continue
            start, end = passage.span(figure.start, figure.end)
            base_value, base_unit = units().convert(figure.value, figure.unit)
            quantities.append(Quantity(text[start:end], start, end, figure.value, figure.unit, figure.bound, base_value, base_unit))
    return quantities

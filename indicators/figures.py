"""Step 1: the figures of a passage: each number with its unit, its bound and where it stands.

A cheap scan finds every number; what is a date, a name or an ordinal is told apart later, by `exclusions`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from indicators.bounds import bound_after, bound_before
from indicators.lexicon import either, tree
from indicators.numerals import parse_numeral
from indicators.passages import split_passages
from indicators.units import dimension, units

_CHINESE = "〇零一二三四五六七八九十百千万亿两"
_RUN = re.compile(rf"\d+|[{_CHINESE}]{{25,}}")  # no number at its beginning, none in it
_NUMERAL = re.compile(rf"[{_CHINESE}]+(?:点[〇零一二三四五六七八九]+)?")
_RANGE = {"-", "—", "——", "至", "到", "~"}
_LIST = {"、", "和", "与", "及"}
# Scales that are the number themselves: 千亿元, 百万辆, 上百家.
_ROUND = {
    "百": (100, ""), "千": (1000, ""), "万": (1, "万"), "十万": (10, "万"), "百万": (100, "万"), "千万": (1000, "万"),
    "亿": (1, "亿"), "十亿": (10, "亿"), "百亿": (100, "亿"), "千亿": (1000, "亿"), "万亿": (1, "万亿"),
}  # fmt: skip
_OF_AREA = re.compile("全[国省市区县州]的$")
_SIGNED = {"ratio", "points"}
_SIGNS = {"+", "-"}
_NO_SIGN_AFTER = set("0123456789%‰亿万元点")
_MEASURING_SCALES = {"万", "亿", "万亿", "千亿", "百亿", "千万", "百万"}


class Figure(NamedTuple):  # a tuple is made in a third of a frozen dataclass's time, and a text has thousands
    """A number in a passage: `text[start:end]` with its unit, in the passage's own offsets.

    `kind` is quantity, fraction (三成, 八分之一), multiple (翻一番), digits (两位数), ordinal (第5位), round (千亿元)
    or bare (no unit). `bound_start` and `bound_end` take in the words that bound it.
    """

    start: int
    end: int
    value: float
    unit: str
    bound: str = "exact"
    kind: str = "quantity"
    chinese: bool = False  # written with Chinese numerals
    signed: bool = False  # written with its sign: +5.6%, -4.1%
    range_part: int = 0  # 1 and 2: the two ends of a range
    bound_start: int = -1
    bound_end: int = -1
    dimension: str = ""  # what the unit measures (money, ratio, count …), "" if there is none or it is unknown

    def counting(self, unit: str, kind: str = "") -> "Figure":
        """The same number of another unit, and of another kind if one is given."""
        return self._replace(unit=unit, dimension=dimension(unit), kind=kind or self.kind)


_SEVEN_OR_EIGHT = re.compile("[一二两三四五六七八][二两三四五六七八九]")  # 七八个窗口: nobody counted them
_POINTS = re.compile("个(?P<more>多)?点")
# Words that begin like a unit: 千亿台阶, 百亿门槛.
_NO_UNIT = either(
    (
        *("台阶", "门槛", "级别", "口岸", "组团", "股份", "头部", "团队", "部门", "期间", "类别", "份额", "片区"),
        *("家园", "面积"),
    )
)


@cache
def _start() -> re.Pattern[str]:
    """Where a figure can begin; `bare` where it is a Chinese numeral that nothing around it can make more of."""
    more = re.escape("".join({name[0] for name in (*units().by_name, *units().scales)})) + "余多来个点分成半位名/"
    return re.compile(
        rf"[\d{_CHINESE}第翻首榜头倍]"
        rf"(?:(?<=[{_CHINESE}])(?<!前.)(?P<bare>[{_CHINESE}]{{0,23}}+(?![{more}{_CHINESE}]))|(?<!倍)|(?<=倍)增)"
    )


@cache
def _pattern() -> re.Pattern[str]:
    # `re` matches at a place that is known twice as fast as `regex`
    scale, unit = tree(units().scales), rf"(?:个多?点(?![位子阵])|(?!{_NO_UNIT})(?:{tree(units().by_name)}))"
    arabic = r"(?<![\d.])\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,12})?(?!\.?\d)"  # longer ones measure nothing
    return re.compile(
        rf"""
        (?P<fraction>百分之(?P<percent>[{_CHINESE}]+(?:点[{_CHINESE}]+)?|{arabic})
            |千分之(?P<permille>[{_CHINESE}]+|{arabic})
            |(?P<below>[二三四五六七八九十百]+|\d+)分之(?P<above>[一二三四五六七八九十]+|\d+)
            |(?P<tenths>[一二三四五六七八九两]|\d(?:\.\d)?)成(?P<half>[一二三四五六七八九半])?(?P<tenths_more>多)?
             (?!立|效|果|为|本|交|员|功|长|套|都|熟|品|型|分|就|人))
      | (?P<halfway>(?<=[的近约])一半)
      | (?P<slash>(?<![\d./])(?P<above2>[1-3])/(?P<below2>[2-9]|10)(?![\d/年月.]))
      | (?P<double>翻了?(?P<nearly>近|约|将近|超)?(?P<times>[一两二三四]|\d)番|翻番|(?:(?<=实现)|(?<=[均数]))倍增)
      | (?P<ordinal>第(?P<nth>\d+|[一二三四五六七八九十百]+)(?:位|名)?|首位|榜首|头名)
      | (?P<within>(?<=前)(?:\d{{1,3}}|[一二三四五六七八九]?十?[一二三四五六七八九]?)(?:位|名)?
          (?=[，。；、！」”）]|以内|行列|$))
      | (?P<digits>两位数)
      | (?P<number>{arabic}|[{_CHINESE}]{{1,24}}(?:点[{_CHINESE}]{{1,12}})?)
        (?:(?P<own>(?!个多?[万亿](?![万元级]))(?:{unit}))
          |(?P<more>余|多|来)?(?P<ge>个(?=多?[万亿](?![万元级])))?(?P<more2>多)?
           (?P<scale>{scale})?(?P<more3>余|多|来)?(?P<unit>{unit})?)
        (?P<per>/(?:年|日|月|天|小时|人|户|亩|平方公里|平方米|公顷|台|万元|元|公里|立方米|吨|千瓦时))?(?P<more4>多(?=[，。；、]))?
        """,
        re.VERBOSE,
    )


def find_figures(text: str) -> list[Figure]:
    """The figures of a passage's clean text, in their order; a range gives two.

    >>> [(f.value, f.unit, f.bound) for f in find_figures("力争完成2.7万余户，增长4.5%—5%")]
    [(2.7, '万户', 'at_least'), (4.5, '%', 'at_least'), (5.0, '%', 'at_most')]
    """
    figures = list(_scan(text))
    shared = _share_units(text, figures)
    return [figure if figure.kind == "bare" else _bound(text, figure) for figure in shared]  # nobody asks of those


def _scan(text: str) -> Iterator[Figure]:
    match_at, next_start, position = _pattern().match, _start().search, 0
    while start := next_start(text, position):
        first = start.start()
        if start.lastgroup and (read := _chinese(start[0])) and start[0] not in _ROUND:
            position = start.end()
            yield Figure(first, position, read[0], "", "exact", "bare", True, False, 0, first, position)
            continue
        match = match_at(text, first)
        figure = _READERS.get(match.lastgroup, _quantity)(text, match) if match else None
        if figure is None:
            run = _RUN.match(text, first)
            position = run.end() if run else first + 1
        else:
            signed = text[first - 1 : first] in _SIGNS and figure.dimension in _SIGNED
            yield _sign(text, figure) if signed else figure
            position = figure.end


def _sign(text: str, figure: Figure) -> Figure:
    """The figure with the sign that stands before it; the minus is part of it."""
    sign, before = text[figure.start - 1], text[figure.start - 2 : figure.start - 1]
    if before in _NO_SIGN_AFTER:
        return figure
    if sign == "-":
        return figure._replace(start=figure.start - 1, value=-figure.value, signed=True)
    return figure._replace(signed=True)


def _decimal(text: str) -> Decimal | None:
    text = text.replace(",", "")
    return Decimal(text) if text[:1].isdigit() else parse_numeral(text)


def _percent(match: re.Match[str], value: float, kind: str, bound: str = "exact", *, chinese: bool = False) -> Figure:
    return Figure(*match.span(), value, "%", bound, kind, chinese, dimension="ratio")


def _place(match: re.Match[str], nth: Decimal, bound: str = "exact") -> Figure:
    return Figure(*match.span(), float(nth), "位", bound, "ordinal", dimension=dimension("位"))


def _slash(text: str, match: re.Match[str]) -> Figure:
    value = round(100 * int(match["above2"]) / int(match["below2"]), 2)
    return _percent(match, value, "fraction")


def _halfway(text: str, match: re.Match[str]) -> Figure | None:
    """占全市的一半; a half of anything that it is not said to be a share of is no figure."""
    clause = max(text.rfind(mark, 0, match.start()) for mark in "，。；")
    if text.find("占", clause + 1, match.start()) < 0 and not _OF_AREA.search(text, 0, match.start()):
        return None
    return _percent(match, 50.0, "fraction", chinese=True)


def _double(text: str, match: re.Match[str]) -> Figure:
    times = int(_decimal(match["times"] or "") or 1)
    bound = {"超": "at_least", "": "exact"}.get(match["nearly"] or "", "about")
    return _percent(match, 100.0 * (2**times - 1), "multiple", bound, chinese=True)


def _within(text: str, match: re.Match[str]) -> Figure | None:
    """前30位: a place among the first thirty."""
    said = match["within"].rstrip("位名")
    nth = _decimal(said) if said else None
    return _place(match, nth, "at_most") if nth else None


def _ordinal(text: str, match: re.Match[str]) -> Figure | None:
    nth = _decimal(match["nth"]) if match["nth"] else Decimal(1)
    return _place(match, nth) if nth is not None else None


def _digits(text: str, match: re.Match[str]) -> Figure:
    return _percent(match, 10.0, "digits", "at_least", chinese=True)


def _fraction(text: str, match: re.Match[str]) -> Figure | None:
    value: Decimal | None = None
    if match["percent"]:
        value = _decimal(match["percent"])
    elif match["permille"]:
        thousandths = _decimal(match["permille"])
        value = thousandths / 10 if thousandths is not None else None
    elif match["below"]:
        below, above = _decimal(match["below"]), _decimal(match["above"])
        value = round(100 * above / below, 2) if above and below and above <= below else None
    elif (tenths := _decimal(match["tenths"])) is not None:
        half = Decimal(5) if match["half"] == "半" else _decimal(match["half"] or "零")
        value = tenths * 10 + (half or 0)
    if value is None:
        return None
    bound = "at_least" if match["tenths_more"] else "exact"
    return _percent(match, float(value), "fraction", bound, chinese=True)


# The outermost group that matched, and what reads it; without one it is a quantity.
_READERS: dict[str | None, Callable[[str, re.Match[str]], Figure | None]] = {
    "fraction": _fraction, "halfway": _halfway, "slash": _slash, "double": _double, "ordinal": _ordinal,
    "within": _within, "digits": _digits,
}  # fmt: skip


@cache
def _quantity_groups() -> tuple[int, ...]:
    """The numbers of the groups of a quantity, by which a match gives them faster than by their names."""
    names = ("number", "own", "unit", "scale", "ge", "per", "more", "more2", "more3", "more4")
    return tuple(_pattern().groupindex[name] for name in names)


def _quantity(text: str, match: re.Match[str]) -> Figure | None:
    number, own, unit, scale, ge, per, *more = match.group(*_quantity_groups())
    unit, scale = own or unit or "", scale or ""
    start, end = match.span()
    chinese = not number[0].isdigit()
    if chinese:
        if number in _ROUND:
            return _round_number(text, match, number, unit)
        if (read := _chinese(number)) is None:
            return None
        value, rest, rescaled = read
        if not scale and (unit or rescaled == "亿"):
            value, scale = rest, rescaled
    else:
        value = float(number.replace(",", ""))
    if points := _POINTS.fullmatch(unit):
        unit, more = "个百分点", [*more, points["more"]]  # 跑赢全省6个多点
    if ge and not unit:
        unit = "元"  # 3170多个亿
    bound = "at_least" if any(more) else "exact"
    if not unit:
        end -= len(per or "")
        kind = "quantity" if scale in _MEASURING_SCALES else "bare"
        measured = dimension(scale) if scale else ""
        return Figure(start, end, value, scale, bound, kind, chinese, False, 0, start, end, measured)
    if len(number) == 3 and not chinese and text[start - 1 : start] == "，" and text[start - 2 : start - 1].isdigit():
        # 1，170亿元: it cannot be known where it begins
        return Figure(start, end, value, "", "exact", "bare", False, False, 0, start, end)
    unit = scale + unit + (per or "")
    return Figure(start, end, value, unit, bound, "quantity", chinese, False, 0, start, end, dimension(unit))


@lru_cache(maxsize=4096)
def _chinese(number: str) -> tuple[float, float, str] | None:
    """The value of a Chinese numeral, and the same in the greatest scale that divides it: 三千亿 is 3000 亿."""
    if not _NUMERAL.fullmatch(number) or _SEVEN_OR_EIGHT.fullmatch(number) or (value := parse_numeral(number)) is None:
        return None
    rest, scale = _rescale(value)
    return float(value), float(rest), scale


def _rescale(value: Decimal) -> tuple[Decimal, str]:
    """三千亿 as 3000 亿, 五十万 as 50 万; other numbers as they are."""
    for power, name in ((10**8, "亿"), (10**4, "万")):
        if value and value % power == 0:
            return value / power, name
    return value, ""


def _round_number(text: str, match: re.Match[str], number: str, unit: str) -> Figure | None:
    """千亿元, 百万辆, 百余家: a scale that is the number itself; 上百家 is at least a hundred."""
    start = match.start()
    if text[start - 1 : start] in set("0123456789.几数"):
        return None
    if not unit and number not in {"百亿", "千亿", "万亿"}:
        return None
    value, scale = _ROUND[number]
    more = match["more"] or match["more3"] or (number in {"百", "千", "万"} and text[start - 1 : start] == "上")
    unit = scale + unit
    bound = "at_least" if more else "exact"
    return Figure(start, match.end(), float(value), unit, bound, "round", chinese=True, dimension=dimension(unit))


def _share_units(text: str, figures: list[Figure]) -> list[Figure]:
    """Ranges and lists whose unit stands once, at the end: 4.5—5%, 2万至3万户, 8、9和10%."""
    result = list(figures)
    for i in range(len(result) - 2, -1, -1):
        one, other = result[i], result[i + 1]
        if other.start - one.end > 2:
            continue
        between = text[one.end : other.start]
        open_ended = one.kind == "bare" or one.unit in units().scales
        if one.unit == "个" and other.unit == "个百分点" and between in _LIST:
            result[i] = one.counting(other.unit)  # 0.9个和0.7个百分点
            continue
        if other.kind != "quantity" or one.bound != "exact" or one.kind not in {"bare", "quantity"}:
            continue
        if between in _RANGE:
            one = one.counting(_completed(one, other), "quantity") if open_ended else one
            if one.dimension == other.dimension:
                result[i] = one._replace(bound="at_least", range_part=1)
                result[i + 1] = other._replace(bound="at_most", range_part=2)
        elif (
            between in _LIST
            and open_ended
            and not one.chinese
            and text[one.start - 1 : one.start] not in {"第", "表", "图"}
        ):
            result[i] = one.counting(_completed(one, other), "quantity")
    return result


def _completed(one: Figure, other: Figure) -> str:
    """The unit of a number that leaves it to the next: 2万至3万户 is 2 万户."""
    if not one.unit:
        return other.unit
    scale = next((s for s in units().scales if other.unit.startswith(s)), "")
    return one.unit + other.unit.removeprefix(scale)


def _bound(text: str, figure: Figure) -> Figure:
    """The figure with the bound that the words around it give, and where those words end."""
    start, end, bound = figure.start, figure.end, figure.bound
    if figure.range_part == 0:
        end, said = bound_after(text, end)
        bound = said or bound
    if figure.range_part != 2:
        start, said = bound_before(text, start)
        bound = said if said and bound == "exact" else bound
    if figure.signed and text[start - 1 : start] == "+":
        start -= 1
    if start == figure.bound_start and end == figure.bound_end and bound == figure.bound:
        return figure
    return figure._replace(bound=bound, bound_start=start, bound_end=end)


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
            base = units().convert(figure.value, figure.unit)
            quantities.append(Quantity(text[start:end], start, end, figure.value, figure.unit, figure.bound, *base))
    return quantities

"""Step 1: the figures of a passage: each number with its unit, its bound and where it stands.

A cheap scan finds every number; what is a date, a name or an ordinal is told apart later, by `exclusions`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

import regex

from indicators.bounds import bound_after, bound_before
from indicators.numerals import parse_numeral
from indicators.passages import split_passages
from indicators.units import dimension, units

_CHINESE = "〇零一二三四五六七八九十百千万亿两"
_START = regex.compile(rf"\d|[{_CHINESE}第翻首榜头]|倍增")
_RUN = regex.compile(rf"\d+|[{_CHINESE}]{{25,}}")  # no number at its beginning, none in it
_NUMERAL = regex.compile(rf"[{_CHINESE}]+(?:点[〇零一二三四五六七八九]+)?")
_RANGE = {"-", "—", "——", "至", "到", "~"}
_LIST = {"、", "和", "与", "及"}
_PARTED = regex.compile(r"\d，$")
# Scales that are the number themselves: 千亿元, 百万辆, 上百家.
_ROUND = {
    "百": (100, ""), "千": (1000, ""), "万": (1, "万"), "十万": (10, "万"), "百万": (100, "万"), "千万": (1000, "万"),
    "亿": (1, "亿"), "十亿": (10, "亿"), "百亿": (100, "亿"), "千亿": (1000, "亿"), "万亿": (1, "万亿"),
}  # fmt: skip
_SIGNED = {"ratio", "points"}
_NO_SIGN_AFTER = set("0123456789%‰亿万元点")


@dataclass(frozen=True)
class Figure:
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

    @property
    def dimension(self) -> str:
        """What the unit measures (money, ratio, count …), "" if there is none or it is unknown."""
        return dimension(self.unit) if self.unit else ""


@cache
def _pattern() -> regex.Pattern[str]:
    scale = "|".join(sorted(units().scales, key=len, reverse=True))
    unit = "|".join(regex.escape(name) for name in sorted(units().by_name, key=len, reverse=True))
    arabic = r"(?<![\d.])\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,12})?(?!\.?\d)"  # longer ones measure nothing
    return regex.compile(
        rf"""
        (?P<fraction>百分之(?P<percent>[{_CHINESE}]+(?:点[{_CHINESE}]+)?|{arabic})
            |千分之(?P<permille>[{_CHINESE}]+|{arabic})
            |(?P<below>[二三四五六七八九十百]+|\d+)分之(?P<above>[一二三四五六七八九十]+|\d+)
            |(?P<tenths>[一二三四五六七八九两]|\d(?:\.\d)?)成(?P<half>[一二三四五六七八九半])?(?P<tenths_more>多)?
             (?!立|效|果|为|本|交|员|功|长|套|都|熟|品|型|分|就|人))
      | (?P<slash>(?<![\d./])(?P<above2>[1-3])/(?P<below2>[2-9]|10)(?![\d/年月.]))
      | (?P<double>翻了?(?P<nearly>近|约|将近|超)?(?P<times>[一两二三四]|\d)番|翻番|(?<=实现|均|数)倍增)
      | (?P<ordinal>第(?P<nth>\d+|[一二三四五六七八九十百]+)(?:位|名)?|首位|榜首|头名)
      | (?P<digits>两位数)
      | (?P<number>{arabic}|[{_CHINESE}]{{1,24}}(?:点[{_CHINESE}]{{1,12}})?)
        (?:(?P<own>(?!个多?[万亿](?![万元级]))(?:{unit}))
          |(?P<more>余|多|来)?(?P<ge>个(?=多?[万亿](?![万元级])))?(?P<more2>多)?
           (?P<scale>{scale})?(?P<more3>余|多|来)?(?P<unit>{unit})?)
        (?P<per>/(?:年|日|月|天|人|户|亩|平方公里|平方米|公顷|台|万元|元|公里|立方米|吨|千瓦时))?(?P<more4>多(?=[，。；、]))?
        """,
        regex.VERBOSE,
    )


def find_figures(text: str) -> list[Figure]:
    """The figures of a passage's clean text, in their order; a range gives two.

    >>> [(f.value, f.unit, f.bound) for f in find_figures("力争完成2.7万余户，增长4.5%—5%")]
    [(2.7, '万户', 'at_least'), (4.5, '%', 'at_least'), (5.0, '%', 'at_most')]
    """
    figures = list(_scan(text))
    return [_bound(text, figure) for figure in _share_units(text, figures)]


def _scan(text: str) -> Iterator[Figure]:
    pattern = _pattern()
    position = 0
    while start := _START.search(text, position):
        match = pattern.match(text, start.start())
        figure = _figure(text, match) if match else None
        if figure is None:
            run = _RUN.match(text, start.start())
            position = run.end() if run else start.end()
        else:
            yield _sign(text, figure)
            position = figure.end


def _sign(text: str, figure: Figure) -> Figure:
    """The figure with the sign that stands before it; the minus is part of it."""
    sign, before = text[figure.start - 1 : figure.start], text[figure.start - 2 : figure.start - 1]
    if sign not in {"+", "-"} or figure.dimension not in _SIGNED or before in _NO_SIGN_AFTER:
        return figure
    if sign == "-":
        return replace(figure, start=figure.start - 1, value=-figure.value, signed=True)
    return replace(figure, signed=True)


def _decimal(text: str) -> Decimal | None:
    text = text.replace(",", "")
    return Decimal(text) if text[:1].isdigit() else parse_numeral(text)


def _figure(text: str, match: regex.Match[str]) -> Figure | None:
    start, end = match.span()
    if match["fraction"]:
        return _fraction(match)
    if match["slash"]:
        return Figure(start, end, round(100 * int(match["above2"]) / int(match["below2"]), 2), "%", kind="fraction")
    if match["double"]:
        times = int(_decimal(match["times"] or "") or 1)
        bound = {"超": "at_least", "": "exact"}.get(match["nearly"] or "", "about")
        return Figure(start, end, 100.0 * (2**times - 1), "%", bound, "multiple", chinese=True)
    if match["ordinal"]:
        nth = _decimal(match["nth"]) if match["nth"] else Decimal(1)
        return Figure(start, end, float(nth), "位", kind="ordinal") if nth is not None else None
    if match["digits"]:
        return Figure(start, end, 10.0, "%", "at_least", "digits", chinese=True)
    return _quantity(text, match)


def _fraction(match: regex.Match[str]) -> Figure | None:
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
    start, end = match.span()
    return Figure(start, end, float(value), "%", bound, "fraction", chinese=True)


def _quantity(text: str, match: regex.Match[str]) -> Figure | None:
    number, scale, unit = match["number"], match["scale"] or "", match["own"] or match["unit"] or ""
    start, end = match.span()
    chinese = not number[0].isdigit()
    if chinese and number in _ROUND:
        return _round_number(text, match, number, unit)
    if chinese and ((numeral := _NUMERAL.fullmatch(number)) is None or numeral[0] != number):
        return None
    value = _decimal(number)
    if value is None:
        return None
    bound = "at_least" if any(match[name] for name in ("more", "more2", "more3", "more4")) else "exact"
    per = match["per"] or ""
    if match["ge"] and not unit:
        unit = "元"  # 3170多个亿
    if chinese and not scale and unit:
        value, scale = _rescale(value)
    if not unit:
        end -= len(per)
        per = ""
    elif not chinese and _PARTED.search(text[max(0, start - 2) : start]) and len(number) == 3:
        return replace(
            Figure(start, end, float(value), "", kind="bare")
        )  # 1，170亿元: it cannot be known where it begins
    kind = "quantity" if unit or scale in {"万", "亿", "万亿", "千亿", "百亿", "千万", "百万"} else "bare"
    return Figure(start, end, float(value), scale + unit + per, bound, kind, chinese)


def _rescale(value: Decimal) -> tuple[Decimal, str]:
    """三千亿 as 3000 亿, 五十万 as 50 万; other numbers as they are."""
    for power, name in ((10**8, "亿"), (10**4, "万")):
        if value and value % power == 0:
            return value / power, name
    return value, ""


def _round_number(text: str, match: regex.Match[str], number: str, unit: str) -> Figure | None:
    """千亿元, 百万辆, 百余家: a scale that is the number itself; 上百家 is at least a hundred."""
    start = match.start()
    if text[start - 1 : start] in set("0123456789.几数"):
        return None
    if not unit and number not in {"百亿", "千亿", "万亿"}:
        return None
    value, scale = _ROUND[number]
    more = match["more"] or match["more3"] or (number in {"百", "千", "万"} and text[start - 1 : start] == "上")
    return Figure(
        start, match.end(), float(value), scale + unit, "at_least" if more else "exact", "round", chinese=True
    )


def _share_units(text: str, figures: list[Figure]) -> list[Figure]:
    """Ranges and lists whose unit stands once, at the end: 4.5—5%, 2万至3万户, 8、9和10%."""
    result = list(figures)
    for i in range(len(result) - 2, -1, -1):
        one, other = result[i], result[i + 1]
        between = text[one.end : other.start]
        open_ended = one.kind == "bare" or one.unit in units().scales
        if other.kind != "quantity" or one.bound != "exact" or one.kind not in {"bare", "quantity"}:
            continue
        if between in _RANGE:
            one = replace(one, unit=_completed(one, other), kind="quantity") if open_ended else one
            if one.dimension == other.dimension:
                result[i] = replace(one, bound="at_least", range_part=1)
                result[i + 1] = replace(other, bound="at_most", range_part=2)
        elif (
            between in _LIST
            and open_ended
            and not one.chinese
            and text[one.start - 1 : one.start] not in {"第", "表", "图"}
        ):
            result[i] = replace(one, unit=_completed(one, other), kind="quantity")
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
    return replace(figure, bound=bound, bound_start=start, bound_end=end)


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

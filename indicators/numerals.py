"""Chinese numerals to numbers: 一千二百 → 1200, 十五点三 → 15.3, 两万三 → 23000.

Integers and decimals are built exactly (no floating sums): a scaled float such as 16.4 × 10⁸ would print as
1639999999.
"""

from decimal import Decimal
from functools import lru_cache

DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2, "俩": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
_MOST = 10**20  # 亿亿亿 counts nothing, and would outgrow what Decimal divides exactly
CHARACTERS = "".join(DIGITS) + "".join(TENS) + "".join(MYRIADS)


def _whole(text: str) -> int | None:
    """The integer that `text` writes, None when it is no well-formed numeral."""
    if all(c in DIGITS for c in text):  # read digit by digit: 二〇二〇, 五
        return int("".join(str(DIGITS[c]) for c in text))
    total = section = 0
    digit: int | None = None
    last = 1  # the worth of the last power, for 两万三 (= 23000)
    for character in text:
        if character in DIGITS:
            if digit:
                return None
            digit = DIGITS[character]
            if character in "零〇":
                last = 10
        elif character in TENS:
            section += (1 if digit is None else digit) * TENS[character]
            digit, last = None, TENS[character]
        else:
            power = MYRIADS[character]
            section += digit or 0
            if not section and not total:
                section = 1  # 万, 亿 alone
            if power > 10**4 and total:
                total = (total + section) * power
            else:
                total += section * power
            if total > _MOST:
                return None
            section, digit, last = 0, None, power
    if digit is not None:
        section += digit * (last // 10) if last > 10 else digit
    return total + section


@lru_cache(maxsize=4096)
def parse_numeral(text: str) -> Decimal | None:
    """The number that Chinese digits write, exactly; None when they write none.

    >>> parse_numeral("一千二百"), parse_numeral("十五点三"), parse_numeral("两万三"), parse_numeral("点")
    (Decimal('1200'), Decimal('15.3'), Decimal('23000'), None)
    """
    whole, point, fraction = text.partition("点")
    if not whole or any(c not in CHARACTERS for c in whole):
        return None
    number = _whole(whole)
    if number is None:
        return None
    if not point:
        return Decimal(number)
    if not fraction or any(c not in DIGITS for c in fraction):
        return None
    return Decimal(f"{number}.{''.join(str(DIGITS[c]) for c in fraction)}")

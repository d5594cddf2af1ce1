"""Which base units are rates, and whether a level can be one of an indicator at all.

税收增长到上年的3.4倍 and 支出的83%用于民生 are stated as levels of an amount and are none of it: they say how it
stands to another.
"""

RATES = frozenset({"%", "pp", "ratio", "doubling"})  # of these a quotient says nothing, nor does a sum
MULTIPLES = frozenset({"ratio", "doubling"})


def fits(unit_base: str, unit: str) -> bool:
    """Whether a level in a base unit is one of an indicator whose catalogue entry has `unit`; of one that has none, or
    that the catalogue does not know, only multiples are not.

    >>> fits("CNY", "CNY"), fits("USD", "CNY"), fits("ratio", "CNY"), fits("%", "count"), fits("%", "%")
    (True, True, False, False, True)
    >>> fits("%", ""), fits("ratio", ""), fits("ratio", "%"), fits("%", "ratio")
    (True, False, False, True)
    """
    if not unit:
        return unit_base not in MULTIPLES
    if unit in RATES:
        return unit_base in {unit, "%"} if unit in MULTIPLES else unit_base == unit
    return unit_base not in RATES

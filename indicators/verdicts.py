"""What became of a target, given its actual.

=============  ==============================================================================
``met``        reached
``met_early``  an amount, reached by an actual that ends before the target's period does
``not_met``    not reached
``under_way``  the actual ends before the target's period does
``lapsed``     so it does, and the target's period is over by now: of all of it nothing is known
``undecided``  a bound leaves it open: 超1000 against a target of 1100
``none``       no actual is known
=============  ==============================================================================
"""

from collections.abc import Mapping
from typing import Any

from indicators.series import interval

VERDICTS = ("met", "met_early", "not_met", "under_way", "lapsed", "undecided", "none")
Row = Mapping[Any, Any]


def less_is_better(measure: str, bound: str, wanted: float) -> bool:
    """Whether a target is reached from above: 失业率控制在2.5%以内, 能耗下降3%, 进入前100位."""
    return measure == "rank" or bool((bound == "at_most") != (wanted < 0))


def verdict(target: Row, actual: Row, day: str, is_amount: bool) -> str:
    """One of `VERDICTS`, of series rows; `day` is the last one that anything was published on (ISO 8601), `is_amount`
    whether the target is for an amount or a count. Not "none", which it is where there is no actual."""
    wanted = target["value_base"]
    low, high = interval(actual["value_base"], actual["bound"])
    less = less_is_better(target["measure"], target["bound"], wanted)
    if actual["period_end"] < target["period_end"]:
        if is_amount and not less and low >= wanted:
            return "met_early"
        return "lapsed" if day > f"{target['period_end']:%Y-%m-%d}" else "under_way"
    if less:
        low, high, wanted = -high, -low, -wanted
    if low >= wanted:
        return "met"
    return "not_met" if high < wanted else "undecided"

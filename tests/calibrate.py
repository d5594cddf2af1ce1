"""How often rows are right, by the confidence that they were given and by the reasons against them.

A row is right where all that the columns from `park` to `period_end` say is right, the segment aside: what `strict`
asks for (tests/score.py), and bound, basis and target tier. Of the evaluated texts only the levels are counted: whoever
looked at more would begin to fit the reasons to them.

    python -m tests.calibrate                  the levels of both sets, and the reasons on the developed texts
"""

import io
import sys
from collections.abc import Callable, Iterable
from typing import NamedTuple

from indicators.confidence import LEVELS, reasons
from tests import score


class Judged(NamedTuple):
    """A row that was read: its level, the reasons against it, and whether it is right."""

    level: str
    reasons: frozenset[str]
    right: bool


class Share(NamedTuple):
    """How many rows there are, and how many of them are right."""

    rows: int
    right: int

    @property
    def of_them(self) -> float:
        return self.right / self.rows if self.rows else 1.0


def judge(name: str) -> list[Judged]:
    """The rows of a set, but for those of which the texts allow two readings."""
    pairs = score.pair_rows(score.read_gold(name), score.read_rows(name))
    return [
        Judged(
            pair.row["confidence"],
            frozenset(filter(None, pair.row["reasons"].split("；"))),
            pair.right,
        )
        for pair in pairs
        if pair.row is not None and (pair.gold or {}).get("class") != "optional"
    ]


def share(rows: Iterable[Judged], wanted: Callable[[Judged], bool]) -> Share:
    """How many of the rows that are wanted are right."""
    right = [row.right for row in rows if wanted(row)]
    return Share(len(right), sum(right))


def by_level(rows: list[Judged]) -> dict[str, Share]:
    """The share of each level."""
    return {level: share(rows, lambda row, level=level: row.level == level) for level in LEVELS}


def _print_levels(name: str, rows: list[Judged]) -> None:
    for level, counts in by_level(rows).items():
        print(f"{name:<10}{level:<8}{counts.rows:>5} rows {counts.rows / len(rows):>6.1%}  right {counts.of_them:.4f}")
    given = share(rows, lambda row: row.level != "low")  # those that are not marked as doubtful
    print(f"{name:<10}not low {given.rows:>5} rows {given.rows / len(rows):>6.1%}  right {given.of_them:.4f}")


def _print_reasons(rows: list[Judged]) -> None:
    """Each reason: its rows, and those that have no other of any weight."""
    light = {reason.label for reason in reasons().values() if not reason.weight}
    print(f"\n{'rows':>6} {'right':>7} {'alone':>6} {'right':>7} {'weight':>7}  reason")
    for reason in reasons().values():
        label = reason.label
        having = share(rows, lambda row, label=label: label in row.reasons)
        alone = share(rows, lambda row, label=label: label in row.reasons and row.reasons <= light | {label})
        print(
            f"{having.rows:>6} {having.of_them:>7.4f} {alone.rows:>6} {alone.of_them:>7.4f} {reason.weight:>7}  {label}"
        )


def main() -> int:
    """Print the calibration."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    developed = judge("developed")
    _print_levels("developed", developed)
    _print_levels("evaluated", judge("evaluated"))
    _print_reasons(developed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Scores of the table against the gold tables, three times over, each stricter than the one before.

found    the figure was read where it stands, with the right value in the right unit
strict   and park, indicator, measure, status and period are right
full     and bound, basis (of a growth), target tier and segment are right

sure counts only the rows whose confidence is high, and of them those that are right in all but the segment; it has its
floor with the others, and `python -m tests.calibrate` shows the rest of it.

A row belongs to the gold row of its document whose figure it overlaps; gold rows of class `optional`, and the rows that
belong to them, count neither way. Errors are shown of the developed texts and the seeds only: who looks at those of the
evaluated texts begins to fit rules to them.

    python -m tests.score                      the scores of all sets
    python -m tests.score developed --errors 20
    python -m tests.score --check              exit status 1 where a score is below its floor in gold/floors.toml
    python -m tests.score --record             make the scores of today the floors
"""

import argparse
import csv
import io
import math
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import regex

from indicators.archive import read_archive
from indicators.gazetteer import canonical
from indicators.table import to_csv
from indicators.units import units

GOLD = Path(__file__).parent / "gold"
FLOORS = GOLD / "floors.toml"
# Where the texts of each set are; those of `evaluated` are never shown.
TEXTS = {
    "seeds": GOLD.parent.parent / "seeds",
    "developed": GOLD / "developed",
    "evaluated": GOLD / "evaluated",
}
GRADES = ("found", "strict", "full")

Row = Mapping[str, str]


@dataclass(frozen=True)
class Grade:
    """How many of the rows given are right, and how many of the gold rows were given."""

    right: int
    given: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 1.0


@dataclass(frozen=True)
class Pair:
    """A gold row beside the row that was read of the same figure; one of them is None where the other stands alone."""

    gold: Row | None
    row: Row | None

    @property
    def wrong(self) -> tuple[str, ...]:
        """The fields in which the two differ, in the order in which the grades ask for them."""
        if self.gold is None or self.row is None:
            return ("missing",) if self.row is None else ("extra",)
        return tuple(field for field, agree in FIELDS.items() if not agree(self.gold, self.row))

    @property
    def right(self) -> bool:
        """Whether the two agree in all but, perhaps, the segment."""
        return not set(self.wrong) - {"segment"}

    def reaches(self, grade: str) -> bool:
        """Whether the two agree in all that a grade asks for."""
        return self.gold is not None and self.row is not None and not _ASKED[grade] & set(self.wrong)


@dataclass(frozen=True)
class Score:
    found: Grade
    strict: Grade
    full: Grade
    sure: Grade
    errors: tuple[Pair, ...]


def same_value(gold: Row, row: Row) -> bool:
    """Whether the two numbers are the same amount of the same thing: 1.17万亿元 and 11700亿元."""
    value, unit = units().convert(float(gold["value"]), gold["unit"])
    return unit == row["unit_base"] and math.isclose(value, float(row["value_base"]), rel_tol=1e-4, abs_tol=1e-9)


def same_phrase(one: str, other: str) -> bool:
    """Whether one phrase holds the other and is at most twice as long, punctuation aside."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    return short in long and len(long) <= 2 * len(short)


def same_indicator(gold: Row, row: Row) -> bool:
    """Whether both name one thing, be it that one of them has in the phrase what the other has in the segment."""
    whole = [_plain(each["segment"] + each["indicator_text"]) for each in (gold, row)]
    return same_phrase(gold["indicator_text"], row["indicator_text"]) or whole[0] == whole[1]


def _plain(phrase: str) -> str:
    return regex.sub(r"[\W_的]+", "", phrase).replace("规模以上", "规上")


def _equal(field: str) -> Callable[[Row, Row], bool]:
    return lambda gold, row: gold[field] == row[field]


# The fields in the order in which the grades ask for them.
FIELDS: dict[str, Callable[[Row, Row], bool]] = {
    "value": same_value,
    "park": lambda gold, row: canonical(gold["park"]) == canonical(row["park"]),
    "indicator_text": same_indicator,
    "measure": _equal("measure"),
    "status": _equal("status"),
    "period_start": _equal("period_start"),
    "period_end": _equal("period_end"),
    "bound": _equal("bound"),
    "basis": lambda gold, row: gold["measure"] != "growth" or _equal("basis")(gold, row),
    "target_tier": _equal("target_tier"),
    "segment": lambda gold, row: same_phrase(gold["segment"], row["segment"]),
}
_STRICT = ("value", "park", "indicator_text", "measure", "status", "period_start", "period_end")
_ASKED = {"found": {"value"}, "strict": set(_STRICT), "full": set(FIELDS)}


def score(gold_rows: Sequence[Row], rows: Sequence[Row]) -> Score:
    """The scores of `rows` against `gold_rows`, both with the table's columns, as text."""
    pairs = [pair for pair in pair_rows(gold_rows, rows) if (pair.gold or {}).get("class") != "optional"]
    given = sum(pair.row is not None for pair in pairs)
    wanted = sum(pair.gold is not None for pair in pairs)
    found, strict, full = (Grade(sum(pair.reaches(grade) for pair in pairs), given, wanted) for grade in GRADES)
    high = [pair for pair in pairs if pair.row and pair.row.get("confidence") == "high"]
    sure = Grade(sum(pair.right for pair in high), len(high), len(high))
    return Score(found, strict, full, sure, tuple(pair for pair in pairs if pair.wrong))


def pair_rows(gold_rows: Sequence[Row], rows: Sequence[Row]) -> list[Pair]:
    """Each gold row with the row that agrees with it best; what is left over stands alone; in the order of the texts.

    A row left over that overlaps an optional gold row is left out: two readings of such a figure are allowed.
    """
    by_document: dict[str, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for row in gold_rows:
        by_document[row["document"]][0].append(row)
    for row in rows:
        by_document[row["document"]][1].append(row)
    pairs = []
    for golds, reads in by_document.values():
        pairs.extend(_pair_document(golds, reads))
    return pairs


def _pair_document(golds: list[Row], reads: list[Row]) -> list[Pair]:
    candidates = [Pair(gold, row) for gold, row in product(golds, reads) if _overlap(gold, row)]
    candidates.sort(key=lambda pair: (_badness(pair), (pair.gold or {})["class"] == "optional"))
    partner_of_gold: dict[int, Pair] = {}
    taken: set[int] = set()
    for pair in candidates:
        if id(pair.gold) not in partner_of_gold and id(pair.row) not in taken:
            partner_of_gold[id(pair.gold)] = pair
            taken.add(id(pair.row))
    optional = [gold for gold in golds if gold["class"] == "optional"]
    left = [row for row in reads if id(row) not in taken and not any(_overlap(gold, row) for gold in optional)]
    pairs = [partner_of_gold.get(id(gold), Pair(gold, None)) for gold in golds]
    pairs += [Pair(None, row) for row in left]
    return sorted(pairs, key=lambda pair: int((pair.gold or pair.row or {})["start"]))


def _overlap(one: Row, other: Row) -> bool:
    return int(one["start"]) < int(other["end"]) and int(other["start"]) < int(one["end"])


def _badness(pair: Pair) -> tuple[int, int]:
    """How many grades a pair misses, and in how many fields it differs."""
    return sum(not pair.reaches(grade) for grade in GRADES), len(pair.wrong)


def read_gold(name: str) -> list[dict[str, str]]:
    """The gold rows of a set."""
    with (GOLD / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_rows(name: str) -> list[dict[str, str]]:
    """What the reader makes of the texts of a set, as its CSV has it."""
    return list(csv.DictReader(io.StringIO(to_csv(read_archive([TEXTS[name]]).observations))))


def score_set(name: str) -> Score:
    """The scores of today on a set."""
    return score(read_gold(name), read_rows(name))


def figures(result: Score) -> dict[str, float]:
    """What the floors hold: precision and F1 of each grade, cut (never raised) to four decimals.

    The precision of the sure is cut to two: few rows of those texts move the others.
    """
    grades = {grade: getattr(result, grade) for grade in GRADES}
    held = {
        f"{grade}_{figure}": math.floor(getattr(counts, figure) * 10_000) / 10_000
        for grade, counts in grades.items()
        for figure in ("precision", "f1")
    }
    return held | {"sure_precision": math.floor(result.sure.precision * 100) / 100}


def read_floors() -> dict[str, dict[str, float]]:
    """The recorded floors of each set."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def below_floor(name: str, result: Score) -> list[str]:
    """The figures of a set that are lower than what was recorded."""
    today = figures(result)
    return [
        f"{name}: {figure} is {today[figure]:.4f}, below its floor of {floor:.4f}"
        for figure, floor in read_floors()[name].items()
        if today[figure] < floor
    ]


def _record(results: Mapping[str, Score]) -> None:
    lines = ["# The lowest scores that are let pass (tests/score.py); `python -m tests.score --record` writes them."]
    for name, result in results.items():
        lines += ["", f"[{name}]", *(f"{figure} = {value:.4f}" for figure, value in figures(result).items())]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _print_scores(name: str, result: Score) -> None:
    for grade in GRADES:
        counts: Grade = getattr(result, grade)
        print(
            f"{name:<10}{grade:<8}precision {counts.precision:.4f}  recall {counts.recall:.4f}  F1 {counts.f1:.4f}"
            f"  ({counts.right} right of {counts.given} read, {counts.wanted} wanted)"
        )


def _print_fields(result: Score) -> None:
    """How often each field is what is wrong: families of mistakes, without a look at the texts."""
    counts = Counter(field for pair in result.errors for field in pair.wrong)
    print(f"{'':<10}wrong   {', '.join(f'{field} {number}' for field, number in counts.most_common())}")


def _print_errors(errors: Iterable[Pair]) -> None:
    shown = ("park", "segment", "indicator_text", "measure", "basis", "value", "unit", "bound", "status", "target_tier")
    for pair in errors:
        here = pair.gold or pair.row or {}
        print(f"\n{here['document']} {here['start']}-{here['end']}: {' '.join(pair.wrong)}")
        for label, row in (("wanted", pair.gold), ("read", pair.row)):
            if row is not None:
                cells = [row[column] for column in shown] + [f"{row['period_start']}..{row['period_end']}"]
                print(f"  {label:<7}{' | '.join(cells)}")
        if pair.row is not None:
            print(f"  {pair.row['rule']}: {' '.join(pair.row['sentence'].split())}")


def main(arguments: list[str] | None = None) -> int:
    """Print, check or record the scores; the exit status is 1 where one is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m tests.score", description="Score the table against gold tables.")
    parser.add_argument("set", nargs="*", metavar="SET", help=f"of {', '.join(TEXTS)}; all of them if none is given")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N errors of a set (not of evaluated)")
    parser.add_argument("--check", action="store_true", help="fail where a score is below its floor")
    parser.add_argument("--record", action="store_true", help="write the floors anew")
    args = parser.parse_args(arguments)
    if unknown := set(args.set) - set(TEXTS):
        parser.error(f"no set of the name {', '.join(sorted(unknown))}")
    if args.record and args.set:
        parser.error("floors are recorded of all sets together")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    results = {name: score_set(name) for name in args.set or TEXTS}
    for name, result in results.items():
        _print_scores(name, result)
        _print_fields(result)
        if name != "evaluated":
            _print_errors(result.errors[: args.errors])
    if args.record:
        _record(results)
    fallen = [line for name, result in results.items() for line in below_floor(name, result)] if args.check else []
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    raise SystemExit(main())

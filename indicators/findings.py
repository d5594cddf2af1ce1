"""Statements that do not go together: what a reader of both would ask about. Each finding names two of them or three.

A finding is a question, not a verdict: growth at comparable prices, another scope, a merger can all be the answer. It
may be a mistake of a text or of our reading; the sentences tell.

=================  ======================================================================================
``growth``         a stated growth against the growth of the two stated levels
``whole``          a part that is larger than its whole
``parts``          parts that do not overlap (`indicators.partitions`) against their whole: a sum that is larger, or,
                   where there are no other parts, smaller
``jump``           levels of neighbouring years, or rivals, apart by about 10, 100, 1,000 or 10,000 times
``attainment``     a stated attainment against its target and its actual
=================  ======================================================================================

A phrase that the catalogue does not know may stand for different things in different texts. It counts where it is not
short and one document says all that is compared, but for the level of the year before, which may be in another.
"""

from collections.abc import Iterator
from math import log10
from typing import Any

import pandas as pd

from indicators.known import Known, Row, place_of, year_before
from indicators.partitions import sums
from indicators.spans import span_label
from indicators.table import records

COLUMNS = ("kind", "park", "segment", "name", "period_start", "period_end", "stated", "expected", "what", "rows")
KINDS = ("growth", "whole", "parts", "jump", "attainment")
_HARM = ("jump", "whole", "parts", "attainment", "growth")
LEAST_PHRASE = 4  # characters: 投资, 企业 and the like mean too many things
COMPARABLE = 1.0  # points by which prices alone may part a stated growth from that of the levels
_NEAR = 0.08  # of the logarithm: 8.3 to 12 times is "about ten times"
_TIMES = {1: "10 倍，像是多写或漏写一位", 2: "100 倍", 3: "1000 倍", 4: "一万倍，像是把万与亿弄混了"}


def find_contradictions(series: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    """What does not go together in a series and the observations that it is made of; columns `COLUMNS`.

    `stated` and `expected` are in base units; `what` says it in Chinese; `rows` are labels of `observations`, whose
    sentences are the two sides (three for an attainment).
    """
    named = (series["indicator"] != "") | (series["name"].str.len() >= LEAST_PHRASE)
    rows = records(series[series["period_end"].notna() & (series["edge"] == "") & named])
    known = Known(rows)
    found = [*_growth(known), *_whole(known), *_parts(known), *_jumps(known), *_rival_jumps(rows, observations)]
    found += _attainment(known)
    table = pd.DataFrame(found, columns=list(COLUMNS))
    return table.sort_values(["park", "name", "period_end", "kind"], kind="stable", ignore_index=True)


def by_harm(findings: pd.DataFrame) -> pd.DataFrame:
    """The findings, first what is most likely wrong (a slip of powers of ten, a part larger than its whole), last what
    other prices may explain; of a kind the latest first."""
    kinds = findings["kind"].map(_HARM.index)
    return findings.assign(kinds=kinds).sort_values(
        ["kinds", "period_end"], ascending=[True, False], kind="stable", ignore_index=True
    )[list(COLUMNS)]


def still_open(findings: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    """The findings that nobody has answered: a decision (`review`) on the first row of a finding is its answer."""
    if findings.empty or "review" not in observations:
        return findings
    review = observations["review"]
    answered = [review.at[rows[0]] != "" for rows in findings["rows"]]
    return findings[[not one for one in answered]].reset_index(drop=True)


def _growth(known: Known) -> Iterator[dict[str, Any]]:
    for row in known.rows:
        if (row["measure"], row["basis"], row["status"]) != ("growth", "yoy", "actual") or row["bound"] != "exact":
            continue
        for base in known.levels_before(row):
            level = known.level(row, row["period_start"], row["period_end"], base["unit_base"])
            if level is None or {level["bound"], base["bound"]} != {"exact"} or not _one_thing(row, level):
                continue
            if not row["indicator"] and _classifier(level["unit"]) != _classifier(base["unit"]):
                continue
            reckoned = 100 * (level["value_base"] / base["value_base"] - 1)
            rounding = (100 + abs(reckoned)) * (_grain(level) + _grain(base)) + _grain(row) * abs(row["value_base"])
            if abs(reckoned - row["value_base"]) > COMPARABLE + rounding:
                what = f"说增长{row['value_base']:g}%，两个水平算来是{reckoned:.1f}%（可比口径或并表会有出入）"
                yield _finding("growth", row, row["value_base"], reckoned, what, (row, level, base))


def _whole(known: Known) -> Iterator[dict[str, Any]]:
    for part in known.levels():
        whole = known.level(part, part["period_start"], part["period_end"], segment="") if part["segment"] else None
        if whole is None or not _one_thing(part, whole):
            continue
        if part["value_base"] * (1 - _grain(part)) > whole["value_base"] * (1 + _grain(whole)):
            what = f"{part['segment']}的数比全部的还大：{_said(part)} 对 {_said(whole)}"
            yield _finding("whole", part, part["value_base"], whole["value_base"], what, (part, whole))


def _parts(known: Known) -> Iterator[dict[str, Any]]:
    for whole, parts, complete in sums(known):
        total = sum(part["value_base"] for part in parts)
        rounding = sum(_grain(row) * row["value_base"] for row in (whole, *parts)) * 1.0001
        too_much, too_little = total > whole["value_base"] + rounding, total < whole["value_base"] - rounding
        exact = {row["bound"] for row in (whole, *parts)} == {"exact"}
        if exact and (too_much or (complete and too_little)):
            unit = whole["value_base"] / whole["value"]
            said = "、".join(
                f"{part['segment'] or part['indicator_text']}{part['value']:g}{part['unit']}" for part in parts
            )
            what = f"分项相加是{total / unit:.6g}{whole['unit']}，全部说的是{_said(whole)}：{said}"
            yield _finding("parts", whole, whole["value_base"], total, what, (whole, *parts))


def _jumps(known: Known) -> Iterator[dict[str, Any]]:
    for level in known.levels():
        base = known.level(level, year_before(level["period_start"]), year_before(level["period_end"]))
        if base is None or _classifier(base["unit"]) != _classifier(level["unit"]) or not _one_thing(level, base):
            continue
        if times := _times(level["value_base"], base["value_base"]):
            what = f"与上年相差约 {times}：{_said(base)}，{_said(level)}"
            yield _finding("jump", level, level["value_base"], base["value_base"], what, (level, base))


def _rival_jumps(rows: list[dict[Any, Any]], observations: pd.DataFrame) -> Iterator[dict[str, Any]]:
    for row in rows:
        for rival in row["rivals"]:
            other = observations.loc[rival]
            same = _classifier(row["unit"]) == _classifier(other["unit"])
            same = same and (row["indicator"] != "" or row["document"] == other["document"])
            if same and (times := _times(row["value_base"], other["value_base"])):
                what = f"两处说法相差约 {times}：{_said(row)}，{other['value']:g}{other['unit']}"
                found = _finding("jump", row, row["value_base"], float(other["value_base"]), what, (row,))
                yield found | {"rows": (row["row"], int(rival))}


def _attainment(known: Known) -> Iterator[dict[str, Any]]:
    targets: dict[tuple[Any, ...], list[Row]] = {}
    for row in known.rows:
        if row["measure"] == "level" and row["status"] == "target" and row["bound"] == "exact":
            targets.setdefault(place_of(row), []).append(row)
    for row in known.rows:
        if row["measure"] != "attainment" or row["status"] != "actual" or row["bound"] != "exact":
            continue
        for target in targets.get(place_of(row), []):
            actual = known.level(row, row["period_start"], row["period_end"], target["unit_base"])
            if actual is None or actual["bound"] != "exact" or not _covers(target, row) or target["value_base"] <= 0:
                continue
            if not _one_thing(row, actual, target):
                continue
            reckoned = 100 * actual["value_base"] / target["value_base"]
            rounding = reckoned * (_grain(actual) + _grain(target)) + _grain(row) * abs(row["value_base"])
            if abs(reckoned - row["value_base"]) > 0.1 + rounding:
                what = (
                    f"说完成{row['value_base']:g}%，实绩与目标算来是{reckoned:.1f}%：{_said(actual)} 对 {_said(target)}"
                )
                yield _finding("attainment", row, row["value_base"], reckoned, what, (row, actual, target))


def _one_thing(*rows: Row) -> bool:
    """Whether it is certain that the rows, which have one name, are of the same thing."""
    return all(row["indicator"] != "" for row in rows) or len({row["document"] for row in rows}) == 1


def _covers(target: Row, row: Row) -> bool:
    """Whether the target is of the year, or of the years, in which the row's period lies."""
    if target["period_start"] is pd.NaT or row["period_start"] is pd.NaT:
        return bool(target["period_end"] == row["period_end"])
    return bool(target["period_start"] <= row["period_start"] and row["period_end"] <= target["period_end"])


def _grain(row: Row) -> float:
    """Half a unit of the last digit as a share of the value: 0.0005 for 1000.5 is small, 0.05 for 10."""
    digits = f"{row['value']:.6f}".rstrip("0").partition(".")[2]
    return float(0.5 * 10.0 ** -len(digits) / abs(row["value"])) if row["value"] else 0.0


def _times(value: float, base: float) -> str:
    """What is said of two values that are about a power of ten apart, "" where they are not."""
    if value <= 0 or base <= 0:
        return ""
    apart = abs(log10(value / base))
    return _TIMES.get(round(apart), "") if abs(apart - round(apart)) < _NEAR else ""


def _classifier(unit: str) -> str:
    """What is counted, without the scale: 户 for 万户."""
    return unit.lstrip("十百千万亿")


def _said(row: Row) -> str:
    return f"{span_label(row['period_start'], row['period_end'])}{row['value']:g}{row['unit']}"


def _finding(kind: str, row: Row, stated: float, expected: float, what: str, rows: tuple[Row, ...]) -> dict[str, Any]:
    of = {column: row[column] for column in ("park", "segment", "name", "period_start", "period_end")}
    labels = tuple(int(one["row"]) for one in rows)
    return {"kind": kind, **of, "stated": stated, "expected": expected, "what": what, "rows": labels}

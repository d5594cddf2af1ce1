"""Targets beside actuals: what was promised for a year, what is known to have been reached, and when.

Like is compared with like: same park, segment, indicator, measure, basis and base unit. A target for growth is held
against a published growth; where there is none, and derived values are at hand, against the growth of the two stated
levels, which is marked as derived. Only actuals that lie within the target's own
period count; one that ends before it does is progress, to be read beside the share of the time that had elapsed by
then. What was read with low confidence, and nothing and nobody has confirmed, counts only where nothing else is known.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from indicators.amounts import RATES
from indicators.table import records
from indicators.verdicts import verdict

SAME = ("park", "segment", "name", "measure", "basis", "unit_base")
COLUMNS = (
    *SAME,
    "period_start",
    "period_end",
    "floor",
    "floor_bound",
    "floor_series",
    "stretch",
    "stretch_series",
    "actual",
    "actual_bound",
    "actual_start",
    "actual_end",
    "actual_series",
    "actual_confidence",
    "actual_inputs",
    "attainment",
    "gap",
    "elapsed",
    "verdict",
)
Row = Mapping[Any, Any]
Actuals = Mapping[tuple[Any, ...], Sequence[Row]]  # by what they are of


def match_targets(
    series: pd.DataFrame, park: str, year: int | None, derived: pd.DataFrame | None = None, day: str = ""
) -> pd.DataFrame:
    """One row a target whose period touches `year` (None: any), with the columns `COLUMNS`; floor and stretch share a
    row. `day` is the last one that anything was published on (ISO 8601), by default in the series: what ends before
    it is over.

    Those of which an actual is known come first.

    `floor`, `stretch` and `actual` are in base units, NaN where there is none; a target without tiers, and the lower
    end of a range, is a `floor`; an upper end is a `stretch`. `floor_series` and its like name rows of `series`.
    `actual_inputs` is empty, or names the rows of `series` that an actual of `derived` (`indicators.derived`) is from.
    `attainment` is actual / floor, of amounts and counts alone; `gap` is actual - floor, in base units.
    `elapsed` is the share of the target's period that had passed when the actual's period ended.
    `verdict` is one of `indicators.verdicts.VERDICTS`.
    """
    here = series[(series["park"] == park) & (series["period_end"].notna())]
    targets = here[here["status"] == "target"]
    if year is not None:
        targets = targets[_touches(targets, year)]
    if targets.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    actuals = _by_what(here[(here["status"] == "actual") & here["name"].isin(targets["name"])])
    reckoned: Actuals = {}
    if derived is not None:
        reckoned = _by_what(derived[(derived["park"] == park) & derived["method"].eq("growth")])
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in records(targets):
        tiered = row["target_tier"] != ""  # a plan that is neither floor nor stretch stands for itself
        groups.setdefault((_what(row), row["period_start"], row["period_end"], tiered), []).append(row)
    day = day or str(series["published"].max())
    matched = pd.DataFrame([_match(group, actuals, reckoned, day) for group in groups.values()], columns=list(COLUMNS))
    unknown = matched["verdict"].eq("none").rename("unknown")
    matched = matched.assign(unknown=unknown).sort_values(["unknown", "segment", "measure", "name"], ignore_index=True)
    return matched[list(COLUMNS)]


def without_growth(matched: pd.DataFrame) -> list[str]:
    """The names of the indicators that have a target for growth of which no actual is stated: it may be derived."""
    unknown = matched[matched["verdict"].eq("none") & matched["measure"].eq("growth")]
    return list(unknown["name"].astype("str").unique())


def target_years(series: pd.DataFrame, park: str) -> dict[int, int]:
    """Year -> number of targets whose period touches it, of one park; the latest year first."""
    targets = series[(series["park"] == park) & (series["status"] == "target") & series["period_end"].notna()]
    counts = Counter(year for years in _years(targets) for year in years)
    return dict(sorted(counts.items(), reverse=True))


def answered_targets(series: pd.DataFrame) -> dict[tuple[str, int], int]:
    """(Park, year that their period touches) -> number of targets of which an actual is known that is not doubtful."""
    known = series[series["period_end"].notna() & (series["edge"] == "")]
    targets = known[known["status"] == "target"].reset_index(names="target")
    actuals = known[known["status"] == "actual"]
    actuals = actuals[[not is_doubtful(row) for row in records(actuals)]] if len(actuals) else actuals
    pairs = targets.merge(actuals, on=list(SAME), suffixes=("", "_actual"))
    within = pairs["period_end_actual"] <= pairs["period_end"]
    within &= pairs["period_start"].isna() | (pairs["period_start_actual"] >= pairs["period_start"])
    found = pairs[within].drop_duplicates("target")
    return Counter((park, year) for park, years in zip(found["park"], _years(found), strict=True) for year in years)


def is_doubtful(row: Row) -> bool:
    """Whether a value was read with low confidence and neither another text nor a person has confirmed it."""
    return row.get("confidence") == "low" and not row["confirming"] and not row["review"]


def _years(rows: pd.DataFrame) -> list[range]:
    """The years that the period of each row touches; a period without a beginning touches the year it ends in."""
    first = rows["period_start"].fillna(rows["period_end"]).dt.year
    return [range(int(low), int(high) + 1) for low, high in zip(first, rows["period_end"].dt.year, strict=True)]


def _touches(rows: pd.DataFrame, year: int) -> pd.Series:
    first, last = pd.Timestamp(year, 1, 1), pd.Timestamp(year, 12, 31)
    return (rows["period_start"].fillna(rows["period_end"]) <= last) & (rows["period_end"] >= first)


def _what(row: Row) -> tuple[Any, ...]:
    return tuple(row[column] for column in SAME)


def _by_what(rows: pd.DataFrame) -> Actuals:
    """Rows, upper ends of ranges left out, by what they are of."""
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in records(rows[rows["edge"] == ""]):
        found.setdefault(_what(row), []).append(row)
    return found


def _match(group: Sequence[Row], actuals: Actuals, reckoned: Actuals, day: str) -> dict[str, object]:
    """One row of the answer for the one or two targets in `group`."""
    uppers = [row["target_tier"] == "stretch" or row["edge"] == "upper" for row in group]
    lower_row = next((row for row, upper in zip(group[::-1], uppers[::-1], strict=True) if not upper), None)
    upper_row = next((row for row, upper in zip(group[::-1], uppers[::-1], strict=True) if upper), None)
    main = upper_row if lower_row is None else lower_row
    if main is None:
        raise ValueError("a group of targets cannot be empty")
    row: dict[str, object] = {column: main[column] for column in (*SAME, "period_start", "period_end")}
    row |= {
        "floor": float("nan") if lower_row is None else lower_row["value_base"],
        "floor_bound": main["bound"],
        "floor_series": "" if lower_row is None else lower_row["series"],
        "stretch": float("nan") if upper_row is None else upper_row["value_base"],
        "stretch_series": "" if upper_row is None else upper_row["series"],
    }
    return row | _progress(main, actuals, reckoned, day)


def _fitting(target: Row, actuals: Actuals) -> list[Row]:
    """The actuals of what the target is of, within its period; doubtful ones where there are no others."""
    start, end = target["period_start"], target["period_end"]
    about = actuals.get(_what(target), ())
    known = [row for row in about if row["period_end"] <= end and (start is pd.NaT or row["period_start"] >= start)]
    return [row for row in known if not is_doubtful(row)] or known


def _lateness(actual: Row) -> tuple[pd.Timestamp, bool, int]:
    """The later the greater; of those that end together, the one that began first covers most of a target's period."""
    start = actual["period_start"]
    return actual["period_end"], start is pd.NaT, 0 if start is pd.NaT else -start.toordinal()


def _progress(target: Row, actuals: Actuals, reckoned: Actuals, day: str) -> dict[str, object]:
    start, end = target["period_start"], target["period_end"]
    known = _fitting(target, actuals) or _fitting(target, reckoned)
    if not known:
        nothing = dict.fromkeys(("actual", "attainment", "gap", "elapsed"), float("nan"))
        times = {"actual_start": pd.NaT, "actual_end": pd.NaT}
        texts = dict.fromkeys(("actual_bound", "actual_series", "actual_confidence"), "")
        return {**nothing, **times, **texts, "actual_inputs": (), "verdict": "none"}
    actual = max(reversed(known), key=_lateness)
    wanted, reached = target["value_base"], actual["value_base"]
    is_amount = target["measure"] in {"level", "change"} and target["unit_base"] not in RATES and wanted > 0
    elapsed = (actual["period_end"] - start).days + 1 if start is not pd.NaT else float("nan")
    return {
        "actual": reached,
        "actual_bound": actual["bound"],
        "actual_start": actual["period_start"],
        "actual_end": actual["period_end"],
        "actual_series": actual.get("series", ""),
        "actual_confidence": "low" if is_doubtful(actual) else "",
        "actual_inputs": actual.get("inputs", ()),
        "attainment": reached / wanted if is_amount else float("nan"),
        "gap": reached - wanted,
        "elapsed": elapsed / ((end - start).days + 1) if start is not pd.NaT else float("nan"),
        "verdict": verdict(target, actual, day, is_amount),
    }

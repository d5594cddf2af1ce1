"""Targets beside actuals: what was promised for a year, what is known to have been reached, and when.

Like is compared with like: same park, segment, indicator, measure, basis and base unit. A target for growth is held
against a published growth; where there is none, and derived values are at hand, against the growth of the two stated
levels, which is marked as derived. Only actuals that lie within the target's own
period count; one that ends before it does is progress, to be read beside the share of the time that had elapsed by
then.
"""

from collections import Counter

import pandas as pd

from indicators.series import interval

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
    "actual_inputs",
    "attainment",
    "gap",
    "elapsed",
    "verdict",
)
RATES = frozenset({"%", "pp", "ratio", "doubling"})  # of these a quotient says nothing
VERDICTS = ("met", "not_met", "under_way", "undecided", "none")


def match_targets(
    series: pd.DataFrame, park: str, year: int | None, derived: pd.DataFrame | None = None
) -> pd.DataFrame:
    """One row a target whose period touches `year` (None: any), with the columns `COLUMNS`; floor and stretch share a
    row.

    Those of which an actual is known come first.

    `floor`, `stretch` and `actual` are in base units, NaN where there is none; a target without tiers, and the lower
    end of a range, is a `floor`; an upper end is a `stretch`. `floor_series` and its like name rows of `series`.
    `actual_inputs` is empty, or names the rows of `series` that an actual of `derived` (`indicators.derived`) is from.
    `attainment` is actual / floor, of amounts and counts alone; `gap` is actual - floor, in base units.
    `elapsed` is the share of the target's period that had passed when the actual's period ended.
    `verdict`: "met", "not_met", "under_way" (the period had not ended), "undecided" (a bound leaves
    it open: 超1000 against a target of 1100), "none" (no actual is known).
    """
    here = series[(series["park"] == park) & (series["period_end"].notna())]
    targets = here[here["status"] == "target"]
    if year is not None:
        targets = targets[_touches(targets, year)]
    if targets.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    actuals = here[here["status"] == "actual"]
    tiered = targets["target_tier"] != ""  # a plan that is neither floor nor stretch stands for itself
    keys = [*[targets[column] for column in (*SAME, "period_start", "period_end")], tiered]
    reckoned = (
        actuals.iloc[:0] if derived is None else derived[(derived["park"] == park) & derived["method"].eq("growth")]
    )
    named = dict(list(actuals[actuals["name"].isin(targets["name"])].groupby("name", sort=False)))
    rows = [
        _match(group, named.get(group["name"].iloc[0], actuals.iloc[:0]), reckoned)
        for _, group in targets.groupby(keys, sort=False, dropna=False)
    ]
    matched = pd.DataFrame(rows, columns=list(COLUMNS))
    unknown = matched["verdict"].eq("none").rename("unknown")
    matched = matched.assign(unknown=unknown).sort_values(["unknown", "segment", "measure", "name"], ignore_index=True)
    return matched[list(COLUMNS)]


def target_years(series: pd.DataFrame, park: str) -> dict[int, int]:
    """Year -> number of targets whose period touches it, of one park; the latest year first."""
    targets = series[(series["park"] == park) & (series["status"] == "target") & series["period_end"].notna()]
    counts = Counter(year for years in _years(targets) for year in years)
    return dict(sorted(counts.items(), reverse=True))


def answered_targets(series: pd.DataFrame) -> dict[tuple[str, int], int]:
    """(Park, year that their period touches) -> number of targets of which an actual is known."""
    known = series[series["period_end"].notna() & (series["edge"] == "")]
    targets = known[known["status"] == "target"].reset_index(names="target")
    actuals = known[known["status"] == "actual"]
    pairs = targets.merge(actuals, on=list(SAME), suffixes=("", "_actual"))
    within = pairs["period_end_actual"] <= pairs["period_end"]
    within &= pairs["period_start"].isna() | (pairs["period_start_actual"] >= pairs["period_start"])
    found = pairs[within].drop_duplicates("target")
    return Counter((park, year) for park, years in zip(found["park"], _years(found), strict=True) for year in years)


def less_is_better(measure: str, bound: str, wanted: float) -> bool:
    """Whether a target is reached from above: 失业率控制在2.5%以内, 能耗下降3%, 进入前100位."""
    return measure == "rank" or bool((bound == "at_most") != (wanted < 0))


def _years(rows: pd.DataFrame) -> list[range]:
    """The years that the period of each row touches; a period without a beginning touches the year it ends in."""
    first = rows["period_start"].fillna(rows["period_end"]).dt.year
    return [range(int(low), int(high) + 1) for low, high in zip(first, rows["period_end"].dt.year, strict=True)]


def _touches(rows: pd.DataFrame, year: int) -> pd.Series:
    first, last = pd.Timestamp(year, 1, 1), pd.Timestamp(year, 12, 31)
    return (rows["period_start"].fillna(rows["period_end"]) <= last) & (rows["period_end"] >= first)


def _match(group: pd.DataFrame, actuals: pd.DataFrame, reckoned: pd.DataFrame) -> dict[str, object]:
    """One row of the answer for the one or two targets in `group`."""
    upper = (group["target_tier"] == "stretch") | (group["edge"] == "upper")
    lower_row = group[~upper].iloc[-1] if (~upper).any() else None
    upper_row = group[upper].iloc[-1] if upper.any() else None
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
    return row | _progress(main, actuals, reckoned)


def _fitting(target: pd.Series, actuals: pd.DataFrame) -> pd.DataFrame:
    """The actuals of what the target is of, within its period."""
    fits = (actuals["period_end"] <= target["period_end"]) & (actuals["edge"] == "")
    for column in SAME:
        fits &= actuals[column] == target[column]
    if pd.notna(target["period_start"]):
        fits &= actuals["period_start"] >= target["period_start"]
    return actuals[fits]


def _progress(target: pd.Series, actuals: pd.DataFrame, reckoned: pd.DataFrame) -> dict[str, object]:
    start, end = target["period_start"], target["period_end"]
    known = _fitting(target, actuals)
    if known.empty:
        known = _fitting(target, reckoned)
    if known.empty:
        nothing = dict.fromkeys(("actual", "attainment", "gap", "elapsed"), float("nan"))
        times = {"actual_start": pd.NaT, "actual_end": pd.NaT}
        return {**nothing, **times, "actual_bound": "", "actual_series": "", "actual_inputs": (), "verdict": "none"}
    # the latest; of those that end together, the one that began first covers most of the target's period
    actual = known.sort_values(["period_end", "period_start"], ascending=[True, False]).iloc[-1]
    wanted, reached = target["value_base"], actual["value_base"]
    is_amount = target["measure"] in {"level", "change"} and target["unit_base"] not in RATES and wanted > 0
    elapsed = (actual["period_end"] - start).days + 1 if pd.notna(start) else float("nan")
    return {
        "actual": reached,
        "actual_bound": actual["bound"],
        "actual_start": actual["period_start"],
        "actual_end": actual["period_end"],
        "actual_series": actual.get("series", ""),
        "actual_inputs": actual.get("inputs", ()),
        "attainment": reached / wanted if is_amount else float("nan"),
        "gap": reached - wanted,
        "elapsed": elapsed / ((end - start).days + 1) if pd.notna(start) else float("nan"),
        "verdict": _verdict(target, actual),
    }


def _verdict(target: pd.Series, actual: pd.Series) -> str:
    """Three-valued where a bound is in play, and open while the period runs."""
    if actual["period_end"] < target["period_end"]:
        return "under_way"
    wanted = target["value_base"]
    low, high = interval(actual["value_base"], actual["bound"])
    if less_is_better(target["measure"], target["bound"], wanted):
        low, high, wanted = -high, -low, -wanted
    if low >= wanted:
        return "met"
    return "not_met" if high < wanted else "undecided"

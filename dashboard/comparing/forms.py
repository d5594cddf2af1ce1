"""What becomes of levels before they are drawn: as stated, as an index, as parts of their sum.

Both forms are computed from whole years (or, of a stock, from its dates) that texts give without a bound; growth and
targets pass through untouched in neither, for neither says anything of them.
"""

import pandas as pd

from dashboard.words import Words
from indicators.spans import span_label

EXACT = ("exact", "about")


def in_form(rows: pd.DataFrame, form: str) -> tuple[pd.DataFrame, str]:
    """The rows (of `Library.trend`) in the form, and the base year of an index ("" where there is none).

    Rows of another measure than `level` are kept as they are; levels that cannot be put into the form are left out.
    """
    if form == "stated" or rows.empty:
        return rows, ""
    yearly = yearly_levels(rows)
    made, base = _indexed(yearly) if form == "index" else (_parts(yearly), "")
    rest = rows[rows["measure"] != "level"]
    return pd.concat([made.drop(columns="year"), rest], ignore_index=True), base


def yearly_levels(rows: pd.DataFrame) -> pd.DataFrame:
    """The actual levels of whole years (of a stock: of a day or month) in the most usual unit, with `year`; one a year
    and entity."""
    levels = rows[(rows["measure"] == "level") & (rows["status"] == "actual") & rows["bound"].isin(EXACT)]
    yearly = levels[levels["span"].eq("year") | (levels["kind"].eq("stock") & levels["span"].isin(["point", "month"]))]
    yearly = yearly[yearly["unit_base"] == yearly["unit_base"].mode().iloc[0]] if len(yearly) else yearly
    yearly = yearly.assign(year=yearly["period_end"].dt.year).sort_values("period_end", kind="stable")
    return yearly.drop_duplicates(["entity", "year"], keep="last")


def complete_sums(yearly: pd.DataFrame) -> pd.Series:
    """Year -> sum of the levels of all entities, of the years of which all have one."""
    by_year = yearly.groupby("year")
    return by_year["value_base"].sum()[by_year["entity"].nunique() == yearly["entity"].nunique()]


def first_common_year(yearly: pd.DataFrame) -> int | None:
    """The first year of which every entity has a value, None if there is none."""
    if yearly.empty:
        return None
    shared = yearly.groupby("year")["entity"].nunique()
    common = shared[shared == yearly["entity"].nunique()]
    return int(common.index.min()) if len(common) else None


def base_years(rows: pd.DataFrame) -> dict[str, int]:
    """Entity -> the year that is 100, of rows in the form of an index without a base year for all: its first one."""
    return {
        str(entity): int(year) for entity, year in _of_form(rows).groupby("entity")["period_end"].min().dt.year.items()
    }


def formed_values(rows: pd.DataFrame) -> dict[str, float]:
    """Short name of a series row -> its index, or its part in percent, of rows in one of these forms."""
    made = _of_form(rows)
    return dict(zip(made["series"], made["value_base"], strict=True))


def _of_form(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["measure"].isin(["index", "part"])]


def why_unformed(stated: pd.DataFrame, form: str, words: Words) -> str:
    """Why no level of `stated` (of `Library.trend`) can be put into the form; "" where some can, or there are none."""
    if form == "stated" or not stated["measure"].eq("level").any() or len(_of_form(in_form(stated, form)[0])):
        return ""
    entities = yearly_levels(stated)["entity"].nunique()
    if form == "part" and entities > 1:
        return words("没有一个年份所选 {n} 个园区都有整年数，算不出占比。", n=entities)
    return words("没有可以换算的整年数")


def _indexed(yearly: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Each entity with 100 in the first year that all have, or, if there is none, in its own first year."""
    common = first_common_year(yearly)
    if common is None:
        bases = yearly.groupby("entity")["value_base"].transform("first")
    else:
        of_base = yearly[yearly["year"] == common].set_index("entity")["value_base"]
        bases = yearly["entity"].map(of_base)
    made = yearly[bases.notna() & (bases != 0)].copy()
    made["value_base"] = made["value_base"] / bases[made.index] * 100
    return _relabelled(made, "index", "index"), str(common or "")


def _parts(yearly: pd.DataFrame) -> pd.DataFrame:
    """Each entity's part of the sum of all, in the years of which all have a value."""
    sums = yearly["year"].map(complete_sums(yearly))
    made = yearly[sums.notna()].copy()
    made["value_base"] = made["value_base"] / sums[made.index] * 100
    return _relabelled(made, "part", "%")


def _relabelled(made: pd.DataFrame, measure: str, base: str) -> pd.DataFrame:
    none = pd.Series([()] * len(made), index=made.index, dtype="object")
    return made.assign(
        measure=measure,
        value=made["value_base"],
        unit="%" if base == "%" else "",
        unit_base=base,
        rivals=none,
        rival_values=none,
    )


_WITHIN_A_YEAR = frozenset({"year", "half", "quarter", "month", "year_to_date", "part"})


def months_of(rows: pd.DataFrame) -> list[tuple[int, int]]:
    """The spans of months, (1, 6), of which levels or growth of two years or more are known, the latest known first."""
    known: dict[tuple[int, int], list[pd.Timestamp]] = {}
    columns = [rows[column].tolist() for column in ("status", "measure", "span", "period_start", "period_end")]
    for status, measure, span, start, end in zip(*columns, strict=True):
        said = status == "actual" and measure in {"level", "growth"} and span in _WITHIN_A_YEAR
        if said and start is not pd.NaT and start.year == end.year:
            known.setdefault((start.month, end.month), []).append(end)
    years = {months: len({end.year for end in ends}) for months, ends in known.items()}
    several = sorted(months for months, count in years.items() if count > 1)
    return sorted(several, key=lambda months: (max(known[months]), years[months]), reverse=True)


def same_months(rows: pd.DataFrame, months: tuple[int, int]) -> pd.DataFrame:
    """The actual levels and growth of these months of each year, with `year`."""
    dated = rows[
        rows["period_start"].notna() & (rows["status"] == "actual") & rows["measure"].isin(["level", "growth"])
    ]
    fits = (dated["period_start"].dt.month == months[0]) & (dated["period_end"].dt.month == months[1])
    fits &= (dated["period_start"].dt.year == dated["period_end"].dt.year) & (dated["span"] != "point")
    chosen = dated[fits]
    return chosen.assign(year=chosen["period_end"].dt.year).sort_values("year", kind="stable")


def latest_is_part_of_a_year(rows: pd.DataFrame) -> bool:
    """Whether the freshest actual level is one of part of a year that other years have, too."""
    levels = rows[(rows["measure"] == "level") & (rows["status"] == "actual") & rows["period_end"].notna()]
    levels = levels[levels["span"] != "open"]
    if levels.empty:
        return False
    freshest = levels.sort_values("period_end", kind="stable").iloc[-1]
    key = (freshest["period_start"].month, freshest["period_end"].month)
    return freshest["span"] not in {"year", "years", "point"} and key in months_of(rows)


def months_label(months: tuple[int, int], language: str) -> str:
    """How a reader says these months, of no year in particular.

    >>> months_label((1, 6), "zh"), months_label((1, 5), "en")
    ('上半年', 'Jan–May')
    """
    if months == (1, 12):
        return "全年" if language == "zh" else "whole year"
    start = pd.Timestamp(2001, months[0], 1)
    end = pd.Timestamp(2001, months[1], 1) + pd.offsets.MonthEnd(0)
    return span_label(start, end, language).replace("2001年", "").replace(" 2001", "")

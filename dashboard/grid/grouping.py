"""Observations gathered by what they have in common: how many there are, from how many documents, the latest value, and
what they add up to where that makes sense."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.downloads.spreadsheets import CODES
from dashboard.grid.filters import as_text, equal_to, filters_of, in_year
from dashboard.grid.totals import total_of
from dashboard.library import Library
from dashboard.library.freshest import by_freshness
from dashboard.rows import Row
from dashboard.state import DataChoice, link
from dashboard.units import stated
from dashboard.words import MEASURES, Words
from indicators.spans import span_kind, span_label

GROUPS = {
    "park": "园区",
    "name": "指标",
    "year": "年份",
    "measure": "口径",
    "status": "性质",
    "document": "文档",
}
COUNTED = {"rows": "行数", "documents": "文档数", "latest": "最新实绩|列", "period": "期间", "total": "实绩数值合计"}
Numbers = npt.NDArray[np.int64]


def grouped(rows: pd.DataFrame, by: Sequence[str], sort: str = "") -> tuple[pd.DataFrame, Numbers]:
    """One row a group, and the number of the group of each observation.

    A group has its `number`, the columns `by` as text, and how many `rows` and `documents` it has. In alphabetical
    order, years the latest first, or as `sort` (`rows:desc`) says.
    """
    keys = _keys(rows, by)
    groups = keys.assign(source=rows["document"].astype("str")).groupby(list(by), sort=True, dropna=False)
    found = groups.agg(rows=("source", "size"), documents=("source", "nunique")).reset_index()
    found.insert(0, "number", range(len(found)))
    column, _, way = sort.partition(":")
    if column in {*by, "rows", "documents"}:
        found = found.sort_values(column, ascending=way != "desc", kind="stable", ignore_index=True)
    elif "year" in by:
        found = found.sort_values(list(by), ascending=[one != "year" for one in by], kind="stable", ignore_index=True)
    return found, np.asarray(groups.ngroup(), dtype=np.int64)


def group_rows(
    library: Library, rows: pd.DataFrame, groups: pd.DataFrame, numbers: Numbers, choice: DataChoice, words: Words
) -> list[dict[str, Any]]:
    """Some of the `groups` of these observations for the grid: keys as shown, counts, the latest actual as its text
    states it and its period, the sum or why there is none; `place` is the address of the group's rows."""
    wanted = np.isin(numbers, groups["number"])
    rows, number = rows[wanted], numbers[wanted]
    members, latest = dict(list(rows.groupby(number))), _latest(library, rows, number)
    found = []
    for group in groups.to_dict("records"):
        value = latest.get(group["number"])
        span = "" if value is None else span_label(value["period_start"], value["period_end"], words.language)
        found.append(
            {key: shown_key(library, key, str(group[key]), words) for key in choice.by}
            | {column: group[column] for column in ("rows", "documents")}
            | {"latest": "" if value is None else _said(value, words), "period": span}
            | {"total": total_of(library, members[group["number"]]).text(words), "row": group["number"]}
            | {"place": link("/data", _opened(library, group, choice, words))}
        )
    return found


def _said(value: Row, words: Words) -> str:
    """A value as its text states it; what is no level says what it is."""
    text = stated(value, words.language)
    return text if value["measure"] == "level" else f"{words.code(MEASURES, value['measure'])} {text}"


def _keys(rows: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """The columns to group by, as text."""
    return pd.DataFrame({key: _key(rows, key) for key in by}, index=rows.index)


def _key(rows: pd.DataFrame, key: str) -> pd.Series:
    if key == "year":
        return rows["period_end"].dt.year.astype("Int64").astype("str").replace("<NA>", "")
    return rows[key].astype("str")


def shown_key(library: Library, key: str, value: str, words: Words) -> str:
    """How a group's key is shown."""
    if key == "name":
        return library.title(value, words.language)
    if key == "year":
        return value or words("日期不详")
    return words.code(CODES[key], value) if key in CODES else value


def _latest(library: Library, rows: pd.DataFrame, number: Numbers) -> dict[int, Row]:
    """Group -> its latest actual, a level where there is one; only of groups about one thing of one park."""
    about = rows.assign(number=number)
    about = about[(about["status"] == "actual") & about["period_end"].notna()]
    things = about[["number", "park", "segment", "name"]].drop_duplicates()
    single = things["number"].value_counts()
    about = about[about["number"].isin(single.index[single == 1])]
    spans = cache(span_kind)
    ends = zip(about["period_start"], about["period_end"], strict=True)
    about = about.assign(
        span=pd.Series([spans(*pair) for pair in ends], about.index, dtype=object),
        kind=about["name"].map(library.kind_of).astype(object),
    ).sort_values("published", kind="stable")
    about = by_freshness(about, library.unit_of)
    return {row["number"]: row for row in about.drop_duplicates("number", keep="last").to_dict("records")}


def _opened(library: Library, group: dict[Any, Any], choice: DataChoice, words: Words) -> DataChoice:
    """The rows of a group: the choice with a filter for each key, and no grouping."""
    filters = filters_of(choice)
    for key in choice.by:
        value = str(group[key])
        if key == "year":
            filters.setdefault("period_end", in_year(value))
            continue
        column = key if key != "name" else "indicator" if value in library.catalogue else "indicator_text"
        filters[column] = equal_to(shown_key(library, key, value, words))
    return replace(choice, by=(), sort="", filters=as_text(filters))

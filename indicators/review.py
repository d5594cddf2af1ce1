"""What needs a person, the most harmful first: a queue of tasks.

A wrong value that is drawn does more harm than one that is nowhere compared, so what the catalogue knows counts twice.
What agrees with another statement, or was decided by a person, needs nobody.

=========  ==========================================================================================
doubt      of
=========  ==========================================================================================
`check`    a value that does not go together with others (`indicators.findings`)
`rivals`   a value of which other texts say another
`low`      a value read with low confidence that nothing confirms
`park`     an area that the gazetteer does not know, or values of no area
`phrase`   a phrase that the catalogue does not know: one task for all of its rows
=========  ==========================================================================================
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

DOUBTS = ("check", "rivals", "low", "park", "phrase")
_HARM = {"check": 4.0, "rivals": 3.0, "low": 2.0, "park": 2.0, "phrase": 1.0}
_PER_ROW, _MOST = 0.25, 5.0  # what each row of an unknown name adds, and the most that all of them do


@dataclass(frozen=True)
class Task:
    """One thing to be decided: on a "figure", a "phrase" or a "park"; `doubts` says why, `harm` how urgently.

    `name` tells it from all others and stays the same as long as the matter does: the short name of a value
    (`indicators.series`), or the phrase. `rows` are labels of the observations, the one to decide on first.
    """

    kind: str
    name: str
    park: str
    rows: tuple[int, ...]
    doubts: tuple[str, ...]
    harm: float

    @property
    def id(self) -> str:
        """Kind and name in one."""
        return f"{self.kind}:{self.name}"


def tasks(
    observations: pd.DataFrame, series: pd.DataFrame, findings: pd.DataFrame, parks: Collection[str]
) -> list[Task]:
    """The tasks that a series and its observations give, with the findings that are open; `parks` are those known.

    `observations` has `review`, `indicator_by` and `park_by` (`indicators.meanings`) where people may have decided.
    """
    review = _column(observations, "review", "")
    doubted = {rows[0] for rows in findings["rows"]}
    found = [
        task
        for row in series.to_dict("records")
        if not review.at[row["row"]] and (task := _of_figure(row, row["row"] in doubted))
    ]
    unknown = (review == "") & (observations["indicator"] == "") & (observations["indicator_text"] != "")
    unknown &= _column(observations, "indicator_by", 0) == 0
    strange = (review == "") & ~observations["park"].isin([*parks, ""]) & (_column(observations, "park_by", 0) == 0)
    found += _of_names("phrase", observations[unknown], "indicator_text")
    found += _of_names("park", observations[strange], "park")
    return ordered(found)


def ordered(found: list[Task]) -> list[Task]:
    """The tasks by harm, then by park; the phrases of several parks as one task each."""
    merged: dict[str, Task] = {}
    for task in found:
        if (same := merged.get(task.id)) is not None:
            task = _named(task.kind, task.name, same.park, (*same.rows, *task.rows))
        merged[task.id] = task
    return sorted(merged.values(), key=lambda task: (-task.harm, task.park, task.rows))


def _of_figure(row: Mapping[Any, Any], is_doubted: bool) -> Task | None:
    reasons = {
        "check": is_doubted,
        "rivals": bool(row["rivals"]),
        "low": row["confidence"] == "low" and not row["confirming"],
        "park": not row["park"],
    }
    doubts = tuple(doubt for doubt, holds in reasons.items() if holds)
    if not doubts:
        return None
    harm = sum(_HARM[doubt] for doubt in doubts) * (2 if row["indicator"] else 1)
    rows = (row["row"], *row["rivals"], *row["confirming"])
    return Task("figure", row["series"], row["park"], rows, doubts, harm)


def _of_names(kind: str, rows: pd.DataFrame, column: str) -> Iterator[Task]:
    for name, of_name in rows.groupby(column, sort=False, observed=True):
        labels = tuple(int(label) for label in of_name.index)
        yield _named(kind, str(name), str(of_name["park"].iloc[0]), labels)


def _named(kind: str, name: str, park: str, rows: tuple[int, ...]) -> Task:
    harm = _HARM[kind] + min(_MOST, _PER_ROW * len(rows))
    return Task(kind, name, park, rows, (kind,), harm)


def _column(table: pd.DataFrame, name: str, missing: Any) -> pd.Series:
    return table[name] if name in table else pd.Series(missing, index=table.index)

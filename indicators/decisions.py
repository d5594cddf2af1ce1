"""People's decisions on rows: accepted, corrected, rejected, added by hand. They outlast every rereading.

A decision holds the row as the person left it. It finds its row by key; where the rules of today read the figure
otherwise, by its place, if only one row is there; where they read it no more, the person's row stands alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from indicators.model import COLUMNS
from indicators.table import to_table_of

KINDS = ("accept", "correct", "reject", "add")
REVIEWS = {"accept": "accepted", "correct": "corrected", "reject": "rejected", "add": "added"}
COLUMNS_ADDED = ("key", "review", "decision")


@dataclass(frozen=True)
class Decision:
    """What a person decided on a row: who, when (UTC), why; `row` has all columns of the table but `document`.

    `key` is the row's key as it was read; `withdrawn` is when it was undone, "" while it holds.
    """

    id: int
    kind: str
    who: str
    made: str
    reason: str
    document: str
    key: str
    start: int
    end: int
    row: Mapping[str, Any] = field(repr=False)
    withdrawn: str = ""
    withdrawn_by: str = ""


def decide(table: pd.DataFrame, decisions: Sequence[Decision]) -> pd.DataFrame:
    """The table (with `key`) as people have decided: `review` says what was decided on a row, "" where nothing was;
    `decision` is the id of the decision, 0 where there is none.

    Rejected rows stay, marked as such: `standing` leaves them out. Of several decisions on a row the last one holds.
    """
    holding = _holding(decisions)
    reviewed = table.assign(review="", decision=0)
    if not holding:
        return reviewed
    rows: list[dict[Any, Any]] = reviewed.astype(object).to_dict("records")
    finder = _Finder(rows)
    added: list[dict[Any, Any]] = []
    for decision in holding:
        decided: dict[Any, Any] = {**decision.row, "document": decision.document, "key": decision.key}
        decided |= {"review": REVIEWS[decision.kind], "decision": decision.id}
        place = finder.find(decision)
        if place is not None:
            rows[place] = decided
        elif decision.kind != "reject":
            added.append(decided)
    rows = sorted([*rows, *added], key=lambda row: (row["document"], row["start"], row["end"]))
    whole = to_table_of(rows)
    for column in COLUMNS_ADDED:
        whole[column] = [row[column] for row in rows]
    return whole


class _Finder:
    """Finds the row that a decision is on, each row once."""

    def __init__(self, rows: Sequence[Mapping[Any, Any]]) -> None:
        self.by_key = {(row["document"], row["key"]): place for place, row in enumerate(rows)}
        self.by_place: dict[tuple[Any, ...], list[int]] = {}
        for place, row in enumerate(rows):
            self.by_place.setdefault((row["document"], row["start"], row["end"]), []).append(place)
        self.taken: set[int] = set()

    def find(self, decision: Decision) -> int | None:
        """The place of the row; None for an addition, and where the rules read nothing there any more."""
        there: list[int] = []
        if (decision.document, decision.key) in self.by_key:
            there = [self.by_key[decision.document, decision.key]]
        elif decision.kind != "add":
            there = self.by_place.get((decision.document, decision.start, decision.end), [])
        if len(there) != 1 or there[0] in self.taken:
            return None
        self.taken.add(there[0])
        return there[0]


def standing(reviewed: pd.DataFrame) -> pd.DataFrame:
    """The rows that count: all but those that were rejected."""
    return reviewed[reviewed["review"] != "rejected"].reset_index(drop=True)


def _holding(decisions: Sequence[Decision]) -> list[Decision]:
    """The last decision on each row that was not withdrawn; each addition is one of its own."""
    last: dict[tuple[str, str], Decision] = {}
    for decision in sorted(decisions, key=lambda one: one.id):
        if not decision.withdrawn:
            last[decision.document, decision.key] = decision
    return list(last.values())


def plain_row(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A row of the table as JSON can hold it: dates as ISO 8601 text, "" where there is none; without its document."""
    said: dict[str, Any] = {}
    for column in COLUMNS:
        value = row[column]
        if column.startswith("period_"):
            said[column] = "" if value is None or value is pd.NaT or value == "" else str(value)[:10]
        elif column != "document":
            said[column] = value.item() if hasattr(value, "item") else value
    return said

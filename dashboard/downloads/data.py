"""Addresses that give what the data page shows: its rows as any kind of file, its groups as a table."""

from typing import NamedTuple

import pandas as pd
from flask import Blueprint, Response, abort, request

from dashboard.components.data_tools import MOST_COPIED
from dashboard.components.grid_columns import column_title, shown_columns
from dashboard.downloads.answers import as_file
from dashboard.downloads.citation import citation
from dashboard.downloads.extracts import KINDS, as_kind
from dashboard.downloads.spreadsheets import csv_bytes, plain_csv, tabs
from dashboard.grid.filters import filters_of
from dashboard.grid.grouping import COUNTED, GROUPS, group_rows, grouped
from dashboard.grid.rows import MOST_GROUPED, shown_rows, too_many
from dashboard.grid.selection import selected
from dashboard.library import Library
from dashboard.pages import data
from dashboard.shelf import Shelf
from dashboard.state import DataChoice, decode
from dashboard.words import Words
from indicators import COLUMNS
from indicators.errors import ArchiveError
from indicators.holdings import Labels

PERIOD = frozenset({"period_start", "period_end"})
MOST_GROUPS = 5000  # each of them is added up


class _Asked(NamedTuple):
    library: Library
    choice: DataChoice
    words: Words
    found: Labels

    @property
    def rows(self) -> pd.DataFrame:
        """The observations that are asked for, in their order."""
        return self.library.observations(self.found)

    @property
    def name(self) -> str:
        return self.words("园区指标") + (f" {self.library.as_of}" if self.library.as_of else "")


def add_data(door: Blueprint, shelf: Shelf) -> None:
    """Adds `data.…` and `groups.…`."""

    @door.get("/data.csv")
    def data_csv() -> Response:
        asked = _asked(shelf)
        return as_file(csv_bytes(asked.rows, asked.words, _columns(asked.choice) or COLUMNS), f"{asked.name}.csv")

    @door.get("/data.tsv")
    def data_tsv() -> Response:
        asked = _asked(shelf)
        rows = asked.library.observations(asked.found[:MOST_COPIED])
        shown = copied_columns(asked.choice)
        head = [column_title(column, asked.words) for column in shown]
        cells = shown_rows(asked.library, rows, asked.choice, asked.words)
        return _text(tabs([head, *([row[column] for column in shown] for row in cells)]))

    @door.get("/data.<kind>")
    def data_as(kind: str) -> Response:
        if kind not in KINDS:
            abort(404)
        asked = _asked(shelf)
        rows, cited = asked.rows, citation(asked.choice, asked.library.as_of, asked.words)
        try:
            content = as_kind(asked.library, rows, kind, cited)
        except ArchiveError as error:
            return _too_much(str(error))
        return as_file(content, f"{asked.name}.{KINDS[kind].suffix}", KINDS[kind].content_type)

    @door.get("/groups.<kind>")
    def groups_as(kind: str) -> Response:
        asked = _asked(shelf)
        if kind not in {"csv", "tsv"} or not asked.choice.by:
            abort(404)
        if len(asked.found) > MOST_GROUPED:
            return _too_much(too_many(len(asked.found), asked.words))
        rows = asked.rows
        groups, numbers = grouped(rows, asked.choice.by, asked.choice.sort)
        if len(groups) > MOST_GROUPS:
            return _too_much(
                asked.words(
                    "共 {n} 组，一次最多 {most} 组；请先筛选，或少选一项分组。", n=len(groups), most=MOST_GROUPS
                )
            )
        columns = {key: GROUPS[key] for key in asked.choice.by} | COUNTED
        found = group_rows(asked.library, rows, groups, numbers, asked.choice, asked.words)
        head, lines = (
            [asked.words(title) for title in columns.values()],
            [[row[key] for key in columns] for row in found],
        )
        if kind == "tsv":
            return _text(tabs([head, *lines]))
        return as_file(plain_csv(head, lines), f"{asked.name} {asked.words('分组')}.csv")


def _asked(shelf: Shelf) -> _Asked:
    choice = data.resolve(decode(DataChoice, request.query_string.decode()))
    library, words = shelf.at(choice.as_of), Words(choice.lang)
    order = "" if choice.by else choice.sort
    return _Asked(library, choice, words, selected(library, words, choice.q, filters_of(choice), order))


def _columns(choice: DataChoice) -> list[str]:
    """The columns that a reader has chosen, the days of a period for how it is said; none where nothing is chosen."""
    if not choice.columns:
        return []
    chosen = set(shown_columns(choice))
    return [column for column in COLUMNS if column in chosen or ("period" in chosen and column in PERIOD)]


def copied_columns(choice: DataChoice) -> list[str]:
    """The columns that are shown, and behind the park the part of it, which the page has in the same cell."""
    shown = shown_columns(choice)
    together = {"park"} if "segment" not in shown else set()
    return [one for column in shown for one in ((column, "segment") if column in together else (column,))]


def _text(content: str) -> Response:
    return Response(content, content_type="text/tab-separated-values; charset=utf-8")


def _too_much(said: str) -> Response:
    return Response(said, status=413, content_type="text/plain; charset=utf-8")

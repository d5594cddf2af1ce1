"""Addresses that give what a page shows as a file: the page's own choices, in the page's own query string."""

from dataclasses import asdict

import pandas as pd
from flask import Blueprint, Flask, Response, jsonify, request

from dashboard.comparing.forms import in_form, same_months
from dashboard.comparing.groups import members
from dashboard.comparing.snapshot import comparable, snapshot
from dashboard.comparing.spread import spread_by_park
from dashboard.components.compare_heat import heat_rows
from dashboard.downloads.answers import as_file
from dashboard.downloads.data import add_data
from dashboard.downloads.spreadsheets import plain_csv, series_csv, spread_csv, targets_csv
from dashboard.library import Library
from dashboard.pages import compare, targets, trends
from dashboard.searching.answers import find
from dashboard.shelf import Shelf
from dashboard.state import Choice, CompareChoice, CoverageChoice, TargetChoice, TrendChoice, decode
from dashboard.words import Words
from indicators.series import COLUMNS as SERIES


def set_up_downloads(server: Flask, shelf: Shelf) -> None:
    """Adds `/download/…` to the server."""
    door = Blueprint("download", __name__, url_prefix="/download")

    @door.get("/trends.csv")
    def trends_csv() -> Response:
        choice = decode(TrendChoice, request.query_string.decode())
        library, words = shelf.at(choice.as_of), Words(choice.lang)
        shown = trends.resolve(library, choice)
        rows = trends.rows_of(library, shown)
        title = library.title(shown.indicator, words.language)
        return as_file(series_csv(_shown(rows, shown), words, library.as_of), f"{title}.csv")

    @door.get("/compare.csv")
    def compare_csv() -> Response:
        choice = decode(CompareChoice, request.query_string.decode())
        library, words = shelf.at(choice.as_of), Words(choice.lang)
        rows = _compared(library, compare.resolve(library, choice))
        return as_file(series_csv(rows, words, library.as_of), f"{words('对比')}.csv")

    @door.get("/spread.csv")
    def spread_as_csv() -> Response:
        choice = decode(CompareChoice, request.query_string.decode())
        library, words = shelf.at(choice.as_of), Words(choice.lang)
        shown = compare.resolve(library, choice)
        rows = comparable(library, members(library, shown.group), shown.indicator, shown.measure)
        title = words("{indicator}：历年分布", indicator=library.title(shown.indicator, words.language))
        return as_file(spread_csv(spread_by_park(rows), words), f"{title}.csv")

    @door.get("/targets.csv")
    def targets_as_csv() -> Response:
        choice = decode(TargetChoice, request.query_string.decode())
        library, words = shelf.at(choice.as_of), Words(choice.lang)
        shown = targets.resolve(library, choice)
        rows = targets_csv(library, targets.rows_of(library, shown), words)
        return as_file(rows, f"{targets.title_of(library, shown, words)}.csv")

    @door.get("/coverage.csv")
    def coverage_csv() -> Response:
        choice = decode(CoverageChoice, request.query_string.decode())
        library, words = shelf.at(choice.as_of), Words(choice.lang)
        counted = library.known
        for column, wanted in (("park", choice.park), ("name", choice.indicator)):
            counted = counted[counted[column] == wanted] if wanted else counted
        counted = counted.assign(name=counted["name"].map(lambda name: library.title(name, words.language)))
        head = [words(text) for text in ("园区", "指标", "年份", "文档数", "其中把握不低的")]
        return as_file(plain_csv(head, counted.itertuples(index=False, name=None)), f"{words('覆盖')}.csv")

    add_data(door, shelf)
    server.register_blueprint(door)

    @server.get("/search")
    def search() -> Response:
        here = decode(Choice, request.query_string.decode())
        return jsonify([asdict(one) for one in find(shelf.at(here.as_of), request.args.get("q", "")[:80], here)])


def _compared(library: Library, choice: CompareChoice) -> pd.DataFrame:
    """The rows behind a comparison, in the order in which they are shown."""
    parks = members(library, choice.group)
    if choice.view == "heat":
        _, _, cells = heat_rows(library, choice)
        return pd.DataFrame(list(cells.values()), columns=[*SERIES, "kind", "rival_values", "period", "rank"])
    found = snapshot(comparable(library, parks, choice.indicator, choice.measure), choice.period)
    if choice.view == "ranking":
        return found
    across = snapshot(comparable(library, parks, choice.against, choice.measure), choice.period)
    return pd.concat([found[found["park"].isin(across["park"])], across[across["park"].isin(found["park"])]])


def _shown(rows: pd.DataFrame, choice: TrendChoice) -> pd.DataFrame:
    if choice.time == "same" and choice.months:
        first, _, last = choice.months.partition("-")
        return same_months(rows[rows["method"] == ""], (int(first), int(last)))
    return rows if choice.form == "stated" else in_form(rows[rows["method"] == ""], choice.form)[0]

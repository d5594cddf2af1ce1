"""Addresses that give what a page shows as a file: the page's own choices, in the page's own query string."""

from urllib.parse import quote

import pandas as pd
from flask import Blueprint, Flask, Response, request

from dashboard.download import series_csv
from dashboard.forms import in_form, same_months
from dashboard.pages import trends
from dashboard.shelf import Shelf
from dashboard.state import TrendChoice, decode
from dashboard.words import Words


def set_up_downloads(server: Flask, shelf: Shelf) -> None:
    """Adds `/download/…` to the server."""
    door = Blueprint("download", __name__, url_prefix="/download")

    @door.get("/trends.csv")
    def trends_csv() -> Response:
        choice = decode(TrendChoice, request.query_string.decode())
        library, words = shelf.at(choice.as_of), Words(choice.lang)
        shown = trends.resolve(library, choice)
        rows = library.trend(shown.park, shown.indicator, shown.measure, shown.segments)
        title = library.title(shown.indicator, words.language)
        return as_file(series_csv(_shown(rows, shown), words, library.as_of), f"{title}.csv")

    server.register_blueprint(door)


def as_file(content: bytes, name: str, kind: str = "text/csv; charset=utf-8") -> Response:
    """An answer that browsers save under this name."""
    answer = Response(content, content_type=kind)
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer


def _shown(rows: pd.DataFrame, choice: TrendChoice) -> pd.DataFrame:
    if choice.time == "same" and choice.months:
        first, _, last = choice.months.partition("-")
        return same_months(rows, (int(first), int(last)))
    return in_form(rows, choice.form)[0]

"""What a reader of a large archive would wait for is made before it is asked for.

All that is held is counted, and what the ways above lead to drawn, before the server is ready, once for all its
workers. An earlier day, or an archive that has changed, is counted from the moment that the frame of a page is asked
for, while the browser fetches the scripts; whoever asks meanwhile waits for the same count and does not make it again.
"""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Thread

from flask import Flask, request

from dashboard.library import Library
from dashboard.pages import compare, coverage, overview, targets, trends
from dashboard.searching.names import entries_of
from dashboard.shelf import Shelf
from dashboard.views import EDITING, VIEWS, view_of
from indicators.errors import ArchiveError

_log = logging.getLogger("dashboard")


def make_ready(shelf: Shelf) -> None:
    """Count what there is of each park, indicator and year, draw the pages that a reader sees first, spell the names
    that the search box finds."""
    with _said_in_the_log():
        _count(shelf.now, [coverage.PATH])
        for path in (overview.PATH, trends.PATH, compare.PATH, targets.PATH):
            view_of(shelf.now, path, "")
        entries_of(shelf.now, "zh")  # what is spelled for it serves the other language too


def set_up_ahead(server: Flask, shelf: Shelf) -> None:
    """Let the server begin to count what a page is going to ask for."""

    def begin(day: str, path: str) -> None:
        with _said_in_the_log():
            _count(shelf.at(day), [path])

    @server.before_request
    def begin_beside() -> None:
        if request.method == "GET" and request.path in VIEWS | EDITING:
            asked = request.args.get("as_of", ""), request.path
            Thread(target=begin, args=asked, name="ahead", daemon=True).start()


def _count(library: Library, paths: Iterable[str]) -> None:
    _log.debug("%d areas", len(library.census.parks))
    if coverage.PATH in paths:
        _log.debug("%d cells of what is known", len(library.known))


@contextmanager
def _said_in_the_log() -> Iterator[None]:
    """The archive's troubles; the pages say them to whoever asks."""
    try:
        yield
    except ArchiveError as error:
        _log.warning("%s", error)

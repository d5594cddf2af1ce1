"""What every reader of a large archive would wait for is counted as soon as the server is up, while nobody asks.

Whoever asks meanwhile waits for the same count and does not make it again.
"""

import logging
from threading import Thread

from flask import Flask

from dashboard.shelf import Shelf
from indicators.errors import ArchiveError

_KEY = "ahead"
_log = logging.getLogger("dashboard")


def set_up_ahead(server: Flask, shelf: Shelf) -> None:
    """Let `count_ahead` know what this server shows."""
    server.extensions[_KEY] = shelf


def count_ahead(server: Flask) -> Thread | None:
    """Begin to count what there is of each park, indicator and year; None where the server shows no archive."""
    shelf = server.extensions.get(_KEY)
    if shelf is None:
        return None
    thread = Thread(target=_count, args=(shelf,), name="count-ahead", daemon=True)
    thread.start()
    return thread


def _count(shelf: Shelf) -> None:
    try:
        library = shelf.now
        _log.debug("%d areas, %d cells of what is known", len(library.census.parks), len(library.known))
    except ArchiveError as error:
        _log.warning("%s", error)  # the pages say it to whoever asks

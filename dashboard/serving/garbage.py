"""Garbage is collected while nobody asks: with a large archive one look at all there is takes as long as an answer."""

import gc
from threading import Thread
from time import sleep

QUIET = 1.0  # seconds in which nothing was made
SELDOM = 200  # looks at what is middle-aged before one at everything, where it is never quiet


def settle() -> None:
    """What was made so far stays, and need not be looked at ever again; everything made later only now and then."""
    gc.collect()
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, SELDOM)


def collect_at_rest(quiet: float = QUIET) -> Thread:
    """Begin to collect after every stretch of work, when nothing has been made for `quiet` seconds."""
    thread = Thread(target=_collect, args=(quiet,), name="collect-at-rest", daemon=True)
    thread.start()
    return thread


def _collect(quiet: float) -> None:
    before = collected = _looks()
    while True:
        sleep(quiet)
        now = _looks()
        if now == before != collected:
            gc.collect()
            collected = now
        before = now


def _looks() -> int:
    """How often what is young has been looked at, which is how much has been made."""
    return int(gc.get_stats()[0]["collections"])

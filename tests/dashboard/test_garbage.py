"""Garbage is collected when nothing is being made."""

import gc
import threading
import time
import weakref
from contextlib import suppress

import pytest

from dashboard.serving import garbage


@pytest.fixture
def threshold():
    before = gc.get_threshold()
    yield before
    gc.set_threshold(*before)
    gc.unfreeze()


class _Knot:
    """Something that keeps itself alive."""

    def __init__(self) -> None:
        self.itself = self


def test_what_is_settled_is_looked_at_no_more_and_all_the_rest_seldom(threshold) -> None:
    garbage.settle()
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == (*threshold[:2], garbage.SELDOM)


def test_what_has_grown_old_is_collected_after_work(threshold, monkeypatch) -> None:
    class Over(Exception):
        """What ends the thread."""

    over = threading.Event()

    def rest(seconds: float) -> None:
        if over.wait(seconds):
            raise Over

    def collect(quiet: float) -> None:
        with suppress(Over):
            really(quiet)

    really = garbage._collect
    monkeypatch.setattr(garbage, "sleep", rest)
    monkeypatch.setattr(garbage, "_collect", collect)
    gc.set_threshold(*threshold[:2], 1_000_000)  # never by itself
    knot = _Knot()
    gc.collect()  # it is old now
    left = weakref.ref(knot)
    thread = garbage.collect_at_rest(quiet=0.05)
    del knot
    made = [[] for _ in range(10_000)]  # the work
    until = time.monotonic() + 20
    while left() is not None and time.monotonic() < until:
        time.sleep(0.05)
    over.set()
    thread.join(timeout=20)
    assert left() is None
    assert made


def test_nothing_is_collected_where_nothing_has_been_made(monkeypatch) -> None:
    rests = iter([1, 2, 3])

    def rest(_: float) -> None:
        if next(rests, None) is None:
            raise InterruptedError

    monkeypatch.setattr(garbage, "sleep", rest)
    monkeypatch.setattr(garbage, "_looks", lambda: 7)
    monkeypatch.setattr(garbage.gc, "collect", lambda: pytest.fail("collected"))
    with pytest.raises(InterruptedError):
        garbage._collect(1.0)

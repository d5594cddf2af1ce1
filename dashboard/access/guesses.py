"""Slows down those who guess at a password: after a few wrong ones the next has to wait, longer each time."""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

FREE = 4
LONGEST = 300.0  # seconds
_MOST = 10_000  # of those remembered


class Guesses:
    """Wrong guesses by whence they came; each process of the server counts its own."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, whence: str) -> int:
        """The seconds that this visitor still has to wait before the next guess, 0 for none."""
        with self._lock:
            count, last = self._wrong.get(whence, (0, 0.0))
        if count < FREE:
            return 0
        return max(0, round(last + min(LONGEST, 2.0 ** (count - FREE + 1)) - self._clock()))

    def wrong(self, whence: str) -> None:
        """Count a wrong guess."""
        with self._lock:
            count, _ = self._wrong.pop(whence, (0, 0.0))
            self._wrong[whence] = (count + 1, self._clock())
            while len(self._wrong) > _MOST:
                self._wrong.popitem(last=False)

    def right(self, whence: str) -> None:
        """Forget the wrong ones."""
        with self._lock:
            self._wrong.pop(whence, None)

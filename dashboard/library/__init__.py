"""The narrow door through which observations come in, and the questions that the pages put to them.

Frames go in and out here, so that callbacks and layouts hold no pandas. Nothing is read that no page asks for: counts
come from `census`, series from `built`, the rest from what is held (`indicators.holdings`).
"""

from dashboard.library.census import Option
from dashboard.library.counts import MEASURE_ORDER
from dashboard.library.promised import Promised
from dashboard.library.said import Said

__all__ = ["MEASURE_ORDER", "Library", "Option"]


class Library(Promised, Said):
    """What is held, ready to be asked: an archive in memory, or the one on disk; as of a day, or everything."""

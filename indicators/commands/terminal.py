"""The terminal: a line of progress, columns of Chinese text."""

import sys
import time
import unicodedata
from collections.abc import Iterable, Sequence


class ProgressLine:
    """A line on the terminal that is written over and over: how many are done, how fast, how long it will take."""

    def __init__(self, verb: str) -> None:
        self.verb, self.began, self.shown = verb, time.monotonic(), 0.0

    def seconds(self) -> float:
        """Since it began."""
        return time.monotonic() - self.began

    def __call__(self, done: int, total: int, name: str) -> None:
        """Show where things stand; gone when all is done, silent where nobody watches."""
        moment = time.monotonic()
        if not sys.stderr.isatty() or (moment - self.shown < 0.1 and done < total):
            return
        self.shown = moment
        rate = done / (moment - self.began) if moment > self.began else 0.0
        left = f"，{rate:.1f} 个/秒，还要 {duration((total - done) / rate)}" if done and rate else ""
        sys.stderr.write(f"\r\x1b[K{self.verb} {done}/{total}{left} {name}" if done < total else "\r\x1b[K")
        sys.stderr.flush()


def duration(seconds: float) -> str:
    """A time as people say it.

    >>> duration(3725)
    '1 小时 2 分'
    """
    whole = round(seconds)
    if whole < 60:
        return f"{whole} 秒"
    return f"{whole // 60} 分 {whole % 60} 秒" if whole < 3600 else f"{whole // 3600} 小时 {whole % 3600 // 60} 分"


def width(text: str) -> int:
    """The columns that a text takes on a terminal: two for a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def print_table(rows: Iterable[Sequence[str]]) -> None:
    """Rows of cells in columns."""
    kept = [[" ".join(cell.split()) for cell in row] for row in rows]
    if not kept:
        return
    widths = [max(width(row[place]) for row in kept) for place in range(len(kept[0]))]
    for row in kept:
        padded = [cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)]
        print("  ".join(padded).rstrip())

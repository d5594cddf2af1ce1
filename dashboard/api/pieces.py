"""A page of rows that are made piece by piece: no piece is made that the page does not reach."""

from collections.abc import Callable, MutableMapping, Sequence
from typing import NamedTuple

import pandas as pd

Piece = Callable[[], pd.DataFrame]


class Cut(NamedTuple):
    """The rows of a page; how many there are in all, None while not all are counted; whether there are more."""

    rows: pd.DataFrame
    total: int | None
    has_more: bool


def cut(pieces: Sequence[Piece], lengths: MutableMapping[int, int], offset: int, limit: int) -> Cut:
    """The rows from `offset` on, at most `limit`, of all pieces one after the other; there is one piece at least.

    `lengths` are those of the pieces that were made before, by their place; those of the ones made now are added.
    """
    found: list[pd.DataFrame] = []
    start = 0
    for place, piece in enumerate(pieces):
        if start > offset + limit:
            break
        if place in lengths and (start + lengths[place] <= offset or start >= offset + limit):
            start += lengths[place]
            continue
        rows = piece()
        lengths[place] = len(rows)
        part = rows.iloc[max(offset - start, 0) : max(offset + limit - start, 0)]
        if len(part) or not found:
            found.append(part)
        start += len(rows)
    total = sum(lengths.values()) if len(lengths) == len(pieces) else None
    return Cut(pd.concat(found or [pieces[0]().iloc[:0]]), total, start > offset + limit)

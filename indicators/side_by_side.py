"""Reading files side by side: the outcome of each, in their order, whether one process reads them or several.

What reads them is imported where it reads, so that the others have begun to get ready by then.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from multiprocessing import get_all_start_methods, get_context
from typing import TYPE_CHECKING

from indicators.errors import DocumentError
from indicators.sources import Source

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

    from indicators.documents import Document
    from indicators.model import Observation

    Outcome = tuple[Document, tuple[Observation, ...]] | str  # of reading a file; or why it cannot be read
    Named = tuple[str, bytes | str]  # a document's name, and its bytes or why they cannot be had
    Read = Callable[[Sequence[Named]], list[Outcome]]

# Bytes that a process reads in the time that it takes to start.
_WORTH_A_PROCESS = 2_000_000
# Bytes that a process is handed at a time: handing over costs little beside reading them, and at the end none has much
# left to read where the others are done.
_HANDED_OVER = 64_000


def read_files(
    sources: Sequence[Source], names: Sequence[str], published: str, park: str, jobs: int | None
) -> Iterator[Outcome]:
    """The outcome of each source, in their order; where other processes are to read, they get ready from now on.

    `jobs` processes read (1: this one; None: as many as there are cores, where there is enough to read).
    """
    read = partial(_read_each, published=published, park=park)
    if jobs == 1 or len(sources) == 1:
        return chain.from_iterable(read([(name, _load(source))]) for source, name in zip(sources, names, strict=True))
    loaded = [(name, _load(source)) for source, name in zip(sources, names, strict=True)]
    handed = list(_handed_over(loaded))
    count = min(_worthwhile(loaded) if jobs is None else jobs, len(handed))
    if count <= 1:
        return chain.from_iterable(map(read, handed))
    return _from_processes(ProcessPoolExecutor(count, _starting()), read, handed)


def _from_processes(pool: ProcessPoolExecutor, read: Read, handed: Sequence[Sequence[Named]]) -> Iterator[Outcome]:
    with pool:
        yield from chain.from_iterable(pool.map(read, handed))


def _starting() -> BaseContext:
    """How processes start: forked from one that gets the reader ready, where the system can, else each by itself.

    None is forked from this one: a fork of a process with threads (numpy has some) may hang.
    """
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["indicators.ready"])
    from multiprocessing.forkserver import ensure_running  # which not every system has

    ensure_running()
    return context


def _load(source: Source) -> bytes | str:
    """The bytes of a source, or why they cannot be had."""
    try:
        return source.load()
    except DocumentError as error:
        return str(error)


def _read_each(loaded: Sequence[Named], published: str, park: str) -> list[Outcome]:
    return [_read(name, data, published, park) for name, data in loaded]


def _read(name: str, data: bytes | str, published: str, park: str) -> Outcome:
    from indicators.documents import read_document

    if isinstance(data, str):
        return data
    try:
        return read_document(name, data, published, park)
    except DocumentError as error:
        return str(error)


def _handed_over(loaded: Sequence[Named]) -> Iterator[list[Named]]:
    """The files in portions, each as many as there are to be handed over at a time."""
    portion: list[Named] = []
    size = 0
    for name, data in loaded:
        portion.append((name, data))
        size += len(data)
        if size >= _HANDED_OVER:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def _worthwhile(loaded: Sequence[Named]) -> int:
    """How many processes it pays to start: a core each, and enough for each to read."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, sum(len(data) for _, data in loaded) // _WORTH_A_PROCESS))

"""The archive: documents read, their observations and the account of their numbers, held in memory.

The dashboard asks for observations and documents here and nowhere else.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pandas as pd

from indicators.documents import Document, read_document
from indicators.errors import DocumentError
from indicators.model import Observation
from indicators.sources import Source, find_sources, names_of
from indicators.table import to_table

Progress = Callable[[int, int, str], None]
# A process takes about a second to start, in which one that runs reads more than a megabyte.
_WORTH_A_PROCESS = 2_000_000


@dataclass(frozen=True)
class Archive:
    """Documents and the table of their observations; `unread` names each file that could not be read, and why."""

    observations: pd.DataFrame
    documents: tuple[Document, ...]
    unread: tuple[tuple[str, str], ...] = ()
    _by_name: dict[str, Document] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_name.update({document.name: document for document in self.documents})

    def document(self, name: str) -> Document | None:
        """The document of that name, None if there is none."""
        return self._by_name.get(name)


def read_archive(
    paths: Iterable[str | Path],
    progress: Progress | None = None,
    published: str = "",
    park: str = "",
    jobs: int | None = 1,
) -> Archive:
    """Read files, folders and zip archives; `progress(done, total, name)` is called before each file and at the end.

    `published` and `park` overrule what the texts say. A file that cannot be read is left out and named in `unread`.
    Files of one name in several folders keep the part of their path that tells them apart. `jobs` processes read side
    by side (None: as many as there are cores, where there is enough to read); what comes out is the same.
    """
    sources = list(find_sources(paths))
    names = names_of(sources)
    documents: list[Document] = []
    observations: list[Observation] = []
    unread: list[tuple[str, str]] = []
    outcomes = _read(sources, names, published, park, jobs)
    for done, (source, name) in enumerate(zip(sources, names, strict=True)):
        if progress:
            progress(done, len(sources), name)
        outcome = next(outcomes)
        if isinstance(outcome, str):
            unread.append((source.path, outcome))
            continue
        documents.append(outcome[0])
        observations.extend(outcome[1])
    if progress:
        progress(len(sources), len(sources), "")
    return Archive(to_table(observations), tuple(documents), tuple(unread))


Outcome = tuple[Document, tuple[Observation, ...]] | str  # of reading a file; or why it cannot be read


def _read(
    sources: Sequence[Source], names: Sequence[str], published: str, park: str, jobs: int | None
) -> Iterator[Outcome]:
    """The outcome of each source, in their order."""
    read = partial(_read_one, published=published, park=park)
    if jobs == 1 or len(sources) == 1:
        yield from (read(name, _load(source)) for source, name in zip(sources, names, strict=True))
        return
    loaded = [_load(source) for source in sources]
    count = min(_worthwhile(loaded) if jobs is None else jobs, len(loaded))
    if count <= 1:
        yield from map(read, names, loaded)
        return
    # spawned, as on every system: a fork of a process with threads (numpy has some) may hang
    with ProcessPoolExecutor(count, get_context("spawn")) as pool:
        yield from pool.map(read, names, loaded, chunksize=max(1, min(16, len(loaded) // (4 * count))))


def _load(source: Source) -> bytes | str:
    """The bytes of a source, or why they cannot be had."""
    try:
        return source.load()
    except DocumentError as error:
        return str(error)


def _read_one(name: str, data: bytes | str, published: str, park: str) -> Outcome:
    if isinstance(data, str):
        return data
    try:
        return read_document(name, data, published, park)
    except DocumentError as error:
        return str(error)


def _worthwhile(loaded: Sequence[bytes | str]) -> int:
    """How many processes it pays to start: a core each, and enough for each to read."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, sum(map(len, loaded)) // _WORTH_A_PROCESS))

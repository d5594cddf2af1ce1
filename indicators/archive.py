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

from indicators.documents import Document, find_files, read_file, read_head
from indicators.errors import DocumentError
from indicators.model import Observation
from indicators.reading import read_text
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
    """Read files and folders into an archive; `progress(done, total, name)` is called before each file and at the end.

    `published` and `park` overrule what the texts say. A file that cannot be read is left out and named in `unread`.
    Files of one name in several folders keep the part of their path that tells them apart. `jobs` processes read side
    by side (None: as many as there are cores, where there is enough to read); what comes out is the same.
    """
    files = list(find_files(paths))
    names = _names(files)
    documents: list[Document] = []
    observations: list[Observation] = []
    unread: list[tuple[str, str]] = []
    found = _read_files(files, names, published, park, _worthwhile(files) if jobs is None else jobs)
    for done, (file, name) in enumerate(zip(files, names, strict=True)):
        if progress:
            progress(done, len(files), name)
        outcome = next(found)
        if isinstance(outcome, str):
            unread.append((str(file), outcome))
            continue
        document, rows = outcome
        documents.append(document)
        observations.extend(rows)
    if progress:
        progress(len(files), len(files), "")
    return Archive(to_table(observations), tuple(documents), tuple(unread))


Outcome = tuple[Document, tuple[Observation, ...]] | str  # of reading a file; or why it cannot be read


def _read_files(files: Sequence[Path], names: Sequence[str], published: str, park: str, jobs: int) -> Iterator[Outcome]:
    """The outcome of each file, in their order."""
    read = partial(_read_file, published=published, park=park)
    jobs = min(jobs, len(files))
    if jobs <= 1:
        yield from map(read, files, names)
        return
    # spawned, as on every system: a fork of a process with threads (numpy has some) may hang
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        yield from pool.map(read, files, names, chunksize=max(1, min(16, len(files) // (4 * jobs))))


def _read_file(file: Path, name: str, published: str, park: str) -> Outcome:
    try:
        text = read_file(file)
    except DocumentError as error:
        return str(error)
    reading = read_text(text, published, park, name)
    head = read_head(text)
    document = Document(name, text, head["title"], head["publisher"], reading.published, head["source"], reading.marks)
    return document, reading.observations


def _worthwhile(files: Iterable[Path]) -> int:
    """How many processes it pays to start: a core each, and enough for each to read."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    size = sum(file.stat().st_size for file in files if file.is_file())
    return max(1, min(cores, size // _WORTH_A_PROCESS))


def _names(files: list[Path]) -> list[str]:
    """A name for each file: its own, or, where several share it, with as much of its folder as tells them apart."""
    names = [file.name for file in files]
    depth = 1
    while len(set(names)) < len(set(files)) and depth < 20:
        depth += 1
        shared = {name for name in names if names.count(name) > 1}
        names = ["/".join(f.parts[-depth:]) if name in shared else name for f, name in zip(files, names, strict=True)]
    return names

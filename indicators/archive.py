"""The archive: documents read, their observations and the account of their numbers, held in memory.

The dashboard asks for observations and documents here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from indicators.side_by_side import read_files
from indicators.sources import find_sources, names_of

if TYPE_CHECKING:
    import pandas as pd

    from indicators.documents import Document
    from indicators.model import Observation

Progress = Callable[[int, int, str], None]


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
    outcomes = read_files(sources, names, published, park, jobs)
    from indicators.table import to_table  # pandas takes as long to import as others to get ready

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

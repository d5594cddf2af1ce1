"""The archive: documents read, their observations and the account of their numbers, held in memory.

The dashboard asks for observations and documents here and nowhere else.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from indicators.documents import Document, read_document
from indicators.errors import DocumentError
from indicators.model import Observation
from indicators.sources import find_sources, names_of
from indicators.table import to_table

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
    paths: Iterable[str | Path], progress: Progress | None = None, published: str = "", park: str = ""
) -> Archive:
    """Read files, folders and zip archives; `progress(done, total, name)` is called before each file and at the end.

    `published` and `park` overrule what the texts say. A file that cannot be read is left out and named in `unread`.
    Files of one name in several folders keep the part of their path that tells them apart.
    """
    sources = list(find_sources(paths))
    names = names_of(sources)
    documents: list[Document] = []
    observations: list[Observation] = []
    unread: list[tuple[str, str]] = []
    for done, (source, name) in enumerate(zip(sources, names, strict=True)):
        if progress:
            progress(done, len(sources), name)
        try:
            document, found = read_document(name, source.load(), published, park)
        except DocumentError as error:
            unread.append((source.path, str(error)))
            continue
        documents.append(document)
        observations.extend(found)
    if progress:
        progress(len(sources), len(sources), "")
    return Archive(to_table(observations), tuple(documents), tuple(unread))

"""The archive: documents read, their observations and the account of their numbers, held in memory.

The dashboard asks for observations and documents here and nowhere else.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from indicators.documents import Document, find_files, read_file, read_head
from indicators.errors import DocumentError
from indicators.model import Observation
from indicators.reading import read_text
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
    """Read files and folders into an archive; `progress(done, total, name)` is called before each file and at the end.

    `published` and `park` overrule what the texts say. A file that cannot be read is left out and named in `unread`.
    Files of one name in several folders keep the part of their path that tells them apart.
    """
    files = list(find_files(paths))
    names = _names(files)
    documents: list[Document] = []
    observations: list[Observation] = []
    unread: list[tuple[str, str]] = []
    for done, (file, name) in enumerate(zip(files, names, strict=True)):
        if progress:
            progress(done, len(files), name)
        try:
            text = read_file(file)
        except DocumentError as error:
            unread.append((str(file), str(error)))
            continue
        reading = read_text(text, published, park, name)
        head = read_head(text)
        documents.append(
            Document(name, text, head["title"], head["publisher"], reading.published, head["source"], reading.marks)
        )
        observations.extend(reading.observations)
    if progress:
        progress(len(files), len(files), "")
    return Archive(to_table(observations), tuple(documents), tuple(unread))


def _names(files: list[Path]) -> list[str]:
    """A name for each file: its own, or, where several share it, with as much of its folder as tells them apart."""
    names = [file.name for file in files]
    depth = 1
    while len(set(names)) < len(set(files)) and depth < 20:
        depth += 1
        shared = {name for name in names if names.count(name) > 1}
        names = ["/".join(f.parts[-depth:]) if name in shared else name for f, name in zip(files, names, strict=True)]
    return names

"""Importing: files into the archive, one transaction a document, so that a killed import leaves no half of one."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Engine, insert, select, update

from indicators.as_named import under_one_name
from indicators.documents import read_document
from indicators.errors import DocumentError
from indicators.sources import Source, find_sources
from indicators.store.engine import reading
from indicators.store.schema import documents, imports
from indicators.store.transactions import writing
from indicators.store.writing import Arrival, now, put
from indicators.version import reader_version

Progress = Callable[[int, int, str], None]


@dataclass
class Summary:
    """What an import did: counts of documents, and of the new ones' rows and of their numbers not understood."""

    found: int = 0
    added: int = 0
    superseded: int = 0  # of those added, how many took the place of an older version
    unchanged: int = 0
    failed: int = 0
    rows: int = 0
    not_understood: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)  # (path, reason)


@dataclass(frozen=True)
class Given:
    """What is said of a document from outside: where it says something, it overrules the document itself."""

    title: str = ""
    publisher: str = ""
    published: str = ""
    park: str = ""


def arrive(path: str, data: bytes, given: Given = Given()) -> Arrival:
    """Read a file, ready to be put in; DocumentError (Chinese) says why it cannot be read."""
    try:
        document, rows = read_document(Source(path, lambda: data).name, data, given.published, given.park)
    except DocumentError:
        raise
    except Exception as error:  # whatever a broken file does to a library, the others are read
        raise DocumentError("读取时出错（{why}）；请另存为 .txt 再试", why=f"{type(error).__name__}: {error}") from None
    rows = under_one_name(rows)
    document = replace(document, title=given.title or document.title, publisher=given.publisher or document.publisher)
    return Arrival(document, rows, path, reader_version(), given.published, given.park)


def import_paths(
    engine: Engine,
    paths: Iterable[str | Path],
    progress: Progress | None = None,
    published: str = "",
    park: str = "",
) -> Summary:
    """Import files, folders and zip archives; `progress(done, total, path)` is called before each and at the end.

    A file whose bytes are in the archive changes nothing. One that cannot be read is named in the summary, and is tried
    again by the next import. `published` and `park` overrule what the texts say.
    """
    named = [str(path) for path in paths]
    sources = list(find_sources(named))
    with reading(engine) as connection:
        known = set(connection.scalars(select(documents.c.sha256)))
    summary = Summary(found=len(sources))
    arrivals = _read(sources, known, summary, progress, published, park)
    return take_in(engine, named, arrivals, summary)


def take_in(engine: Engine, paths: list[str], arrivals: Iterable[Arrival], summary: Summary) -> Summary:
    """Put what arrives into the archive, each document in its own transaction, and keep an account of the import."""
    import_id: int | None = None
    for arrival in arrivals:
        import_id = import_id or _open(engine, paths)
        with writing(engine) as connection:
            outcome = put(connection, arrival, import_id)
        if outcome == "unchanged":
            summary.unchanged += 1
            continue
        summary.added += 1
        summary.superseded += outcome == "superseded"
        summary.rows += len(arrival.rows)
        summary.not_understood += sum(mark.fate == "not_understood" for mark in arrival.document.marks)
    if summary.failures or import_id:
        import_id = import_id or _open(engine, paths)
        account = json.dumps(asdict(summary), ensure_ascii=False)
        with writing(engine) as connection:
            connection.execute(update(imports).where(imports.c.id == import_id).values(finished=now(), summary=account))
    return summary


def _read(
    sources: list[Source], known: set[str], summary: Summary, progress: Progress | None, published: str, park: str
) -> Iterator[Arrival]:
    """The documents that are new; the others are counted."""
    for done, source in enumerate(sources):
        if progress:
            progress(done, len(sources), source.path)
        try:
            data = source.load()
            if sha256(data).hexdigest() in known:
                summary.unchanged += 1
                continue
            arrival = arrive(source.path, data, Given(published=published, park=park))
        except DocumentError as error:
            summary.failed += 1
            summary.failures.append((source.path, str(error)))
        else:
            yield arrival
    if progress:
        progress(len(sources), len(sources), "")


def _open(engine: Engine, paths: list[str]) -> int:
    """The id of a new import."""
    values = {"started": now(), "paths": json.dumps(paths, ensure_ascii=False), "reader": reader_version()}
    with writing(engine) as connection:
        identity = connection.execute(insert(imports).values(values)).inserted_primary_key
    if identity is None:
        raise RuntimeError("the database gave no id to a new import")
    return int(identity[0])

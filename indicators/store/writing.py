"""Putting one document into the archive, whole or not at all."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath

from sqlalchemy import Connection, func, insert, select, update

from indicators.documents import Document
from indicators.model import Grounds, Mark, Observation, Source
from indicators.store.rows import to_rows
from indicators.store.schema import documents, observations


@dataclass(frozen=True)
class Arrival:
    """A document on its way in: where it came from and what was said of it."""

    document: Document
    rows: Sequence[Observation]
    path: str
    reader: str
    published: str = ""
    park: str = ""


def now() -> str:
    """The time in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


@dataclass(frozen=True)
class Prospect:
    """What would come of a document: its `outcome` as `put` gives it, and the `names` of the documents that it is, or
    whose place it takes."""

    outcome: str
    names: tuple[str, ...] = ()


def foresee(connection: Connection, arrival: Arrival) -> Prospect:
    """What `put` would do now."""
    there = connection.scalar(select(documents.c.name).where(documents.c.sha256 == arrival.document.sha256))
    if there is not None:
        return Prospect("unchanged", (there,))
    older = _older(connection, arrival)
    if not older:
        return Prospect("added")
    names = connection.scalars(select(documents.c.name).where(documents.c.id.in_(older)).order_by(documents.c.id))
    return Prospect("superseded", tuple(names))


def put(connection: Connection, arrival: Arrival, import_id: int) -> str:
    """Put a document in: "added", "superseded" (it takes the place of an older version), "unchanged" (it is there)."""
    document, sha256 = arrival.document, arrival.document.sha256
    if connection.scalar(select(documents.c.id).where(documents.c.sha256 == sha256)) is not None:
        return "unchanged"
    time = now()
    values = {
        "sha256": sha256,
        "name": _free_name(connection, document.name, arrival.path),
        "path": arrival.path,
        "format": document.format,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "source": document.source,
        "park": main_park(arrival.rows),
        "given_published": arrival.published,
        "given_park": arrival.park,
        "reader": arrival.reader,
        "rows": len(arrival.rows),
        "imported": time,
        "import_id": import_id,
        "marks": dump_marks(document.marks),
        "text": document.text,
        "data": document.data,
    }
    older = _older(connection, arrival)
    identity = connection.execute(insert(documents).values(values)).inserted_primary_key
    if identity is None:
        raise RuntimeError("the database gave no id to a new document")
    put_rows(connection, arrival.rows, identity[0], sha256)
    if not older:
        return "added"
    change = update(documents).where(documents.c.id.in_(older))
    connection.execute(change.values(superseded_by=identity[0], superseded=time))
    return "superseded"


def put_rows(connection: Connection, rows: Sequence[Observation], document_id: int, sha256: str) -> None:
    """Insert the observations of a document."""
    if rows:
        connection.execute(insert(observations), to_rows(rows, document_id, sha256))


def main_park(rows: Sequence[Observation]) -> str:
    """The area that most of the rows are of, "" where there are none."""
    counts = Counter(row.park for row in rows)
    return max(counts, key=lambda park: (counts[park], park), default="")


def dump_marks(marks: Sequence[Mark]) -> str:
    """The account of a text's numbers as it is stored."""
    kept = [[m.start, m.end, m.fate, m.reason, *([m.grounds] if m.grounds else [])] for m in marks]
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def load_marks(stored: str) -> tuple[Mark, ...]:
    """The account of a text's numbers."""
    return tuple(
        Mark(start, end, fate, reason, Grounds(*(Source(*source) for source in grounds[0])) if grounds else None)
        for start, end, fate, reason, *grounds in json.loads(stored)
    )


def _older(connection: Connection, new: Arrival) -> list[int]:
    """Present documents that are the same article: same title, publisher and date; without publisher, same area."""
    document = new.document
    if not document.title or not document.published:
        return []
    same = {"title": document.title, "published": document.published, "publisher": document.publisher}
    if not document.publisher:
        same["park"] = main_park(new.rows)
    query = select(documents.c.id).where(documents.c.superseded_by.is_(None))
    return list(connection.scalars(query.where(*(documents.c[column] == value for column, value in same.items()))))


def _free_name(connection: Connection, name: str, path: str) -> str:
    """A name that no other document has: with as much of its folder, or else a number, as tells it apart."""
    parts = PurePath(path.replace("\\", "/")).parts
    candidates = [name, *("/".join(parts[-depth:]) for depth in range(2, min(len(parts), 4) + 1))]
    for candidate in candidates:
        if not _taken(connection, candidate):
            return candidate
    stem, suffix = PurePath(name).stem, PurePath(name).suffix
    number = 2
    while _taken(connection, f"{stem} ({number}){suffix}"):
        number += 1
    return f"{stem} ({number}){suffix}"


def _taken(connection: Connection, name: str) -> bool:
    return bool(connection.scalar(select(func.count()).where(documents.c.name == name)))

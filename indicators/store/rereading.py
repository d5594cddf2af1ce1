"""Reading the archive again by the present rules: what would change, and the change once it is accepted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine, delete, select, update

from indicators.as_named import under_one_name
from indicators.documents import read_document
from indicators.formats import read_content
from indicators.model import Mark, Observation
from indicators.reading import read_text
from indicators.store.engine import reading
from indicators.store.importing import Progress
from indicators.store.rows import STORED, row_key, to_observation
from indicators.store.schema import documents, observations
from indicators.store.transactions import writing
from indicators.store.writing import dump_marks, main_park, put_rows
from indicators.version import reader_version

_STATED = frozenset({"csv", "tsv", "xlsx"})  # formats that may state observations
_KINDS = ("added", "gone", "changed")


@dataclass(frozen=True)
class Change:
    """What becomes of a row: `before` is None for an added one, `after` for one that is gone."""

    document: str
    before: Observation | None
    after: Observation | None

    @property
    def kind(self) -> str:
        """added, gone or changed."""
        return "added" if self.before is None else "gone" if self.after is None else "changed"

    @property
    def row(self) -> Observation:
        """The row as it will be; as it was where it goes."""
        row = self.after or self.before
        if row is None:
            raise ValueError("a change has a row before it or after it")
        return row


@dataclass
class Reread:
    """The changes of a rereading, and how many documents it read."""

    documents: int = 0
    changes: list[Change] = field(default_factory=list)

    def by_indicator(self) -> dict[str, Counter[str]]:
        """Indicator (or phrase) -> counts of added, gone and changed rows; those with most changes first."""
        counts: dict[str, Counter[str]] = {}
        for change in self.changes:
            name = change.row.indicator or change.row.indicator_text
            counts.setdefault(name, Counter(dict.fromkeys(_KINDS, 0)))[change.kind] += 1
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1].total(), pair[0])))


@dataclass(frozen=True)
class _Again:
    """A document read again."""

    id: int
    sha256: str
    rows: Sequence[Observation]
    marks: Sequence[Mark]
    published: str


def reread(engine: Engine, accept: bool = False, everything: bool = False, progress: Progress | None = None) -> Reread:
    """Read again what another version of the rules has read (`everything`: all of it); `accept` writes it down.

    Superseded documents too, since the history is made of them. The texts stay as they are, and with them all offsets.
    People's decisions are kept apart from the rows, and so are never overwritten. One transaction a document.
    """
    found = Reread()
    for stored, rows in _stored(engine, everything, progress):
        again = _read(stored)
        found.documents += 1
        found.changes += _compare(stored, rows, again.rows)
        if accept:
            _write(engine, again)
    return found


def _stored(
    engine: Engine, everything: bool, progress: Progress | None
) -> Iterator[tuple[dict[str, Any], list[Observation]]]:
    query = select(documents.c.id).order_by(documents.c.id)
    if not everything:
        query = query.where(documents.c.reader != reader_version())
    with reading(engine) as connection:
        ids = list(connection.scalars(query))
    for done, document_id in enumerate(ids):
        with reading(engine) as connection:
            row = connection.execute(select(documents).where(documents.c.id == document_id)).first()
            if row is None:  # removed meanwhile
                continue
            mine = select(observations).where(observations.c.document_id == document_id)
            rows = connection.execute(mine.order_by(observations.c.place)).all()
        if progress:
            progress(done, len(ids), row.name)
        yield dict(row._mapping), [to_observation(dict(one._mapping), row.name) for one in rows]
    if progress:
        progress(len(ids), len(ids), "")


def _read(stored: dict[str, Any]) -> _Again:
    """A stored document, read by the present rules. The rows that a table of our own columns states stay as stated."""
    published, park, name = stored["given_published"], stored["given_park"], stored["name"]
    if stored["format"] in _STATED and read_content(name, stored["data"]).rows is not None:
        document, rows = read_document(name, stored["data"], published, park)
        return _Again(stored["id"], stored["sha256"], under_one_name(rows), document.marks, document.published)
    again = read_text(stored["text"], published, park, name)
    rows = under_one_name(again.observations)
    return _Again(stored["id"], stored["sha256"], rows, again.marks, again.published)


def _compare(stored: dict[str, Any], before: Sequence[Observation], after: Sequence[Observation]) -> Iterator[Change]:
    name, sha256 = stored["name"], stored["sha256"]
    old, new = _keyed(sha256, before), _keyed(sha256, after)
    for key in [*old, *(key for key in new if key not in old)]:
        was, becomes = old.get(key), new.get(key)
        if was is None or becomes is None or _facts(was) != _facts(becomes):
            yield Change(name, was, becomes)


def _keyed(sha256: str, rows: Sequence[Observation]) -> dict[tuple[str, int], Observation]:
    """The rows by their key; of several with one key, the first, the second …"""
    seen: Counter[str] = Counter()
    keyed = {}
    for row in rows:
        key = row_key(sha256, {column: getattr(row, column) for column in STORED})
        keyed[key, seen[key]] = row
        seen[key] += 1
    return keyed


def _facts(row: Observation) -> tuple[object, ...]:
    return tuple(getattr(row, column) for column in STORED if column not in {"rule", "confidence", "reasons"})


def _write(engine: Engine, again: _Again) -> None:
    with writing(engine) as connection:
        connection.execute(delete(observations).where(observations.c.document_id == again.id))
        values = {
            "reader": reader_version(),
            "rows": len(again.rows),
            "marks": dump_marks(again.marks),
            "published": again.published,
            "park": main_park(again.rows),
        }
        done = connection.execute(update(documents).where(documents.c.id == again.id).values(values))
        if done.rowcount:
            put_rows(connection, again.rows, again.id, again.sha256)

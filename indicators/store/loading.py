"""Taking documents and observations out of the archive, all of them or those that are asked for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from sqlalchemy import ColumnElement, Connection, Engine, case, func, literal, or_, select

from indicators.documents import Document
from indicators.errors import ArchiveError
from indicators.model import COLUMNS
from indicators.store.engine import reading
from indicators.store.schema import documents, observations
from indicators.store.writing import load_marks
from indicators.table import plainly_typed, typed


@dataclass(frozen=True)
class Choice:
    """Which observations: of these documents, parks, indicators (ids, or phrases) and statuses, in these days.

    Nothing chosen is all. `as_of` (an ISO day) gives what was known at its end: the documents published by then, in the
    version that the archive had. `history` adds documents that newer versions have superseded.
    """

    documents: tuple[str, ...] = ()
    parks: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    as_of: str = ""
    history: bool = False

    def allows(self, table: pd.DataFrame) -> pd.Series:
        """Of each row of a table of observations, whether it is of these parks, indicators, statuses and days."""
        name = table["indicator"].astype(object).where(table["indicator"] != "", table["indicator_text"].astype(object))
        allowed = pd.Series(True, index=table.index)
        for column, wanted in ((table["park"], self.parks), (name, self.names), (table["status"], self.statuses)):
            allowed &= column.isin(wanted) if wanted else True
        if self.since:
            allowed &= table["period_end"] >= pd.Timestamp(self.since)
        if self.until:
            allowed &= table["period_start"].fillna(table["period_end"]) <= pd.Timestamp(self.until)
        return allowed


ALL = Choice()


def load_observations(connection: Connection, choice: Choice = ALL) -> pd.DataFrame:
    """The observations chosen, with the table's columns (`indicators.COLUMNS`) and `key`; by document, then place."""
    columns = [documents.c.name if column == "document" else observations.c[column] for column in COLUMNS]
    query = (
        select(documents.c.name, observations.c.place, *columns, observations.c.key)
        .join(documents, documents.c.id == observations.c.document_id)
        .where(*_documents_of(choice), *_rows_of(choice))
    )
    # sorted here: each database has an order of its own for Chinese
    rows = sorted(connection.execute(query).fetchall(), key=itemgetter(0, 1))
    return typed(framed(rows, ["", "place", *COLUMNS, "key"])[[*COLUMNS, "key"]].astype({"key": "str"}))


def observed(
    connection: Connection, clauses: Sequence[ColumnElement[bool]], documents: Mapping[int, str]
) -> pd.DataFrame:
    """The observations that meet the clauses, of these documents alone (id -> name); by document, then place.

    The index holds their ids. The columns are the table's, plainly typed (texts are objects), `name` and `key`.
    """
    columns = [observations.c.document_id if column == "document" else observations.c[column] for column in COLUMNS]
    query = select(observations.c.id, observations.c.place, *columns, observations.c.name, observations.c.key)
    at = 2 + COLUMNS.index("document")
    there = [row for row in connection.execute(query.where(*clauses)).fetchall() if row[at] in documents]
    # sorted here: each database has an order of its own for Chinese
    there.sort(key=lambda row: (documents[row[at]], row[1]))
    table = framed(there, ["id", "place", *COLUMNS, "name", "key"])
    table["document"] = _objects([documents[row[at]] for row in there])
    labels = pd.Index(table["id"].to_numpy(dtype="int64"))
    return plainly_typed(table[[*COLUMNS, "name", "key"]]).set_axis(labels)


def framed(rows: Sequence[Any], columns: Sequence[str]) -> pd.DataFrame:
    """Rows of a database as a table of objects; pandas would look long for better types of its own."""
    values = zip(*rows, strict=True) if rows else [()] * len(columns)
    return pd.DataFrame({name: _objects(column) for name, column in zip(columns, values, strict=True)}, dtype=object)


def _objects(values: Sequence[Any]) -> npt.NDArray[np.object_]:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def load_documents(connection: Connection, choice: Choice = ALL) -> list[Mapping[str, Any]]:
    """What is known of each document, all columns but the bytes, in order of name."""
    columns = [column for column in documents.c if column.name != "data"]
    rows = connection.execute(select(*columns).where(*_documents_of(choice)))
    # sorted here: each database has an order of its own for Chinese
    return sorted((dict(row._mapping) for row in rows), key=lambda row: row["name"])


def load_document(connection: Connection, name: str) -> Mapping[str, Any]:
    """All that is stored of a document, its bytes too; ArchiveError where there is none of that name."""
    found = connection.execute(select(documents).where(documents.c.name == name)).first()
    if found is None:
        raise ArchiveError(f"库里没有“{name}”这篇文档；python -m indicators documents 列出全部")
    return dict(found._mapping)


def to_document(row: Mapping[str, Any]) -> Document:
    """A stored document; without its bytes where the row does not hold them."""
    said = {name: row[name] for name in ("name", "text", "title", "publisher", "published", "source", "format")}
    return Document(**said, marks=load_marks(row["marks"]), data=row.get("data", b""))


def count_documents(engine: Engine) -> int:
    """The number of documents that no newer version has superseded."""
    with reading(engine) as connection:
        return int(connection.scalar(select(func.count()).where(documents.c.superseded_by.is_(None))) or 0)


def distinct(connection: Connection, column: str) -> list[str]:
    """The different values of `park` or `name` among all observations, in order; by leaps along the index."""
    value = observations.c[column]
    first = select(func.min(value).label("value")).cte("leap", recursive=True)
    after = select(func.min(value)).where(value > first.c.value).scalar_subquery()
    leap = first.union_all(select(after).where(first.c.value.is_not(None)))
    return sorted(connection.scalars(select(leap.c.value).where(leap.c.value.is_not(None))))


def _rows_of(choice: Choice) -> Iterable[ColumnElement[bool]]:
    rows = observations.c
    if choice.documents:
        yield documents.c.name.in_(choice.documents)
    if choice.parks:
        yield rows.park.in_(choice.parks)
    if choice.names:
        yield rows.name.in_(choice.names)
    if choice.statuses:
        yield rows.status.in_(choice.statuses)
    if choice.since:
        yield rows.period_end >= choice.since
    if choice.until:
        yield func.coalesce(rows.period_start, rows.period_end) <= choice.until


def _documents_of(choice: Choice) -> Iterable[ColumnElement[bool]]:
    if not choice.as_of:
        if not choice.history:
            yield documents.c.superseded_by.is_(None)
        return
    yield _known_by() <= choice.as_of
    if choice.history:
        return
    yield or_(documents.c.superseded.is_(None), func.substr(documents.c.superseded, 1, 10) > choice.as_of)
    older = documents.alias("older")
    later = (older.c.superseded_by == documents.c.id) & (func.substr(older.c.superseded, 1, 10) > choice.as_of)
    yield ~select(older.c.id).where(later).exists()


def _known_by() -> ColumnElement[str]:
    """The day by which a document was known: that of its publication, the last one it can be; else of its import."""
    published = documents.c.published
    length, month = func.length(published), func.substr(published, 6, 2)
    return case(
        (length == 10, published),
        ((length == 7) & (month == "02"), published + literal("-28")),
        ((length == 7) & month.in_(["04", "06", "09", "11"]), published + literal("-30")),
        (length == 7, published + literal("-31")),
        (length == 4, published + literal("-12-31")),
        else_=func.substr(documents.c.imported, 1, 10),
    )

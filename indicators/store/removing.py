"""Taking a document out of the archive."""

from collections.abc import Sequence

from sqlalchemy import Engine, delete, select, update

from indicators.errors import ArchiveError
from indicators.store.schema import documents, observations
from indicators.store.transactions import writing


def remove(engine: Engine, names: Sequence[str]) -> int:
    """Remove these documents with their rows; how many rows went. All or, where one is not there, none of them.

    A version that one of them had superseded is the present one again, or is superseded by what superseded that one.
    Decisions stay: they hold again when the same file comes back.
    """
    gone = 0
    with writing(engine) as connection:
        for name in names:
            found = connection.execute(
                select(documents.c.id, documents.c.rows, documents.c.superseded_by).where(documents.c.name == name)
            ).first()
            if found is None:
                raise ArchiveError(f"库里没有“{name}”这篇文档；python -m indicators documents 列出全部")
            older = documents.c.superseded_by == found.id
            heir = {"superseded_by": found.superseded_by}
            if found.superseded_by is None:
                heir["superseded"] = None
            connection.execute(update(documents).where(older).values(heir))
            connection.execute(delete(observations).where(observations.c.document_id == found.id))
            connection.execute(delete(documents).where(documents.c.id == found.id))
            gone += found.rows
    return gone

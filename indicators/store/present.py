"""The archive as the dashboard and the series want it: documents, and the rows that stand after people's decisions."""

from sqlalchemy import Engine, select

from indicators.archive import Archive
from indicators.decisions import standing
from indicators.store.deciding import reviewed
from indicators.store.engine import reading
from indicators.store.loading import ALL, Choice, load_documents, to_document
from indicators.store.schema import changes


def load_archive(engine: Engine, choice: Choice = ALL) -> Archive:
    """The documents and observations chosen, as one whole: no half of an import that is under way.

    `observations` has the table's columns, `key`, `review` and `decision`; rejected rows are left out.
    """
    with reading(engine) as connection:
        table = standing(reviewed(connection, choice))
        found = [to_document(row) for row in load_documents(connection, choice)]
    return Archive(table, tuple(found))


def count_changes(engine: Engine) -> int:
    """How many transactions have written to the archive so far: while it stays, nothing in it has changed."""
    with reading(engine) as connection:
        return int(connection.scalar(select(changes.c.count)) or 0)

"""The archive as the dashboard and the series want it: documents, and the rows that stand after people's decisions."""

from sqlalchemy import Engine

from indicators.archive import Archive
from indicators.decisions import standing
from indicators.store.deciding import reviewed
from indicators.store.engine import address, exists, opened, reading
from indicators.store.loading import ALL, Choice, count_documents, load_documents, to_document


def load_archive(engine: Engine, choice: Choice = ALL) -> Archive:
    """The documents and observations chosen, as one whole: no half of an import that is under way.

    `observations` has the table's columns, `key`, `review` and `decision`; rejected rows are left out.
    """
    with reading(engine) as connection:
        table = standing(reviewed(connection, choice))
        found = [to_document(row) for row in load_documents(connection, choice)]
    return Archive(table, tuple(found))


def load_present(given: str = "") -> Archive | None:
    """The archive at this address, None where there is none yet or nothing is in it."""
    if not exists(address(given)):
        return None
    with opened(given) as engine:
        return load_archive(engine) if count_documents(engine) else None

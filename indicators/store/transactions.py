"""Transactions of an archive."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, update

from indicators.store.schema import changes
from indicators.store.troubles import in_words


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction that no other writer shares; committed at the end, undone on an error.

    It is counted in `changes`: who shows the archive looks there whether it has changed.
    """
    with alone(engine) as connection:
        yield connection
        connection.execute(update(changes).values(count=changes.c.count + 1))


@contextmanager
def alone(engine: Engine) -> Iterator[Connection]:
    """The same, uncounted: for an archive whose tables may not be there yet."""
    with in_words(), engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection

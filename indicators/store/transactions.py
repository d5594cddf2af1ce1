"""Transactions of an archive."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction that no other writer shares; committed at the end, undone on an error."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection

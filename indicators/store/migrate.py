"""Bringing the tables of an archive to those of this version."""

from sqlalchemy import Connection, Engine, inspect, text

from indicators.errors import ArchiveError
from indicators.store.schema import HEAD
from indicators.store.transactions import alone


def revision(connection: Connection) -> str | None:
    """The revision of an archive, None where it has no tables yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.scalar(text("SELECT version_num FROM alembic_version"))


def upgrade(engine: Engine) -> None:
    """Make or change the tables, in one transaction; nothing where they are of this version.

    ArchiveError where they are of a later one.
    """
    with engine.connect() as connection:
        if revision(connection) == HEAD:
            return
    with alone(engine) as connection:
        found = revision(connection)  # another may have been faster
        if found and found > HEAD:
            raise ArchiveError("这个库是更新的版本建的，本版本读不了；请更新程序")
        if found != HEAD:
            _run(connection)


def _run(connection: Connection) -> None:
    # imported only where there is something to do: opening an archive should be quick
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "indicators.store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)

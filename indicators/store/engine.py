"""Opening the archive: which database, how it is locked, and that its tables are those of this version.

Writers stand in line (SQLite: BEGIN IMMEDIATE; PostgreSQL: an advisory lock); readers see the last whole document and
wait for nobody.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from indicators.errors import ArchiveError
from indicators.store.migrate import upgrade
from indicators.store.troubles import in_words

DEFAULT = "data/park-indicators.sqlite"
VARIABLE = "INDICATORS_DATABASE"
_PATIENCE = 120  # seconds that a writer waits for another
_LOCK = 0x7061726B  # of writers on PostgreSQL


def address(given: str = "") -> URL:
    """The database named: `given`, else the environment's, else the default file. A path is a file of SQLite's."""
    named = given or os.environ.get(VARIABLE, "") or DEFAULT
    if "://" not in named:
        return URL.create("sqlite", database=named)
    try:
        url = make_url(named)
    except ArgumentError:
        raise ArchiveError(f"“{named}”不是数据库地址；请写成文件路径，或 postgresql+psycopg://用户@主机/库名") from None
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise ArchiveError(f"不支持 {url.get_backend_name()}；请用 SQLite 文件或 PostgreSQL")
    return url


def exists(url: URL) -> bool:
    """Whether there may be an archive at this address: a file, or a server to be asked."""
    return url.get_backend_name() != "sqlite" or Path(str(url.database)).is_file()


def place_of(url: URL) -> tuple[int, ...] | None:
    """What tells an archive's file from another that takes its place under the same name; None where there is none.
    A server's archive is always at the same place."""
    if url.get_backend_name() != "sqlite":
        return ()
    try:
        found = Path(str(url.database)).stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def open_engine(given: str = "") -> Engine:
    """The archive at this address, made where there is none, brought up to this version; ArchiveError says why not."""
    url = address(given)
    try:
        engine = _engine(url)
    except (ModuleNotFoundError, OSError) as error:
        raise ArchiveError(f"打不开数据库 {url.render_as_string()}：{error}") from None
    try:
        upgrade(engine)
    except DBAPIError as error:
        raise ArchiveError(f"打不开数据库 {url.render_as_string()}：{str(error.orig).strip()}") from None
    finally:
        engine.dispose()  # the connections of now, not those to come
    return engine


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url, connect_args={"timeout": _PATIENCE})
        event.listen(engine, "connect", _prepare_sqlite)
    else:
        engine = create_engine(url, pool_pre_ping=True)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def opened(given: str = "", new: bool = False) -> Iterator[Engine]:
    """The archive at this address, closed at the end; ArchiveError where there is none yet, unless it may be new."""
    url = address(given)
    if not new and not exists(url):
        raise ArchiveError(f"还没有库 {url.database}；请先用 python -m indicators import 导入文件")
    engine = open_engine(given)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the archive as it was at its first question, whatever others write."""
    level = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    with in_words(), engine.connect().execution_options(**level) as connection, connection.begin():
        yield connection


def _prepare_sqlite(connection: SqliteConnection, _: Any) -> None:
    connection.isolation_level = None  # transactions are begun below, not by the driver
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
    elif writes:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})

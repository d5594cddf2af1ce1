"""The archive behind the pages: what is in it, whether that has changed, and the way to change it."""

import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from sqlalchemy import Engine

from indicators.errors import ArchiveError
from indicators.holdings import Holdings
from indicators.store.engine import address, exists, open_engine, place_of
from indicators.store.importing import import_paths
from indicators.store.loading import count_documents
from indicators.store.present import count_changes
from indicators.store.stored import Stored


class _Opened(NamedTuple):
    engine: Engine
    place: tuple[int, ...] | None  # of its file, see `indicators.store.engine.place_of`


class Stock:
    """The archive at the address `database` (see `indicators.store.engine.address`), which need not be there yet.

    `seeds` are the files and folders that are shown while nothing is in it: they go in before all else, so that what
    was shown is still there afterwards.
    """

    def __init__(self, database: str = "", seeds: Sequence[str | Path] = ()) -> None:
        self._database, self._seeds = database, tuple(seeds)
        self._engines: dict[int, _Opened] = {}  # by process: connections are not to be shared by, or closed in, a fork
        self._seen = -1
        self._lock = RLock()

    @property
    def folder(self) -> Path:
        """Where things lie that belong to the archive and are no part of it: beside its file, or in data/."""
        url = address(self._database)
        return Path(str(url.database)).parent if url.get_backend_name() == "sqlite" else Path("data")

    def renewed(self) -> Holdings | None:
        """What is in the archive, where that is not what was given the last time; None while nothing was ever in it.

        A database that cannot be asked is said in the log, and what was known stays. At first, ArchiveError says why it
        cannot be opened.
        """
        first = self._seen < 0
        if first and not exists(address(self._database)):
            return None
        try:
            engine = self._engine()
            changes = count_changes(engine)
            with self._lock:
                if changes == self._seen or (self._seen < 0 and not count_documents(engine)):
                    return None
                self._seen = changes
                return Stored(self._engine)
        except ArchiveError as error:
            if first:
                raise
            logging.getLogger(__name__).warning("页面仍是先前的内容。%s", error)
            return None

    def looking(self) -> Engine | None:
        """The archive, for questions; None where there is none yet."""
        return self._engine() if exists(address(self._database)) else None

    @contextmanager
    def changing(self) -> Iterator[Engine]:
        """The archive, made where there is none, with the seeds in it; for functions that change it."""
        engine = self._engine()
        if self._seeds and not count_documents(engine):
            import_paths(engine, self._seeds)
        yield engine

    def _engine(self) -> Engine:
        """The archive's engine; opened anew where another file has taken the place of the one that was opened.

        ArchiveError where the file is gone: what is written to a file without a name is lost.
        """
        with self._lock:
            opened = self._engines.get(os.getpid())
            url = address(self._database)
            place = place_of(url)
            if opened and opened.place == place:
                return opened.engine
            if opened and place is None:
                raise ArchiveError("库文件不见了：{path}；请放回原处，或从备份恢复，再刷新页面", path=url.database)
            if opened:
                opened.engine.dispose()
                self._seen = -1
            engine = open_engine(self._database)
            self._engines[os.getpid()] = _Opened(engine, place_of(url))
            return engine

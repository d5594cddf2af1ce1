"""The archive behind the pages: what is in it, whether that has changed, and the way to change it."""

import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from indicators.holdings import Holdings
from indicators.store.engine import address, exists, open_engine
from indicators.store.importing import import_paths
from indicators.store.loading import count_documents
from indicators.store.present import count_changes
from indicators.store.stored import Stored


class Stock:
    """The archive at the address `database` (see `indicators.store.engine.address`), which need not be there yet.

    `seeds` are the files and folders that are shown while nothing is in it: they go in before all else, so that what
    was shown is still there afterwards.
    """

    def __init__(self, database: str = "", seeds: Sequence[str | Path] = ()) -> None:
        self._database, self._seeds = database, tuple(seeds)
        self._engines: dict[int, Engine] = {}  # by process: connections are not to be shared by, or closed in, a fork
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
        if not exists(address(self._database)):
            return None
        try:
            engine = self._engine()
            changes = count_changes(engine)
            with self._lock:
                if changes == self._seen or (self._seen < 0 and not count_documents(engine)):
                    return None
                self._seen = changes
                return Stored(self._engine)
        except DBAPIError as error:
            logging.getLogger(__name__).warning("库现在读不了，页面仍是先前的内容：%s", error.orig)
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
        with self._lock:
            if os.getpid() not in self._engines:
                self._engines[os.getpid()] = open_engine(self._database)
            return self._engines[os.getpid()]

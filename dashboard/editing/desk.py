"""The desk at which the archive is changed: the only way from a request to an engine that may be written with."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine

from dashboard.access.editors import Editors
from dashboard.editing.stock import Stock


@dataclass(frozen=True)
class Desk:
    """The archive, and who may change it."""

    stock: Stock
    editors: Editors

    @contextmanager
    def changing(self) -> Iterator[Engine]:
        """The archive, for one change that the present request asks for.

        NotAllowed where it may not; ArchiveError where the archive cannot be opened.
        """
        self.editors.demand()
        with self.stock.changing() as engine:
            yield engine

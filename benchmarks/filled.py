"""An archive in memory put into one on disk, quickly: no text is read, and all is one transaction."""

from typing import Any

import pandas as pd
from sqlalchemy import Engine, insert, text

from indicators.archive import Archive
from indicators.documents import Document
from indicators.model import COLUMNS, Observation
from indicators.store.rows import to_rows
from indicators.store.schema import documents, imports, observations
from indicators.store.transactions import writing


def fill(engine: Engine, archive: Archive) -> None:
    """Put all documents and observations into an empty archive."""
    said: dict[str, list[Observation]] = {}
    for row in zip(*(_plain(archive.observations[column]) for column in COLUMNS), strict=True):
        said.setdefault(row[COLUMNS.index("document")], []).append(Observation(*row))
    with writing(engine) as connection:
        connection.execute(insert(imports).values(id=1, started="", finished="", paths="[]", reader="benchmark"))
        for number, document in enumerate(archive.documents, start=1):
            rows = said.get(document.name, [])
            connection.execute(insert(documents).values(_listed(number, document, len(rows))))
            if rows:
                connection.execute(insert(observations), to_rows(rows, number, f"{number:064x}"))
    with engine.connect() as connection:
        connection.execute(text("ANALYZE"))
        connection.commit()


def _listed(number: int, document: Document, rows: int) -> dict[str, Any]:
    said = {name: getattr(document, name) for name in ("name", "title", "publisher", "published", "source", "text")}
    made = {"id": number, "sha256": f"{number:064x}", "format": "txt", "reader": "benchmark", "rows": rows}
    return said | made | {"imported": "", "import_id": 1, "marks": "[]", "data": b""}


def _plain(values: pd.Series) -> list[Any]:
    """A column as Python's own values, days among them."""
    if pd.api.types.is_datetime64_any_dtype(values):
        codes, different = pd.factorize(values)
        days = [*(day.date() for day in different), None]
        return [days[code] for code in codes]
    plain: list[Any] = values.tolist()
    return plain

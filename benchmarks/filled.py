"""An archive in memory put into one on disk, quickly: no text is read, and all is one transaction."""

from typing import Any

from sqlalchemy import Engine, insert, text

from indicators.archive import Archive
from indicators.documents import Document
from indicators.model import Observation
from indicators.store.rows import to_rows
from indicators.store.schema import documents, imports, observations
from indicators.store.transactions import writing


def fill(engine: Engine, archive: Archive) -> None:
    """Put all documents and observations into an empty archive."""
    found = archive.observations.groupby("document", sort=False, observed=True)
    with writing(engine) as connection:
        connection.execute(insert(imports).values(id=1, started="", finished="", paths="[]", reader="benchmark"))
        for number, document in enumerate(archive.documents, start=1):
            rows = [_observation(row) for row in found.get_group(document.name).astype(object).to_dict("records")]
            connection.execute(insert(documents).values(_listed(number, document, len(rows))))
            connection.execute(insert(observations), to_rows(rows, number, f"{number:064x}"))
    with engine.connect() as connection:
        connection.execute(text("ANALYZE"))
        connection.commit()


def _listed(number: int, document: Document, rows: int) -> dict[str, Any]:
    said = {name: getattr(document, name) for name in ("name", "title", "publisher", "published", "source", "text")}
    made = {"id": number, "sha256": f"{number:064x}", "format": "txt", "reader": "benchmark", "rows": rows}
    return said | made | {"imported": "", "import_id": 1, "marks": "[]", "data": b""}


def _observation(row: dict[Any, Any]) -> Observation:
    days = {day: row[day].date() if row[day] == row[day] else None for day in ("period_start", "period_end")}
    return Observation(**row | days)

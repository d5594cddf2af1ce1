"""The whole archive as one file, and back: a zip of JSON lines and of the documents as they were.

The same from SQLite and from PostgreSQL, so that it is also the way from one to the other.
"""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from sqlalchemy import Connection, Engine, Integer, Table, delete, func, insert, select, text

from indicators.errors import ArchiveError
from indicators.store.engine import reading
from indicators.store.schema import HEAD, decisions, documents, imports, observations
from indicators.store.transactions import writing

_ORDER = (imports, documents, observations, decisions)
_BATCH = 2000
_DATES = ("period_start", "period_end")


def backup(engine: Engine, path: Path) -> dict[str, int]:
    """Write the archive to a file, as it is at this moment; table -> number of rows. An old file stays until done."""
    counts: dict[str, int] = {}
    part = path.with_name(f"{path.name}.part")
    with reading(engine) as connection, ZipFile(part, "w", ZIP_DEFLATED) as archive:
        for table in _ORDER:
            counts[table.name] = 0
            with archive.open(f"{table.name}.jsonl", "w", force_zip64=True) as lines:
                for row in connection.execution_options(yield_per=_BATCH).execute(_all(table)):
                    lines.write(json.dumps(dict(row._mapping), ensure_ascii=False, default=str).encode() + b"\n")
                    counts[table.name] += 1
        for sha256 in list(connection.scalars(select(documents.c.sha256))):
            data = connection.scalar(select(documents.c.data).where(documents.c.sha256 == sha256))
            archive.writestr(f"files/{sha256}", data or b"")
        archive.writestr("manifest.json", json.dumps({"revision": HEAD, "rows": counts}))
    os.replace(part, path)
    return counts


def restore(engine: Engine, path: Path, replace: bool = False) -> dict[str, int]:
    """Fill the archive from a backup in one transaction; table -> number of rows.

    ArchiveError where the archive is not empty (unless it is to be replaced), or the file is no backup of this version.
    """
    try:
        with ZipFile(path) as archive, writing(engine) as connection:
            manifest = json.loads(archive.read("manifest.json"))
            if manifest["revision"] != HEAD:
                raise ArchiveError("备份是另一个版本的程序做的；请用那个版本恢复，再升级")
            if connection.scalar(select(func.count()).select_from(documents)) and not replace:
                raise ArchiveError("库不是空的；要用备份取代它，请加 --replace")
            for table in reversed(_ORDER):
                connection.execute(delete(table))
            counts = {table.name: _fill(connection, archive, table) for table in _ORDER}
            if counts != manifest["rows"]:
                raise ArchiveError("备份不完整：行数与清单不符；库没有改动")
            return counts
    except (BadZipFile, KeyError, FileNotFoundError, json.JSONDecodeError):
        raise ArchiveError(f"{path} 不是完好的备份；库没有改动") from None


def _all(table: Table) -> Any:
    return select(*(column for column in table.c if column.name != "data")).order_by(table.c.id)


def _fill(connection: Connection, archive: ZipFile, table: Table) -> int:
    count = 0
    links: dict[int, int] = {}
    for batch in _batches(archive, table):
        if table is documents:  # a document may be superseded by one that is not in yet
            links |= {row["id"]: row["superseded_by"] for row in batch if row["superseded_by"]}
            batch = [row | {"superseded_by": None} for row in batch]
        connection.execute(insert(table), batch)
        count += len(batch)
    for old, new in links.items():
        connection.execute(documents.update().where(documents.c.id == old).values(superseded_by=new))
    if connection.dialect.name == "postgresql" and isinstance(table.c.id.type, Integer):
        top = f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), coalesce(max(id), 0) + 1, false)"
        connection.execute(text(f"{top} FROM {table.name}"))
    return count


def _batches(archive: ZipFile, table: Table) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    with archive.open(f"{table.name}.jsonl") as lines:
        for line in lines:
            row = json.loads(line)
            for column in _DATES if table is observations else ():
                row[column] = date.fromisoformat(row[column]) if row[column] else None
            if table is documents:
                row["data"] = archive.read(f"files/{row['sha256']}")
            batch.append(row)
            if len(batch) == (20 if table is documents else _BATCH):
                yield batch
                batch = []
    if batch:
        yield batch

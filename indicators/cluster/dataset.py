"""The data set that a cluster writes: rows in Parquet parted by park and year, and beside them their documents.

```
table/rows/park=…/year=…/part-<batch>-0.parquet
table/documents/part-<batch>-0.parquet     text and bytes, as the archive keeps them
table/failures.jsonl                       {"path": …, "reason": …} of each document that could not be read
table/summary.json
```

The files of a batch have the same names whenever it is written, so that a batch that is done again leaves no trace of
the first time.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import fsspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
from fsspec import AbstractFileSystem

from indicators.documents import Document
from indicators.errors import ArchiveError
from indicators.export.parquet import TYPES
from indicators.model import COLUMNS, Observation
from indicators.store.writing import Arrival, dump_marks, load_marks

ROWS = pa.schema(
    [("sha256", pa.string()), ("place", pa.int32()), ("year", pa.int32())]
    + [(column, TYPES.get(column, pa.string())) for column in COLUMNS]
)
_TEXTS = ("sha256", "name", "path", "format", "title", "publisher", "published", "source", "marks", "text", "reader",
          "given_published", "given_park")  # fmt: skip
DOCUMENTS = pa.schema([*((column, pa.string()) for column in _TEXTS), ("data", pa.large_binary())])
_BY_PARK_AND_YEAR = ds.partitioning(pa.schema([("park", pa.string()), ("year", pa.int32())]), flavor="hive")
_MOST_PARTITIONS = 1_000_000


def at(address: str) -> tuple[AbstractFileSystem, str]:
    """The file system and the folder that an address of fsspec's (a path, s3://…) names."""
    system, folder = fsspec.core.url_to_fs(address)
    return system, str(folder).rstrip("/")


def write_batch(address: str, batch: str, arrivals: Sequence[Arrival]) -> list[str]:
    """Write the documents of a batch and their rows; the files that were written."""
    system, folder = at(address)
    written: list[str] = []
    rows = [_row(arrival, place, row) for arrival in arrivals for place, row in enumerate(arrival.rows)]
    for name, schema, records, partitioning in (
        ("rows", ROWS, rows, _BY_PARK_AND_YEAR),
        ("documents", DOCUMENTS, [_document(arrival) for arrival in arrivals], None),
    ):
        ds.write_dataset(
            pa.Table.from_pylist(records, schema=schema),
            f"{folder}/{name}",
            filesystem=system,
            format="parquet",
            partitioning=partitioning,
            basename_template=f"part-{batch}-{{i}}.parquet",
            existing_data_behavior="overwrite_or_ignore",
            max_partitions=_MOST_PARTITIONS,
            file_visitor=lambda file: written.append(str(file.path)),
        )
    return written


def finish(address: str, written: Sequence[str], failures: Sequence[tuple[str, str]], counts: dict[str, int]) -> None:
    """Remove what broken-off batches left behind, and write down what failed and the sums."""
    system, folder = at(address)
    kept = {path.rsplit("/", 1)[-1] + path.rsplit("/", 2)[-2] for path in written}
    for part in ("rows", "documents"):
        for path in system.find(f"{folder}/{part}") if system.exists(f"{folder}/{part}") else []:
            if path.rsplit("/", 1)[-1] + path.rsplit("/", 2)[-2] not in kept:
                system.rm_file(path)
    lines = [json.dumps({"path": path, "reason": reason}, ensure_ascii=False) + "\n" for path, reason in failures]
    system.pipe_file(f"{folder}/failures.jsonl", "".join(lines).encode())
    system.pipe_file(f"{folder}/summary.json", json.dumps(counts).encode())


def read_rows(address: str) -> Any:
    """All rows, as a pyarrow table with the columns of `ROWS`; in no particular order."""
    system, folder = at(address)
    found = ds.dataset(f"{folder}/rows", filesystem=system, format="parquet", partitioning=_BY_PARK_AND_YEAR)
    return found.to_table(columns=list(ROWS.names))


def read_arrivals(address: str) -> Iterator[Arrival]:
    """The documents with their rows, ready for the archive; ArchiveError where there is no finished data set."""
    system, folder = at(address)
    if not system.exists(f"{folder}/summary.json"):
        raise ArchiveError(f"{address} 不是 extract --dask 写完的数据集")
    documents = sorted(system.find(f"{folder}/documents"))
    rows = ds.dataset(f"{folder}/rows", filesystem=system, format="parquet", partitioning=_BY_PARK_AND_YEAR)
    for file in documents:
        batch = ds.dataset(file, filesystem=system, format="parquet", schema=DOCUMENTS).to_table()
        mine = rows.to_table(filter=pc.field("sha256").isin(batch["sha256"])) if rows.files else ROWS.empty_table()
        of: dict[str, list[dict[str, Any]]] = {}
        for row in mine.to_pylist():
            of.setdefault(row["sha256"], []).append(row)
        for said in batch.to_pylist():
            found = sorted(of.get(said["sha256"], []), key=lambda row: int(row["place"]))
            observations = [Observation(**{column: _back(row[column], column) for column in COLUMNS}) for row in found]
            yield Arrival(
                _to_document(said),
                observations,
                said["path"],
                said["reader"],
                said["given_published"],
                said["given_park"],
            )


def _back(value: Any, column: str) -> Any:
    return "" if value is None and column == "park" else value


def _row(arrival: Arrival, place: int, row: Observation) -> dict[str, Any]:
    said = {column: getattr(row, column) for column in COLUMNS}
    said["park"] = row.park or None
    year = row.period_end.year if row.period_end else None
    return said | {"sha256": arrival.document.sha256, "place": place, "year": year}


def _document(arrival: Arrival) -> dict[str, Any]:
    document = arrival.document
    said = {name: getattr(document, name) for name in _TEXTS[:8] if name != "path"}
    return said | {
        "path": arrival.path,
        "marks": dump_marks(document.marks),
        "text": document.text,
        "data": document.data,
        "reader": arrival.reader,
        "given_published": arrival.published,
        "given_park": arrival.park,
    }


def _to_document(said: dict[str, Any]) -> Document:
    names = ("name", "text", "title", "publisher", "published", "source", "format", "data")
    return Document(**{name: said[name] for name in names}, marks=load_marks(said["marks"]))

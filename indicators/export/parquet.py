"""Parquet and JSON lines, for programs: types as in the table, values untouched."""

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from indicators.export.delimited import cells
from indicators.export.extract import EXPORTED, Extract
from indicators.version import reader_version

# The types of the columns that are not text.
TYPES = {
    "value": pa.float64(),
    "value_base": pa.float64(),
    "start": pa.int64(),
    "end": pa.int64(),
    "period_start": pa.date32(),
    "period_end": pa.date32(),
}
SCHEMA = pa.schema([(column, TYPES.get(column, pa.string())) for column in EXPORTED])


def write(extract: Extract, path: Path) -> None:
    """One file; text is text ("" where there is nothing), periods are dates, null where unknown."""
    rows = extract.rows[list(EXPORTED)].copy()
    for column in EXPORTED:
        if column not in TYPES:
            rows[column] = rows[column].astype(object)
    about = {"reader": reader_version(), "query": json.dumps(extract.query, ensure_ascii=False)}
    about |= {"citation": extract.citation} if extract.citation else {}
    table = pa.Table.from_pandas(rows, schema=SCHEMA, preserve_index=False)
    pq.write_table(table.replace_schema_metadata(about), path)


def write_lines(extract: Extract, path: Path) -> None:
    """A JSON object a line, null where a date is unknown."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for row in cells(extract.rows):
            said = dict(zip(EXPORTED, row, strict=True))
            said |= {column: said[column] or None for column in ("period_start", "period_end")}
            out.write(json.dumps(said, ensure_ascii=False) + "\n")

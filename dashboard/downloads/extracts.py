"""Observations as files of the kinds that `indicators.export` writes: Excel, Parquet, SDMX-CSV."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd

from dashboard.library import Library
from indicators.export import package, parquet, sdmx, workbook
from indicators.export.extract import EXPORTED, SOURCES, Extract
from indicators.store.loading import Choice


@dataclass(frozen=True)
class Kind:
    """One kind of file: how it is called, what it is on the wire, what writes it."""

    suffix: str
    content_type: str
    write: Callable[[Extract, Path], None]


KINDS = {
    "xlsx": Kind("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.write),
    "parquet": Kind("parquet", "application/vnd.apache.parquet", parquet.write),
    "zip": Kind("zip", "application/zip", package.write),
    "sdmx": Kind("sdmx.csv", "application/vnd.sdmx.data+csv;version=2.0.0", sdmx.write),
}


def as_kind(library: Library, rows: pd.DataFrame, kind: str, citation: str = "") -> bytes:
    """The observations `rows` of the library, in their order, as one of `KINDS`, with their documents as sources and,
    where the kind has room for it, the `citation`.

    ArchiveError where there are more than the kind can hold.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"observations.{KINDS[kind].suffix}"
        KINDS[kind].write(replace(_extract(library, rows), citation=citation), path)
        return path.read_bytes()


def _extract(library: Library, rows: pd.DataFrame) -> Extract:
    """What the archive on disk keeps and texts read on the spot have not (key, review) is made up or left empty."""
    keys = rows["key"].astype("str") if "key" in rows else pd.Series([f"row{row}" for row in rows.index], rows.index)
    reviews = rows["review"].astype("str") if "review" in rows else ""
    named = dict.fromkeys(rows["document"].astype("str"))
    sources = [_source(library, name) for name in named]
    return Extract(rows.assign(key=keys, review=reviews)[list(EXPORTED)], sources, Choice(as_of=library.as_of))


def _source(library: Library, name: str) -> dict[str, Any]:
    document = library.documents.get(name)
    said = {"name": name}
    if document is not None:
        said |= {field: getattr(document, field) for field in ("title", "publisher", "published", "source")}
    return {field: said.get(field, "") for field in SOURCES}

"""Observations as rows of the archive, and back."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any

from indicators.model import COLUMNS, Observation

STORED = tuple(column for column in COLUMNS if column != "document")
_KEY = ("park", "start", "end", "segment", "indicator_text", "measure", "basis")


def row_key(sha256: str, row: Mapping[str, Any]) -> str:
    """A short name of a row: the same as long as the same figure of the same document is read as the same thing."""
    said = "\x1f".join([sha256, *(str(row[column]) for column in _KEY)])
    return blake2b(said.encode(), digest_size=6).hexdigest()


def to_rows(observations: Iterable[Observation], document_id: int, sha256: str) -> list[dict[str, Any]]:
    """The observations of a document as rows of the table `observations`."""
    rows = []
    for place, observation in enumerate(observations):
        row = {column: getattr(observation, column) for column in STORED}
        row |= {"document_id": document_id, "place": place, "name": row["indicator"] or row["indicator_text"]}
        rows.append(row | {"key": row_key(sha256, row)})
    return rows


def to_observation(row: Mapping[str, Any], document: str) -> Observation:
    """A row of the table `observations` as an observation of the document of this name."""
    values: dict[str, Any] = {name: document if name == "document" else row[name] for name in Observation._fields}
    return Observation(**values)

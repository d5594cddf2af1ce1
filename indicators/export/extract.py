"""What is exported: rows, the documents that they come from, and what was asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Engine

from indicators.decisions import standing
from indicators.model import COLUMNS
from indicators.store.deciding import reviewed
from indicators.store.engine import reading
from indicators.store.loading import Choice, load_documents

EXPORTED = (*COLUMNS, "key", "review")
SOURCES = ("name", "title", "publisher", "published", "source", "path", "sha256", "imported", "superseded", "reader")


@dataclass(frozen=True)
class Extract:
    """Rows (columns `EXPORTED`), their documents (`SOURCES`), the choice that they answer, and how to cite them."""

    rows: pd.DataFrame
    sources: Sequence[Mapping[str, Any]]
    choice: Choice
    citation: str = ""

    @property
    def query(self) -> dict[str, Any]:
        """The choice as JSON can hold it, without what was left open."""
        said = {
            "park": list(self.choice.parks),
            "indicator": list(self.choice.names),
            "status": list(self.choice.statuses),
            "since": self.choice.since.isoformat() if self.choice.since else "",
            "until": self.choice.until.isoformat() if self.choice.until else "",
            "as_of": self.choice.as_of,
        }
        return {key: value for key, value in said.items() if value}


def draw(engine: Engine, choice: Choice) -> Extract:
    """The rows chosen, as people have decided them and without those rejected, all of one moment."""
    with reading(engine) as connection:
        rows = standing(reviewed(connection, choice))[list(EXPORTED)]
        documents = load_documents(connection, Choice(as_of=choice.as_of, history=choice.history))
    named = set(rows["document"])
    sources = [{key: row[key] or "" for key in SOURCES} for row in documents if row["name"] in named]
    return Extract(rows, sources, choice)

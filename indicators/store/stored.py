"""The archive on disk, asked piece by piece, see `indicators.holdings`: nothing is loaded that is not asked for.

The database answers for the documents on which nobody has decided anything. Those on which somebody has are few; their
rows are loaded once, as they stand after the decisions, and join every answer.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from sqlalchemy import ColumnElement, Connection, Engine, Integer, Select, case, cast, extract, false, func, or_, select

from indicators.conditions import Condition, met
from indicators.decisions import Decision, standing
from indicators.documents import Document
from indicators.holdings import (
    KNOWN,
    PAIRS,
    Decided,
    Labels,
    Listed,
    decided_of,
    in_order,
    known_of,
    known_since,
    names_of,
    pairs_of,
    together,
)
from indicators.meanings import COLUMNS_ADDED, Meaning, give_meanings, holding
from indicators.model import COLUMNS
from indicators.store.conditions import as_clause
from indicators.store.deciding import load_decisions, reviewed
from indicators.store.engine import reading
from indicators.store.loading import Choice, framed, load_document, observed, to_document
from indicators.store.meanings import load_meanings
from indicators.store.schema import decisions, documents, observations
from indicators.table import as_days

MOST_IN_A_QUESTION = 20_000  # labels; databases limit the parameters of one statement
_rows = observations.c


@dataclass(frozen=True)
class _Listed(Listed):
    """A document of the archive, with its number in the database."""

    id: int


class Stored:
    """The archive as it is on disk; `as_of` gives the same as of a day."""

    unread: tuple[tuple[str, str], ...] = ()

    def __init__(self, engine: Callable[[], Engine], whole: "Stored | None" = None, day: str = "") -> None:
        """`engine` gives the archive, open in the process that asks."""
        self._engine, self._whole, self._day = engine, whole or self, day

    @cached_property
    def total(self) -> int:
        """The number of observations."""
        found = self._ask(select(func.count()).select_from(observations).where(*self._there))
        return int(found[0][0]) + len(self._decided)

    def as_of(self, day: str) -> "Stored":
        """The documents published by then; one without a date is none of them."""
        return Stored(self._engine, self._whole, day)

    @cached_property
    def documents(self) -> dict[str, _Listed]:
        """All documents that no newer version has superseded, by name."""
        if self._day:
            everything = self._whole.documents.items()
            return {name: one for name, one in everything if "" < known_since(one.published) <= self._day}
        columns = [documents.c[name] for name in (*Listed.__annotations__, "id")]
        found = self._ask(select(*columns).where(documents.c.superseded_by.is_(None)))
        return {one.name: one for one in sorted((_Listed(*row) for row in found), key=lambda one: one.name)}

    def document(self, name: str) -> Document | None:
        """A document with its text and marks."""
        if name not in self.documents:
            return None
        with reading(self._engine()) as connection:
            return to_document(load_document(connection, name))

    def texts_with(self, words: str) -> set[str]:
        """The names of the documents whose text holds these words."""
        found = self._ask(select(documents.c.name).where(documents.c.text.contains(words, autoescape=True)))
        return {name for (name,) in found if name in self.documents}

    def lengths(self) -> dict[str, int]:
        """Document -> characters of its text."""
        found = self._ask(select(documents.c.name, func.length(documents.c.text)))
        return {name: length for name, length in found if name in self.documents}

    def pairs(self) -> pd.DataFrame:
        """See `Holdings`."""
        targets = func.sum(case((_rows.status == "target", case((_rows.period_end.is_not(None), 1), else_=0)), else_=0))
        ends, actual = _rows.period_end, case((_rows.status == "actual", _rows.period_end))
        counts = (func.count(), func.count(ends), targets)
        asked = select(_rows.park, _rows.name, *counts, func.min(ends), func.max(ends), func.max(actual))
        if self._standing:  # SQLite joins twice as fast as it looks up what is IN
            asked = asked.join(documents, documents.c.id == _rows.document_id).where(*self._standing)
        found = self._ask(asked.where(*self._unsaid).group_by(_rows.park, _rows.name))
        pairs = framed(found, PAIRS).astype(dict.fromkeys(("values", "dated", "targets"), "int64"))
        for column in ("first", "last", "last_actual"):
            pairs[column] = as_days(pairs[column])
        decided = pairs_of(self._decided)
        return together(pd.concat([pairs, decided])) if len(decided) else pairs

    def known(self) -> pd.DataFrame:
        """See `Holdings`."""
        year = cast(extract("year", _rows.period_end), Integer)
        certain = case((_rows.confidence != "low", _rows.document_id))
        counts = [func.count(one.distinct()) for one in (_rows.document_id, certain)]
        asked = select(_rows.park, _rows.name, year, *counts).where(*self._there)
        asked = asked.where(_rows.status == "actual", _rows.period_end.is_not(None))
        found = framed(self._ask(asked.group_by(_rows.park, _rows.name, year)), KNOWN)
        found = found.astype({"year": "int32", "documents": "int64", "certain": "int64"})
        decided = self._decided[["park", "name"]].drop_duplicates()
        if len(decided):  # there a document may be among both, and is to be counted once
            both = pd.MultiIndex.from_frame(decided)
            anew = known_of(self.about(decided["park"].unique(), decided["name"].unique()))
            found = pd.concat([found[~_among(found, both)], anew[_among(anew, both)]])
        # sorted here: each database has an order of its own for Chinese
        return found.sort_values(["park", "name", "year"], ignore_index=True)

    def per_document(self, park: str = "") -> dict[str, int]:
        """See `Holdings`."""
        asked = select(_rows.document_id, func.count()).where(*self._there, *([_rows.park == park] if park else []))
        found = {self._names[id_]: count for id_, count in self._ask(asked.group_by(_rows.document_id))}
        decided = self._decided[self._decided["park"] == park] if park else self._decided
        return found | {str(name): int(count) for name, count in decided["document"].value_counts().items() if count}

    def spans(self) -> pd.DataFrame:
        """See `Holdings`."""
        asked = select(_rows.period_start, _rows.period_end).distinct().where(*self._there)
        found = framed(self._ask(asked), ["period_start", "period_end"]).apply(as_days)
        return pd.concat([found, self._decided[["period_start", "period_end"]]]).drop_duplicates(ignore_index=True)

    def about(self, parks: Iterable[str], names: Iterable[str] = ()) -> pd.DataFrame:
        """See `Holdings`."""
        wanted = {"park": list(dict.fromkeys(parks)), "name": list(dict.fromkeys(names))}
        clauses = [_rows[column].in_(values) for column, values in wanted.items() if values or column == "park"]
        decided = self._decided
        for column, values in wanted.items():
            decided = decided[decided[column].isin(values)] if values or column == "park" else decided
        return self._joined(self._observed(clauses), decided)

    def decided(self, park: str) -> Decided:
        """See `Holdings`."""
        return decided_of(self._decided, park)

    def decision(self, number: int) -> Decision | None:
        """What a person decided, by its id; None where there is none."""
        with reading(self._engine()) as connection:
            return next(iter(load_decisions(connection, number=number)), None)

    def in_document(self, name: str) -> pd.DataFrame:
        """See `Holdings`."""
        if name not in self.documents:
            return self._decided.iloc[:0]
        rows = self._observed([_rows.document_id == self.documents[name].id])
        found = self._joined(rows, self._decided[self._decided["document"] == name])
        return found.sort_values(["start", "end"], kind="stable")

    def matching(self, condition: Condition | None, order: str = "", most: int = 0) -> Labels:
        """See `Holdings`."""
        wanted = order.partition(":")[0]
        columns = {"period": ["period_end", "period_start"]}.get(wanted, [wanted] if wanted in COLUMNS else [])
        asked = select(_rows.id, _rows.document_id, *(_rows[column] for column in columns if column != "document"))
        asked = asked.where(*self._there, *([] if condition is None else [as_clause(condition)]))
        asked = asked.order_by(_rows.id).limit(most) if most else asked
        found = framed(self._ask(asked), ["id", "of", *(column for column in columns if column != "document")])
        found = found.astype({"id": "int64", "of": "int64"})
        places = {one.id: place for place, one in enumerate(self.documents.values())}
        found["document"] = found["of"].map(places).astype("int64")
        for column in set(columns) & {"period_start", "period_end"}:
            found[column] = as_days(found[column])
        for column in set(columns) & {"value", "value_base", "start", "end"}:
            found[column] = found[column].astype("float64")
        decided = self._decided if condition is None else self._decided[met(condition, self._decided)]
        if len(decided):
            decided = decided.assign(document=[places[self.documents[name].id] for name in decided["document"]])
            decided = decided.rename_axis("id").reset_index()
            found = pd.concat([found, decided[["id", "document", *(c for c in columns if c != "document")]]])
        # by place in the list of documents: each database has an order of its own for Chinese
        found = found.iloc[np.lexsort((found["id"].to_numpy(), found["document"].to_numpy()))]
        return in_order(found, order)["id"].to_numpy(dtype=np.int64)[: most or None]

    def at(self, labels: Iterable[int]) -> pd.DataFrame:
        """See `Holdings`."""
        wanted = [int(label) for label in labels]
        parts = [wanted[start : start + MOST_IN_A_QUESTION] for start in range(0, len(wanted), MOST_IN_A_QUESTION)]
        rows = [self._observed([_rows.id.in_(part)]) for part in parts or [[]]]
        found = self._joined(pd.concat(rows), self._decided[self._decided.index.isin(wanted)])
        return found.loc[[label for label in wanted if label in found.index]]

    # how it is asked

    def _ask(self, question: Select[Any]) -> Sequence[Any]:
        with reading(self._engine()) as connection:
            return connection.execute(question).fetchall()

    def _observed(self, clauses: Sequence[ColumnElement[bool]]) -> pd.DataFrame:
        """Undecided rows, labelled, in the order of the archive, with `name`, `key`, `review` and `decision`."""
        with reading(self._engine()) as connection:
            rows = observed(connection, [*self._unsaid, *clauses], self._names)
        return rows.assign(review="", decision=0, **dict.fromkeys(COLUMNS_ADDED, 0))

    def _joined(self, rows: pd.DataFrame, decided: pd.DataFrame) -> pd.DataFrame:
        if decided.empty:
            return rows
        return pd.concat([rows, decided[rows.columns]]).sort_values(["document", "start", "end"], kind="stable")

    @cached_property
    def _names(self) -> Mapping[int, str]:
        """The documents that the database answers for: id -> name."""
        decided = set(self._decided_on)
        return {one.id: one.name for one in self.documents.values() if one.name not in decided}

    @cached_property
    def _there(self) -> list[ColumnElement[bool]]:
        """What rows have to be for the database to answer for them; nothing, where that is all of them."""
        if not self._standing:
            return self._unsaid
        return [_rows.document_id.in_(select(documents.c.id).where(*self._standing)), *self._unsaid]

    @cached_property
    def _standing(self) -> list[ColumnElement[bool]]:
        """What documents have to be for the database to answer for them; nothing, where that is all of them."""
        if len(self._names) == self._ask(select(func.count()).select_from(documents))[0][0]:
            return []
        then = [documents.c.published != "", _known_since() <= self._day] if self._day else []
        return [documents.c.superseded_by.is_(None), documents.c.sha256.not_in(_DECIDED), *then]

    @cached_property
    def _meanings(self) -> list[Meaning]:
        """What people have said that phrases stand for."""
        if self._day:
            return self._whole._meanings
        with reading(self._engine()) as connection:
            return list(holding(load_meanings(connection)).values())

    @cached_property
    def _unsaid(self) -> list[ColumnElement[bool]]:
        """What holds of rows whose phrases nobody has said anything of."""
        return [_rows[column].not_in(phrases) for column, phrases in self._phrases.items()]

    @cached_property
    def _phrases(self) -> dict[str, list[str]]:
        """Column -> phrases of which somebody has said what they stand for."""
        columns = (("park", "park"), ("name", "indicator"))
        found = {column: [one.phrase for one in self._meanings if one.column == of] for column, of in columns}
        return {column: phrases for column, phrases in found.items() if phrases}

    @cached_property
    def _decided_on(self) -> list[str]:
        """The names of the documents on which somebody has decided something."""
        if self._day:
            return [name for name in self._whole._decided_on if name in self.documents]
        asked = select(documents.c.name).where(documents.c.sha256.in_(_DECIDED), documents.c.superseded_by.is_(None))
        return [name for (name,) in self._ask(asked)]

    @cached_property
    def _decided(self) -> pd.DataFrame:
        """The rows that stand where people have decided something, as they were decided; labelled as the rest is."""
        if self._day:
            rows = self._whole._decided
            return rows[rows["document"].isin(list(self.documents))]
        with reading(self._engine()) as connection:
            rows = standing(reviewed(connection, Choice(documents=tuple(self._decided_on or [""]))))
            labelled = self._labelled(connection, rows)
            said = [_rows[column].in_(phrases) for column, phrases in self._phrases.items()]
            meant = observed(connection, [or_(false(), *said)], self._names).assign(review="", decision=0)
        whole = [labelled, give_meanings(meant, self._meanings)]
        found = pd.concat([rows.astype(dict.fromkeys(rows.select_dtypes("category"), object)) for rows in whole])
        found = found.assign(name=names_of(found))
        return found.sort_values(["document", "start", "end"], kind="stable")

    def _labelled(self, connection: Connection, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows of documents decided on, labelled: one that a person added, or that the rules of today read
        otherwise, by its decision."""
        names = {self.documents[name].id: name for name in self._decided_on}
        asked = select(_rows.document_id, _rows.key, _rows.id).where(_rows.document_id.in_(names)).order_by(_rows.id)
        ids: dict[tuple[str, str], list[int]] = {}
        for document, key, label in connection.execute(asked):
            ids.setdefault((names[document], key), []).append(label)
        said = zip(rows["document"], rows["key"], rows["decision"], strict=True)
        labels = [known.pop(0) if (known := ids.get((name, key))) else -decision for name, key, decision in said]
        return rows.set_axis(pd.Index(labels, dtype="int64"))


def _among(rows: pd.DataFrame, pairs: pd.MultiIndex) -> npt.NDArray[np.bool_]:
    """Of each row whether its park and name are among the pairs."""
    return pd.MultiIndex.from_frame(rows[["park", "name"]]).isin(pairs)


_DECIDED = select(decisions.c.sha256).where(decisions.c.withdrawn.is_(None), decisions.c.sha256 != "")


def _known_since() -> ColumnElement[str]:
    """See `indicators.holdings.known_since`."""
    length = func.length(documents.c.published)
    return case(
        (length == 4, documents.c.published + "-12-31"),
        (length == 7, documents.c.published + "-31"),
        else_=documents.c.published,
    )

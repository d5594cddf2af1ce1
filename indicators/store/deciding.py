"""Decisions of people in the archive: made, withdrawn, listed. Nothing is deleted; what is undone stays on record."""

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd
import regex
from sqlalchemy import Connection, Engine, insert, select, union, update

from indicators.decisions import Decision, decide, plain_row
from indicators.errors import ArchiveError, RowError
from indicators.formats.rows import parse_row
from indicators.meanings import give_meanings
from indicators.model import COLUMNS
from indicators.store.loading import ALL, Choice, load_documents, load_observations
from indicators.store.meanings import load_meanings, narrowed, widened
from indicators.store.moments import local_time
from indicators.store.rows import row_key
from indicators.store.schema import decisions, documents, observations
from indicators.store.transactions import writing
from indicators.store.writing import now
from indicators.table import typed

_SENTENCE_END = regex.compile(r"[。！？；\n]")
_FIXED = frozenset({"document", "start", "end", "sentence", "rule", "confidence", "reasons", "value_base", "unit_base"})
CORRECTABLE = tuple(column for column in COLUMNS if column not in _FIXED)


def load_decisions(
    connection: Connection, withdrawn: bool = False, document: str = "", number: int = 0
) -> list[Decision]:
    """The decisions on documents that are there, or on one of them, in the order in which they were made; withdrawn
    ones on request. With a `number`, the decision of this id alone."""
    query = select(decisions, documents.c.name).join(documents, documents.c.sha256 == decisions.c.sha256)
    if not withdrawn:
        query = query.where(decisions.c.withdrawn.is_(None))
    if document:
        query = query.where(documents.c.name == document)
    if number:
        query = query.where(decisions.c.id == number)
    return [
        Decision(
            row.id, row.kind, row.who, row.made, row.reason, row.name, row.key, row.start, row.end,
            json.loads(row.row), row.withdrawn or "", row.withdrawn_by or "",
        )
        for row in connection.execute(query.order_by(decisions.c.id))
    ]  # fmt: skip


def accept(engine: Engine, key: str, who: str, reason: str = "", seen: int | None = None) -> int:
    """Say that a row is right as it stands; the id of the decision. ArchiveError where no row has this key, or, with
    `seen`, where somebody has decided on it since: `seen` is the last decision on the row that was known, 0 for none.
    """
    return _decide(engine, "accept", key, who, reason, {}, seen)


def reject(engine: Engine, key: str, who: str, reason: str, seen: int | None = None) -> int:
    """Say that a row is none; the id of the decision. `seen` and errors as `accept` has them."""
    return _decide(engine, "reject", key, who, reason, {}, seen)


def correct(engine: Engine, key: str, who: str, reason: str, fields: Mapping[str, str], seen: int | None = None) -> int:
    """Say what some fields of a row should be (`CORRECTABLE`, as text); the id of the decision. `seen` as `accept` has
    it.

    ArchiveError where a field or its value is none. Base values follow from value and unit.
    """
    if not fields:
        raise ArchiveError("没有说改哪一列；写成 列名=值")
    return _decide(engine, "correct", key, who, reason, fields, seen)


def add(engine: Engine, document: str, figure: str, who: str, reason: str, fields: Mapping[str, str]) -> int:
    """Add a row that the reader missed: the figure as it stands in the document's text, and its fields; the id.

    ArchiveError where the figure is not in the text, or there more than once and so needs some of its surroundings:
    `figure` may be a longer piece with the figure itself in 【】.
    """
    before, _, rest = figure.partition("【")
    inner, _, after = rest.partition("】")
    whole, inner = (before + inner + after, inner) if inner else (figure, figure)
    with writing(engine) as connection:
        found = _document(connection, document)
        if found.text.count(whole) != 1:
            many = "不止一处" if whole in found.text else "没有"
            raise ArchiveError(f"文中{many}“{whole}”；请照抄原文，用【】括出数字，前后多抄几个字")
        start = found.text.index(whole) + (len(before) if inner != figure else 0)
        return _add(connection, found, start, start + len(inner), who, reason, fields)


def add_at(
    engine: Engine, document: str, start: int, end: int, who: str, reason: str, fields: Mapping[str, str]
) -> int:
    """As `add`, with the figure by its offsets in the document's text; ArchiveError where they are none, or somebody
    has added a figure just there before."""
    with writing(engine) as connection:
        found = _document(connection, document)
        of_these = (decisions.c.kind == "add") & (decisions.c.start == start) & (decisions.c.end == end)
        _refuse_second(connection, (decisions.c.sha256 == found.sha256) & of_these)
        if not 0 <= start < end <= len(found.text):
            raise ArchiveError(
                "“{name}”的第 {start} 到 {end} 个字不在文中；请在原文里重新选一次", name=document, start=start, end=end
            )
        return _add(connection, found, start, end, who, reason, fields)


def withdraw(engine: Engine, decision: int, who: str) -> None:
    """Undo a decision; ArchiveError where there is none of this number, or it was undone before."""
    with writing(engine) as connection:
        holds = (decisions.c.id == decision) & decisions.c.withdrawn.is_(None)
        done = connection.execute(update(decisions).where(holds).values(withdrawn=now(), withdrawn_by=who))
        if not done.rowcount:
            raise ArchiveError("没有第 {n} 号决定，或已撤销；python -m indicators decisions 列出全部", n=decision)


def reviewed(connection: Connection, choice: Choice = ALL) -> pd.DataFrame:
    """The observations chosen as people have decided them, see `indicators.decisions.decide` and
    `indicators.meanings.give_meanings`.

    The choice is of what was decided: a row whose park was corrected belongs to the park that it was corrected to.
    """
    meanings = load_meanings(connection)
    if not meanings:
        return give_meanings(_decided(connection, choice), ())
    return narrowed(choice, give_meanings(_decided(connection, widened(choice, meanings)), meanings))


def _decided(connection: Connection, choice: Choice) -> pd.DataFrame:
    """The observations chosen as people have decided them, each row by itself."""
    table = load_observations(connection, choice)
    made = load_decisions(connection)
    if choice.documents:
        made = [decision for decision in made if decision.document in choice.documents]
    if not made:
        return decide(table, [])
    decided = tuple({decision.document for decision in made})
    of_these = Choice(decided, as_of=choice.as_of, history=choice.history)
    there = {row["name"] for row in load_documents(connection, of_these)}
    rows = decide(load_observations(connection, of_these), [one for one in made if one.document in there])
    rest = decide(table[~table["document"].isin(decided)], [])
    whole = pd.concat([rest.astype(object), rows[choice.allows(rows)].astype(object)])
    return typed(whole.sort_values(["document", "start", "end"], kind="stable", ignore_index=True))


def _document(connection: Connection, name: str) -> Any:
    found = connection.execute(select(documents).where(documents.c.name == name)).first()
    if found is None:
        raise ArchiveError("库里没有“{name}”这篇文档", name=name)
    return found


def _add(
    connection: Connection, found: Any, start: int, end: int, who: str, reason: str, fields: Mapping[str, str]
) -> int:
    row = dict.fromkeys(CORRECTABLE, "") | {"published": found.published, "park": found.park} | dict(fields)
    place = {"start": start, "end": end, "sentence": sentence_at(found.text, start, end), "rule": "decision.add"}
    said = _checked({column: str(value) for column, value in row.items()}) | place
    return _insert(connection, "add", who, reason, found.sha256, row_key(found.sha256, said), said)


def _refuse_second(connection: Connection, of_these: Any) -> None:
    """ArchiveError where one of these decisions stands: what somebody has decided is not overwritten unseen."""
    standing = select(decisions.c.who, decisions.c.made).where(of_these & decisions.c.withdrawn.is_(None))
    if made := connection.execute(standing.order_by(decisions.c.id.desc())).first():
        raise ArchiveError(
            "{who} 已在 {when} 对这个数作了决定，没有覆盖；请刷新页面，看过再定",
            who=made.who,
            when=local_time(made.made),
        )


def _decide(
    engine: Engine, kind: str, key: str, who: str, reason: str, fields: Mapping[str, str], seen: int | None
) -> int:
    if not who.strip():
        raise ArchiveError("请写明是谁决定的：--who 姓名")
    with writing(engine) as connection:
        if seen is not None:
            _refuse_second(connection, (decisions.c.key == key) & (decisions.c.id > seen))
        rows = _rows_with(connection, key)
        if not rows:
            raise ArchiveError("没有编号为“{key}”的观测；python -m indicators show 文档名 列出编号", key=key)
        row = plain_row(rows[0])
        if unknown := [column for column in fields if column not in CORRECTABLE]:
            raise ArchiveError(f"不能改“{unknown[0]}”；能改的列：{'、'.join(CORRECTABLE)}")
        if fields:
            place = {column: row[column] for column in ("start", "end", "sentence", "rule")}
            row = _checked({c: str(row[c]) for c in CORRECTABLE} | dict(fields)) | place
        sha256 = connection.scalar(select(documents.c.sha256).where(documents.c.name == rows[0]["document"]))
        return _insert(connection, kind, who, reason, str(sha256), key, row)


def _rows_with(connection: Connection, key: str) -> list[dict[Any, Any]]:
    """The rows of this key as they were read or decided; of their documents alone, since an archive may be large."""
    read = select(documents.c.name).join(observations).where(observations.c.key == key)
    decided = select(documents.c.name).join(decisions, decisions.c.sha256 == documents.c.sha256)
    names = tuple(connection.scalars(union(read, decided.where(decisions.c.key == key))))
    if not names:
        return []
    made = [decision for decision in load_decisions(connection) if decision.document in names]
    table = decide(load_observations(connection, Choice(names, history=True)), made)
    return table[table["key"] == key].astype(object).to_dict("records")


def _insert(
    connection: Connection, kind: str, who: str, reason: str, sha256: str, key: str, row: Mapping[str, Any]
) -> int:
    values = {
        "kind": kind, "who": who, "made": now(), "reason": reason, "sha256": sha256, "key": key,
        "start": row["start"], "end": row["end"], "row": json.dumps(row, ensure_ascii=False),
    }  # fmt: skip
    identity = connection.execute(insert(decisions).values(values)).inserted_primary_key
    if identity is None:
        raise RuntimeError("the database gave no id to a new decision")
    return int(identity[0])


def _checked(fields: Mapping[str, str]) -> dict[str, Any]:
    """The fields as a row, base values and all; ArchiveError names what is wrong."""
    try:
        return plain_row(parse_row(fields)._asdict())
    except RowError as error:
        raise ArchiveError("决定没有记下：{why}", why=error) from None


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence around a place of a text."""
    before = [match.end() for match in _SENTENCE_END.finditer(text, 0, start)]
    after = _SENTENCE_END.search(text, end)
    return text[before[-1] if before else 0 : after.end() if after else len(text)].strip()

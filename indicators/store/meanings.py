"""What phrases stand for, kept in the archive among people's decisions: one journal, one way to undo."""

import json
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
from sqlalchemy import Connection, Engine, insert, select

from indicators.catalogue import catalogue, identify
from indicators.errors import ArchiveError
from indicators.meanings import COLUMNS, Meaning, holding
from indicators.store.loading import Choice
from indicators.store.schema import decisions
from indicators.store.transactions import writing
from indicators.store.writing import now


def load_meanings(connection: Connection, withdrawn: bool = False) -> list[Meaning]:
    """What people have said of phrases, in the order in which they did; withdrawn sayings on request."""
    query = select(decisions).where(decisions.c.kind == "mean")
    if not withdrawn:
        query = query.where(decisions.c.withdrawn.is_(None))
    found = []
    for row in connection.execute(query.order_by(decisions.c.id)):
        ((column, meaning),) = json.loads(row.row).items()
        undone = (row.withdrawn or "", row.withdrawn_by or "")
        found.append(Meaning(row.id, column, row.key, meaning, row.who, row.made, row.reason, *undone))
    return found


def say(engine: Engine, column: str, phrase: str, meaning: str, who: str, reason: str = "") -> int:
    """Say what a phrase of a column (`indicators.meanings.COLUMNS`) stands for; the id of the decision.

    An indicator is named by its id or by a name that the catalogue has; "" says that the phrase is to stay as it is.
    ArchiveError where there is no such column or indicator.
    """
    if not who.strip():
        raise ArchiveError("请写明是谁决定的：--who 姓名")
    if column not in COLUMNS:
        raise ArchiveError(f"“{column}”不是可以说明的一列；能说明的：{'、'.join(COLUMNS)}")
    if not phrase.strip():
        raise ArchiveError("没有写是哪个说法")
    if column == "indicator" and meaning:
        meaning = _known(meaning)
    values = {
        "kind": "mean", "who": who, "made": now(), "reason": reason, "sha256": "", "key": phrase,
        "start": 0, "end": 0, "row": json.dumps({column: meaning.strip()}, ensure_ascii=False),
    }  # fmt: skip
    with writing(engine) as connection:
        identity = connection.execute(insert(decisions).values(values)).inserted_primary_key
    if identity is None:
        raise RuntimeError("the database gave no id to a new decision")
    return int(identity[0])


def widened(choice: Choice, meanings: Sequence[Meaning]) -> Choice:
    """The choice, with the phrases added that stand for what was chosen: their rows are stored under the phrase."""
    held = holding(meanings).values()
    names = [one.phrase for one in held if one.column == "indicator" and one.meaning in choice.names]
    parks = [one.phrase for one in held if one.column == "park" and one.meaning in choice.parks]
    return replace(choice, names=(*choice.names, *names), parks=(*choice.parks, *parks))


def narrowed(choice: Choice, table: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table read by the widened choice that are of the choice itself, now that they have their names."""
    return table[choice.allows(table)].reset_index(drop=True) if choice.names or choice.parks else table


def _known(said: str) -> str:
    """The id of the indicator that is meant by an id or a name."""
    if said in catalogue():
        return said
    found = identify(said)
    if not found:
        raise ArchiveError("目录里没有“{name}”这个指标；请写代号或目录里的名称，例如 gdp 或 地区生产总值", name=said)
    return found

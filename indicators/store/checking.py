"""Whether the archive is whole: sums of the files, offsets of the figures, rows without documents, counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, Engine, func, select

from indicators.store.engine import reading
from indicators.store.schema import decisions, documents, imports, observations


@dataclass(frozen=True)
class Fault:
    """Something that is not as it should be, in Chinese; a note (`grave` False) is only worth knowing."""

    document: str
    what: str
    grave: bool = True


def check(engine: Engine) -> list[Fault]:
    """All that is wrong with the archive; nothing but notes where it is whole."""
    with reading(engine) as connection:
        found = [*_database(connection), *_orphans(connection), *_imports(connection)]
        for document_id in list(connection.scalars(select(documents.c.id).order_by(documents.c.id))):
            found += _document(connection, document_id)
    return found


def _database(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name == "sqlite":
        for (said,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
            if said != "ok":
                yield Fault("", f"数据库文件受损：{said}；请从备份恢复")


def _orphans(connection: Connection) -> Iterator[Fault]:
    rows, ids = observations.c, select(documents.c.id)
    if count := connection.scalar(select(func.count()).where(rows.document_id.not_in(ids))):
        yield Fault("", f"有 {count} 条观测找不到它的文档")
    newer = documents.alias()
    lost = documents.c.superseded_by.is_not(None) & documents.c.superseded_by.not_in(select(newer.c.id))
    for name in connection.scalars(select(documents.c.name).where(lost)):
        yield Fault(name, "取代它的文档不在了")
    known = select(documents.c.sha256)
    waiting = (decisions.c.sha256 != "") & decisions.c.sha256.not_in(known) & decisions.c.withdrawn.is_(None)
    if count := connection.scalar(select(func.count()).where(waiting)):
        yield Fault("", f"有 {count} 个决定的文档已移出；同一个文件再导入时照旧有效", grave=False)


def _imports(connection: Connection) -> Iterator[Fault]:
    for started in connection.scalars(select(imports.c.started).where(imports.c.finished.is_(None))):
        yield Fault("", f"{started} 开始的导入没有做完，或还在进行；再导入一次就会接着做", grave=False)


def _document(connection: Connection, document_id: int) -> Iterator[Fault]:
    """What is wrong with one document and its rows."""
    found = connection.execute(select(documents).where(documents.c.id == document_id)).one()
    if sha256(found.data).hexdigest() != found.sha256:
        yield Fault(found.name, "原件的 SHA-256 对不上")
    columns = (observations.c.place, observations.c.start, observations.c.end, observations.c.sentence)
    rows = connection.execute(select(*columns).where(observations.c.document_id == document_id)).all()
    if len(rows) != found.rows:
        yield Fault(found.name, f"应有 {found.rows} 条观测，实有 {len(rows)} 条")
    if sorted(row.place for row in rows) != list(range(len(rows))):
        yield Fault(found.name, "观测的次序有缺")
    for row in rows:
        if not _is_in_place(found.text, row.start, row.end, row.sentence):
            yield Fault(found.name, f"位置 {row.start}–{row.end} 不在它的原句里")


def _is_in_place(text: str, start: int, end: int, sentence: str) -> bool:
    """Whether the figure lies in the text, and its sentence around it."""
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        return False
    return sentence in text[max(0, end - len(sentence)) : start + len(sentence)]

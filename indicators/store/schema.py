"""The tables of the archive. Times are ISO 8601 text in UTC, dates of publication of the precision known.

A change here needs a migration (`migrations/versions/`); a test compares the two.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

HEAD = "0006"  # the last migration
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, default="")


imports = Table(
    "imports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", Text, nullable=False),
    Column("finished", Text),  # none while it runs, or where it was cut off
    Column("paths", Text, nullable=False),  # JSON
    Column("reader", Text, nullable=False),
    Column("summary", Text, nullable=False, default="{}"),  # JSON: counts, and failures with their reasons
)

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", Text, nullable=False, unique=True),  # of `data`
    Column("name", Text, nullable=False, unique=True),
    _text("path"),
    Column("format", Text, nullable=False),
    _text("title"),
    _text("publisher"),
    _text("published"),
    _text("source"),
    _text("park"),  # the area that most of its rows are of
    _text("given_published"),  # what was said when it was imported, for every rereading
    _text("given_park"),
    Column("reader", Text, nullable=False),  # the version of the rules that read it last
    Column("rows", Integer, nullable=False),  # how many observations it has
    Column("imported", Text, nullable=False),
    Column("import_id", ForeignKey("imports.id"), nullable=False),
    Column("superseded_by", ForeignKey("documents.id", ondelete="SET NULL"), index=True),
    Column("superseded", Text),  # when
    Column("marks", Text, nullable=False),  # JSON: [start, end, fate, reason, grounds] of every number
    Column("text", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),  # the file as it was
    Index(None, "title", "published"),
)

observations = Table(
    "observations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("place", Integer, nullable=False),  # among the rows of its document
    Column("key", Text, nullable=False),  # the same after every rereading that leaves the row what it is
    _text("park"),
    _text("segment"),
    _text("indicator_text"),
    _text("indicator"),
    _text("name"),  # the indicator, or its phrase where the catalogue does not know it
    _text("measure"),
    _text("basis"),
    Column("value", Double, nullable=False),
    _text("unit"),
    Column("value_base", Double, nullable=False),
    _text("unit_base"),
    _text("bound"),
    _text("status"),
    _text("target_tier"),
    Column("period_start", Date),
    Column("period_end", Date),
    _text("published"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _text("sentence"),
    _text("rule"),
    _text("confidence"),
    _text("reasons"),
    UniqueConstraint("document_id", "place"),
    # all that counts are made of
    Index("ix_observations_counted", "park", "name", "status", "period_end", "document_id", "confidence"),
    Index(None, "name"),
    Index(None, "key"),
)

DECISIONS = ("accept", "correct", "reject", "add", "mean")
decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, CheckConstraint(f"kind IN {DECISIONS}", "kind"), nullable=False),
    Column("who", Text, nullable=False),
    Column("made", Text, nullable=False),
    _text("reason"),
    Column("sha256", Text, nullable=False, index=True),  # of the document; "" where a phrase was given its meaning
    Column("key", Text, nullable=False),  # of the row as it was read; the phrase
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("row", Text, nullable=False),  # JSON: the row as it was decided, all columns; of a phrase what it stands for
    Column("withdrawn", Text),  # when
    Column("withdrawn_by", Text),
)

changes = Table(
    "changes",
    metadata,
    Column("id", Integer, primary_key=True),  # there is one row
    Column("count", Integer, nullable=False),  # of the transactions that have written to the archive
)

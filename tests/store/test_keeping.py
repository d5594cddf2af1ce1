"""Rereading, removing, backing up, restoring, checking, migrating; on both databases."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, text, update

from indicators.errors import ArchiveError
from indicators.formats import content
from indicators.reading import Reading
from indicators.store import engine as opening
from indicators.store import rereading
from indicators.store.backup import backup, restore
from indicators.store.checking import check
from indicators.store.engine import open_engine, reading
from indicators.store.importing import import_paths
from indicators.store.loading import Choice, count_documents, load_document
from indicators.store.present import count_changes, load_archive
from indicators.store.removing import remove
from indicators.store.rereading import reread
from indicators.store.schema import HEAD, documents, metadata, observations
from indicators.store.transactions import alone, writing
from indicators.table import to_csv
from tests.store.conftest import write
from tests.store.test_importing import same, state


@pytest.fixture
def other_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules that read no taxes, and every investment as growth by one more."""
    real = rereading.read_text

    def read(*arguments: str) -> Reading:
        found = real(*arguments)
        rows = [row for row in found.observations if row.indicator_text != "税收"]
        rows = [row._replace(value=row.value + 1) if row.measure == "growth" else row for row in rows]
        return Reading(tuple(rows), found.marks, found.published)

    monkeypatch.setattr(rereading, "read_text", read)
    monkeypatch.setattr(rereading, "reader_version", lambda: "other")


def test_rereading_by_the_same_rules_changes_nothing(engine: Engine, folder: Path):
    import_paths(engine, [folder])
    assert reread(engine).documents == 0
    done = reread(engine, everything=True)
    assert (done.documents, done.changes) == (3, [])


@pytest.mark.usefixtures("other_rules")
def test_rereading_shows_what_would_change_and_changes_nothing(engine: Engine, folder: Path):
    import_paths(engine, [folder])
    before = state(engine)
    done = reread(engine)
    assert done.documents == 3
    counts = {name: dict(count) for name, count in done.by_indicator().items()}
    assert {"added": 0, "gone": 3, "changed": 0} in counts.values()
    assert {"added": 0, "gone": 0, "changed": 3} in counts.values()
    assert state(engine) == before


@pytest.mark.usefixtures("other_rules")
def test_what_is_accepted_is_written(engine: Engine, folder: Path):
    import_paths(engine, [folder])
    reread(engine, accept=True)
    table = load_archive(engine).observations
    assert (len(table), set(table.loc[table["measure"] == "growth", "value"])) == (6, {10.0})
    assert check(engine) == []
    assert reread(engine).documents == 0


@pytest.mark.usefixtures("other_rules")
def test_rows_that_a_table_states_stay_as_stated(engine: Engine, tmp_path: Path, folder: Path):
    rows = load_rows(folder)
    (tmp_path / "表.csv").write_text(rows, encoding="utf-8")
    import_paths(engine, [tmp_path / "表.csv"])
    assert reread(engine, accept=True).changes == []


def load_rows(folder: Path) -> str:
    from indicators.archive import read_archive

    return to_csv(read_archive([folder]).observations)


def test_removing_brings_the_version_before_back(engine: Engine, folder: Path):
    import_paths(engine, [folder])
    before = load_archive(engine).observations
    for value in (111, 112):
        write(folder / f"{value}.txt", title="云麓高新区第1号简报", value=value)
        import_paths(engine, [folder / f"{value}.txt"])
    assert remove(engine, ["111.txt"]) == 3
    assert 112 in set(load_archive(engine).observations["value"])
    remove(engine, ["112.txt"])
    assert same(load_archive(engine).observations, before)
    assert check(engine) == []


def test_removing_all_or_none(engine: Engine, folder: Path):
    import_paths(engine, [folder])
    with pytest.raises(ArchiveError, match=r"没有“无\.txt”"):
        remove(engine, ["1.txt", "无.txt"])
    assert count_documents(engine) == 3


def test_a_backup_is_the_whole_archive(engine: Engine, folder: Path, tmp_path: Path):
    import_paths(engine, [folder])
    write(folder / "4.txt", title="云麓高新区第1号简报", value=111.25)
    import_paths(engine, [folder])
    counts = backup(engine, tmp_path / "备份.zip")
    before = state(engine)
    other = open_engine(str(tmp_path / "另.sqlite"))
    assert restore(other, tmp_path / "备份.zip") == counts == {
        "imports": 2, "documents": 4, "observations": 12, "decisions": 0,
    }  # fmt: skip
    assert [sorted(map(repr, rows)) for rows in state(other)] == [sorted(map(repr, rows)) for rows in before]
    backup(other, tmp_path / "再.zip")
    restore(engine, tmp_path / "再.zip", replace=True)
    assert same(load_archive(engine).observations, load_archive(other).observations)
    write(folder / "5.txt", title="云麓高新区第5号简报", value=105)
    assert import_paths(engine, [folder]).added == 1
    assert check(engine) == check(other) == []
    other.dispose()


def test_a_backup_fills_only_an_empty_archive(engine: Engine, folder: Path, tmp_path: Path):
    import_paths(engine, [folder])
    backup(engine, tmp_path / "备份.zip")
    with pytest.raises(ArchiveError, match="--replace"):
        restore(engine, tmp_path / "备份.zip")


@pytest.mark.parametrize("broken", [b"", b"PK no zip"])
def test_what_is_no_backup_changes_nothing(engine: Engine, folder: Path, tmp_path: Path, broken: bytes):
    import_paths(engine, [folder])
    (tmp_path / "坏.zip").write_bytes(broken)
    with pytest.raises(ArchiveError, match="不是完好的备份"):
        restore(engine, tmp_path / "坏.zip", replace=True)
    assert count_documents(engine) == 3


FAULTS = (
    (update(documents).values(data=b"other"), "SHA-256"),
    (update(documents).values(rows=9), "应有 9 条"),
    (delete(observations).where(observations.c.place == 1), "实有 2 条"),
    (update(observations).values(end=9999), "不在它的原句里"),
    (update(observations).where(observations.c.place == 0).values(start=0, end=2), "不在它的原句里"),
    (update(observations).values(sentence="没有这句话。"), "不在它的原句里"),
)


@pytest.mark.parametrize(("damage", "said"), FAULTS, ids=[said + str(n) for n, (_, said) in enumerate(FAULTS)])
def test_damage_is_found(engine: Engine, folder: Path, damage, said: str):
    import_paths(engine, [folder])
    with writing(engine) as connection:
        connection.execute(damage)
    assert [fault for fault in check(engine) if fault.grave and said in fault.what]


def test_the_migrations_make_the_tables_of_the_schema(engine: Engine):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_an_archive_of_the_first_version_gets_the_new_columns(engine: Engine, database: str, folder: Path):
    import_paths(engine, [folder])
    with alone(engine) as connection:
        connection.execute(text("DROP TABLE changes"))
        connection.execute(text("DROP INDEX ix_observations_counted"))
        for column in ("confidence", "reasons"):
            connection.execute(text(f"ALTER TABLE observations DROP COLUMN {column}"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    again = open_engine(database)
    assert set(load_archive(again).observations["confidence"]) == {""}
    again.dispose()


def test_an_archive_of_a_later_version_is_not_touched(engine: Engine, database: str):
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(ArchiveError, match="更新的版本"):
        open_engine(database)


def test_every_transaction_that_writes_is_counted(engine: Engine, folder: Path):
    before = count_changes(engine)
    import_paths(engine, [folder])
    after = count_changes(engine)
    assert after >= before + 3
    load_archive(engine)
    assert count_changes(engine) == after
    with pytest.raises(ArchiveError):
        remove(engine, ["1.txt", "nowhere.txt"])
    assert count_changes(engine) == after
    remove(engine, ["1.txt"])
    assert count_changes(engine) == after + 1


def test_the_last_migration_is_the_one_that_is_wanted():
    folder = Path(opening.__file__).parent / "migrations" / "versions"
    assert max(path.name[:4] for path in folder.glob("0*.py")) == HEAD


@pytest.mark.parametrize("address", ["mysql://root@localhost/x", "://", "postgresql+psycopg://127.0.0.1:1/x"])
def test_an_address_that_leads_nowhere_is_said(address: str):
    with pytest.raises(ArchiveError, match=r"数据库|不支持"):
        open_engine(address)


def test_a_file_that_is_no_database_is_said(tmp_path: Path):
    (tmp_path / "文.sqlite").write_text("no database" * 100)
    with pytest.raises(ArchiveError, match="打不开数据库"):
        open_engine(str(tmp_path / "文.sqlite"))


def test_the_environment_names_the_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(opening.VARIABLE, str(tmp_path / "环.sqlite"))
    open_engine().dispose()
    assert (tmp_path / "环.sqlite").exists()


def test_a_document_that_is_not_there(engine: Engine):
    with reading(engine) as connection, pytest.raises(ArchiveError, match="没有"):
        load_document(connection, "无.txt")


def test_a_bar_in_a_cell_parts_no_cells():
    assert content.table_row(["a|b", "c"]).count("|") == 3
    assert Choice() == Choice()

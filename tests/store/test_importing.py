"""Importing: the same bytes twice, newer versions, what cannot be read, names; on both databases."""

from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import Engine, func, select

from indicators import COLUMNS
from indicators.archive import read_archive
from indicators.store.checking import check
from indicators.store.engine import reading
from indicators.store.importing import import_paths
from indicators.store.loading import Choice, count_documents, distinct, load_document, load_documents
from indicators.store.present import load_archive
from indicators.store.schema import documents, imports, observations
from tests.store.conftest import write

GIVEN = ("2024-01-20", "云麓高新区", "2024-01-20")
SEEDS = Path(__file__).parents[2] / "seeds"


def same(left: pd.DataFrame, right: pd.DataFrame) -> bool:
    order = ["document", "start", "indicator_text", "segment", "value"]
    sides = [side[list(COLUMNS)].astype(str).sort_values(order, ignore_index=True) for side in (left, right)]
    return sides[0].equals(sides[1])


def grave(engine: Engine) -> list[str]:
    return [f"{fault.document}: {fault.what}" for fault in check(engine) if fault.grave]


def test_what_is_imported_is_what_is_read(engine: Engine):
    summary = import_paths(engine, [SEEDS])
    stored, read = load_archive(engine), read_archive([SEEDS])
    assert same(stored.observations, read.observations)
    assert stored.observations[list(COLUMNS)].dtypes.astype(str).equals(read.observations.dtypes.astype(str))
    for document in read.documents:
        kept = stored.document(document.name)
        assert (kept.text, kept.title, kept.published, kept.marks) == (
            document.text, document.title, document.published, document.marks,
        )  # fmt: skip
    assert (summary.added, summary.rows, summary.failed) == (len(read.documents), len(read.observations), 0)
    assert check(engine) == []


def test_the_bytes_are_kept(engine: Engine, folder: Path):
    import_paths(engine, [folder])
    with reading(engine) as connection:
        assert load_document(connection, "1.txt")["data"] == (folder / "1.txt").read_bytes()


def test_the_same_bytes_twice_change_nothing(engine: Engine, folder: Path):
    import_paths(engine, [folder])
    before = state(engine)
    (folder / "又.txt").write_bytes((folder / "1.txt").read_bytes())
    summary = import_paths(engine, [folder])
    assert (summary.found, summary.unchanged, summary.added) == (4, 4, 0)
    assert state(engine) == before


def state(engine: Engine) -> list:
    with reading(engine) as connection:
        return [connection.execute(select(table)).all() for table in (documents, observations, imports)]


def test_a_newer_version_supersedes_and_the_old_one_stays(engine: Engine, folder: Path):
    import_paths(engine, [folder])
    (folder / "新").mkdir()
    write(folder / "新" / "1.txt", title="云麓高新区第1号简报", value=101.5)
    summary = import_paths(engine, [folder])
    assert (summary.added, summary.superseded, summary.unchanged) == (1, 1, 3)
    table = load_archive(engine).observations
    assert 101.5 in set(table["value"])
    assert 101 not in set(table["value"])
    assert {101, 101.5} <= set(load_archive(engine, Choice(history=True)).observations["value"])
    assert count_documents(engine) == 3
    with reading(engine) as connection:
        names = {row["name"]: row["superseded_by"] for row in load_documents(connection, Choice(history=True))}
    assert names["1.txt"] is not None
    assert names["新/1.txt"] is None
    assert grave(engine) == []


@pytest.mark.parametrize("change", [{"title": "云麓高新区另一号简报"}, {"published": "2024-02-18"}])
def test_another_article_supersedes_nothing(engine: Engine, folder: Path, change: dict[str, str]):
    import_paths(engine, [folder])
    write(folder / "4.txt", **({"title": "云麓高新区第1号简报", "value": 104} | change))
    assert import_paths(engine, [folder]).superseded == 0
    assert count_documents(engine) == 4


def test_what_cannot_be_read_is_named_and_tried_again(engine: Engine, folder: Path):
    (folder / "坏.txt").write_bytes(b"\x00\x01")
    (folder / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    summary = import_paths(engine, [folder, folder / "无.txt"])
    assert (summary.added, summary.failed) == (3, 3)
    assert {Path(path).name for path, _ in summary.failures} == {"坏.txt", "旧.doc", "无.txt"}
    write(folder / "坏.txt", title="云麓高新区第4号简报", value=104)
    summary = import_paths(engine, [folder])
    assert (summary.added, summary.unchanged, summary.failed) == (1, 3, 1)


def test_a_reader_that_breaks_is_named(engine: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch):
    def broken(name: str, *_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("indicators.store.importing.read_document", broken)
    summary = import_paths(engine, [folder])
    assert (summary.added, summary.failed) == (0, 3)
    assert all("RecursionError" in reason for _, reason in summary.failures)


def test_documents_of_one_name_are_told_apart(engine: Engine, tmp_path: Path):
    for number, name in enumerate(["2022/公报.txt", "2023/公报.txt", "a/2023/公报.txt", "b/a/2023/公报.txt"]):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        write(tmp_path / name, title=f"云麓高新区第{number}号公报", value=100 + number)
        import_paths(engine, [tmp_path / name])
    with reading(engine) as connection:
        names = [row["name"] for row in load_documents(connection)]
    assert len(set(names)) == 4
    assert {"公报.txt", "2023/公报.txt", "a/2023/公报.txt"} <= set(names)
    assert set(load_archive(engine).observations["document"]) == set(names)


def test_what_is_given_is_kept_for_rereading(engine: Engine, tmp_path: Path):
    (tmp_path / "文.txt").write_text("全区税收12亿元。", encoding="utf-8")
    import_paths(engine, [tmp_path / "文.txt"], published="2024-01-20", park="云麓高新区")
    with reading(engine) as connection:
        stored = load_document(connection, "文.txt")
    assert (stored["given_published"], stored["given_park"], stored["published"]) == GIVEN


def test_progress_and_an_account_of_each_import(engine: Engine, folder: Path):
    seen: list[tuple[int, int, str]] = []
    import_paths(engine, [folder], progress=lambda *step: seen.append(step))
    assert [step[:2] for step in seen] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    with reading(engine) as connection:
        (account,) = connection.execute(select(imports)).all()
        assert connection.scalar(select(func.count()).where(documents.c.import_id == account.id)) == 3
    assert account.finished >= account.started
    assert '"added": 3' in account.summary


def test_distinct_values_are_found_by_leaps(engine: Engine):
    import_paths(engine, [SEEDS])
    table = load_archive(engine).observations
    with reading(engine) as connection:
        assert distinct(connection, "park") == sorted(table["park"].unique())
        assert len(distinct(connection, "name")) == len(
            table["indicator"].astype(str).where(table["indicator"] != "", table["indicator_text"]).unique()
        )


@pytest.mark.parametrize("column", ["park", "name"])
def test_an_empty_archive_has_no_values(engine: Engine, column: str):
    with reading(engine) as connection:
        assert distinct(connection, column) == []
    assert len(load_archive(engine).observations) == 0


CHOICES = (
    (Choice(parks=("昆明高新区",)), lambda t: t["park"] == "昆明高新区"),
    (Choice(statuses=("target",)), lambda t: t["status"] == "target"),
    (Choice(names=("fixed_asset_investment",)), lambda t: t["indicator"] == "fixed_asset_investment"),
    (
        Choice(since=pd.Timestamp("2024-01-01").date()),
        lambda t: t["period_end"] >= "2024-01-01",
    ),
    (Choice(documents=("昆明高新区-2020-年度任务.txt",)), lambda t: t["document"] == "昆明高新区-2020-年度任务.txt"),
)


@pytest.mark.parametrize(("choice", "rows"), CHOICES)
def test_choices(engine: Engine, choice: Choice, rows):
    import_paths(engine, [SEEDS])
    whole = load_archive(engine).observations
    assert same(load_archive(engine, choice).observations, whole[rows(whole)])
    assert rows(whole).any()

"""What was known on a day: by the dates of publication, in the version that the archive had."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from indicators.store.importing import import_paths
from indicators.store.loading import Choice
from indicators.store.present import load_archive
from indicators.store.schema import documents
from indicators.store.transactions import writing
from tests.store.conftest import write


def known(engine: Engine, day: str) -> set[str]:
    return {document.name for document in load_archive(engine, Choice(as_of=day)).documents}


@pytest.mark.parametrize(
    ("day", "names"),
    [
        ("2021-12-30", set()),
        ("2021-12-31", {"年"}),
        ("2023-06-29", {"年"}),
        ("2023-06-30", {"年", "月"}),
        ("2024-01-17", {"年", "月"}),
        ("2024-01-18", {"年", "月", "日"}),
    ],
)
def test_a_document_is_known_from_the_last_day_that_it_can_be_of(engine: Engine, tmp_path: Path, day, names):
    for name, published in (("年", "2021"), ("月", "2023-06"), ("日", "2024-01-18")):
        write(tmp_path / f"{name}.txt", title=f"云麓高新区{name}度简报", value=12)
        import_paths(engine, [tmp_path / f"{name}.txt"], published=published)
    assert known(engine, day) == {f"{name}.txt" for name in names}


def test_a_document_without_date_is_known_from_its_import(engine: Engine, tmp_path: Path):
    (tmp_path / "无.txt").write_text("云麓高新区税收12亿元。", encoding="utf-8")
    import_paths(engine, [tmp_path])
    assert known(engine, "2020-01-01") == set()
    assert known(engine, "2999-01-01") == {"无.txt"}


def test_before_it_was_superseded_the_old_version_counted(engine: Engine, tmp_path: Path):
    for value in (101, 102):
        write(tmp_path / f"{value}.txt", title="云麓高新区第1号简报", value=value)
        import_paths(engine, [tmp_path / f"{value}.txt"])
    with writing(engine) as connection:
        old = documents.c.superseded_by.is_not(None)
        connection.execute(update(documents).where(old).values(superseded="2025-03-01T08:00:00Z"))
    assert known(engine, "2024-01-17") == set()
    assert known(engine, "2025-02-28") == {"101.txt"}
    assert known(engine, "2025-03-01") == {"102.txt"}

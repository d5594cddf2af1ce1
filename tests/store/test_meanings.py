"""What phrases stand for: said, found again in rows and choices, undone; on both databases."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from indicators.errors import ArchiveError
from indicators.store.backup import backup, restore
from indicators.store.checking import check
from indicators.store.deciding import correct, withdraw
from indicators.store.engine import open_engine, reading
from indicators.store.importing import import_paths
from indicators.store.loading import ALL, Choice
from indicators.store.meanings import load_meanings, say
from indicators.store.present import load_archive
from indicators.store.rereading import reread
from tests.store.test_deciding import key_of

PHRASE = "云网贸易额"  # that no catalogue has


@pytest.fixture
def imported(engine: Engine, tmp_path: Path) -> Engine:
    folder = tmp_path / "文"
    folder.mkdir()
    for number in (1, 2):
        head = f"标题：云麓高新区第{number}号简报\n发布日期：2024-01-18\n\n"
        said = f"2023年，云麓高新区{PHRASE}{number}0亿元，税收46亿元。"
        (folder / f"{number}.txt").write_text(head + said, encoding="utf-8")
    import_paths(engine, [folder])
    return engine


def rows(engine: Engine, choice: Choice = ALL) -> list[tuple]:
    table = load_archive(engine, choice).observations
    columns = ("park", "indicator_text", "indicator", "value", "review", "indicator_by")
    return list(table[list(columns)].itertuples(index=False, name=None))


READ = [
    ("云麓高新区", PHRASE, "", 10.0, "", 0), ("云麓高新区", "税收", "tax_revenue", 46.0, "", 0),
    ("云麓高新区", PHRASE, "", 20.0, "", 0), ("云麓高新区", "税收", "tax_revenue", 46.0, "", 0),
]  # fmt: skip


def test_a_phrase_is_given_an_indicator_everywhere_and_loses_it_again(imported: Engine):
    assert rows(imported) == READ
    number = say(imported, "indicator", PHRASE, "进出口总额", "张三")
    meant = [(p, t, "imports_exports" if t == PHRASE else i, v, r, number * (t == PHRASE)) for p, t, i, v, r, _ in READ]
    assert rows(imported) == meant
    reread(imported, accept=True, everything=True)
    assert rows(imported) == meant
    withdraw(imported, number, "李四")
    assert rows(imported) == READ


def test_rows_are_found_under_what_their_phrase_stands_for(imported: Engine):
    say(imported, "indicator", PHRASE, "imports_exports", "张三")
    say(imported, "park", "云麓高新区", "云麓新区", "张三")
    assert [row[3] for row in rows(imported, Choice(names=("imports_exports",)))] == [10.0, 20.0]
    assert rows(imported, Choice(names=(PHRASE,))) == []
    assert len(rows(imported, Choice(parks=("云麓新区",)))) == 4
    assert rows(imported, Choice(parks=("云麓高新区",))) == []
    assert load_archive(imported, Choice(names=("imports_exports",))).observations["value"].dtype == "float64"


def test_a_correction_of_a_row_goes_before_what_its_phrase_stands_for(imported: Engine):
    correct(imported, key_of(imported, 10.0), "张三", "另一回事", {"indicator": "gdp"})
    say(imported, "indicator", PHRASE, "imports_exports", "张三")
    assert [row[2] for row in rows(imported) if row[1] == PHRASE] == ["gdp", "imports_exports"]


def test_the_last_thing_said_holds_and_a_phrase_may_stay_what_it_is(imported: Engine):
    say(imported, "indicator", PHRASE, "gdp", "张三")
    number = say(imported, "indicator", PHRASE, "", "李四", "目录里没有")
    assert [row[2:] for row in rows(imported) if row[1] == PHRASE] == [("", 10.0, "", number), ("", 20.0, "", number)]
    withdraw(imported, number, "李四")
    assert {row[2] for row in rows(imported) if row[1] == PHRASE} == {"gdp"}
    with reading(imported) as connection:
        held, undone = load_meanings(connection, withdrawn=True)
    assert (held.meaning, undone.reason, undone.withdrawn_by) == ("gdp", "目录里没有", "李四")


def test_meanings_are_in_the_backup_and_do_the_archive_no_harm(imported: Engine, tmp_path: Path):
    say(imported, "indicator", PHRASE, "gdp", "张三")
    meant = rows(imported)
    assert check(imported) == []
    backup(imported, tmp_path / "备.zip")
    restore(imported, tmp_path / "备.zip", replace=True)
    assert rows(imported) == meant


def test_an_archive_without_meanings_is_brought_up_to_date(imported: Engine, database: str):
    correct(imported, key_of(imported, 10.0), "张三", "漏了小数", {"value": "10.5"})
    with imported.connect() as connection, connection.begin():
        connection.execute(text("DROP INDEX ix_observations_key"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0003'"))
    again = open_engine(database)
    say(again, "indicator", PHRASE, "gdp", "张三")
    assert [row[2:4] for row in rows(again) if row[1] == PHRASE] == [("gdp", 10.5), ("gdp", 20.0)]
    again.dispose()


WRONG = (
    (("indicator", PHRASE, "没有的指标", "张三"), "目录里没有"),
    (("indicator", PHRASE, "gdp", " "), "是谁"),
    (("indicator", " ", "gdp", "张三"), "哪个说法"),
    (("value", PHRASE, "gdp", "张三"), "不是可以说明的"),
)


@pytest.mark.parametrize(("said", "why"), WRONG, ids=[why for _, why in WRONG])
def test_what_cannot_be_said_is_refused(imported: Engine, said: tuple[str, str, str, str], why: str):
    with pytest.raises(ArchiveError, match=why):
        say(imported, *said)
    assert rows(imported) == READ

"""People's decisions: what they do to rows, that they outlast rereading, that they can be undone; on both databases."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from indicators.errors import ArchiveError
from indicators.reading import Reading
from indicators.series import build_series
from indicators.store import rereading
from indicators.store.backup import backup, restore
from indicators.store.checking import check
from indicators.store.deciding import accept, add, add_at, correct, load_decisions, reject, reviewed, withdraw
from indicators.store.engine import reading
from indicators.store.importing import import_paths
from indicators.store.loading import Choice, load_document
from indicators.store.present import load_archive
from indicators.store.removing import remove
from indicators.store.rereading import reread


@pytest.fixture
def imported(engine: Engine, folder: Path) -> Engine:
    import_paths(engine, [folder])
    return engine


def key_of(engine: Engine, value: float, document: str = "1.txt") -> str:
    with reading(engine) as connection:
        table = reviewed(connection, Choice(documents=(document,)))
    return str(table.loc[table["value"] == value, "key"].iloc[0])


FIRST = Choice(documents=("1.txt",))


def rows(engine: Engine, choice: Choice = FIRST) -> list[tuple]:
    table = load_archive(engine, choice).observations
    return list(zip(table["indicator_text"], table["value"], table["review"], strict=True))


READ = [("固定资产投资", 101.0, ""), ("固定资产投资", 9.0, ""), ("税收", 46.0, "")]


def test_accept(imported: Engine):
    accept(imported, key_of(imported, 46.0), "张三")
    assert rows(imported) == [*READ[:2], ("税收", 46.0, "accepted")]


def test_correct(imported: Engine):
    correct(imported, key_of(imported, 46.0), "张三", "漏了小数", {"value": "46.25", "unit": "万元"})
    assert rows(imported) == [*READ[:2], ("税收", 46.25, "corrected")]
    table = load_archive(imported).observations
    row = table[table["review"] == "corrected"].iloc[0]
    assert (row["value_base"], row["unit_base"], row["document"]) == (462500.0, "CNY", "1.txt")
    assert table.dtypes["value"] == "float64"


def test_reject(imported: Engine):
    reject(imported, key_of(imported, 46.0), "张三", "不是这个园区的")
    assert rows(imported) == READ[:2]
    with reading(imported) as connection:
        assert list(reviewed(connection, Choice(documents=("1.txt",)))["review"]) == ["", "", "rejected"]


def test_add(imported: Engine):
    fields = {"indicator_text": "编号", "value": "1", "unit": "号", "period_end": "2024-01-18"}
    add(imported, "1.txt", "第【1号】简报", "张三", "漏读", fields)
    assert rows(imported)[0] == ("编号", 1.0, "added")
    archive = load_archive(imported)
    row = archive.observations[archive.observations["review"] == "added"].iloc[0]
    assert archive.document("1.txt").text[row["start"] : row["end"]] == "1号"
    assert row["sentence"] == "标题：云麓高新区第1号简报"
    assert (row["park"], row["published"]) == ("云麓高新区", "2024-01-18")
    assert rows(imported, Choice(parks=("云麓高新区",)))[0] == ("编号", 1.0, "added")


def test_add_at(imported: Engine):
    fields = {"indicator_text": "编号", "value": "1", "unit": "号"}
    with reading(imported) as connection:
        text = load_document(connection, "1.txt")["text"]
    start = text.index("1号")
    number = add_at(imported, "1.txt", start, start + 2, "张三", "漏读", fields)
    row = load_archive(imported).observations.query("review == 'added'").iloc[0]
    assert (row["start"], row["end"], row["sentence"]) == (start, start + 2, "标题：云麓高新区第1号简报")
    with reading(imported) as connection:
        (made,) = load_decisions(connection, number=number)
        assert load_decisions(connection, number=number + 1) == []
    assert (made.id, made.who, made.reason) == (number, "张三", "漏读")
    for place in ((-1, 2), (3, 3), (0, len(text) + 1)):
        with pytest.raises(ArchiveError, match="不在文中"):
            add_at(imported, "1.txt", *place, "张三", "漏读", fields)


def test_undone_decisions_stay_on_record(imported: Engine):
    number = reject(imported, key_of(imported, 46.0), "张三", "误")
    withdraw(imported, number, "李四")
    assert rows(imported) == READ
    with reading(imported) as connection:
        assert load_decisions(connection) == []
        (made,) = load_decisions(connection, withdrawn=True)
    assert (made.who, made.withdrawn_by, made.reason, bool(made.withdrawn)) == ("张三", "李四", "误", True)
    with pytest.raises(ArchiveError, match="已撤销"):
        withdraw(imported, number, "李四")


def test_the_last_decision_holds_and_undoing_it_brings_the_one_before_back(imported: Engine):
    key = key_of(imported, 46.0)
    correct(imported, key, "张三", "", {"value": "47"})
    number = correct(imported, key, "李四", "", {"segment": "东区"})
    table = load_archive(imported, Choice(documents=("1.txt",))).observations
    assert table.loc[2, ["value", "segment"]].tolist() == [47.0, "东区"]
    withdraw(imported, number, "李四")
    assert rows(imported)[2] == ("税收", 47.0, "corrected")


def test_a_corrected_park_is_found_where_it_belongs(imported: Engine):
    correct(imported, key_of(imported, 46.0), "张三", "属青溪", {"park": "青溪高新区"})
    assert rows(imported, Choice(parks=("青溪高新区",))) == [("税收", 46.0, "corrected")]
    assert ("税收", 46.0, "corrected") not in rows(imported, Choice(parks=("云麓高新区",)))


def test_a_decision_is_chosen_for_the_series(imported: Engine):
    correct(imported, key_of(imported, 101.0), "张三", "", {"value": "103"})
    accept(imported, key_of(imported, 103.0), "张三")
    series = build_series(load_archive(imported).observations)
    (row,) = series[(series["measure"] == "level") & (series["indicator"] == "fixed_asset_investment")].itertuples()
    assert (row.value, row.review) == (103.0, "accepted")


def rules(monkeypatch: pytest.MonkeyPatch, change) -> None:
    real = rereading.read_text

    def read(*arguments: str) -> Reading:
        found = real(*arguments)
        changed = [change(row) for row in found.observations]
        return Reading(tuple(row for row in changed if row), found.marks, found.published)

    monkeypatch.setattr(rereading, "read_text", read)


CHANGES = {
    "read otherwise": lambda row: row._replace(indicator_text="税费") if row.indicator_text == "税收" else row,
    "read no more": lambda row: None if row.indicator_text == "税收" else row,
    "another value": lambda row: row._replace(value=row.value + 1) if row.indicator_text == "税收" else row,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_decisions_outlast_rereading(imported: Engine, monkeypatch: pytest.MonkeyPatch, change):
    correct(imported, key_of(imported, 46.0), "张三", "", {"value": "46.25"})
    reject(imported, key_of(imported, 9.0), "张三", "")
    decided = rows(imported)
    rules(monkeypatch, change)
    reread(imported, accept=True, everything=True)
    assert rows(imported) == decided == [READ[0], ("税收", 46.25, "corrected")]


def test_decisions_come_back_with_their_document(imported: Engine, folder: Path):
    reject(imported, key_of(imported, 46.0), "张三", "")
    remove(imported, ["1.txt"])
    assert [fault.grave for fault in check(imported)] == [False]
    import_paths(imported, [folder])
    assert rows(imported) == READ[:2]


def test_decisions_are_in_the_backup(imported: Engine, tmp_path: Path):
    correct(imported, key_of(imported, 46.0), "张三", "", {"value": "46.25"})
    decided = rows(imported)
    assert backup(imported, tmp_path / "备.zip")["decisions"] == 1
    restore(imported, tmp_path / "备.zip", replace=True)
    assert rows(imported) == decided


WRONG = (
    (lambda e: accept(e, "no such key", "张三"), "没有编号"),
    (lambda e: accept(e, key_of(e, 46.0), " "), "是谁"),
    (lambda e: correct(e, key_of(e, 46.0), "张三", "", {"colour": "red"}), "不能改"),
    (lambda e: correct(e, key_of(e, 46.0), "张三", "", {"start": "3"}), "不能改"),
    (lambda e: correct(e, key_of(e, 46.0), "张三", "", {"value": "很多"}), "不是数"),
    (lambda e: correct(e, key_of(e, 46.0), "张三", "", {"period_end": "去年"}), "不是日期"),
    (lambda e: correct(e, key_of(e, 46.0), "张三", "", {}), "哪一列"),
    (lambda e: add(e, "1.txt", "999亿元", "张三", "", {"value": "1"}), "文中没有"),
    (lambda e: add(e, "1.txt", "1", "张三", "", {"value": "1"}), "不止一处"),
    (lambda e: add(e, "无.txt", "1", "张三", "", {"value": "1"}), "没有"),
)


@pytest.mark.parametrize(("decide", "said"), WRONG, ids=[f"{n} {said}" for n, (_, said) in enumerate(WRONG)])
def test_what_cannot_be_decided_is_said(imported: Engine, decide, said: str):
    with pytest.raises(ArchiveError, match=said):
        decide(imported)
    assert rows(imported) == READ

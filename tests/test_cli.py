"""The command line: `python -m indicators extract` and `explain`."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from indicators import COLUMNS, extract
from indicators.__main__ import main

ROOT = Path(__file__).parent.parent
TEXT = "2023年，云麓高新区完成固定资产投资120亿元，同比增长9%。建区27年来，园区面貌一新。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "一.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "二.md").write_text(TEXT.replace("云麓", "青溪"), encoding="utf-8")
    return tmp_path


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "indicators", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)


def read(text: str) -> pd.DataFrame:
    return pd.read_csv(io.StringIO(text), keep_default_na=False, parse_dates=["period_start", "period_end"])


def test_extract_writes_csv_to_standard_output(folder: Path):
    done = run("extract", folder)
    table = read(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(table.columns) == list(COLUMNS)
    assert list(table["document"]) == ["一.txt", "一.txt", "二.md", "二.md"]
    assert list(table["park"]) == ["云麓高新区"] * 2 + ["青溪高新区"] * 2
    assert list(table["value"]) == [120.0, 9.0] * 2


def test_extract_writes_to_a_file(folder: Path, capsys: pytest.CaptureFixture[str]):
    output = folder / "表.csv"
    assert main(["extract", str(folder / "一.txt"), "-o", str(output)]) == 0
    assert capsys.readouterr().out == ""
    assert output.read_bytes().startswith(b"park,segment,")
    assert b"\r" not in output.read_bytes()
    assert len(read(output.read_text(encoding="utf-8"))) == 2


def test_several_processes_give_the_same_table(folder: Path):
    (folder / "坏.txt").write_bytes(b"\x00\x01\x02")
    one, two = run("extract", folder, "--jobs", 1), run("extract", folder, "--jobs", 2)
    assert one.stdout == two.stdout
    assert (one.returncode, one.stderr) == (two.returncode, two.stderr)
    assert len(read(one.stdout)) == 4


@pytest.mark.parametrize("jobs", ["0", "-1", "two"])
def test_jobs_are_a_positive_number(folder: Path, jobs: str):
    with pytest.raises(SystemExit) as stop:
        main(["extract", str(folder), "--jobs", jobs])
    assert stop.value.code == 2


def test_extract_as_json(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["extract", str(folder / "一.txt"), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [list(row) for row in rows] == [list(COLUMNS)] * 2
    assert [row["value"] for row in rows] == [120.0, 9.0]


def test_published_and_park_overrule_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "文.txt").write_text("今年，全区完成税收12亿元。", encoding="utf-8")
    arguments = ["extract", str(tmp_path), "--published", "2021-03-04", "--park", "云麓高新区"]
    assert main(arguments) == 0
    (row,) = read(capsys.readouterr().out).itertuples()
    assert (row.park, row.published, row.period_start.year) == ("云麓高新区", "2021-03-04", 2021)


def test_an_unreadable_file_is_named_and_the_others_are_read(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "坏.txt").write_bytes(b"\x00\x01\x02")
    (folder / "空.txt").write_bytes(b"")
    assert main(["extract", str(folder), str(folder / "无.txt")]) == 1
    captured = capsys.readouterr()
    assert len(read(captured.out)) == 4
    complaints = captured.err.splitlines()
    assert len(complaints) == 3
    for name in ("坏.txt", "空.txt", "无.txt"):
        assert [line for line in complaints if name in line]


def test_a_folder_without_texts_is_said_to_have_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["extract", str(tmp_path)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert ".txt" in captured.err


def test_an_output_that_cannot_be_written(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["extract", str(folder), "-o", str(folder / "无" / "表.csv")]) == 1
    assert "写不了" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["extract"], ["extract", "a", "--format", "xml"], ["tabulate", "a"]])
def test_wrong_arguments_end_with_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize("published", ["soon", "2024-13", "2024-02-30"])
def test_a_date_that_is_none_is_said_to_be_none(folder: Path, published: str):
    with pytest.raises(SystemExit) as stop:
        main(["extract", str(folder), "--published", published])
    assert stop.value.code == 2


def test_explain_accounts_for_every_number(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["explain", str(folder / "一.txt"), "--format", "json"]) == 0
    ledger = json.loads(capsys.readouterr().out)
    fates = {number["text"]: number["fate"] for number in ledger["numbers"]}
    assert fates["120亿元"] == fates["9%"] == "read"
    assert {fate for text, fate in fates.items() if text.startswith(("27", "2023"))} <= {"set_aside"}
    assert sum(ledger["sums"].values()) == len(ledger["numbers"])
    assert set(ledger["sums"]) == {"read", "set_aside", "not_understood"}
    for number in ledger["numbers"]:
        assert TEXT[number["start"] : number["end"]] == number["text"]
        assert number["reason"]


def test_explain_for_people(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["explain", str(folder / "一.txt")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if "读出" in line and "120亿元" in line]
    assert lines[-1].startswith("读出 ")


def test_explain_of_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["explain", str(tmp_path / "无.txt")]) == 1
    assert "无.txt" in capsys.readouterr().err


def test_dtypes_of_the_table():
    table = extract(TEXT)
    numbers = {"value": "float64", "value_base": "float64", "start": "int64", "end": "int64"}
    for column in COLUMNS:
        if column in numbers:
            assert table[column].dtype == numbers[column]
        elif column.startswith("period_"):
            assert pd.api.types.is_datetime64_dtype(table[column])
        else:
            assert isinstance(table[column].dtype, pd.CategoricalDtype)
            assert all(isinstance(value, str) for value in table[column])


def test_the_table_of_nothing_has_the_same_columns_and_numbers():
    empty = extract("")
    assert list(empty.columns) == list(COLUMNS)
    assert empty[["value", "value_base", "start", "end", "period_start", "period_end"]].dtypes.equals(
        extract(TEXT)[["value", "value_base", "start", "end", "period_start", "period_end"]].dtypes
    )


SENTENCES = "园区坚持以项目为抓手推进高质量发展。" * 30 + "固定资产投资120亿元。"
CLAUSES = "园区坚持以项目为抓手推进高质量发展，固定资产投资120亿元，"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "rows"),
    [
        pytest.param(SENTENCES * 600, 600, id="1 MB of sentences"),
        pytest.param("7" * 1_000_000, 0, id="a million digits"),
        pytest.param(CLAUSES * 1200, 1200, id="100 kB without the end of a sentence"),
    ],
)
def test_a_very_long_line_is_read(line: str, rows: int, tmp_path: Path):
    (tmp_path / "长.txt").write_text(line, encoding="utf-8")
    done = run("extract", tmp_path, "-o", tmp_path / "表.csv")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(read((tmp_path / "表.csv").read_text(encoding="utf-8"))) == rows

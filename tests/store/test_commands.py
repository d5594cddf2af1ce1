"""The commands of the archive, as they are typed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from indicators.__main__ import main
from indicators.commands import COMMANDS
from tests.store.conftest import write

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8") + (ROOT / "docs" / "archive.md").read_text(encoding="utf-8")


@pytest.fixture
def run(database: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Runs a command on an empty archive; (status, what it printed, what it complained of)."""
    monkeypatch.setenv("INDICATORS_DATABASE", database)

    def run(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def test_a_whole_life(run, folder: Path, tmp_path: Path):
    status, said, complaints = run("import", folder)
    assert (status, complaints) == (0, "")
    assert "共 3 个文件：新读 3 篇，9 条观测" in said
    assert "未变 3 篇" in run("import", folder)[1]
    listed = run("documents")[1]
    assert re.search(r"1\.txt +2024-01-18 +云麓高新区 +3 +云麓高新区第1号简报", listed)
    assert "共 3 篇，9 条观测" in listed
    shown = run("show", "1.txt", "--text")[1]
    assert "完成固定资产投资101亿元" in shown
    assert re.search(r"[0-9a-f]{12} +云麓高新区 +固定资产投资 +level +101 亿元 +exact +actual", shown)
    assert "变化 0 条" in run("reread", "--all")[1]
    assert "文档 3，观测 9" in run("backup", tmp_path / "备.zip")[1]
    assert "移出 1 篇文档，3 条观测" in run("remove", "1.txt")[1]
    assert "文档 3，观测 9" in run("restore", tmp_path / "备.zip", "--replace")[1]
    assert run("check")[:2] == (0, "完好。\n")


def test_failures_are_named_and_the_status_is_1(run, folder: Path):
    (folder / "坏.txt").write_bytes(b"\x00\x01")
    status, said, complaints = run("import", folder)
    assert status == 1
    assert "坏.txt" in complaints
    assert "新读 3 篇" in said
    assert "读不了 1 篇" in said


@pytest.mark.parametrize("command", [["show", "无.txt"], ["remove", "无.txt"], ["restore", "无.zip"]])
def test_what_is_not_there_is_said(run, folder: Path, command: list[str]):
    run("import", folder)
    status, _, complaints = run(*command)
    assert status == 1
    assert "无" in complaints


@pytest.mark.parametrize("command", ["documents", "check", "reread"])
def test_without_an_archive_they_say_how_to_make_one(tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str):
    assert main([command, "--database", str(tmp_path / "无.sqlite")]) == 1
    assert "import" in capsys.readouterr().err
    assert not (tmp_path / "无.sqlite").exists()


def test_a_new_version_is_counted(run, folder: Path):
    run("import", folder)
    write(folder / "新.txt", title="云麓高新区第1号简报", value=111)
    assert "其中 1 篇取代旧版" in run("import", folder)[1]
    assert "已被取代" not in run("documents")[1]
    assert "已被取代" in run("documents", "--history")[1]


def test_every_command_is_listed_and_explained():
    done = subprocess.run(
        [sys.executable, "-m", "indicators", "--help"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert [command for command in COMMANDS if not re.search(rf"^ +{command}\b", done.stdout, re.MULTILINE)] == []
    assert [command for command in COMMANDS if f"indicators {command}" not in README] == []


def test_a_phrase_is_given_its_meaning_and_loses_it(run, tmp_path: Path):
    text = "标题：简报\n发布日期：2024-01-18\n\n2023年，云麓高新区云网贸易额20亿元。"
    (tmp_path / "文.txt").write_text(text, encoding="utf-8")
    run("import", tmp_path / "文.txt")
    assert "第 1 号决定已记下：定名（张三）" in run("mean", "云网贸易额", "进出口总额", "--who", "张三")[1]
    assert "1 个值" in run("series", "--indicator", "imports_exports")[1]
    assert "定名  张三" in run("decisions")[1]
    assert "云网贸易额 → imports_exports" in run("decisions")[1]
    run("undo", "1", "--who", "张三")
    assert "0 个值" in run("series", "--indicator", "imports_exports")[1]
    assert "张三 撤销" in run("decisions", "--all")[1]
    assert run("mean", "云网贸易额", "没有的指标")[0] == 1


def test_findings_that_were_answered_are_listed_on_request(run, tmp_path: Path):
    head = "标题：{year}年简报\n发布日期：{next}-01-18\n\n"
    for year, said in ((2022, "税收100亿元。"), (2023, "税收120亿元，同比增长8%。")):
        text = head.format(year=year, next=year + 1) + f"{year}年，云麓高新区{said}"
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    run("import", tmp_path)
    assert "1 处需要核对。\n" in run("findings")[1]
    key = re.search(r"([0-9a-f]{12}) .* growth ", run("show", "2023.txt")[1])[1]
    run("accept", key, "--who", "张三")
    assert run("findings")[1] == "0 处需要核对。另有 1 处已有人决定，--all 一并列出。\n"
    assert "说增长8%" in run("findings", "--all")[1]

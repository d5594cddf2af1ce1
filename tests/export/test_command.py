"""`export`: filters, forms by the end of the name, as of a day; what cannot be written."""

from pathlib import Path

import pandas as pd
import pytest

from indicators.__main__ import main
from tests.store.conftest import write


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setenv("INDICATORS_DATABASE", str(tmp_path / "库.sqlite"))
    for number, published in ((1, "2024-01-18"), (2, "2024-06-18")):
        write(tmp_path / f"{number}.txt", title=f"云麓高新区第{number}号简报", value=100 + number, published=published)
    (tmp_path / "3.txt").write_text("2024年，青溪高新区税收力争达到50亿元。", encoding="utf-8")
    assert main(["import", str(tmp_path)]) == 0
    capsys.readouterr()

    def run(*arguments: str) -> tuple[int, str]:
        status = main(["export", *arguments])
        said = capsys.readouterr()
        return status, said.out + said.err

    return run


@pytest.mark.parametrize(
    ("options", "rows"),
    [
        ([], 7),
        (["--park", "青溪高新区"], 1),
        (["--status", "target"], 1),
        (["--indicator", "固定资产投资"], 4),
        (["--indicator", "fixed_asset_investment", "--as-of", "2024-03-31"], 2),
        (["--since", "2024-01-01"], 1),
        (["--until", "2023-12-31"], 6),
        (["--park", "无"], 0),
    ],
)
def test_filters(run, tmp_path: Path, options: list[str], rows: int):
    status, said = run("-o", str(tmp_path / "表.csv"), *options)
    assert status == 0
    assert f"已导出 {rows} 条观测" in said
    assert len(pd.read_csv(tmp_path / "表.csv")) == rows


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.csv", []), ("a.csv", ["--format", "people"]), ("a.csv", ["--format", "sdmx"]), ("a.xlsx", []),
        ("a.parquet", []), ("a.jsonl", []), ("a.zip", []), ("文件夹", []),
    ],
)  # fmt: skip
def test_forms(run, tmp_path: Path, name: str, options: list[str]):
    assert run("-o", str(tmp_path / name), *options)[0] == 0
    assert (tmp_path / name).exists()


@pytest.mark.parametrize(("name", "said"), [("a.doc", "--format"), ("无/a.csv", "写不了"), ("无/a.parquet", "写不了")])
def test_what_cannot_be_written_is_said(run, tmp_path: Path, name: str, said: str):
    status, complaint = run("-o", str(tmp_path / name))
    assert status == 1
    assert said in complaint

"""A real scheduler and two workers on loopback: the same rows as on one machine, a worker killed in the middle."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest

from indicators import COLUMNS
from indicators.__main__ import main
from indicators.archive import read_archive
from indicators.errors import ArchiveError
from tests.store.conftest import write

pytest.importorskip("distributed", reason="Dask is not installed: requirements-cluster.txt")

from distributed import Client

from indicators.cluster import reading
from indicators.cluster.dataset import read_arrivals, read_rows

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
QUIET = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "10s", "DASK_DISTRIBUTED__ADMIN__LOG_FORMAT": "%(message)s"}


@pytest.fixture(scope="module")
def cluster() -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and the processes of its workers."""
    environment = os.environ | QUIET | {"PYTHONPATH": str(ROOT)}
    command = [
        sys.executable,
        "-m",
        "distributed.cli.dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
    ]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) as scheduler:
        address = next(line.split()[-1] for line in scheduler.stderr if "Scheduler at" in line)
        threading.Thread(target=scheduler.stderr.read, daemon=True).start()
        workers = [start_worker(address, environment) for _ in range(2)]
        with Client(address) as client:
            client.wait_for_workers(2, timeout=60)
        yield address, workers
        for process in (*workers, scheduler):
            process.terminate()
            process.wait(timeout=30)


def start_worker(address: str, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-m",
        "distributed.cli.dask_worker",
        address,
        "--nthreads",
        "1",
        "--no-dashboard",
        "--no-nanny",
    ]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def cells(table: pd.DataFrame) -> list[tuple[str, ...]]:
    rows = table[list(COLUMNS)].astype(object).itertuples(index=False, name=None)
    return sorted(tuple("" if cell is None or cell is pd.NaT else str(cell)[:10] if hasattr(cell, "year") else str(cell)
                        for cell in row) for row in rows)  # fmt: skip


def read_back(folder: Path) -> list[tuple[str, ...]]:
    table = read_rows(str(folder)).to_pandas()
    table["park"] = table["park"].fillna("")
    return cells(table)


@pytest.mark.slow
def test_the_rows_are_those_of_one_machine(cluster, tmp_path: Path):
    (tmp_path / "坏.txt").write_bytes(b"\x00\x01")
    done = reading.extract_on(cluster[0], [str(SEEDS), str(tmp_path / "坏.txt")], str(tmp_path / "表"), batch=7)
    one = read_archive([SEEDS])
    assert read_back(tmp_path / "表") == cells(one.observations)
    assert (done.documents, done.rows) == (len(one.documents), len(one.observations))
    assert [Path(path).name for path, _ in done.failures] == ["坏.txt"]
    failures = (tmp_path / "表" / "failures.jsonl").read_text(encoding="utf-8").splitlines()
    assert [Path(json.loads(line)["path"]).name for line in failures] == ["坏.txt"]
    parks = {path.name for path in (tmp_path / "表" / "rows").iterdir()}
    assert len(parks) == one.observations["park"].nunique()


@pytest.mark.slow
def test_a_killed_worker_loses_nothing(cluster, tmp_path: Path):
    address, workers = cluster
    folder = tmp_path / "文档"
    folder.mkdir()
    for number in range(400):
        write(folder / f"{number:03}.txt", title=f"云麓高新区第{number}号简报", value=100 + number)
    killed: list[int] = []

    def kill(done: int, total: int, name: str) -> None:
        if done >= 40 and not killed:
            killed.append(workers[0].pid)
            workers[0].send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)

    done = reading.extract_on(address, [str(folder)], str(tmp_path / "表"), kill, batch=10)
    assert killed
    assert (done.documents, done.failures) == (400, [])
    assert read_back(tmp_path / "表") == cells(read_archive([folder]).observations)
    workers[0].wait(timeout=30)
    workers[0] = start_worker(address, os.environ | QUIET | {"PYTHONPATH": str(ROOT)})


@pytest.mark.slow
def test_the_archive_is_loaded_from_it(cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    table, database = str(tmp_path / "表"), str(tmp_path / "库.sqlite")
    assert main(["extract", str(SEEDS), "--dask", cluster[0], "-o", table]) == 0
    assert main(["import", table, "--dask", "--database", database]) == 0
    assert main(["check", "--database", database]) == 0
    assert main(["export", "--database", database, "-o", str(tmp_path / "a.csv")]) == 0
    exported = pd.read_csv(tmp_path / "a.csv", keep_default_na=False)
    assert cells(exported) == cells(read_archive([SEEDS]).observations)
    capsys.readouterr()
    assert main(["import", str(SEEDS), "--database", database]) == 0  # the same bytes
    assert "新读 0 篇" in capsys.readouterr().out
    assert main(["extract", str(SEEDS), "--dask", cluster[0], "-o", table]) == 1
    assert "已有文件" in capsys.readouterr().err


def test_a_scheduler_that_does_not_answer_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "Client", refuse)
    with pytest.raises(ArchiveError, match="连不上"):
        reading.extract_on("tcp://127.0.0.1:1", [str(SEEDS)], str(tmp_path / "表"))


def refuse(*_: object, **__: object) -> None:
    raise OSError("refused")


def test_what_is_no_data_set_is_said(tmp_path: Path):
    with pytest.raises(ArchiveError, match="不是"):
        list(read_arrivals(str(tmp_path)))


def test_documents_in_archives_and_globs(tmp_path: Path):
    write(tmp_path / "一.txt", title="云麓高新区第1号简报", value=101)
    with ZipFile(tmp_path / "包.zip", "w") as archive:
        archive.write(tmp_path / "一.txt", "内/二.txt")
    named = {name: path for path, name in reading.find_documents([str(tmp_path)])}
    assert set(named) == {"一.txt", "二.txt"}
    assert reading.load(named["二.txt"]) == reading.load(named["一.txt"]) == (tmp_path / "一.txt").read_bytes()
    globbed = {name: path for path, name in reading.find_documents([f"file://{tmp_path}/*.txt"])}
    assert reading.load(globbed["一.txt"]) == (tmp_path / "一.txt").read_bytes()


def test_without_dask_the_rest_works():
    script = (
        "import sys; sys.modules['distributed'] = None; sys.modules['dask'] = None\n"
        "from indicators.__main__ import main\n"
        f"assert main(['extract', {str(SEEDS)!r}, '-o', {os.devnull!r}]) == 0\n"
        f"sys.exit(main(['extract', {str(SEEDS)!r}, '--dask', 'tcp://127.0.0.1:1', '-o', 'x']))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "requirements-cluster.txt" in done.stderr

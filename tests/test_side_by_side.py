"""Reading files side by side: in whatever processes, in whatever portions, the same comes out in the same order."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from indicators import side_by_side
from indicators.errors import DocumentError
from indicators.side_by_side import read_files
from indicators.sources import Source

TEXT = "2023年，云麓高新区完成固定资产投资{}亿元，同比增长9%。"


def _refuse() -> bytes:
    raise DocumentError("打不开")


@pytest.fixture
def sources() -> list[Source]:
    texts = [TEXT.format(100 + number).encode() for number in range(7)]
    found = [Source(f"{number}.txt", partial(bytes, text)) for number, text in enumerate(texts)]
    return [*found[:3], Source("坏.txt", _refuse), Source("空.txt", bytes), *found[3:]]


@pytest.mark.parametrize("portion", [1, 200, 64_000])
@pytest.mark.parametrize("jobs", [1, 2, None])
def test_the_outcomes_are_those_of_reading_one_after_the_other(
    sources: list[Source], jobs: int | None, portion: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(side_by_side, "_HANDED_OVER", portion)
    names = [source.name for source in sources]
    outcomes = list(read_files(sources, names, "2024-01-18", "", jobs))
    assert outcomes[3:5] == ["打不开", "文件是空的；请换一个有文字的文件"]
    read = [outcome for outcome in outcomes if not isinstance(outcome, str)]
    assert [document.name for document, _ in read] == [f"{number}.txt" for number in range(7)]
    assert [[row.value for row in rows] for _, rows in read] == [[100.0 + number, 9.0] for number in range(7)]


def test_neither_starting_processes_nor_getting_them_ready_waits_for_what_it_does_not_need():
    """The reader's patterns and pandas each take as long to load as a megabyte to read."""
    told = "import sys; import {}; print(*sorted({{'pandas', 'indicators.reading'}} & set(sys.modules)))"
    for module, loaded in [("indicators.side_by_side", ""), ("indicators.ready", "indicators.reading")]:
        command = [sys.executable, "-c", told.format(module)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
        assert done.stdout.strip() == loaded

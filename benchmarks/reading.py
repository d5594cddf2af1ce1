"""How fast texts are read: `python -m benchmarks.reading [FOLDER]`.

The first table gives the rate of the whole reader and of each of its steps, in megabytes of UTF-8 a second on one core
(processor time, start-up not counted; the best of several rounds). Where jionlp is installed, what it takes to find the
amounts of money and the times of the same texts stands beside it. The second table shows that the time grows with the
length of a text and no faster.
"""

import argparse
import logging
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from indicators.areas import find_areas
from indicators.exclusions import find_exclusions
from indicators.figures import find_figures
from indicators.formats import read_content
from indicators.mentions import scan_periods
from indicators.passages import split_passages
from indicators.reading import read_text
from indicators.sources import find_sources
from indicators.table import to_table

ROOT = Path(__file__).parent.parent
OWN = (ROOT / "seeds", ROOT / "tests" / "gold")
ENOUGH = 1_000_000  # bytes; fewer are read several times over
SAMPLE = 300_000  # bytes that are enough to see how fast another program is
ROUNDS = 3
CLAUSES = "园区坚持以项目为抓手推进高质量发展，固定资产投资120亿元，同比增长9%，"
SENTENCES = "园区坚持以项目为抓手推进高质量发展。固定资产投资120亿元，同比增长9%。"


def main(arguments: list[str] | None = None) -> int:
    """Print both tables; the exit status is 1 where a folder holds no texts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description="测一测读得多快")
    parser.add_argument("folder", nargs="?", metavar="FOLDER", help="文本文件或文件夹（默认：本项目自己的文章）")
    folder = parser.parse_args(arguments).folder
    sources = find_sources([folder] if folder else OWN)
    plain = [source for source in sources if source.name.endswith((".txt", ".md"))]
    texts = [read_content(source.name, source.load()).text for source in plain]
    if not texts:
        print(f"{folder} 里没有 .txt 或 .md 文件", file=sys.stderr)
        return 1
    size = sum(len(text.encode()) for text in texts)
    texts *= -(-ENOUGH // size)
    print(f"{len(texts)} 篇，{sum(len(text.encode()) for text in texts) / 1e6:.2f} MB（文章重复到至少 1 MB）\n")
    _print_rates(texts)
    print()
    _print_growth()
    return 0


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The processor time of the quickest of several rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _print_rates(texts: Sequence[str]) -> None:
    passages = [passage.text for text in texts for passage in split_passages(text)]
    size = sum(len(text.encode()) for text in texts)
    observations = [row for text in texts for row in read_text(text).observations]
    steps: list[tuple[str, Callable[[], object]]] = [
        ("读成观测（全部步骤，全部列）", lambda: _each(read_text, texts)),
        ("　分段", lambda: _each(split_passages, texts)),
        ("　数字", lambda: _each(find_figures, passages)),
        ("　时期", lambda: _each(scan_periods, passages)),
        ("　区名", lambda: _each(find_areas, passages)),
        ("　不算数的数字", lambda: _each(find_exclusions, passages)),
        ("观测排成表", lambda: to_table(observations)),
    ]
    print(f"{'MB/s':>8}  {'微秒/行':>7}")
    for name, work in steps:
        work()  # patterns are compiled and data read on first use
        took = seconds(work)
        print(f"{size / took / 1e6:8.2f}  {took / max(1, len(observations)) * 1e6:8.1f}   {name}")
    print(f"共 {len(observations)} 行\n")
    _print_others(texts)


def _each(work: Callable[[str], object], texts: Iterable[str]) -> None:
    for text in texts:
        work(text)


def _print_others(texts: Sequence[str]) -> None:
    """What another program needs for a part of the work, on the first passages of the same texts."""
    try:
        import jionlp
    except ImportError:
        print("（装上 benchmarks/requirements.txt 里的 jionlp，这里就多出它的速度）")
        return
    passages = [passage.text for text in texts for passage in split_passages(text)]
    sample, size = [], 0
    for passage in passages:
        if size < SAMPLE:
            sample.append(passage)
            size += len(passage.encode())
    logging.disable(logging.CRITICAL)  # it logs each time that it cannot read
    ner = jionlp.ner
    for name, work in (
        ("读成观测，同样的段落", read_text),
        ("jionlp：抽取金额", lambda text: ner.extract_money(text, with_parsing=True)),
        ("jionlp：抽取时间", lambda text: ner.extract_time(text, time_base={"year": 2024}, with_parsing=True)),
    ):
        _each(work, sample[:20])
        print(f"{size / seconds(partial(_each, work, sample), 1) / 1e6:8.3f}            {name}")


def _print_growth() -> None:
    print("文字加倍，时间应当也只加倍（秒）：")
    shapes: list[tuple[str, Callable[[int], str]]] = [
        ("没有句号", lambda length: CLAUSES * (length // len(CLAUSES))),
        ("一行到底", lambda length: SENTENCES * (length // len(SENTENCES))),
        ("全是数字", lambda length: "7" * length),
        ("全是“一”", lambda length: "一" * length),
    ]
    sizes = [125_000, 250_000, 500_000, 1_000_000]
    print("　　　　　" + "".join(f"{size:>12,} 字" for size in sizes))
    for name, shape in shapes:
        times = [seconds(partial(read_text, shape(size)), 1) for size in sizes]
        print(f"{name:　<5}" + "".join(f"{took:>13.2f} " for took in times))


if __name__ == "__main__":
    raise SystemExit(main())

"""`extract PATH...` gives the table of files, without the archive; `explain FILE` the fate of every number."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indicators.archive import Archive, read_archive
from indicators.commands.options import add_given
from indicators.commands.terminal import ProgressLine
from indicators.errors import ArchiveError
from indicators.formats import SHOWN

if TYPE_CHECKING:
    import pandas as pd


def add(commands: Any) -> None:
    """Add the parsers of `extract` and `explain`."""
    for name, formats, about in (
        ("extract", ("csv", "json"), "读出指标表"),
        ("explain", ("text", "json"), "逐个交代文中每个数的去向"),
    ):
        command = commands.add_parser(name, help=about, description=about)
        command.add_argument(
            "paths", nargs="+" if name == "extract" else 1, metavar="PATH", help=f"{SHOWN} 文件或文件夹"
        )
        add_given(command)
        command.add_argument("--format", choices=formats, default=formats[0])
        command.add_argument("-o", "--output", metavar="FILE", help="写入文件（UTF-8），不写到屏幕")
        command.set_defaults(jobs=1)
        if name == "extract":
            command.add_argument(
                "--jobs", type=_positive, default=None, metavar="N",
                help="同时用几个进程读（默认：文字够多时用上所有核心）；结果不变",
            )  # fmt: skip
            command.add_argument("--dask", metavar="ADDRESS", help="在 Dask 集群上读，写成 -o 所指的 Parquet 数据集")
        command.set_defaults(run=run)


def _positive(text: str) -> int:
    """A whole number from 1 on."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}”不是正整数")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Read and write the table, or the account of the numbers; 1 where a file could not be read."""
    if args.command == "explain" and not Path(args.paths[0]).is_file():
        print(f"读不了 {args.paths[0]}：没有这个文件", file=sys.stderr)
        return 1
    if getattr(args, "dask", None):
        return _on_cluster(args)
    archive = read_archive(args.paths, ProgressLine("读取"), args.published, args.park, args.jobs)
    if not archive.documents and not archive.unread:
        print(f"{'、'.join(args.paths)} 里没有可读的文件；请给出 {SHOWN} 文件或含有它们的文件夹", file=sys.stderr)
        return 1
    for path, reason in archive.unread:
        print(f"读不了 {path}：{reason}", file=sys.stderr)
    text = _explain(archive, args.format) if args.command == "explain" else _table(archive.observations, args.format)
    if args.output:
        try:
            Path(args.output).write_text(text, encoding="utf-8", newline="")
        except OSError as error:
            print(f"写不了 {args.output}：{error.strerror}；请换一个位置", file=sys.stderr)
            return 1
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
    return 1 if archive.unread else 0


def _on_cluster(args: argparse.Namespace) -> int:
    """Read on a cluster; 1 where a document could not be read."""
    if not args.output:
        raise ArchiveError("--dask 要写明数据集写到哪里：-o 文件夹")
    try:
        from indicators.cluster.reading import extract_on
    except ModuleNotFoundError as error:
        raise ArchiveError(f"没有安装 {error.name}；请先 pip install -r requirements-cluster.txt") from None
    done = extract_on(args.dask, args.paths, args.output, ProgressLine("读取"), args.published, args.park)
    for path, reason in done.failures:
        print(f"读不了 {path}：{reason}", file=sys.stderr)
    print(f"读了 {done.documents} 篇，{done.rows} 条观测，读不了 {len(done.failures)} 篇；数据集在 {args.output}。")
    return 1 if done.failures else 0


def _table(table: pd.DataFrame, form: str) -> str:
    from indicators.table import plain, to_csv

    if form == "csv":
        return to_csv(table)
    return plain(table).to_json(orient="records", force_ascii=False, indent=1) + "\n"


def _explain(archive: Archive, form: str) -> str:
    """The ledger of every number in a text: read, set aside, or not understood, and why."""
    from indicators.ledger import entries, to_json, to_text

    numbers = [entry for document in archive.documents for entry in entries(document, archive.observations)]
    return to_json(numbers) if form == "json" else to_text(numbers)

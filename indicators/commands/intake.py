"""`import PATH...` puts documents into the archive, `reread` reads them again by the present rules."""

import argparse
import sys
from typing import Any

from sqlalchemy import Engine

from indicators.commands.options import add_database, add_given
from indicators.commands.terminal import ProgressLine, print_table
from indicators.errors import ArchiveError
from indicators.formats import SHOWN
from indicators.store.engine import opened
from indicators.store.importing import Summary, import_paths, take_in
from indicators.store.rereading import Reread, reread

_KINDS = {"added": "新增", "gone": "消失", "changed": "改变"}


def add(commands: Any) -> None:
    """Add the parsers of `import` and `reread`."""
    about = "把文件导入库里：同样的文件导入两次不变；中断了再来一次就接着做"
    command = commands.add_parser("import", help="把文件导入库里", description=about)
    command.add_argument("paths", nargs="+", metavar="PATH", help=f"{SHOWN} 文件或文件夹")
    command.add_argument("--dask", action="store_true", help="PATH 是 extract --dask 写出的数据集")
    add_given(command)
    add_database(command)
    command.set_defaults(run=run_import)
    about = "用现在的规则重读库里的文字，先看会变什么；人工决定不受影响"
    command = commands.add_parser("reread", help="用现在的规则重读库里的文字", description=about)
    command.add_argument("--accept", action="store_true", help="接受变化，写进库里")
    command.add_argument("--all", action="store_true", help="全部重读，不只是别的版本读的")
    command.add_argument("--rows", action="store_true", help="逐条列出变化")
    add_database(command)
    command.set_defaults(run=run_reread)


def run_import(args: argparse.Namespace) -> int:
    """Import and say what came of it; 1 where a file could not be read."""
    line = ProgressLine("导入")
    with opened(args.database, new=True) as engine:
        if args.dask:
            summary = import_dataset(engine, args.paths)
        else:
            summary = import_paths(engine, args.paths, line, args.published, args.park)
    if not summary.found:
        raise ArchiveError(f"{'、'.join(args.paths)} 里没有可读的文件；请给出 {SHOWN} 文件或含有它们的文件夹")
    for path, reason in summary.failures:
        print(f"没有读：{path}：{reason}", file=sys.stderr)
    print(_closing(summary, line.seconds()))
    return 1 if summary.failed else 0


def import_dataset(engine: Engine, addresses: list[str]) -> Summary:
    """Import what a cluster has read, by this one process."""
    try:
        from indicators.cluster.dataset import read_arrivals
    except ModuleNotFoundError as error:
        raise ArchiveError(f"没有安装 {error.name}；请先 pip install -r requirements-cluster.txt") from None
    summary = Summary()
    take_in(engine, addresses, (arrival for address in addresses for arrival in read_arrivals(address)), summary)
    summary.found = summary.added + summary.unchanged
    return summary


def _closing(summary: Summary, seconds: float) -> str:
    newer = f"（其中 {summary.superseded} 篇取代旧版）" if summary.superseded else ""
    read = f"新读 {summary.added} 篇{newer}，{summary.rows} 条观测，{summary.not_understood} 个数没有读懂"
    rest = f"未变 {summary.unchanged} 篇，读不了 {summary.failed} 篇"
    return f"共 {summary.found} 个文件：{read}；{rest}。用时 {seconds:.1f} 秒。"


def run_reread(args: argparse.Namespace) -> int:
    """Read again and show what would change; write it where that was asked for."""
    with opened(args.database) as engine:
        done = reread(engine, args.accept, args.all, ProgressLine("重读"))
    if args.rows:
        print_table(_change(change) for change in done.changes)
    print_table(_by_indicator(done))
    verdict = "已写进库里" if args.accept else "还没有写；接受请加 --accept"
    print(f"重读 {done.documents} 篇，变化 {len(done.changes)} 条" + (f"，{verdict}。" if done.documents else "。"))
    return 0


def _by_indicator(done: Reread) -> list[list[str]]:
    counts = done.by_indicator()
    if not counts:
        return []
    rows = [[name, *(str(count[kind]) for kind in _KINDS)] for name, count in counts.items()]
    return [["指标", *_KINDS.values()], *rows]


def _change(change: Any) -> list[str]:
    before, after = ("" if row is None else f"{row.value:g}{row.unit} {row.measure} {row.status} {row.period_end or ''}"
                     for row in (change.before, change.after))  # fmt: skip
    return [_KINDS[change.kind], change.document, change.row.indicator_text, before, "→", after]

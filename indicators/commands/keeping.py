"""Keeping the archive: `documents`, `show`, `remove`, `backup`, `restore`, `check`."""

import argparse
import sys
from pathlib import Path
from typing import Any

from indicators.commands.options import add_database
from indicators.commands.terminal import print_table
from indicators.errors import ArchiveError
from indicators.labels import shown
from indicators.store.backup import backup, restore
from indicators.store.checking import check
from indicators.store.deciding import reviewed
from indicators.store.engine import opened, reading
from indicators.store.loading import Choice, load_document, load_documents
from indicators.store.removing import remove

_TABLES = {"documents": "文档", "observations": "观测", "decisions": "决定", "imports": "导入记录"}


def add(commands: Any) -> None:
    """Add the parsers of these commands."""
    command = _parser(commands, "documents", run_documents, "列出库里的文档")
    command.add_argument("--history", action="store_true", help="连同已被新版取代的")
    command = _parser(commands, "show", run_show, "一篇文档和从它读出的观测")
    command.add_argument("name", metavar="NAME", help="文档名，documents 列出的")
    command.add_argument("--text", action="store_true", help="连同全文")
    command = _parser(commands, "remove", run_remove, "把文档移出库；人工决定留着")
    command.add_argument("names", nargs="+", metavar="NAME", help="文档名，documents 列出的")
    command = _parser(commands, "backup", run_backup, "把整个库写成一个文件")
    command.add_argument("file", type=Path, metavar="FILE", help="备份文件，例如 backup.zip")
    command = _parser(commands, "restore", run_restore, "从备份恢复，SQLite 与 PostgreSQL 通用")
    command.add_argument("file", type=Path, metavar="FILE", help="backup 写出的文件")
    command.add_argument("--replace", action="store_true", help="取代库里现有的全部内容")
    _parser(commands, "check", run_check, "检查库是否完好；不完好时退出状态为 1")


def _parser(commands: Any, name: str, run: Any, about: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    add_database(command)
    command.set_defaults(run=run)
    return command


def run_documents(args: argparse.Namespace) -> int:
    """List the documents."""
    with opened(args.database) as engine, reading(engine) as connection:
        found = load_documents(connection, Choice(history=args.history))
    rows = [
        [row["name"], row["published"] or "日期不详", row["park"], str(row["rows"]), row["title"] + _superseded(row)]
        for row in found
    ]
    print_table([["文档", "发布日期", "园区", "观测", "标题"], *rows])
    print(f"共 {len(rows)} 篇，{sum(row['rows'] for row in found)} 条观测。")
    return 0


def _superseded(row: Any) -> str:
    return f"（已被取代，{row['superseded'][:10]}）" if row["superseded_by"] else ""


def run_show(args: argparse.Namespace) -> int:
    """Show a document with its rows, each under the key by which people decide on it."""
    with opened(args.database) as engine, reading(engine) as connection:
        found = load_document(connection, args.name)
        table = reviewed(connection, Choice(documents=(args.name,), history=True))
    facts = (
        ("标题", found["title"]), ("发布单位", found["publisher"]), ("发布日期", found["published"] or "不详"),
        ("来源", found["source"]), ("文件", found["path"]), ("SHA-256", found["sha256"]),
        ("导入", found["imported"]), ("规则版本", found["reader"]),
    )  # fmt: skip
    print_table([key, value] for key, value in facts if value)
    if args.text:
        print("", found["text"], "", sep="\n")
    rows = [[row["key"], *_stated(row)] for row in table.astype(object).to_dict("records")]
    print_table([["编号", "园区", "指标", "口径", "数值", "限定", "性质", "时期", "决定"], *rows])
    return 0


def _stated(row: dict[Any, Any]) -> list[str]:
    """What a row says, in columns."""
    period = f"{str(row['period_start'])[:10]}/{str(row['period_end'])[:10]}".replace("NaT", "")
    pairs = (("park", "segment"), ("indicator_text",), ("measure", "basis"))
    said = [" ".join(row[column] for column in pair if row[column]) for pair in pairs]
    status = f"{row['status']} {row['target_tier']}".strip()
    return [*said, f"{row['value']:.12g} {row['unit']}", row["bound"], status, period, shown("review", row["review"])]


def run_remove(args: argparse.Namespace) -> int:
    """Remove documents."""
    with opened(args.database) as engine:
        rows = remove(engine, args.names)
    print(f"移出 {len(args.names)} 篇文档，{rows} 条观测。")
    return 0


def run_backup(args: argparse.Namespace) -> int:
    """Write a backup."""
    try:
        with opened(args.database) as engine:
            counts = backup(engine, args.file)
    except OSError as error:
        raise ArchiveError(f"写不了 {args.file}：{error.strerror}；请换一个位置") from None
    print(f"已备份到 {args.file}：{_counted(counts)}。")
    return 0


def run_restore(args: argparse.Namespace) -> int:
    """Restore from a backup."""
    with opened(args.database, new=True) as engine:
        counts = restore(engine, args.file, args.replace)
    print(f"已恢复：{_counted(counts)}。")
    return 0


def _counted(counts: dict[str, int]) -> str:
    return "，".join(f"{title} {counts[name]}" for name, title in _TABLES.items())


def run_check(args: argparse.Namespace) -> int:
    """Check the archive; 1 where something is wrong."""
    with opened(args.database) as engine:
        faults = check(engine)
    for fault in faults:
        where = f"{fault.document}：" if fault.document else ""
        print(
            f"{'错误' if fault.grave else '提示'}：{where}{fault.what}", file=sys.stderr if fault.grave else sys.stdout
        )
    wrong = sum(fault.grave for fault in faults)
    print(f"有 {wrong} 处不对。" if wrong else "完好。")
    return 1 if wrong else 0

"""People's decisions: `accept`, `correct`, `reject`, `add`, `mean`, `undo`, `decisions`."""

import argparse
import getpass
from collections.abc import Mapping
from typing import Any

from indicators.commands.options import add_database
from indicators.commands.terminal import print_table
from indicators.decisions import Decision
from indicators.errors import ArchiveError
from indicators.meanings import Meaning
from indicators.store import deciding
from indicators.store.engine import opened, reading
from indicators.store.meanings import load_meanings, say
from indicators.store.moments import local_time

_KINDS = {"accept": "认可", "correct": "更正", "reject": "否定", "add": "补录", "mean": "定名"}


def add(commands: Any) -> None:
    """Add the parsers of these commands."""
    command = _parser(commands, "accept", run_row, "认可一条观测")
    command.add_argument("key", metavar="KEY", help="观测的编号，show 列出的")
    command = _parser(commands, "reject", run_row, "否定一条观测：它不算数")
    command.add_argument("key", metavar="KEY", help="观测的编号，show 列出的")
    command = _parser(commands, "correct", run_row, "更正一条观测")
    command.add_argument("key", metavar="KEY", help="观测的编号，show 列出的")
    command.add_argument("fields", nargs="+", metavar="列名=值", help="例如 unit=亿元 value=46.2")
    command = _parser(commands, "add", run_add, "补录一条漏读的观测")
    command.add_argument("document", metavar="NAME", help="文档名")
    command.add_argument("figure", metavar="原文", help="原文里的那个数；不止一处时多抄几个字，用【】括出数字")
    command.add_argument("fields", nargs="+", metavar="列名=值", help="例如 indicator_text=税收 value=46.2 unit=亿元")
    command = _parser(commands, "mean", run_mean, "说明一个说法是目录里的哪个指标；往后读到的也算")
    command.add_argument("phrase", metavar="说法", help="原文里的指标名（表的 indicator_text 列）")
    command.add_argument("meaning", metavar="指标", help="代号或目录里的名称；写 - 表示它自成一个指标")
    command.add_argument("--park", action="store_true", help="说的是园区名：说法算作哪个园区")
    command = _parser(commands, "undo", run_undo, "撤销一个决定；记录留着")
    command.add_argument("decision", type=int, metavar="N", help="决定的号，decisions 列出的")
    command = commands.add_parser("decisions", help="列出决定", description="列出人工决定")
    command.add_argument("--all", action="store_true", help="连同已撤销的")
    add_database(command)
    command.set_defaults(run=run_list)


def _parser(commands: Any, name: str, run: Any, about: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    command.add_argument("--who", default=_user(), metavar="NAME", help="谁决定的（默认是登录名）")
    command.add_argument("--reason", default="", metavar="TEXT", help="为什么；更正、否定、补录必须写")
    add_database(command)
    command.set_defaults(run=run)
    return command


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def run_row(args: argparse.Namespace) -> int:
    """Accept, reject or correct a row."""
    with opened(args.database) as engine:
        if args.command == "accept":
            number = deciding.accept(engine, args.key, args.who, args.reason)
        elif args.command == "reject":
            number = deciding.reject(engine, args.key, args.who, _reason(args))
        else:
            number = deciding.correct(engine, args.key, args.who, _reason(args), _fields(args))
    return _said(args, number)


def run_add(args: argparse.Namespace) -> int:
    """Add a row."""
    with opened(args.database) as engine:
        number = deciding.add(engine, args.document, args.figure, args.who, _reason(args), _fields(args))
    return _said(args, number)


def run_mean(args: argparse.Namespace) -> int:
    """Say what a phrase stands for."""
    meaning = "" if args.meaning == "-" else args.meaning
    with opened(args.database) as engine:
        number = say(engine, "park" if args.park else "indicator", args.phrase, meaning, args.who, args.reason)
    return _said(args, number)


def _said(args: argparse.Namespace, number: int) -> int:
    print(f"第 {number} 号决定已记下：{_KINDS[args.command]}（{args.who}）。撤销：python -m indicators undo {number}")
    return 0


def _reason(args: argparse.Namespace) -> str:
    if not args.reason.strip():
        raise ArchiveError("请写明理由：--reason")
    return str(args.reason)


def _fields(args: argparse.Namespace) -> dict[str, str]:
    fields = {}
    for field in args.fields:
        name, mark, value = field.partition("=")
        if not mark:
            raise ArchiveError(f"“{field}”不是 列名=值")
        fields[name.strip()] = value.strip()
    return fields


def run_undo(args: argparse.Namespace) -> int:
    """Undo a decision."""
    with opened(args.database) as engine:
        deciding.withdraw(engine, args.decision, args.who)
    print(f"第 {args.decision} 号决定已撤销。")
    return 0


def run_list(args: argparse.Namespace) -> int:
    """List the decisions."""
    with opened(args.database) as engine, reading(engine) as connection:
        made = deciding.load_decisions(connection, args.all)
        meant = load_meanings(connection, args.all)
    about: list[tuple[Decision | Meaning, list[str]]] = [
        (one, [_KINDS[one.kind], one.document, one.key, f"{one.row['indicator_text']} {_amount(one.row)}"])
        for one in made
    ]
    about += [(one, [_KINDS["mean"], "", "", f"{one.phrase} → {one.meaning or '自成一个'}"]) for one in meant]
    rows = [
        [
            str(one.id), kind, one.who, local_time(one.made), *more, one.reason,
            f"{local_time(one.withdrawn)} {one.withdrawn_by} 撤销" if one.withdrawn else "",
        ]
        for one, (kind, *more) in sorted(about, key=lambda pair: pair[0].id)
    ]  # fmt: skip
    print_table([["号", "决定", "谁", "何时", "文档", "编号", "内容", "理由", "撤销"], *rows])
    return 0


def _amount(row: Mapping[str, Any]) -> str:
    return f"{row['value']:g}{row['unit']}"

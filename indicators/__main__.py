"""The command line: `python -m indicators extract PATH...` gives the table, `explain FILE` the fate of every number."""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import pandas as pd

from indicators.archive import Archive, read_archive
from indicators.clock import Clock
from indicators.table import plain, to_csv

FATES = {"read": "读出", "set_aside": "不计", "not_understood": "未懂"}


def main(arguments: list[str] | None = None) -> int:
    """Run a command; the exit status is 1 where a file could not be read."""
    args = _parser().parse_args(arguments)
    if args.command == "explain" and not Path(args.paths[0]).is_file():
        print(f"读不了 {args.paths[0]}：没有这个文件", file=sys.stderr)
        return 1
    progress = _progress if sys.stderr.isatty() else None
    archive = read_archive(args.paths, progress, args.published, args.park, args.jobs)
    if not archive.documents and not archive.unread:
        print(f"{'、'.join(args.paths)} 里没有 .txt 或 .md 文件；请给出文本文件或含有它们的文件夹", file=sys.stderr)
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m indicators", description="从园区文本中读出指标")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, formats, about in (
        ("extract", ("csv", "json"), "读出指标表"),
        ("explain", ("text", "json"), "逐个交代文中每个数的去向"),
    ):
        command = commands.add_parser(name, help=about, description=about)
        command.add_argument(
            "paths", nargs="+" if name == "extract" else 1, metavar="PATH", help=".txt、.md 文件或文件夹"
        )
        command.add_argument(
            "--published", default="", type=_date, metavar="DATE", help="发布日期（ISO 8601），不用文中所载的"
        )
        command.add_argument("--park", default="", metavar="NAME", help="文本所说的园区，不用文中所载的")
        command.add_argument("--format", choices=formats, default=formats[0])
        command.add_argument("-o", "--output", metavar="FILE", help="写入文件（UTF-8），不写到屏幕")
        command.set_defaults(jobs=1)
        if name == "extract":
            command.add_argument(
                "--jobs", type=_positive, default=None, metavar="N",
                help="同时用几个进程读（默认：文字够多时用上所有核心）；结果不变",
            )  # fmt: skip
    return parser


def _positive(text: str) -> int:
    """A whole number from 1 on."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}”不是正整数")
    return int(text)


def _date(text: str) -> str:
    """A day, a month or a year in ISO 8601."""
    try:
        Clock.of(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期；请写成 2024-07-05、2024-07 或 2024") from None
    return text


def _table(table: pd.DataFrame, form: str) -> str:
    if form == "csv":
        return to_csv(table)
    return plain(table).to_json(orient="records", force_ascii=False, indent=1) + "\n"


def _explain(archive: Archive, form: str) -> str:
    """The ledger of every number in a text: read, set aside, or not understood, and why."""
    rows = [
        {"start": m.start, "end": m.end, "text": d.text[m.start : m.end], "fate": m.fate, "reason": m.reason}
        for d in archive.documents
        for m in d.marks
    ]
    sums = Counter(row["fate"] for row in rows)
    if form == "json":
        return (
            json.dumps({"numbers": rows, "sums": {fate: sums[fate] for fate in FATES}}, ensure_ascii=False, indent=1)
            + "\n"
        )
    lines = [
        f"{row['start']:>6}  {FATES[str(row['fate'])]}  {str(row['text']).replace(chr(10), '')}  {row['reason']}"
        for row in rows
    ]
    lines.append("  ".join(f"{name} {sums[fate]}" for fate, name in FATES.items()))
    return "\n".join(lines) + "\n"


def _progress(done: int, total: int, name: str) -> None:
    """One line that is written over and over."""
    sys.stderr.write(f"\r\x1b[K读取 {done}/{total} {name}" if done < total else f"\r\x1b[K读完 {total} 个文件\n")
    sys.stderr.flush()


if __name__ == "__main__":
    raise SystemExit(main())

"""`export -o FILE`: the table out of the archive, in the form that the name's end or `--format` says."""

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from indicators.commands.choosing import add_choice, choice_of
from indicators.commands.options import add_database
from indicators.errors import ArchiveError
from indicators.export.extract import Extract, draw
from indicators.store.engine import opened

# format -> (module, function, end of the name, what it is)
_FORMATS = {
    "people": ("delimited", "write_for_people", "", "给人看的 CSV：中文列名，Excel 直接打开不乱码"),
    "csv": ("delimited", "write_for_programs", ".csv", "给程序用的 CSV：代号，数值原样"),
    "xlsx": ("workbook", "write", ".xlsx", "Excel，附来源、口径、版本"),
    "parquet": ("parquet", "write", ".parquet", "Parquet"),
    "jsonl": ("parquet", "write_lines", ".jsonl", "JSON Lines"),
    "sdmx": ("sdmx", "write", "", "SDMX-CSV 2.0，附代码表"),
    "package": ("package", "write", "", "文件夹或 .zip：数据、来源和 datapackage.json"),
}


def add(commands: Any) -> None:
    """Add the parser of `export`."""
    kinds = "；".join(f"{name} {said}" for name, (*_, said) in _FORMATS.items())
    command = commands.add_parser("export", help="导出", description=f"从库里导出。格式：{kinds}")
    command.add_argument("-o", "--output", required=True, type=Path, metavar="FILE", help="写到哪里")
    command.add_argument("--format", choices=_FORMATS, help="格式（默认看文件名：.csv、.xlsx、.parquet、.jsonl、.zip）")
    add_choice(command)
    add_database(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Export."""
    form = args.format or _form_of(args.output)
    module, function, *_ = _FORMATS[form]
    write: Callable[[Extract, Path], None] = getattr(import_module(f"indicators.export.{module}"), function)
    with opened(args.database) as engine:
        extract = draw(engine, choice_of(args))
    try:
        write(extract, args.output)
    except OSError as error:
        raise ArchiveError(f"写不了 {args.output}：{error.strerror or error}；请换一个位置") from None
    print(f"已导出 {len(extract.rows)} 条观测、{len(extract.sources)} 篇文档的来源到 {args.output}。")
    return 0


def _form_of(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix in {".zip", ""}:
        return "package"
    for form, (_, _, end, _) in _FORMATS.items():
        if suffix == end:
            return form
    raise ArchiveError(f"看不出 {path.name} 要什么格式；请用 --format：{'、'.join(_FORMATS)}")

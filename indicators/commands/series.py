"""What the archive says: `series` (one value for each thing and period), `findings`, `targets`."""

import argparse
from collections.abc import Mapping
from typing import Any

import pandas as pd

from indicators.archive import Archive
from indicators.catalogue import catalogue
from indicators.commands.choosing import add_choice, choice_of
from indicators.commands.options import add_database
from indicators.commands.terminal import print_table
from indicators.derived import derive
from indicators.findings import find_contradictions, still_open
from indicators.labels import shown
from indicators.series import build_series
from indicators.spans import span_label
from indicators.store.engine import opened
from indicators.store.present import load_archive
from indicators.targets import match_targets, target_years

_BOUNDS = {"exact": "", "about": "约", "at_least": "≥", "at_most": "≤"}
_METHODS = {
    "level": "由上年水平和增速推算",
    "growth": "由两年水平推算",
    "part": "由两个累计数相减",
    "share": "由部分和全部推算",
    "implied_target": "由增速目标和基数推算",
}
_VERDICTS = {
    "met": "达到",
    "not_met": "未达到",
    "under_way": "进行中",
    "met_early": "提前达到",
    "lapsed": "期已满，未见全期实绩",
    "undecided": "不能判定",
    "none": "没有实绩",
}


def add(commands: Any) -> None:
    """Add the parsers of these commands."""
    for name, run, about in (
        ("series", run_series, "每个指标每个时期取一个值，说明旁证和分歧"),
        ("findings", run_findings, "找出互相矛盾的说法"),
        ("targets", run_targets, "目标与实绩对照"),
    ):
        command = commands.add_parser(name, help=about, description=about)
        add_choice(command)
        add_database(command)
        command.set_defaults(run=run)
        if name == "series":
            command.add_argument("--derived", action="store_true", help="连同推算的值，注明由什么推算")
            command.add_argument("--rivals", action="store_true", help="连同分歧的各种说法和它们的文档")
        if name == "findings":
            command.add_argument("--all", action="store_true", help="连同已有人决定的")


def kind_of(name: str) -> str:
    """ "flow", "stock", "rate", or "" where the catalogue does not know the indicator."""
    known = catalogue()
    return known[name].kind if name in known else ""


def _loaded(args: argparse.Namespace) -> Archive:
    with opened(args.database) as engine:
        return load_archive(engine, choice_of(args))


def run_series(args: argparse.Namespace) -> int:
    """Print the series."""
    archive = _loaded(args)
    series = build_series(archive.observations)
    lines = []
    for row in series.to_dict("records"):
        note = f"{shown('review', row['review'])} "
        note += f"旁证 {len(row['confirming'])}" if row["confirming"] else ""
        note += f" 分歧 {len(row['rivals'])}" if row["rivals"] else ""
        lines.append([*_thing(row), _stated(row), note, row["document"]])
        for rival in row["rivals"] if args.rivals else ():
            other = archive.observations.loc[rival]
            lines.append(["", "", "", "", f"↳ {_stated(other)}", f"发布 {other['published']}", other["document"]])
    if args.derived:
        for row in derive(series, kind_of).to_dict("records"):
            value = f"{_BOUNDS[row['bound']]}{row['value_base']:.6g} {row['unit_base']}"
            lines.append([*_thing(row), value, _METHODS[row["method"]], "、".join(row["inputs"])])
    print_table([["园区", "指标", "口径", "时期", "数值", "说明", "文档"], *lines])
    print(f"{len(series)} 个值。")
    return 0


def _thing(row: Any) -> list[str]:
    known = catalogue()
    title = known[row["name"]].zh if row["name"] in known else row["name"]
    status = {"target": "目标", "actual": ""}[row["status"]] + {"floor": "（确保）", "stretch": "（力争）"}.get(
        row["target_tier"], ""
    )
    measure = " ".join(filter(None, (shown("measure", row["measure"]), shown("basis", row["basis"]), status)))
    return [
        f"{row['park']} {row['segment']}".strip(),
        title,
        measure,
        span_label(row["period_start"], row["period_end"]),
    ]


def run_findings(args: argparse.Namespace) -> int:
    """Print what does not go together, each with its sentences."""
    archive = _loaded(args)
    every = find_contradictions(build_series(archive.observations), archive.observations)
    found = every if args.all else still_open(every, archive.observations)
    for row in found.to_dict("records"):
        period = span_label(row["period_start"], row["period_end"])
        known = catalogue()
        title = known[row["name"]].zh if row["name"] in known else row["name"]
        print(f"{row['park']} {row['segment']}".strip(), title, period, row["what"])
        for place in dict.fromkeys(row["rows"]):
            said = archive.observations.loc[place]
            print(f"    {said['document']}：{' '.join(str(said['sentence']).split())}")
    answered = len(every) - len(found)
    print(f"{len(found)} 处需要核对。" + (f"另有 {answered} 处已有人决定，--all 一并列出。" if answered else ""))
    return 0


def run_targets(args: argparse.Namespace) -> int:
    """Print targets beside actuals, by park and year."""
    archive = _loaded(args)
    series = build_series(archive.observations)
    derived, day = derive(series, kind_of), str(series["published"].max())
    lines = []
    said = {
        row["series"]: f"{_BOUNDS[row['bound']]}{row['value']:.12g}{row['unit']}" for row in series.to_dict("records")
    }
    for park in sorted(series["park"].unique()):
        years = target_years(series, park)
        matched = [match_targets(series, park, year, derived, day) for year in sorted(years)]
        if matched:
            rows = pd.concat(matched).drop_duplicates(["floor_series", "stretch_series"])
            lines += [_target(row, said) for row in rows.to_dict("records")]
    print_table([["园区", "指标", "口径", "时期", "目标", "力争", "实绩", "实绩时期", "结论"], *lines])
    return 0


def _stated(row: Any) -> str:
    """A value as its text says it."""
    return f"{_BOUNDS[row['bound']]}{row['value']:.12g}{row['unit']}"


def _target(row: Any, said: Mapping[str, str]) -> list[str]:
    """A target beside its actual, each as its text says it; what is derived in base units."""
    values = [
        "" if pd.isna(row[column]) else said.get(row[f"{column}_series"], f"{row[column]:.6g} {row['unit_base']}")
        for column in ("floor", "stretch", "actual")
    ]
    until = "" if pd.isna(row["actual_end"]) else span_label(row["actual_start"], row["actual_end"])
    note = "（推算）" if row["actual_inputs"] else ""
    thing = _thing({**row, "status": "actual", "target_tier": ""})
    return [*thing, *values[:2], values[2] + note, until, _VERDICTS[row["verdict"]]]

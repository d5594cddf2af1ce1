"""A folder for others to build on: the rows, their sources, and `datapackage.json` (Frictionless), with a word to read.

Written to a folder, or to one zip where the name ends in .zip.
"""

import csv
import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from indicators.export.delimited import write_for_programs
from indicators.export.extract import EXPORTED, SOURCES, Extract
from indicators.labels import CODES, HEADERS, MEANINGS
from indicators.version import VERSION, reader_version

_NUMBERS = {"value": "number", "value_base": "number", "start": "integer", "end": "integer"}
_DATES = {"period_start": "date", "period_end": "date"}
_README = """这个文件夹由“园区指标”导出。

data.csv          观测，一行一条；列名和代号见 datapackage.json
sources.csv       每条观测来自的文档：标题、发布单位、发布日期、来源、SHA-256
datapackage.json  各列的类型、含义、代号，和这次导出的条件（Frictionless Data Package）

数值照原文记，不作调整；bound 说明它是确数、至少、至多还是大约。引用前请用 sentence 核对原句。
"""


def write(extract: Extract, path: Path) -> None:
    """The package, as a folder (made where there is none) or as a zip."""
    if path.suffix.lower() != ".zip":
        path.mkdir(parents=True, exist_ok=True)
        _fill(extract, path)
        return
    with TemporaryDirectory() as folder:
        _fill(extract, Path(folder))
        shutil.make_archive(str(path.with_suffix("")), "zip", folder)


def _fill(extract: Extract, folder: Path) -> None:
    write_for_programs(extract, folder / "data.csv")
    with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(SOURCES)
        writer.writerows([source[key] for key in SOURCES] for source in extract.sources)
    described = json.dumps(descriptor(extract), ensure_ascii=False, indent=1)
    (folder / "datapackage.json").write_text(described + "\n", encoding="utf-8")
    cited = f"\n引用：{extract.citation}\n" if extract.citation else ""
    (folder / "README.txt").write_text(_README + cited, encoding="utf-8")


def descriptor(extract: Extract) -> dict[str, Any]:
    """What `datapackage.json` says: the tables with types, codes and keys, and the query that was answered."""
    sources: list[dict[str, Any]] = [{"name": key, "type": "string"} for key in SOURCES]
    data_schema: dict[str, Any] = {
        "fields": [_field(column) for column in EXPORTED],
        "missingValues": [""],
        "foreignKeys": [{"fields": "document", "reference": {"resource": "sources", "fields": "name"}}],
    }
    cited = {"citation": extract.citation} if extract.citation else {}
    return {
        "name": "park-indicators",
        "title": "园区指标",
        "version": VERSION,
        "reader": reader_version(),
        "query": extract.query,
        **cited,
        "resources": [
            _resource("data", "观测", data_schema),
            _resource("sources", "来源", {"fields": sources, "missingValues": [], "primaryKey": "name"}),
        ],
    }


def _resource(name: str, title: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "title": title,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\n"},
        "schema": schema,
    }


def _field(column: str) -> dict[str, Any]:
    kind = _NUMBERS.get(column) or _DATES.get(column) or "string"
    field: dict[str, Any] = {"name": column, "title": HEADERS[column], "type": kind, "description": MEANINGS[column]}
    if column in {"measure", "bound", "status"}:
        field["constraints"] = {"enum": list(CODES[column]), "required": True}
    if column in CODES:
        field["description"] += "：" + "；".join(f"{key} {said}" for key, said in CODES[column].items())
    return field

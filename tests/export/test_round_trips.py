"""Export and read back: equal to the digit, in every format, whatever stands in the cells."""

import csv
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pandas as pd
import pyarrow.parquet as pq
import pytest
from frictionless import validate
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pysdmx.io import read_sdmx

from indicators.archive import read_archive
from indicators.documents import read_document
from indicators.export import delimited, package, parquet, sdmx, workbook
from indicators.export.codes import code
from indicators.export.extract import EXPORTED, Extract
from indicators.labels import CODES, HEADERS, MEANINGS, meant, shown
from indicators.store.loading import Choice
from tests.series.rows import make

SEEDS = Path(__file__).parents[2] / "seeds"
ROWS = (
    {}, {"value": 0.1 + 0.2}, {"value": 2000 / 3, "unit": "亩", "indicator": "", "indicator_text": "土地"},
    {"measure": "growth", "basis": "yoy", "unit": "%", "value": -3.1, "bound": "at_least"},
    {"status": "target", "target_tier": "floor", "value": 1e-5}, {"value": 12345678.9, "unit": "万美元"},
    {"period_start": "", "period_end": "2022-12-31"}, {"period_start": "", "period_end": ""},
    {"period_start": "2021-01-01", "period_end": "2025-12-31", "segment": "东区", "bound": "about"},
    {"measure": "share", "basis": "全市", "unit": "%", "value": 31.0, "published": "2021"},
    {"sentence": "=1+1，“引号”\"与,逗号\n第二行", "park": "-甲", "indicator_text": "@税收", "indicator": ""},
)  # fmt: skip


def extract(*rows: dict) -> Extract:
    table = make(*rows)
    table["key"], table["review"] = [f"k{n}" for n in range(len(table))], ""
    source = dict.fromkeys(
        ("title", "publisher", "published", "source", "path", "imported", "superseded", "reader"), ""
    )
    return Extract(table[list(EXPORTED)], [source | {"name": "甲.txt", "sha256": "0" * 64}], Choice())


@pytest.fixture(scope="module")
def seeds() -> Extract:
    table = read_archive([SEEDS]).observations
    table["key"], table["review"] = [f"k{n}" for n in range(len(table))], ""
    return Extract(table[list(EXPORTED)], [], Choice())


def plain(rows: pd.DataFrame) -> list[tuple]:
    return list(delimited.cells(rows))


def typed(rows: list[dict]) -> list[tuple]:
    """Cells that were read as text, as the table has them."""
    kinds = {"value": float, "value_base": float, "start": int, "end": int}
    return [tuple(kinds.get(column, str)(row[column]) for column in EXPORTED) for row in rows]


def through_csv(given: Extract, folder: Path) -> list[tuple]:
    delimited.write_for_programs(given, folder / "a.csv")
    assert not (folder / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (folder / "a.csv").open(encoding="utf-8", newline="") as lines:
        return typed(list(csv.DictReader(lines)))


def through_csv_for_people(given: Extract, folder: Path) -> list[tuple]:
    delimited.write_for_people(given, folder / "a.csv")
    back = {said: column for column, said in HEADERS.items()}
    with (folder / "a.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = [{back[said]: cell for said, cell in row.items()} for row in csv.DictReader(lines)]
    for row in rows:
        for column, cell in row.items():
            assert column in ("value", "value_base") or not cell.startswith(("=", "+", "-", "@")), cell
    return typed([{c: meant(c, cell.removeprefix("'")) for c, cell in row.items()} for row in rows])


def through_excel(given: Extract, folder: Path) -> list[tuple]:
    workbook.write(given, folder / "a.xlsx")
    book = load_workbook(folder / "a.xlsx")
    assert book.sheetnames == ["数据", "来源", "口径", "版本"]
    header, *rows = book["数据"].iter_rows(values_only=True)
    back = {said: column for column, said in HEADERS.items()}
    assert not [cell for row in book["数据"].iter_rows() for cell in row if cell.data_type == "f"]
    said = [{back[h]: "" if c is None else c for h, c in zip(header, row, strict=True)} for row in rows]
    for row in said:
        for column in ("period_start", "period_end", "published"):
            row[column] = row[column] if isinstance(row[column], str) else row[column].date().isoformat()
        row |= {column: meant(column, row[column]) for column in CODES}
    return typed(said)


def through_parquet(given: Extract, folder: Path) -> list[tuple]:
    parquet.write(given, folder / "a.parquet")
    rows = pq.read_table(folder / "a.parquet").to_pylist()
    days = ("period_start", "period_end")
    return typed([row | {day: row[day].isoformat() if row[day] else "" for day in days} for row in rows])


def through_lines(given: Extract, folder: Path) -> list[tuple]:
    parquet.write_lines(given, folder / "a.jsonl")
    rows = [json.loads(line) for line in (folder / "a.jsonl").read_text(encoding="utf-8").splitlines()]
    return typed([{column: "" if cell is None else cell for column, cell in row.items()} for row in rows])


def through_sdmx(given: Extract, folder: Path) -> list[tuple]:
    sdmx.write(given, folder / "a.csv")
    (data,) = read_sdmx(folder / "a.csv", validate=False).data
    return plain(sdmx.to_rows(data.data))


WAYS = (through_csv, through_csv_for_people, through_excel, through_parquet, through_lines, through_sdmx)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_read_back_is_what_was_exported(way, tmp_path: Path):
    given = extract(*ROWS)
    assert way(given, tmp_path) == plain(given.rows)


@pytest.mark.parametrize("way", WAYS)
def test_the_seeds_come_back(way, tmp_path: Path, seeds: Extract):
    assert way(seeds, tmp_path) == plain(seeds.rows)


TEXTS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(
    lambda text: text == text.strip() and not text.startswith("'") and text not in {"nan", "NaN", "<NA>"}
)


@settings(deadline=None, max_examples=25)
@given(TEXTS, st.floats(-1e12, 1e12, allow_subnormal=False))
@pytest.mark.parametrize("way", [through_csv, through_csv_for_people, through_parquet, through_lines])
def test_any_text_and_any_number_come_back(way, text: str, value: float):
    given = extract({"indicator_text": text, "sentence": text, "value": value})
    with TemporaryDirectory() as folder:
        assert way(given, Path(folder)) == plain(given.rows)


@pytest.mark.parametrize(
    ("start", "end", "freq", "period"),
    [
        ("2020-01-01", "2020-12-31", "A", "2020"),
        ("2020-01-01", "2020-06-30", "S", "2020-S1"),
        ("2020-07-01", "2020-09-30", "Q", "2020-Q3"),
        ("2020-06-01", "2020-06-30", "M", "2020-06"),
        ("2020-01-01", "2020-05-31", "_O", "2020-01-01/P5M"),
        ("2016-01-01", "2020-12-31", "_O", "2016-01-01/P5Y"),
        ("2020-01-01", "2020-05-20", "_O", "2020-01-01/P141D"),
        ("2020-12-31", "2020-12-31", "D", "2020-12-31"),
        ("", "2020-12-31", "_O", "2020-12-31"),
        ("", "", "_U", ""),
    ],
)
def test_periods_in_sdmx(start: str, end: str, freq: str, period: str, tmp_path: Path):
    sdmx.write(extract({"period_start": start, "period_end": end}), tmp_path / "a.csv")
    (row,) = pd.read_csv(tmp_path / "a.csv", dtype=str, keep_default_na=False).to_dict("records")
    assert (row["FREQ"], row["TIME_PERIOD"], row["PERIOD_START"], row["PERIOD_END"]) == (freq, period, start, end)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (46.2, "亿元", ("46.2", "CNY", "8")),
        (5195.25, "万美元", ("5195.25", "USD", "4")),
        (412.0, "家", ("412.0", "count", "0")),
        (9.0, "%", ("9.0", "PT", "0")),
        (3.0, "亩", ("2000.0", "m2", "0")),
        (0.0, "亿元", ("0.0", "CNY", "0")),
        (-3.1, "%", ("-3.1", "PT", "0")),
    ],
)
def test_amounts_in_sdmx(value: float, unit: str, expected: tuple[str, str, str], tmp_path: Path):
    sdmx.write(extract({"value": value, "unit": unit}), tmp_path / "a.csv")
    (row,) = pd.read_csv(tmp_path / "a.csv", dtype=str, keep_default_na=False).to_dict("records")
    assert (row["OBS_VALUE"], row["UNIT_MEASURE"], row["UNIT_MULT"]) == expected


def test_every_code_is_in_its_list(tmp_path: Path, seeds: Extract):
    sdmx.write(seeds, tmp_path / "a.csv")
    data = pd.read_csv(tmp_path / "a.csv", dtype=str, keep_default_na=False)
    lists = pd.read_csv(tmp_path / "a.codes.csv", dtype=str, keep_default_na=False)
    named = ("REF_AREA", "SEGMENT", "INDICATOR", "MEASURE_TYPE", "TRANSFORMATION", "SCENARIO", "FREQ", "UNIT_MEASURE",
             "UNIT_MULT", "OBS_STATUS", "BOUND")  # fmt: skip
    for name in named:
        assert set(data[name]) <= set(lists.loc[lists["CODELIST"] == f"CL_{name}", "ID"]), name
    assert not lists.duplicated(["CODELIST", "ID"]).any()
    assert lists["ID"].str.fullmatch(r"[A-Za-z0-9_@$\-]+").all()
    dimensions = list(sdmx.DIMENSIONS)
    assert not data.duplicated(dimensions).any()


@pytest.mark.parametrize("name", ["包", "包.zip"])
def test_the_package_is_valid(name: str, tmp_path: Path):
    package.write(extract(*ROWS), tmp_path / name)
    folder = tmp_path / "包"
    if name.endswith(".zip"):
        ZipFile(tmp_path / name).extractall(folder)
    report = validate(str(folder / "datapackage.json"))
    assert report.flatten(["type", "message"]) == []
    assert {path.name for path in folder.iterdir()} == {"data.csv", "sources.csv", "datapackage.json", "README.txt"}
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert [field["name"] for field in described["resources"][0]["schema"]["fields"]] == list(EXPORTED)


@pytest.mark.parametrize("write", [delimited.write_for_people, delimited.write_for_programs])
def test_a_csv_can_be_imported_again(write, tmp_path: Path):
    given = extract(*[row for row in ROWS if "sentence" not in row])
    write(given, tmp_path / "表.csv")
    _, rows = read_document("表.csv", (tmp_path / "表.csv").read_bytes())
    columns = [c for c in EXPORTED[:-2] if c not in {"document", "start", "end", "sentence", "rule"}]
    said = [
        tuple(str(getattr(row, c) or "") if c.startswith("period") else getattr(row, c) for c in columns)
        for row in rows
    ]
    places = [EXPORTED.index(column) for column in columns]
    assert said == [tuple(row[place] for place in places) for row in plain(given.rows)]


def test_ids_are_the_same_on_every_machine():
    assert code("gdp", "I") == "gdp"
    assert code("云麓高新区", "A") == "A_9efde756cc"


def test_every_exported_column_has_a_chinese_name():
    assert list(HEADERS) == list(MEANINGS) == list(EXPORTED)
    assert all(MEANINGS.values())
    assert len(set(HEADERS.values())) == len(HEADERS)


def test_a_workbook_is_ready_to_be_read(tmp_path: Path):
    workbook.write(extract({"published": "2021-03-05"}, {"published": "2021-03"}), tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    place = EXPORTED.index("published") + 1
    first, second = (book["数据"].cell(row, place) for row in (2, 3))
    assert (first.is_date, first.value.isoformat()[:10], second.value) == (True, "2021-03-05", "2021-03")
    for sheet in book:
        assert all(sheet.column_dimensions[cell.column_letter].width >= 12 for cell in sheet[1])
    explained = {code: (said, means) for said, code, means in book["口径"].iter_rows(min_row=2, values_only=True)}
    assert all(said and means for said, means in explained.values())
    assert explained["change"] == ("口径", "增减量")
    assert set(EXPORTED) <= set(explained)


def test_what_codes_were_called_before_is_still_understood():
    assert [meant("measure", said) for said in ("水平", "数值", "比重", "占比", "变化")] == [
        "level", "level", "share", "share", "change",
    ]  # fmt: skip
    assert [meant("bound", said) for said in ("至少", "不低于", "大约")] == ["at_least", "at_least", "about"]
    assert all(meant(column, shown(column, one)) == one for column, codes in CODES.items() for one in codes)

"""SDMX-CSV 2.0: the standard's names for dimensions and attributes; bounds, tiers and sources as columns of our own.

Growth and level are different series (MEASURE_TYPE), targets another scenario. Time ranges that SDMX has no frequency
for are written as start and duration (2020-01-01/P6M), and both days beside it. Beside the data goes a file of code
lists. What the text says stands in VALUE and UNIT; OBS_VALUE with UNIT_MULT is the same amount, with UNIT_MEASURE.
"""

import csv
from fractions import Fraction
from math import log10
from pathlib import Path
from typing import Any

import pandas as pd

from indicators.export.codes import WHOLE, code, code_lists, transformation, unit_code
from indicators.export.extract import EXPORTED, Extract
from indicators.spans import span_kind

DATAFLOW = "PARKINDICATORS:OBSERVATIONS(1.0)"
DIMENSIONS = (
    "REF_AREA", "SEGMENT", "INDICATOR", "MEASURE_TYPE", "TRANSFORMATION", "SCENARIO", "FREQ", "TIME_PERIOD",
    "SOURCE_KEY",
)  # fmt: skip
ATTRIBUTES = (
    "UNIT_MEASURE",
    "UNIT_MULT",
    "OBS_STATUS",
    "BOUND",
    "VALID_FROM",
    "VALID_TO",
    "PERIOD_START",
    "PERIOD_END",
)
# Columns of our own, and the table's columns that they hold.
OWN = {
    "REF_AREA_NAME": "park", "SEGMENT_NAME": "segment", "INDICATOR_TEXT": "indicator_text", "BASIS": "basis",
    "VALUE": "value", "UNIT": "unit", "VALUE_BASE": "value_base", "UNIT_BASE": "unit_base",
    "SOURCE_DOCUMENT": "document", "SOURCE_START": "start", "SOURCE_END": "end", "SOURCE_SENTENCE": "sentence",
    "SOURCE_RULE": "rule", "REVIEW": "review",
}  # fmt: skip
HEADER = ("STRUCTURE", "STRUCTURE_ID", "ACTION", *DIMENSIONS, "OBS_VALUE", *ATTRIBUTES, *OWN)
_FREQUENCIES = {"year": "A", "half": "S", "quarter": "Q", "month": "M", "point": "D", "unknown": "_U"}
_SCENARIOS = {("actual", ""): "ACTUAL", ("target", ""): "TARGET", ("target", "floor"): "TARGET_FLOOR",
              ("target", "stretch"): "TARGET_STRETCH"}  # fmt: skip


def write(extract: Extract, path: Path) -> None:
    """The data, and beside it `<name>.codes.csv` with the code lists (list, id, name)."""
    superseded = {str(source["name"]): str(source["superseded"]) for source in extract.sources}
    rows = extract.rows.astype(object).to_dict("records")
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(HEADER)
        for row in rows:
            writer.writerow([_cells(row, superseded)[column] for column in HEADER])
    used = {column: sorted({row[column] for row in rows}) for column in ("park", "segment", "unit_base", "basis")}
    lists = code_lists(used | {"name": sorted({row["indicator"] or row["indicator_text"] for row in rows})})
    with path.with_suffix(".codes.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("CODELIST", "ID", "NAME"))
        writer.writerows((name, key, said) for name, codes in lists.items() for key, said in codes.items())


def _cells(row: dict[Any, Any], superseded: dict[str, str]) -> dict[str, Any]:
    start, end = row["period_start"], row["period_end"]
    value, mult = scaled(row["value"], row["value_base"])
    return {
        "STRUCTURE": "dataflow",
        "STRUCTURE_ID": DATAFLOW,
        "ACTION": "I",
        "REF_AREA": code(row["park"], "A"),
        "SEGMENT": code(row["segment"], "S") if row["segment"] else WHOLE,
        "INDICATOR": code(row["indicator"] or row["indicator_text"], "I"),
        "MEASURE_TYPE": row["measure"].upper(),
        "TRANSFORMATION": transformation(row["basis"]),
        "SCENARIO": _SCENARIOS[row["status"], row["target_tier"]],
        "FREQ": _FREQUENCIES.get(span_kind(start, end), "_O"),
        "TIME_PERIOD": time_period(start, end),
        "SOURCE_KEY": row["key"],
        "OBS_VALUE": repr(value),
        "UNIT_MEASURE": unit_code(row["unit_base"]),
        "UNIT_MULT": mult,
        "OBS_STATUS": "E" if row["bound"] == "about" else "A",
        "BOUND": row["bound"].upper(),
        "VALID_FROM": row["published"],
        "VALID_TO": superseded.get(row["document"], "")[:10],
        "PERIOD_START": _day(start),
        "PERIOD_END": _day(end),
        **{own: repr(row[column]) if isinstance(row[column], float) else row[column] for own, column in OWN.items()},
    }


def scaled(value: float, value_base: float) -> tuple[float, int]:
    """(OBS_VALUE, UNIT_MULT) of an amount: as the text has it where its unit is a power of ten of the base unit.

    >>> scaled(46.2, 4620000000.0), scaled(3.0, 2000.0)
    ((46.2, 8), (2000.0, 0))
    """
    if value and value_base / value > 0:
        power = round(log10(value_base / value))
        if power >= 0 and float(Fraction(repr(value)) * 10**power) == value_base:
            return value, power
    return value_base, 0


def time_period(start: Any, end: Any) -> str:
    """The period as SDMX writes it.

    >>> time_period(pd.Timestamp("2020-01-01"), pd.Timestamp("2020-05-31"))
    '2020-01-01/P5M'
    """
    kind = span_kind(start, end)
    if kind in {"unknown", "open", "point"}:
        return _day(end)
    simple = {
        "year": f"{end.year}",
        "half": f"{end.year}-S{1 if end.month == 6 else 2}",
        "quarter": f"{end.year}-Q{end.quarter}",
        "month": f"{end:%Y-%m}",
    }
    return simple.get(kind) or f"{_day(start)}/{_duration(start, end)}"


def _duration(start: pd.Timestamp, end: pd.Timestamp) -> str:
    after = end + pd.Timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    if after.day != start.day:
        return f"P{(after - start).days}D"
    return f"P{months}M" if months % 12 else f"P{months // 12}Y"


def _day(moment: Any) -> str:
    return "" if moment is pd.NaT else f"{moment:%Y-%m-%d}"


def to_rows(data: pd.DataFrame) -> pd.DataFrame:
    """The table (`EXPORTED`) that SDMX-CSV data were written from; all columns as text but the numbers.

    What it was written as, and not more: an indicator that the catalogue does not know is "" as it was.
    """
    text = data.astype(str)
    rows = pd.DataFrame({column: text[own] for own, column in OWN.items()})
    known = {code(name, "I"): "" for name in set(text["INDICATOR_TEXT"])}
    rows["indicator"] = [known.get(name, name) if name.startswith("I_") else name for name in text["INDICATOR"]]
    rows["measure"], rows["bound"] = text["MEASURE_TYPE"].str.lower(), text["BOUND"].str.lower()
    back = {said: parts for parts, said in _SCENARIOS.items()}
    rows["status"] = [back[scenario][0] for scenario in text["SCENARIO"]]
    rows["target_tier"] = [back[scenario][1] for scenario in text["SCENARIO"]]
    rows["period_start"], rows["period_end"] = text["PERIOD_START"], text["PERIOD_END"]
    rows["published"], rows["key"] = text["VALID_FROM"], text["SOURCE_KEY"]
    rows = rows.astype({"value": "float64", "value_base": "float64", "start": "int64", "end": "int64"})
    return rows[list(EXPORTED)]

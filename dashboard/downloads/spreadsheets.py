"""The table as CSV for people: UTF-8 with its mark for Excel, headers in the reader's language, harmless cells.

A spreadsheet runs text that starts with = + - @ as a formula. Such text gets an apostrophe in front; numbers are
written as they are, a negative growth stays a number.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from dashboard.library import Library
from dashboard.words import BASES, BOUNDS, CONFIDENCES, DERIVATIONS, MEASURES, STATUSES, TIERS, VERDICTS, Words
from indicators import COLUMNS, labels
from indicators.export.delimited import guarded

HEADERS = {column: labels.HEADERS[column] for column in COLUMNS} | {
    "value": "数值|列"
}  # 数值 is also the name of a chart's panel
CODES = {
    "measure": MEASURES, "basis": BASES, "bound": BOUNDS, "status": STATUSES, "target_tier": TIERS,
    "confidence": CONFIDENCES,
}  # fmt: skip

_BREAKS = re.compile(r"[\t\r\n]+")


def csv_bytes(observations: pd.DataFrame, words: Words, columns: Sequence[str] = COLUMNS) -> bytes:
    """The observations, in their order, as a CSV file; codes are written as the page shows them, dates in ISO 8601."""
    return _with_mark(_observation_lines(observations, words, columns))


def _observation_lines(observations: pd.DataFrame, words: Words, columns: Sequence[str]) -> Iterator[list[object]]:
    yield [words(HEADERS[column]) for column in columns]
    for row in observations[list(columns)].itertuples(index=False, name=None):
        yield [_cell(column, value, words) for column, value in zip(columns, row, strict=True)]


def tabs(lines: Iterable[Sequence[object]]) -> str:
    """Lines of cells with tabs between them, for a spreadsheet to paste; what would break a cell becomes a blank."""
    return "\n".join("\t".join(_BREAKS.sub(" ", str(_harmless(cell))) for cell in line) for line in lines) + "\n"


def _with_mark(lines: Iterable[Sequence[object]]) -> bytes:
    """Lines as CSV in UTF-8, with the mark by which Excel knows it."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(lines)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _harmless(cell: object) -> object:
    return guarded(cell) if isinstance(cell, str) else cell


def _cell(column: str, value: object, words: Words) -> object:
    if isinstance(value, str):
        return guarded(words.code(CODES[column], value) if column in CODES else value)
    return _plain(value)


def series_csv(rows: pd.DataFrame, words: Words, as_of: str) -> bytes:
    """Series rows as a chart shows them, as a CSV file: with how many texts confirm and how many contradict each, how
    those came about that nobody stated, where there are any, and, where the page shows an earlier day, that day."""
    columns = [column for column in COLUMNS if column not in {"start", "end"}]
    extras = {words("说法一致"): rows["confirming"].map(len), words("说法不同"): rows["rivals"].map(len)}
    if "method" in rows and rows["method"].any():
        extras[words("推算")] = rows["method"].map(lambda method: words.code(DERIVATIONS, method))
    if as_of:
        extras[words("截至")] = pd.Series(as_of, index=rows.index)
    lines: list[list[object]] = [[*(words(HEADERS[column]) for column in columns), *extras]]
    beside = zip(*extras.values(), strict=True)
    for row, more in zip(rows[columns].itertuples(index=False, name=None), beside, strict=True):
        lines.append([*(_cell(column, value, words) for column, value in zip(columns, row, strict=True)), *more])
    return _with_mark(lines)


def plain_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Any small table as a CSV file for people."""
    return _with_mark([head, *([_harmless(cell) for cell in row] for row in rows)])


STATED = ("park", "value", "unit", "bound", "value_base", "unit_base", "document", "sentence")
SPREAD_COLUMNS = {"year": "年份"} | {column: HEADERS[column] for column in STATED} | {
    "parks": "园区数", "low": "最低", "quarter": "下四分位", "middle": "中位数", "three_quarters": "上四分位",
    "high": "最高",
}  # fmt: skip


def spread_csv(rows: pd.DataFrame, words: Words) -> bytes:
    """The parks of each year with the spread of all beside each (`comparing.spread.spread_by_park`), as a CSV file; the
    spread is in base units."""
    lines = rows[list(SPREAD_COLUMNS)].itertuples(index=False, name=None)
    cells = (
        [_cell(column, value, words) for column, value in zip(SPREAD_COLUMNS, line, strict=True)] for line in lines
    )
    return plain_csv([words(title) for title in SPREAD_COLUMNS.values()], cells)


TARGET_HEADERS = (
    "园区", "组成部分", "指标", "口径", "基准", "期间起", "期间止", "目标", "力争", "实绩", "实绩期间起", "实绩期间止",
    "基本单位", "完成率", "差距", "时间已过", "结论", "目标原句", "实绩原句",
)  # fmt: skip


def targets_csv(library: Library, matched: pd.DataFrame, words: Words) -> bytes:
    """Targets beside actuals (`indicators.targets`) as a CSV file for people: values in base units, shares as parts of
    one, both sentences."""
    rows = []
    for row in matched.to_dict("records"):
        sources = (row["floor_series"] or row["stretch_series"], row["actual_series"])
        coded = [library.title(row["name"], words.language), words.code(MEASURES, row["measure"])]
        coded.append(words.code(BASES, row["basis"]))
        columns = ("period_start", "period_end", "floor", "stretch", "actual", "actual_start", "actual_end")
        figures = (*columns, "unit_base", "attainment", "gap", "elapsed")
        cells = [row["park"], row["segment"], *coded, *(_figure(column, row[column]) for column in figures)]
        cells.append(words.code(VERDICTS, row["verdict"]))
        rows.append(cells + [_sentences(library, source, words) for source in sources])
    return plain_csv([words(title) for title in TARGET_HEADERS], rows)


def _figure(column: str, value: object) -> object:
    """A figure of a target with the digits that it has: whole numbers without decimals, shares of one to four of them,
    and nothing that only came of reckoning in binary."""
    if not isinstance(value, float) or value != value:
        return _plain(value)
    tidy = round(value, 4) if column in {"attainment", "elapsed"} else float(f"{value:.12g}")
    return int(tidy) if tidy.is_integer() else tidy


def _sentences(library: Library, series: str, words: Words) -> str:
    """The sentence that states a value; of a derived one those that it was reckoned from, marked as such."""
    value, reckoned = library.value(series), library.derived_value(series)
    if value is not None or reckoned is None:
        return "" if value is None else str(value["sentence"])
    return words("推算：{from_}", from_=" / ".join(str(one["sentence"]) for one in reckoned["made_of"]))


def _plain(value: object) -> object:
    """Dates as ISO 8601, nothing for what is not known."""
    if value is pd.NaT or value is None or value != value:
        return ""
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else value

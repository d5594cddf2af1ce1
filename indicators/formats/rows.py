"""Rows of cells as a document: a table that the reader of texts reads, or observations where they have our columns."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import isfinite, nan

from indicators.errors import DocumentError, RowError
from indicators.formats.content import Content, table_lines, table_row
from indicators.labels import HEADERS, meant
from indicators.model import COLUMNS, Observation
from indicators.units import units

_NEEDED = frozenset({"park", "indicator_text", "value", "unit", "period_end"})
_DEFAULTS = {"measure": "level", "bound": "exact", "status": "actual"}
RULE = "table.given"
_BY_HEADER = {said: column for column, said in HEADERS.items()}
_ALLOWED = {
    "measure": {"level", "growth", "change", "share", "attainment", "rank"},
    "bound": {"exact", "at_least", "at_most", "about"},
    "status": {"actual", "target"},
    "target_tier": {"", "floor", "stretch"},
    "confidence": {"", "high", "medium", "low"},
}


def has_our_columns(header: Sequence[str]) -> bool:
    """Whether the first row names the columns of the table of observations, by their names or as people read them."""
    return set(_columns(header)) >= _NEEDED


def _columns(header: Sequence[str]) -> list[str]:
    named = [cell.strip().lstrip("\ufeff") for cell in header]
    return [_BY_HEADER.get(name, name) for name in named]


def tables(sheets: Iterable[tuple[str, Sequence[Sequence[str]]]]) -> Content:
    """Named tables, one below the other, as a text whose tables the reader reads."""
    lines: list[str] = []
    for name, rows in sheets:
        found = table_lines(rows)
        if found:
            lines += [*([""] if lines else []), *([name] if name else []), *found]
    return Content("\n".join(lines))


def read_rows(rows: Sequence[Sequence[str]]) -> Content:
    """Observations as their rows state them, each with the offsets of its value's cell in the text of the table.

    The sentence is the row. What a row leaves out is a level, exact, actual; DocumentError names a row that is wrong.
    """
    header = _columns(rows[0])
    at = header.index("value")
    lines = [table_row(header)]
    start = len(lines[0]) + 1
    found = []
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        cells = [*row, *[""] * len(header)][: len(header)]
        line = table_row(cells)
        place = start + (len(table_row(cells[:at])) + 1 if at else 2)
        said = {name: cell.strip() for name, cell in zip(header, cells, strict=True) if name in COLUMNS}
        given = {name: meant(name, _unguarded(cell)) for name, cell in said.items()}
        try:
            observation = parse_row(given)
        except RowError as error:
            raise DocumentError("第 {number} 行：{why}", number=number, why=error) from None
        found.append(observation._replace(start=place, end=place + len(given["value"]), sentence=line))
        lines.append(line)
        start += len(line) + 1
    return Content("\n".join(lines), tuple(found))


def _unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@＝＋－＠") else cell


def parse_row(given: Mapping[str, str]) -> Observation:
    """The observation that the texts of a row's columns state; RowError names what is wrong."""
    said = {column: given.get(column, "") or _DEFAULTS.get(column, "") for column in COLUMNS}
    for column, allowed in _ALLOWED.items():
        if said[column] not in allowed:
            only = "、".join(sorted(filter(None, allowed)))
            raise RowError("{column} 不能是“{said}”，只能是 {only}", column=column, said=said[column], only=only)
    value = _number("value", said["value"])
    base, unit_base = units().convert(value, said["unit"])
    return Observation(
        park=said["park"],
        segment=said["segment"],
        indicator_text=said["indicator_text"],
        indicator=said["indicator"],
        measure=said["measure"],
        basis=said["basis"],
        value=value,
        unit=said["unit"],
        value_base=_number("value_base", said["value_base"]) if said["value_base"] else base,
        unit_base=said["unit_base"] or unit_base,
        bound=said["bound"],
        status=said["status"],
        target_tier=said["target_tier"],
        period_start=_day("period_start", said["period_start"]),
        period_end=_day("period_end", said["period_end"]),
        published=said["published"],
        document="",
        start=0,
        end=0,
        sentence="",
        rule=RULE,
        confidence=said["confidence"],
        reasons=said["reasons"],
    )


def _number(column: str, text: str) -> float:
    try:
        number = float(text.replace(",", ""))
    except ValueError:
        number = nan
    if not isfinite(number):
        raise RowError("{column} 不是数：“{said}”", column=column, said=text)
    return number


def _day(column: str, text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10].replace("/", "-")) if text else None
    except ValueError:
        raise RowError("{column} 不是日期：“{said}”；请写成 2024-12-31", column=column, said=text) from None

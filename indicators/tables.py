"""Tables inside texts: rows of cells parted by | or tabs, under a header that says what each column holds.

A cell is read with its row's name, its column's role and period, and the unit that the cell, the row, the column or the
line above the table gives (指标（亿元）, 单位：亿元).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from indicators.figures import Figure, find_figures
from indicators.mentions import Mention, scan_periods
from indicators.naming import split_segment
from indicators.passages import Passage
from indicators.reach import is_comparison
from indicators.statement import Statement
from indicators.units import dimension

# What a column's header says that its cells are; the first that fits.
_ROLES = (
    ("skip", re.compile(r"属性|备注|说明|序号|责任|来源|编号")),
    ("unit", re.compile(r"^(?:计量)?单位$")),
    ("rank", re.compile(r"排名|位次|名次")),
    ("attainment", re.compile(r"完成率|完成(?:年度)?(?:计划|目标|任务|预算)|占(?:年度)?(?:计划|目标|任务)|进度")),
    ("annual", re.compile(r"年均")),
    ("points", re.compile(r"百分点|增减")),
    ("growth", re.compile(r"增长|增速|增幅|同比|比上年|较上年|±|环比|涨幅")),
    ("share", re.compile(r"占比|比重|占.*%")),
    ("target", re.compile(r"目标|计划|预期|预算")),
    ("part", re.compile(r"^(?:片区|区域|板块|园区|分园|街道|乡镇|单位名称|区块|功能区)$")),
    ("name", re.compile(r"指标|项目|名称|类别|内容|行业|产业|园区|地区|国别|商品")),
)
_BRACKETS = re.compile(r"（(?P<unit>[^（）]{1,10})）|[/,，](?P<bare>[^\s（）/]{1,8})$")
_CAPTION = re.compile(r"(?:计量)?单位：(?P<unit>[^\s，；。）|]{1,8})")
_OF_WHICH = re.compile(
    r"^(?:其中|#|＃|—|-|\d+[.、．]|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|[·•])+[：:]?"
)
_WHOLE = re.compile(r"(?:区域|全区|总)?(?:合计|总计|小计)|全区|总数")
_RULE = re.compile(r"[|\-—:：=\s]+")
# 占全区税收比重: of which whole, and so, without the area, what is measured.
_SHARE_OF = re.compile(
    r"占(?P<basis>(?:全[国省市区州县]|园区|高新区|经开区|开发区)?的?(?P<what>[^（）]*?))的?(?:比重|比例|比)"
)
_IS_SHARE = re.compile(r"(?P<what>[^占]{2,})占(?P<basis>[^占]{2,}?)的?(?:比重|比例|比)")
_NUMBER = re.compile(r"[+\-]?\d")
_SIGNS = {"≥": "at_least", "≧": "at_least", "≤": "at_most", "≦": "at_most"}
# [14], by the custom of plans the sum over all their years and not the rate of one.
_CUMULATIVE = re.compile(r"[\[［【〔][^\[［【〔\]］】〕]*\d[^\]］】〕]*[\]］】〕]")
_FALLS = re.compile("(?:降低|下降|减少|削减|降幅)(?:率|幅度|比例|量)?$")


@dataclass(frozen=True)
class Column:
    """A column: what its cells are (value, growth, target …), their unit, and the period in its header."""

    role: str
    unit: str = ""
    mention: Mention | None = None
    header: str = ""


@dataclass(frozen=True)
class Cell:
    """The text of a cell and where it begins in its row."""

    text: str
    start: int


@dataclass(frozen=True)
class TableFigure:
    """A figure of a table as a statement, with the period of its column (None: that of the text around)."""

    statement: Statement
    mention: Mention | None
    target: bool
    base: Mention | None = None  # the year from which a plan's annual or cumulative figure is counted


def is_row(passage: Passage) -> bool:
    """Whether a passage can be a row of a table."""
    return passage.text.count("|") >= 1 and "。" not in passage.text


def is_rule(passage: Passage) -> bool:
    """Whether a row is only the line under a header (|---|---|)."""
    return bool(_RULE.fullmatch(passage.text))


def cells_of(text: str) -> list[Cell]:
    """The cells of a row, without the empty ones that its outer bars make."""
    cells, start = [], 0
    for part in text.split("|"):
        cells.append(Cell(part, start))
        start += len(part) + 1
    if len(cells) > 2 and not cells[0].text and not cells[-1].text:
        cells = cells[1:-1]
    return cells


def read_caption(text: str) -> str:
    """The unit that a line above a table gives to all of it (单位：亿元), "" if none."""
    match = _CAPTION.search(text) if "单位：" in text else None
    return match["unit"] if match else ""


def read_header(cells: list[Cell], above: list[Column] | None = None) -> list[Column] | None:
    """The columns that a header row announces, None if the row is none; `above` is the row of a two-row header."""
    columns = [_column(cell.text) for cell in cells]
    if above:
        above = _stretched(above, len(columns))
    roles = {column.role for column in columns}
    if not roles & {"name", "part", "unit"} and not (above and len(roles) > 1):
        return None
    if any(_NUMBER.match(cell.text) and column.mention is None for cell, column in zip(cells, columns, strict=True)):
        return None
    if len(columns) < 2 or columns[0].role not in {"name", "part", "skip", "value"}:
        return None
    if above:
        columns = [
            replace(
                low,
                mention=low.mention or high.mention,
                unit=low.unit or high.unit,
                role=_joined(high, low),
                header=low.header or high.header,
            )
            for high, low in zip(above, columns, strict=True)
        ]
    return columns


def _stretched(above: list[Column], count: int) -> list[Column] | None:
    """The upper row of a two-row header, each cell standing for the empty ones after it; None if it is too long."""
    if len(above) > count:
        return None
    result: list[Column] = []
    for column in above + [Column("value")] * (count - len(above)):
        result.append(result[-1] if not column.header and len(result) > 1 else column)
    return result


def _joined(high: Column, low: Column) -> str:
    return high.role if low.role == "value" and high.role in {"name", "part", "unit"} and not low.header else low.role


def _column(header: str) -> Column:
    mentions = [mention for mention in scan_periods(header) if not is_comparison(header, mention)]
    unit = ""
    if match := _BRACKETS.search(header):
        unit = match["unit"] or match["bare"] or ""
        unit = unit if _is_unit(unit) else ""
    role = next((role for role, pattern in _ROLES if pattern.search(header)), "value")
    if role in {"growth", "share", "attainment", "annual"}:
        unit = "%"
    return Column(role, unit, mentions[0] if mentions else None, header)


def _is_unit(text: str) -> bool:
    return text == "%" or bool(dimension(text))


def read_row(text: str, columns: list[Column], caption: str) -> list[TableFigure]:
    """The figures of a row under these columns, [] where the row does not fit them."""
    cells = cells_of(text)
    if len(cells) != len(columns):
        return []
    name = next(
        (c.text for c, k in zip(cells, columns, strict=True) if k.role in {"name", "part", "value"} and c.text), ""
    )
    unit = next((c.text for c, k in zip(cells, columns, strict=True) if k.role == "unit"), "")
    unit = unit or next((column.unit for column in columns if column.role == "name"), "")
    for bracket in reversed(list(_BRACKETS.finditer(name))):
        said = bracket["unit"] or bracket["bare"] or ""
        if _is_unit(said):
            unit, name = said, name[: bracket.start()] + name[bracket.end() :]
            break
    name = _OF_WHICH.sub("", name).strip()
    if not name or _NUMBER.match(name):
        return []
    share = _IS_SHARE.fullmatch(name) if unit == "%" else None
    segment, indicator = split_segment(share["what"] if share else name)
    by_part = columns[0].role == "part"  # the rows are parts of the area, the columns what is measured of them
    found = []
    goal = next((column.mention for column in reversed(columns) if column.role == "target"), None)
    for cell, column in _values(cells, columns):
        planned = column.role == "annual" and goal is not None
        summed = planned and bool(_CUMULATIVE.search(cell.text))
        if summed:
            column = replace(column, unit=unit or "%")
        for figure in _figures(cell, column, unit or caption):
            measure, basis, shown = _sum_of_years(name, figure) if summed else _measure(column, figure)
            if summed and measure == "growth":
                indicator = _FALLS.sub("", indicator)
            if measure == "level" and "新增就业" in indicator:
                measure = "change"
            if by_part:
                indicator, segment = _BRACKETS.sub("", column.header), "" if _WHOLE.fullmatch(name) else name
            if measure == "level" and share:
                measure, basis = "share", share["basis"]
            if measure == "share" and (whole := _SHARE_OF.search(column.header)):
                basis, indicator = whole["basis"], whole["what"] if by_part else indicator
            statement = Statement(
                figure,
                indicator,
                segment,
                measure,
                basis,
                shown.value,
                shown.unit,
                f"table.{column.role}",
                held=column.header,
            )
            if planned:
                base = next((other.mention for other in columns if other.role == "value" and other.mention), None)
                found.append(TableFigure(statement, goal, True, base))
                continue
            found.append(TableFigure(statement, column.mention, column.role == "target"))
    return found


def _values(cells: list[Cell], columns: list[Column]) -> Iterator[tuple[Cell, Column]]:
    named = False
    for cell, column in zip(cells, columns, strict=True):
        if not named and column.role in {"name", "part", "value"} and cell.text and not _NUMBER.match(cell.text):
            named = True
        elif column.role not in {"skip", "unit", "name"} and cell.text:
            yield cell, column


def _figures(cell: Cell, column: Column, unit: str) -> list[Figure]:
    """The figures of a cell, with its offsets in the row and the unit it leaves to the table."""
    found = []
    for figure in find_figures(cell.text):
        if not figure.unit:
            given = column.unit or unit
            if not given:
                continue
            figure = figure.counting(given, "quantity")
            if figure.start and cell.text[figure.start - 1] == "-":
                figure = figure._replace(start=figure.start - 1, value=-abs(figure.value))
        if figure.start and (bound := _SIGNS.get(cell.text[figure.start - 1])):
            figure = figure._replace(bound=bound)
        found.append(
            figure._replace(
                start=figure.start + cell.start,
                end=figure.end + cell.start,
                bound_start=figure.bound_start + cell.start,
                bound_end=figure.bound_end + cell.start,
            )
        )
    return found


def _sum_of_years(name: str, figure: Figure) -> tuple[str, str, Figure]:
    """What a plan's sum over its years measures: a growth since its base for a rate, else an amount."""
    if figure.unit != "%":
        return "level", "", figure
    return "growth", "since", figure._replace(value=-abs(figure.value)) if _FALLS.search(name) else figure


def _measure(column: Column, figure: Figure) -> tuple[str, str, Figure]:
    if column.role == "growth" and figure.unit == "%":
        return "growth", "mom" if "环比" in column.header else "yoy", figure
    if column.role == "annual":
        return "growth", "annual_average", figure
    if column.role == "points" or figure.dimension == "points":
        return "change", "yoy" if figure.dimension == "points" else "", figure
    if column.role in {"share", "attainment"}:
        return column.role, "", figure
    if column.role == "rank":
        return "rank", "", figure.counting("位")
    return "level", "", figure

"""Wholes and the parts that make them up: where parts do not overlap, their sum can be held against the whole.

Parts count only where it is certain that they do not overlap. That is so of the indicators of `PARTITIONS`, and of the
areas (`segment`) that one sentence names behind 其中 as parts of one amount. 新增企业120家，其中高新技术企业80家、
科技型中小企业60家 is no such thing: a firm may be both.
"""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from indicators.known import Known, Row

# whole -> the indicators that it is the sum of
PARTITIONS = {
    "gdp": ("primary_sector_value_added", "secondary_sector_value_added", "tertiary_sector_value_added"),
    "imports_exports": ("exports", "imports"),
}
_OF_WHICH = regex.compile(r"其中|其內")
_AREA = regex.compile(r"(?:区|园|片|镇|乡|街道|组团|基地|岛|港)$")
# areas that lie within other areas as a rule
_WITHIN = regex.compile(r"核心|起步|建成|启动|示范|先行|先导|拓展|规划|辐射|中心|本级|主体|全区|市区|城区")


class Sum(NamedTuple):
    """A whole and parts of it that do not overlap; `complete` where there are no others."""

    whole: Row
    parts: tuple[Row, ...]
    complete: bool


def sums(known: Known) -> Iterator[Sum]:
    """The wholes of which two parts at least are known, for the same time and in the same unit."""
    yield from _of_indicators(known)
    yield from _of_areas(known)


def _of_indicators(known: Known) -> Iterator[Sum]:
    for whole in known.levels():
        names = PARTITIONS.get(whole["name"], ())
        found = [
            known.level(dict(whole) | {"name": name}, whole["period_start"], whole["period_end"]) for name in names
        ]
        parts = tuple(part for part in found if part is not None)
        if len(parts) > 1:
            yield Sum(whole, parts, len(parts) == len(names))


def _of_areas(known: Known) -> Iterator[Sum]:
    behind: dict[tuple[object, ...], list[Row]] = {}
    for part in known.levels():
        if _AREA.search(part["segment"]) and not _WITHIN.search(part["segment"]) and _OF_WHICH.search(part["sentence"]):
            behind.setdefault(_said(part), []).append(part)
    for whole in known.levels():
        parts = [part for part in behind.get(_said(whole), ()) if part["start"] > whole["start"]]
        areas = [part["segment"] for part in parts]
        apart = not any(one in other for one in areas for other in areas if one is not other)
        if not whole["segment"] and len(parts) > 1 and apart and len({str(area) for area in areas}) == len(areas):
            yield Sum(whole, tuple(parts), False)


def _said(row: Row) -> tuple[object, ...]:
    """What a whole and its parts share: the sentence, what is measured, when, in which unit."""
    columns = ("document", "sentence", "park", "name", "unit_base", "period_start", "period_end")
    return tuple(row[column] for column in columns)

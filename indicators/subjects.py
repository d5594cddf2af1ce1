"""Of which area a sentence speaks: the one at hand, a zone in it, or each of several with its own figure.

A sentence that names an area at its head moves the passage to it; a list (A、B高新区分别为…) gives each its own.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

import regex

from indicators.areas import Area, is_group
from indicators.context import Scope
from indicators.gazetteer import is_listed, province_of
from indicators.scan import Scan, clause_start

_SMALL = regex.compile(r"(?<!自治|高|经开)(?:新区|园区|产业园|工业园|软件园|科技园|科学城|科技城|集聚区|合作区)$")
_ZONE = re.compile(r"保税|口岸|出口加工")
_PARK = re.compile(r"(?:区|园|片区|城|港|区（[^）]*）)$")
_REGION = re.compile(r"(?:自治区|[市州]区)$")
_CLAUSE_ENDS = re.compile("[，；。]")
_JOINTS = {"、", "和", "与", "及", "以及"}
# 全省高新区排名第5: they are only what somebody is held against.
_AMONG = re.compile("(?:综合|创新|考核|评价|年度|动态)*(?:排名|排位|考核|评价|前列|前|第|首|之首|中|里|内|平均)")


@dataclass(slots=True)
class Owner:
    """The area that a figure is of, the zone in it (mostly there is none), and where its sentence names the area."""

    name: str
    zone: str
    said: Area | None


def move(scope: Scope, scan: Scan, start: int, end: int) -> None:
    """Move the scope to the park that a sentence speaks of; one that names it at its head speaks of the whole."""
    if not scan.areas:
        return
    if any(area.kind in {"park", "self"} and scan.leads(area, start) for area in scan.areas):
        scope.segment = ""  # the sentence speaks of the whole again
    if not _PARK.search(scope.home) or _REGION.search(scope.home):
        return  # a province's report speaks of a park in passing
    if is_group(scope.home) and any(area.name.startswith("该") and scan.leads(area, start) for area in scan.areas):
        named = [area.name for area in scan.areas if area.kind == "park" and area.end <= start]
        scope.area = named[-1] if named else scope.area  # …是某经开区的首位产业。该区…, on a page of a province's zones
        return
    for area in scan.subjects(start, end):
        if area.kind == "group":
            continue
        if area.name == scope.home or not _is_zone(area.name) or _is_zone(scope.home):
            scope.area = scope.home if scope.home.endswith(area.name) else area.name
            return


def area_of(scope: Scope, scan: Scan, start: int, position: int) -> Owner:
    """Whose a figure at `position` is, in the sentence that begins at `start`."""
    name, zone, said = scope.area, "", None
    if scan.areas and (area := _each_its_own(scan, start, position)):
        return Owner(scope.home if scope.home.endswith(area.name) else area.name, "", area)
    for area in scan.subjects(start, position):
        if area.kind == "group":
            if (province := province_of(scope.home)) and not _AMONG.match(scan.text, area.end):
                name, zone, said = area.name.replace("全省", province, 1), "", area
        elif scope.home.endswith(area.name):
            name, zone, said = scope.home, "", area  # a shorter form of the name
        elif area.name != scope.home and scope.home.endswith(("省", "自治区")) and area.kind == "park":
            zone = scan.text[area.start : area.end]  # a park in a province's report
        elif area.name != scope.home and _is_zone(area.name) and not _is_zone(scope.home):
            zone = scan.text[area.start : area.end]
        else:
            name, zone, said = area.name, "", area
    return Owner(name, zone, said)


def _each_its_own(scan: Scan, start: int, position: int) -> Area | None:
    """The area of a figure in a list of areas and of figures: A高新区、B高新区分别为3680亿元、2140亿元."""
    respectively = scan.text.rfind("分别", clause_start(scan.text, start, position), position)
    if respectively < 0:
        return None
    first = clause_start(scan.text, start, respectively)
    areas = [area for area in scan.areas if area.kind == "park" and first <= area.start < respectively]
    joined = all(scan.text[one.end : other.start] in _JOINTS for one, other in pairwise(areas))
    if not areas:  # A高新区居第12位，B高新区列第25位，分别前进1位和3位
        areas, joined = scan.subjects(start, respectively), True
    stop = _CLAUSE_ENDS.search(scan.text, position)
    listed = [
        figure.start
        for figure in scan.measured
        if respectively < figure.start < (stop.start() if stop else len(scan.text))
    ]
    return areas[listed.index(position)] if joined and 1 < len(areas) == len(listed) and position in listed else None


def _is_zone(name: str) -> bool:
    """Whether an area is likely to be a zone inside a park: a bonded zone, or a 新区 or 园 that is no national park."""
    return bool(_ZONE.search(name)) or bool(_SMALL.search(name) and not is_listed(name))

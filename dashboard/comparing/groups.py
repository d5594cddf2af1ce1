"""Groups of parks to compare with, from the gazetteer: a province, a kind of park, all; and what it says of each."""

from functools import cache

import pandas as pd

from dashboard.charts.notes import Note
from dashboard.library import Library
from dashboard.words import Words
from indicators.gazetteer import Park
from indicators.gazetteer import parks as listed_parks

ALL = "all"
KIND_NAMES = {
    "hightech": "国家级高新区",
    "economic": "国家级经开区",
    "new_area": "国家级新区",
    "free_trade": "自贸试验区",
    "bonded": "综合保税区",
    "other": "其他园区",
}
KIND_OF_ONE = {kind: f"{name}|一个" for kind, name in KIND_NAMES.items()}
LEAST_PARKS = 3  # the middle of two says nothing
PLANS = {11: "十一五", 12: "十二五", 13: "十三五", 14: "十四五", 15: "十五五"}


def listed(park: str) -> Park | None:
    """What the gazetteer says of a park, None where it does not have it."""
    return _listed().get(park)


def groups_of(library: Library, parks: tuple[str, ...], words: Words) -> list[tuple[str, str]]:
    """The groups, as (id, name), that these parks belong to and that have members enough in the archive."""
    found = [(ALL, words("全部园区"))]
    known = [park for park in map(listed, parks) if park is not None]
    found += [(kind, words(KIND_NAMES[kind])) for kind in dict.fromkeys(park.kind for park in known)]
    found += [(province, province) for province in dict.fromkeys(park.province for park in known)]
    return [(group, name) for group, name in found if len(members(library, group)) >= LEAST_PARKS]


def members(library: Library, group: str) -> tuple[str, ...]:
    """The parks of the archive that belong to a group; provinces (自治区 among them), cities and counties belong to
    none."""
    here = [(park, listed(park)) for park in library.parks()]
    return tuple(
        name
        for name, park in here
        if (park is not None and group in {ALL, park.kind, park.province})
        or (group == ALL and name.endswith("区") and not name.endswith("自治区"))
    )


def notes(parks: tuple[str, ...], words: Words) -> list[Note]:
    """The five-year plans, and, of the first few parks, the year in which each became a park of the national level."""
    found = []
    for number, name in PLANS.items():
        first = 1951 + 5 * number
        title = words("第{n}个五年规划", n=number) if words.language == "en" else name
        found.append(Note(pd.Timestamp(first, 1, 1), pd.Timestamp(first + 5, 1, 1), title))
    for park in parks[:4]:
        entry = listed(park)
        if entry is not None and entry.approved:
            said = words("{park}获批国家级", park=park) if len(parks) > 1 else words("获批国家级")
            found.append(Note(pd.Timestamp(entry.approved, 1, 1), None, said))
    return found


@cache
def _listed() -> dict[str, Park]:
    return {park.name: park for park in listed_parks()}

"""The indicators that are known by name, from `catalogue/*.toml`: which one a noun phrase means, and what it measures.

A phrase names an indicator only when all of it is a known name: 农副食品加工业增加值 is not 工业增加值, and a phrase
that nobody has listed names none. `catalogue/wording.toml` has what may differ without a change of meaning.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from indicators.errors import DataError
from indicators.units import units

FOLDER = "catalogue"
WORDING = "wording.toml"
KINDS = ("flow", "stock", "rate")
BETTER = ("more", "less", "")

_ID = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_LISTS = ("names", "near", "examples")


class CatalogueError(DataError):
    """An entry of the catalogue contradicts itself or another one: names the file, the entry and the reason."""


@dataclass(frozen=True)
class Indicator:
    """One thing that can be measured: `zh` is its canonical name, `names` are its synonyms.

    `unit` is the base unit of its level as texts give it (`CNY`, `count`, `%`; also `CNY` for 亩均税收; "" for none),
    `kind` one of `KINDS`, `better` what is desirable: "more", "less" or "" where it depends, `code` that of a standard
    (WB: World Bank). `near` are phrases that look alike and mean something else; `source` says why synonyms are one.
    """

    id: str
    family: str
    family_zh: str
    zh: str
    en: str
    names: tuple[str, ...]
    unit: str
    kind: str
    better: str
    code: str
    source: str
    near: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True)
class _Wording:
    """What may differ between two names of one indicator (see the comments in `wording.toml`)."""

    dropped: str
    same: tuple[tuple[str, str], ...]
    modifiers: tuple[str, ...]
    suffixes: dict[str, tuple[str, ...]]


@cache
def catalogue() -> Mapping[str, Indicator]:
    """All indicators by id, family by family; read on first use. CatalogueError where the data are wrong."""
    folder = files("indicators").joinpath(FOLDER)
    families = [
        (path.name, tomllib.loads(path.read_text(encoding="utf-8")))
        for path in folder.iterdir()
        if path.name.endswith(".toml") and path.name != WORDING
    ]
    found: dict[str, Indicator] = {}
    for file, data in sorted(families, key=lambda family: (family[1].get("order", 0), family[0])):
        for indicator in _read_family(file, data):
            if indicator.id in found:
                raise CatalogueError(file, indicator.id, f"the id is already used in {found[indicator.id].family}.toml")
            found[indicator.id] = indicator
    return MappingProxyType(found)


@lru_cache(maxsize=65536)
def identify(phrase: str) -> str:
    """The id of the indicator that a noun phrase names; "" where the catalogue does not know it.

    >>> identify("全年地方一般公共预算收入"), identify("农副食品加工业增加值")
    ('general_public_budget_revenue', '')
    """
    names, longest = _names(), _longest_name()
    text = _normalise(phrase)
    start = 0
    while start < len(text):
        # looked up only where it can be a name, so that the time stays linear in the length
        if len(text) - start <= longest and (known := names.get(text[start:])):
            return known
        modifier = _modifiers().match(text, start)
        if modifier is None:
            break
        start = modifier.end()
    return ""


def known_head(text: str) -> str:
    """The longest name of an indicator, of four to sixteen characters, with which `text` begins; "" if with none.

    >>> known_head("固定资产投资稳中有进"), known_head("稳中有进")
    ('固定资产投资', '')
    """
    text = text[:16]
    if not _beginnings().match(_normalise(text)):
        return ""
    return next((text[:end] for end in range(len(text), 3, -1) if identify(text[:end])), "")


def known_tail(text: str) -> bool:
    """Whether `text` ends as some name of the catalogue does: 保障房, 签约项目.

    >>> known_tail("新签约项目"), known_tail("质谱仪同时运转")
    (True, False)
    """
    return text[-2:] in _tails()


@cache
def _tails() -> frozenset[str]:
    return frozenset(name[-2:] for name in _names())


@cache
def _beginnings() -> re.Pattern[str]:
    """Matches what begins like a name: a cheap look that spares most of a text the search for the longest one."""
    return re.compile(f"(?:{_modifiers().pattern})*(?:{'|'.join(sorted({name[:2] for name in _names()}))})")


def _read_family(file: str, data: dict[str, Any]) -> Iterator[Indicator]:
    """The indicators of one file; its top-level keys `family` and `order` are the family's name and place."""
    title, order = data.pop("family", ""), data.pop("order", None)
    if not title or order is None:
        raise CatalogueError(file, "(top)", "family and order must be given before the first entry")
    for name, entry in data.items():
        yield _read_entry(file, name, title, entry)


def _read_entry(file: str, name: str, family_zh: str, entry: dict[str, Any]) -> Indicator:
    wanted = {field.name for field in fields(Indicator)} - {"id", "family", "family_zh"}
    if set(entry) != wanted:
        raise CatalogueError(file, name, f"keys missing or unknown: {', '.join(sorted(set(entry) ^ wanted))}")
    if not _ID.fullmatch(name):
        raise CatalogueError(file, name, "the id must be English in snake_case")
    if not entry["zh"] or not entry["en"] or not entry["examples"]:
        raise CatalogueError(file, name, "zh, en and examples must not be empty")
    if entry["kind"] not in KINDS:
        raise CatalogueError(file, name, f"kind is {entry['kind']!r}, not one of {', '.join(KINDS)}")
    if entry["better"] not in BETTER:
        raise CatalogueError(file, name, f"better is {entry['better']!r}, not more, less or empty")
    if entry["unit"] and entry["unit"].partition("/")[0] not in _bases():
        raise CatalogueError(file, name, f"unit {entry['unit']!r} is no base unit of words/units.toml")
    lists = {key: tuple(entry[key]) for key in _LISTS}
    return Indicator(id=name, family=file.removesuffix(".toml"), family_zh=family_zh, **(entry | lists))


@cache
def _bases() -> frozenset[str]:
    """The base units there are, a compound one (µg/m3, CNY/m2) by what stands before its slash."""
    return frozenset(unit.base.partition("/")[0] for unit in units().by_name.values())


@cache
def _names() -> Mapping[str, str]:
    """The id for each name, normalised; a name with a suffix that its unit allows is a name, too."""
    suffixes = _wording().suffixes
    ids: dict[str, str] = {}
    for indicator in catalogue().values():
        for name in (indicator.zh, *indicator.names):
            known = ids.setdefault(_normalise(name), indicator.id)
            if known != indicator.id:
                raise CatalogueError(f"{indicator.family}.toml", indicator.id, f"the name {name} is already {known}")
    longer = {
        name + suffix: found
        for name, found in ids.items()
        for suffix in suffixes.get(f"{catalogue()[found].kind} {catalogue()[found].unit}", ())
        if not name.endswith(suffix)
    }
    ids = longer | ids
    for indicator in catalogue().values():
        for name in indicator.near:
            if ids.get(_normalise(name)) == indicator.id:
                raise CatalogueError(
                    f"{indicator.family}.toml", indicator.id, f"the near miss {name} is one of its names"
                )
    return MappingProxyType(ids)


@cache
def _longest_name() -> int:
    return max(map(len, _names()))


def _normalise(phrase: str) -> str:
    """`phrase` with half-width capitals and the short forms of `wording.toml`, without blanks, quotes and 的."""
    wording = _wording()
    text = unicodedata.normalize("NFKC", phrase).upper()
    text = _dropped().sub("", text)
    for long, short in wording.same:
        text = text.replace(long, short)
    return text


@cache
def _dropped() -> re.Pattern[str]:
    return re.compile(rf"[\s{re.escape(_wording().dropped)}]+")


@cache
def _modifiers() -> re.Pattern[str]:
    """Matches one word that may stand before a name without changing it, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(_wording().modifiers, key=len, reverse=True))))


@cache
def _wording() -> _Wording:
    data = tomllib.loads(files("indicators").joinpath(FOLDER, WORDING).read_text(encoding="utf-8"))
    suffixes = {key: tuple(words) for key, words in data["suffixes"].items()}
    return _Wording(data["dropped"], tuple(data["same"].items()), tuple(data["modifiers"]), suffixes)

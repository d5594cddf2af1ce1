"""The names of parks that a document establishes by using them, whether a list has them or not.

Any word may stand before a name (访青岚高新区, 读懂青岚高新区). What stands before a kind of park more than once,
between different words, is the name; what does so once, with more before it, is the name and that word.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from indicators.areas import (
    ANY_ZONE,
    BORDER,
    CHARACTERS,
    KINDS_OF_ZONE,
    Area,
    find_areas,
    makes_a_name,
    zones_in,
)
from indicators.gazetteer import canonical, is_listed

_NEVER_IN_NAMES = re.compile("[我你他这那是有说把被给们很]")
_SHORTEST, _LONGEST = 2, 6  # characters of a name before the kind
_WINDOW = 12  # characters that are looked at before the kind
# Kinds that are too common for names, but where a document has no other park than 沣东新城 or 阎良航空基地.
_LOOSE = re.compile(
    "城乡一体化示范区|(?:重点)?开发开放试验区|经济试验区|国际港务区|港务区|生态区|文旅区|航空港区|港区|铁路港|(?:产业|工业)开发区|工业新区|工业区"
    "|(?:科技|产业|智造|智慧)?新城|航空城|高新园区|高新技术工业园区|示范园区|石化园区?|材料科技园|生态园|(?:化工|工业|航天|航空)基地"
)
_FREE_TRADE = re.compile("自由贸易试验区|自贸(?:试验)?区")
_PART = re.compile("(?:^|[，。；：、“和与])(?P<name>[\u4e00-\u9fff]{2,4}片区)")
_REGION = re.compile("[\u4e00-\u9fff]{1,6}(?:县|区|市|旗)(?<!新区)(?<!园区)(?<!开发区)(?<!片区)(?<!自治区)")
_SHORT = {"综合保税区": ("综保区", "综合保税区"), "片区": ("片区",), "保税港区": ("港区", "保税港区")}
_ALONE = "(?:(?<![\u4e00-\u9fff])|(?<=[年月日末底初来动力让使为对]))"  # no part of a longer name
# Where a name stands a sign of its own does, which no rule takes for a word and no text holds.
SIGNS = "".join(map(chr, range(0xF0000, 0xF0100)))
_RUN = re.compile(f"([{SIGNS}])\\1*")


class OwnNames:
    """The names that a document establishes, and what it calls its own park for short (综保区, 片区)."""

    def __init__(self, names: Iterable[str] = (), short: Iterable[str] = ()) -> None:
        self.names = frozenset(names)
        known = {*self.names, *short}
        self._by_sign = dict(zip(SIGNS, sorted(known), strict=False))
        self._sign_of = {name: sign for sign, name in self._by_sign.items()}
        longest_first = sorted(self._sign_of, key=len, reverse=True)
        words = [re.escape(name) if name in self.names else _ALONE + re.escape(name) for name in longest_first]
        self._pattern = re.compile("|".join(words)) if words else None

    @classmethod
    def of(cls, texts: Sequence[str], areas: Sequence[Sequence[Area]]) -> "OwnNames":
        """The names that the passages of a document establish, which name these areas by the list and the rules.

        >>> texts = ["访青岚高新区", "话说青岚高新区。在青岚高新区"]
        >>> sorted(OwnNames.of(texts, [find_areas(text) for text in texts]).names)
        ['青岚高新区']
        """
        told = list(zip(texts, areas, strict=True))
        said = _said_more_than_once((text, *zone) for text, named in told for zone in zones_in(text, named))
        names = {name for name, kind in said if makes_a_name(kind)} or {name for name, _ in said}
        if any(map(_FREE_TRADE.search, texts)):
            parts = {match["name"] for text in texts for match in _PART.finditer(text)}
            names |= {part for part in parts if is_listed(canonical(part))}
        others = {area.name for named in areas for area in named if area.kind == "park"}
        names = {name for name in names if not any(_is_short_for(canonical(name), one) for one in others - names)}
        if not names and not others:
            loose = ((text, match.start(), match[0], _SHORTEST) for text in texts for match in _LOOSE.finditer(text))
            names = {name for name, _ in _said_more_than_once(loose)}
        return cls(names)

    def areas_in(self, text: str, known: list[Area]) -> list[Area]:
        """The areas of a passage, these names among them; `known` are those by the list and the rules alone."""
        return find_areas(text, self.names) if any(name in text for name in self.names) else known

    def and_of(self, home: str, texts: Iterable[str]) -> "OwnNames":
        """These, the county or district (滨江区) that a document is about, if it names it more than once, and what it
        calls a bonded or free-trade zone for short."""
        named = bool(_REGION.fullmatch(home)) and sum(text.count(home) for text in texts) > 1
        short = next((words for kind, words in _SHORT.items() if home.endswith(kind)), ())
        return OwnNames({*self.names, home} if named else self.names, short) if named or short else self

    def __bool__(self) -> bool:
        return self._pattern is not None

    def hidden(self, text: str) -> str:
        """`text` with signs for the names, character for character."""
        return self._pattern.sub(lambda name: self._sign_of[name[0]] * len(name[0]), text) if self._pattern else text

    def shown(self, words: str) -> str:
        """Words with the names again."""
        return _RUN.sub(lambda run: self._by_sign.get(run[1], run[0]), words) if self._by_sign else words


def _is_short_for(name: str, other: str) -> bool:
    """Whether a name is how a text calls a park of the list after its first mention: 火炬高新区 of 厦门火炬高新区."""
    return other.endswith(name) and is_listed(other)


def _said_more_than_once(zones: Iterable[tuple[str, int, str, int]]) -> set[tuple[str, str]]:
    """Names, each with its kind, of zones by the text, where in it the kind begins, the kind, and how long the name
    before it is at least."""
    seen: dict[tuple[str, str], list[str]] = {}  # what stands before each
    for text, start, kind, shortest in zones:
        for name, before in _endings(text, start, kind, shortest):
            seen.setdefault((name, kind), []).append(before)
    return {pair for pair, before in seen.items() if len(before) > 1 and ("" in before or len(set(before)) > 1)}


def _endings(text: str, start: int, kind: str, shortest: int) -> Iterator[tuple[str, str]]:
    """What may be the name of the park whose kind begins at `start`, shorter and longer, and what stands before it."""
    window = text[max(0, start - _WINDOW) : start]
    border = BORDER.search(window)
    stem = window[border.end() :] if border else ""
    if not CHARACTERS.fullmatch(stem) or _NEVER_IN_NAMES.search(stem) or stem.endswith((*ANY_ZONE, *KINDS_OF_ZONE)):
        return
    for length in range(shortest, min(len(stem), _LONGEST) + 1):
        yield stem[-length:] + kind, stem[-length - 1] if length < len(stem) else ""

"""The words that bound a number (以上, 约, 不低于), from `words/bounds.toml`."""

import tomllib
from functools import cache
from importlib.resources import files

import regex

FILE = "words/bounds.toml"
# 迈上…台阶: words that close a bound told before the number.
_STEP = regex.compile(r"(?:新|的)?(?:台阶|大关|关口|门槛|级)")


@cache
def bounds() -> dict[str, dict]:
    """The entries of the data file: bound → before, after, examples."""
    return tomllib.loads(files("indicators").joinpath(FILE).read_text(encoding="utf-8"))


@cache
def _words(side: str) -> dict[str, str]:
    return {word: bound for bound, entry in bounds().items() for word in entry[side]}


@cache
def _before() -> regex.Pattern[str]:
    words = sorted(_words("before"), key=len, reverse=True)
    return regex.compile(f"(?r)(?P<word>{'|'.join(words)})(?:了|到|过)?")


@cache
def _after() -> regex.Pattern[str]:
    return regex.compile("|".join(sorted(_words("after"), key=len, reverse=True)))


def bound_before(text: str, position: int) -> tuple[int, str]:
    """Where the bounding word right before `position` begins, and the bound; (position, "") if there is none."""
    match = _before().search(text, max(0, position - 6), position)
    if match is None or match.end() != position:
        return position, ""
    return match.start(), _words("before")[match["word"]]


def bound_after(text: str, position: int) -> tuple[int, str]:
    """Where the bounding word right after `position` ends, and the bound; (position, "") if there is none."""
    if match := _after().match(text, position):
        return match.end(), _words("after")[match[0]]
    if match := _STEP.match(text, position):
        return match.end(), ""
    return position, ""

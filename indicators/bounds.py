"""The words that bound a number (以上, 约, 不低于), from `words/bounds.toml`."""

import re
import tomllib
from functools import cache
from importlib.resources import files

import regex

from indicators.lexicon import tree

FILE = "words/bounds.toml"
# 迈上…台阶: words that close a bound told before the number.
_STEP = r"(?:新|的)?(?:台阶|大关|关口|门槛|级)"


# 签约38个, 节约1100元: the end of a verb is no bound.
_ENDS_IN_SIGN = re.compile("[签节履解违邀]约$")


# 至少再净增80家: the bound stands before the verb, which stays where it is.
_AT_LEAST_TO = re.compile(
    "(?:至少|最少|起码)(?:再|还|要|得|需)*(?:净增加?|新增|增加|引进|完成|建成|新建|开工|落地|培育)$"
)


_ONLY = ("不过",)  # 不过26.4万单: only so many


@cache
def bounds() -> dict[str, dict]:
    """The entries of the data file: bound → before, after, examples."""
    return tomllib.loads(files("indicators").joinpath(FILE).read_text(encoding="utf-8"))


@cache
def _words(side: str) -> dict[str, str]:
    return {word: bound for bound, entry in bounds().items() for word in entry[side]}


@cache
def _before() -> tuple[frozenset[str], regex.Pattern[str]]:
    """The characters with which a bounding word can end, and the words, read backwards (which `re` cannot do)."""
    words = sorted(_words("before"), key=len, reverse=True)
    ends = frozenset([word[-1] for word in words] + ["了", "到", "过"])
    return ends, regex.compile(f"(?r)(?P<word>{'|'.join(words)})(?:了|到|过)?")


@cache
def _after() -> tuple[frozenset[str], re.Pattern[str]]:
    """The characters with which what follows a number can begin, and the words."""
    starts = frozenset([word[0] for word in _words("after")] + list("新的台大关门级"))
    return starts, re.compile(f"(?P<word>{tree(_words('after'))})|{_STEP}")


def bound_before(text: str, position: int) -> tuple[int, str]:
    """Where the bounding word right before `position` begins, and the bound; (position, "") if there is none.

    One that stands before a verb (至少再净增) bounds the number and begins nowhere: (position, bound).
    """
    if text.endswith(_ONLY, 0, position):
        return position - 2, ""
    ends, pattern = _before()
    if _AT_LEAST_TO.search(text, max(0, position - 8), position):
        return position, "at_least"
    if _ENDS_IN_SIGN.match(text, max(0, position - 2), position):
        return position, ""
    if text[position - 1 : position] in ends and (match := pattern.match(text, max(0, position - 6), position)):
        return match.start(), _words("before")[match["word"]]
    return position, ""


def bound_after(text: str, position: int) -> tuple[int, str]:
    """Where the bounding word right after `position` ends, and the bound; (position, "") if there is none."""
    starts, pattern = _after()
    if text[position : position + 1] in starts and (match := pattern.match(text, position)):
        return match.end(), _words("after")[match["word"]] if match["word"] else ""
    return position, ""

"""The small words of the grammar (`words/grammar.toml`), as parts of regular expressions."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import regex

FILE = "words/grammar.toml"


_LOOK = regex.compile(r"\(\?[^()]*\)")


@cache
def words(part: str) -> tuple[str, ...]:
    """The words of a part, longer ones first (what is only looked at, (?!…), has no length)."""
    return tuple(sorted(_data()[part], key=lambda word: len(_LOOK.sub("", word)), reverse=True))


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads(files("indicators").joinpath(FILE).read_text(encoding="utf-8"))


@cache
def one_of(part: str) -> str:
    """A regular expression that matches any one word of a part."""
    return f"(?:{'|'.join(words(part))})"


def tree(words: Iterable[str]) -> str:
    """A regular expression for any one of the words as they are, the longest first, shaped as a tree for `re`.

    `re` tries the branches of an alternation one after the other; where they part at their first characters it takes
    a third of the time.

    >>> tree(["元", "美元", "美金", "元人民币"])
    '(?:元(?:人民币)?|美(?:元|金))'
    """
    branches: dict[str, list[str]] = {}
    for word in words:
        if word:
            branches.setdefault(word[0], []).append(word[1:])
    parts = [
        re.escape(first) + (tree(rests) + ("?" if "" in rests else "") if any(rests) else "")
        for first, rests in branches.items()
    ]
    return f"(?:{'|'.join(parts)})"


def each(starts: Iterable[str], rest: str) -> str:
    """A branch of an alternation for each of the starts, followed by the same pattern.

    >>> each("今去", "年")
    '今年|去年'
    """
    return "|".join(start + rest for start in starts)


def word_in(text: str, words: Iterable[str]) -> str:
    """The first of the words that stands in a text, "" if none does (`any` would take three times as long)."""
    for word in words:
        if word in text:
            return word
    return ""


def expand(pattern: str) -> str:
    """`pattern` with each `{part}` replaced by its words; a counted `{2,3}` is left alone."""
    return regex.sub(r"\{([a-z_]+)\}", lambda match: one_of(match[1]), pattern)

"""The small words of the grammar (`words/grammar.toml`), as parts of regular expressions."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache, partial
from importlib.resources import files

import regex

FILE = "words/grammar.toml"


_LOOK = regex.compile(r"\(\?[^()]*\)")
_IN_BRACKETS = r"((?:[^()\\\[\]]|\\.|\[[^\]]*\])*)"
_BACK = re.compile(rf"\^|\((\?<[!=]){_IN_BRACKETS}\)")
# A word that begins with a character as it is, behind what it looks back at.
_FIRST = re.compile(
    rf"(?P<back>(?:{_BACK.pattern})*)(?P<first>[^\\.\[\](){{}}*+?^$|])(?![*+?{{])(?P<rest>.*)", re.DOTALL
)


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
    return either(words(part))


def either(words: Iterable[str]) -> str:
    """A regular expression for the first of the words that fits; each may be a regular expression itself.

    (A | stands only within its brackets.) Words that begin with the same character become one branch, and what they
    look back at is looked at behind that character: so `re` leaps to where a word may begin, and tries few branches.

    >>> either(["增长", "增(?!值)", "(?<![需主])要", "目标"])
    '(?:增(?:长|(?!值))|要(?<!(?:[需主])要)|目标)'
    """
    return f"(?:{'|'.join(_branches(words))})"


def _branches(words: Iterable[str]) -> list[str]:
    branches: list[tuple[str, list[str]]] = []
    known: dict[str, list[str]] = {}  # the branches that a word may still join: it must not go before an odd one
    for word in words:
        match = _FIRST.fullmatch(word)
        if match is None:
            known.clear()
            branches.append(("", [word]))
            continue
        first = match["first"]
        if first not in known:
            known[first] = []
            branches.append((first, known[first]))
        known[first].append(_BACK.sub(partial(_look_over, first), match["back"]) + match["rest"])
    return [
        first + (rests[0] if len(rests) == 1 else f"(?:{'|'.join(_branches(rests))})" if first else "")
        for first, rests in branches
    ]


def _look_over(first: str, back: re.Match[str]) -> str:
    """What a word looks back at, looked at from behind its first character."""
    return f"(?<=^{first})" if back[0] == "^" else f"({back[1]}(?:{back[2]}){first})"


def tree(words: Iterable[str]) -> str:
    """A regular expression for any one of the words as they are, the longest first, shaped as a tree for `re`.

    `re` tries the branches of an alternation one after the other; where they part at their first characters it takes
    a third of the time.

    >>> tree(["元", "美元", "美金", "元人民币"])
    '(?:元(?:人(?:民(?:币)))?|美(?:元|金))'
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


def short(pattern: str) -> re.Pattern[str] | regex.Pattern[str]:
    """A pattern for texts of a few words: `re` begins to search in half the time that `regex` takes, where it can."""
    try:
        return re.compile(pattern)
    except re.error:
        return regex.compile(pattern)


class Needs:
    """Which of several things need looking for in a text: those of whose words one stands in it, or that need none.

    All words are found in one run, though two of them may overlap (亿元 and 元以上): a word also calls up the things
    that need what stands in it or begins in it.

    >>> Needs([("亿元",), (), ("元以上", "级")]).met("投资10亿元以上")
    [0, 1, 2]
    """

    def __init__(self, needs: Sequence[Sequence[str]]) -> None:
        everything = {word for some in needs for word in some}
        self._find = re.compile(tree(everything)).findall if everything else _find_none
        self._called = {
            word: frozenset(n for n, some in enumerate(needs) if any(_touch(word, need) for need in some))
            for word in everything
        }
        self._always = frozenset(n for n, some in enumerate(needs) if not some)
        self._met = lru_cache(maxsize=4096)(self._called_by)

    def met(self, text: str) -> Sequence[int]:
        """The places of those whose needs a text meets, in their order."""
        return self._met(frozenset(self._find(text)))

    def _called_by(self, words: frozenset[str]) -> Sequence[int]:
        return sorted(self._always.union(*[self._called[word] for word in words]))


def _find_none(text: str) -> list[str]:
    return []


def _touch(word: str, need: str) -> bool:
    """Whether `need` can begin within `word`; where both begin together, the longer one is found."""
    return word.startswith(need) or any(
        word.startswith(need, i) or need.startswith(word[i:]) for i in range(1, len(word))
    )


def word_in(text: str, words: Iterable[str]) -> str:
    """The first of the words that stands in a text, "" if none does (`any` would take three times as long)."""
    for word in words:
        if word in text:
            return word
    return ""


def expand(pattern: str) -> str:
    """`pattern` with each `{part}` replaced by its words; a counted `{2,3}` is left alone.

    The words are in their order, so that the pattern may be read backwards.
    """
    return regex.sub(r"\{([a-z_]+)\}", lambda match: f"(?:{'|'.join(words(match[1]))})", pattern)

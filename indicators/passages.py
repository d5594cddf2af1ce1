"""Text → passages: the text's blocks, each as one line of clean characters that remember where they stood.

Texts arrive with blanks inside figures (`1170 亿元`), lines broken inside words, and the punctuation of two alphabets.
A passage's `text` has none of that, so that rules need not know of it; `passage.span(i, j)` leads back to the offsets
in the document as it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

import regex

# One character for one character, so that offsets stay.
_FOLD = (
    {chr(0xFF10 + i): str(i) for i in range(10)}
    | {chr(0xFF21 + i): chr(65 + i) for i in range(26)}
    | {chr(0xFF41 + i): chr(97 + i) for i in range(26)}
    | dict.fromkeys("–―～〜∼﹣", "—")
    | dict.fromkeys("－−", "-")
    | dict(zip("％．＋;:()!?", "%.+；：（）！？", strict=True))
    | dict(zip("｜〔〕「」『』【】", "|（）“”“”；：", strict=True))
)
# `re` leaps to the few characters that are folded; `translate` would look up each of a text.
_FOLDED = re.compile(f"[{re.escape(''.join(_FOLD))}]")
_COMMA = regex.compile(r"(?<!\d ?),|,(?!\s?\d{3}(?!\d))")
# What OCR makes of 1 and 0, where the rest makes it certain: 增长l2.5%, 完成1O0亿元.
_OCR_ONE = regex.compile(r"(?<![A-Za-z])[lI](?=\d*[.]?\d*(?:[%亿万家户]|个百))(?=[\d.])")
_OCR_YEAR = regex.compile(r"(?<=\d)[lI](?=\d)")
_OCR_ZERO = regex.compile(r"(?<=\d)[oO](?=[\d亿万%])")
_OPEN_FIGURE = regex.compile(r"(?r)\d[余多]?[十百千万亿]*$")
_CLOCK = regex.compile(r"(?<=\d)：(?=\d)")
_DASHES = "[-—–－]"
_PAGE = re.compile(rf"{_DASHES}\s*\d{{1,3}}\s*{_DASHES}|·\s*\d{{1,3}}\s*·|第\s*\d{{1,3}}\s*页")
# A page's number inside a passage is no part of it.
_BLANKS = regex.compile(rf"\n\s*(?:{_PAGE.pattern})\s*\n|[\s\ufeff\u200b]+")
_SECTION_LINE = re.compile(r"[一二三四五六七八九十]{1,3}、[^，。；：\d]{2,14}")
_CHAPTER = regex.compile(r"(?r)第[一二三四五六七八九十]{1,3}[章节篇部分]{1,2}$")
_DATED = regex.compile(r"(?r)\d{4}[-—./]\d{1,2}[-—./]\d{1,2}$")
_QUOTES = regex.compile(r'"')

# The length of a passage, in characters; no paragraph written for readers is longer.
LONGEST = 3000
# A line that opens a block of its own, whatever the line before ended with.
_OPENS = re.compile(
    r"\s*(?:#{1,6}\s|[●•○■□◆◇▶►★·|]|——|--|[一二三四五六七八九十]{1,3}[、，,.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]"
    r"|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十]+[章节条]|[①-⑳]|[答问][:：]|注[:：]|[\u4e00-\u9fff]{2,8}[:：](?!\d))"
)
_ENDS = re.compile(r"[。！？!?；;：:”\"》）)|…]\s*$")
_STOPS = tuple("。！？!?")
_COMMAS = re.compile(r"[，,。；;、]")
_RAGGED = 8  # characters by which a full line may be shorter than the page is wide
_SHORT_LINE, _MANY = 9, 4  # what is too short for a line of a page, and how many full ones make a page
_NO_BEGINNING = re.compile(r"\s*[，,。；;、：:！？!?.%％）)”]")
_NO_END = regex.compile(r"(?r)[-—–，,、（(“《和与及的至到在于对为由从将.．]$")
_NUMBER = re.compile(r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})、")
_FULL_DATE = re.compile(r"\d{4}\s?[-—./年]\s?\d{1,2}\s?[-—./月]\s?\d{1,2}")
_UNIT = re.compile(r"\s*[\d.%％亿万千百余多元家个户项名人件台吨亩倍位年月日]")
_WIDE_GAP = re.compile(r"(?<=\S)(?:[ \u3000]{2,}|\u3000|\t)[ \u3000\t]*(?=\S)")
_NUMBER_ALONE = re.compile(r"[-－]?\d[\d,.]*[%％]?")
_MARKS = re.compile(r"[，,。；;、！？!?]")
_INDENTED = regex.compile(r"(?:\u3000{2}|\s{3,})\S")
_HEADING = re.compile(
    r"(?:#{1,6}\s*)?(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,2}[）)]|\d{1,2}[.、．](?!\d))?[^。！？；]{1,40}$"
)
# A figure cut in two: 增长17.⏎9%, 完成投资3⏎50亿元.
_BROKEN_FIGURE = re.compile(r"\d\.?\n\s*(?:\d*\.?\d+\s*)?(?:%|％|亿|万|个百分点|余|多)|\d\.\n\s*\d")


@dataclass(frozen=True)
class Passage:
    """A block of a document: `text` is its clean form, `at[i]` the offset of the clean character i in the document."""

    text: str
    at: range | list[int] = field(repr=False)
    heading: bool = False
    line: int = 0  # the number of the block in the document, counted from 0
    gap: bool = False  # a blank line stands before it
    continues: bool = False  # it goes on with the passage before, which was too long for one
    jump: int = 0  # where in its text it goes on behind another article; 0 where it is of one piece
    resumes: bool = False  # it is empty: its text is the rest of one before, whose article goes on here

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the document of the clean span `start:end` (which must not be empty)."""
        return self.at[start], self.at[end - 1] + 1

    def words(self, source: str, start: int, end: int) -> str:
        """The words of the document for the clean span `start:end`, without those of another article inside it."""
        if start < self.jump < end:
            return self.words(source, start, self.jump) + self.words(source, self.jump, end)
        first, last = self.span(start, end)
        return source[first:last]


def fold(text: str) -> str:
    """`text` with full-width letters, digits and ASCII punctuation folded to one form, character for character."""
    text = _FOLDED.sub(lambda match: _FOLD[match[0]], text)
    if "," in text:
        text = _COMMA.sub("，", text)
    if "：" in text:
        text = _CLOCK.sub(":", text)
    if "l" in text or "I" in text:
        text = _OCR_YEAR.sub("1", _OCR_ONE.sub("1", text))
    if "O" in text or "o" in text:
        text = _OCR_ZERO.sub("0", text)
    if '"' in text:
        opening = True

        def turn(_: regex.Match[str]) -> str:
            nonlocal opening
            opening = not opening
            return "”" if opening else "“"

        text = _QUOTES.sub(turn, text)
    return text


def _clean(raw: str, start: int) -> tuple[str, range | list[int]]:
    """The clean text of `raw`, which begins at `start` in the document, and the offset of each of its characters."""
    folded = fold(raw)
    pieces: list[str] = []
    at: list[int] = []
    last, end = 0, len(folded)
    for blank in _BLANKS.finditer(folded):
        a, b = blank.span()
        if b == end:
            end = a
            break
        if a > last:
            pieces.append(folded[last:a])
            at.extend(range(start + last, start + a))
        last = b
        before, after = folded[a - 1 : a], folded[b : b + 1]
        if "\t" in blank[0]:  # each tab parts two cells, the first of which may be empty
            for offset, character in enumerate(blank[0]):
                if character == "\t":
                    pieces.append("|")
                    at.append(start + a + offset)
            continue
        if not before:
            continue
        if "|" in (before, after):
            keep = "|"
        elif _DATED.search(folded, max(0, a - 11), a) and after.isdigit():
            keep = "；"  # a date and the hour
        elif _OPEN_FIGURE.search(folded, max(0, a - 8), a):
            continue  # 1170亿  元
        elif (
            b - a > 1
            and "\n" not in blank[0]
            and _is_word(before)
            and _is_word(after)
            and not _CHAPTER.search(folded, 0, a)
        ):
            keep = "；"  # a wide gap on a line parts two things
        elif before.isascii() and after.isascii() and before.isalpha() and after.isalpha():
            keep = " "
        else:
            continue
        if keep == "|" and "|" in (before, after):
            continue
        pieces.append(keep)
        at.append(start + a)
    if not at:
        return folded[last:end], range(start + last, start + end)
    pieces.append(folded[last:end])
    at.extend(range(start + last, start + end))
    return "".join(pieces), at


def _is_word(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _wrapped(lines: list[tuple[int, int, str]]) -> bool:
    """Whether the lines of a block are prose that was broken to a width, and not a list of things.

    Such lines have commas in them and mostly end in the middle of a sentence.
    """
    texts = [raw.strip() for _, _, raw in lines[:-1]]
    if len(texts) < 2 or sorted(map(len, texts))[len(texts) // 2] < 7:
        return False
    punctuated = sum(bool(_COMMAS.search(text)) for text in texts)
    unfinished = sum(not _ENDS.search(text) for text in texts)
    opened = sum(bool(_OPENS.match(text)) for text in texts)
    count = len(texts)
    return punctuated >= 0.4 * count and unfinished >= 0.6 * count and opened <= 0.2 * count


def _page_width(lines: list[tuple[int, int, str]]) -> int:
    """The width to which the lines of a whole document were broken, in characters; 0 where they were not.

    Of paragraphs that stand on a line each hardly two are of the same length, and they end with a stop.
    """
    texts = [text for _, _, raw in lines if len(text := raw.strip()) > _SHORT_LINE]
    lengths = sorted(map(len, texts))
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    full = [text for text in texts if width - _RAGGED <= len(text) <= width + 2 and not _ENDS.search(text)]
    return width if len(full) >= _MANY and len(full) >= 0.4 * len(texts) else 0


def _is_title(line: str, width: float) -> bool:
    """Whether a line ends before this width, and not with a sentence: a title, a date, a byline."""
    text = line.strip()
    return len(text) < width and not _MARKS.search(_NUMBER.sub("", text))


def _goes_on(before: str, line: str) -> bool:
    """Whether a line can only be the rest of the one before it."""
    before = before.rstrip()
    cut = before[-1:].isdigit() and _UNIT.match(line) and not _FULL_DATE.search(before)
    return bool(cut or _NO_BEGINNING.match(line) or _NO_END.search(before))


def _rows(lines: list[tuple[int, int, str]]) -> set[int]:
    """Where the lines begin that are rows of a table whose cells only blanks part: some in a run with as many cells, in
    most of which there are numbers."""
    found: set[int] = set()
    for count, group in groupby(lines, key=lambda line: len(_cells(line[2]))):
        if count < 3:
            continue
        run = list(group)
        numbers = [raw for _, _, raw in run if any(map(_NUMBER_ALONE.fullmatch, _cells(raw)[1:]))]
        if len(numbers) >= 2 and len(numbers) >= len(run) - 2:
            found.update(start for start, _, _ in run)
    return found


def _cells(line: str) -> list[str]:
    line = line.strip()
    wide = "  " in line or "\u3000" in line or "\t" in line
    return _WIDE_GAP.split(line) if wide else [line]


def _blocks(text: str) -> Iterator[tuple[int, int, bool, bool]]:
    """Spans of the blocks in `text`, whether a blank line stands before each, and whether blanks part its cells."""
    position, lines = 0, []
    for raw in text.splitlines(keepends=True):
        lines.append((position, position + len(raw), raw))
        position += len(raw)
    width = _page_width(lines)
    rows = _rows(lines)
    gap = True
    for blank, group in groupby(lines, key=lambda line: not line[2].strip()):
        if blank:
            gap = True
            continue
        block = list(group)
        wrapped = bool(width) or _wrapped(block)
        start, end, before = block[0]
        first = True  # whether the line before begins a paragraph
        for next_start, next_end, raw in block[1:]:
            titled = _is_title(before, width * 0.8 if first else width - _RAGGED) and not _goes_on(before, raw)
            first = titled or before.rstrip().endswith(_STOPS)
            if wrapped and _PAGE.fullmatch(raw.strip()) and not before.rstrip().endswith(_STOPS):
                continue  # the sentence goes on over the page
            apart = titled or start in rows or next_start in rows
            if not apart and _continues(before, raw, wrapped):
                end = next_end
            else:
                yield start, end, gap, start in rows
                start, end, gap = next_start, next_end, False
            before = raw
        yield start, end, gap, start in rows
        gap = False


def _continues(before: str, line: str, wrapped: bool) -> bool:
    """Whether `line` goes on in the middle of the sentence that `before` leaves open."""
    if "|" in line or "\t" in line.strip() or _OPENS.match(line):
        return False
    before = before.rstrip()
    if wrapped:
        return not before.endswith(_STOPS) and not _INDENTED.match(line) and not _SECTION_LINE.fullmatch(before.strip())
    if _ENDS.search(before):
        return False
    if _BROKEN_FIGURE.search(before[-6:] + "\n" + line[:8]):
        return True
    return len(before) >= 25 and before[-1] in "，,、"


def split_passages(text: str) -> list[Passage]:
    """The passages of a document in their order.

    A passage is a paragraph, a heading, a line of a list or a row of a table; lines that were broken inside a sentence
    are joined. Characters that are blank, and nothing else, are left out of the passages' texts.

    >>> [p.text for p in split_passages("增长17.\\n9%，达到 1170 亿元。\\n一、工业\\n")]
    ['增长17.9%，达到1170亿元。', '一、工业']
    """
    passages: list[Passage] = []
    for number, (start, end, gap, row) in enumerate(_blocks(text)):
        raw = text[start:end]
        # one bar for each gap, and as many blanks as before
        clean, at = _clean(_WIDE_GAP.sub(lambda gap: "|".ljust(len(gap[0])), raw) if row else raw, start)
        if len(clean) > LONGEST:
            passages.extend(_cut(clean, at, number, gap))
        elif clean:
            passages.append(Passage(clean, at, bool(_HEADING.match(clean)), number, gap))
    return passages


def _cut(text: str, at: range | list[int], number: int, gap: bool) -> Iterator[Passage]:
    """The pieces of an overlong passage, so that the time to read a text grows with its length and no faster."""
    start = 0
    while start < len(text):
        end = start + LONGEST
        if end < len(text):
            window = text[start:end]
            ends = (max(window.rfind(mark) for mark in marks) for marks in ("。！？", "；", "，、 |"))
            end = start + next((cut for cut in ends if cut > LONGEST // 2), LONGEST - 1) + 1
        yield Passage(text[start:end], at[start:end], False, number, gap and not start, start > 0)
        start = end

"""Bytes to text: which encoding a Chinese text is in, short texts too."""

import regex
from charset_normalizer import from_bytes

from indicators.errors import DocumentError

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# What a page calls gb2312 or gbk has, as often as not, characters that only gb18030 knows.
_WIDENED = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs", "big5hkscs": "big5hkscs"}
# 的 and its like are in every Chinese text of some length, in bytes read by the right encoding.
_COMMON = regex.compile(r"[的年和在了区發发展一產产业業]")
_HAN = regex.compile(r"\p{Han}")
_FAR = regex.compile(r"[\u0100-\u07ff]")  # letters that no Chinese text has; ± and · are nearer
# Where the characters in everyday use stand: first bytes of their level in GB 2312 and in Big5, and punctuation.
_EVERYDAY = {
    "gb18030": (frozenset([*range(0xA1, 0xA4), *range(0xB0, 0xD8)]), 0xA1),
    "big5hkscs": (frozenset(range(0xA1, 0xC7)), 0x40),
}
_MOSTLY = 0.8


def decode(data: bytes, declared: str = "") -> str:
    """The text of a file's bytes, line ends untouched; DocumentError where they hold no text. See `detect`."""
    return detect(data, declared)[0]


def detect(data: bytes, declared: str = "") -> tuple[str, str]:
    """The text of a file's bytes, and the name of the encoding that gave it (utf-8, gb18030, …).

    Tried in turn: a byte-order mark; UTF-8; the encoding that a page declares (gb2312 and gbk widened to gb18030);
    GB18030 or Big5, whichever gives everyday characters; and what the bytes look like.
    """
    if not data.strip():
        raise DocumentError("文件是空的；请换一个有文字的文件")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding), encoding
    if b"\x00" in data:
        raise DocumentError("这不是文本文件（含有空字节）；请先另存为 UTF-8 编码的 .txt")
    text = _attempt(data, "utf-8")
    if text is not None and not _is_chance(data, text):
        return text, "utf-8"
    named = _WIDENED.get(declared.lower().replace("-", "").replace("_", ""), "")
    if named and (text := _attempt(data, named)) is not None:
        return text, named
    shares = {encoding: _everyday_share(data, encoding) for encoding in _EVERYDAY}
    for encoding in sorted(shares, key=lambda name: shares[name], reverse=True):
        text = _attempt(data, encoding)
        if text and (shares[encoding] >= _MOSTLY or (encoding == "gb18030" and _COMMON.search(text))):
            return text, encoding
    best = from_bytes(data).best()
    if best is None or not _COMMON.search(str(best)):
        raise DocumentError("认不出文字编码；请先另存为 UTF-8 编码的 .txt")
    return str(best), best.encoding


def _is_chance(data: bytes, text: str) -> bool:
    """Whether a few characters of GB 18030 happen to be valid UTF-8 (省 does: ʡ)."""
    if len(data) > 64 or _HAN.search(text) or not _FAR.search(text):
        return False
    return _everyday_share(data, "gb18030") >= _MOSTLY and _attempt(data, "gb18030") is not None


def _everyday_share(data: bytes, encoding: str) -> float:
    """Of the two-byte characters that the bytes make in this encoding, the share that is in everyday use."""
    leads, lowest = _EVERYDAY[encoding]
    place, count, everyday = 0, 0, 0
    while place < len(data) - 1:
        if data[place] < 0x80:
            place += 1
            continue
        count += 1
        everyday += data[place] in leads and data[place + 1] >= lowest
        place += 2
    return everyday / count if count else 0.0


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            "按 {encoding} 解不出文字（第 {byte} 字节）；请另存为 UTF-8 编码的 .txt",
            encoding=encoding,
            byte=error.start,
        ) from None

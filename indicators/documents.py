"""Files as documents: bytes to text, and what the head of a text says of itself (title, publisher, date, source)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import regex
from charset_normalizer import from_bytes

from indicators.errors import DocumentError
from indicators.model import Mark

SUFFIXES = frozenset({".txt", ".md"})
_KEYS = {
    "title": ("标题", "题目"),
    "publisher": ("刊发单位", "发布单位", "发布机构", "刊物", "编写"),
    "source": ("资料来源", "来源", "稿源", "出处"),
}
_LINE = regex.compile(r"^\s*(?P<key>[\u4e00-\u9fff]{2,6})\s?[:：]\s?(?P<value>.+?)\s*$")
# 的 and its like are in every Chinese text of some length, in bytes read by the right encoding.
_COMMON = regex.compile(r"[的年和在了区发展一产业]")


@dataclass(frozen=True)
class Document:
    """A text as it was read; `published` is ISO 8601 of the precision known, `marks` account for its numbers."""

    name: str
    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    source: str = ""
    marks: tuple[Mark, ...] = ()


def decode(data: bytes) -> str:
    """The text of a file's bytes, line ends untouched; DocumentError where they hold no text.

    Tried in turn: a byte-order mark, UTF-8, GB18030 (and with it GBK and GB2312), and what the bytes look like.
    """
    if not data.strip():
        raise DocumentError("文件是空的；请换一个有文字的文件")
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _strict(data, encoding)
    if b"\x00" in data:
        raise DocumentError("这不是文本文件（含有空字节）；请先另存为 UTF-8 编码的 .txt")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if text and _COMMON.search(text):
        return text
    best = from_bytes(data).best()
    if best is None or not _COMMON.search(str(best)):
        raise DocumentError("认不出文字编码；请先另存为 UTF-8 编码的 .txt")
    return str(best)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(f"按 {encoding} 解不出文字（第 {error.start} 字节）；请另存为 UTF-8 编码的 .txt") from None


def read_file(path: Path) -> str:
    """The text of a file; DocumentError says why it cannot be read."""
    try:
        return decode(path.read_bytes())
    except OSError as error:
        raise DocumentError(f"打不开：{error.strerror or error}") from None


def find_files(paths: Iterable[str | Path]) -> Iterator[Path]:
    """The text files that `paths` name: files as they are, folders with all that lies below them, in order of name.

    A file named twice (a folder, and a file in it) comes once.
    """
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        files = sorted(p for p in path.rglob("*") if _is_text(p)) if path.is_dir() else [path]
        for file in files:
            found.setdefault(file.resolve(), file)
    return iter(found.values())


def _is_text(path: Path) -> bool:
    # a link that leads nowhere is named, so that reading it says why it cannot be read
    return path.suffix.lower() in SUFFIXES and (path.is_file() or (path.is_symlink() and not path.exists()))


def read_head(text: str) -> dict[str, str]:
    """Title, publisher and source as the head of a text states them (`标题：…`); else its first line is the title."""
    found = dict.fromkeys(_KEYS, "")
    lines = [line for line in text.splitlines()[:40] if line.strip()]
    for line in lines[:15]:
        if match := _LINE.match(line):
            for field, keys in _KEYS.items():
                if match["key"] in keys and not found[field]:
                    found[field] = match["value"]
    if not found["title"]:
        found["title"] = next((line.strip("# \t　*") for line in lines if 6 <= len(line.strip()) <= 60), "")
    return found

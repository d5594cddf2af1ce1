"""Where documents come from: files, folders and what lies in zip archives, each as a name and its bytes."""

import struct
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from lzma import LZMAError
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from indicators.errors import DocumentError
from indicators.formats import OFFICE_SUFFIXES, SUFFIXES

ZIP = ".zip"
LARGEST = 256 * 1024 * 1024  # bytes that a file may have, unpacked
# What a damaged archive makes the library raise: its own error, and those of the parts that unpack.
_DAMAGE = (BadZipFile, NotImplementedError, OSError, EOFError, ValueError, zlib.error, LZMAError, struct.error)
_UNICODE = 0x800  # the flag of a zip entry whose name is in UTF-8


@dataclass(frozen=True)
class Source:
    """A file that may be a document: its path (within an archive: 包.zip/页.html), and how to get its bytes.

    `load` raises DocumentError where they cannot be had.
    """

    path: str
    load: Callable[[], bytes]

    @property
    def name(self) -> str:
        """The last part of the path."""
        return PurePosixPath(self.path.replace("\\", "/")).name


def find_sources(paths: Iterable[str | Path]) -> Iterator[Source]:
    """The documents that `paths` name: files as they are, folders and zip archives with all that lies in them.

    In order of name; a file named twice (a folder, and a file in it) comes once. In folders and archives only files of
    a known kind count, and office files of an unreadable kind, so that reading them says what to do.
    """
    seen: set[Path] = set()
    for path in map(Path, paths):
        files = sorted(file for file in path.rglob("*") if _counts(file)) if path.is_dir() else [path]
        for file in files:
            resolved = file.resolve()
            if resolved in seen:
                continue
            seen.add(resolved)
            if file.suffix.lower() == ZIP:
                yield from unpacked(Source(str(file), partial(_read, file)))
            else:
                yield Source(str(file), partial(_read, file))


def names_of(sources: Sequence[Source]) -> list[str]:
    """A name for each: its file's, or, where several share it, with as much of its folder as tells them apart."""
    parts = [PurePosixPath(source.path.replace("\\", "/")).parts for source in sources]
    names = [source.name for source in sources]
    for depth in range(2, 21):
        counts = Counter(names)
        if len(counts) == len(set(parts)):
            break
        names = ["/".join(p[-depth:]) if counts[name] > 1 else name for p, name in zip(parts, names, strict=True)]
    return names


def _counts(path: Path) -> bool:
    # a link that leads nowhere is named, so that reading it says why it cannot be read
    if _is_aside(path.name) or path.suffix.lower() not in SUFFIXES | OFFICE_SUFFIXES | {ZIP}:
        return False
    return path.is_file() or (path.is_symlink() and not path.exists())


def _is_aside(name: str) -> bool:
    """What systems and offices leave beside their files: hidden ones, and those of a document that is open."""
    return name.startswith((".", "~$"))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise DocumentError("文件超过 {size} MB；请拆成几个", size=LARGEST >> 20)
        return path.read_bytes()
    except OSError as error:
        raise DocumentError("打不开：{why}", why=error.strerror or error) from None


def unpacked(source: Source, depth: int = 0, largest: int = LARGEST) -> Iterator[Source]:
    """What lies in a zip archive, archives within it too; where it cannot be opened, a source that says why.

    No file may have more than `largest` bytes, unpacked.
    """
    try:
        archive = ZipFile(BytesIO(source.load()))
    except DocumentError as error:
        yield Source(source.path, partial(_refuse, str(error)))
        return
    except _DAMAGE:
        yield Source(source.path, partial(_refuse, "压缩包已损坏，打不开；请重新打包"))
        return
    for entry in sorted(archive.infolist(), key=_entry_name):
        name = PurePosixPath(_entry_name(entry))
        suffix = name.suffix.lower()
        if entry.is_dir() or any(_is_aside(part) or part == "__MACOSX" for part in name.parts):
            continue
        inner = Source(f"{source.path}/{name}", partial(_extract, archive, entry, largest))
        if suffix == ZIP and depth < 2:
            yield from unpacked(inner, depth + 1, largest)
        elif suffix in SUFFIXES | OFFICE_SUFFIXES:
            yield inner


def _entry_name(entry: ZipInfo) -> str:
    """The name of an entry; one not marked as Unicode is most likely in the encoding of a Chinese Windows."""
    if entry.flag_bits & _UNICODE:
        return entry.filename
    data = entry.filename.encode("cp437", errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _extract(archive: ZipFile, entry: ZipInfo, largest: int) -> bytes:
    if entry.flag_bits & 0x1:
        raise DocumentError("压缩包加了密码；请先解压")
    if entry.file_size > largest:
        raise DocumentError("解压后超过 {size} MB；请先解压，拆成几个", size=largest >> 20)
    try:
        return archive.read(entry)
    except _DAMAGE as error:
        raise DocumentError("压缩包里的这个文件解不开：{why}", why=error) from None


def _refuse(reason: str) -> bytes:
    raise DocumentError(reason)

"""Where documents lie: folders, zip archives with Chinese names, what cannot be opened."""

from contextlib import suppress
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile, ZipInfo

import pytest

from indicators.archive import read_archive
from indicators.errors import DocumentError
from indicators.sources import Source, find_sources, unpacked

TEXT = "2023年，云麓高新区完成固定资产投资120亿元，同比增长9%。"


def zipped(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def zipped_on_windows(name: str, data: bytes) -> bytes:
    """An archive whose entry's name is in GB 18030, unmarked."""
    raw = name.encode("gb18030")
    entry = ZipInfo("x" * len(raw))
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr(entry, data)
    return out.getvalue().replace(b"x" * len(raw), raw)


def test_archives_within_folders_and_archives(tmp_path: Path):
    inner = zipped({"内.txt": TEXT.encode()})
    outer = zipped(
        {"年报/公报.txt": TEXT.encode(), "内.zip": inner, "__MACOSX/._公报.txt": b"x", "图.png": b"x", ".隐.txt": b"x"}
    )
    (tmp_path / "包.zip").write_bytes(outer)
    (tmp_path / "单.txt").write_text(TEXT, encoding="utf-8")
    paths = [Path(source.path).relative_to(tmp_path).as_posix() for source in find_sources([tmp_path])]
    assert paths == ["包.zip/内.zip/内.txt", "包.zip/年报/公报.txt", "单.txt"]
    archive = read_archive([tmp_path])
    assert {document.name for document in archive.documents} == {"内.txt", "公报.txt", "单.txt"}
    assert len(archive.observations) == 6


def test_names_of_a_chinese_windows(tmp_path: Path):
    (tmp_path / "包.zip").write_bytes(zipped_on_windows("云麓高新区公报.txt", TEXT.encode("gb18030")))
    (source,) = find_sources([tmp_path])
    assert source.name == "云麓高新区公报.txt"
    assert source.load().decode("gb18030") == TEXT


def test_a_broken_archive_is_named(tmp_path: Path):
    (tmp_path / "坏.zip").write_bytes(b"PK no archive")
    (source,) = find_sources([tmp_path / "坏.zip"])
    with pytest.raises(DocumentError, match="压缩包"):
        source.load()


@pytest.mark.parametrize("way", [ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA])
def test_whatever_is_damaged_in_an_archive_is_named(way: int):
    out, chance = BytesIO(), Random(way)
    with ZipFile(out, "w", way) as archive:
        archive.writestr("报/公报.txt", TEXT * 20)
    for _ in range(400):
        data = bytearray(out.getvalue())
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        for source in unpacked(Source("坏.zip", partial(bytes, data))):
            with suppress(DocumentError):
                assert source.load().decode() == TEXT * 20


def test_a_locked_archive_is_named(tmp_path: Path):
    data = bytearray(zipped({"密.txt": b"secret"}))
    data[6] |= 1  # the flag of encryption, in the entry and in the directory
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "密.zip").write_bytes(data)
    (source,) = find_sources([tmp_path])
    with pytest.raises(DocumentError, match="密码"):
        source.load()


def test_old_office_files_in_a_folder_are_named(tmp_path: Path):
    (tmp_path / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "图.png").write_bytes(b"x")
    archive = read_archive([tmp_path])
    assert [(Path(path).name, "docx" in reason) for path, reason in archive.unread] == [("旧.doc", True)]

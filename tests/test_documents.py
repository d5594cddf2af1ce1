"""Files as documents: encodings, what is no text, folders, and what the head of a text says of itself."""

from pathlib import Path

import pytest

from indicators.archive import read_archive
from indicators.documents import read_head
from indicators.encoding import decode
from indicators.errors import DocumentError, ParkIndicatorsError
from indicators.sources import find_sources

TEXT = "2023年，云麓高新区完成固定资产投资120亿元，同比增长9%。\r\n园区发展势头良好。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding: str):
    data = TEXT.encode(encoding)
    if encoding == "utf-16-le":
        data = b"\xff\xfe" + data
    if encoding == "utf-16-be":
        data = b"\xfe\xff" + data
    assert decode(data) == TEXT


def test_a_short_file_in_gb18030():
    assert decode("税收增长9%，园区发展的势头。".encode("gb18030")) == "税收增长9%，园区发展的势头。"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "空"),
        (b" \r\n\t ", "空"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "不是文本"),
        (b"PK\x03\x04\x14\x00\x06\x00", "不是文本"),
        (bytes(range(128, 256)) * 40, "编码"),
        (b"\xef\xbb\xbf\xff\xff\xff", "utf-8"),
        (b"\xff\xfe\x00\xd8", "utf-16"),
    ],
    ids=["empty", "blank", "picture", "archive", "noise", "broken UTF-8", "broken UTF-16"],
)
def test_what_is_no_text_is_said_to_be_none(data: bytes, reason: str):
    with pytest.raises(DocumentError, match=reason):
        decode(data)


def test_errors_have_one_base():
    assert issubclass(DocumentError, ParkIndicatorsError)


def test_a_file_that_is_not_there(tmp_path: Path):
    (source,) = find_sources([tmp_path / "无.txt"])
    with pytest.raises(DocumentError, match="打不开"):
        source.load()


def test_folders_are_searched_for_texts_in_order_of_name(tmp_path: Path):
    for name in ("b.txt", "a.md", "c.png", "d/e.TXT", "f.doc", ".g.txt", "~$h.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    found = [Path(source.path).relative_to(tmp_path).as_posix() for source in find_sources([tmp_path])]
    assert found == ["a.md", "b.txt", "d/e.TXT", "f.doc"]


def test_a_folder_without_texts_gives_nothing(tmp_path: Path):
    archive = read_archive([tmp_path])
    assert (len(archive.observations), archive.documents, archive.unread) == (0, (), ())


def test_head():
    text = "标题：云麓高新区一季度运行情况\n发布单位：云麓高新区管委会\n资料来源：统计月报\n\n正文。"
    assert read_head(text) == {
        "title": "云麓高新区一季度运行情况",
        "publisher": "云麓高新区管委会",
        "source": "统计月报",
    }


def test_without_a_head_the_first_line_is_the_title():
    assert read_head("# 云麓高新区一季度运行情况\n\n正文。")["title"] == "云麓高新区一季度运行情况"


def test_an_archive_reads_what_it_can_and_names_the_rest(tmp_path: Path):
    (tmp_path / "好.txt").write_bytes(TEXT.encode("gb18030"))
    (tmp_path / "坏.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "空.txt").write_bytes(b"")
    seen = []
    archive = read_archive([tmp_path], progress=lambda *step: seen.append(step))
    assert [document.name for document in archive.documents] == ["好.txt"]
    assert [Path(path).name for path, _ in archive.unread] == ["坏.txt", "空.txt"]
    assert set(archive.observations["document"]) == {"好.txt"}
    assert archive.document("好.txt").text == TEXT
    assert archive.document("坏.txt") is None
    assert seen[-1] == (3, 3, "")


def test_files_of_one_name_keep_what_tells_them_apart(tmp_path: Path):
    for folder in ("2022", "2023"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "公报.txt").write_text(TEXT, encoding="utf-8")
    archive = read_archive([tmp_path])
    assert [document.name for document in archive.documents] == ["2022/公报.txt", "2023/公报.txt"]
    assert set(archive.observations["document"]) == {"2022/公报.txt", "2023/公报.txt"}


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["a/公报.txt", "b/年报.txt"], ["公报.txt", "年报.txt"]),
        (["a/公报.txt", "b/公报.txt", "b/年报.txt"], ["a/公报.txt", "b/公报.txt", "年报.txt"]),
        (["a/x/公报.txt", "b/x/公报.txt"], ["a/x/公报.txt", "b/x/公报.txt"]),
        (["公报.txt", "a/公报.txt"], ["a/公报.txt", "{root}/公报.txt"]),
    ],
)
def test_names_of_documents(files: list[str], names: list[str], tmp_path: Path):
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    archive = read_archive([tmp_path])
    wanted = sorted(name.format(root=tmp_path.name) for name in names)
    assert sorted(document.name for document in archive.documents) == wanted
    assert set(archive.observations["document"]) == set(wanted)
    assert all(archive.document(name) for name in wanted)


def test_a_file_named_twice_is_read_once(tmp_path: Path):
    (tmp_path / "公报.txt").write_text(TEXT, encoding="utf-8")
    archive = read_archive([tmp_path, tmp_path / "公报.txt"])
    assert [document.name for document in archive.documents] == ["公报.txt"]


def test_unread_files_say_why(tmp_path: Path):
    (tmp_path / "空.txt").write_bytes(b" ")
    (tmp_path / "断链.txt").symlink_to(tmp_path / "不在.txt")
    archive = read_archive([tmp_path, tmp_path / "无.txt"])
    assert {Path(path).name: reason for path, reason in archive.unread}.keys() == {"空.txt", "断链.txt", "无.txt"}
    assert all(reason for _, reason in archive.unread)
    assert (len(archive.documents), len(archive.observations)) == (0, 0)


def test_what_is_given_holds_for_all_files(tmp_path: Path):
    for name in ("一.txt", "二.txt"):
        (tmp_path / name).write_text("全区税收12亿元。", encoding="utf-8")
    archive = read_archive([tmp_path], published="2024-01-20", park="云麓高新区")
    assert set(archive.observations["park"]) == {"云麓高新区"}
    assert {document.published for document in archive.documents} == {"2024-01-20"}


def test_marks_account_for_every_figure(tmp_path: Path):
    (tmp_path / "文.txt").write_text(TEXT, encoding="utf-8", newline="")
    (document,) = read_archive([tmp_path]).documents
    fates = {document.text[mark.start : mark.end]: mark.fate for mark in document.marks}
    assert fates["120亿元"] == fates["9%"] == "read"
    assert all(mark.reason for mark in document.marks)

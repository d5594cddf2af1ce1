"""Files on their way into the archive: put in a batch, read, kept; limits, names, troubles."""

import io
import json
import re
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.access.editors import Editors
from dashboard.access.forgery import COOKIE, HEADER
from dashboard.app import MOST_OF_A_REQUEST, create_app
from dashboard.editing.desk import Desk
from dashboard.editing.stock import Stock
from dashboard.intake import staging as limits
from dashboard.intake.keeping import keep
from dashboard.intake.preview import corrected, found_of, look_at, pasted
from dashboard.intake.rows import grid_row, standing, state_of, sums
from dashboard.intake.staging import Staging
from dashboard.intake.troubles import recalled
from dashboard.pages.importing import resolve
from dashboard.state import ImportChoice
from dashboard.words import Words
from indicators.errors import DocumentError
from indicators.store.engine import open_engine
from indicators.store.loading import count_documents
from indicators.store.present import load_archive

ZH = Words("zh")
TEXT = "标题：云麓高新区{0}\n发布单位：管委会\n发布日期：2024-01-18\n\n"
TEXT += "2023年，云麓高新区完成固定资产投资{1}亿元，增长9%。\n"
PAGE = '<html><head><meta charset="gb2312"></head><body><article><h1>云麓高新区简报</h1>'
PAGE += "<p>2023年，云麓高新区实现税收46亿元，同比增长7.4%。</p></article></body></html>"


def text(title: str = "第一号简报", value: float = 101) -> bytes:
    return TEXT.format(title, value).encode()


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def word_file() -> bytes:
    out = io.BytesIO()
    written = docx.Document()
    written.add_heading("云麓高新区半年简报", 1)
    written.add_paragraph("2024年上半年，云麓高新区实现税收23亿元。")
    written.save(out)
    return out.getvalue()


@pytest.fixture
def staging(tmp_path: Path) -> Staging:
    return Staging(tmp_path / "staging")


@pytest.fixture
def engine(tmp_path: Path):
    engine = open_engine(str(tmp_path / "a.sqlite"))
    yield engine
    engine.dispose()


@pytest.mark.parametrize(
    ("name", "data", "format", "encoding", "rows"),
    [
        ("页.html", PAGE.encode("gb18030"), "html", "gb18030", 2),
        ("文.txt", text(), "txt", "utf-8", 2),
        ("文.txt", text().decode().encode("gb18030"), "txt", "gb18030", 2),
        ("文.txt", text().decode().encode("utf-16"), "txt", "utf-16", 2),
        ("报.docx", word_file(), "docx", "", 1),
        ("表.csv", "指标,2023年\n税收（亿元）,46\n".encode("utf-8-sig"), "csv", "utf-8-sig", 0),
    ],
)
def test_a_file_says_what_it_is_before_it_is_kept(staging, name, data, format, encoding, rows):
    batch = staging.new_batch()
    (staged,) = staging.add(batch, name, data)
    assert state_of(staged) == "waiting"
    found = found_of(look_at(None, staging, batch, staged))
    assert (found.format, found.encoding) == (format, encoding)
    assert found.rows >= rows
    assert found.read + found.set_aside + found.not_understood > 0
    assert staging.one(batch, staged.number).found == json.loads(json.dumps(staging.one(batch, 1).found))


def test_a_zip_is_all_that_lies_in_it(staging):
    batch = staging.new_batch()
    inner = packed({"三.txt": text("三")})
    files = {"夹/一.txt": text("一"), "二.html": PAGE.encode(), "内.zip": inner, ".隐.txt": b"x", "图.jpg": b"x"}
    staged = staging.add(batch, "包.zip", packed(files))
    assert [one.path for one in staged] == ["二.html".join(["包.zip/", ""]), "包.zip/内.zip/三.txt", "包.zip/夹/一.txt"]
    assert [one.number for one in staging.all(batch)] == [1, 2, 3]


def test_what_cannot_be_read_says_why_and_stays_alone(staging, engine):
    batch = staging.new_batch()
    cases = {"旧.doc": b"x", "空.txt": b"", "坏.zip": b"PK\x03\x04junk", "坏.docx": b"PK", "二进制.txt": b"\x00\x01"}
    for name, data in cases.items():
        staging.add(batch, name, data)
    for one in staging.all(batch):
        seen = look_at(engine, staging, batch, one)
        assert state_of(seen) == "trouble"
        assert re.search("；|请", str(recalled(seen.trouble))), one.path
        assert keep(engine, staging, batch, seen).kept == ""
    assert count_documents(engine) == 0


WRONG_VALUE = "park,indicator_text,value,unit,period_end\n云麓高新区,税收,很多,亿元,2023-12-31\n".encode()
WRONG_DAY = "park,indicator_text,value,unit,period_end\n云麓高新区,税收,46,亿元,年底\n".encode()


@pytest.mark.parametrize(
    ("name", "data", "chinese", "english"),
    [
        ("数.csv", WRONG_VALUE, "第 2 行：value 不是数：“很多”", "Line 2: value is no number: “很多”"),
        ("日.csv", WRONG_DAY, "第 2 行：period_end 不是日期：“年底”", "Line 2: period_end is no date: “年底”"),
        (
            "码.html",
            b"\xef\xbb\xbf<p>" + b"a" * 94 + b"\xff</p>",
            "按 utf-8-sig 解不出文字（第 97 字节）",
            "No text in utf-8-sig (at byte 97)",
        ),
        ("弹.zip", packed({"大.txt": b"0" * 5_000_000}), "解压后超过 1 MB", "Unpacked, it is larger than 1 MB"),
    ],
)
def test_what_is_wrong_is_said_in_the_readers_language_numbers_and_all(
    staging, engine, monkeypatch, name, data, chinese, english
):
    monkeypatch.setattr(limits, "MOST_BYTES", 1 << 20)
    batch = staging.new_batch()
    (waiting,) = staging.add(batch, name, data)
    for seen in (look_at(engine, staging, batch, waiting), keep(engine, staging, batch, waiting)):
        assert chinese in standing(seen, ZH)
        assert english in standing(seen, Words("en"))
        assert staging.one(batch, 1) == seen  # so it is written down


def test_a_trouble_that_was_noted_as_text_is_still_said():
    assert str(recalled("读不了 {这}")) == "读不了 {这}"


@pytest.mark.parametrize(
    "path", ["../../etc/passwd", "/etc/passwd", "..\\..\\a.txt", "a\x00b.txt", "\u202etxt.exe", "", "字" * 999 + ".txt"]
)
def test_a_name_is_only_text(staging, tmp_path, path):
    batch = staging.new_batch()
    (staged,) = staging.add(batch, path, text())
    assert {file.parent for file in tmp_path.rglob("*") if file.is_file()} == {tmp_path / "staging" / batch}
    assert staging.data(batch, staged) == text()
    assert len(staged.path) <= 300
    assert not set(staged.path) & set("\x00\u202e")


@settings(deadline=None)  # the first file of a kind waits for its library
@given(name=st.text(max_size=40), data=st.binary(max_size=200))
def test_any_bytes_under_any_name_wait_or_are_refused(tmp_path_factory, name, data):
    staging = Staging(tmp_path_factory.mktemp("any"))
    batch = staging.new_batch()
    for staged in staging.add(batch, name, data):
        seen = look_at(None, staging, batch, staged)
        assert bool(seen.found) != bool(seen.trouble)


@pytest.mark.parametrize("batch", ["", "nowhere", "../staging", "a" * 22, "." * 22])
def test_a_batch_that_is_not_there_holds_nothing(staging, batch):
    assert staging.all(batch) == []
    with pytest.raises(DocumentError, match="再放一次"):
        staging.add(batch, "a.txt", text())
    with pytest.raises(DocumentError, match="再放一次"):
        staging.one(batch, 1)


def test_batches_go_after_a_day(tmp_path):
    now = [0.0]
    staging = Staging(tmp_path / "staging", lambda: now[0])
    first = staging.new_batch()
    now[0] = (tmp_path / "staging" / first).stat().st_mtime + 25 * 3600
    second = staging.new_batch()
    assert [path.name for path in (tmp_path / "staging").iterdir()] == [second]


def test_the_same_file_waits_once(staging):
    batch = staging.new_batch()
    first = staging.add(batch, "a.txt", text())
    assert staging.add(batch, "a.txt", text()) == first
    assert len(staging.add(batch, "b.txt", text())) == 1
    assert len(staging.all(batch)) == 2


def test_there_is_a_limit_to_everything(staging, monkeypatch):
    monkeypatch.setattr(limits, "MOST_BYTES", 10_000)
    monkeypatch.setattr(limits, "MOST_OF_BATCH", 25_000)
    monkeypatch.setattr(limits, "MOST_FILES", 5)
    batch = staging.new_batch()
    with pytest.raises(DocumentError, match="超过"):
        staging.add(batch, "大.txt", b"a" * 10_001)
    (bomb,) = staging.add(batch, "弹.zip", packed({"大.txt": b"0" * 5_000_000}))
    assert "超过" in str(recalled(bomb.trouble))  # never unpacked
    assert bomb.size == 0
    with pytest.raises(DocumentError, match="一批最多"):
        staging.add(batch, "多.zip", packed({f"{n}.txt": bytes([65 + n]) * 9_000 for n in range(5)}))
    assert sum(one.size for one in staging.all(batch)) <= 25_000
    other = staging.new_batch()
    with pytest.raises(DocumentError, match="一批最多"):
        staging.add(other, "多.zip", packed({f"{n}.txt": bytes([65 + n]) for n in range(9)}))
    assert len(staging.all(other)) == 5


def test_keeping_is_importing(staging, engine):
    batch = staging.new_batch()
    first, again, newer = (
        staging.add(batch, name, data)[0]
        for name, data in (("a.txt", text()), ("b.txt", text()), ("c.txt", text(value=102)))
    )
    assert look_at(engine, staging, batch, first).found["outcome"] == "added"
    assert keep(engine, staging, batch, first).kept == "added"
    seen = look_at(engine, staging, batch, again)
    assert (state_of(seen), standing(seen, ZH)) == ("there", "库里已有：a.txt")
    assert keep(engine, staging, batch, again).kept == "unchanged"
    seen = look_at(engine, staging, batch, newer)
    assert standing(seen, ZH) == "保存后取代旧版：a.txt"
    done = keep(engine, staging, batch, newer)
    assert (done.kept, done.name) == ("superseded", "c.txt")
    assert [one.name for one in load_archive(engine).documents] == ["c.txt"]
    assert sums(staging.all(batch), ZH) == "2 篇已保存 · 1 篇库里已有"
    assert not grid_row(done, ImportChoice(batch=batch), ZH)["keepable"]


def test_what_an_editor_says_overrules_the_file_and_is_kept(staging, engine):
    batch = staging.new_batch()
    (staged,) = staging.add(batch, "a.txt", "全年完成税收46亿元。".encode())
    staged = look_at(engine, staging, batch, staged)
    right = corrected(staged, "云岭高新区年报", "管委会", "2024-01", "云岭高新区")
    found = found_of(look_at(engine, staging, batch, right))
    assert (found.title, found.publisher, found.published) == ("云岭高新区年报", "管委会", "2024-01")
    keep(engine, staging, batch, staging.one(batch, 1))
    archive = load_archive(engine)
    assert archive.documents[0].title == "云岭高新区年报"
    assert set(archive.observations["park"]) == {"云岭高新区"}
    with pytest.raises(ValueError, match="yesterday"):
        corrected(staged, "", "", "yesterday", "")


def test_what_is_left_as_it_was_is_not_given(staging):
    batch = staging.new_batch()
    (staged,) = staging.add(batch, "a.txt", text())
    staged = look_at(None, staging, batch, staged)
    found = found_of(staged)
    same = corrected(staged, found.title, found.publisher, found.published, found.park)
    assert same.given == staged.given


def test_a_pasted_text_has_a_head(staging):
    batch = staging.new_batch()
    data = pasted("云岭高新区年报", "管委会", "2024-01-18", "2023年，云岭高新区税收46亿元。")
    (staged,) = staging.add(batch, "a.txt", data)
    found = found_of(look_at(None, staging, batch, staged))
    assert (found.title, found.publisher, found.published) == ("云岭高新区年报", "管委会", "2024-01-18")
    assert resolve([staged], ImportChoice(batch=batch, document="9")) == staged
    with pytest.raises(ValueError, match="yesterday"):
        pasted("", "", "yesterday", "税收46亿元。")
    assert resolve([], ImportChoice()) is None


@pytest.fixture
def client(archive, catalogue, tmp_path: Path):
    """A page of this machine's own, with its token."""
    desk = Desk(Stock(str(tmp_path / "data" / "a.sqlite")), Editors("127.0.0.1"))
    client = create_app(archive, catalogue, desk).server.test_client()
    client.set_cookie(COOKIE, "token", domain="127.0.0.1")
    return client


def send(client, way: str, data: bytes = b"", headers=None, **fields):
    query = {"lang": "zh"} | fields
    sent = {HEADER: "token", "Origin": "http://127.0.0.1"} if headers is None else headers
    return client.post(f"/import/{way}", query_string=query, data=data, headers=sent, base_url="http://127.0.0.1")


def test_a_file_goes_all_the_way(client, tmp_path):
    put = send(client, "files", text(), path="a.txt").json
    assert put["numbers"] == [1]
    fields = {"batch": put["batch"], "document": "1"}
    assert send(client, "read", **fields).json == {"number": 1, "kept": "", "why": ""}
    assert not (tmp_path / "data" / "a.sqlite").exists()  # until something is kept
    assert send(client, "keep", **fields).json["kept"] == "added"
    assert client.get("/api/v1/documents/a.txt", base_url="http://127.0.0.1").json["title"] == "云麓高新区第一号简报"


@pytest.mark.parametrize("way", ["files", "read", "keep"])
@pytest.mark.parametrize("headers", [{}, {HEADER: "guessed"}, {HEADER: "token", "Origin": "http://evil.example"}])
def test_strangers_put_nothing_in(client, tmp_path, way, headers):
    answer = send(client, way, text(), headers, path="a.txt")
    assert answer.status_code == 403
    assert set(answer.json) == {"error", "why"}
    assert not (tmp_path / "data").exists()


def test_what_is_too_large_or_gone_is_said(client, monkeypatch):
    assert send(client, "files", b"a" * ((64 << 20) + 1), path="a.txt").status_code == 413
    gone = send(client, "read", batch="a" * 22, document="x")
    assert (gone.status_code, gone.json["error"]) == (422, "不能导入")
    assert "再放一次" in gone.json["why"]
    body = b"[" + b" " * MOST_OF_A_REQUEST + b"]"
    large = client.post("/_dash-update-component", data=body, content_type="application/json")
    assert large.status_code == 413


def test_no_folder_to_write_to_is_said(client, tmp_path):
    (tmp_path / "data").write_text("a file")
    answer = send(client, "files", text(), path="a.txt")
    assert answer.status_code == 507
    assert "服务器写不了" in answer.json["why"]

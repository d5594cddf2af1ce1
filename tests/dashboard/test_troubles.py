"""What goes wrong around the pages: mangled questions, half characters, an archive that is gone, full or damaged."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from dashboard import ids
from dashboard.access.editors import Editors
from dashboard.access.forgery import COOKIE, HEADER
from dashboard.app import create_app
from dashboard.editing.desk import Desk
from dashboard.editing.stock import Stock
from indicators.store.engine import open_engine
from indicators.store.importing import import_paths
from indicators.store.loading import count_documents

HERE = "http://127.0.0.1"
SENT = {HEADER: "token", "Origin": HERE}
TEXT = "标题：第{0}号\n发布日期：2024-01-18\n\n2023年，云岭高新区完成税收{0}亿元。\n"


class Site:
    """An archive with one document, and the pages for who sits at its machine."""

    def __init__(self, folder: Path) -> None:
        self.file, seed = folder / "data" / "a.sqlite", folder / "1.txt"
        seed.write_text(TEXT.format(1), "utf-8")
        engine = open_engine(str(self.file))
        import_paths(engine, [seed])
        engine.dispose()
        self.stock = Stock(str(self.file))
        held = self.stock.renewed()
        assert held is not None
        self.app = create_app(held, desk=Desk(self.stock, Editors("127.0.0.1")))
        self.app.server.config["PROPAGATE_EXCEPTIONS"] = False
        self.client = self.app.server.test_client()
        self.client.set_cookie(COOKIE, "token", domain="127.0.0.1")

    def get(self, way: str, **more: Any) -> Any:
        return self.client.get(way, base_url=HERE, **more)

    def call(self, output: str, inputs: list[Any], states: list[Any]) -> Any:
        """The answer of the callback whose outputs begin so, as a page asks for it."""
        name = next(one for one in self.app.callback_map if one.startswith(output))
        known = self.app.callback_map[name]
        given = [one | {"value": value} for one, value in zip(known["inputs"], inputs, strict=True)]
        kept = [one | {"value": value} for one, value in zip(known["state"], states, strict=True)]
        outputs = [
            dict(zip(("id", "property"), one.rsplit(".", 1), strict=True)) for one in name.strip(".").split("...")
        ]
        body = {
            "output": name,
            "outputs": outputs if name.startswith("..") else outputs[0],
            "inputs": given,
            "state": kept,
            "changedPropIds": [f"{given[0]['id']}.{given[0]['property']}"],
        }
        way = f"{HERE}/_dash-update-component"
        return self.client.post(way, data=json.dumps(body), content_type="application/json", headers=SENT)

    def page(self, path: str, search: str = "") -> Any:
        return self.call(f"..{ids.PAGE}.children", [path, search, "light", None], [None])

    def waiting(self, lines: int = 1) -> dict[str, str]:
        """A file of so many lines that waits to be kept."""
        data = (TEXT.format(2) + "没有数的一行。\n" * lines).encode()
        put = self.client.post("/import/files?path=2.txt", data=data, base_url=HERE, headers=SENT).json
        return {"batch": put["batch"], "document": "1"}

    def keep(self, waiting: dict[str, str]) -> Any:
        return self.client.post("/import/keep", query_string=waiting, base_url=HERE, headers=SENT)

    def paste(self, title: str, day: str, text: str) -> Any:
        return self.call(f"..{ids.IMPORT_URL}.search...{ids.PASTE_SAID}", [1], [title, "", day, text, ""])


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


ODD = [
    "?a=%ff&lang=en", "?as_of=9999-99-99", "?filters=" + "[" * 100_000, "?by=park&by=x&sort=x:x&filters={", "?\ud800=1",
    "?park=\ud800&name=\ud800&q=\ud800&batch=\ud800", "?at=²&document=²&point=²&year=²&months=²&period=²&vintage=²",
]  # fmt: skip


@pytest.mark.parametrize(
    "path", ["/", "/trends", "/compare", "/data", "/documents", "/correct", "/import", "/review", "/x"]
)
def test_a_mangled_address_opens(site: Site, path: str):
    assert [site.page(path, search).status_code for search in ODD] == [200] * len(ODD)


@pytest.mark.parametrize("way", ["data.csv", "groups.csv", "trends.csv", "compare.csv", "targets.csv", "coverage.csv"])
def test_a_mangled_question_is_answered(site: Site, way: str):
    raw = {"QUERY_STRING": "by=park&q=\xff\xfe"}  # bytes that are no UTF-8
    assert site.get(f"/download/{way}", environ_overrides=raw).status_code == 200
    assert site.get(f"/download/{way}?by=park&{ODD[2][1:]}").status_code == 200


@pytest.mark.parametrize(
    ("title", "day", "text", "said"),
    [
        ("", "yesterday", "税收46亿元。", "日期写成"),
        ("", "2024-02-30", "税收46亿元。", "日期写成"),
        ("", "", " \u3000", "请先粘贴"),
        ("半\ud83d", "", "税收46亿元\ude00。", ""),
        ("../..", "2024-01", "👨‍👩‍👧\u202e税收\u200b46亿元。\x07", ""),
    ],
)
def test_what_is_pasted_waits_or_is_refused_in_words(site: Site, title: str, day: str, text: str, said: str):
    answer = site.paste(title, day, text).json["response"]
    assert said in answer[ids.PASTE_SAID]["children"]
    assert (ids.IMPORT_URL in answer) == (not said)


@pytest.mark.parametrize("day", ["yesterday", "2024-1-8", "0001", "2024-02-30"])
def test_a_text_to_try_of_no_day_is_refused_in_words(site: Site, day: str):
    answer = site.call(f"{ids.READ_VIEWED}.children", [1], ["税收46亿元。", day, "", ""])
    assert "日期写成" in json.dumps(answer.json, ensure_ascii=False)


def test_half_characters_are_read(site: Site):
    answer = site.call(f"{ids.READ_VIEWED}.children", [1], ["2023年\ud83d税收46亿元。", "", "", ""])
    assert "税收" in json.dumps(answer.json, ensure_ascii=False)


def test_nothing_is_put_into_an_archive_that_is_gone(site: Site, tmp_path: Path):
    waiting = site.waiting()
    away = tmp_path / "away.sqlite"
    with site.stock.changing() as engine, engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    site.file.rename(away)
    refused = site.keep(waiting)
    assert (refused.status_code, "不见了" in refused.json["why"]) == (422, True)
    assert not site.file.exists()  # nor is an empty one put in its place
    for way in ("/download/data.csv", "/download/data.xlsx", "/api/v1/observations"):
        assert (site.get(way).status_code, site.get(way).json["error"]) == (503, "库现在用不了")
    assert site.page("/").status_code == 200
    shutil.copy(away, site.file)  # another file of the same name
    assert site.keep(waiting).json["kept"] == "added"
    assert count_documents(open_engine(str(site.file))) == 2
    assert {one["name"] for one in site.get("/api/v1/documents").json["rows"]} == {"1.txt", "2.txt"}


def test_a_full_disk_is_said_and_nothing_is_half_there(site: Site):
    waiting, most = site.waiting(lines=10_000), {"pages": 1}  # SQLite takes what it has for the least
    with site.stock.changing() as engine:
        event.listen(engine, "checkout", lambda raw, *_: raw.execute(f"PRAGMA max_page_count = {most['pages']}"))
    refused = site.keep(waiting)
    assert (refused.status_code, "磁盘满了" in refused.json["why"]) == (422, True)
    assert count_documents(engine) == 1
    most["pages"] = 100_000
    assert site.keep(waiting).json["kept"] == "added"


def test_no_room_for_what_is_pasted_is_said(site: Site, monkeypatch: pytest.MonkeyPatch):
    def full(path: Path, *_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_text", full)
    assert "服务器写不了" in site.paste("", "", "税收46亿元。").json["response"][ids.PASTE_SAID]["children"]


def test_a_damaged_archive_is_said(site: Site):
    waiting = site.waiting()
    site.file.unlink()
    site.file.write_bytes(b"no database" * 1000)
    refused = site.keep(waiting)
    assert (refused.status_code, "打不开数据库" in refused.json["why"]) == (422, True)
    assert site.page("/data").status_code == 200
    assert site.get("/download/data.csv").json["error"] == "库现在用不了"

"""What a person decided is undone beside the sentence, in a real Chromium; a forged request undoes nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from dashboard import ids
from dashboard.access.editors import Editors
from dashboard.app import create_app
from dashboard.editing.desk import Desk
from dashboard.editing.stock import Stock
from dashboard.state import TrendChoice, WhyChoice, link
from indicators.store.deciding import add, correct, load_decisions, withdraw
from indicators.store.engine import reading
from tests.dashboard.conftest import running, without_errors
from tests.dashboard.test_review import TEXTS
from tests.dashboard.test_troubles import Site

PARK = "云麓高新区"
TAX = TrendChoice(park=(PARK,), indicator="tax_revenue", measure=("level",))
SAID = {
    "zh": {"was": "120 亿元", "now": "135 亿元", "told": "已撤销第 1 号决定", "kind": "已更正"},
    "en": {"was": "12 bn CNY", "now": "13.5 bn CNY", "told": "Decision no. 1 undone", "kind": "corrected by a person"},
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An archive of two texts, one of whose figures was corrected."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    desk = Desk(Stock(str(tmp_path / "库" / "a.sqlite"), [tmp_path / name for name in TEXTS]), Editors("127.0.0.1"))
    with desk.stock.changing() as engine:
        correct(engine, _key(desk, 120.0), "李四", "核对了年鉴", {"value": "135"})
    return desk


def _rows(desk: Desk) -> Any:
    held = Stock(str(desk.stock.folder / "a.sqlite")).renewed()
    assert held is not None
    return held.in_document("2023.txt")


def _key(desk: Desk, value: float) -> str:
    rows = _rows(desk)
    return str(rows.loc[rows["value"] == value, "key"].iloc[0])


def _standing(desk: Desk) -> list[tuple[int, str]]:
    """The decisions, and who has undone them."""
    with desk.stock.changing() as engine, reading(engine) as connection:
        return [(made.id, made.withdrawn_by) for made in load_decisions(connection, withdrawn=True)]


@pytest.fixture
def site(page: Page, desk: Desk) -> Iterator[Page]:
    """A page of the dashboard of that archive; at the end, it has said no error."""
    held = desk.stock.renewed()
    assert held is not None
    with running(create_app(held, desk=desk)) as address, without_errors(page):
        page.goto(f"{address}/read")
        yield page


def _go(site: Page, path: str) -> None:
    site.goto(site.url.partition("/read")[0] + path)


@pytest.mark.browser
@pytest.mark.parametrize(("lang", "width", "scheme"), [("zh", 1280, "light"), ("en", 390, "dark")])
def test_beside_a_point_of_a_chart_it_is_undone_and_the_place_stays(
    site: Page, desk: Desk, lang: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    said = SAID[lang]
    site.emulate_media(color_scheme=scheme)
    site.set_viewport_size({"width": width, "height": 600})
    _go(site, link("/trends", TAX) + f"&lang={lang}")
    site.locator(".twin a").first.click()
    value, undo = site.locator(".evidence .said-value").first, site.locator(".decided-by button").first
    expect(value).to_have_text(said["now"])
    expect(site.locator(".decided-by").first).to_contain_text("核对了年鉴")
    undo.scroll_into_view_if_needed()
    here, down = site.url, site.evaluate("scrollY")
    undo.click()
    told = site.get_by_role("alert").filter(has_text=said["told"])
    expect(told).to_contain_text(f"{said['kind']} · 税收 135亿元")
    expect(told).to_contain_text("核对了年鉴")
    expect(value).to_have_text(said["was"])
    expect(site.locator(".twin")).to_contain_text(said["was"])
    expect(site.locator(".decided-by")).to_have_count(0)
    assert site.url == here
    assert abs(site.evaluate("scrollY") - down) < 60  # what was said of the decision took some lines
    assert [number for number, who in _standing(desk) if who] == [1]
    found = Axe().run(site).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


@pytest.mark.browser
def test_why_a_number_is_read_so_undoes_too_and_says_what_another_did_first(site: Page, desk: Desk) -> None:
    at = str(int(_rows(desk).loc[lambda rows: rows["value"] == 135.0, "start"].iloc[0]))
    _go(site, link("/why", WhyChoice(name="2023.txt", at=at)))
    head, undo = site.locator(".evidence h2"), site.locator(".decided-by button")
    expect(head).to_have_text("135 亿元")
    with desk.stock.changing() as engine:
        withdraw(engine, 1, "王五")
        correct(engine, _key(desk, 120.0), "王五", "又核对了一次", {"value": "140"})
    undo.click()
    expect(site.get_by_role("alert")).to_contain_text("没有第 1 号决定，或已撤销")
    expect(head).to_have_text("135 亿元")
    site.reload()
    expect(head).to_have_text("140 亿元")
    undo.click()
    expect(head).to_have_text("120 亿元")
    expect(site.get_by_role("alert")).to_contain_text("又核对了一次")
    assert [number for number, _ in _standing(desk)] == [1, 2]


@pytest.mark.browser
def test_what_was_added_by_hand_is_gone_again(site: Page, desk: Desk) -> None:
    with desk.stock.changing() as engine:
        fields = {"indicator_text": "用电量", "value": "31", "unit": "万千瓦时", "measure": "level"}
        add(engine, "2023.txt", "2023年，", "李四", "口头说的", fields | {"bound": "exact", "status": "actual"})
    at = str(int(_rows(desk).loc[lambda rows: rows["value"] == 31.0, "start"].iloc[0]))
    _go(site, link("/why", WhyChoice(name="2023.txt", at=at)))
    site.locator(".decided-by button").click()
    expect(site.get_by_role("alert")).to_contain_text("补录 · 用电量 31万千瓦时")
    expect(site.get_by_text("没有这个数")).to_be_visible()


def test_a_request_that_another_site_makes_undoes_nothing(tmp_path: Path) -> None:
    site = Site(tmp_path)
    with site.stock.changing() as engine:
        held = Stock(str(site.file)).renewed()
        assert held is not None
        number = correct(engine, held.in_document("1.txt")["key"].iloc[0], "李四", "试一试", {"value": "2"})
    asked: list[Any] = [[{"decision": number, "at": 0}], [None, ""]]
    way = f"..{ids.NOTICES}."
    site.client.delete_cookie("_csrf_token", domain="127.0.0.1")
    (refused,) = site.call(way, *asked).json["response"][ids.NOTICES]["sendNotifications"]
    assert (refused["title"], "不是从本站的页面发出的" in refused["message"]) == ("没有撤销", True)
    desk = Desk(site.stock, Editors("127.0.0.1"))
    assert _standing(desk) == [(number, "")]
    site.client.set_cookie("_csrf_token", "token", domain="127.0.0.1")
    (told,) = site.call(way, *asked).json["response"][ids.NOTICES]["sendNotifications"]
    assert "试一试" in told["message"]
    assert _standing(desk)[0][1]

"""The review in a real Chromium: by keyboard alone, in both languages; by touch; what the other pages show then."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from dashboard.access.editors import Editors
from dashboard.app import create_app
from dashboard.editing.desk import Desk
from dashboard.editing.stock import Stock
from indicators.archive import read_archive
from indicators.store.deciding import load_decisions
from indicators.store.engine import open_engine, reading
from indicators.store.meanings import load_meanings
from tests.dashboard.conftest import running, without_errors
from tests.dashboard.test_review import TEXTS

pytestmark = pytest.mark.browser

SAID = {
    "zh": {
        "first": "第 1 条，共 3 条", "done": "都复核完了", "no_reason": "请写明理由", "corrected": "已更正。",
        "undone": "已撤销。", "meaning": "是目录里的哪个指标", "indicator": "进出口总额", "reason": "理由",
    },
    "en": {
        "first": "1 of 3", "done": "All reviewed", "no_reason": "Say why", "corrected": "Corrected.",
        "undone": "Undone.", "meaning": "Which indicator of the catalogue it is",
        "indicator": "Total imports and exports of goods", "reason": "Reason",
    },
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    stock = Stock(str(tmp_path / "a.sqlite"), [tmp_path / name for name in TEXTS])
    return Desk(stock, Editors("127.0.0.1"))


@pytest.fixture
def site(page: Page, desk: Desk, tmp_path: Path) -> Iterator[Page]:
    """The review page of a dashboard of its own; at the end, it has said no error."""
    app = create_app(read_archive([tmp_path / name for name in TEXTS]), desk=desk)
    with running(app) as address, without_errors(page):
        page.goto(f"{address}/review")
        yield page


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_by_keyboard_alone(site: Page, desk: Desk, tmp_path: Path, lang: str) -> None:
    said = SAID[lang]
    address = site.url.removesuffix("/review")
    site.goto(f"{address}/review?lang={lang}")
    where, keys = site.locator(".review-where"), site.keyboard
    expect(where).to_contain_text(said["first"])
    expect(site.locator(".in-context mark.figure")).to_have_text("8%")

    keys.press("n")
    expect(site.locator(".task-phrase h2")).to_contain_text("云麓高新区")
    keys.press("j")
    expect(site.locator(".task-phrase h2")).to_contain_text("云网贸易额")
    keys.press("k")
    expect(site.locator(".task-phrase h2")).to_contain_text("云麓高新区")
    keys.press("p")
    expect(site.locator(".in-context mark.figure")).to_have_text("8%")

    keys.press("e")  # the value is first; without a reason nothing is kept
    expect(site.locator(".decision-more[open] input").first).to_be_focused()
    keys.press("Control+a")
    keys.type("20")
    keys.press("Control+Enter")
    expect(site.get_by_text(said["no_reason"])).to_be_visible()
    expect(
        site.get_by_role("textbox", name=said["reason"]).or_(site.get_by_label(said["reason"])).first
    ).to_be_focused()
    keys.type("与两年的数对不上")
    keys.press("Control+Enter")
    expect(where).to_contain_text(said["corrected"])

    expect(site.locator(".task-phrase h2")).to_contain_text("云麓高新区")
    keys.press("a")  # a park of its own
    expect(site.locator(".task-phrase h2")).to_contain_text("云网贸易额")
    keys.press("e")
    expect(site.get_by_label(said["meaning"]).first).to_be_focused()
    keys.type("imports" if lang == "en" else "进出口总额")
    site.get_by_role("option", name=said["indicator"], exact=True).click()
    keys.press("Control+Enter")
    expect(site.get_by_text(said["done"])).to_be_visible()

    keys.press("u")
    expect(where).to_contain_text(said["undone"])
    expect(site.locator(".task-phrase h2")).to_contain_text("云网贸易额")

    site.goto(f"{address}/trends?lang={lang}&park=云麓高新区&indicator=tax_revenue&measure=growth")
    expect(site.locator(".twin")).to_contain_text("20%")
    engine = open_engine(str(tmp_path / "a.sqlite"))
    with reading(engine) as connection:
        (made,) = load_decisions(connection)
        assert (made.kind, made.row["value"], made.reason) == ("correct", 20.0, "与两年的数对不上")
        assert [(one.column, one.meaning) for one in load_meanings(connection)] == [("park", "")]
        assert [one.meaning for one in load_meanings(connection, withdrawn=True)] == ["", "imports_exports"]
    engine.dispose()


def test_by_touch_alone(site: Page) -> None:
    site.set_viewport_size({"width": 390, "height": 844})
    expect(site.locator(".in-context mark.figure")).to_have_text("8%")
    assert site.evaluate("document.documentElement.scrollWidth") <= 390
    site.locator(".decision-more summary", has_text="否定").click()
    panel = site.locator(".decision-more[open]")
    panel.get_by_label("理由").first.click()
    site.get_by_role("option", name="重复").click()
    panel.get_by_role("button", name="否定这个数").click()
    expect(site.locator(".review-where")).to_contain_text("已否定。")
    site.get_by_role("button", name="撤销上一个").click()
    expect(site.locator(".in-context mark.figure")).to_have_text("8%")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_hidden_from_those_who_cannot_see(site: Page, scheme: str) -> None:
    site.emulate_media(color_scheme=scheme)
    expect(site.locator(".in-context mark.figure")).to_be_visible()
    site.keyboard.press("?")
    site.keyboard.press("r")
    site.keyboard.press("Escape")
    site.keyboard.press("e")
    expect(site.locator(".decision-more[open]")).to_be_visible()
    for task in ("figure", "phrase"):
        found = Axe().run(site).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == [], task
        site.keyboard.press("Escape")
        site.keyboard.press("n")
        expect(site.locator(".task-phrase h2")).to_be_visible()


def test_one_who_may_only_read_is_told_so_and_sees_the_queue(page: Page, address: str) -> None:
    page.goto(f"{address}/review")
    expect(page.locator(".review-where")).to_have_text(re.compile("第 1 条，共"))
    expect(page.get_by_text("这里看的是指定的文件夹，不是库").first).to_be_visible()
    page.keyboard.press("a")  # there is nothing to press
    page.keyboard.press("j")
    expect(page.locator(".review-where")).to_have_text(re.compile("第 2 条，共"))

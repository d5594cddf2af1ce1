"""The editor's journey in a real Chromium: files dropped, looked at, kept, a row corrected; strangers only read."""

import base64
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect
from werkzeug.security import generate_password_hash

from dashboard.access.editors import Editors
from dashboard.app import create_app
from dashboard.editing.desk import Desk
from dashboard.editing.stock import Stock
from indicators.archive import Archive
from tests.dashboard.conftest import running, without_errors
from tests.dashboard.test_intake import PAGE, packed, text, word_file

pytestmark = pytest.mark.browser

SAID = {
    "zh": {
        "kept": "保存了 2 篇", "all": "全部保存", "there": "库里已有", "stop": "停止", "read_only": "只读",
        "undo": "撤销", "undone": "撤销", "reason": "理由", "was": "23 亿元", "corrected": "24 亿元",
    },
    "en": {
        "kept": "Kept 2", "all": "Keep all", "there": "In the archive already", "stop": "Stop", "undo": "Undo",
        "read_only": "Read only", "undone": "undone by", "reason": "Reason", "was": "2.3 bn CNY",
        "corrected": "2.4 bn CNY",
    },
}  # fmt: skip
ROOM_LEFT = """(cell) => {
    const text = document.createRange();
    text.selectNode(document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode());
    return cell.getBoundingClientRect().right - text.getBoundingClientRect().right;
}"""
DROP = """([field, files]) => {
    const carried = new DataTransfer();
    for (const [name, data] of files)
        carried.items.add(new File([Uint8Array.from(atob(data), (one) => one.charCodeAt(0))], name));
    field.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def opened(page: Page, archive: Archive, catalogue, tmp_path: Path) -> Iterator[Callable[[Editors], Page]]:
    """Serves an archive of its own to these editors and gives a page of it, which in the end has said no error."""
    with ExitStack() as until_the_end:
        until_the_end.enter_context(without_errors(page))

        def serve(editors: Editors) -> Page:
            desk = Desk(Stock(str(tmp_path / "data" / "a.sqlite")), editors)
            address = until_the_end.enter_context(running(create_app(archive, catalogue, desk)))
            page.goto(f"{address}/import")
            return page

        yield serve


def drop(page: Page, files: dict[str, bytes]) -> None:
    """Let files fall on the field."""
    field = page.locator(".drop")
    expect(field).to_be_visible()
    carried = [[name, base64.b64encode(data).decode()] for name, data in files.items()]
    page.evaluate(DROP, [field.element_handle(), carried])


def row(page: Page, words: str):
    return page.locator("#import-grid .ag-row", has_text=words)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_files_are_dropped_looked_at_and_kept(opened, lang: str) -> None:
    page = opened(Editors("127.0.0.1"))
    page.goto(f"{page.url}?lang={lang}")
    drop(page, {"页.html": PAGE.encode("gb18030"), "报.docx": word_file(), "旧.doc": b"x"})
    expect(row(page, "云麓高新区简报")).to_be_visible()
    why = {"zh": "旧版 Word 文件；请另存为 .docx", "en": "An old Word file; please save it as .docx"}
    expect(row(page, "旧.doc")).to_contain_text(why[lang])
    cell = row(page, "旧.doc").locator("[col-id=standing]")
    assert cell.evaluate(ROOM_LEFT) > 0  # why is told in full
    expect(page.locator("#import-seen")).to_contain_text("GB18030")
    expect(page.locator("#import-seen .document-text mark.actual")).to_have_text(["46亿元", "7.4%"])
    row(page, "云麓高新区半年简报").get_by_role("link").click()
    expect(page.locator("#import-seen .document-text mark.actual")).to_have_text(["23亿元"])
    page.locator("#import-day").fill("yesterday")
    page.locator("#import-again").click()
    expect(page.locator("#import-problem")).to_contain_text("2024-01-18")
    page.locator("#import-day").fill("2024-07-20")
    page.locator("#import-again").click()
    expect(row(page, "云麓高新区半年简报")).to_contain_text("2024-07-20")
    assert violations(page) == []
    page.get_by_role("button", name=SAID[lang]["all"]).click()
    expect(page.locator("#import-said")).to_contain_text(SAID[lang]["kept"])
    page.locator("#import-seen").get_by_role("link", name="→").click()
    expect(page).to_have_url(re.compile("/documents"))
    expect(page.locator(".document-head")).to_contain_text("2024-07-20")
    expect(page.locator(".row-item")).to_contain_text("2024")
    correct_and_undo(page, lang)
    add_and_undo(page, lang)
    page.goto(page.url.partition("/documents")[0] + f"/import?lang={lang}")
    drop(page, {"又.html": PAGE.encode("gb18030")})
    expect(row(page, "又.html")).to_contain_text(SAID[lang]["there"])


def correct_and_undo(page: Page, lang: str) -> None:
    """From the row of a document to its correction, to what the pages show then, and back."""
    said, keys = SAID[lang], page.keyboard
    document = page.url
    page.locator(".row-item .edit-link").first.click()
    expect(page.locator(".evidence mark.figure")).to_have_text("23亿元")
    assert violations(page) == []
    keys.press("e")
    expect(page.locator(".decision-more[open] input").first).to_be_focused()
    keys.press("Control+a")
    keys.type("24")
    keys.press("Tab")
    panel = page.locator(".decision-more[open]")
    panel.get_by_label(said["reason"]).first.fill("错了一位")
    panel.locator("[data-submit]").click()
    made = page.locator(".decisions .row-item")
    expect(made).to_contain_text("错了一位")
    expect(page.locator(".evidence .said-value")).to_have_text(said["corrected"])
    page.goto(document)
    expect(page.locator(".row-item .value")).to_have_text(said["corrected"])
    page.locator(".row-item .edit-link").first.click()
    made.get_by_role("button", name=said["undo"], exact=True).click()
    expect(page.locator(".evidence .said-value")).to_have_text(said["was"])
    expect(made).to_contain_text(said["undone"])
    keys.press("r")
    panel.get_by_label(said["reason"]).first.fill("不是指标")
    panel.locator("[data-submit]").click()
    expect(made).to_have_count(2)
    expect(page.locator(".evidence")).to_have_count(0)  # it is no figure any more
    made.get_by_role("button", name=said["undo"], exact=True).click()
    expect(page.locator(".evidence .said-value")).to_have_text(said["was"])
    page.goto(document)
    expect(page.locator(".row-item .value")).to_have_text(said["was"])


SELECT = """(words) => {
    const walk = document.createTreeWalker(document.querySelector(".document-text"), NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const at = node.data.indexOf(words);
        if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + words.length);
    }
    throw new Error(`no ${words}`);
}"""


def add_and_undo(page: Page, lang: str) -> None:
    """From words of a document that were not read to a figure that was said of them, to its row, and back."""
    said = SAID[lang]
    page.wait_for_selector(".document-text")
    document = page.url
    page.evaluate(SELECT, "上半年")
    page.locator(".add-figure").click()
    expect(page.locator(".evidence mark.figure")).to_have_text("上半年")
    assert violations(page) == []
    form = page.locator(".decision")
    form.get_by_label(said["reason"]).first.fill("口头说的")
    form.locator("[data-submit]").click()
    expect(form.locator("[aria-invalid=true]").first).to_be_visible()  # without a value, a unit and an indicator
    for name, entered in (("indicator_text", "用电量"), ("value", "31"), ("unit", "万千瓦时")):
        form.locator(f"input[id*='\"{name}\"']").fill(entered)
    page.keyboard.press("Tab")
    form.locator("[data-submit]").click()
    expect(page.locator(".evidence")).to_contain_text("用电量")
    expect(page.locator(".evidence .decided-by")).to_contain_text("口头说的")
    page.goto(document)
    expect(page.locator(".row-item", has_text="用电量")).to_be_visible()
    expect(page.locator(".document-text a mark", has_text="上半年")).to_be_visible()
    page.locator(".row-item", has_text="用电量").locator(".edit-link").click()
    page.locator(".decisions").get_by_role("button", name=said["undo"], exact=True).first.click()
    expect(page.locator(".decisions")).to_contain_text(said["undone"])
    page.goto(document)
    expect(page.locator(".row-item .value")).to_have_text(said["was"])


def test_a_text_is_pasted_and_chosen_ones_are_kept(opened) -> None:
    page = opened(Editors("127.0.0.1"))
    drop(page, {"a.txt": text("第一号简报", 101)})
    expect(row(page, "第一号简报")).to_be_visible()
    page.locator(".paste summary").click()
    page.locator("#paste-title").fill("云麓高新区年报<b>")
    page.locator("#paste-day").fill("2024-01-18")
    page.locator("#paste-text").fill("2023年，云麓高新区实现税收46亿元，<img src=x onerror=alert(1)>同比增长7.4%。")
    page.locator("#paste-button").click()
    expect(row(page, "云麓高新区年报<b>")).to_contain_text("可以保存")
    expect(page.locator("#import-seen .document-text")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("#import-seen img").count() == 0
    row(page, "云麓高新区年报").locator("input").check()
    page.get_by_role("button", name="保存选中的").click()
    expect(page.locator("#import-said")).to_contain_text("保存了 1 篇")
    expect(row(page, "第一号简报")).to_contain_text("可以保存")
    expect(row(page, "云麓高新区年报")).to_contain_text("已保存")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_long_work_shows_how_far_it_is_and_can_be_stopped(opened, lang: str) -> None:
    page = opened(Editors("127.0.0.1"))
    page.goto(f"{page.url}?lang={lang}")
    held: list[Route] = []
    page.route("**/import/read?*document=3*", lambda route: held.append(route))
    drop(page, {"包.zip": packed({f"{n}.txt": text(f"第{n}号", 100 + n) for n in range(6)})})
    expect(page.locator("#import-done")).to_contain_text("3/7")
    page.get_by_role("button", name=SAID[lang]["stop"], exact=True).click()
    held[0].continue_()
    expect(page.locator("#import-work")).to_be_hidden()
    expect(page.locator("#import-said")).to_contain_text("做完 4，还剩 3" if lang == "zh" else "4 done, 3 left")
    expect(page.locator("#import-grid .ag-row")).to_have_count(6)
    expect(row(page, "第3号")).to_have_count(0)  # not read, and so without its title


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_strangers_are_told_that_they_may_only_read(opened, lang: str) -> None:
    page = opened(Editors("0.0.0.0"))
    page.goto(f"{page.url}?lang={lang}")
    expect(page.locator(".empty")).to_contain_text("python -m dashboard password")
    expect(page.locator(".top")).to_contain_text(SAID[lang]["read_only"])
    expect(page.locator(".drop")).to_have_count(0)
    assert violations(page) == []


def test_an_editor_signs_in_and_out(opened) -> None:
    page = opened(Editors("0.0.0.0", generate_password_hash("correct horse", "pbkdf2:sha256:1000")))
    page.locator(".page").get_by_role("link", name="登录").click()
    page.get_by_label("姓名").fill("张三")
    page.get_by_label("编辑密码").fill("wrong")
    page.get_by_role("button", name="登录").click()
    expect(page.locator("#sign-in-said")).to_contain_text("密码不对")
    page.get_by_label("编辑密码").fill("correct horse")
    page.get_by_role("button", name="登录").click()
    expect(page.locator(".top")).to_contain_text("张三")
    page.goto(page.url.rstrip("/") + "/import")
    drop(page, {"a.txt": text()})
    expect(row(page, "第一号简报")).to_contain_text("可以保存")
    page.get_by_role("link", name="张三").click()
    page.get_by_role("button", name="退出").click()
    expect(page.locator(".top")).to_contain_text("登录")


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe-core finds fault with on the page on show."""
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:160] for node in one["nodes"]][:3]) for one in found]

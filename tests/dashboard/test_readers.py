"""What three readers come for, from the first screen on, in both languages."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.words import Words
from indicators.archive import Archive
from indicators.documents import Document
from indicators.model import Mark
from tests.dashboard.browsing import CHART, visit
from tests.dashboard.conftest import make_table, served

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("lang", ["zh", "en"])]

INVESTMENT = {"zh": "固定资产投资", "en": "Fixed-asset investment"}
REVENUE = {"zh": "营业收入", "en": "Revenue"}
RIVAL = "2020年营业收入112亿元。"
FIGURE = "112亿元"


class Reader:
    """Someone at the first screen, in a language, whose clicks are counted."""

    def __init__(self, site: Page, lang: str) -> None:
        self.site, self.words, self.clicks = site, Words(lang), 0
        self.query = "" if lang == "zh" else "?lang=en"
        visit(site, f"/{self.query}")

    def click(self, what: Locator) -> None:
        what.click()
        self.clicks += 1

    def link(self, text: str, **fields: Any) -> Locator:
        return self.site.get_by_role("link", name=self.words(text, **fields))

    def page(self, title: str) -> Locator:
        """The way to a page, in the navigation."""
        return self.site.locator(".page-link", has_text=re.compile(f"^{self.words(title)}$"))

    def downloads(self, what: Locator) -> tuple[str, bytes]:
        """Name and content of the file that a click gives."""
        with self.site.expect_download() as download:
            self.click(what)
        return download.value.suggested_filename, download.value.path().read_bytes()


@pytest.fixture
def reader(site: Page, lang: str) -> Reader:
    return Reader(site, lang)


def test_an_analyst_compares_targets_with_actuals_and_takes_the_figures_along(reader: Reader) -> None:
    site = reader.site
    reader.click(site.get_by_role("link", name="云岭高新区", exact=True))
    reader.click(reader.link("全部 {n} 项目标 →", n=3))
    row = site.locator(".scroller tr", has_text=INVESTMENT[reader.words.language])
    expect(row).to_contain_text("104%")
    expect(row).to_contain_text(reader.words("已达到"))
    reader.click(row.get_by_role("link", name=reader.words("出处")))
    expect(site.locator(".evidence mark.figure")).to_have_text(["75亿元", "100亿元", "78亿元"])
    reader.click(reader.page("数据"))
    expect(site.locator("#data-grid .ag-row").first).to_be_visible()
    site.get_by_label(reader.words("搜索"), exact=True).fill("云岭高新区")
    expect(site.get_by_text(reader.words("{n} 行，共 {all} 行", n=11, all=16))).to_be_visible()
    name, content = reader.downloads(reader.link("下载 {kind}", kind="Excel"))
    assert name.endswith(".xlsx")
    sheets = pd.read_excel(io.BytesIO(content), sheet_name=None)
    data = sheets["数据"]
    assert len(data) == 11
    investment = data[(data["指标"] == "investment") & (data["性质"] == "目标")]
    assert investment[["数值", "单位"]].values.tolist() == [[75, "亿元"], [100, "亿元"]]
    assert "云岭高新区" in " ".join(sheets["版本"]["内容"].astype(str))  # how to cite it


def test_a_researcher_compares_parks_by_an_index_and_comes_back_to_it(reader: Reader) -> None:
    site, words = reader.site, reader.words
    site.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.click(reader.page("趋势"))
    expect(site.locator(CHART)).to_be_visible()
    reader.click(site.get_by_text(words("指数"), exact=True).first)
    title = site.locator(".chart-title")
    expect(title).to_contain_text(words("指数（{year}年=100）", year=2018))
    expect(site.locator(".entities .key")).to_have_text(["云岭高新区", "江北经开区"])
    name, content = reader.downloads(site.locator(".tool:text-is('CSV')"))
    drawn = pd.read_csv(io.BytesIO(content), encoding="utf-8-sig")
    indexed = drawn[drawn[words("口径")] == words("指数")]
    last = indexed.groupby(words("园区"))[words("数值|列")].last()
    assert last.to_dict() == pytest.approx({"云岭高新区": 110 / 85 * 100, "江北经开区": 50.5 / 40 * 100})
    reader.click(site.get_by_role("button", name=words("复制这一页的链接")))
    copied = site.evaluate("navigator.clipboard.readText()")
    reader.click(reader.page("数据"))
    expect(site.locator("#data-grid .ag-row").first).to_be_visible()
    name, content = reader.downloads(reader.link("下载 {kind}", kind="SDMX-CSV"))
    assert name.endswith(".sdmx.csv")
    sdmx = pd.read_csv(io.BytesIO(content))
    assert len(sdmx) == 16
    assert {"STRUCTURE", "STRUCTURE_ID", "OBS_VALUE", "TIME_PERIOD"} <= set(sdmx.columns)
    visit(site, copied)
    expect(title).to_contain_text(words("指数（{year}年=100）", year=2018))
    expect(site.locator(".entities .key")).to_have_text(["云岭高新区", "江北经开区"])


@pytest.fixture(scope="module")
def disputed(archive: Archive) -> Iterator[str]:
    """The address of a dashboard in whose archive a later text says otherwise of one figure."""
    title = "云岭高新区统计手册"
    text = f"{title}\n{RIVAL}"
    start = text.index(FIGURE)
    place = {"document": "云岭-手册.txt", "published": "2022-03-01", "start": start, "end": start + len(FIGURE)}
    row = place | {"value": 112.0, "sentence": RIVAL}
    rows = make_table(*archive.observations.to_dict("records"), row)
    mark = Mark(start, start + len(FIGURE), "read", "amount.level")
    document = Document("云岭-手册.txt", text, title, "云岭高新区管委会", "2022-03-01", "", (mark,))
    with served(Archive(rows, (*archive.documents, document))) as address:
        yield address


def test_a_journalist_finds_a_number_its_sentence_and_who_says_otherwise(page: Page, disputed: str, lang: str) -> None:
    expect.set_options(timeout=15_000)
    words = Words(lang)
    visit(page, f"{disputed}/{'' if lang == 'zh' else '?lang=en'}")
    page.locator("#search").fill("110亿元")
    page.locator(".found-line", has_text="2020年营业收入110亿元").click()
    expect(page.locator(".document-text .pointed-out")).to_have_text("110亿元")
    row = page.locator(".row-item", has_text={"zh": "110 亿元", "en": "11 bn CNY"}[lang])
    row.get_by_role("link", name=words("为什么")).click()
    page.wait_for_selector("main[data-page='/why']")
    others = page.locator(".evidence").last
    expect(others).to_contain_text(RIVAL)  # published later, and so the one taken
    others.locator("summary", has_text=words("另有 {n} 处说法不同", n=1)).click()
    expect(others).to_contain_text("2020年营业收入110亿元。")
    expect(others).to_contain_text("云岭高新区统计手册")


def test_a_parks_growth_chart_is_two_clicks_away_and_its_sentence_three(reader: Reader) -> None:
    site = reader.site
    reader.click(site.get_by_role("link", name="云岭高新区", exact=True))
    site.wait_for_selector("main[data-page='/park']")
    reader.click(site.locator(".figure-link", has_text=REVENUE[reader.words.language]))
    site.wait_for_selector("main[data-page='/trends']")
    expect(site.locator(CHART)).to_be_visible()
    panels = "() => [...document.querySelectorAll('.js-plotly-plot .annotation-text')].map((one) => one.textContent)"
    assert any(reader.words("增速") in said for said in site.evaluate(panels))
    assert reader.clicks <= 2
    reader.click(site.locator(".twin").get_by_role("link", name=reader.words("出处")).last)
    expect(site.locator(".evidence mark.figure")).to_be_visible()
    assert reader.clicks <= 3


def test_a_file_of_what_is_shown_is_three_clicks_away(reader: Reader) -> None:
    reader.click(reader.page("趋势"))
    expect(reader.site.locator(CHART)).to_be_visible()
    name, content = reader.downloads(reader.site.locator(".tool:text-is('CSV')"))
    assert name.endswith(".csv")
    assert len(pd.read_csv(io.BytesIO(content), encoding="utf-8-sig")) == 10
    assert reader.clicks <= 3

"""Whole journeys in a real Chromium, with nothing but this machine to talk to."""

import io
import re
from collections.abc import Iterator

import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from dashboard.components.shell import PAGES
from tests.dashboard.browsing import CHART, visit

pytestmark = pytest.mark.browser

PATHS = [path for path, _ in PAGES]


def walk(site: Page, query: str = "") -> Iterator[str]:
    """Every page in turn, by the links above, each when it has been drawn; the first one is opened by its address."""
    visit(site, "/" + query)
    for place, path in enumerate(PATHS):
        site.locator(".page-link").nth(place).click()
        site.wait_for_selector(f'main[data-page="{path}"] h1')
        site.wait_for_function("!document.querySelector('.mantine-Skeleton-root, ._dash-loading')")
        if path in {"/trends", "/targets"}:
            expect(site.locator(CHART).first).to_be_visible()
        yield path


def points(site: Page) -> list[dict[str, float | str]]:
    """Where each mark that can be clicked stands in the window, and the series row that it belongs to."""
    return site.evaluate(
        """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap((chart) =>
            chart._fullData.filter((trace) => trace.customdata).flatMap((trace) => {
                const box = chart.getBoundingClientRect();
                const axis = (letter) => chart._fullLayout[`${letter}axis${trace[`${letter}axis`]?.slice(1) ?? ''}`];
                const [x, y] = [axis('x'), axis('y')];
                return trace.customdata.map((series, i) => ({
                    series,
                    x: box.left + x._offset + x.d2p(trace.x[i]),
                    y: box.top + y._offset + y.d2p(trace.y[i]),
                    text: (trace.hovertext || [])[i] || '',
                }));
            }))"""
    )


def choose(site: Page, label: str, option: str) -> None:
    """Pick an option of the select with this label, as a reader does."""
    site.get_by_role("combobox", name=label).or_(site.get_by_label(label)).first.click()
    site.get_by_role("option", name=option).first.click()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_is_shown_in_both_languages(site: Page, lang: str) -> None:
    for path in walk(site, "?lang=en" if lang == "en" else ""):
        heading = site.get_by_role("heading", level=1).inner_text()
        assert bool(re.search("[\u4e00-\u9fff]", heading)) == (lang == "zh"), path
        expect(site.locator("html")).to_have_attribute("lang", "en" if lang == "en" else "zh-CN")


def test_two_parks_are_drawn_and_a_point_leads_to_its_sentence(site: Page) -> None:
    visit(site, "/trends?park=云岭高新区&indicator=revenue")
    expect(site.locator(CHART)).to_be_visible()
    choose(site, "园区与地区", "江北经开区")
    expect(site.locator(".entities")).to_contain_text("江北经开区")
    site.keyboard.press("Escape")
    site.wait_for_function(
        "document.querySelector('.js-plotly-plot')?._fullData?.some("
        "(trace) => (trace.hovertext || []).some((text) => text.includes('江北')))"
    )
    drawn = points(site)
    assert {"云岭高新区" in str(p["text"]) for p in drawn} == {True, False}
    one = next(p for p in drawn if "50.5 亿元" in str(p["text"]))
    site.mouse.click(float(one["x"]), float(one["y"]))
    evidence = site.locator(".evidence")
    expect(evidence).to_contain_text("2020年营业收入50.5亿元。")
    expect(evidence.locator("mark.figure")).to_have_text("50.5亿元")
    expect(evidence).to_contain_text("江北经开区上半年情况")
    expect(evidence).to_contain_text("amount.level")
    link = site.url
    assert "point=" in link
    visit(site, link)  # the address alone brings all of it back
    expect(site.locator("mark.figure")).to_have_text("50.5亿元")
    expect(site.locator(".entities")).to_contain_text("云岭高新区")


def test_from_a_sentence_to_its_place_in_the_document_and_back(site: Page) -> None:
    site.emulate_media(reduced_motion="reduce")  # a page that still scrolls takes its tip away
    visit(site, "/trends?park=云岭高新区&indicator=revenue")
    site.locator(".twin").get_by_role("link", name="出处").first.click()
    site.locator(".evidence").get_by_role("link", name="在原文中查看 →").click()
    expect(site.locator(".document-text .pointed-out")).to_be_visible()
    expect(site.locator(".document-text")).to_contain_text("<b>代号</b>")  # shown, not obeyed
    expect(site.locator(".mark.set_aside").first).to_be_visible()
    site.locator(".document-text .pointed-out").click()
    expect(site.locator(".row-item.pointed-out")).to_be_visible()
    site.mouse.move(0, 0)
    site.locator(".document-text a").first.hover()
    expect(site.get_by_role("tooltip")).to_contain_text("营业收入")


def test_a_target_is_compared_with_its_actual(site: Page) -> None:
    visit(site, "/targets?park=云岭高新区&year=2020")
    row = site.locator(".scroller tr", has_text="固定资产投资")
    for said in ("75 亿元", "100 亿元", "78 亿元", "104%", "100%", "已达到"):
        expect(row).to_contain_text(said)
    expect(site.locator(".scroller tr", has_text="=企业")).to_contain_text("尚无实绩")
    row.get_by_role("link", name="出处").click()
    expect(site.locator(".evidence mark.figure")).to_have_text(["75亿元", "100亿元", "78亿元"])


def test_the_targets_of_one_indicator_stand_side_by_side_and_in_the_address(site: Page) -> None:
    visit(site, "/targets?park=云岭高新区&year=2020")
    site.get_by_text("一个指标", exact=True).click()
    expect(site.locator(".chart-title")).to_have_text("固定资产投资：历年目标与实绩")
    expect(site.locator("#target-park")).to_be_hidden()
    expect(site).to_have_url(re.compile("view=indicator"))
    site.locator("#target-indicator").click()
    site.get_by_role("option", name="营业收入 (1)").click()
    expect(site.locator(".chart-title")).to_have_text("营业收入：历年目标与实绩")
    expect(site.locator(".frame")).to_contain_text("有这个指标而没有读到目标的园区（1 个）：江北经开区")
    with site.expect_download() as download:
        site.locator(".tool:text-is('CSV')").click()
    read = pd.read_csv(io.BytesIO(download.value.path().read_bytes()), encoding="utf-8-sig")
    assert read[["园区", "目标", "实绩", "结论"]].values.tolist() == [["云岭高新区", 8.0, 9.5, "已达到"]]
    visit(site, site.url)  # the address alone brings it back
    expect(site.locator(".chart-title")).to_have_text("营业收入：历年目标与实绩")


def test_the_csv_holds_what_the_grid_shows(site: Page, archive) -> None:
    visit(site, "/data")
    expect(site.locator(".ag-row").first).to_be_visible()
    site.get_by_label("搜索").fill("江北经开区")
    expect(site.get_by_text("5 行，共 16 行")).to_be_visible()
    expect(site).to_have_url(re.compile("q="))
    with site.expect_download() as download:
        site.get_by_role("link", name="下载 CSV").click()
    data = download.value.path().read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    read = pd.read_csv(io.BytesIO(data), encoding="utf-8-sig")
    shown = archive.observations[archive.observations["park"] == "江北经开区"]
    assert read["数值"].tolist() == shown["value"].tolist()
    assert read["基本单位数值"].tolist() == shown["value_base"].tolist()
    assert "q=" in site.url


def test_choices_change_the_view_in_place_and_the_way_back_undoes_them(site: Page) -> None:
    visit(site, "/trends?park=云岭高新区&indicator=revenue")
    site.evaluate("window.sameVisit = true")
    site.get_by_text("对数", exact=True).click()
    expect(site).to_have_url(re.compile("scale=log"))
    site.wait_for_function("document.querySelector('.js-plotly-plot')?._fullLayout?.yaxis.type === 'log'")
    site.go_back()
    site.wait_for_function("document.querySelector('.js-plotly-plot')?._fullLayout?.yaxis.type === 'linear'")
    expect(site.get_by_role("radio", name="线性")).to_be_checked()
    assert site.evaluate("window.sameVisit")


def test_the_grid_is_searched_while_typing_and_follows_the_way_back(site: Page) -> None:
    visit(site, "/data")
    expect(site.locator(".ag-row").first).to_be_visible()
    search = site.get_by_label("搜索")
    search.press_sequentially("江北")
    expect(site.get_by_text("5 行，共 16 行")).to_be_visible()
    expect(search).to_be_focused()
    search.press_sequentially("经开区利")
    expect(site.get_by_text("0 行，共 16 行")).to_be_visible()
    site.go_back()
    expect(search).to_have_value("江北")
    expect(site.get_by_text("5 行，共 16 行")).to_be_visible()


def test_rows_are_grouped_and_a_group_is_opened(site: Page) -> None:
    visit(site, "/data")
    site.locator("#data-by").click()
    site.get_by_role("option", name="园区", exact=True).click()
    expect(site).to_have_url(re.compile("by=park"))
    expect(site.get_by_text("2 组，共 16 行")).to_be_visible()
    expect(site.locator("#data-grid")).to_be_hidden()
    site.keyboard.press("Escape")
    group = site.locator("#data-groups .ag-row", has_text="江北经开区")
    expect(group).to_contain_text("（指标不止一个）")
    group.get_by_role("link", name="5").click()
    expect(site.get_by_text("5 行，共 16 行")).to_be_visible()
    chip = site.get_by_role("link", name="取消筛选：园区 = 江北经开区")
    chip.click()
    expect(site.get_by_text("共 16 行", exact=True)).to_be_visible()
    expect(chip).to_be_hidden()


CLICKS = "places => places.forEach((place) => document.querySelector(place).click())"


@pytest.mark.parametrize(
    ("path", "places", "says"),
    [
        (
            "/trends",
            ["#trend-scale input[value=log]", "#trend-view input[value=apart]", "#trend-time input[value=same]"],
            {"scale": "log", "view": "apart", "time": "same"},
        ),
        (
            "/compare",
            ["#compare-scale input[value=log]", "#compare-view input[value=heat]"],
            {"scale": "log", "view": "heat"},
        ),
        (
            "/data",
            [".column-boxes input[value=measure]", ".column-boxes input[value=basis]"],
            {"columns": "park"},  # once columns are chosen, those that are shown stand in the address
        ),
    ],
)
def test_choices_made_at_one_stroke_all_count(site: Page, path: str, places: list[str], says: dict[str, str]) -> None:
    visit(site, path)
    site.wait_for_selector(places[-1], state="attached")
    site.evaluate(CLICKS, places)
    for name, value in says.items():
        expect(site).to_have_url(re.compile(f"[?&]{name}={value}(&|$)"))
    boxes = [place for place in places if ".column-boxes" in place]  # checked at first: a click takes the column away
    for box in boxes:
        column = re.search(r"value=(\w+)", box)
        expect(site).not_to_have_url(re.compile(f"[?&]columns={column[1] if column else ''}(&|$)"))
    visit(site, site.url)
    for place in places:
        expect(site.locator(place)).to_be_checked(checked=place not in boxes)


HEADS = """() => [...document.querySelectorAll('#data-grid .ag-header-row-column .ag-header-cell')]
  .map((head) => [head.getBoundingClientRect().left, head.getBoundingClientRect().right, head.getAttribute('col-id')])
  .sort((one, other) => one[0] - other[0])"""


@pytest.mark.parametrize(
    ("width", "first"),
    [
        (1440, ["park", "indicator", "period", "value", "unit", "status", "published", "measure"]),
        (390, ["value", "unit", "period"]),
    ],
)
def test_the_columns_that_say_most_are_in_sight_without_scrolling(site: Page, width: int, first: list[str]) -> None:
    site.set_viewport_size({"width": width, "height": 900})
    visit(site, "/data")
    expect(site.locator("#data-grid .ag-row").first).to_be_visible()
    heads = [(right, column) for _, right, column in site.evaluate(HEADS)]
    assert [column for _, column in heads][: len(first)] == first
    assert all(right <= width for right, _ in heads[: len(first)])
    assert "segment" not in [column for _, column in heads]


def test_columns_are_chosen_and_kept_in_the_address(site: Page) -> None:
    visit(site, "/data")
    expect(site.locator("#data-grid .ag-header-cell", has_text="口径")).to_be_visible()
    site.locator("summary", has_text="列").click()
    site.get_by_role("checkbox", name="口径").click()
    expect(site.locator("#data-grid .ag-header-cell", has_text="口径")).to_be_hidden()
    expect(site).to_have_url(re.compile("columns="))
    visit(site, site.url)
    expect(site.locator("#data-grid .ag-header-cell", has_text="数值").first).to_be_visible()
    expect(site.locator("#data-grid .ag-header-cell", has_text="口径")).to_be_hidden()


def test_the_table_is_copied_with_a_line_to_cite_it(site: Page) -> None:
    site.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(site, "/data?q=利润")
    expect(site.get_by_text("1 行，共 16 行")).to_be_visible()
    site.get_by_role("button", name="复制表格").click()
    expect(site.get_by_text("已复制 1 行")).to_be_visible()
    head, row = site.evaluate("navigator.clipboard.readText()").strip().splitlines()
    assert dict(zip(head.split("\t"), row.split("\t"), strict=True))["数值"] == "-3.2"
    site.get_by_role("button", name="复制引用").click()
    expect(site.get_by_text("已复制", exact=True)).to_be_visible()
    cited = site.evaluate("navigator.clipboard.readText()")
    assert re.search(r"观测表，搜索“利润”，http.*q=.*，\d{4}-\d\d-\d\d$", cited)


def test_a_value_of_the_grid_leads_to_its_document(site: Page) -> None:
    visit(site, "/data?q=利润")
    site.get_by_role("link", name="−3.2").click()
    expect(site.locator(".document-text .pointed-out")).to_have_text("-3.2亿元")


def test_on_a_phone_the_sentence_comes_into_sight(site: Page) -> None:
    site.set_viewport_size({"width": 390, "height": 844})
    for path in ("/targets?park=云岭高新区&year=2020", "/trends?park=云岭高新区&indicator=revenue"):
        visit(site, path)
        site.get_by_role("link", name="出处").last.click()
        expect(site.locator(".evidence mark.figure").first).to_be_in_viewport()


def test_language_and_light_are_switched_in_place(site: Page) -> None:
    visit(site, "/trends?park=江北经开区&indicator=revenue")
    expect(site.locator(CHART)).to_be_visible()
    site.get_by_role("link", name="English").click()
    expect(site.get_by_role("heading", level=1)).to_have_text("Trends")
    assert "lang=en" in site.url
    assert "indicator=revenue" in site.url
    site.locator("#scheme").click()
    expect(site.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    site.wait_for_function("document.querySelector('.js-plotly-plot')?._fullLayout?.font.color === '#d4d7da'")


def test_no_page_needs_what_the_policy_forbids(browser: Browser, address: str) -> None:
    errors: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})  # one that obeys
    page = context.new_page()
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_default_timeout(15_000)
    for path in [*PATHS, "/import", "/sign-in", "/compare?view=heat", "/compare?view=scatter"]:
        page.goto(f"{address}{path}")
        page.wait_for_selector(f'main[data-page="{path.partition("?")[0]}"] h1')
        page.wait_for_load_state("networkidle")
    page.goto(f"{address}/data?q=利润")
    expect(page.locator(".ag-row")).to_have_count(1)
    page.goto(f"{address}/trends?park=云岭高新区&indicator=revenue")
    expect(page.locator(CHART)).to_be_visible()
    context.close()
    assert errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_hidden_from_those_who_cannot_see(site: Page, scheme: str) -> None:
    site.emulate_media(color_scheme=scheme)
    for path in walk(site):
        assert violations(site) == [], path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_hidden_on_the_pages_that_others_lead_to(site: Page, scheme: str) -> None:
    site.emulate_media(color_scheme=scheme)
    for path in (
        "/park?park=云岭高新区",
        "/why?name=云岭-2021.txt&at=88",
        "/compare?view=scatter",
        "/compare?view=heat",
        "/targets?view=indicator",
        "/data?by=park&by=name",
        "/coverage?park=云岭高新区",
        "/trends?time=same",
        "/trends?park=江北经开区&indicator=revenue&time=axis&vintage=2021-03-01",
        "/trends?view=apart&lang=en",
        "/?as_of=2021-03-01",
    ):
        visit(site, path)
        site.wait_for_function("!document.querySelector('.mantine-Skeleton-root, ._dash-loading')")
        assert violations(site) == [], path


def violations(site: Page) -> list[tuple[str, list[str]]]:
    """What axe-core finds fault with on the page on show."""
    found = Axe().run(site).response["violations"]
    return [(one["id"], [node["html"][:160] for node in one["nodes"]][:3]) for one in found]


def test_a_phone_shows_every_page_without_scrolling_sideways(site: Page) -> None:
    site.set_viewport_size({"width": 390, "height": 844})
    for path in walk(site, "?lang=en"):
        assert site.evaluate("document.documentElement.scrollWidth") <= 390, path


def test_a_chart_is_walked_along_by_keyboard_and_read_out(site: Page) -> None:
    visit(site, "/trends?park=江北经开区&indicator=revenue&time=axis")
    expect(site.locator(CHART)).to_be_visible()
    site.locator(".chart").focus()
    site.keyboard.press("ArrowRight")
    said = site.locator(".said")
    expect(said).to_contain_text("1/4 江北经开区，40 亿元")
    expect(said).to_contain_text("2018年营业收入40亿元。")
    site.keyboard.press("End")
    expect(said).to_contain_text("约")
    site.keyboard.press("Enter")
    expect(site.locator(".evidence mark.figure")).to_have_text("约27亿元")


@pytest.mark.parametrize("kind", ["PNG", "SVG"])
def test_a_picture_has_title_source_and_day_on_it(site: Page, kind: str) -> None:
    visit(site, "/trends?park=江北经开区&indicator=revenue&time=axis")
    expect(site.locator(CHART)).to_be_visible()
    with site.expect_download() as download:
        site.locator(f".tool:text-is('{kind}')").click()
    assert download.value.suggested_filename == f"营业收入 江北经开区.{kind.lower()}"
    data = download.value.path().read_bytes()
    if kind == "PNG":
        assert data.startswith(b"\x89PNG")
        return
    drawn = data.decode()
    assert "营业收入" in drawn
    assert re.search(r"来源：园区指标，1 篇文档 · \d{4}-\d\d-\d\d", drawn)


def test_the_table_of_a_chart_is_one_click_away_and_obeys_the_choices(site: Page) -> None:
    visit(site, "/trends?park=江北经开区&indicator=revenue&form=index&time=axis")
    with site.expect_download() as download:
        site.locator(".tool:text-is('CSV')").click()
    read = pd.read_csv(io.BytesIO(download.value.path().read_bytes()), encoding="utf-8-sig")
    assert read["数值"].tolist() == pytest.approx([100.0, 110.0, 126.25])
    assert set(read["口径"]) == {"指数"}
    assert download.value.suggested_filename == "营业收入.csv"


def test_in_a_frame_the_chart_stands_alone(site: Page) -> None:
    visit(site, "/trends?park=江北经开区&indicator=revenue&embed=1")
    expect(site.locator(CHART)).to_be_visible()
    for part in (".top", "h1", ".controls", ".twin"):
        expect(site.locator(part).first).to_be_hidden()


def test_part_years_are_shown_beside_the_same_months_when_they_are_the_freshest(site: Page) -> None:
    visit(site, "/trends?park=江北经开区&indicator=revenue")
    expect(site.get_by_role("radio", name="时间轴")).to_be_checked()  # one half-year has nothing beside it
    site.get_by_text("同期", exact=True).click()
    expect(site).to_have_url(re.compile("time=same"))
    expect(site.locator(".chart-title")).to_have_text("营业收入 · 全年")


def test_many_parks_are_ranked_and_a_bar_leads_to_its_sentence(site: Page) -> None:
    visit(site, "/compare?indicator=revenue&period=2020")
    expect(site.locator(".chart-title").first).to_have_text("营业收入 · 2020年")
    site.locator(".twin summary").click()
    expect(site.locator(".twin tbody tr").first).to_contain_text("云岭高新区")
    site.locator(".twin").get_by_role("link", name="出处").nth(1).click()
    expect(site.locator(".evidence mark.figure")).to_have_text("50.5亿元")
    assert "point=" in site.url


def test_gaps_stay_visible_in_the_heat_table(site: Page) -> None:
    visit(site, "/compare?view=heat&indicator=revenue&period=2020")
    row = site.locator(".heat tr", has_text="江北经开区")
    expect(row.locator("td").first).to_have_text("50.5")
    expect(row.locator("td.gap").first).to_be_visible()
    row.locator("td a").first.click()
    expect(site.locator(".evidence mark.figure")).to_have_text("50.5亿元")


def test_coverage_goes_from_all_parks_to_one_and_to_its_chart(site: Page) -> None:
    visit(site, "/coverage")
    site.locator(".heat tr", has_text="云岭高新区").locator("td a").last.click()
    expect(site.get_by_role("heading", name="云岭高新区：指标 × 年份")).to_be_visible()
    gaps = site.locator(".heat tr", has_text="营业收入").locator("td.gap")
    expect(gaps).to_have_count(1)  # 2019
    site.locator(".heat tr", has_text="营业收入").locator("td a").first.click()
    expect(site.locator(CHART)).to_be_visible()


def test_on_a_phone_the_newest_years_are_in_sight(site: Page) -> None:
    site.set_viewport_size({"width": 390, "height": 844})
    visit(site, "/coverage")
    expect(site.locator(".heat thead th").last).to_have_text("2021")
    expect(site.locator(".heat thead th").last).to_be_in_viewport(ratio=1)
    visit(site, "/coverage?park=云岭高新区")
    expect(site.locator(".heat thead th").last).to_be_in_viewport(ratio=1)


def test_from_the_first_screen_to_a_park_to_its_chart_in_two_clicks(site: Page) -> None:
    visit(site, "/")
    site.get_by_role("link", name="江北经开区", exact=True).click()
    expect(site.get_by_role("heading", level=1)).to_have_text(["江北经开区"])
    expect(site.get_by_text("文档 1 篇")).to_be_visible()
    site.locator(".figure-link", has_text="营业收入").click()
    expect(site.locator(CHART)).to_be_visible()
    expect(site.locator(".evidence mark.figure")).to_have_text("约27亿元")


def test_one_day_is_kept_on_all_pages_and_given_up_again(site: Page) -> None:
    visit(site, "/")
    site.locator("#as-of").fill("2021-03-01")  # is shown as the language writes it
    expect(site.locator("#as-of")).to_have_value("2021年3月1日")
    expect(site.locator(".day-banner")).to_contain_text("之后发布的 1 篇文档不算在内")
    expect(site).to_have_url(re.compile("as_of=2021-03-01"))
    site.locator(".page-link", has_text="数据").click()
    expect(site.get_by_text("共 11 行")).to_be_visible()
    site.get_by_role("link", name="回到现在").click()
    expect(site.get_by_text("共 16 行")).to_be_visible()
    assert "as_of" not in site.url


def test_what_was_known_earlier_is_chosen_beside_what_is_known(site: Page) -> None:
    visit(site, "/trends?park=云岭高新区&park=江北经开区&indicator=revenue&time=axis")
    expect(site.locator(CHART)).to_be_visible()
    site.locator("#trend-vintage").fill("2021-03-01")
    expect(site).to_have_url(re.compile("vintage=2021-03-01"))
    expect(site.locator(".legend", has_text="当时所知")).to_be_visible()
    values = site.evaluate(
        """() => document.querySelector('.js-plotly-plot')._fullData
            .filter((trace) => trace.name === 'earlier' && trace.mode === 'markers').flatMap((trace) => [...trace.y])"""
    )
    assert 110 in values
    assert 50.5 not in values  # published in July


def test_everything_is_found_from_anywhere_by_its_initials(site: Page) -> None:
    visit(site, "/targets")
    box = site.locator("#search")
    expect(box).to_be_visible()
    site.keyboard.press("/")
    expect(box).to_be_focused()
    box.press_sequentially("jbjkq")
    expect(site.locator(".found-line").first).to_contain_text("江北经开区")
    site.keyboard.press("Enter")
    expect(site.get_by_role("heading", name="江北经开区", exact=True)).to_be_visible()


def test_a_number_that_was_quoted_is_found_with_its_sentence(site: Page) -> None:
    visit(site, "/")
    site.locator("#search").fill("50.5亿元")
    site.locator(".found-line", has_text="2020年营业收入50.5亿元").click()
    expect(site.locator(".document-text .pointed-out")).to_have_text("50.5亿元")
    site.locator(".row-item", has_text="50.5").get_by_role("link", name="为什么").click()
    grounds = site.locator(".plain-table tr", has_text="期间")
    expect(grounds).to_contain_text("2020年")
    expect(grounds).to_contain_text("同一句里")


def test_any_text_is_read_on_the_spot(site: Page) -> None:
    visit(site, "/read")
    site.get_by_label("文字", exact=True).fill("2023年，云麓高新区实现税收46亿元，同比增长7.4%。")
    site.get_by_role("button", name="读一遍").click()
    expect(site.locator(".document-text mark.actual")).to_have_text(["46亿元", "7.4%"])
    expect(site.get_by_text("读出的 2 条")).to_be_visible()


def test_the_script_of_the_grid_comes_with_the_first_grid(site: Page, address: str) -> None:
    fetched: list[str] = []
    site.on("request", lambda request: fetched.append(request.url) if "dash_ag_grid" in request.url else None)
    site.goto(f"{address}/trends")
    expect(site.locator(".js-plotly-plot .main-svg").first).to_be_attached()
    assert not fetched
    site.locator("nav a[href^='/data']").click()
    expect(site.locator(".ag-row").first).to_be_visible()
    assert fetched

"""What is folded on a park's page comes when it is unfolded."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from indicators.archive import Archive
from tests.dashboard.browsing import visit
from tests.dashboard.conftest import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def doubtful(table) -> Iterator[str]:
    """A park with seven findings: growth that the levels do not bear out."""
    rows = [
        {"sentence": f"{year}年。", "period_start": f"{year}-01-01", "period_end": f"{year}-12-31"} | said
        for year in range(2001, 2015, 2)
        for said in (
            {"value": 100.0, "period_start": f"{year - 1}-01-01", "period_end": f"{year - 1}-12-31"},
            {"value": 120.0},
            {"measure": "growth", "basis": "yoy", "unit": "%", "value": 8.0, "sentence": f"{year}年营业收入增长8%。"},
        )
    ]
    with served(Archive(table(*rows), ())) as address:
        yield address


def test_further_findings_and_their_sentences_come_when_they_are_asked_for(page: Page, doubtful: str) -> None:
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    visit(page, f"{doubtful}/park")
    lines = page.locator(".finding-line")
    expect(lines).to_have_count(5)
    expect(page.locator(".finding-line .sentence")).to_have_count(0)
    lines.first.locator("summary").click()
    expect(lines.first.locator(".sentence")).to_have_count(3)
    expect(lines.first).to_contain_text("2013年营业收入增长8%。")  # the latest of its kind
    page.locator(".others > summary").press("Enter")
    expect(lines).to_have_count(7)
    lines.last.locator("summary").press("Enter")
    expect(lines.last).to_contain_text("2001年营业收入增长8%。")
    assert Axe().run(page).response["violations"] == []
    assert errors == []

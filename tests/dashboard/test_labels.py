"""Labels of charts on a narrow screen, in a browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from dashboard import ids
from indicators.archive import Archive
from tests.dashboard.conftest import served, without_errors

pytestmark = pytest.mark.browser

LABELS = """(kind) => [...document.querySelectorAll(kind)]
  .filter((label) => label.style.visibility !== "hidden")
  .map((label) => [label.textContent, label.getBoundingClientRect()])
  .map(([text, box]) => [text, box.left, box.right, box.top, box.bottom])"""


@pytest.fixture(scope="module")
def crowded(table) -> Iterator[str]:
    """Nine years, of some of which two parks have values that are close to each other."""
    rows = [
        {"park": park, "value": value + year % 5, "period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}
        for park, value, years in (
            ("云岭高新区", 1000.0, (2014, 2018, 2019, 2020, 2021)),
            ("江北经开区", 1010.0, (2018, 2019, 2020, 2022)),
        )
        for year in years
    ]
    with served(Archive(table(*rows), ())) as address:
        yield address


def overlapping(labels: list) -> list:
    return [
        (one[0], other[0])
        for place, one in enumerate(labels)
        for other in labels[:place]
        if one[1] < other[2] and other[1] < one[2] and one[3] < other[4] and other[3] < one[4]
    ]


@pytest.mark.parametrize("kind", [".textpoint text", ".xtick text"])
def test_no_label_lies_on_another_and_the_last_is_there(page: Page, crowded: str, kind: str) -> None:
    with without_errors(page):
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto(f"{crowded}/trends?park=云岭高新区&park=江北经开区&indicator=revenue&time=axis")
        expect(page.locator(".textpoint text").first).to_be_attached()
        page.wait_for_timeout(300)  # they are sorted out in the next frame
        labels = page.evaluate(LABELS, kind)
        assert len(labels) >= 3
        assert overlapping(labels) == []
        said = page.locator(kind).all_text_contents()
        assert len(said) > len(labels)  # there were too many
        if kind == ".xtick text":
            assert max(said) in [label[0] for label in labels]
        page.set_viewport_size({"width": 1600, "height": 900})
        page.wait_for_timeout(1500)
        assert len(page.evaluate(LABELS, kind)) > len(labels)


def test_the_toolbar_is_no_part_of_a_phone_and_a_strip_shows_that_it_goes_on(page: Page, crowded: str) -> None:
    strip = f"getComputedStyle(document.querySelector('.compact:has(#{ids.TREND_FORM})'), '::after').opacity"
    with without_errors(page):
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto(f"{crowded}/trends")
        expect(page.locator(".main-svg").first).to_be_attached()
        expect(page.locator(".modebar-container").first).to_be_hidden()
        page.wait_for_function(f"{strip} === '1'")
        page.evaluate("document.querySelector('.compact').scrollLeft = 9999")
        page.wait_for_function(f"{strip} === '0'")

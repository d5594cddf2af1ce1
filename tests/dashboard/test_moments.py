"""Times of decisions, as the reader's clock has them."""

import re

import pytest
from playwright.sync_api import Browser, expect

from dashboard.components.decided import between_dots, moment
from tests.dashboard.conftest import without_errors


def test_a_time_says_its_zone_and_hands_the_browser_what_it_needs():
    said = moment("2024-07-05T18:09:10Z").to_plotly_json()["props"]
    assert said["data-moment"] == "2024-07-05T18:09:10Z"
    assert "(UTC" in said["children"]
    assert between_dots(["甲", "", "乙", None]) == ["甲", " · ", "乙"]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Asia/Shanghai", "2024-07-06 02:09 (UTC+8)"),
        ("Asia/Kolkata", "2024-07-05 23:39 (UTC+5:30)"),
        ("America/New_York", "2024-07-05 14:09 (UTC−4)"),
        ("UTC", "2024-07-05 18:09 (UTC)"),
    ],
)
def test_the_browser_says_it_by_the_readers_clock(browser: Browser, address: str, zone: str, said: str) -> None:
    context = browser.new_context(timezone_id=zone, bypass_csp=True)
    with without_errors(context.new_page()) as page:
        page.goto(address)
        page.wait_for_selector("main h1")
        page.evaluate(
            """() => {
              const place = Object.assign(document.createElement("span"), { id: "when", textContent: "?" });
              place.dataset.moment = "2024-07-05T18:09:10Z";
              document.querySelector("main").append(place);
            }"""
        )
        expect(page.locator("#when")).to_have_text(said)
        expect(page.locator("#when")).to_have_attribute("title", re.compile("\\w+"))
    context.close()

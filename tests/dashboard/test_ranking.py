"""Labels of a ranking on a phone, in a real Chromium: none is cut, none lies on a park's name."""

import pytest
from playwright.sync_api import Page

from dashboard.state import CompareChoice, link
from indicators.archive import Archive
from tests.dashboard.browsing import CHART
from tests.dashboard.conftest import make_table, served, without_errors

PLACES = """() => {
    const places = (what) => [...document.querySelectorAll(what)].map((one) => one.getBoundingClientRect());
    const [frame] = places(".main-svg");
    return {
        frame: [frame.left, frame.right],
        labels: places(".bartext").map((one) => [one.left, one.right]),
        names: Math.max(...places(".ytick text").map((one) => one.right)),
    };
}"""
GROWTH = {"measure": "growth", "basis": "yoy", "unit": "%", "unit_base": "%"}


@pytest.mark.browser
@pytest.mark.parametrize("scale", ["linear", "log"])
@pytest.mark.parametrize(
    "rows",
    [
        [{"park": "江北经开区", "value": 1234.56, "bound": "at_least"}, {"park": "云岭高新区", "value": 626.4}],
        [{"park": "江北经开区", "value": 0.0}, {"park": "云岭高新区", "value": 0.0}],
        [GROWTH | {"park": "江北经开区", "value": -12.34}, GROWTH | {"park": "云岭高新区", "value": 8.2}],
        [GROWTH | {"park": "江北经开区", "value": -112.34}, GROWTH | {"park": "云岭高新区", "value": -8.2}],
    ],
    ids=["rise", "nothing", "both", "fall"],
)
def test_no_label_is_cut_or_lies_on_a_name(page: Page, rows: list[dict[str, object]], scale: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    choice = CompareChoice(indicator="revenue", measure=str(rows[0].get("measure", "level")), scale=scale)
    with served(Archive(make_table(*rows), ())) as address, without_errors(page):
        page.goto(address + link("/compare", choice))
        page.locator(f"{CHART} .bartext").nth(1).wait_for(state="attached")
        placed = page.evaluate(PLACES)
    left, right = placed["frame"]
    assert len(placed["labels"]) == 2
    assert all(placed["names"] < start and end <= right for start, end in placed["labels"]), placed
    assert left < placed["names"]

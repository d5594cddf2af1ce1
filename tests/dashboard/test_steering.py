"""Two choices made one upon the other, at every moment there is: both count, whenever the first is answered.

The answer to the first is held back in the browser and handed over at a given moment, so nothing depends on speed.
"""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.dashboard.browsing import visit

pytestmark = pytest.mark.browser

# what answers a page, the two choices (a control, a property, a value), what the address says then and says no more
TURNS: dict[str, tuple[str, str, list[tuple[str, str, Any]], dict[str, str], set[str]]] = {
    "a switch and an amount": (
        "/trends?park=云岭高新区&indicator=revenue",
        "trend-viewed",
        [("trend-bare", "checked", False), ("trend-measures", "value", ["growth"])],
        {"bare": "1", "measure": "growth"},
        set(),
    ),
    "another indicator and its measure": (
        "/trends?park=云岭高新区&indicator=firms",
        "trend-viewed",
        [("trend-indicator", "value", "revenue"), ("trend-measures", "value", ["growth"])],
        {"indicator": "revenue", "measure": "growth"},
        set(),
    ),
    "compared otherwise": (
        "/compare",
        "compare-viewed",
        [("compare-scale", "value", "log"), ("compare-view", "value", "heat")],
        {"scale": "log", "view": "heat"},
        set(),
    ),
    "targets of one indicator, then of another": (
        "/targets?year=2020",
        "target-viewed",
        [("target-view", "value", "indicator"), ("target-indicator", "value", "revenue")],
        {"view": "indicator", "indicator": "revenue"},
        {"year"},
    ),
    "coverage of a park, then of an indicator": (
        "/coverage",
        "coverage-viewed",
        [("coverage-park", "value", "江北经开区"), ("coverage-indicator", "value", "revenue")],
        {"indicator": "revenue"},
        {"park"},
    ),
    "one document, then another": (
        "/documents",
        "document-viewed",
        [("document-name", "value", "云岭-2021.txt"), ("document-name", "value", "云岭-2020计划.txt")],
        {"name": "云岭-2020计划.txt"},
        set(),
    ),
    "one park, then another": (
        "/park?park=江北经开区",
        "park-viewed",
        [("park-park", "value", "云岭高新区"), ("park-park", "value", "江北经开区")],
        {"park": "江北经开区"},
        set(),
    ),
    "rows looked for and grouped": (
        "/data?sort=value%3Adesc",
        "data-files",
        [("data-search", "value", "江北"), ("data-by", "value", ["park"])],
        {"q": "江北", "by": "park"},
        {"sort"},
    ),
}

# The first answer to a callback that draws `what` waits until it is handed over; `steps` tasks later, `act` is done.
HOLD = """([what, url]) => {
    const fetched = window.fetch;
    window.taken = new Promise((arrived) => {
        window.fetch = async (...asked) => {
            const answer = fetched(...asked);
            if (!String(asked[1]?.body).includes(what)) return answer;
            window.fetch = fetched;
            await answer;
            await new Promise((hand) => { window.hand = hand; arrived(); });
            return answer;
        };
    });
    window.task = () => new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { port1.close(); done(); };
        port2.postMessage(0);
    });
    const answered = () => window.dash_component_api.getLayout({ type: 'answered', url }).props.data?.search;
    window.settled = (before) => new Promise((done) => {
        const still = () => location.search === before || answered() !== location.search;
        const look = () => (still() ? setTimeout(look, 10) : done());
        look();
    });
    const change = window.dash_clientside.set_props;
    window.move = ([id, property, value]) => change(id, { [property]: value });
    window.press = (place) => document.querySelector(place).click();
}"""
MAKE = """async ([act, first, second, moment, steps, viewed]) => {
    const choose = window[act];
    const here = location.search;
    choose(first);
    if (moment === 'at one stroke') choose(second);
    await window.taken;
    if (moment === 'before') { choose(second); for (let n = 0; n < steps; n++) await task(); window.hand(); return; }
    if (moment === 'in the other order') {
        const there = location.search;
        choose(second);
        await settled(there);
        window.hand();
        return;
    }
    if (moment === 'as it is drawn') {
        const drawn = new MutationObserver(() => { drawn.disconnect(); choose(second); });
        drawn.observe(document.getElementById(viewed), { childList: true, subtree: true, attributes: true });
        window.hand();
        return;
    }
    window.hand();
    if (moment === 'at one stroke') return;
    if (moment === 'afterwards') { await settled(here); choose(second); return; }
    for (let n = 0; n < steps; n++) await task();
    choose(second);
}"""
MOMENTS = [
    ("at one stroke", 0),
    *(("before", steps) for steps in (0, 1, 2, 4)),
    ("in the other order", 0),
    *(("while", steps) for steps in (0, 1, 2, 3, 5, 8, 16)),
    ("as it is drawn", 0),
    ("afterwards", 0),
]


SAYS = "([name, value]) => new URLSearchParams(location.search).get(name) === value"
SHOWS = "([id, words]) => document.getElementById(id).innerText.trim().split(/\\s+/).join() === words.join()"
KNOWN = "(url) => window.dash_component_api.getLayout({ type: 'given', url }).props.data.held"


@pytest.mark.parametrize(("moment", "steps"), MOMENTS)
def test_the_second_choice_counts_whenever_the_first_is_answered(site: Page, moment: str, steps: int) -> None:
    visit(site, "/trends?park=云岭高新区&indicator=revenue")
    expect(site.locator(".js-plotly-plot").first).to_be_visible()
    site.evaluate(HOLD, ["trend-viewed", "trend-url"])
    places = ["#trend-scale input[value=log]", "#trend-view input[value=apart]"]
    site.evaluate(MAKE, ["press", *places, moment, steps, "trend-viewed"])
    for name, value in {"scale": "log", "view": "apart"}.items():
        expect(site).to_have_url(re.compile(f"[?&]{name}={value}(&|$)"))
    site.wait_for_function("document.querySelector('.js-plotly-plot')?._fullLayout?.yaxis.type === 'log'")
    site.evaluate("settled()")
    for place in places:
        expect(site.locator(place)).to_be_checked()
    site.go_back()  # one choice is taken back, or both where they were made at one stroke
    expect(site).not_to_have_url(re.compile("view=apart"))
    expect(site.locator("#trend-view input[value=together]")).to_be_checked()


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize(("moment", "steps"), [("before", 0), ("while", 3)])
def test_every_page_is_steered_by_the_newest_choice(site: Page, turn: str, moment: str, steps: int) -> None:
    path, viewed, (first, second), says, says_no_more = TURNS[turn]
    visit(site, path)
    site.wait_for_selector(f"#{viewed}")
    url = viewed.rsplit("-", 1)[0] + "-url"
    site.evaluate(HOLD, [viewed, url])
    site.evaluate(MAKE, ["move", first, second, moment, steps, viewed])
    for name, value in says.items():
        site.wait_for_function(SAYS, arg=[name, value])
    site.evaluate("settled()")
    known, seen = site.evaluate(KNOWN, url), site.locator(f"#{viewed}").inner_text().split()
    for name in says_no_more:
        expect(site).not_to_have_url(re.compile(f"[?&]{name}="))
    visit(site, site.url)  # the address alone brings back just this
    site.wait_for_function(SHOWS, arg=[viewed, seen])
    assert site.evaluate(KNOWN, url) == known


@pytest.mark.parametrize("steps", range(3))
def test_a_day_chosen_as_the_page_is_answered_counts(site: Page, steps: int) -> None:
    visit(site, "/trends?park=云岭高新区&indicator=revenue")
    site.wait_for_selector("#trend-viewed")
    site.evaluate(HOLD, ["as-of-banner", "trend-url"])
    first, second = ("trend-scale", "value", "log"), ("as-of", "value", "2021-03-01")
    site.evaluate(MAKE, ["move", first, second, "while", steps, "trend-viewed"])
    expect(site.locator(".day-banner")).to_contain_text("2021-03-01")
    site.get_by_role("link", name="English").click()
    for said in (["scale", "log"], ["as_of", "2021-03-01"], ["lang", "en"]):
        site.wait_for_function(SAYS, arg=said)
    site.wait_for_function("document.querySelector('.js-plotly-plot')?._fullLayout?.yaxis.type === 'log'")

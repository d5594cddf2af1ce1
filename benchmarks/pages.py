"""`python -m benchmarks.pages [OBSERVATIONS]`: weight, first paint and the time of a change of choice, in Chromium.

An archive of that size is invented and served on a free port of this machine. For every page: what comes over the wire
on a first visit, when the first paint and the first useful content are there. For the trends page: how long a change
of choice takes, from the request to the answer and to the chart drawn anew.
"""

import shutil
import statistics
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright
from waitress.server import create_server

from benchmarks.invented import invented
from dashboard.app import VIEWS, create_app

CHANGES = 40
USEFUL = "!document.querySelector('.mantine-Skeleton-root') && document.querySelector('main h1')"
CHARTED = {"/trends", "/compare", "/targets"}


def main() -> None:
    """Prints a table of the pages and the times of the changes."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    began = time.perf_counter()
    archive = invented(size)
    made = time.perf_counter()
    app = create_app(archive)
    print(f"{len(archive.observations):,} observations, {len(archive.documents):,} documents")
    print(f"invented in {made - began:.1f} s, ready to serve in {time.perf_counter() - made:.1f} s\n")
    with _served(app.server) as address, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        print(f"{'page':12}{'KB on wire':>12}{'first paint':>14}{'useful':>10}")
        for path in VIEWS:
            _visit(browser, address, path)  # what is made once is made before it is measured
            weight, paint, useful = _visit(browser, address, path)
            print(f"{path:12}{weight / 1000:12,.0f}{paint:11,.0f} ms{useful:7,.0f} ms")
        _changes(browser, address)
        browser.close()


@contextmanager
def _served(server: object) -> Iterator[str]:
    running = create_server(server, host="127.0.0.1", port=0, threads=8)
    threading.Thread(target=running.run, daemon=True).start()
    yield f"http://127.0.0.1:{running.effective_port}"
    running.close()


def _visit(browser: Browser, address: str, path: str) -> tuple[int, float, float]:
    """Bytes on the wire, first paint and useful content in milliseconds, of a first visit."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    weight = 0

    def count(event: dict[str, int]) -> None:
        nonlocal weight
        weight += event["encodedDataLength"]

    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", count)
    page.goto(address + path, wait_until="commit")
    page.wait_for_function(USEFUL, timeout=120_000, polling=20)
    useful = page.evaluate("performance.now()")
    if path in CHARTED:
        page.wait_for_selector(".js-plotly-plot .main-svg", state="attached", timeout=60_000)
    page.wait_for_load_state("networkidle")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    page.context.close()
    return weight, paint, useful


def _changes(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(address + "/trends?time=axis")
    page.wait_for_selector(".js-plotly-plot .main-svg", state="attached", timeout=60_000)
    names = _indicators(page)
    answers, drawn = [], []
    for number in range(CHANGES):
        page.evaluate("document.querySelector('.chart-title').dataset.old = '1'")
        began = time.perf_counter()
        with page.expect_response(lambda answer: "_dash-update-component" in answer.url) as answer:
            page.evaluate(
                "name => dash_clientside.set_props('trend-indicator', {value: name})", names[(number + 1) % len(names)]
            )
        answer.value.finished()
        answers.append((time.perf_counter() - began) * 1000)
        page.wait_for_function(
            "!document.querySelector('.chart-title[data-old]') && document.querySelector('.js-plotly-plot .main-svg')",
            polling=10,
        )
        drawn.append((time.perf_counter() - began) * 1000)
    print(f"\na change of choice, {CHANGES} times: milliseconds")
    for title, times in (("answered", answers), ("drawn", drawn)):
        print(
            f"  {title:10} middle {statistics.median(times):6.0f}   95 % {sorted(times)[int(len(times) * 0.95)]:6.0f}"
        )


def _indicators(page: Page) -> list[str]:
    """A few indicators to go through."""
    rows = page.evaluate("fetch('/api/v1/catalogue?limit=5000').then(answer => answer.json()).then(body => body.rows)")
    return [row["id"] for row in sorted(rows, key=lambda row: -row["values"])[:12]]


if __name__ == "__main__":
    main()

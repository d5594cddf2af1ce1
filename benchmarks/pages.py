"""`python -m benchmarks.pages [OBSERVATIONS] [DATABASE]`: weight, first paint and the time of a choice, in Chromium.

An archive of that size is invented (by default 100,000 in a SQLite file of a temporary folder; a DATABASE that is there
and filled already is taken as it is) and served on a free port of this machine. For every page: what comes over the
wire on a first visit, when the first paint and the first useful content are there. For the trends page: how long a
change of choice takes, from the request to the answer and to the chart drawn anew. For an earlier day: how long its
first page takes.
"""

import multiprocessing
import shutil
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from playwright.sync_api import Browser, BrowserContext, Page, Response, sync_playwright

from benchmarks.filled import fill
from benchmarks.invented import invented
from dashboard import ids
from dashboard.app import create_app
from dashboard.serving.server import serve
from dashboard.views import VIEWS
from indicators.store.engine import open_engine
from indicators.store.loading import count_documents
from indicators.store.stored import Stored

CHANGES = 40
DAY = "2020-06-30"
USEFUL = "!document.querySelector('.mantine-Skeleton-root') && document.querySelector('main h1')"
CHARTED = {"/trends", "/compare", "/targets"}


def main(database: str, size: str = "100000") -> None:
    """Prints a table of the pages and the times of the changes."""
    _fill(database, int(size))
    with _served(database) as address, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        print(f"{'page':12}{'KB on wire':>12}{'first paint':>14}{'useful':>10}{'the very first':>18}")
        for path in VIEWS:
            *_, first = _visit(browser, address, path)  # what is made once is made here
            weight, paint, useful = _visit(browser, address, path)
            print(f"{path:12}{weight / 1000:12,.0f}{paint:11,.0f} ms{useful:7,.0f} ms{first:15,.0f} ms")
        *_, first = _visit(browser, address, f"/trends?as_of={DAY}")
        print(f"\nthe first page of an earlier day: {first:,.0f} ms")
        _changes(browser, address)
        browser.close()


def _fill(database: str, size: int) -> None:
    engine = open_engine(database)
    if not count_documents(engine):
        began = time.perf_counter()
        fill(engine, invented(size))
        print(f"{engine.dialect.name}: filled in {time.perf_counter() - began:.1f} s")
    engine.dispose()


@contextmanager
def _served(database: str) -> Iterator[str]:
    """A server in a process of its own, as it is in use; its address."""
    fresh = multiprocessing.get_context("spawn")
    here, there = fresh.Pipe()
    process = fresh.Process(target=_serve, args=(database, there), daemon=True)
    process.start()
    print(here.recv() + "\n")
    yield here.recv()
    process.terminate()
    process.join()


def _serve(database: str, channel: Connection) -> None:
    began = time.perf_counter()
    engine = open_engine(database)
    held = Stored(lambda: engine)
    app = create_app(held)
    took = time.perf_counter() - began
    channel.send(f"{held.total:,} observations, {len(held.documents):,} documents; ready to serve in {took:.1f} s")
    listener = socket.create_server(("127.0.0.1", 0))
    channel.send(f"http://127.0.0.1:{listener.getsockname()[1]}")
    serve(app.server, listener)


def _context(browser: Browser) -> BrowserContext:
    """A visitor who has nothing yet; what is measured here may be asked in ways that pages forbid."""
    return browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)


def _visit(browser: Browser, address: str, path: str) -> tuple[int, float, float]:
    """Bytes on the wire, first paint and useful content in milliseconds, of a first visit."""
    page = _context(browser).new_page()
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
    page = _context(browser).new_page()
    page.goto(address + "/trends?time=axis")
    page.wait_for_selector(".js-plotly-plot .main-svg", state="attached", timeout=60_000)
    names = _indicators(page)
    answers, drawn = [], []
    for number in range(CHANGES):
        page.evaluate("document.querySelector('.chart-title').dataset.old = '1'")
        began = time.perf_counter()
        with page.expect_response(_is_chart) as answer:
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


def _is_chart(answer: Response) -> bool:
    """Whether this is the answer with the chart, and none of those that follow the address."""
    return ids.TREND_VIEWED in (answer.request.post_data or "")


def _indicators(page: Page) -> list[str]:
    """A few indicators to go through."""
    rows = page.evaluate("fetch('/api/v1/catalogue?limit=5000').then(answer => answer.json()).then(body => body.rows)")
    return [row["id"] for row in sorted(rows, key=lambda row: -row["values"])[:12]]


if __name__ == "__main__":
    if len(sys.argv) > 2:
        main(sys.argv[2], sys.argv[1])
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(f"{folder}/pages.sqlite", *sys.argv[1:])

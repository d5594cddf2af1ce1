"""Small frames and a small archive of our own making, and the dashboard served from it."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from dash import Dash
from playwright.sync_api import Page, expect
from waitress.server import create_server

from dashboard.app import create_app
from dashboard.library import Library
from indicators import COLUMNS
from indicators.archive import Archive
from indicators.documents import Document
from indicators.model import Grounds, Mark, Source

DEFAULTS: dict[str, Any] = {
    "park": "云岭高新区",
    "segment": "",
    "indicator_text": "主营业务收入",
    "indicator": "revenue",
    "measure": "level",
    "basis": "",
    "value": 100.0,
    "unit": "亿元",
    "value_base": None,
    "unit_base": None,
    "bound": "exact",
    "status": "actual",
    "target_tier": "",
    "period_start": "2020-01-01",
    "period_end": "2020-12-31",
    "published": "2021-02-01",
    "document": "a.txt",
    "start": 0,
    "end": 5,
    "sentence": "全年主营业务收入100亿元。",
    "rule": "amount.level",
    "confidence": "high",
    "reasons": "",
}
BASES = {
    "亿元": (1e8, "CNY"),
    "万元": (1e4, "CNY"),
    "%": (1.0, "%"),
    "家": (1.0, "count"),
    "公里": (1e3, "m"),
    "个百分点": (1.0, "pp"),
}
CATALOGUE = {
    "revenue": SimpleNamespace(zh="营业收入", en="Revenue", kind="flow", unit="CNY"),
    "investment": SimpleNamespace(zh="固定资产投资", en="Fixed-asset investment", kind="flow", unit="CNY"),
    "firms": SimpleNamespace(zh="高新技术企业", en="High-tech firms", kind="stock", unit="count"),
}


def make_table(*rows: dict[str, Any]) -> pd.DataFrame:
    """A table of observations with the contract's columns and types; what a row does not say is as in DEFAULTS."""
    full = []
    for given in rows:
        row = DEFAULTS | given
        factor, base = BASES.get(row["unit"], (1.0, "count"))
        if row["value_base"] is None:
            row["value_base"] = row["value"] * factor
        row["unit_base"] = row["unit_base"] or base
        full.append(row)
    table = pd.DataFrame(full, columns=list(COLUMNS))
    numbers = {"value", "value_base", "start", "end", "period_start", "period_end"}
    for column in ("period_start", "period_end"):
        table[column] = pd.to_datetime(table[column])
    return table.astype({column: "category" for column in COLUMNS if column not in numbers})


@pytest.fixture(scope="session")
def table() -> Callable[..., pd.DataFrame]:
    return make_table


@pytest.fixture(scope="session")
def catalogue() -> dict[str, Any]:
    return CATALOGUE


class _Writer:
    """Writes a text figure by figure and keeps the observation and the mark of each."""

    def __init__(self, name: str, published: str, title: str) -> None:
        self.name, self.published, self.title = name, published, title
        self.text, self.rows, self.marks = f"{title}\n", [], []

    def say(self, before: str, figure: str, after: str, **fields: Any) -> None:
        start = len(self.text) + len(before)
        sentence = f"{before}{figure}{after}"
        self.text += sentence
        period = Source("sentence", before[:5]) if before.startswith("20") else Source("passage")
        grounds = Grounds(period, Source("document", self.title[:5]), Source("sentence", "确保"), Source("sentence"))
        self.marks.append(Mark(start, start + len(figure), "read", "amount.level", grounds))
        place = {"document": self.name, "published": self.published, "start": start, "end": start + len(figure)}
        self.rows.append(fields | place | {"sentence": sentence})

    def skip(self, before: str, figure: str, after: str, fate: str, reason: str) -> None:
        start = len(self.text) + len(before)
        self.text += f"{before}{figure}{after}"
        self.marks.append(Mark(start, start + len(figure), fate, reason))

    def document(self) -> Document:
        return Document(self.name, self.text, self.title, "云岭高新区管委会", self.published, "", tuple(self.marks))


def _year(year: int) -> dict[str, str]:
    return {"period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}


@pytest.fixture(scope="session")
def archive() -> Archive:
    """Two parks: years with a gap, a half-year, a bound, targets with floor and stretch, an actual, text that bites."""
    report = _Writer("云岭-2021.txt", "2021-02-01", "云岭高新区2020年工作总结")
    for year, value in ((2016, 60.0), (2017, 72.5), (2018, 85.0), (2020, 110.0)):
        report.say(f"{year}年营业收入", f"{value:g}亿元", "。", value=value, **_year(year))
    report.say("2020年同比增长", "9.5%", "。", measure="growth", basis="yoy", value=9.5, unit="%", **_year(2020))
    firms = {"indicator_text": "高新技术企业", "indicator": "firms", "unit": "家"}
    report.say(
        "年末高新技术企业",
        "超过200家",
        "。",
        value=200.0,
        bound="at_least",
        period_start="2020-12-31",
        period_end="2020-12-31",
        **firms,
    )
    report.say(
        "全年固定资产投资",
        "78亿元",
        "。",
        value=78.0,
        indicator_text="固定资产投资",
        indicator="investment",
        **_year(2020),
    )
    report.skip("全区员工平均年龄", "35岁", "。", "set_aside", "年龄不是指标")
    report.skip("<b>代号</b>", "121382", "。", "not_understood", "没有读懂这个数")
    plan = _Writer("云岭-2020计划.txt", "2020-03", "云岭高新区2020年计划")
    goal = {"status": "target", "indicator_text": "固定资产投资", "indicator": "investment"}
    plan.say("固定资产投资确保", "75亿元", "，", value=75.0, target_tier="floor", **goal, **_year(2020))
    plan.say("力争", "100亿元", "。", value=100.0, target_tier="stretch", **goal, **_year(2020))
    plan.say(
        "营业收入增长",
        "8%以上",
        "。",
        status="target",
        measure="growth",
        basis="yoy",
        value=8.0,
        unit="%",
        bound="at_least",
        **_year(2020),
    )
    plan.say(
        "新增",
        "30家",
        "企业。",
        status="target",
        measure="change",
        value=30.0,
        indicator_text="=企业",
        indicator="",
        unit="家",
        **_year(2020),
    )
    other = _Writer("江北-2021.txt", "2021-07-20", "江北经开区上半年情况")
    for year, value in ((2018, 40.0), (2019, 44.0), (2020, 50.5)):
        other.say(f"{year}年营业收入", f"{value:g}亿元", "。", park="江北经开区", value=value, **_year(year))
    half = {"period_start": "2021-01-01", "period_end": "2021-06-30"}
    other.say("上半年营业收入", "约27亿元", "。", park="江北经开区", value=27.0, bound="about", **half)
    other.say("利润", "-3.2亿元", "。", park="江北经开区", indicator_text="利润", indicator="", value=-3.2, **half)
    written = (report, plan, other)
    rows = [row for writer in written for row in writer.rows]
    return Archive(make_table(*rows), tuple(writer.document() for writer in written))


@pytest.fixture(scope="session")
def library(archive: Archive) -> Library:
    return Library(archive, CATALOGUE)


@pytest.fixture(scope="session")
def address(archive: Archive) -> Iterator[str]:
    """The dashboard of the small archive."""
    with served(archive) as address:
        yield address


@contextmanager
def served(archive: Archive) -> Iterator[str]:
    """The address of a dashboard of an archive."""
    with running(create_app(archive, CATALOGUE)) as address:
        yield address


@contextmanager
def running(app: Dash) -> Iterator[str]:
    """The address of a dashboard, on a free port of this machine as `python -m dashboard` serves it."""
    server = create_server(app.server, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.trigger.pull_trigger(server.close)  # in its own thread, between two requests
    thread.join(timeout=5)


@contextmanager
def without_errors(page: Page) -> Iterator[Page]:
    """A page that has the time of a busy machine; at the end, it has said no error."""
    expect.set_options(timeout=15_000)
    page.set_default_timeout(15_000)
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []


@pytest.fixture(scope="session")
def base_url(address: str) -> str:
    return address


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        pytest.skip("没有找到 Chromium，浏览器测试跳过；安装 chromium 后再试")
    flags = "--no-sandbox --disable-gpu --disable-background-networking"
    flags += " --disable-component-update --disable-sync --no-first-run"
    return browser_type_launch_args | {"executable_path": chromium, "args": flags.split()}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return browser_context_args | {
        "viewport": {"width": 1280, "height": 900},
        "color_scheme": "light",
        "locale": "zh-CN",
        "bypass_csp": True,  # wait_for_function evaluates; test_journeys has a walk that the policy holds for
    }


@pytest.fixture
def site(page: Page, address: str) -> Iterator[Page]:
    """A page of the dashboard; at the end, it has said no error and asked nobody else for anything."""
    elsewhere: list[str] = []
    page.on(
        "request",
        lambda request: None if request.url.startswith((address, "data:", "blob:")) else elsewhere.append(request.url),
    )
    with without_errors(page):
        yield page
    assert elsewhere == []

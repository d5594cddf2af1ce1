"""The pages by their paths: what each shows, of which choice, and what it is called."""

from typing import Any

from dash import dcc, html

from dashboard.access.editors import READER, Access
from dashboard.components.charts import empty
from dashboard.components.shell import PAGES, page
from dashboard.library import Library
from dashboard.pages import (
    compare,
    correct,
    coverage,
    data,
    documents,
    importing,
    overview,
    park,
    read,
    review,
    sign_in,
    targets,
    trends,
    why,
)
from dashboard.state import (
    Choice,
    CompareChoice,
    CorrectChoice,
    CoverageChoice,
    DataChoice,
    DocumentChoice,
    ImportChoice,
    ParkChoice,
    ReviewChoice,
    TargetChoice,
    TrendChoice,
    WhyChoice,
    decode,
)
from dashboard.words import Words

VIEWS: dict[str, tuple[Any, type[Choice]]] = {
    overview.PATH: (overview.view, Choice),
    park.PATH: (park.view, ParkChoice),
    trends.PATH: (trends.view, TrendChoice),
    compare.PATH: (compare.view, CompareChoice),
    coverage.PATH: (coverage.view, CoverageChoice),
    targets.PATH: (targets.view, TargetChoice),
    data.PATH: (data.view, DataChoice),
    documents.PATH: (documents.view, DocumentChoice),
    read.PATH: (read.view, Choice),
    why.PATH: (why.view, WhyChoice),
}
CHARTED = {park.PATH, trends.PATH, compare.PATH, targets.PATH}  # their views want to know whether it is dark
# pages that differ for those who may edit
EDITING: dict[str, tuple[Any, type[Choice]]] = {
    correct.PATH: (correct.view, CorrectChoice),
    importing.PATH: (importing.view, ImportChoice),
    review.PATH: (review.view, ReviewChoice),
    sign_in.PATH: (sign_in.view, Choice),
}
FOLLOWING = {correct.PATH, review.PATH}  # these show by themselves what is decided meanwhile

TITLES = dict(PAGES) | {
    park.PATH: "园区",
    why.PATH: "为什么",
    correct.PATH: "更正一个数",
    importing.PATH: "导入",
    sign_in.PATH: "登录",
}


def title_of(path: str, search: str | None) -> str:
    """What the page at this address is called, in Chinese."""
    if path == correct.PATH and decode(CorrectChoice, search).until:
        return "补录一个数"
    return TITLES.get(path, "没有这一页")


def view_of(
    library: Library, path: str, search: str | None, access: Access = READER, scheme: str = "light"
) -> list[Any]:
    """The content of the page at this address, its charts for a light or a dark page."""
    content = _content(library, path, search, access, scheme)
    addresses: list[Any] = [part for part in html.Div(content)._traverse() if isinstance(part, dcc.Location)]
    for address in addresses:
        address.pathname, address.search = path, search or ""  # one that has to look for them calls for its page again
    return content


def _content(library: Library, path: str, search: str | None, access: Access, scheme: str) -> list[Any]:
    words = Words(decode(Choice, search).lang)
    if path in EDITING:
        edit, kind = EDITING[path]
        content: list[Any] = edit(library, decode(kind, search), words, access)
        return content
    if path not in VIEWS:
        return page(words("没有这一页"), path, [empty(words("没有这一页"), words("请从上方的导航重新选择。"))])
    view, kind = VIEWS[path]
    drawn = {"scheme": scheme} if path in CHARTED else {}
    content = view(library, decode(kind, search), words, **drawn)
    return content

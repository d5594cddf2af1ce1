"""What surrounds every page: name, ways to the pages, language and light."""

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids, theme
from dashboard.access.editors import READER, Access
from dashboard.addresses import swapped_language, with_day
from dashboard.components.attributes import attributes
from dashboard.components.fields import day_field
from dashboard.state import Choice, link
from dashboard.words import Words

SUN = (
    "M12 3v2m0 14v2m9-9h-2M5 12H3m15.4-6.4-1.5 1.5M7 17l-1.4 1.4m12.8 0L17 17M7 7 5.6 5.6"
    "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z"
)
MOON = "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z"

PAGES = (
    ("/", "总览"),
    ("/trends", "趋势"),
    ("/compare", "对比"),
    ("/targets", "目标|页"),
    ("/coverage", "覆盖"),
    ("/data", "数据"),
    ("/documents", "文档|页"),
    ("/review", "复核"),
    ("/read", "试读"),
)


def shell() -> dmc.MantineProvider:
    """The page without its content; navigation and content are filled in for each address."""
    return dmc.MantineProvider(
        theme=theme.MANTINE,
        defaultColorScheme="auto",
        children=[
            dcc.Location(id=ids.URL, refresh="callback-nav"),
            dcc.Store(id=ids.HERE),
            dcc.Store(id=ids.LIGHT),
            dcc.Store(id=ids.DECIDED),
            dcc.Store(id=ids.UNDO_ASKED),
            dcc.Store(id=ids.UNDONE),
            dmc.NotificationContainer(id=ids.NOTICES, position="bottom-center"),
            html.Header(
                html.Div(
                    [
                        html.Div(id=ids.NAV, className="nav-slot"),
                        html.Div(id="search-slot", className="search"),
                        dmc.ColorSchemeToggle(
                            id=ids.SCHEME,
                            lightIcon=_icon(SUN),
                            darkIcon=_icon(MOON),
                            variant="subtle",
                            color="gray",
                            size="lg",
                            **attributes(aria_label="明暗 Light or dark"),
                        ),
                    ],
                    className="bar",
                ),
                className="top",
            ),
            html.Div(id=ids.AS_OF_BANNER),
            html.Main(_waiting(), id=ids.PAGE, tabIndex=-1),
        ],
    )


def navigation(path: str, search: str | None, choice: Choice, words: Words, access: Access = READER) -> list[Any]:
    """The name of the whole, links to the pages, the day whose knowledge is shown, who edits, the other language."""
    here = Choice(lang=choice.lang, as_of=choice.as_of)
    pages = [
        dmc.Anchor(
            words(title),
            href=link(target, here),
            underline="never",
            className="page-link current" if target == path else "page-link",
            **({"aria-current": "page"} if target == path else {}),
        )
        for target, title in PAGES
    ]
    day = day_field(ids.AS_OF, choice.as_of, words, words("现在"), className="day")
    return [
        dmc.Anchor(words("园区指标"), href=link("/", here), underline="never", className="brand"),
        html.Nav(pages, className="pages", **attributes(aria_label=words("页面"))),
        html.Label([html.Span(words("截至")), day], className="as-of", title=words("只看这一天以前发布的文档")),
        *_editor(here, words, access),
        dmc.Anchor(
            "English" if words.language == "zh" else "中文",
            href=swapped_language(path, search),
            underline="never",
            className="language other-language",  # followed from the newest address, see assets/steering.js
        ),
    ]


def _editor(here: Choice, words: Words, access: Access) -> list[Any]:
    """What says that this server is only to be read, or the way to sign in, or who has; nothing at one's own desk."""
    if access.can_sign_in:
        text = words("登录") if access.why_not else access.name
        return [dmc.Anchor(text, href=link("/sign-in", here), underline="never", className="language")]
    if access.why_not:
        mark = html.Span(words("只读"), className="badge", title=words(access.why_not))
        return [dcc.Link(mark, href=link("/sign-in", here), className="read-only")]
    return []


def as_of_banner(path: str, search: str | None, as_of: str, left_out: int, words: Words) -> html.Div | None:
    """What says that an earlier day is shown, and the way back; None where everything is."""
    if not as_of:
        return None
    said = words("这里是 {day} 所知的数：之后发布的 {n} 篇文档不算在内。", day=as_of, n=left_out)
    back = dmc.Anchor(words("回到现在"), href=with_day(path, search, ""), size="sm", fw=600, className="to-now")
    return html.Div([html.Span(said), back], className="day-banner", role="status")


def page(title: str, lead: str, content: list[Any]) -> list[Any]:
    """A page's heading, one line that says what it is for, and its content."""
    head = html.Div(
        [dmc.Title(title, order=1, size="h2"), dmc.Text(lead, c="dimmed", size="sm")], className="page-head"
    )
    return [html.Div([head, *content], className="page")]


def _waiting() -> html.Div:
    """What stands in the place of a page until it comes: its outline."""
    blocks = [dmc.Skeleton(height=height, radius="md", mb="md") for height in (34, 92, 420)]
    return html.Div(blocks, className="page", **attributes(aria_hidden="true"))


def _icon(path: str) -> html.Img:
    """An icon as a picture of its own; nothing is fetched."""
    drawing = (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%238a9097' stroke-width='2' "
        f"stroke-linecap='round' stroke-linejoin='round'><path d='{path}'/></svg>"
    )
    return html.Img(src=f"data:image/svg+xml;utf8,{drawing}", width=20, height=20, alt="")

"""One park: its key figures, how far this year's targets are reached, what does not go together, what is new, its
documents."""

from dataclasses import replace
from typing import Any

import dash_mantine_components as dmc
import pandas as pd
from dash import Dash, Input, Output, html

from dashboard import ids, theme
from dashboard.comparing import groups
from dashboard.components.charts import empty
from dashboard.components.document_list import document_list
from dashboard.components.fields import park_field
from dashboard.components.figure import figure_link
from dashboard.components.findings import first_findings
from dashboard.components.plain import plain
from dashboard.components.statement import status_badge
from dashboard.components.target_bullets import target_bullets
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import (
    Choice,
    CoverageChoice,
    DataChoice,
    DocumentChoice,
    ParkChoice,
    ReviewChoice,
    TargetChoice,
    TrendChoice,
    link,
    onward,
)
from dashboard.steering import Control, Steering
from dashboard.units import stated
from dashboard.words import MEASURES, Words
from indicators.gazetteer import canonical
from indicators.spans import span_label

PATH = "/park"
CONTROLS = (Control(ids.PARK_PARK, "park", clears=("point",), holds=None),)
STEERING = Steering(PATH, ids.PARK_URL, ParkChoice, CONTROLS)
KEY_FIGURES, NEWS, DOCUMENTS, ALIKE = 16, 10, 20, 6


def resolve(library: Library, choice: ParkChoice) -> ParkChoice:
    """The choice with the first park where none is named, and another name of a park replaced by the one it has here;
    a park that is not there stays, so that this can be said."""
    parks = library.parks()
    if not choice.park:
        return replace(choice, park=parks[0] if parks else "")
    known = canonical(choice.park)
    return replace(choice, park=known) if choice.park not in parks and known in parks else choice


def view(library: Library, choice: ParkChoice, words: Words, scheme: str = "light") -> list:
    """The whole page."""
    shown = resolve(library, choice)
    head = [
        html.Div(heading(library, shown, words), id=ids.PARK_HEADING),
        html.Div(park_field(ids.PARK_PARK, library.parks(), shown.park, words), className="controls"),
    ]
    content = html.Div(viewed(library, shown, words, scheme), id=ids.PARK_VIEWED)
    return [html.Div([*STEERING.wheel(shown), html.Div(head, className="park-chosen"), content], className="page")]


def heading(library: Library, choice: ParkChoice, words: Words) -> Any:
    """The park of a resolved choice, what the list of parks says of it, and the ways to its figures elsewhere."""
    if not choice.park:
        return dmc.Title(words("园区"), order=1, size="h2")
    if choice.park not in library.parks():
        return dmc.Title(words("没有这个园区"), order=1, size="h2")
    entry = groups.listed(choice.park)
    facts = []
    if entry is not None:
        place = entry.province + (entry.city if entry.city != entry.province else "")
        facts = [place, words(groups.KIND_OF_ONE[entry.kind])]
        facts += [words("{year} 年获批", year=entry.approved)] if entry.approved else []
    ways = [
        (words("趋势"), link("/trends", onward(TrendChoice, choice, park=(choice.park,)))),
        (words("覆盖"), link("/coverage", onward(CoverageChoice, choice, park=choice.park))),
        (words("数据"), link("/data", onward(DataChoice, choice, q=choice.park))),
    ]
    links = [dmc.Anchor(text, href=href, size="sm") for text, href in ways]
    return html.Div(
        [
            dmc.Title(choice.park, order=1, size="h2"),
            dmc.Text(" · ".join(facts), c="dimmed"),
            dmc.Group(links, gap="md"),
        ],
        className="park-title",
    )


def viewed(library: Library, choice: ParkChoice, words: Words, scheme: str) -> list[Any]:
    """All about a resolved choice."""
    if not choice.park:
        return [empty(words("没有数据"), words("所读的文字里没有任何指标。"))]
    if choice.park not in library.parks():
        return [_not_there(library, choice, words)]
    # findings take all figures of the park, so that all else need not be asked for piece by piece
    right = [_findings(library, choice, words), _news(library, choice, words), _documents(library, choice, words)]
    left = [_key_figures(library, choice, words), _targets(library, choice, words, scheme)]
    columns = [html.Div(side, className="column") for side in (left, right)]
    return [html.Div(columns, className="two-columns")]


def _not_there(library: Library, choice: ParkChoice, words: Words) -> dmc.Paper:
    """That there is nothing of the park asked for, with those whose names begin alike and the ways to all others."""
    alike = [park for park in library.parks() if park[:2] == choice.park[:2]][:ALIKE]
    ways = [html.A(park, href=link("/park", replace(choice, park=park)), className="plain-link") for park in alike]
    ways.append(html.A(words("全部园区"), href=link("/", onward(Choice, choice)), className="plain-link"))
    return dmc.Paper(
        [
            dmc.Text(words("所读的文字里没有“{park}”的数。", park=choice.park), fw=600),
            dmc.Text(words("请在右上角的名单里选，或按 / 键搜索园区的别称、拼音。"), size="sm", c="dimmed", mb="xs"),
            html.Div(ways, className="many-links"),
        ],
        withBorder=True,
        p="md",
    )


def _card(title: str, content: Any, *more: Any) -> dmc.Paper:
    head = dmc.Group([dmc.Title(title, order=2, size="h4"), *more], justify="space-between", gap="xs")
    return dmc.Paper(dmc.Stack([head, content], gap="xs"), withBorder=True, p="md")


def _key_figures(library: Library, choice: ParkChoice, words: Words) -> dmc.Paper:
    latest = library.latest(choice.park, KEY_FIGURES)
    figures = [figure_link(library, row, choice, words, dated=True) for _, row in latest.iterrows()]
    nothing = html.P(words("这里只有目标或分区的数。"), className="dimmed")
    return _card(words("关键数字"), plain(figures or [nothing], className="figures figure-grid"))


def _targets(library: Library, choice: ParkChoice, words: Words, scheme: str) -> dmc.Paper | None:
    year = library.current_target_year(choice.park)
    if year is None:
        return None
    matched = library.targets(choice.park, year)
    more = link("/targets", onward(TargetChoice, choice, park=choice.park, year=str(year)))
    charts = target_bullets(library, matched, f"{choice.park} {year}", words, scheme, "park", most=8)
    none = [dmc.Text(words("这一年的目标尚无可比的实绩。"), size="sm", c="dimmed")]
    anchor = dmc.Anchor(words("全部 {n} 项目标 →", n=len(matched)), href=more, size="sm")
    return _card(words("{year} 年目标进度", year=year), html.Div(charts or none), anchor)


def _findings(library: Library, choice: ParkChoice, words: Words) -> dmc.Paper | None:
    """What of the park does not go together and nobody has answered."""
    found = library.findings(choice.park)
    if found.empty:
        return None
    lines = first_findings(library, choice.park, words)
    queue = link("/review", onward(ReviewChoice, choice, park=choice.park, doubt="check"))
    anchor = dmc.Anchor(words("逐条复核 →"), href=queue, size="sm")
    return _card(words("待核对 {n} 处", n=len(found)), html.Div(lines), anchor)


def _news(library: Library, choice: ParkChoice, words: Words) -> dmc.Paper:
    """The figures of the newest document that speaks of the park."""
    rows = library.newest_rows(choice.park)
    lines = [_new_line(library, row, choice, words) for _, row in rows.head(NEWS).iterrows()]
    day = rows["published"].iloc[0] if len(rows) else ""
    title = words("新近读到（{day}）", day=day or words("日期不详"))
    return _card(title, plain(html.Ul(lines, className="row-list")))


def _new_line(library: Library, row: pd.Series, choice: ParkChoice, words: Words) -> html.Li:
    place = onward(DocumentChoice, choice, name=row["document"], at=str(row["start"]))
    name = library.title(row["indicator"] or row["indicator_text"], words.language)
    period = span_label(row["period_start"], row["period_end"], words.language)
    segment = f"{row['segment']} · " if row["segment"] else ""
    head = [
        html.A(stated(row, words.language), href=link("/documents", place), className="value"),
        status_badge(row["status"], row["target_tier"], words) if row["status"] == "target" else None,
    ]
    more = f"{segment}{name} · {words.code(MEASURES, row['measure'])} · {period}"
    parts = [html.Div(head, className="row-head"), html.Div(more, className="row-more")]
    return html.Li(parts, className="row-item")


def _documents(library: Library, choice: ParkChoice, words: Words) -> dmc.Paper:
    counts = library.documents_about(choice.park)
    found = sorted(
        (library.documents[name] for name in counts if name in library.documents), key=lambda one: one.published
    )
    title = words("文档 {n} 篇", n=len(found))
    return _card(title, document_list(found[::-1][:DOCUMENTS], choice, words, counts))


def register(app: Dash, shelf: Shelf) -> None:
    """The page's callback: park -> address -> page."""

    @app.callback(
        output={
            "answered": STEERING.output,
            "heading": Output(ids.PARK_HEADING, "children"),
            "viewed": Output(ids.PARK_VIEWED, "children"),
        },
        inputs=STEERING.inputs | {"light": Input(ids.LIGHT, "data")},
        prevent_initial_call=True,  # the page comes with its content
    )
    def show(search: str, path: str, light: str) -> dict[str, Any]:
        choice, library, words = STEERING.asked(shelf, search, path)
        shown = resolve(library, choice)
        return {
            "answered": STEERING.answer(search, shown),
            "heading": heading(library, shown, words),
            "viewed": viewed(library, shown, words, theme.scheme_of(light)),
        }

    STEERING.register(app)

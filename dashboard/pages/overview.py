"""What is here at a glance: parks, indicators, years, and the freshest figures of each park."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.components.charts import empty
from dashboard.components.document_list import document_list
from dashboard.components.figure import figure_link
from dashboard.components.plain import plain
from dashboard.components.shell import page
from dashboard.library import Library
from dashboard.state import Choice, ParkChoice, TargetChoice, link, onward
from dashboard.words import Words

PATH = "/"
FIGURES_A_PARK = 4
PARKS_IN_FULL = 30
MOST_CHECKED = 20_000  # observations; of more, what takes all of a park's figures is said on its own page alone
NEWEST_DOCUMENTS = 12


def view(library: Library, choice: Choice, words: Words) -> list:
    """The whole page."""
    lead = words("从公开文字里读出的每一个数，连同说出它的那句话。")
    if library.unread:
        lead += words(" 有 {n} 个文件没有读。", n=len(library.unread))
    if not library.total:
        advice = words("请换一个装有文字的文件夹，重新启动。")
        return page(words("总览"), lead, [empty(words("文字中没有读到任何指标"), advice)])
    return page(words("总览"), lead, list(_content(library, Choice(choice.lang, choice.as_of))))


@lru_cache(maxsize=8)
def _content(library: Library, choice: Choice) -> tuple[Any, ...]:
    """All below the heading; there is nothing to choose here, so that it is made once."""
    words = Words(choice.lang)
    parks = library.parks()
    shown = parks[:PARKS_IN_FULL]
    checked = sum(library.census.parks[park] for park in shown) <= MOST_CHECKED
    if not checked:  # where all is looked through, nothing is to be asked for piece by piece
        library.latest_ahead(shown, FIGURES_A_PARK)
    cards = [_park_card(library, park, checked, choice, words) for park in shown]
    content = [_counts(library, words), plain(cards, className="park-grid")]
    if len(parks) > PARKS_IN_FULL:
        content.append(_further_parks(parks[PARKS_IN_FULL:], choice, words))
    newest = sorted(library.documents.values(), key=lambda one: one.published, reverse=True)[:NEWEST_DOCUMENTS]
    title = dmc.Title(words("最新文档"), order=2, size="h4", mb="xs")
    content.append(html.Section([title, document_list(newest, choice, words)], className="newest"))
    return tuple(content)


def _counts(library: Library, words: Words) -> dmc.SimpleGrid:
    years = library.years()
    span = "—" if years is None else f"{years[0]}–{years[1]}"
    facts = [
        (str(len(library.parks())), words("个园区与地区")),
        (str(len(library.indicator_options())), words("种指标")),
        (f"{library.total:,}", words("条观测")),
        (span, words("年份跨度")),
        (str(len(library.documents)), words("篇文档")),
    ]
    tiles = [
        html.Div([html.Div(value, className="big"), html.Div(name, className="small")], className="fact")
        for value, name in facts
    ]
    return dmc.SimpleGrid(tiles, cols={"base": 3, "md": 5}, spacing="xs", className="facts")


def _park_card(library: Library, park: str, checked: bool, choice: Choice, words: Words) -> html.Section:
    latest = library.latest(park, FIGURES_A_PARK)
    figures: list[Any] = [figure_link(library, row, choice, words) for _, row in latest.iterrows()]
    if not figures:
        figures = [html.P(words("这里只有目标或分区的数。"), className="dimmed")]
    home = link("/park", onward(ParkChoice, choice, park=park))
    head = [html.A(park, href=home, className="park-name")]
    if (way := _to_targets(library, park, checked, choice, words)) is not None:
        head.append(way)
    doubts = len(library.findings(park)) if checked else 0
    if doubts:
        head.append(html.A(words("待核对 {n} 处", n=doubts), href=home, className="plain-link to-check"))
    title = html.H2(head, className="park-head")
    return html.Section([title, html.Div(figures, className="figures")], className="park card")


def _to_targets(library: Library, park: str, checked: bool, choice: Choice, words: Words) -> html.A | None:
    """The way to the park's targets: those of the year at hand, where it does not take long to find out which it is."""
    if park not in library.census.parks_with_targets:
        return None
    year = library.current_target_year(park) if checked else None
    text = words("目标|页") if year is None else words("{year} 年目标", year=year)
    target = onward(TargetChoice, choice, park=park, year="" if year is None else str(year))
    return html.A(text, href=link("/targets", target), className="plain-link")


def _further_parks(parks: Sequence[str], choice: Choice, words: Words) -> html.Section:
    links = [
        html.A(park, href=link("/park", onward(ParkChoice, choice, park=park)), className="plain-link")
        for park in parks
    ]
    title = dmc.Title(words("其他园区与地区"), order=2, size="h4", mb="xs")
    return html.Section([title, plain(links, className="many-links")], className="newest")

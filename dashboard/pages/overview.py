"""What is here at a glance: parks, indicators, years, and the freshest figures of each park."""

from collections.abc import Sequence

import dash_mantine_components as dmc
import pandas as pd
from dash import html

from dashboard.components.charts import empty
from dashboard.components.shell import page
from dashboard.components.spark import spark
from dashboard.library import Library
from dashboard.state import Choice, DocumentChoice, TargetChoice, TrendChoice, link
from dashboard.units import bounded, number, shared_unit, stated
from dashboard.words import Words
from indicators.spans import span_label

PATH = "/"
FIGURES_A_PARK = 6
PARKS_IN_FULL = 24


def view(library: Library, choice: Choice, words: Words) -> list:
    """The whole page."""
    lead = words("从公开文字里读出的每一个数，连同说出它的那句话。")
    if library.unread:
        lead += words(" 有 {n} 个文件没有读。", n=len(library.unread))
    if library.observations.empty:
        advice = words("请换一个装有文字的文件夹，重新启动。")
        return page(words("总览"), lead, [empty(words("文字中没有读到任何指标"), advice)])
    parks = library.parks()
    cards = [_park_card(library, park, choice, words) for park in parks[:PARKS_IN_FULL]]
    content = [_counts(library, words), dmc.SimpleGrid(cards, cols={"base": 1, "sm": 2, "lg": 3}, spacing="md")]
    if len(parks) > PARKS_IN_FULL:
        content.append(_further_parks(parks[PARKS_IN_FULL:], choice, words))
    content.append(_documents(library, choice, words))
    return page(words("总览"), lead, content)


def _counts(library: Library, words: Words) -> dmc.SimpleGrid:
    years = library.years()
    span = "—" if years is None else f"{years[0]}–{years[1]}"
    facts = [
        (str(len(library.parks())), words("个园区与地区")),
        (str(len(library.indicator_options())), words("种指标")),
        (f"{len(library.observations):,}", words("条观测")),
        (span, words("年份跨度")),
        (str(len(library.documents)), words("篇文档")),
    ]
    tiles = [
        html.Div([html.Div(value, className="big"), html.Div(name, className="small")], className="fact")
        for value, name in facts
    ]
    return dmc.SimpleGrid(tiles, cols={"base": 3, "md": 5}, spacing="xs", className="facts")


def _park_card(library: Library, park: str, choice: Choice, words: Words) -> dmc.Paper:
    latest = library.latest(park, FIGURES_A_PARK)
    figures = [_figure(library, row, choice, words) for _, row in latest.iterrows()]
    if not figures:
        figures = [dmc.Text(words("这里只有目标或分区的数。"), size="sm", c="dimmed")]
    links = [dmc.Anchor(words("趋势"), href=link("/trends", TrendChoice(lang=choice.lang, park=(park,))), size="sm")]
    year = library.main_target_year(park)
    if year is not None:
        target = TargetChoice(lang=choice.lang, park=park, year=str(year))
        links.append(dmc.Anchor(words("{year} 年目标", year=year), href=link("/targets", target), size="sm"))
    head = dmc.Group(
        [dmc.Title(park, order=2, size="h4"), dmc.Group(links, gap="sm")], justify="space-between", gap="xs"
    )
    return dmc.Paper([head, html.Div(figures, className="figures")], withBorder=True, p="md", className="park")


def _figure(library: Library, row: pd.Series, choice: Choice, words: Words) -> dmc.Anchor:
    title = library.title(row["name"], words.language)
    is_growth = row["measure"] == "growth"
    growth = row if is_growth else library.growth_beside(row)
    period = span_label(row["period_start"], row["period_end"], words.language)
    target = TrendChoice(lang=choice.lang, park=(row["park"],), indicator=row["name"], point=row["series"])
    values = [] if is_growth else [html.Span(stated(row, words.language), className="value")]
    if growth is not None:
        sign = "" if growth["value"] < 0 else "+"
        said = words("同比 {growth}", growth=bounded(f"{sign}{number(growth['value'])}%", growth["bound"]))
        values.append(html.Span(said, className="value" if is_growth else "growth"))
    text = [
        html.Span(title, className="name"),
        html.Span([*values, html.Span(period, className="period")], className="line"),
    ]
    return dmc.Anchor(
        [html.Span(text, className="words"), None if is_growth else _spark(library, row, title, words)],
        href=link("/trends", target),
        underline="never",
        className="figure-link",
    )


def _spark(library: Library, row: pd.Series, title: str, words: Words) -> html.Div | None:
    years = library.whole_years(row["park"], row["name"], row["unit_base"])
    values = list(years.values())
    unit = shared_unit([], row["unit_base"], [], values, words.language)
    said = [f"{year}: {number(value / unit.size)}" for year, value in sorted(years.items())]
    return spark(years, f"{title} ({unit.name}) {', '.join(said)}")


def _further_parks(parks: Sequence[str], choice: Choice, words: Words) -> html.Section:
    links = [
        dmc.Anchor(park, href=link("/trends", TrendChoice(lang=choice.lang, park=(park,))), size="sm") for park in parks
    ]
    return html.Section([dmc.Title(words("其他园区与地区"), order=2, size="h4"), dmc.Group(links, gap="md")])


def _documents(library: Library, choice: Choice, words: Words) -> html.Section:
    newest = sorted(library.documents.values(), key=lambda one: one.published, reverse=True)
    links = [
        dmc.Group(
            [
                dmc.Text(one.published or words("日期不详"), size="sm", c="dimmed", className="date"),
                dmc.Anchor(
                    one.title or one.name,
                    href=link("/documents", DocumentChoice(lang=choice.lang, name=one.name)),
                    size="sm",
                ),
            ],
            gap="sm",
            wrap="nowrap",
            align="flex-start",
        )
        for one in newest[:12]
    ]
    return html.Section(
        [dmc.Title(words("最新文档"), order=2, size="h4", mb="xs"), dmc.Stack(links, gap=6)], className="newest"
    )

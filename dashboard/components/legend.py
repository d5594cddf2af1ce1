"""What the marks on a chart mean: only those that are on it are explained."""

from collections.abc import Mapping
from urllib.parse import quote

import dash_mantine_components as dmc
from dash import html

from dashboard import theme
from dashboard.components.attributes import attributes
from dashboard.words import Words

# drawings of 26 x 16, in `ink` or in the colour of targets
DRAWINGS = {
    "year": ("<path d='M1 8h24' {line}/><circle cx='13' cy='8' r='4.5' {fill}/>", "全年；相连者为相邻年份"),
    "bridge": ("<path d='M1 8h24' {line} stroke-dasharray='4 3'/>", "虚线跨过缺一年"),
    "part": ("<path d='M2 8h22' {line}/><path d='M13 3l5 5-5 5-5-5z' {open}/>", "年内时段，不与全年相连"),
    "cumulative": ("<path d='M2 15L14 6' {thin}/><path d='M14 1l5 5-5 5-5-5z' {open}/>", "年内累计，灰线自1月1日起"),
    "date": ("<rect x='9' y='4' width='8' height='8' {fill}/>", "时点数"),
    "years": ("<path d='M2 8h22' {thick}/>", "跨年合计"),
    "open": ("<path d='M18 3L8 8l10 5z' {open}/>", "截至某日的累计，起点未知"),
    "at_least": ("<path d='M5 13h16' {line}/><path d='M13 12V3m-4 4l4-4 4 4' {thin}/>", "下限（超过、突破）"),
    "at_most": ("<path d='M5 3h16' {line}/><path d='M13 4v9m-4-4l4 4 4-4' {thin}/>", "上限（不到、以内）"),
    "about": ("<circle cx='13' cy='8' r='6.5' {open}/><circle cx='13' cy='8' r='3' {fill}/>", "约数"),
    "rivals": ("<path d='M13 2v12M9 2h8M9 14h8' {thin}/><circle cx='13' cy='8' r='3.5' {fill}/>", "另有不同说法"),
    "target": ("<path d='M2 8h22' {goal} stroke-width='3'/><path d='M13 4l5 4-5 4-5-4z' {goal} {full}/>", "目标"),
    "tiers": (
        "<path d='M2 13h22' {goal} stroke-width='3'/><path d='M2 3h22' {goal} stroke-dasharray='2 3'/>"
        "<path d='M4 12l6-8m0 8l6-8m0 8l6-8' {goal} stroke-width='.8'/>",
        "目标分两档：实线确保，点线力争",
    ),
    "derived": (
        "<circle cx='13' cy='8' r='5.5' {open}/><circle cx='13' cy='8' r='1.6' {fill}/>",
        "推算的数，没有人说过",
    ),
    "median": ("<path d='M1 8h24' {faint} stroke-dasharray='7 3 1.5 3'/>", "所选一组园区的中位数"),
    "earlier": (
        "<path d='M1 8h24' stroke='{shade}' stroke-width='5' opacity='.35'/><circle cx='13' cy='8' r='6' {pale}/>",
        "当时所知",
    ),
    "hatched": ("<path d='M4 15V3h18v12z' {open}/><path d='M5 13l8-9m-1 10l8-9' {thin}/>", "只知下限或上限"),
    "bar": ("<path d='M6 15V3h5v12zM14 15V7h5v8z' {fill}/>", "同一时段，逐年相比"),
}


def mark_legend(marks: set[str], words: Words, scheme: str) -> dmc.Group:
    """The explanation of these marks, in a fixed order."""
    keys = [
        html.Span([_drawn(drawing, scheme), words(text)], className="key")
        for mark, (drawing, text) in DRAWINGS.items()
        if mark in marks
    ]
    return dmc.Group(keys, gap="md", className="legend")


def entity_legend(colours: Mapping[str, str], notes: Mapping[str, str] | None = None) -> dmc.Group:
    """Which colour is which park; `notes` has what is to be said behind the names of some."""
    noted = notes or {}
    chips = [
        html.Span(
            [html.Span(className="dot", style={"background": colour}), entity + noted.get(entity, "")], className="key"
        )
        for entity, colour in colours.items()
    ]
    return dmc.Group(chips, gap="md", className="legend entities")


def _drawn(drawing: str, scheme: str) -> html.Img:
    ink, goal, faint = theme.INK[scheme], theme.TARGET[scheme], theme.FAINT[scheme]
    styles = {
        "line": f"stroke='{ink}' stroke-width='2' fill='none'",
        "thick": f"stroke='{ink}' stroke-width='4' fill='none'",
        "thin": f"stroke='{ink}' stroke-width='1.2' fill='none'",
        "shade": ink,
        "pale": f"stroke='{ink}' stroke-width='1.4' fill='none' opacity='.6'",
        "open": f"stroke='{ink}' stroke-width='1.6' fill='none'",
        "fill": f"fill='{ink}'",
        "goal": f"stroke='{goal}'",
        "full": "fill='none'",
        "faint": f"stroke='{faint}' stroke-width='2' fill='none'",
    }
    body = drawing.format(**styles)
    picture = f"<svg xmlns='http://www.w3.org/2000/svg' width='26' height='16'>{body}</svg>"
    return html.Img(
        src=f"data:image/svg+xml,{quote(picture)}", width=26, height=16, alt="", **attributes(aria_hidden="true")
    )

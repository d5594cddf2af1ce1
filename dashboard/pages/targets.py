"""What a park promised for a year, what is known to have been reached, and how much of the time had passed."""

from dataclasses import replace
from typing import Any

import dash_mantine_components as dmc
import pandas as pd
from dash import Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids, points, theme
from dashboard.components.attributes import attributes
from dashboard.components.charts import empty
from dashboard.components.evidence import beside, evidence_panel
from dashboard.components.shell import page
from dashboard.components.tables import table
from dashboard.components.target_bullets import main_series, stated_by, target_bullets, target_label
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import TargetChoice, decode, encode, link
from dashboard.units import number
from dashboard.words import BASES, VERDICTS, Words
from indicators.spans import span_label

PATH = "/targets"
MOST_BULLETS = 40  # of amounts and of rates; all are in the table


def resolve(library: Library, choice: TargetChoice) -> TargetChoice:
    """The choice with an unknown or missing park or year replaced by the one with most targets."""
    parks = library.parks_with_targets
    park = choice.park if choice.park in parks else (parks[0] if parks else "")
    years = [str(year) for year in library.target_years(park)]
    year = choice.year if choice.year in years else str(library.main_target_year(park) or "")
    return replace(choice, park=park, year=year)


def view(library: Library, choice: TargetChoice, words: Words) -> list:
    """The whole page: controls, bullets, table, both sentences."""
    shown = resolve(library, choice)
    controls = [
        dmc.Select(
            id=ids.TARGET_PARK,
            label=words("园区与地区"),
            data=library.parks_with_targets,
            value=shown.park or None,
            searchable=True,
            allowDeselect=False,
            nothingFoundMessage=words("没有这个园区"),
            className="wide",
        ),
        dmc.Select(
            id=ids.TARGET_YEAR,
            label=words("年份"),
            data=[str(year) for year in library.target_years(shown.park)],
            value=shown.year or None,
            allowDeselect=False,
            className="narrow",
        ),
    ]
    lead = words("目标与实绩同口径相比：增速比增速，数量比数量；年内累计只算进度。")
    frame = dmc.Paper(html.Div(controls, className="controls"), withBorder=True, p="md", mb="md")
    address = dcc.Location(id=ids.TARGET_URL, refresh="callback-nav")
    return page(words("目标|页"), lead, [address, frame, html.Div(dmc.Skeleton(height=420), id=ids.TARGET_VIEWED)])


def viewed(library: Library, choice: TargetChoice, words: Words, scheme: str) -> list:
    """Bullets, table and, where one is opened, the sentences of target and actual, for a resolved choice."""
    matched = library.targets(choice.park, int(choice.year)) if choice.year else pd.DataFrame()
    if matched.empty:
        return [empty(words("没有目标"), words("所读的文字里没有写明时间的目标。"))]
    known = matched[matched["verdict"] != "none"]
    charts = target_bullets(library, matched, f"{choice.park} {choice.year}", words, scheme, most=MOST_BULLETS)
    nothing = empty(words("尚无实绩"), words("所读的文字里没有可与这些目标相比的实绩；目标列在表中。"))
    content = beside(
        dmc.Paper([*charts, _legend(known, words)], withBorder=True, p="md") if charts else nothing,
        _both_sentences(library, matched, choice, words),
        dmc.Paper(_table(library, matched, choice, words), withBorder=True, p="md"),
    )
    return [dmc.Stack([_summary(matched, words), content], gap="md")]


def _summary(matched: pd.DataFrame, words: Words) -> dmc.Group:
    counts = matched["verdict"].value_counts()
    badges = [_verdict(verdict, words, f" {counts[verdict]}") for verdict in VERDICTS if verdict in counts]
    return dmc.Group([dmc.Text(words("共 {n} 项目标", n=len(matched)), fw=600), *badges], gap="sm")


def _verdict(verdict: str, words: Words, more: str = "") -> html.Span:
    return html.Span(words.code(VERDICTS, verdict) + more, className=f"verdict {verdict}")


def _legend(matched: pd.DataFrame, words: Words) -> dmc.Group:
    keys = [
        ("▬", "实绩", "actual", matched["actual"].notna().any()),
        ("┃", "目标（有两档时为确保）", "target", True),
        ("│", "力争", "target", matched["stretch"].notna().any()),
        ("┆", "当时已过的时间", "", (matched["elapsed"] < 1).any()),
    ]
    return dmc.Group(
        [
            html.Span(
                [html.Span(sign, className=f"sign {kind}", **attributes(aria_hidden="true")), words(text)],
                className="key",
            )
            for sign, text, kind, is_there in keys
            if is_there
        ],
        gap="md",
        className="legend",
    )


def _both_sentences(library: Library, matched: pd.DataFrame, choice: TargetChoice, words: Words) -> dmc.Stack:
    opened = matched[(matched["floor_series"] == choice.point) | (matched["stretch_series"] == choice.point)]
    if not choice.point or opened.empty:
        hint = words("点击图中任一目标，或表中的“出处”，这里并列目标和实绩的原句。")
        return dmc.Stack(dmc.Paper(dmc.Text(hint, size="sm", c="dimmed"), withBorder=True, p="md"))
    row = opened.iloc[0]
    parts: list[Any] = [dmc.Title(target_label(library, row, words), order=2, size="h4")]
    for column, title in (("floor_series", "目标"), ("stretch_series", "力争目标"), ("actual_series", "实绩")):
        if row[column]:
            parts += [dmc.Text(words(title), fw=600, size="sm"), evidence_panel(library, row[column], words)]
    if not row["actual_series"]:
        parts.append(empty(words("尚无实绩"), words("所读的文字里没有这段时间的同口径实绩。")))
    return dmc.Stack(parts, gap="xs")


def _table(library: Library, matched: pd.DataFrame, choice: TargetChoice, words: Words) -> dmc.Box:
    titles = ("指标", "目标", "力争", "最新实绩", "实绩期间", "完成率或差距", "时间已过", "结论", "出处")
    body = []
    for _, row in matched.iterrows():
        said = [
            stated_by(library, row[column], words) for column in ("floor_series", "stretch_series", "actual_series")
        ]
        basis = words.code(BASES, row["basis"])
        known = row["verdict"] != "none"
        body.append(
            [
                [target_label(library, row, words), html.Small(basis) if basis else None],
                [
                    said[0],
                    html.Small(span_label(row["period_start"], row["period_end"], words.language)),
                ],
                said[1],
                said[2],
                span_label(row["actual_start"], row["actual_end"], words.language) if known else "",
                _reached(row, words),
                f"{number(round(row['elapsed'] * 100, 1))}%" if pd.notna(row["elapsed"]) else "",
                _verdict(row["verdict"], words),
                html.A(words("出处"), href=link(PATH, replace(choice, point=row[main_series(row)]))),
            ]
        )
    told = [place for place in range(len(titles)) if any(cells[place] for cells in body)]
    return table(
        [words(titles[place]) for place in told],
        [[cells[place] for place in told] for cells in body],
        words("目标与实绩"),
        least_width=90 * len(told),
    )


def _reached(row: pd.Series, words: Words) -> str:
    if row["verdict"] == "none":
        return ""
    if pd.notna(row["attainment"]):
        return f"{number(round(row['attainment'] * 100, 1))}%"
    if row["unit_base"] in {"%", "pp"}:
        sign = "+" if row["gap"] > 0 else ""
        return words("{gap} 个百分点", gap=f"{sign}{number(round(row['gap'], 2))}")
    return ""


FIELDS = {ids.TARGET_PARK: "park", ids.TARGET_YEAR: "year"}


def chosen(search: str | None, control: str, value: Any) -> TargetChoice:
    """The choice after one control was set to `value`; no sentence stays open, a new park has its own year."""
    change: dict[str, Any] = {"point": "", FIELDS[control]: value or ""}
    choice = replace(decode(TargetChoice, search), **change)
    return replace(choice, year="") if FIELDS[control] == "park" else choice


def register(app: Dash, shelf: Shelf) -> None:
    """The page's callbacks: controls -> address -> bullets; click -> address -> sentences."""

    @app.callback(
        Output(ids.TARGET_URL, "search", allow_duplicate=True),
        Output(ids.TARGET_PARK, "value"),
        Output(ids.TARGET_YEAR, "data"),
        Output(ids.TARGET_YEAR, "value"),
        Output(ids.TARGET_VIEWED, "children"),
        Input(ids.TARGET_URL, "search"),
        Input(ids.TARGET_PARK, "value"),
        Input(ids.TARGET_YEAR, "value"),
        Input(ids.LIGHT, "data"),
        State(ids.TARGET_URL, "pathname"),
        prevent_initial_call="initial_duplicate",
    )
    def show(search: str, _park: str, _year: str, light: str, path: str) -> tuple[Any, ...]:
        if path != PATH:
            raise PreventUpdate
        control = ctx.triggered_id
        is_control = control in FIELDS
        choice = chosen(search, control, ctx.triggered[0]["value"]) if is_control else decode(TargetChoice, search)
        words, library = Words(choice.lang), shelf.at(choice.as_of)
        shown = resolve(library, choice)
        return (
            encode(choice) if is_control and encode(choice) != search else no_update,
            shown.park or None,
            [str(year) for year in library.target_years(shown.park)],
            shown.year or None,
            viewed(library, shown, words, theme.scheme_of(light)),
        )

    points.register(app, "targets", ids.TARGET_URL, ids.TARGET_VIEWED, TargetChoice)

"""How an indicator has moved in the parks chosen, with every mark leading to its sentence."""

from dataclasses import replace
from typing import Any

import dash_mantine_components as dmc
import pandas as pd
from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids, theme
from dashboard.charts import trend
from dashboard.charts.marks import place
from dashboard.components.attributes import attributes
from dashboard.components.charts import empty, entity_legend, graph, mark_legend
from dashboard.components.evidence import beside, evidence_panel, status_badge
from dashboard.components.shell import page
from dashboard.components.tables import table
from dashboard.library import Library
from dashboard.state import TrendChoice, decode, encode, link
from dashboard.units import stated
from dashboard.words import BASES, MEASURES, Words
from indicators.spans import SPAN_NAMES, span_label

PATH = "/trends"
DEFAULT_PARKS = 2
SHOWN_FIRST = ("level", "growth")


def resolve(library: Library, choice: TrendChoice) -> TrendChoice:
    """The choice with what was left open filled in: known parks, an indicator that they have, measures it comes in."""
    known = set(library.parks())
    parks = tuple(park for park in choice.park if park in known)
    indicator = choice.indicator
    if not indicator:
        options = library.indicator_options(parks)
        indicator = options[0].name if options else ""
    if not parks:
        parks = tuple((library.parks_with(indicator) or library.parks())[:DEFAULT_PARKS])
    there = library.measures(indicator, parks)
    measures = tuple(measure for measure in choice.measure if measure in there)
    if not measures:
        measures = tuple(measure for measure in SHOWN_FIRST if measure in there) or there[:1]
    return replace(choice, park=parks, indicator=indicator, measure=measures)


def view(library: Library, choice: TrendChoice, words: Words) -> list:
    """The whole page: controls, chart, evidence, table."""
    shown = resolve(library, choice)
    content = beside(
        html.Div(dmc.Skeleton(height=420), id=ids.TREND_VIEWED),
        html.Div(id=ids.TREND_EVIDENCE),
        html.Div(id=ids.TREND_TABLE),
    )
    lead = words("选园区和指标，看它怎样变化；点任一标记，看是哪句话说的。")
    address = dcc.Location(id=ids.TREND_URL, refresh="callback-nav")
    return page(words("趋势"), lead, [address, _controls(library, shown, words), content])


def viewed(library: Library, choice: TrendChoice, words: Words, scheme: str) -> list:
    """Charts and legends for a resolved choice."""
    rows = library.trend(choice.park, choice.indicator, choice.measure, choice.segments)
    placed = place(rows)
    if rows.empty:
        return [empty(words("这些园区没有这个指标的数"), words("换一个指标，或再选一个园区。"))]
    title = library.title(choice.indicator, words.language)
    entities = list(dict.fromkeys(rows["entity"]))
    palette = theme.ENTITY_COLOURS[scheme]
    colours = {entity: palette[place_ % len(palette)] for place_, entity in enumerate(entities)}
    parts: list[Any] = [dmc.Title(title, order=2, size="h3"), entity_legend(colours)]
    if placed.empty:
        parts.append(empty(words("这些数都没有说明时间"), words("没有时间的数不画在图上，见下表。")))
    elif choice.view == "apart":
        for entity in dict.fromkeys(placed["entity"]):
            of_one = rows[rows["entity"] == entity]
            figure = trend.draw(of_one, colours, words, scheme, choice.scale == "log", trend.years_of(placed))
            parts += [
                dmc.Title(entity, order=3, size="h5"),
                graph(figure, "trends", entity, f"{title} {entity}", words),
            ]
    else:
        figure = trend.draw(rows, colours, words, scheme, log=choice.scale == "log")
        parts.append(graph(figure, "trends", "all", f"{title} {' '.join(entities)}", words))
    marks = set(placed.loc[placed["status"] == "actual", "mark"])
    parts.append(
        mark_legend(marks, set(placed["bound"]) - {"exact"}, bool((placed["status"] == "target").any()), words)
    )
    silent = [park for park in choice.park if park not in set(rows["park"])]
    if silent:
        parts.append(dmc.Text(words("没有这个指标的数：{parks}", parks="、".join(silent)), size="sm", c="dimmed"))
    undated = len(rows) - len(placed)
    if undated and len(placed):
        parts.append(dmc.Text(words("另有 {n} 个数没有说明时间，只在表中。", n=undated), size="sm", c="dimmed"))
    return [dmc.Paper(dmc.Stack(parts, gap="xs"), withBorder=True, p="md")]


def twin(library: Library, choice: TrendChoice, words: Words) -> list:
    """The table of what the chart shows, for a resolved choice; every row leads to its sentence."""
    rows = library.trend(choice.park, choice.indicator, choice.measure, choice.segments)
    if rows.empty:
        return []
    head = [words(text) for text in ("园区", "期间", "数值|列", "口径", "性质", "出处")]
    ordered = rows.sort_values(["measure", "period_end"], ascending=[False, False], kind="stable")
    body = [
        [
            row["entity"],
            _period(row, words),
            stated(row, words.language),
            " ".join(filter(None, (words.code(MEASURES, row["measure"]), words.code(BASES, row["basis"])))),
            status_badge(row["status"], row["target_tier"], words),
            dmc.Anchor(words("出处"), href=link(PATH, replace(choice, point=row["series"])), size="sm"),
        ]
        for _, row in ordered.iterrows()
    ]
    title = words("表格：{n} 个数", n=len(rows))
    details = html.Details([html.Summary(title), table(head, body, title)], open=True, className="twin")
    return [dmc.Paper(details, withBorder=True, p="md")]


def _controls(library: Library, shown: TrendChoice, words: Words) -> dmc.Paper:
    controls = [
        dmc.MultiSelect(
            id=ids.TREND_PARKS,
            label=words("园区与地区"),
            data=library.parks(),
            value=list(shown.park),
            searchable=True,
            hidePickedOptions=True,
            nothingFoundMessage=words("没有这个园区"),
            clearable=False,
            className="wide",
        ),
        dmc.Select(
            id=ids.TREND_INDICATOR,
            label=words("指标"),
            data=_indicator_groups(library, shown, words),
            value=shown.indicator,
            searchable=True,
            allowDeselect=False,
            nothingFoundMessage=words("没有这个指标"),
            maxDropdownHeight=380,
            className="wide",
        ),
        dmc.MultiSelect(
            id=ids.TREND_MEASURES,
            label=words("看什么"),
            data=_measure_options(library, shown, words),
            value=list(shown.measure),
            clearable=False,
            className="narrow",
        ),
        _segmented(ids.TREND_SCALE, words("坐标"), (("linear", words("线性")), ("log", words("对数"))), shown.scale),
        _segmented(ids.TREND_VIEW, words("图形"), (("together", words("合并")), ("apart", words("分开"))), shown.view),
        dmc.Switch(
            id=ids.TREND_SEGMENTS,
            label=words("分片区、分行业"),
            checked=shown.segments,
            disabled=not library.has_segments(shown.park, shown.indicator),
            className="switch",
        ),
    ]
    return dmc.Paper(html.Div(controls, className="controls"), withBorder=True, p="md", mb="md")


def _segmented(id_: str, label: str, data: tuple[tuple[str, str], ...], value: str) -> html.Div:
    options = [{"value": key, "label": text} for key, text in data]
    control = dmc.SegmentedControl(id=id_, data=options, value=value, **attributes(aria_label=label))
    return html.Div([html.Span(label, className="control-label"), control])


def _indicator_groups(library: Library, shown: TrendChoice, words: Words) -> list[dict[str, Any]]:
    options = library.indicator_options(shown.park)
    if shown.indicator and shown.indicator not in {option.name for option in options}:
        options = [option for option in library.indicator_options() if option.name == shown.indicator] + options
    groups = []
    for known, title in ((True, words("指标目录")), (False, words("文中的其他说法"))):
        items = [
            {"value": option.name, "label": f"{library.title(option.name, words.language)} ({option.values})"}
            for option in options
            if option.known == known
        ]
        if items:
            groups.append({"group": title, "items": items})
    return groups


def _measure_options(library: Library, shown: TrendChoice, words: Words) -> list[dict[str, str]]:
    there = library.measures(shown.indicator, shown.park)
    return [{"value": measure, "label": words.code(MEASURES, measure)} for measure in there]


def _period(row: pd.Series, words: Words) -> str:
    label = span_label(row["period_start"], row["period_end"], words.language)
    plain = row["span"] in {"year", "unknown", "open"}
    return label if plain else f"{label} ({SPAN_NAMES[words.language][row['span']]})"


FIELDS = {
    ids.TREND_PARKS: "park",
    ids.TREND_INDICATOR: "indicator",
    ids.TREND_MEASURES: "measure",
    ids.TREND_SCALE: "scale",
    ids.TREND_VIEW: "view",
    ids.TREND_SEGMENTS: "segments",
}


def chosen(search: str | None, control: str, value: Any) -> TrendChoice:
    """The choice after one control was set; another indicator starts with its own measures and no point open."""
    choice = decode(TrendChoice, search)
    change: dict[str, Any] = {FIELDS[control]: tuple(value) if isinstance(value, list) else value}
    choice = replace(choice, **change)
    return replace(choice, measure=(), point="") if FIELDS[control] == "indicator" else choice


def register(app: Dash, library: Library) -> None:
    """The page's callbacks: controls -> address -> chart; click -> address -> sentence."""

    @app.callback(
        Output(ids.TREND_URL, "search", allow_duplicate=True),
        Output(ids.TREND_PARKS, "value"),
        Output(ids.TREND_INDICATOR, "data"),
        Output(ids.TREND_INDICATOR, "value"),
        Output(ids.TREND_MEASURES, "data"),
        Output(ids.TREND_MEASURES, "value"),
        Output(ids.TREND_SCALE, "value"),
        Output(ids.TREND_VIEW, "value"),
        Output(ids.TREND_SEGMENTS, "checked"),
        Output(ids.TREND_SEGMENTS, "disabled"),
        Output(ids.TREND_VIEWED, "children"),
        Output(ids.TREND_TABLE, "children"),
        Output(ids.TREND_EVIDENCE, "children"),
        Input(ids.TREND_URL, "search"),
        Input(ids.TREND_PARKS, "value"),
        Input(ids.TREND_INDICATOR, "value"),
        Input(ids.TREND_MEASURES, "value"),
        Input(ids.TREND_SCALE, "value"),
        Input(ids.TREND_VIEW, "value"),
        Input(ids.TREND_SEGMENTS, "checked"),
        Input(ids.LIGHT, "data"),
        State(ids.TREND_URL, "pathname"),
        prevent_initial_call="initial_duplicate",
    )
    def show(search: str, *controls: Any) -> tuple[Any, ...]:
        light, path = controls[-2:]
        if path != PATH:
            raise PreventUpdate
        control = ctx.triggered_id
        is_control = control in FIELDS
        choice = chosen(search, control, ctx.triggered[0]["value"]) if is_control else decode(TrendChoice, search)
        words = Words(choice.lang)
        shown = resolve(library, choice)
        return (
            encode(choice) if is_control and encode(choice) != search else no_update,
            list(shown.park),
            _indicator_groups(library, shown, words),
            shown.indicator,
            _measure_options(library, shown, words),
            list(shown.measure),
            shown.scale,
            shown.view,
            shown.segments,
            not library.has_segments(shown.park, shown.indicator),
            viewed(library, shown, words, theme.scheme_of(light)),
            twin(library, shown, words),
            evidence_panel(library, shown.point, words),
        )

    app.clientside_callback(
        ClientsideFunction("park", "showEvidence"),
        Output(ids.TREND_EVIDENCE, "data-point"),
        Input(ids.TREND_EVIDENCE, "children"),
        State(ids.TREND_URL, "search"),
    )

    @app.callback(
        Output(ids.TREND_URL, "search", allow_duplicate=True),
        Input({"type": ids.CHART, "page": "trends", "name": ALL}, "clickData"),
        State(ids.TREND_URL, "search"),
        prevent_initial_call=True,
    )
    def open_point(_clicks: list[Any], search: str) -> str:
        clicked = ctx.triggered[0]["value"]
        if not clicked or "customdata" not in clicked["points"][0]:
            raise PreventUpdate
        return encode(replace(decode(TrendChoice, search), point=clicked["points"][0]["customdata"]))

"""A point that is clicked in a chart: it goes into the address, and the evidence panel comes into view."""

from dataclasses import replace
from typing import Any

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.state import CompareChoice, TargetChoice, TrendChoice, decode, encode

PointChoice = TrendChoice | CompareChoice | TargetChoice


def register(app: Dash, page: str, url: str, evidence: str, choice: type[PointChoice]) -> None:
    """Let the charts of a page (its name in their ids) open their points; `choice` is what its address holds."""
    app.clientside_callback(
        ClientsideFunction("park", "showEvidence"),
        Output(evidence, "data-point"),
        Input(evidence, "children"),
        State(url, "search"),
    )

    @app.callback(
        Output(url, "search", allow_duplicate=True),
        Input({"type": ids.CHART, "page": page, "name": ALL}, "clickData"),
        State(url, "search"),
        prevent_initial_call=True,
    )
    def open_point(_clicks: list[Any], search: str) -> str:
        clicked = ctx.triggered[0]["value"]
        if not clicked or "customdata" not in clicked["points"][0]:
            raise PreventUpdate
        return encode(replace(decode(choice, search), point=clicked["points"][0]["customdata"]))

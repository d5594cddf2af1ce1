"""A point that is clicked in a chart: it goes into the address, and the evidence panel comes into view."""

from dash import ALL, ClientsideFunction, Dash, Input, Output, State

from dashboard import ids


def register(app: Dash, page: str, url: str, evidence: str) -> None:
    """Let the charts of a page (its name in their ids) open their points."""
    app.clientside_callback(
        ClientsideFunction("park", "showEvidence"),
        Output(evidence, "data-point"),
        Input(evidence, "children"),
        State(url, "search"),
    )
    app.clientside_callback(
        ClientsideFunction("steering", "open"),
        Input({"type": ids.CHART, "page": page, "name": ALL}, "clickData"),
        prevent_initial_call=True,
    )

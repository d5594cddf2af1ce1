"""What is folded is fetched when it is unfolded: the findings of a park beyond the first, the sentences of each."""

from typing import Any

from dash import MATCH, Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.components.findings import further_findings, sentences_of
from dashboard.shelf import Shelf
from dashboard.state import Choice, ParkChoice, decode
from dashboard.words import Words


def register(app: Dash, shelf: Shelf) -> None:
    """A summary that is pressed for the first time -> what belongs below it."""

    @app.callback(
        Output(ids.finding_part("sentences", MATCH), "children"),
        Input(ids.finding_part("summary", MATCH), "n_clicks"),
        State(ids.finding_part("sentences", MATCH), "id"),
        State(ids.finding_part("sentences", MATCH), "children"),
        State(ids.URL, "search"),
        prevent_initial_call=True,
    )
    def show_sentences(_clicks: int, finding: dict[str, str], there: list[Any], search: str) -> list[Any]:
        if there:
            raise PreventUpdate
        here = decode(Choice, search)
        return sentences_of(shelf.at(here.as_of), finding["rows"], Words(here.lang))

    @app.callback(
        Output(ids.FURTHER_FINDINGS, "children"),
        Input(ids.FURTHER_FINDINGS_SUMMARY, "n_clicks"),
        State(ids.FURTHER_FINDINGS, "children"),
        State(ids.PARK_PARK, "value"),
        State(ids.URL, "search"),
        prevent_initial_call=True,
    )
    def show_further(_clicks: int, there: list[Any], park: str, search: str) -> list[Any]:
        if there or not park:
            raise PreventUpdate
        here = decode(ParkChoice, search)
        return further_findings(shelf.at(here.as_of), park, Words(here.lang))

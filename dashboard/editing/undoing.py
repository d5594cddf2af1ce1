"""Decisions are taken back: the last one of the visit by the form's button, any other by the button beside it."""

from typing import Any

from dash import Dash, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.access.editors import NotAllowed
from dashboard.components.decided import figure_of
from dashboard.editing.desk import Desk
from dashboard.state import Choice, decode
from dashboard.words import REVIEWS, Words
from indicators.decisions import REVIEWS as REVIEW_OF
from indicators.decisions import Decision
from indicators.errors import ArchiveError
from indicators.store import deciding
from indicators.store.engine import reading

SHOWN_FOR = 12_000  # milliseconds that a notice of what was undone stays


def undo(desk: Desk, decision: int) -> Decision | None:
    """Take a decision back, and give it as it stood; None where its document is gone. NotAllowed and ArchiveError as
    `Desk.changing` and the store have them."""
    with desk.changing() as engine:
        deciding.withdraw(engine, decision, desk.editors.name())
        with reading(engine) as connection:
            made = deciding.load_decisions(connection, withdrawn=True, number=decision)
    return made[0] if made else None


def notice(made: Decision | None, number: int, words: Words) -> dict[str, Any]:
    """What tells that a decision was undone, and what it was."""
    what = [words.code(REVIEWS, REVIEW_OF[made.kind]), figure_of(made), made.reason] if made else []
    title = words("已撤销第 {n} 号决定", n=number)
    return _shown(title, " · ".join(filter(None, what)), words, "park")


def refusal(why: str, words: Words) -> dict[str, Any]:
    """What tells that a decision was not undone, and why."""
    return _shown(words("没有撤销"), why, words, "red")


def _shown(title: str, message: str, words: Words, colour: str) -> dict[str, Any]:
    return {
        "action": "show", "title": title, "message": message, "color": colour, "withBorder": True,
        "autoClose": SHOWN_FOR, "closeButtonProps": {"aria-label": words("关闭")},
    }  # fmt: skip


def register(app: Dash, desk: Desk) -> None:
    """Both ways; `ids.DECIDED` and `ids.UNDONE` tell the page that it is to be drawn as the archive is now."""

    @app.callback(
        Output(ids.NOTICES, "sendNotifications"),
        Output(ids.UNDONE, "data"),
        Output(ids.DECIDED, "data", allow_duplicate=True),
        Input(ids.UNDO_ASKED, "data"),
        State(ids.DECIDED, "data"),
        State(ids.URL, "search"),
        prevent_initial_call=True,
    )
    def undo_there(asked: dict[str, int], made: list[Any] | None, search: str) -> tuple[Any, Any, Any]:
        words, number = Words(decode(Choice, search).lang), asked["decision"]
        try:
            undone = undo(desk, number)
        except NotAllowed as refused:
            return [refusal(words(refused.why), words)], no_update, no_update
        except ArchiveError as error:
            return [refusal(words.of(error), words)], no_update, no_update
        rest = [entry for entry in made or [] if entry["id"] != number]
        entry = {"id": number, "search": search, "said": words("已撤销。"), "undone": True}
        return [notice(undone, number, words)], number, [*rest, entry]

    @app.callback(
        Output(ids.DECIDED, "data", allow_duplicate=True),
        Output(ids.DECISION_SAID, "children", allow_duplicate=True),
        Input(ids.UNDO, "n_clicks"),
        State(ids.DECIDED, "data"),
        State(ids.URL, "search"),
        prevent_initial_call=True,
    )
    def undo_last(clicks: int | None, made: list[Any], search: str) -> tuple[Any, str]:
        words = Words(decode(Choice, search).lang)
        standing = [entry for entry in made or [] if not entry["undone"]]
        if not clicks:
            raise PreventUpdate
        if not standing:
            return no_update, words("没有可以撤销的；更早的决定用命令撤销：python -m indicators undo 号")
        last = standing[-1]
        try:
            undo(desk, last["id"])
        except NotAllowed as refused:
            return no_update, words(refused.why)
        except ArchiveError as error:
            return no_update, words.of(error)
        rest = [entry for entry in made if entry["id"] != last["id"]]
        return [*rest, last | {"undone": True, "said": words("已撤销。")}], ""

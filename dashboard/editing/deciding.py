"""What becomes of the decision form: its fields are checked as they are filled in, its buttons change the archive."""

from collections.abc import Mapping
from datetime import date
from math import isfinite
from typing import Any

from dash import ALL, MATCH, Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.access.editors import NotAllowed
from dashboard.components.decision_form import DAYS, FIELDS, NEEDED
from dashboard.editing.desk import Desk
from dashboard.state import Choice, decode
from dashboard.words import Words
from indicators.catalogue import catalogue
from indicators.errors import ArchiveError
from indicators.store import deciding
from indicators.store.meanings import say

DONE = {
    "accept": "已认可。",
    "correct": "已更正。",
    "reject": "已否定。",
    "mean": "已定名。",
    "alone": "已定名。",
    "add": "已补录。",
}


class Unfit(Exception):
    """What was entered cannot be decided; `problems` says of each field what is wrong with it."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("；".join(problems.values()))
        self.problems = problems


def problem_of(name: str, value: str | None, words: Words) -> str:
    """What is wrong with one field as it stands, "" where nothing is."""
    text = (value or "").strip()
    if not text:
        return words("不能空着") if name in NEEDED else ""
    if name == "value":
        return "" if _is_number(text) else words("不是数：{said}", said=text)
    if name in DAYS:
        return "" if _is_day(text) else words("请写成 2024-12-31")
    return ""


def changes(fields: Mapping[str, str | None], was: Mapping[str, str], words: Words) -> dict[str, str]:
    """The fields that were changed, as text; Unfit where they cannot stand, or none was."""
    now, problems = _entered(fields, words)
    changed = {name: text for name, text in now.items() if text != was.get(name, "")}
    if not problems and not changed:
        problems["value"] = words("什么也没有改；没有错就按“认可”")
    if problems:
        raise Unfit(problems)
    return changed


def added(fields: Mapping[str, str | None], words: Words) -> dict[str, str]:
    """What was said of a figure that was not read; Unfit where it cannot stand.

    An indicator of the catalogue goes by its name there, unless the text's own was entered.
    """
    now, problems = _entered(fields, words)
    if not now["indicator"] and not now["indicator_text"]:
        problems["indicator"] = words("请选一个指标，或写下原文的名称")
    if problems:
        raise Unfit(problems)
    if not now["indicator_text"]:
        now["indicator_text"] = catalogue()[now["indicator"]].zh
    return {name: text for name, text in now.items() if text}


def _entered(fields: Mapping[str, str | None], words: Words) -> tuple[dict[str, str], dict[str, str]]:
    """The fields as they stand, and what is wrong with them by their names."""
    now = {name: (fields.get(name) or "").strip() for name in FIELDS}
    problems = {name: problem for name, text in now.items() if (problem := problem_of(name, text, words))}
    start, end = now["period_start"], now["period_end"]
    if not problems and start and end and start > end:
        problems["period_end"] = words("早于开始的那一天")
    if not (fields.get("reason") or "").strip():
        problems["reason"] = words("请写明理由")
    return now, problems


def decide(
    desk: Desk, what: str, key: str, fields: Mapping[str, str | None], was: Mapping[str, Any], words: Words
) -> int:
    """Do what a button of the form says; the id of the decision.

    `key` names the row, or the column of the phrase in `was`; the place to add a figure at is in `was`, and so is the
    last decision on the row that the form knew of (`seen`). Unfit names the fields that are wrong; NotAllowed and
    ArchiveError as `Desk.changing` and the store have them, one where somebody decided meanwhile.
    """
    who, seen = desk.editors.name(), was.get("seen", {}).get(key)
    if what == "alone" or what.startswith("mean"):
        meaning = "" if what == "alone" else _meant(what, fields, was)
        if what != "alone" and not meaning:
            raise Unfit({"meaning": words("请先选一个")})
        with desk.changing() as engine:
            return say(engine, key, was["phrase"], meaning, who)
    if what == "accept":
        with desk.changing() as engine:
            return deciding.accept(engine, key, who, seen=seen)
    if what == "correct":
        changed = changes(fields, was, words)
        with desk.changing() as engine:
            return deciding.correct(engine, key, who, str(fields["reason"]).strip(), changed, seen)
    if what == "add":
        said, place = added(fields, words), (was["document"], int(was["start"]), int(was["end"]))
        with desk.changing() as engine:
            return deciding.add_at(engine, *place, who, str(fields["reason"]).strip(), said)
    reason = (fields.get("why_not") or "").strip()
    if not reason:
        raise Unfit({"why_not": words("请写明理由")})
    with desk.changing() as engine:
        return deciding.reject(engine, key, who, reason, seen)


def _meant(what: str, fields: Mapping[str, str | None], was: Mapping[str, Any]) -> str:
    """What was chosen: the offer of this number (mean1), or what the field holds."""
    offer = what.removeprefix("mean")
    return str(was["likely"][int(offer) - 1]) if offer else fields.get("meaning") or ""


def register(app: Dash, desk: Desk) -> None:
    """The form's callbacks, for every page that has one; `ids.DECIDED` tells the page what was decided."""

    @app.callback(
        Output(ids.decision_field(MATCH), "error"),
        Input(ids.decision_field(MATCH), "value"),
        State(ids.URL, "search"),
        prevent_initial_call=True,
    )
    def check(value: str | None, search: str) -> str:
        return problem_of(ctx.triggered_id["name"], value, Words(decode(Choice, search).lang))

    @app.callback(
        Output(ids.DECIDED, "data"),
        Output(ids.DECISION_SAID, "children"),
        Output(ids.decision_field(ALL), "error", allow_duplicate=True),
        Input(ids.decide(ALL, ALL), "n_clicks"),
        State(ids.decision_field(ALL), "value"),
        State(ids.decision_field(ALL), "id"),
        State(ids.DECISION_WAS, "data"),
        State(ids.DECIDED, "data"),
        State(ids.URL, "search"),
        prevent_initial_call=True,
    )
    def press(
        _clicks: list[Any], values: list[Any], names: list[Any], was: dict[str, str], made: list[Any], search: str
    ) -> tuple[Any, Any, Any]:
        if not ctx.triggered[0]["value"]:
            raise PreventUpdate
        words, fields = Words(decode(Choice, search).lang), [one["name"] for one in names]
        what, key = ctx.triggered_id["what"], ctx.triggered_id["key"]
        try:
            number = decide(desk, what, key, dict(zip(fields, values, strict=True)), was, words)
        except Unfit as unfit:
            return no_update, "", [unfit.problems.get(name, "") for name in fields]
        except NotAllowed as refused:
            return no_update, words(refused.why), [no_update] * len(fields)
        except ArchiveError as error:
            return no_update, words.of(error), [no_update] * len(fields)
        said = words(DONE[what.rstrip("0123456789")])
        entry = {"id": number, "search": search, "said": said, "undone": False}
        return [*(made or []), entry], said, [""] * len(fields)


def _is_number(text: str) -> bool:
    try:
        return isfinite(float(text.replace(",", "")))
    except ValueError:
        return False


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False

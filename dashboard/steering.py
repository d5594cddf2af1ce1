"""How a page's address and its controls follow each other, said once for a page as data.

The address is the choice, and it changes in the browser: whatever a control is moved to goes into the newest address
there is, at once (`assets/steering.js`). The server is asked for an address and answers what is to be seen there and
what the controls are to hold; the browser gives it to them if the address is still that one. So nothing that is chosen
waits for an answer, and no answer takes back what was chosen after it was asked for.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from dash import ClientsideFunction, Dash, Input, Output, State, dcc
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import Choice, decode
from dashboard.words import Words

AnyChoice = TypeVar("AnyChoice", bound=Choice)
Form = Literal["texts", "on", "off", "filters", "order", "columns"]


class Control(NamedTuple):
    """A control, by its id and property, and the field of the choice that it sets.

    `form` is how its value is written into the address: as it is, one text or several; a switch that says so ("on") or
    says the contrary ("off"); the filters or the order of a grid, "columns" where its columns are arranged for it, too.
    `clears` are the fields that begin anew when it is
    moved, `sets` those that become something; `holds` is what it holds while its field is empty; `usual` are the texts
    that the address leaves out, the default of the field if none are named. It counts only where the address has the
    field `where`, or has it not ("!by").
    """

    id: str
    field: str
    prop: str = "value"
    form: Form = "texts"
    clears: tuple[str, ...] = ()
    sets: tuple[tuple[str, str], ...] = ()
    holds: str | None = ""
    usual: tuple[str, ...] = ()
    where: str = ""


class Asked(NamedTuple, Generic[AnyChoice]):
    """The choice in an address, the archive on its day, the words of its language."""

    choice: AnyChoice
    library: Library
    words: Words


def held_for(controls: tuple[Control, ...], shown: Choice) -> dict[str, Any]:
    """What controls are to hold for a resolved choice, by the fields that they set.

    >>> held_for((Control("parks", "park"), Control("bare", "bare", "checked", "off")), TrendChoice(park=("江北",)))
    {'park': ['江北'], 'bare': True}
    """
    found: dict[str, Any] = {}
    for control in controls:
        value = getattr(shown, control.field)
        if control.form == "off":
            value = not value
        elif isinstance(value, tuple):
            value = list(value)
        found[control.field] = control.holds if value == "" else value
    return found


def _texts(default: Any) -> tuple[str, ...]:
    return (default,) if default and isinstance(default, str) else ()


@dataclass(frozen=True)
class Steering(Generic[AnyChoice]):
    """A page by its path, the id `url` of its address, the record of its choices, and its controls; `held` says what
    these are to hold for a resolved choice (`held_for` where nothing is special)."""

    path: str
    url: str
    kind: type[AnyChoice]
    controls: tuple[Control, ...]
    held: Callable[[tuple[Control, ...], AnyChoice], dict[str, Any]] = held_for

    def wheel(self, shown: AnyChoice) -> list[Any]:
        """What the page needs to be steered, drawn for a resolved choice."""
        defaults = {one.name: one.default for one in fields(self.kind)}
        controls = [one._asdict() | {"usual": one.usual or _texts(defaults[one.field])} for one in self.controls]
        rules = {"path": self.path, "fields": list(defaults), "controls": controls}
        return [
            dcc.Location(id=self.url, refresh="callback-nav"),
            dcc.Store(id=ids.given(self.url), data=rules | {"held": self.held(self.controls, shown)}),
            dcc.Store(id=ids.answered(self.url)),
        ]

    @property
    def inputs(self) -> dict[str, Any]:
        """What the callback that shows the page is called with: `search` and `path`."""
        return {"search": Input(self.url, "search"), "path": State(self.url, "pathname")}

    @property
    def output(self) -> Output:
        """Where that callback puts its `answer`."""
        return Output(ids.answered(self.url), "data")

    def asked(self, shelf: Shelf, search: str | None, path: str) -> Asked[AnyChoice]:
        """What an address asks for. Nothing is to be done (PreventUpdate) on the way to another page."""
        if path != self.path:
            raise PreventUpdate
        choice = decode(self.kind, search)
        return Asked(choice, shelf.at(choice.as_of), Words(choice.lang))

    def answer(self, search: str | None, shown: AnyChoice) -> dict[str, Any]:
        """What the controls are to hold, if the address is still the one that was resolved to `shown`."""
        return {"search": search or "", "held": self.held(self.controls, shown)}

    def register(self, app: Dash) -> None:
        """Let the controls steer the address, and what is answered the controls."""
        steer = ClientsideFunction("steering", "steer")
        moved = [Input(control.id, control.prop) for control in self.controls]
        for called in (moved, [Input(ids.answered(self.url), "data")]):  # to be moved waits for no answer
            app.clientside_callback(steer, *called, State(self.url, "id"), prevent_initial_call=True)

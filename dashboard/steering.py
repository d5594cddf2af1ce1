"""What a page's address and its controls amount to: the part that their callbacks share.

The address is the choice. A control changes the choice and, through it, the address; when the address itself has
changed (a link, the way back) the controls follow it. What a page gave its controls last is kept beside them: whatever
holds something else by now was moved meanwhile. So a second choice counts although the first has not been answered yet,
and an answer that comes too late takes nothing back.
"""

from collections.abc import Callable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from dash import ctx, dcc, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import Choice, decode, encode
from dashboard.words import Words

AnyChoice = TypeVar("AnyChoice", bound=Choice)


class Steered(NamedTuple, Generic[AnyChoice]):
    """The choice, the archive on its day, the words of its language, and what the address has to become for it."""

    choice: AnyChoice
    library: Library
    words: Words
    address: Any


def wheel(url: str, given: Mapping[str, Any]) -> list[Any]:
    """What a page needs to be steered: its address, by the id `url`, and what its controls are given."""
    return [dcc.Location(id=url, refresh="callback-nav"), dcc.Store(id=ids.given(url), data=dict(given))]


def moved(controls: Mapping[str, Any], given: Mapping[str, Any] | None, last: Any = None) -> dict[str, Any]:
    """The controls that hold something else than they were given, the `last` one to be moved at the end.

    >>> moved({"scale": "log", "view": "apart", "unit": None}, {"scale": "linear", "view": "apart", "unit": ""})
    {'scale': 'log'}
    """
    was = given or {}
    others = {name: value for name, value in controls.items() if (value or None) != (was.get(name) or None)}
    return {name: others[name] for name in sorted(others, key=lambda name: name == last)}


def steered(
    shelf: Shelf,
    kind: type[AnyChoice],
    search: str | None,
    is_here: bool,
    controls: Mapping[str, Any],
    given: Mapping[str, Any] | None,
    chosen: Callable[[AnyChoice, str, Any], AnyChoice],
) -> Steered[AnyChoice]:
    """What the callback at work was called for: `chosen(choice, control, value)` says what a control makes of the
    choice. Nothing is to be done (PreventUpdate) on the way to another page, where `is_here` is false."""
    if not is_here:
        raise PreventUpdate
    choice = decode(kind, search)
    moves = moved(controls, given, ctx.triggered_id)
    for control, value in moves.items():
        choice = chosen(choice, control, value)
    address = encode(choice) if moves and encode(choice) != (search or "") else no_update
    return Steered(choice, shelf.at(choice.as_of), Words(choice.lang), address)

"""What a page's address and the control that was just moved amount to: the part that its callbacks share.

The address is the choice. A control changes the choice and, through it, the address; when the address itself has
changed (a link, the way back) the controls follow it.
"""

from collections.abc import Callable, Container
from typing import Any, Generic, NamedTuple, TypeVar

from dash import ctx, no_update
from dash.exceptions import PreventUpdate

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


def steered(
    shelf: Shelf,
    kind: type[AnyChoice],
    search: str | None,
    is_here: bool,
    controls: Container[str],
    chosen: Callable[[str | None, str, Any], AnyChoice],
) -> Steered[AnyChoice]:
    """What the callback at work was called for: `chosen(search, control, value)` says what a control makes of the
    choice. Nothing is to be done (PreventUpdate) on the way to another page, where `is_here` is false."""
    if not is_here:
        raise PreventUpdate
    moved = ctx.triggered_id in controls
    choice = chosen(search, ctx.triggered_id, ctx.triggered[0]["value"]) if moved else decode(kind, search)
    address = encode(choice) if moved and encode(choice) != (search or "") else no_update
    return Steered(choice, shelf.at(choice.as_of), Words(choice.lang), address)

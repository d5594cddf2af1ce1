"""Content that only shows, as one component.

Dash keeps every component in a store that all of them listen to: a page of a few thousand cells takes the browser most
of a minute. What needs no callback is therefore handed over as one tree, which `assets/plain.js` builds as elements.
Text stays text: only the elements and attributes named there are made.
"""

import json
from typing import Any

from dash import html
from dash.development.base_component import Component

_NAMES = {"className": "class", "tabIndex": "tabindex", "colSpan": "colspan", "rowSpan": "rowspan"}


class Node(list[Any]):
    """What is made of a component: its name, its attributes, its children."""


def plain(content: Any, **attributes: Any) -> html.Div:
    """A `div` with this content, which is made of `dash.html` and of `element` alone.

    `attributes` are those of the `div`.
    """
    tree: dict[str, Any] = {"data-plain": json.dumps(_nodes(content), ensure_ascii=False)}
    return html.Div(**attributes, **tree)


def element(name: str, content: Any, **attributes: Any) -> Node:
    """An element by the names of HTML, for what there are hundreds of: made in a fraction of the time."""
    return Node([name, {_NAMES.get(key, key): value for key, value in attributes.items()}, _nodes(content)])


def _nodes(content: Any) -> list[Any]:
    if content is None:
        return []
    if isinstance(content, Node):
        return [content]
    if isinstance(content, list | tuple):
        return [node for one in content for node in _nodes(one)]
    if not isinstance(content, Component):
        return [str(content)]
    described = content.to_plotly_json()
    if described["namespace"] != "dash_html_components":
        raise TypeError(f"{described['type']} is more than an element: it has to stay outside of what only shows")
    given = dict(described["props"])
    children = _nodes(given.pop("children", None))
    named = {_NAMES.get(name, name): value for name, value in given.items() if value is not None and value != ""}
    return [[described["type"].lower(), named, children]]

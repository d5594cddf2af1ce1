import json

import dash_mantine_components as dmc
import pytest
from dash import html

from dashboard.components.plain import plain


def tree(content):
    return json.loads(getattr(plain(content), "data-plain"))


def test_elements_attributes_and_text_are_handed_over_as_a_tree():
    given = html.Td(["<b>x</b>", html.A("出处", href="/a", className="plain-link"), None, 3], tabIndex=0)
    assert tree(given) == [
        ["td", {"tabindex": 0}, ["<b>x</b>", ["a", {"href": "/a", "class": "plain-link"}, ["出处"]], "3"]]
    ]


def test_lists_are_laid_out_flat_and_nothing_is_nothing():
    assert tree([["a", ["b"]], None]) == ["a", "b"]
    assert tree(None) == []


def test_what_is_more_than_an_element_is_refused():
    with pytest.raises(TypeError, match="Badge"):
        plain(html.Div(dmc.Badge("x")))

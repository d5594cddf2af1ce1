"""Requests that hold what is no text: bytes that are no UTF-8, the half of an emoji that was cut in two.

No file and no database takes them; � stands in their place.
"""

import re
from typing import Any

from flask import Flask, Request
from flask.json.provider import DefaultJSONProvider

_HALVES = re.compile("[\ud800-\udfff]")


def set_up_characters(server: Flask) -> None:
    """Makes whatever the server is asked text."""
    server.request_class = _WholeRequest
    server.json = _WholeJson(server)


class _WholeRequest(Request):
    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.query_string = self.query_string.decode("utf-8", "replace").encode()


class _WholeJson(DefaultJSONProvider):
    def loads(self, s: str | bytes, **named: Any) -> Any:
        return _whole(super().loads(s, **named))


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return _HALVES.sub("�", value)
    if isinstance(value, list):
        return [_whole(one) for one in value]
    if isinstance(value, dict):
        return {_whole(name): _whole(one) for name, one in value.items()}
    return value

"""Attributes of HTML elements whose names have a hyphen, which Python's do not."""

from typing import Any


def attributes(**named: str) -> dict[str, Any]:
    """The attributes under their HTML names.

    >>> attributes(aria_label="图", data_tip="说明")
    {'aria-label': '图', 'data-tip': '说明'}
    """
    return {name.replace("_", "-"): value for name, value in named.items()}

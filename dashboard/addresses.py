"""The address of the view at hand, whatever it chooses, in the other language or on another day."""

from urllib.parse import parse_qsl, urlencode


def swapped_language(path: str, search: str | None) -> str:
    """The address of the same view in the other language."""
    pairs = parse_qsl((search or "").removeprefix("?"))
    rest = [(name, value) for name, value in pairs if name != "lang"]
    if ("lang", "en") not in pairs:
        rest.append(("lang", "en"))
    return path + (f"?{urlencode(rest)}" if rest else "")


def with_day(path: str, search: str | None, day: str) -> str:
    """The address of the same view as it was known on `day`, "" for now."""
    pairs = parse_qsl((search or "").removeprefix("?"))
    rest = [(name, value) for name, value in pairs if name != "as_of"] + ([("as_of", day)] if day else [])
    return path + (f"?{urlencode(rest)}" if rest else "")

"""Plain text and Markdown: the text as it is."""

from indicators.encoding import detect
from indicators.formats.content import Content


def read(data: bytes) -> Content:
    """The decoded text, not a character changed; DocumentError where the bytes hold no text."""
    text, encoding = detect(data)
    return Content(text, encoding=encoding)

"""Plain text and Markdown: the text as it is."""

from indicators.encoding import decode
from indicators.formats.content import Content


def read(data: bytes) -> Content:
    """The decoded text, not a character changed; DocumentError where the bytes hold no text."""
    return Content(decode(data))

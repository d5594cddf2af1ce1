"""Files as answers of the server."""

from urllib.parse import quote

from flask import Response


def as_file(content: bytes, name: str, kind: str = "text/csv; charset=utf-8") -> Response:
    """An answer that browsers save under this name."""
    answer = Response(content, content_type=kind)
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer

"""Smaller answers: scripts are compressed hard once and kept, everything else lightly each time.

Flask-Compress streams files with a light hand and packs the scripts of components anew for everyone who asks. Both
never change while the server runs.
"""

from flask import Flask, Request, Response, request

KEPT = ("/assets/", "/_dash-component-suites/")


class _Kept:
    """The packed answers, by algorithm and address."""

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self._packed.get(key)

    def set(self, key: str, packed: bytes) -> None:
        if not key.endswith(";"):
            self._packed[key] = packed


def set_up_compression(server: Flask) -> None:
    """To be called before Flask-Compress is set up, which is when Dash is made with `compress=True`."""
    server.config.update(
        COMPRESS_CACHE_BACKEND=_Kept,
        COMPRESS_CACHE_KEY=_key,
        COMPRESS_ZSTD_LEVEL=9,  # files would be one in a hundred smaller with 12, and every answer three times as slow
        COMPRESS_BR_LEVEL=7,
    )


def hold_files(server: Flask) -> None:
    """Lets scripts be kept; to be called after Flask-Compress is set up, as what is set up last is asked first."""

    @server.after_request
    def hold(answer: Response) -> Response:
        if request.path.startswith(KEPT) and answer.status_code == 200:
            answer.direct_passthrough = False
            body = answer.get_data()
            answer.close()  # the file that it came from
            answer.set_data(body)
        return answer


def _key(asked: Request) -> str:
    return asked.full_path if asked.path.startswith(KEPT) else ""

"""What every answer tells the browser: nothing from elsewhere, no guessing, frames only for charts that ask for it."""

from collections.abc import Callable, Sequence
from functools import cache

from flask import Flask, Response, request

from dashboard.access.forgery import is_secure

# Scripts come from here alone; of those written into the page only the one that Dash starts itself with, by its sum.
# Mantine, the grid and plotly write styles.
_POLICY = (
    "default-src 'self'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
    "object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors {frames}"
)
ICON = "/_favicon.ico"  # where they may not keep it, browsers ask for it at every new address


def set_up_headers(server: Flask, inline: Callable[[], Sequence[str]]) -> None:
    """Adds the headers to every answer of the server; `inline` gives the sums of the scripts that stand in its pages,
    and is asked when the first page is."""
    scripts = cache(lambda: " ".join(inline()))

    @server.after_request
    def protect(answer: Response) -> Response:
        if request.path == ICON:
            answer.headers.setdefault("Cache-Control", "max-age=86400")
        framed = request.args.get("embed") == "1"
        policy = _POLICY.format(scripts=scripts(), frames="*" if framed else "'self'")
        answer.headers.setdefault("Content-Security-Policy", policy)
        answer.headers.setdefault("X-Content-Type-Options", "nosniff")
        answer.headers.setdefault("Referrer-Policy", "same-origin")
        answer.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
        if not framed:
            answer.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
            answer.headers.setdefault("X-Frame-Options", "SAMEORIGIN")
            if is_secure(request):  # browsers complain where it has no meaning
                answer.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        return answer

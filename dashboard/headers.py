"""What every answer tells the browser: nothing from elsewhere, no guessing, frames only for charts that ask for it."""

from flask import Flask, Response, request

# Dash writes its settings and starts itself in the page, Mantine and plotly write styles; scripts come from here alone.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
    "object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors {frames}"
)


def set_up_headers(server: Flask) -> None:
    """Adds the headers to every answer of the server."""

    @server.after_request
    def protect(answer: Response) -> Response:
        framed = request.args.get("embed") == "1"
        answer.headers.setdefault("Content-Security-Policy", _POLICY.format(frames="*" if framed else "'self'"))
        answer.headers.setdefault("X-Content-Type-Options", "nosniff")
        answer.headers.setdefault("Referrer-Policy", "same-origin")
        if not framed:
            answer.headers.setdefault("X-Frame-Options", "SAMEORIGIN")
        return answer

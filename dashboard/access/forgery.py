"""Requests that another site's page makes a visitor's browser send: told from those of our own pages.

Dash sends the cookie `_csrf_token` back in a header of all that it asks; only a page of this site can read it. Browsers
say besides which page a request comes from.
"""

import secrets
from hmac import compare_digest

from flask import Flask, Request, Response, request

COOKIE, HEADER = "_csrf_token", "X-CSRFToken"  # the names that Dash uses


def forged(asked: Request) -> bool:
    """Whether a request that would change something cannot be shown to come from a page of this site."""
    sent, kept = asked.headers.get(HEADER, ""), asked.cookies.get(COOKIE, "")
    if not kept or not compare_digest(sent.encode(), kept.encode()):
        return True
    if asked.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return True
    origin = asked.headers.get("Origin")
    return origin is not None and origin.rpartition("://")[2] != asked.host


def is_secure(asked: Request) -> bool:
    """Whether the browser speaks HTTPS, to this server or to one before it."""
    return asked.is_secure or asked.headers.get("X-Forwarded-Proto", "") == "https"


def set_up_tokens(server: Flask) -> None:
    """Gives each visitor a token with the first page."""

    @server.after_request
    def give_token(answer: Response) -> Response:
        if answer.mimetype == "text/html" and COOKIE not in request.cookies:
            token = secrets.token_urlsafe(24)
            answer.set_cookie(COOKIE, token, secure=is_secure(request), samesite="Strict")
            answer.headers["Cache-Control"] = "no-store"
        return answer

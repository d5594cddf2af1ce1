"""What the server remembers of a visitor who has signed in: a cookie that it has signed."""

import os
import secrets
from datetime import timedelta
from pathlib import Path

from flask import Flask, request
from flask.sessions import SecureCookieSessionInterface

from dashboard.access.forgery import is_secure
from indicators.errors import ArchiveError

SECRET = "INDICATORS_SECRET"
_FILE = "park-indicators.secret"
_SHORTEST = 16  # characters


class _Cookie(SecureCookieSessionInterface):
    def get_cookie_secure(self, app: Flask) -> bool:
        return is_secure(request)


def set_up_sessions(server: Flask, folder: Path) -> None:
    """Lets the server remember visitors; what it signs with is the environment's, else lies in `folder`.

    ArchiveError where it cannot be kept there.
    """
    server.session_interface = _Cookie()
    server.config.update(
        SECRET_KEY=_given_secret() or _kept_secret(folder / _FILE),
        SESSION_COOKIE_NAME="park-editor",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        PERMANENT_SESSION_LIFETIME=timedelta(hours=12),
    )


def _given_secret() -> str:
    given = os.environ.get(SECRET, "")
    if 0 < len(given) < _SHORTEST:
        raise ArchiveError(f"环境变量 {SECRET} 太短，猜得出来；请给出至少 {_SHORTEST} 个随机的字符")
    return given


def _kept_secret(path: Path) -> str:
    """The secret in this file, made where there is none, for the eyes of its owner."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
                file.write(secrets.token_hex(32))
        except FileExistsError:
            pass
        secret = path.read_text().strip()
    except OSError as error:
        advice = f"请让 {path.parent} 可写，或用环境变量 {SECRET} 给出一串随机的字"
        raise ArchiveError(f"记不下登录用的密钥 {path}：{error.strerror}；{advice}") from None
    if len(secret) < _SHORTEST:
        raise ArchiveError(f"登录用的密钥 {path} 不全；请删掉这个文件，再启动")
    return secret

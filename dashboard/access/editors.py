"""Who may change the archive: whoever sits at the machine itself, or has signed in with the editors' password.

A server that listens on the loopback address alone is for this machine's people. With a password everyone has to sign
in, the machine's people too. A server that others reach and that has no password is there to be read.
"""

import getpass
from dataclasses import dataclass
from hashlib import sha256
from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import Request, has_request_context, request, session
from werkzeug.security import check_password_hash

from dashboard.access.forgery import forged
from dashboard.state import Choice, decode
from dashboard.words import Words

PASSWORD_HASH = "INDICATORS_PASSWORD_HASH"
_FORWARDED = frozenset({"forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip"})
_EDITOR = "editor"  # in the session: the name, and which password it signed in with

FOLDER = "这里看的是指定的文件夹，不是库；要导入和复核，请不写文件夹重新启动。"
STRANGERS = "本服务器别的机器也能访问，又没有设编辑密码，所以只供阅读。设密码：python -m dashboard password。"
SIGN_IN = "请先登录，再导入或复核。"
ELSEWHERE = "只有在本机打开（http://127.0.0.1）才能导入和复核；别处访问需要编辑密码：python -m dashboard password。"
FORGED = "这个请求不是从本站的页面发出的；请刷新页面，再试一次。"
REASONS = (FOLDER, STRANGERS, SIGN_IN, ELSEWHERE, FORGED)


class NotAllowed(Exception):
    """The request may not change the archive; `why` (Chinese, a key of the translations) says why, and what to do."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def refuse(error: NotAllowed) -> tuple[dict[str, str], int]:
    """What who may not is told, in the language that the address asks for: 403 and JSON."""
    words = Words(decode(Choice, request.query_string.decode()).lang)
    return {"error": words("不能改动库"), "why": words(error.why)}, 403


@dataclass(frozen=True)
class Access:
    """What the visitor of a page may do: `why_not` is why nothing may be changed, "" where it may; `name` who edits."""

    why_not: str
    name: str = ""
    can_sign_in: bool = False


READER = Access(FOLDER)


@dataclass(frozen=True)
class Editors:
    """Who may edit on a server that is bound to `host` (an IP address; "" is none that is known).

    `password_hash` is one of werkzeug's, "" for no password. `folder_only` is a server that shows files, no archive.
    """

    host: str = ""
    password_hash: str = ""
    folder_only: bool = False

    def rule(self) -> str:
        """Who may edit, in a line (Chinese) for the log."""
        if self.folder_only:
            return f"只读。{FOLDER}"
        if self.password_hash:
            return "登录后可以导入和复核。"
        return "在本机可以导入和复核。" if is_loopback(self.host) else f"只读。{STRANGERS}"

    def why_not(self) -> str:
        """Why the present request may not see what editors see, "" where it may."""
        if self.folder_only:
            return FOLDER
        if self.password_hash:
            return "" if self._signed_in() else SIGN_IN
        if not is_loopback(self.host):
            return STRANGERS
        return "" if _asked_here(request) else ELSEWHERE

    def access(self) -> Access:
        """What the present visitor may do, for pages to show."""
        why = self.why_not()
        return Access(why, "" if why else self.name(), self.can_sign_in)

    def demand(self) -> None:
        """NotAllowed where the present request may not change anything, or another site's page has sent it."""
        if why := self.why_not():
            raise NotAllowed(why)
        if forged(request):
            raise NotAllowed(FORGED)

    @property
    def can_sign_in(self) -> bool:
        """Whether there is a password to sign in with."""
        return bool(self.password_hash) and not self.folder_only

    def sign_in(self, name: str, password: str) -> bool:
        """Remember the present visitor as an editor of this name, if the password is right."""
        if not self.can_sign_in or not check_password_hash(self.password_hash, password):
            return False
        session[_EDITOR] = [name, self._fingerprint()]
        session.permanent = True
        return True

    def sign_out(self) -> None:
        """Forget the present visitor."""
        session.pop(_EDITOR, None)

    def name(self) -> str:
        """Who edits: the name signed in with, else that of the machine's user."""
        if self.password_hash:
            return str(session[_EDITOR][0]) if has_request_context() and self._signed_in() else ""
        try:
            return getpass.getuser()
        except (KeyError, OSError, ImportError):  # a container's user may have no name
            return ""

    def _signed_in(self) -> bool:
        # a new password ends what was begun with the old one
        return session.get(_EDITOR, ["", ""])[1] == self._fingerprint()

    def _fingerprint(self) -> str:
        return sha256(self.password_hash.encode()).hexdigest()[:16]


def is_loopback(name: str) -> bool:
    """Whether a host's name or address means the machine itself.

    >>> [is_loopback(one) for one in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "localhost.example.com", "")]
    [True, True, True, False, False, False]
    """
    try:
        return name.lower() == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False


def _asked_here(asked: Request) -> bool:
    """Whether the browser asked for this machine by a name of its own, and not through another server.

    A foreign name may have been made to lead here, so that a foreign page's scripts count as ours. A server in between
    that says nothing of itself speaks, as nginx does where it is not told otherwise, an HTTP that no browser speaks.
    """
    named = [name.lower() for name, _ in asked.headers]
    if any(name in _FORWARDED or name.startswith("x-forwarded") for name in named):
        return False
    if asked.environ.get("SERVER_PROTOCOL") == "HTTP/1.0":
        return False
    try:
        return is_loopback(urlsplit(f"//{asked.host}").hostname or "")
    except ValueError:
        return False

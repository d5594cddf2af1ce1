"""`python -m dashboard password`: asks for the editors' password and prints what the environment is to hold of it."""

import getpass
import sys

from werkzeug.security import generate_password_hash

from dashboard.access.editors import PASSWORD_HASH

COMMAND = "password"
SHORTEST = 10  # characters


def make() -> int:
    """Ask twice, print the line that sets the hash; 1 where the password is too short or was not repeated."""
    try:
        first = getpass.getpass("编辑密码：")
        if len(first) < SHORTEST:
            print(f"太短了，至少 {SHORTEST} 个字符。请再来一次。", file=sys.stderr)
            return 1
        if first != getpass.getpass("再写一次："):
            print("两次不一样。请再来一次。", file=sys.stderr)
            return 1
    except (EOFError, KeyboardInterrupt):
        print("没有设密码。", file=sys.stderr)
        return 1
    print("设好下面的环境变量，再启动：", file=sys.stderr)
    print(f"export {PASSWORD_HASH}='{generate_password_hash(first)}'")
    return 0


def is_hash(text: str) -> bool:
    """Whether a text looks like a hash of werkzeug's: method$salt$hash."""
    return text.count("$") == 2 and text.startswith(("scrypt:", "pbkdf2:"))

"""`python -m dashboard [PATH...]`: reads texts, or opens the archive, then serves it at http://127.0.0.1:8050.

`python -m dashboard password` makes the hash of the editors' password.
"""

import argparse
import errno
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from dashboard.access import password
from dashboard.access.editors import PASSWORD_HASH, Editors
from dashboard.app import create_app
from dashboard.editing.desk import Desk
from dashboard.editing.stock import Stock
from dashboard.serving.server import can_have_workers, serve
from indicators.archive import read_archive
from indicators.errors import ArchiveError
from indicators.formats import SHOWN
from indicators.holdings import Held, Holdings

SEEDS = ["seeds"]


class StartError(Exception):
    """The dashboard cannot start; the message says what, where and what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 after the server was stopped, 1 when it could not start; what happens is said on standard error."""
    options = _parse(arguments)
    if options.paths == [password.COMMAND]:
        return password.make()
    try:
        listener = _listen(options.host, options.port)
        with listener:
            stock = Stock(seeds=options.paths or SEEDS)
            held = _read(options.paths, stock)
            editors = Editors(listener.getsockname()[0], _password_hash(), folder_only=bool(options.paths))
            _serve(held, Desk(stock, editors), listener, options)
    except StartError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\n已停止。", file=sys.stderr)
    return 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m dashboard", description="读取园区文字中的指标，在浏览器中查看。")
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="文件或文件夹（不写则打开库；库还是空的，就读 seeds），或 password：设编辑密码",
    )
    parser.add_argument("--host", default="127.0.0.1", help="监听的地址（默认 127.0.0.1，只有本机能看）")
    parser.add_argument("--port", type=_port, default=8050, help="端口（默认 8050；0 为任意空闲端口）")
    parser.add_argument("--workers", type=_workers, default=1, help="进程数（默认 1；多于 1 时用 gunicorn）")
    return parser.parse_args(arguments)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"端口应是 0 到 65535 之间的整数，不能是 {text}")
    return int(text)


def _workers(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"进程数应是 1 到 64 之间的整数，不能是 {text}")
    if int(text) > 1 and not can_have_workers():
        raise argparse.ArgumentTypeError("这个系统上只能用一个进程，请不要写 --workers")
    return int(text)


def _listen(host: str, port: int) -> socket.socket:
    """A bound socket, taken before anything is read: who cannot be served should not have to wait to hear it."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror:
        raise StartError(f"不能启动：没有 {host} 这个地址。请用 --host 127.0.0.1（只供本机）。") from None
    listener = socket.socket(family, kind, protocol)
    try:
        if sys.platform != "win32":  # there, it would let two servers share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(1024)
    except OSError as error:
        listener.close()
        raise StartError(_why_not(error, host, port)) from None
    return listener


def _why_not(error: OSError, host: str, port: int) -> str:
    other = port % 65535 + 1
    if error.errno in {errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE)}:
        return (
            f"不能启动：{host} 的端口 {port} 已被占用，或许面板已在运行。"
            f"请打开 http://{host}:{port} 看看，或换一个端口，例如 --port {other}（用 make 时 PORT={other}）。"
        )
    if error.errno == errno.EACCES:
        return f"不能启动：没有权限使用端口 {port}。请换一个 1024 以上的端口，例如 --port 8050。"
    return f"不能启动：不能在 {host} 的端口 {port} 上监听（{error.strerror}）。请用 --host 和 --port 另选。"


def _read(paths: Sequence[str], stock: Stock) -> Holdings:
    """The archive on disk where no paths are named and there is something in it; else what the paths hold."""
    if not paths:
        try:
            if held := stock.renewed():
                return held
        except ArchiveError as error:
            raise StartError(f"不能启动：{error}") from None
        paths = SEEDS
    missing = [path for path in paths if not Path(path).exists()]
    if missing:
        raise StartError(f"不能启动：没有找到 {'、'.join(missing)}。请写出装有文字的文件夹。")
    archive = read_archive([Path(path) for path in paths], progress=_progress)
    _end_progress()
    for path, reason in archive.unread:
        print(f"没有读：{path}：{reason}", file=sys.stderr)
    if not archive.documents:
        raise StartError(f"不能启动：{'、'.join(paths)} 里没有可读的文字（{SHOWN}）。请放入文字，或换一个文件夹。")
    return Held(archive)


def _progress(done: int, total: int, name: str) -> None:
    """One line that rewrites itself on a terminal; elsewhere silent until the end."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K正在读取 {done}/{total} {name}", end="", file=sys.stderr, flush=True)


def _end_progress() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr)


def _password_hash() -> str:
    given = os.environ.get(PASSWORD_HASH, "").strip()
    if given and not password.is_hash(given):
        raise StartError(f"不能启动：{PASSWORD_HASH} 不是密码的散列值。请用 python -m dashboard password 重新生成。")
    return given


def _serve(held: Holdings, desk: Desk, listener: socket.socket, options: argparse.Namespace) -> None:
    print(f"读了 {len(held.documents)} 篇文字，{held.total} 条观测；正在准备页面……", file=sys.stderr)
    try:
        app = create_app(held, desk=None if desk.editors.folder_only else desk)
    except ArchiveError as error:
        raise StartError(f"不能启动：{error}") from None
    print(desk.editors.rule(), file=sys.stderr)
    shown = f"[{options.host}]" if ":" in options.host else options.host
    print(f"面板已就绪：http://{shown}:{listener.getsockname()[1]}（按 Ctrl+C 停止）", file=sys.stderr, flush=True)
    serve(app.server, listener, options.workers)


if __name__ == "__main__":
    sys.exit(main())

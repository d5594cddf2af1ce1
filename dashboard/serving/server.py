"""Two ways to serve the application on a socket that is already bound: waitress, anywhere, and gunicorn's workers."""

import logging
import os
import socket
import sys

from flask import Flask
from waitress.server import create_server

from dashboard.serving.garbage import collect_at_rest, settle

THREADS = 8
THREADS_A_WORKER = 4
MOST_BYTES = 80 << 20  # of a request; what the pages take is less


def can_have_workers() -> bool:
    """Whether this system can serve with several processes; Windows cannot fork."""
    return sys.platform != "win32"


def serve(server: Flask, listener: socket.socket, workers: int = 1) -> None:
    """Serve until stopped; with more than one worker each is a process of its own that shares what was read."""
    settle()
    if workers > 1:
        _serve_with_workers(server, listener, workers)
        return
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a browser that asks for ten things at once is no news
    running = create_server(server, sockets=[listener], threads=THREADS, max_request_body_size=MOST_BYTES)
    collect_at_rest()
    try:
        running.run()
    finally:
        running.close()


def _serve_with_workers(server: Flask, listener: socket.socket, workers: int) -> None:
    from gunicorn.app.base import BaseApplication

    class Workers(BaseApplication):
        def load_config(self) -> None:
            said = {
                "bind": f"fd://{os.dup(listener.fileno())}",  # gunicorn closes what it is given
                "workers": workers,
                "threads": THREADS_A_WORKER,
                "worker_class": "gthread",
                "loglevel": "warning",
                "preload_app": True,
                "control_socket_disable": True,
                "post_fork": lambda *_: collect_at_rest(),  # a thread does not outlive the fork
            }
            for name, value in said.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Flask:
            return server

    Workers().run()

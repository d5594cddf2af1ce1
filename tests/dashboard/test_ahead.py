"""What the server counts before anybody asks."""

from flask import Flask

from dashboard.app import create_app
from dashboard.serving.ahead import count_ahead, set_up_ahead
from dashboard.shelf import Shelf
from indicators.errors import ArchiveError


def test_what_there_is_is_counted_before_anybody_asks(archive, catalogue) -> None:
    server = create_app(archive, catalogue).server
    thread = count_ahead(server)
    assert thread is not None
    thread.join(timeout=30)
    library = server.extensions["ahead"].now
    assert {"census", "known"} <= vars(library).keys()


def test_a_server_without_an_archive_counts_nothing() -> None:
    assert count_ahead(Flask("bare")) is None


def test_an_archive_that_cannot_be_read_is_said_in_the_log(archive, catalogue, caplog) -> None:
    def lost() -> None:
        raise ArchiveError("库文件不见了")

    server = Flask("lost")
    set_up_ahead(server, Shelf(archive, catalogue, lost))
    thread = count_ahead(server)
    assert thread is not None
    thread.join(timeout=30)
    assert "库文件不见了" in caplog.text

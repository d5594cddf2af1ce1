"""What the server makes before anybody asks."""

import threading

import pytest

from dashboard.app import create_app
from dashboard.pages import overview
from dashboard.searching.names import entries_of
from dashboard.serving.ahead import make_ready
from dashboard.shelf import Shelf
from indicators.errors import ArchiveError

DAY = "2021-02-01"


@pytest.fixture
def begun(archive, catalogue, monkeypatch):
    """Ask a new server for an address; what of the library of `DAY` has then been counted."""
    shelves = []
    monkeypatch.setattr("dashboard.app.Shelf", lambda *given: shelves.append(Shelf(*given)) or shelves[-1])

    def ask(address: str) -> set[str]:
        server = create_app(archive, catalogue).server
        server.test_client().get(address)
        for thread in [one for one in threading.enumerate() if one.name == "ahead"]:
            thread.join(timeout=30)
        return {"census", "known"} & vars(shelves[0].at(DAY)).keys()

    return ask


def test_all_is_counted_and_the_first_page_drawn_before_anybody_asks(archive, catalogue) -> None:
    overview._content.cache_clear()
    entries_of.cache_clear()
    shelf = Shelf(archive, catalogue)
    make_ready(shelf)
    assert {"census", "known"} <= vars(shelf.now).keys()
    assert overview._content.cache_info().currsize == 1
    assert entries_of.cache_info().currsize == 1


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        (f"/trends?as_of={DAY}", {"census"}),
        (f"/review?as_of={DAY}", {"census"}),
        (f"/coverage?as_of={DAY}", {"census", "known"}),
        ("/trends", set()),
        (f"/nowhere?as_of={DAY}", set()),
    ],
)
def test_an_earlier_day_is_counted_from_the_moment_that_the_frame_of_its_page_is_asked_for(
    begun, address, counted
) -> None:
    assert begun(address) == counted


def test_an_archive_that_cannot_be_read_is_said_in_the_log(archive, catalogue, caplog) -> None:
    def lost() -> None:
        raise ArchiveError("库文件不见了")

    make_ready(Shelf(archive, catalogue, lost))
    assert "库文件不见了" in caplog.text

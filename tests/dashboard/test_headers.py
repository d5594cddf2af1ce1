import re

import pytest

from dashboard.app import create_app


@pytest.fixture(scope="module")
def client(archive, catalogue):
    return create_app(archive, catalogue).server.test_client()


@pytest.mark.parametrize("path", ["/", "/trends", "/api/v1/parks", "/download/data.csv", "/nowhere"])
def test_every_answer_is_closed_to_what_comes_from_elsewhere(client, path):
    headers = client.get(path).headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    scripts = re.search(r"script-src ([^;]*);", headers["Content-Security-Policy"]).group(1)
    assert re.fullmatch(r"'self'( 'sha256-[\w+/=]+')+", scripts)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"


def test_a_chart_that_is_to_be_embedded_can_be(client):
    headers = client.get("/trends?embed=1").headers
    assert "frame-ancestors *" in headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in headers


def test_the_icon_is_kept_and_not_asked_for_at_every_address(client):
    assert (
        "max-age=86400"
        in client.get(re.search(r'/_favicon[^"]*', client.get("/").text).group()).headers["Cache-Control"]
    )


def test_scripts_are_packed_once_and_small(client):
    path = "/assets/plotly-basic.min.js"
    first, second = (client.get(path, headers={"Accept-Encoding": "zstd"}) for _ in range(2))
    assert first.headers["Content-Encoding"] == "zstd"
    assert first.data == second.data
    assert len(first.data) < 450_000


@pytest.mark.parametrize(
    ("path", "head"),
    [
        ("trends.csv?indicator=revenue&park=江北经开区", "园区,范围,指标原文"),
        ("compare.csv?indicator=revenue&period=2020", "园区,范围,指标原文"),
        ("compare.csv?view=heat&period=2020", "园区,范围,指标原文"),
        ("compare.csv?view=scatter&period=2020", "园区,范围,指标原文"),
        ("coverage.csv?lang=en", "Park,Indicator,Year,Documents"),
        ("data.csv?q=江北", "园区,范围,指标原文"),
    ],
)
def test_what_a_page_shows_is_a_file_for_excel(client, path, head):
    answer = client.get(f"/download/{path}")
    assert answer.status_code == 200
    assert answer.data.decode("utf-8-sig").startswith(head)
    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert "attachment" in answer.headers["Content-Disposition"]


def test_the_day_is_written_into_what_is_taken_away(client):
    text = client.get("/download/trends.csv?indicator=revenue&as_of=2021-03-01").data.decode("utf-8-sig")
    head, first = text.splitlines()[:2]
    assert head.endswith(",截至")
    assert first.endswith(",2021-03-01")


@pytest.mark.parametrize(("kind", "magic"), [("xlsx", b"PK"), ("parquet", b"PAR1"), ("sdmx", b"STRUCTURE,")])
def test_the_grid_is_taken_away_in_other_kinds(client, kind, magic):
    answer = client.get(f"/download/data.{kind}?q=江北")
    assert answer.status_code == 200
    assert answer.data.startswith(magic)
    assert client.get("/download/data.exe").status_code == 404

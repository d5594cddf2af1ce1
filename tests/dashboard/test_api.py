import csv
import io
import json
from functools import partial

import pandas as pd
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import unsupported_method

from dashboard.api.endpoints import ENDPOINTS
from dashboard.api.pieces import cut
from dashboard.app import create_app
from indicators.holdings import Held

ROOT = "/api/v1"


@pytest.fixture(scope="session")
def server(archive, catalogue):
    return create_app(archive, catalogue).server


@pytest.fixture(scope="session")
def client(server):
    return server.test_client()


@pytest.fixture(scope="session")
def description(server):
    return schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", server)


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("name", ENDPOINTS)
def test_every_answer_is_as_described_whatever_is_asked(description, name, mode):
    @given(case=description[f"/{name}"]["GET"].as_strategy(generation_mode=mode))
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def ask(case):
        case.call_and_validate(headers={"Accept-Encoding": "identity"}, excluded_checks=[unsupported_method])

    ask()


def rows(client, path):
    answer = client.get(ROOT + path)
    assert answer.status_code == 200, answer.text
    return answer.json["rows"]


def test_observations_are_filtered_and_paged(client):
    answer = client.get(f"{ROOT}/observations?park=江北经开区&limit=2").json
    assert (answer["total"], len(answer["rows"])) == (5, 2)
    assert answer["rows"][0]["sentence"] == "2018年营业收入40亿元。"
    following = client.get(answer["next"]).json
    assert [row["value"] for row in following["rows"]] == [50.5, 27.0]
    assert following["offset"] == 2
    assert [row["value"] for row in rows(client, "/observations?status=target&measure=growth")] == [8.0]
    assert len(rows(client, "/observations?indicator=revenue&from=2020-01-01&to=2020-12-31")) == 4
    assert len(rows(client, "/observations?q=利润")) == 1


def test_series_name_what_confirms_and_what_rivals_them(client):
    (row,) = rows(client, "/series?park=江北经开区&indicator=revenue&from=2021-01-01")
    assert (row["value_base"], row["bound"], row["span"], row["confirming"]) == (27e8, "about", "half", [])


def test_targets_stand_beside_actuals(client):
    found = {row["name"]: row for row in rows(client, "/targets?park=云岭高新区&year=2020")}
    assert found["investment"]["attainment"] == pytest.approx(78 / 75)
    assert found["investment"]["verdict"] == "met"
    assert found["=企业"]["actual"] is None


def test_documents_come_with_their_text_and_the_account_of_its_numbers(client):
    listed = rows(client, "/documents?park=江北经开区")
    assert [(one["name"], one["observations"]) for one in listed] == [("江北-2021.txt", 5)]
    whole = client.get(f"{ROOT}/documents/云岭-2021.txt").json
    assert {mark["fate"] for mark in whole["marks"]} == {"read", "set_aside", "not_understood"}


def test_an_earlier_day_is_answered_from_what_was_known_then(client):
    known = rows(client, "/observations?as_of=2020-12-31")
    assert {row["document"] for row in known} == {"云岭-2020计划.txt"}
    assert client.get(f"{ROOT}/series?as_of=2020-12-31").json["as_of"] == "2020-12-31"


def test_csv_is_plain(client):
    answer = client.get(f"{ROOT}/observations?park=江北经开区&format=csv")
    assert not answer.data.startswith(b"\xef\xbb\xbf")
    read = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["value"] for row in read] == ["40.0", "44.0", "50.5", "27.0", "-3.2"]
    assert answer.headers["X-Total-Count"] == "5"


def test_the_same_question_is_answered_once(client):
    first = client.get(f"{ROOT}/series")
    again = client.get(f"{ROOT}/series", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/observations?lmit=3", 400, "unknown parameter 'lmit'"),
        ("/observations?limit=0", 400, "parameter 'limit' is wrong"),
        ("/observations?as_of=2024-02-31", 400, "parameter 'as_of' is wrong"),
        ("/observations?limit=1&limit=2", 400, "parameter 'limit' is given 2 times"),
        ("/targets?park=x", 400, "parameter 'year' is missing"),
        ("/documents/nowhere.txt", 404, "no document 'nowhere.txt'"),
        ("/nowhere", 404, "no way 'nowhere'"),
    ],
)
def test_what_is_wrong_is_refused_with_what_and_why(client, path, status, says):
    answer = client.get(ROOT + path)
    assert answer.status_code == status
    error = json.loads(answer.text)["error"]
    assert (error["status"], error["what"]) == (status, says)
    assert error["why"]


def test_other_methods_are_refused_as_json(client):
    answer = client.post(f"{ROOT}/observations")
    assert (answer.status_code, answer.json["error"]["status"]) == (405, 405)
    assert "GET" in answer.headers["Allow"]


def test_observations_are_given_as_sdmx_csv(client):
    answer = client.get(f"{ROOT}/observations?park=江北经开区&format=sdmx-csv&limit=2")
    assert answer.content_type.startswith("application/vnd.sdmx.data+csv")
    read = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(row["TIME_PERIOD"], row["OBS_VALUE"], row["UNIT_MULT"]) for row in read] == [
        ("2018", "40.0", "8"),
        ("2019", "44.0", "8"),
    ]
    assert answer.headers["X-Total-Count"] == "5"


def test_series_of_all_parks_are_paged_and_built_no_further_than_the_page_reaches(archive, catalogue, monkeypatch):
    monkeypatch.setattr("dashboard.app.make_ready", lambda shelf: None)  # which builds those of the first page
    built: list[str] = []

    class Watched(Held):
        def about(self, parks, names=()):
            built.extend(parks)
            return super().about(parks, names)

    client = create_app(Watched(archive), catalogue).server.test_client()
    whole = client.get(f"{ROOT}/series?park=云岭高新区&park=江北经开区").json
    assert (whole["total"], whole["next"]) == (len(whole["rows"]), None)

    client = create_app(Watched(archive), catalogue).server.test_client()
    built.clear()
    answer = client.get(f"{ROOT}/series?limit=3")
    assert (set(built), answer.json["total"], "X-Total-Count" in answer.headers) == ({"云岭高新区"}, None, False)
    paged = list(answer.json["rows"])
    while (following := answer.json["next"]) is not None:
        answer = client.get(following)
        paged += answer.json["rows"]
    assert paged == whole["rows"]
    assert answer.json["total"] == int(answer.headers["X-Total-Count"]) == len(paged)
    assert client.get(f"{ROOT}/series?limit=3").json["total"] == len(paged)  # known by now
    derived = client.get(f"{ROOT}/series?derived=true&limit=5000").json["rows"]
    assert [row for row in derived if not row["derived"]] == paged
    assert client.get(f"{ROOT}/series?offset=5000").json["rows"] == []


LENGTHS = (3, 0, 2, 1)


@pytest.mark.parametrize("known", [(), (0,), (0, 1, 2, 3), (3,)])
@pytest.mark.parametrize(("offset", "limit"), [(0, 1), (0, 3), (2, 2), (3, 2), (5, 1), (0, 6), (6, 5), (9, 1), (1, 9)])
def test_a_page_is_cut_out_of_pieces_as_out_of_the_whole(offset, limit, known):
    numbers = list(range(sum(LENGTHS)))
    starts = [sum(LENGTHS[:place]) for place in range(len(LENGTHS))]
    made = [pd.DataFrame({"n": numbers[start : start + length]}) for start, length in zip(starts, LENGTHS, strict=True)]
    lengths = {place: LENGTHS[place] for place in known}
    found = cut([partial(made.__getitem__, place) for place in range(len(made))], lengths, offset, limit)
    assert found.rows["n"].tolist() == numbers[offset : offset + limit]
    assert found.has_more == (offset + limit < len(numbers))
    assert found.total in {None, len(numbers)}
    assert (found.total is None) == (len(lengths) < len(LENGTHS))

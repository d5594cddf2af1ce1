"""Who may change the archive, and from where; that every worker sees the change."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask
from werkzeug.security import generate_password_hash

from dashboard.access import editors, password
from dashboard.access.editors import Editors, NotAllowed, refuse
from dashboard.access.forgery import COOKIE, HEADER, set_up_tokens
from dashboard.access.guesses import FREE, LONGEST, Guesses
from dashboard.access.sessions import set_up_sessions
from dashboard.app import create_app
from dashboard.editing.desk import Desk
from dashboard.editing.stock import Stock
from dashboard.shelf import Shelf
from indicators.archive import Archive
from indicators.errors import ArchiveError
from indicators.store.importing import import_paths
from indicators.store.loading import count_documents

HASH = generate_password_hash("correct horse", "pbkdf2:sha256:1000")
HERE, OUT = "127.0.0.1:8050", "example.com"
TEXT = "标题：{0}\n发布日期：2024-01-18\n\n2023年，云麓高新区完成固定资产投资{1}亿元。\n"


@pytest.fixture
def site(tmp_path: Path):
    """Makes a server with one address that changes something, and its test client."""

    def made(host: str, password_hash: str = "", folder_only: bool = False):
        desk = Desk(Stock(str(tmp_path / "a.sqlite")), Editors(host, password_hash, folder_only))
        server = Flask("dashboard")
        set_up_tokens(server)
        if password_hash:
            set_up_sessions(server, tmp_path)
        server.register_error_handler(NotAllowed, refuse)

        @server.get("/")
        def page() -> str:
            return "<p>"

        @server.post("/sign-in/<word>")
        def sign_in(word: str) -> dict[str, bool]:
            return {"in": desk.editors.sign_in("张三", word)}

        @server.post("/change")
        def change() -> str:
            with desk.changing() as engine:
                return str(count_documents(engine)) + desk.editors.name()

        return server.test_client()

    return made


def ask(client, base: str = HERE, token: bool = True, **headers: str):
    """A POST that would change something, as a page of the site at `base` sends it."""
    page = client.get("/", base_url=f"http://{base}")
    kept = page.headers["Set-Cookie"].partition(";")[0].partition("=")[2]
    client.set_cookie(COOKIE, kept, domain=urlsplit(f"//{base}").netloc.rpartition(":")[0] or base)
    sent = {"Origin": f"http://{base}"} | ({HEADER: kept} if token else {})
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post("/change", base_url=f"http://{base}", headers=sent)


ALLOWED = [
    # bound to, asked for as, signed in with
    ("127.0.0.1", HERE, None),
    ("127.0.0.1", "localhost:8050", None),
    ("127.0.0.2", "127.0.0.2", None),
    ("::1", "[::1]:8050", None),
    ("0.0.0.0", OUT, "correct horse"),
    ("127.0.0.1", HERE, "correct horse"),
    ("127.0.0.1", OUT, "correct horse"),
]
REFUSED = [
    # bound to, asked for as, password set, tried, why
    ("0.0.0.0", HERE, False, None, editors.STRANGERS),
    ("0.0.0.0", OUT, False, None, editors.STRANGERS),
    ("192.168.1.5", "192.168.1.5", False, None, editors.STRANGERS),
    ("", HERE, False, None, editors.STRANGERS),
    ("127.0.0.1", OUT, False, None, editors.ELSEWHERE),
    ("127.0.0.1", "127.0.0.1.example.com", False, None, editors.ELSEWHERE),
    ("127.0.0.1", "localhost.example.com:8050", False, None, editors.ELSEWHERE),
    ("127.0.0.1", HERE, True, None, editors.SIGN_IN),
    ("0.0.0.0", OUT, True, None, editors.SIGN_IN),
    ("0.0.0.0", OUT, True, "wrong", editors.SIGN_IN),
    ("0.0.0.0", OUT, True, "", editors.SIGN_IN),
]


@pytest.mark.parametrize(("bound", "asked", "word"), ALLOWED)
def test_these_may(site, bound: str, asked: str, word: str | None):
    client = site(bound, HASH if word else "")
    if word:
        client.post(f"/sign-in/{word}", base_url=f"http://{asked}")
    answer = ask(client, asked)
    assert answer.status_code == 200, answer.json
    assert answer.text.startswith("0")
    assert answer.text.endswith("张三") == bool(word)


@pytest.mark.parametrize(("bound", "asked", "locked", "tried", "why"), REFUSED)
def test_these_may_not_and_are_told_why(site, tmp_path: Path, bound, asked, locked, tried, why):
    client = site(bound, HASH if locked else "")
    if tried is not None:
        client.post(f"/sign-in/{tried or ' '}", base_url=f"http://{asked}")
    answer = ask(client, asked)
    assert (answer.status_code, answer.json) == (403, {"error": "不能改动库", "why": why})
    assert not (tmp_path / "a.sqlite").exists()


def test_a_folder_is_only_read(site):
    assert ask(site("127.0.0.1", folder_only=True)).json["why"] == editors.FOLDER


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Sec_Fetch_Site": "none"},
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:3000"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Origin": "http://127.0.0.1:8050@evil.example"},
        {"X-CSRFToken": "guessed"},
        {"X-CSRFToken": ""},
    ],
)
def test_what_another_site_sends_is_refused(site, headers):
    assert ask(site("127.0.0.1"), **headers).json["why"] == editors.FORGED


def test_without_a_token_nothing_is_changed(site):
    assert ask(site("127.0.0.1"), token=False).json["why"] == editors.FORGED
    client = site("127.0.0.1")
    assert client.post("/change", base_url=f"http://{HERE}", headers={HEADER: ""}).json["why"] == editors.FORGED


@pytest.mark.parametrize(
    "header",
    [
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Server", "X-Real-IP",
        "X-Client-IP", "True-Client-IP", "CF-Connecting-IP", "Via",
    ],
)  # fmt: skip
def test_whoever_comes_through_another_server_is_not_here(site, header: str):
    assert ask(site("127.0.0.1"), **{header: "127.0.0.1"}).json["why"] == editors.ELSEWHERE


def test_a_server_in_between_that_hides_is_told_by_the_http_it_speaks(site):
    client = site("127.0.0.1")
    client.set_cookie(COOKIE, "token", domain="127.0.0.1")
    old = {"SERVER_PROTOCOL": "HTTP/1.0"}
    answer = client.post("/change", base_url=f"http://{HERE}", headers={HEADER: "token"}, environ_overrides=old)
    assert (answer.status_code, answer.json["why"]) == (403, editors.ELSEWHERE)


def test_a_new_password_ends_what_was_begun_with_the_old_one(site):
    client = site("0.0.0.0", HASH)
    client.post("/sign-in/correct horse", base_url=f"http://{OUT}")
    kept = client.get_cookie("park-editor", domain=OUT)
    other = site("0.0.0.0", generate_password_hash("correct horse", "pbkdf2:sha256:1001"))
    other.set_cookie("park-editor", kept.value, domain=OUT)
    assert ask(other, OUT).json["why"] == editors.SIGN_IN


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_cookies_are_for_this_site_alone(site, scheme: str):
    client = site("0.0.0.0", HASH)
    signed = client.post("/sign-in/correct horse", base_url=f"{scheme}://{OUT}").headers["Set-Cookie"]
    token = client.get("/", base_url=f"{scheme}://{OUT}").headers["Set-Cookie"]
    assert "HttpOnly" in signed
    assert "HttpOnly" not in token  # the page sends it back
    for cookie in (signed, token):
        assert "SameSite=Strict" in cookie
        assert ("Secure" in cookie) == (scheme == "https")


def test_workers_agree_on_the_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    servers = [Flask("a"), Flask("b")]
    for server in servers:
        set_up_sessions(server, tmp_path / "data")
    assert servers[0].secret_key == servers[1].secret_key
    assert len(servers[0].secret_key) >= 32
    (file,) = (tmp_path / "data").iterdir()
    assert file.stat().st_mode & 0o077 == 0
    monkeypatch.setenv("INDICATORS_SECRET", "chosen by a person")
    set_up_sessions(servers[1], tmp_path)
    assert servers[1].secret_key == "chosen by a person"


def test_a_secret_that_cannot_be_kept_is_said(tmp_path: Path):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(ArchiveError, match="密钥"):
        set_up_sessions(Flask("a"), tmp_path / "data")


def test_a_secret_that_can_be_guessed_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "park-indicators.secret").write_text("")  # what a full disk leaves
    with pytest.raises(ArchiveError, match="请删掉这个文件"):
        set_up_sessions(Flask("a"), tmp_path)
    monkeypatch.setenv("INDICATORS_SECRET", "secret")
    with pytest.raises(ArchiveError, match="太短"):
        set_up_sessions(Flask("a"), tmp_path)


def test_guesses_are_slowed_down():
    now = [0.0]
    guesses = Guesses(lambda: now[0])
    waits = []
    for _ in range(FREE + 12):
        guesses.wrong("a")
        waits.append(guesses.wait("a"))
    assert waits[: FREE - 1] == [0] * (FREE - 1)
    assert waits[FREE - 1 : FREE + 2] == [2, 4, 8]
    assert waits[-1] == LONGEST
    assert guesses.wait("b") == 0
    now[0] += LONGEST
    assert guesses.wait("a") == 0
    guesses.right("a")
    guesses.wrong("a")
    assert guesses.wait("a") == 0


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        (["correct horse", "correct horse"], 0, "INDICATORS_PASSWORD_HASH='scrypt:"),
        (["short"], 1, "太短"),
        (["correct horse", "correct house"], 1, "不一样"),
    ],
)
def test_the_hash_of_a_password_is_made(monkeypatch, capsys, typed, status, said):
    answers = iter(typed)
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(answers))
    assert password.make() == status
    out = capsys.readouterr()
    assert said in out.out + out.err
    if not status:
        made = out.out.split("'")[1]
        assert password.is_hash(made)
        assert Editors("0.0.0.0", made).can_sign_in
    assert not password.is_hash("correct horse")


def test_every_reader_sees_what_one_has_changed(tmp_path: Path, catalogue):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "1.txt").write_text(TEXT.format("第一号", 101), "utf-8")
    (tmp_path / "2.txt").write_text(TEXT.format("第二号", 102), "utf-8")
    stocks = [Stock(str(tmp_path / "a.sqlite"), [tmp_path / "seeds"]) for _ in range(2)]
    nothing = Archive(_no_rows(), ())
    shelves = [Shelf(nothing, catalogue, stock.renewed) for stock in stocks]
    assert [list(shelf.now.documents) for shelf in shelves] == [[], []]
    with stocks[0].changing() as engine:
        import_paths(engine, [tmp_path / "2.txt"])
    assert [list(shelf.at("").documents) for shelf in shelves] == [["1.txt", "2.txt"]] * 2  # the seeds are still there
    same = shelves[1].now
    assert shelves[1].now is same  # nothing new, nothing read again
    with stocks[1].changing() as engine:
        assert count_documents(engine) == 2


def test_a_database_that_is_gone_leaves_what_was_known(tmp_path: Path, catalogue):
    (tmp_path / "1.txt").write_text(TEXT.format("第一号", 101), "utf-8")
    stock = Stock(str(tmp_path / "a.sqlite"))
    with stock.changing() as engine:
        import_paths(engine, [tmp_path / "1.txt"])
    shelf = Shelf(Archive(_no_rows(), ()), catalogue, stock.renewed)
    assert list(shelf.now.documents) == ["1.txt"]
    (tmp_path / "a.sqlite").rename(tmp_path / "b.sqlite")
    assert list(shelf.now.documents) == ["1.txt"]


def _no_rows():
    from tests.dashboard.conftest import make_table

    return make_table().iloc[:0]


def navigation_of(client, base: str) -> str:
    """What the bar above the pages says to a visitor."""
    asked = {
        "output": "..nav.children...as-of-banner.children...nav.data-for..",
        "outputs": [
            {"id": "nav", "property": "children"},
            {"id": "as-of-banner", "property": "children"},
            {"id": "nav", "property": "data-for"},
        ],
        "inputs": [
            {"id": "url", "property": "pathname", "value": "/"},
            {"id": "url", "property": "search", "value": "?lang=en"},
        ],
        "state": [{"id": "nav", "property": "data-for", "value": None}],
        "changedPropIds": ["url.pathname"],
    }
    return client.post("/_dash-update-component", json=asked, base_url=f"http://{base}").text


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (Editors("127.0.0.1"), None),
        (Editors("0.0.0.0"), "Read only"),
        (Editors("0.0.0.0", HASH), "Sign in"),
    ],
)
def test_the_pages_say_who_may_only_read(archive, catalogue, tmp_path: Path, who: Editors, said: str | None):
    app = create_app(archive, catalogue, Desk(Stock(str(tmp_path / "a.sqlite")), who))
    shown = navigation_of(app.server.test_client(), HERE)
    assert [text for text in ("Read only", "Sign in") if text in shown] == ([said] if said else [])

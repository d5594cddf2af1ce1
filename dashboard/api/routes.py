"""The addresses under /api/v1."""

from typing import Any

from flask import Blueprint, Flask, Response, request
from werkzeug.exceptions import HTTPException

from dashboard.api import answers, questions
from dashboard.api.description import described_api
from dashboard.api.endpoints import ENDPOINTS
from dashboard.api.parameters import Refused, read
from dashboard.downloads.extracts import KINDS, as_kind
from dashboard.library import Library
from dashboard.shelf import Shelf

ROOT = "/api/v1"


def set_up_api(server: Flask, shelf: Shelf) -> None:
    """Adds the interface to the server; below its root every error is JSON."""
    door = Blueprint("api", __name__, url_prefix=ROOT)

    def asked_of(name: str) -> tuple[Library, dict[str, Any]]:
        asked = read(request.args, ENDPOINTS[name].parameters)
        return shelf.at(asked.get("as_of") or ""), asked

    @door.get("/")
    def start() -> Response:
        read(request.args, ())
        ways = {name: f"{ROOT}/{name}" for name in ENDPOINTS if "{" not in name}
        return answers.tagged_json({"name": "Park Indicators", "openapi": f"{ROOT}/openapi.json", "ways": ways})

    @door.get("/openapi.json")
    def description() -> Response:
        read(request.args, ())
        return answers.tagged_json(described_api(ROOT))

    @door.get("/observations")
    def observations() -> Response:
        library, asked = asked_of("observations")
        found = questions.observations(library, asked)
        part = questions.as_rows(library, found[asked["offset"] : asked["offset"] + asked["limit"]])
        if asked["format"] == "sdmx-csv":
            return answers.counted(as_kind(library, part, "sdmx"), KINDS["sdmx"].content_type, len(found))
        return answers.page(part[list(questions.OBSERVATION_COLUMNS)], len(found), asked, library.as_of)

    @door.get("/series")
    def series() -> Response:
        library, asked = asked_of("series")
        part, total, has_more = questions.series(library, asked)
        return answers.page(part, total, asked, library.as_of, has_more)

    @door.get("/targets")
    def targets() -> Response:
        library, asked = asked_of("targets")
        rows = questions.targets(library, asked["park"], asked["year"])
        return answers.page_of(rows, asked, library.as_of)

    @door.get("/documents")
    def documents() -> Response:
        library, asked = asked_of("documents")
        return answers.page_of(questions.documents(library, asked["park"], asked["q"]), asked, library.as_of)

    @door.get("/documents/<path:name>")
    def document(name: str) -> Response:
        library, _ = asked_of("documents/{name}")
        found = library.document(name)
        if found is None:
            raise Refused(404, f"no document {name!r}", f"{ROOT}/documents lists those that there are")
        marks = [{"start": m.start, "end": m.end, "fate": m.fate, "reason": m.reason} for m in found.marks]
        fields = ("name", "title", "publisher", "published", "source", "text")
        return answers.tagged_json({field: getattr(found, field) for field in fields} | {"marks": marks})

    @door.get("/parks")
    def parks() -> Response:
        library, asked = asked_of("parks")
        return answers.page_of(questions.parks(library), asked, library.as_of)

    @door.get("/catalogue")
    def catalogue() -> Response:
        library, asked = asked_of("catalogue")
        return answers.page_of(questions.catalogue(library, asked["q"]), asked, library.as_of)

    @door.errorhandler(Refused)
    def refuse(error: Refused) -> Response:
        return answers.refusal(error.status, error.what, error.why)

    server.register_blueprint(door)

    @server.errorhandler(HTTPException)
    def fail(error: HTTPException) -> Any:
        if not request.path.startswith(ROOT):
            return error
        answer = answers.refusal(error.code or 500, error.name.lower(), error.description or "")
        for name, value in error.get_headers():
            if name.lower() == "allow":
                answer.headers[name] = value
        return answer

    @server.get(f"{ROOT}/<path:rest>")
    def nowhere(rest: str) -> Response:
        return answers.refusal(404, f"no way {rest!r}", f"{ROOT}/openapi.json describes those that there are")

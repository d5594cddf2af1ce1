"""The addresses that the page of imports sends files to, one at a time: put it in a batch, read it, keep it.

The browser walks through them, so that it knows how far it is and can stop between any two. Each answer is JSON; what
went wrong is `why`, in the language that was asked for.
"""

from flask import Blueprint, Flask, Response, jsonify, request
from werkzeug.exceptions import RequestEntityTooLarge

from dashboard.editing.desk import Desk
from dashboard.intake.keeping import keep
from dashboard.intake.preview import look_at
from dashboard.intake.staging import MOST_BYTES, Staged, Staging
from dashboard.intake.troubles import recalled, said
from dashboard.state import ImportChoice, decode
from dashboard.words import Words
from indicators.errors import ArchiveError, DocumentError


def set_up_intake(server: Flask, desk: Desk, staging: Staging) -> None:
    """Adds the addresses below /import/ to the server."""
    door = Blueprint("import", __name__, url_prefix="/import")
    door.before_request(desk.editors.demand)

    @door.post("/files")
    def files() -> Response:
        request.max_content_length = MOST_BYTES
        data = request.get_data()
        batch = _choice().batch or staging.new_batch()
        staged = staging.add(batch, request.args.get("path", ""), data)
        return jsonify(batch=batch, numbers=[one.number for one in staged])

    @door.post("/read")
    def read() -> Response:
        return _told(look_at(desk.stock.looking(), staging, *_asked(staging)))

    @door.post("/keep")
    def put() -> Response:
        with desk.changing() as engine:
            return _told(keep(engine, staging, *_asked(staging)))

    @door.errorhandler(DocumentError)
    @door.errorhandler(ArchiveError)
    def refuse(error: Exception) -> tuple[Response, int]:
        return jsonify(error="不能导入", why=said(error, Words(_choice().lang))), 422

    @door.errorhandler(RequestEntityTooLarge)
    def too_large(error: RequestEntityTooLarge) -> tuple[Response, int]:
        why = Words(_choice().lang)("文件超过 {n} MB；请拆成几个。", n=MOST_BYTES >> 20)
        return jsonify(error="不能导入", why=why), 413

    @door.errorhandler(OSError)
    def no_room(error: OSError) -> tuple[Response, int]:
        return jsonify(error="不能导入", why=said(error, Words(_choice().lang))), 507

    server.register_blueprint(door)


def _choice() -> ImportChoice:
    return decode(ImportChoice, request.query_string.decode())


def _asked(staging: Staging) -> tuple[str, Staged]:
    choice = _choice()
    return choice.batch, staging.one(choice.batch, int(choice.document) if choice.document.isdecimal() else 0)


def _told(staged: Staged) -> Response:
    why = said(recalled(staged.trouble), Words(_choice().lang)) if staged.trouble else ""
    return jsonify(number=staged.number, kept=staged.kept, why=why)

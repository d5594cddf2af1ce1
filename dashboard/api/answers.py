"""Answers: a page of rows as JSON or as plain CSV, with the whole number, the next page, and a tag to ask again by."""

import csv
import io
import json
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any
from urllib.parse import urlencode

import pandas as pd
from flask import Response, request


def page_of(rows: pd.DataFrame | Sequence[dict[str, Any]], asked: dict[str, Any], as_of: str) -> Response:
    """The page asked for, of all rows."""
    offset, limit = asked["offset"], asked["limit"]
    part = rows.iloc[offset : offset + limit] if isinstance(rows, pd.DataFrame) else rows[offset : offset + limit]
    return page(part, len(rows), asked, as_of)


def page(
    part: pd.DataFrame | Sequence[dict[str, Any]],
    total: int | None,
    asked: dict[str, Any],
    as_of: str,
    has_more: bool = False,
) -> Response:
    """A page that was cut out already, of so many rows in all; where that is not known, whether it `has_more`."""
    offset, limit = asked["offset"], asked["limit"]
    records = records_of(part) if isinstance(part, pd.DataFrame) else list(part)
    if asked.get("format") == "csv":
        columns = list(part.columns) if isinstance(part, pd.DataFrame) else list(records[0] if records else ())
        answer = tagged(_csv(columns, records).encode(), "text/csv; charset=utf-8")
    else:
        following = offset + limit if has_more or (total is not None and offset + limit < total) else None
        body = {"as_of": as_of or None, "total": total, "offset": offset, "limit": limit, "rows": records}
        answer = tagged_json(body | {"next": _next(following)})
    if total is not None:
        answer.headers["X-Total-Count"] = str(total)
    return answer


def counted(body: bytes, kind: str, total: int) -> Response:
    """A body of another kind, with the whole number of rows."""
    answer = tagged(body, kind)
    answer.headers["X-Total-Count"] = str(total)
    return answer


def records_of(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as plain values: days in ISO 8601, None for what is not there."""
    columns = [str(column) for column in rows.columns]
    return [
        {column: _plain(value) for column, value in zip(columns, row, strict=True)}
        for row in rows.itertuples(index=False, name=None)
    ]


def tagged_json(body: Any, status: int = 200) -> Response:
    """The body as JSON."""
    written = json.dumps(body, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return tagged(written.encode(), "application/json", status)


def tagged(body: bytes, kind: str, status: int = 200) -> Response:
    """The body with its ETag; "not modified" to those who have it already."""
    answer = Response(body, status=status, content_type=kind)
    if status == 200:
        answer.set_etag(blake2b(body, digest_size=12).hexdigest())
        answer.headers["Cache-Control"] = "no-cache"
        answer.make_conditional(request)
    return answer


def refusal(status: int, what: str, why: str) -> Response:
    """An error, said as every error here is."""
    return tagged_json({"error": {"status": status, "what": what, "why": why}}, status)


def _plain(value: Any) -> Any:
    if isinstance(value, str | list):
        return value
    if isinstance(value, tuple):
        return list(value)
    if value is pd.NaT or value is None:
        return None
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    if hasattr(value, "item"):
        value = value.item()
    return None if value != value else value


def _csv(columns: Sequence[str], records: Sequence[dict[str, Any]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for record in records:
        cells = [record[column] for column in columns]
        writer.writerow([json.dumps(cell, ensure_ascii=False) if isinstance(cell, list) else cell for cell in cells])
    return out.getvalue()


def _next(offset: int | None) -> str | None:
    if offset is None:
        return None
    pairs = [(name, value) for name, value in request.args.items(multi=True) if name != "offset"]
    return f"{request.path}?{urlencode([*pairs, ('offset', str(offset))])}"

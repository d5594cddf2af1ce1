"""The OpenAPI document, made from what the endpoints declare."""

from typing import Any

from dashboard.api.endpoints import COUNT, DAY, ENDPOINTS, TEXT, Endpoint
from dashboard.api.parameters import SDMX_TOO, described
from dashboard.downloads.extracts import KINDS

_ERROR = {
    "type": "object",
    "properties": {
        "error": {
            "type": "object",
            "properties": {"status": COUNT, "what": TEXT, "why": TEXT},
            "required": ["status", "what", "why"],
        }
    },
    "required": ["error"],
}


def described_api(root: str) -> dict[str, Any]:
    """The whole description, for the addresses below `root`."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Park Indicators",
            "version": "1",
            "description": "Figures read out of Chinese texts about development parks, each tied to its sentence.",
        },
        "servers": [{"url": root}],
        "paths": {f"/{name}": {"get": _operation(name, endpoint)} for name, endpoint in ENDPOINTS.items()},
        "components": {"schemas": {"Error": _ERROR}},
    }


def _operation(name: str, endpoint: Endpoint) -> dict[str, Any]:
    parameters: list[Any] = list(described(endpoint.parameters))
    if "{name}" in name:
        where = {"name": "name", "in": "path", "required": True, "description": "The document's name."}
        parameters.append(where | {"schema": TEXT | {"minLength": 1}})
    content: dict[str, Any] = {"application/json": {"schema": _page(endpoint) if endpoint.paged else endpoint.row}}
    if endpoint.paged:
        content["text/csv"] = {"schema": TEXT}
    if SDMX_TOO in endpoint.parameters:
        content[KINDS["sdmx"].content_type] = {"schema": TEXT}
    headers: dict[str, Any] = {"ETag": {"schema": TEXT}}
    if endpoint.paged:
        headers["X-Total-Count"] = {"schema": COUNT}
    answers: dict[str, Any] = {
        "200": {"description": endpoint.about, "content": content, "headers": headers},
        "304": {"description": "Not modified since the ETag given in If-None-Match."},
        "400": _refusal("A parameter is unknown, missing or wrong."),
    }
    if "{name}" in name:
        answers["404"] = _refusal("There is no such document.")
    return {
        "operationId": name.replace("/{name}", "_by_name"),
        "summary": endpoint.about,
        "parameters": parameters,
        "responses": answers,
    }


def _page(endpoint: Endpoint) -> dict[str, Any]:
    total = COUNT if endpoint.counted else {"type": ["integer", "null"]}
    properties: dict[str, Any] = {"as_of": DAY, "total": total, "offset": COUNT, "limit": COUNT}
    properties |= {"rows": {"type": "array", "items": endpoint.row}, "next": {"type": ["string", "null"]}}
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _refusal(about: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Error"}
    return {"description": about, "content": {"application/json": {"schema": schema}}}

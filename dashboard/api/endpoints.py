"""What can be asked where, with which parameters, and what a row of the answer holds."""

from dataclasses import dataclass
from typing import Any

from dashboard.api.parameters import AS_OF, DERIVED, DOCUMENT, FILTERS, FORMAT, PAGING, QUERY, SDMX_TOO, Parameter
from dashboard.api.questions import OBSERVATION_COLUMNS, SERIES_ROW
from indicators.targets import COLUMNS as TARGET_COLUMNS

TEXT = {"type": "string"}
NUMBER = {"type": ["number", "null"]}
COUNT = {"type": "integer"}
DAY = {"type": ["string", "null"], "format": "date"}
TEXTS = {"type": "array", "items": TEXT}
COUNTS = {"type": "array", "items": COUNT}

_KINDS: dict[str, dict[str, Any]] = (
    dict.fromkeys(("value", "value_base", "floor", "stretch", "actual", "attainment", "gap", "elapsed"), NUMBER)
    | dict.fromkeys(("id", "start", "end"), COUNT)
    | dict.fromkeys(("period_start", "period_end", "actual_start", "actual_end"), DAY)
    | dict.fromkeys(("confirming", "rivals", "made_of"), COUNTS)
    | {"actual_inputs": TEXTS, "derived": {"type": "boolean"}}
)


@dataclass(frozen=True)
class Endpoint:
    """One way: what it gives, its parameters, the schema of a row (`paged`) or of the whole answer.

    Of what is not `counted` the whole number of rows is known only when all of them have been made.
    """

    about: str
    parameters: tuple[Parameter, ...]
    row: dict[str, Any]
    paged: bool = True
    counted: bool = True


def _row(columns: tuple[str, ...]) -> dict[str, Any]:
    return _object({column: _KINDS.get(column, TEXT) for column in columns})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


_MARK = _object({"start": COUNT, "end": COUNT, "fate": TEXT, "reason": TEXT})
_DOCUMENT = {"name": TEXT, "title": TEXT, "publisher": TEXT, "published": TEXT, "source": TEXT}

ENDPOINTS: dict[str, Endpoint] = {
    "observations": Endpoint(
        "Every numeric statement of the texts, as docs/observations.md describes them.",
        (*FILTERS, DOCUMENT, QUERY, AS_OF, SDMX_TOO, *PAGING),
        _row(OBSERVATION_COLUMNS),
    ),
    "series": Endpoint(
        "One value for each thing measured in each period; the ids of those that confirm it and of its rivals. A"
        " derived value has no id and no sentence: `method` says how it was reckoned, `made_of` from which rows."
        " Where several parks are asked for, `total` is null until all of their rows have been made; `next` is there"
        " as long as there are more.",
        (*FILTERS, DERIVED, AS_OF, FORMAT, *PAGING),
        _row(SERIES_ROW) | {"properties": _row(SERIES_ROW)["properties"] | {"id": {"type": ["integer", "null"]}}},
        counted=False,
    ),
    "targets": Endpoint(
        "What a park promised for a year beside what is known to have been reached; amounts in base units. Where"
        " `actual_inputs` names series, the actual was derived from them.",
        (
            Parameter("park", "The park by name.", required=True),
            Parameter("year", "The year.", "number", least=1900, most=2200, required=True),
            AS_OF,
            FORMAT,
            *PAGING,
        ),
        _row(TARGET_COLUMNS),
    ),
    "documents": Endpoint(
        "The documents, newest first.",
        (Parameter("park", "Those that speak of this park."), QUERY, AS_OF, FORMAT, *PAGING),
        _object(_DOCUMENT | {"characters": COUNT, "observations": COUNT}),
    ),
    "documents/{name}": Endpoint(
        "One document with its text and the account of its numbers.",
        (AS_OF,),
        _object(_DOCUMENT | {"text": TEXT, "marks": {"type": "array", "items": _MARK}}),
        paged=False,
    ),
    "parks": Endpoint("The parks and areas.", (AS_OF, FORMAT, *PAGING), _object({"name": TEXT, "values": COUNT})),
    "catalogue": Endpoint(
        "The indicators that are known by name.",
        (QUERY, AS_OF, FORMAT, *PAGING),
        _object(
            dict.fromkeys(("id", "zh", "en", "kind", "family", "unit", "better"), TEXT)
            | {"names": TEXTS, "values": COUNT}
        ),
    ),
}

"""What a program may ask, declared once: the checks and the OpenAPI description are both made from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

MOST_ROWS = 5000


class Refused(Exception):
    """A question that cannot be answered: status, what, and why."""

    def __init__(self, status: int, what: str, why: str) -> None:
        super().__init__(why)
        self.status, self.what, self.why = status, what, why


@dataclass(frozen=True)
class Parameter:
    """One parameter of the query: `kind` is text, day, number, or choice (of `choices`); `many` may be repeated."""

    name: str
    about: str
    kind: str = "text"
    many: bool = False
    choices: tuple[str, ...] = ()
    default: Any = None
    least: int = 0
    most: int = 0
    required: bool = False

    def schema(self) -> dict[str, Any]:
        """Its JSON schema."""
        one: dict[str, Any] = {"type": "string"}
        if self.kind == "number":
            one = {"type": "integer", "minimum": self.least, "maximum": self.most}
        elif self.kind == "day":
            one = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
        elif self.kind == "choice":
            one = {"type": "string", "enum": list(self.choices)}
        if self.many:
            return {"type": "array", "items": one}
        return one | ({} if self.default is None else {"default": self.default})


def read(given: MultiDict[str, str], known: tuple[Parameter, ...]) -> dict[str, Any]:
    """The values by name, the default where none is given; `Refused` names the first that is wrong."""
    by_name = {parameter.name: parameter for parameter in known}
    for name in given:
        if name not in by_name:
            raise Refused(400, f"unknown parameter {name!r}", f"known are: {', '.join(by_name)}")
    return {parameter.name: _value(parameter, given.getlist(parameter.name)) for parameter in known}


def _value(parameter: Parameter, values: list[str]) -> Any:
    if parameter.many:
        return tuple(_one(parameter, value) for value in values)
    if len(values) > 1:
        raise Refused(400, f"parameter {parameter.name!r} is given {len(values)} times", "it can be given once")
    if not values:
        if parameter.required:
            raise Refused(400, f"parameter {parameter.name!r} is missing", parameter.about)
        return parameter.default
    return _one(parameter, values[0])


def _one(parameter: Parameter, value: str) -> Any:
    if parameter.kind == "number":
        if not (value.isascii() and value.isdecimal()) or not parameter.least <= int(value[:12]) <= parameter.most:
            why = f"it is a whole number from {parameter.least} to {parameter.most}, not {value!r}"
            raise Refused(400, f"parameter {parameter.name!r} is wrong", why)
        return int(value)
    if parameter.kind == "day":
        try:
            if len(value) != 10:
                raise ValueError
            return date.fromisoformat(value).isoformat()
        except ValueError:
            why = f"it is a day such as 2024-01-18, not {value!r}"
            raise Refused(400, f"parameter {parameter.name!r} is wrong", why) from None
    if parameter.kind == "choice" and value not in parameter.choices:
        why = f"it is one of {', '.join(parameter.choices)}, not {value!r}"
        raise Refused(400, f"parameter {parameter.name!r} is wrong", why)
    return value


AS_OF = Parameter("as_of", "What was known on this day, by the documents' publication dates.", "day")
FORMAT = Parameter("format", "How the answer is written.", "choice", choices=("json", "csv"), default="json")
SDMX_TOO = Parameter(
    "format", "How the answer is written.", "choice", choices=("json", "csv", "sdmx-csv"), default="json"
)
LIMIT = Parameter("limit", "The most rows to give.", "number", default=100, least=1, most=MOST_ROWS)
OFFSET = Parameter("offset", "Rows to leave out at the start.", "number", default=0, most=10**9)
PAGING = (LIMIT, OFFSET)
FILTERS = (
    Parameter("park", "Parks or areas by name.", many=True),
    Parameter("indicator", "Indicators by id, or by phrase where the catalogue does not have them.", many=True),
    Parameter(
        "measure",
        "What kind of figure.",
        "choice",
        many=True,
        choices=("level", "growth", "change", "share", "attainment", "rank"),
    ),
    Parameter("status", "Reached or meant to be reached.", "choice", choices=("actual", "target")),
    Parameter("segment", "Parts of a park by name."),
    Parameter("whole", "`true`: figures of whole parks alone.", "choice", choices=("true", "false"), default="false"),
    Parameter("from", "Periods that end on this day or later.", "day"),
    Parameter("to", "Periods that end on this day or earlier.", "day"),
)
DERIVED = Parameter(
    "derived",
    "`true`: also values that nobody stated but that follow from what was; their rows are marked.",
    "choice",
    choices=("true", "false"),
    default="false",
)
DOCUMENT = Parameter("document", "A document by name.")
QUERY = Parameter("q", "Rows whose sentence, park or indicator text holds these characters.")


def described(parameters: tuple[Parameter, ...]) -> list[Mapping[str, Any]]:
    """The parameters as OpenAPI has them."""
    return [
        {
            "name": parameter.name,
            "in": "query",
            "required": parameter.required,
            "description": parameter.about,
            "schema": parameter.schema(),
        }
        for parameter in parameters
    ]

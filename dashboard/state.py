"""What a reader has chosen, and its one form in the address.

Every page has a frozen record; `encode` writes it as a query string, `decode` reads it back. What equals the default
is left out, so that links stay short; what cannot be read becomes the default, so that an old or mangled link still
opens.
"""

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints
from typing import Literal as One
from urllib.parse import parse_qs, urlencode

from dashboard.words import Language


@dataclass(frozen=True)
class Choice:
    """What is chosen on every page: the language, the day whose knowledge is shown, whether it stands in a frame."""

    lang: Language = "zh"
    as_of: str = ""
    embed: bool = False


@dataclass(frozen=True)
class TrendChoice(Choice):
    """Parks (none: the first ones), an indicator by its name, how it is drawn; `point` names the value opened.

    `form` is what becomes of levels: as stated, first common year = 100, or each one's part of their sum. `time` is the
    time axis or the same months of each year (`months`: "1-6"); "auto" leaves it to the figures. `median` names the
    group to compare with, `vintage` the earlier day whose knowledge is drawn beside, `unit` the unit to show amounts
    in; `bare` leaves the notes on the time axis out, `derived` adds values that nobody stated.
    """

    park: tuple[str, ...] = ()
    indicator: str = ""
    measure: tuple[str, ...] = ()
    form: One["stated", "index", "part"] = "stated"
    scale: One["linear", "log"] = "linear"
    view: One["together", "apart"] = "together"
    time: One["auto", "axis", "same"] = "auto"
    months: str = ""
    unit: str = ""
    median: str = ""
    vintage: str = ""
    bare: bool = False
    segments: bool = False
    derived: bool = False
    point: str = ""


@dataclass(frozen=True)
class CompareChoice(Choice):
    """How parks are compared, by what, in which period ("2024", "2024:1-6"); `park` are those that stand out, `group`
    is who is compared, `against` the indicator across in a scatter; `point` names the value opened."""

    view: One["ranking", "scatter", "heat"] = "ranking"
    indicator: str = ""
    against: str = ""
    measure: str = "level"
    period: str = ""
    group: str = ""
    park: tuple[str, ...] = ()
    scale: One["linear", "log"] = "linear"
    point: str = ""


@dataclass(frozen=True)
class CoverageChoice(Choice):
    """A park (its indicators by year), an indicator (its parks by year), or neither (parks by year)."""

    park: str = ""
    indicator: str = ""


@dataclass(frozen=True)
class ParkChoice(Choice):
    """One park; `point` names the value opened."""

    park: str = ""
    point: str = ""


@dataclass(frozen=True)
class TargetChoice(Choice):
    """The targets of a park in a year, or (`view`) of an indicator in all parks, in a year or in all of them ("all");
    `point` names the target whose sentences are open."""

    view: One["park", "indicator"] = "park"
    park: str = ""
    indicator: str = ""
    year: str = ""
    point: str = ""


@dataclass(frozen=True)
class DataChoice(Choice):
    """The grid's words to search for, its filters as the JSON that the grid gives, its order (`value:desc`), what its
    rows are grouped by (nothing: row by row), and which columns are shown (none named: the usual ones)."""

    q: str = ""
    filters: str = ""
    sort: str = ""
    by: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class DocumentChoice(Choice):
    """A document by its name; `at` is the offset of the figure to show."""

    name: str = ""
    at: str = ""


@dataclass(frozen=True)
class ImportChoice(Choice):
    """A batch of files that wait to be kept, and the one of them that is looked at, by its number."""

    batch: str = ""
    document: str = ""


@dataclass(frozen=True)
class CorrectChoice(Choice):
    """A figure by its document and its offset in it, and one of what was read of it by its key; without an offset, all
    that people have decided on the document. With `until`, where it ends, a figure that was not read can be added."""

    name: str = ""
    at: str = ""
    until: str = ""
    key: str = ""


@dataclass(frozen=True)
class WhyChoice(Choice):
    """A figure by its document and its offset in it."""

    name: str = ""
    at: str = ""


@dataclass(frozen=True)
class ReviewChoice(Choice):
    """Which tasks: of a park, with a doubt (`indicators.review.DOUBTS`), "" for all; `task` is the one on show."""

    park: str = ""
    doubt: str = ""
    task: str = ""


AnyChoice = TypeVar("AnyChoice", bound=Choice)


def encode(choice: Choice) -> str:
    """The query string, with its question mark; "" when everything is as by default.

    >>> encode(TrendChoice(park=("昆明高新区",), scale="log"))
    '?park=%E6%98%86%E6%98%8E%E9%AB%98%E6%96%B0%E5%8C%BA&scale=log'
    """
    pairs: list[str] = []
    for field in fields(choice):
        value = getattr(choice, field.name)
        if value == field.default:
            continue
        if isinstance(value, tuple):
            pairs += [_pair(field.name, one) for one in value]
        else:
            pairs.append(_pair(field.name, "1" if value is True else value))
    return f"?{'&'.join(pairs)}" if pairs else ""


@lru_cache(maxsize=4096)
def _pair(name: str, value: str) -> str:
    """Names of parks and the like are written again and again: a table has a link in every row."""
    return urlencode([(name, value)])


def decode(kind: type[AnyChoice], search: str | None) -> AnyChoice:
    """The choice in a query string; what is unknown is ignored, what is missing or wrong is the default.

    >>> decode(DocumentChoice, "?lang=fr&name=a.txt&embed=1&x=y")
    DocumentChoice(lang='zh', as_of='', embed=True, name='a.txt', at='')
    """
    given = parse_qs((search or "").removeprefix("?"))
    read: dict[str, Any] = {}
    for name, form in get_type_hints(kind).items():
        if name not in given:
            continue
        values = given[name]
        if get_origin(form) is tuple:
            read[name] = tuple(dict.fromkeys(values))
        elif form is bool:
            read[name] = values[0] == "1"
        elif form is str or values[0] in get_args(form):
            read[name] = values[0]
    return kind(**read)


def onward(kind: type[AnyChoice], here: Choice, **fields: Any) -> AnyChoice:
    """A choice on another page, in the language and on the day of this one.

    >>> onward(DocumentChoice, Choice(lang="en"), name="a.txt")
    DocumentChoice(lang='en', as_of='', embed=False, name='a.txt', at='')
    """
    return kind(lang=here.lang, as_of=here.as_of, **fields)


def link(path: str, choice: Choice) -> str:
    """The address of a page with its choice."""
    return path + encode(choice)

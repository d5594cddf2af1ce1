"""What a file that waits would be as a document: read as an import reads it, nothing of it kept."""

from collections import Counter
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Engine

from dashboard.intake.staging import Staged, Staging
from dashboard.intake.troubles import noted, recalled
from indicators.clock import Clock
from indicators.errors import DocumentError
from indicators.formats.content import with_head
from indicators.store.engine import reading
from indicators.store.importing import Given, arrive
from indicators.store.writing import Arrival, Prospect, foresee, main_park


@dataclass(frozen=True)
class Found:
    """What reading a file gave: what it says of itself, how many of its numbers met which fate, and what would come of
    keeping it (`outcome` and `names` as in `indicators.store.writing.Prospect`)."""

    title: str
    publisher: str
    published: str
    park: str
    format: str
    encoding: str
    rows: int
    read: int
    set_aside: int
    not_understood: int
    outcome: str
    names: tuple[str, ...]


def found_of(staged: Staged) -> Found | None:
    """What reading it gave, None where it has not been read."""
    return Found(**staged.found) if staged.found else None


def arrival_of(staging: Staging, batch: str, staged: Staged) -> Arrival:
    """The file read, ready to be put in; DocumentError says why it cannot be read."""
    if staged.trouble and not staged.size:
        raise recalled(staged.trouble)
    return arrive(staged.path, staging.data(batch, staged), staged.given)


def look_at(engine: Engine | None, staging: Staging, batch: str, staged: Staged) -> Staged:
    """The file with what reading it gave, or why it cannot be read; written down for the others to see.

    `engine` is the archive that it may go into, None where there is none yet.
    """
    try:
        arrival = arrival_of(staging, batch, staged)
        found = _found(arrival, prospect_of(engine, arrival) if engine else Prospect("added"))
        seen = replace(staged, found=asdict(found), trouble=None)
    except DocumentError as error:
        seen = replace(staged, found=None, trouble=noted(error))
    staging.note(batch, seen)
    return seen


def prospect_of(engine: Engine, arrival: Arrival) -> Prospect:
    """What would come of it in the archive as it is now."""
    with reading(engine) as connection:
        return foresee(connection, arrival)


def corrected(staged: Staged, title: str, publisher: str, day: str, park: str) -> Staged:
    """The file with what an editor says of it, where it does not say that itself. ValueError where `day` is none."""
    if day:
        Clock.of(day)
    found, given = found_of(staged), staged.given
    told = Given(title, publisher, day, park)
    shown = Given(found.title, found.publisher, found.published, found.park) if found else Given()
    changed = {
        name: getattr(told, name)
        for name in ("title", "publisher", "published", "park")
        if getattr(told, name) != getattr(shown, name)
    }
    return replace(staged, given=replace(given, **changed))


def pasted(title: str, publisher: str, day: str, text: str) -> bytes:
    """A text as a file of our own form: what is said of it stands in its head. ValueError where `day` is none."""
    Clock.of(day.strip())
    return with_head(text, {"标题": title, "发布单位": publisher, "发布日期": day}).encode()


def _found(arrival: Arrival, prospect: Prospect) -> Found:
    document = arrival.document
    fates = Counter(mark.fate for mark in document.marks)
    return Found(
        document.title,
        document.publisher,
        document.published,
        main_park(arrival.rows),
        document.format,
        document.encoding,
        len(arrival.rows),
        fates["read"],
        fates["set_aside"],
        fates["not_understood"],
        prospect.outcome,
        prospect.names,
    )

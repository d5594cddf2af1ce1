"""Keeping a file that waits: it goes into the archive as `python -m indicators import` puts it there."""

from dataclasses import replace

from sqlalchemy import Engine

from dashboard.intake.preview import arrival_of, prospect_of
from dashboard.intake.staging import Staged, Staging
from dashboard.intake.troubles import noted
from indicators.errors import DocumentError
from indicators.store.importing import Summary, take_in


def keep(engine: Engine, staging: Staging, batch: str, staged: Staged) -> Staged:
    """Put a file into the archive, in one transaction; the file with what came of it, which is written down.

    A file that cannot be read is left as it is, with its trouble.
    """
    try:
        arrival = arrival_of(staging, batch, staged)
    except DocumentError as error:
        done = replace(staged, trouble=noted(error))
    else:
        came = take_in(engine, [staged.path], iter([arrival]), Summary(found=1))
        outcome = "unchanged" if came.unchanged else "superseded" if came.superseded else "added"
        name = prospect_of(engine, arrival).names[0]  # it is there now
        done = replace(staged, trouble=None, kept=outcome, name=name)
    staging.note(batch, done)
    return done

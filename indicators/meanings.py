"""What people have said a phrase stands for: an indicator of the catalogue, or the name of a park.

It holds wherever the phrase is read, in texts to come as well. The phrase stays in the row (`indicator_text`); a row
whose indicator is known, or was corrected, is left as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.table import typed

COLUMNS = ("indicator", "park")
COLUMNS_ADDED = ("indicator_by", "park_by")


@dataclass(frozen=True)
class Meaning:
    """What a phrase of `column` stands for, who said so, when (UTC) and why.

    `meaning` is the id of an indicator or a park's name; "" where the phrase is to stay as it is. `withdrawn` is when
    it was undone, "" while it holds.
    """

    id: int
    column: str
    phrase: str
    meaning: str
    who: str
    made: str
    reason: str = ""
    withdrawn: str = ""
    withdrawn_by: str = ""


def holding(meanings: Sequence[Meaning]) -> dict[tuple[str, str], Meaning]:
    """By column and phrase, the last of its meanings that was not withdrawn."""
    ordered = sorted(meanings, key=lambda one: one.id)
    return {(one.column, one.phrase): one for one in ordered if not one.withdrawn}


def give_meanings(table: pd.DataFrame, meanings: Sequence[Meaning]) -> pd.DataFrame:
    """The table with indicators and parks as people have said; `indicator_by` and `park_by` are the ids of what was
    said of a row's phrase and of its park, 0 where nothing was."""
    given = table.assign(**dict.fromkeys(COLUMNS_ADDED, 0))
    held = holding(meanings)
    if not held:
        return given
    park, phrase = (table[column].astype(object) for column in ("park", "indicator_text"))
    unknown = table["indicator"].astype(object) == ""
    # a phrase that stays as it is has no indicator; a park that does is still that park
    for column, phrases, kept in (("park", park, park), ("indicator", phrase.where(unknown, None), "")):
        said = {one.phrase: one for one in held.values() if one.column == column}
        concerned = phrases.isin(said)
        meant = phrases[concerned].map({text: one.meaning for text, one in said.items()})
        values = given[column].astype(object)
        values[concerned] = meant.where(meant != "", kept)
        given[column] = values
        given.loc[concerned, f"{column}_by"] = phrases[concerned].map({text: one.id for text, one in said.items()})
    return typed(given)

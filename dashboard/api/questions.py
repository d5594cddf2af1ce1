"""The questions of programs, put to a library: frames out, filtered by what was asked."""

from typing import Any

import numpy as np
import pandas as pd

from dashboard.library import Library
from indicators import COLUMNS
from indicators.series import COLUMNS as SERIES_COLUMNS

OBSERVATION_COLUMNS = ("id", *COLUMNS)
SERIES_SHOWN = tuple(column for column in SERIES_COLUMNS if column not in {"row", "confirming", "rivals"})


def observations(library: Library, asked: dict[str, Any]) -> pd.DataFrame:
    """The observations that are asked for, in the order of the archive, with all columns and their number as `id`."""
    rows = library.observations
    keep = np.ones(len(rows), dtype=bool)
    if asked["indicator"]:
        text = rows["indicator"].astype("str")
        names = text.where(text != "", rows["indicator_text"].astype("str"))
        keep &= names.isin(asked["indicator"]).to_numpy()
    if asked.get("document"):
        keep &= (rows["document"] == asked["document"]).to_numpy()
    if asked.get("q"):
        keep &= _holding(rows, asked["q"])
    found = rows[keep & _filtered(rows, asked)]
    return found.assign(id=found.index)


def series(library: Library, asked: dict[str, Any]) -> pd.DataFrame:
    """The series rows that are asked for, with the numbers of observations that confirm and rival each."""
    rows = library.series
    if asked["park"] and asked["indicator"]:
        found = [library.rows_about(asked["park"], name) for name in dict.fromkeys(asked["indicator"])]
        rows = pd.concat(found) if len(found) > 1 else found[0]
    elif asked["indicator"]:
        rows = rows[rows["name"].isin(asked["indicator"])]
    found_rows = rows[_filtered(rows, asked)]
    counted = found_rows.assign(
        id=found_rows["row"], confirming=found_rows["confirming"].map(list), rivals=found_rows["rivals"].map(list)
    )
    return counted[["id", *SERIES_SHOWN, "confirming", "rivals"]]


def targets(library: Library, park: str, year: int) -> pd.DataFrame:
    """Targets beside actuals of a park and year, see `indicators.targets`."""
    return library.targets(park, year)


def documents(library: Library, park: str | None, q: str | None) -> list[dict[str, Any]]:
    """The documents, newest first, with the number of observations that each gave."""
    about = library.documents_about(park) if park else None
    counts = library.rows_by_document
    return [
        {
            "name": one.name,
            "title": one.title,
            "publisher": one.publisher,
            "published": one.published,
            "source": one.source,
            "characters": len(one.text),
            "observations": counts.get(one.name, 0) if about is None else about.get(one.name, 0),
        }
        for one in sorted(library.documents.values(), key=lambda one: (one.published, one.name), reverse=True)
        if (about is None or one.name in about) and (not q or q in one.title or q in one.name or q in one.text)
    ]


def parks(library: Library) -> list[dict[str, Any]]:
    """The parks and areas with the number of their values, those with most first."""
    return [{"name": park, "values": len(library.rows_of_park(park))} for park in library.parks()]


def catalogue(library: Library, q: str | None) -> list[dict[str, Any]]:
    """The catalogue of indicators, with the number of values that the archive has of each."""
    counts = {option.name: option.values for option in library.indicator_options()}
    return [
        {
            "id": key,
            "zh": entry.zh,
            "en": entry.en,
            "kind": entry.kind,
            "family": getattr(entry, "family_zh", ""),
            "unit": getattr(entry, "unit", ""),
            "better": getattr(entry, "better", ""),
            "names": list(getattr(entry, "names", ())),
            "values": counts.get(key, 0),
        }
        for key, entry in library.catalogue.items()
        if not q or q in key or q in entry.zh or q.casefold() in entry.en.casefold()
    ]


def _filtered(rows: pd.DataFrame, asked: dict[str, Any]) -> Any:
    keep = np.ones(len(rows), dtype=bool)
    for column in ("park", "measure"):
        if asked[column]:
            keep &= rows[column].isin(asked[column]).to_numpy()
    if asked["status"]:
        keep &= (rows["status"] == asked["status"]).to_numpy()
    if asked["segment"]:
        keep &= (rows["segment"] == asked["segment"]).to_numpy()
    if asked["whole"] == "true":
        keep &= (rows["segment"] == "").to_numpy()
    if asked["from"]:
        keep &= (rows["period_end"] >= pd.Timestamp(asked["from"])).to_numpy()
    if asked["to"]:
        keep &= (rows["period_end"] <= pd.Timestamp(asked["to"])).to_numpy()
    return keep


def _holding(rows: pd.DataFrame, q: str) -> Any:
    keep = np.zeros(len(rows), dtype=bool)
    for column in ("sentence", "park", "indicator_text"):
        texts = pd.Series(rows[column].unique()).astype("str")
        keep |= rows[column].isin(texts[texts.str.contains(q, regex=False)]).to_numpy()
    return keep

"""The ledger of a text: every number in it, read (as what, and why so), set aside (why), or not understood."""

import json
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from indicators.documents import Document
from indicators.labels import CODES
from indicators.model import Grounds, Mark, Source
from indicators.provenance import PLACES
from indicators.table import plain

FATES = {"read": "读出", "set_aside": "不计", "not_understood": "未懂"}
LEVELS = CODES["confidence"]

Entry = dict[str, Any]


def entries(document: Document, observations: pd.DataFrame) -> list[Entry]:
    """The numbers of a document in their order: start, end, text, fate, reason; `rows` are what each was read as.

    `observations` has the rows of the document, as they were read with its marks.
    """
    waiting: dict[int, deque[Mapping[Any, Any]]] = defaultdict(deque)
    for row in plain(observations[observations["document"] == document.name]).to_dict("records"):
        waiting[row["start"]].append(row)
    found: dict[tuple[int, int], Entry] = {}
    for mark in document.marks:
        text = document.text[mark.start : mark.end]
        new = {"start": mark.start, "end": mark.end, "text": text, "fate": mark.fate, "reason": mark.reason, "rows": []}
        entry = found.setdefault((mark.start, mark.end), new)
        if mark.grounds:
            entry["rows"].append(_row(mark, mark.grounds, waiting[mark.start].popleft()))
    return list(found.values())


def _row(mark: Mark, grounds: Grounds, row: Mapping[Any, Any]) -> Entry:
    """What a number was read as, and whence each part of it."""
    start, end = (day if isinstance(day, str) else None for day in (row["period_start"], row["period_end"]))
    return {
        "rule": mark.reason,
        "park": {"name": row["park"], "from": _source(grounds.park)},
        "indicator": {"text": row["indicator_text"], "id": row["indicator"], "from": _source(grounds.name)},
        "measure": row["measure"],
        "period": {"start": start, "end": end, "from": _source(grounds.period)},
        "status": {"is": row["status"], "from": _source(grounds.outlook)},
        "confidence": row["confidence"],
        "reasons": row["reasons"].split("；") if row["reasons"] else [],
    }


def _source(source: Source) -> Entry | None:
    """A source, its offsets left out where they are not known; None where there is none."""
    if not source.place:
        return None
    words = {"words": source.words} if source.words else {}
    offsets = {"start": source.start, "end": source.end} if source.start >= 0 else {}
    return {"place": source.place, **words, **offsets}


def sums(found: Iterable[Entry]) -> dict[str, int]:
    """How many numbers met each fate."""
    counts = Counter(entry["fate"] for entry in found)
    return {fate: counts[fate] for fate in FATES}


def accounted(found: list[Entry]) -> float:
    """The share of the numbers that were read or set aside; 1 where there are none."""
    return 1 - sums(found)["not_understood"] / len(found) if found else 1.0


def to_json(found: list[Entry]) -> str:
    """The ledger as JSON: `numbers`, their `sums`, and the share `accounted` for."""
    ledger = {"numbers": found, "sums": sums(found), "accounted": round(accounted(found), 4)}
    return json.dumps(ledger, ensure_ascii=False, indent=1) + "\n"


def to_text(found: list[Entry]) -> str:
    """The ledger for people: a line a number, beneath it a line for each row that it gave; the sums at the end."""
    lines = []
    for entry in found:
        shown = "".join(entry["text"].split())
        lines.append(f"{entry['start']:>6}  {FATES[entry['fate']]}  {shown}  {entry['reason']}")
        lines += [f"{'':>14}{_shown(row)}" for row in entry["rows"]]
    counts = "  ".join(f"{FATES[fate]} {count}" for fate, count in sums(found).items())
    return "\n".join([*lines, f"{counts}  有着落 {accounted(found):.1%}"]) + "\n"


def _shown(row: Entry) -> str:
    period, indicator, status = row["period"], row["indicator"], row["status"]
    parts = [
        f"时期 {_days(period['start'], period['end'])}{_whence(period['from'])}",
        f"园区 {row['park']['name'] or '不明'}{_whence(row['park']['from'])}",
        f"指标 {indicator['text']}{_whence(indicator['from']) if indicator['from']['place'] != 'sentence' else ''}",
    ]
    if status["is"] == "target":
        parts.append(f"目标{_whence(status['from'])}")
    reasons = f"：{'；'.join(row['reasons'])}" if row["reasons"] else ""
    return "  ".join([*parts, f"把握 {LEVELS[row['confidence']]}{reasons}"])


def _days(start: str | None, end: str | None) -> str:
    if start == end:
        return end or "不明"
    return f"{start or ''}–{end or ''}"


def _whence(source: Entry | None) -> str:
    if source is None:
        return ""
    place = PLACES[source["place"]]
    return f" ← “{''.join(source['words'].split())}”（{place}）" if "words" in source else f" ← {place}"

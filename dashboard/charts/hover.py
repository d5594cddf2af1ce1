"""What a mark says when it is pointed at."""

from functools import partial
from html import escape

from dashboard.rows import Row
from dashboard.units import stated
from dashboard.words import BASES, DERIVATIONS, MEASURES, STATUSES, TIERS, Words
from indicators.spans import span_label

_text = partial(escape, quote=False)  # plotly shows &quot; as it stands


def hover_text(row: Row, words: Words) -> str:
    """Entity, value with unit and bound, period, status, source: the lines of a hover label, escaped."""
    span = span_label(row["period_start"], row["period_end"], words.language)
    measure = words.code(MEASURES, row["measure"])
    basis = words.code(BASES, row["basis"])
    status = words.code(STATUSES, row["status"])
    if row["target_tier"]:
        status += f" ({words.code(TIERS, row['target_tier'])})"
    lines = [
        f"<b>{_text(row['entity'])}</b>",
        f"<b>{_text(stated(row, words.language))}</b>  {_text(measure)}{_text(f' · {basis}' if basis else '')}",
        f"{_text(span)} · {_text(status)}",
        _text(_origin(row, words)),
    ]
    if row["rivals"]:
        lines.append(_text(words("另有 {n} 处说法不同", n=len(row["rivals"]))))
    return "<br>".join(lines)


def _origin(row: Row, words: Words) -> str:
    """The document that says so; of a derived value, from what it was made."""
    if not row.get("method"):
        source = f"{row['document']} {row['published']}".strip()
        return f"{words('来源')}: {_shortened(source)}"
    made_of = [
        f"{span_label(one['period_start'], one['period_end'], words.language)} {stated(one, words.language)}"
        for one in row["made_of"]
    ]
    return f"{words(DERIVATIONS[row['method']])}: {' + '.join(made_of)}"


def _shortened(text: str, length: int = 38) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"

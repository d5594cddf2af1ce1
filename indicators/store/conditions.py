"""The conditions of `indicators.conditions` as the database understands them."""

from datetime import date

from sqlalchemy import ColumnElement, and_, false, func, not_, or_, select, true, tuple_

from indicators.conditions import Condition, Days, Either, Every, Not, Number, OneOf, Spans, Text
from indicators.store.schema import documents, observations


def as_clause(condition: Condition) -> ColumnElement[bool]:
    """The condition on rows of the table `observations`."""
    match condition:
        case Every(parts):
            return and_(true(), *map(as_clause, parts))
        case Either(parts):
            return or_(false(), *map(as_clause, parts))
        case Not(part):
            return not_(as_clause(part))
        case OneOf(column, values):
            return _column(column).in_(sorted(values)) if column != "document" else _of_documents(_named(values))
        case Text(column, test, wanted):
            if column == "document":
                return _of_documents(_text(documents.c.name, test, wanted))
            return _text(observations.c[column], test, wanted)
        case Number(column, test, low, high):
            return _number(observations.c[column], test, low, high)
        case Days(column, since, until):
            day = observations.c[column]
            return and_(day.is_not(None), *([day >= since] if since else []), *([day <= until] if until else []))
        case Spans(spans):
            return _spans(spans)


def _column(name: str) -> ColumnElement[str]:
    return observations.c[name]


def _named(values: frozenset[str]) -> ColumnElement[bool]:
    return documents.c.name.in_(sorted(values))


def _of_documents(clause: ColumnElement[bool]) -> ColumnElement[bool]:
    return observations.c.document_id.in_(select(documents.c.id).where(clause))


def _text(column: ColumnElement[str], test: str, wanted: str) -> ColumnElement[bool]:
    shown = func.lower(column)
    clauses = {
        "contains": shown.contains(wanted, autoescape=True),
        "notContains": ~shown.contains(wanted, autoescape=True),
        "equals": shown == wanted,
        "notEqual": shown != wanted,
        "startsWith": shown.startswith(wanted, autoescape=True),
        "endsWith": shown.endswith(wanted, autoescape=True),
        "blank": column == "",
        "notBlank": column != "",
    }
    return clauses[test]


def _number(column: ColumnElement[float], test: str, low: float, high: float) -> ColumnElement[bool]:
    clauses = {
        "equals": column == low,
        "notEqual": column != low,
        "greaterThan": column > low,
        "greaterThanOrEqual": column >= low,
        "lessThan": column < low,
        "lessThanOrEqual": column <= low,
        "inRange": column.between(low, high),
    }
    return clauses[test]


def _spans(spans: frozenset[tuple[date | None, date | None]]) -> ColumnElement[bool]:
    start, end = observations.c.period_start, observations.c.period_end
    whole = [span for span in spans if None not in span]
    known = [tuple_(start, end).in_(whole)] if whole else []
    open_ = [
        and_(
            start.is_(None) if span[0] is None else start == span[0],
            end.is_(None) if span[1] is None else end == span[1],
        )
        for span in spans
        if None in span
    ]
    return or_(false(), *known, *open_)

"""Times of the archive, which are kept in UTC, as the clock of this machine has them."""

from datetime import datetime, tzinfo


def local_time(utc: str, zone: tzinfo | None = None) -> str:
    """A time in UTC (ISO 8601, as the archive keeps it) by the clock of this machine, or of a zone, with its distance
    from UTC.

    >>> from datetime import timedelta, timezone
    >>> local_time("2024-07-05T18:09:10Z", timezone(timedelta(hours=8)))
    '2024-07-06 02:09 (UTC+8)'
    >>> local_time("2024-07-05T18:09:10Z", timezone(timedelta(hours=-3, minutes=-30)))
    '2024-07-05 14:39 (UTC−3:30)'
    """
    here = datetime.fromisoformat(utc).astimezone(zone)
    away = here.utcoffset()
    minutes = round(away.total_seconds() / 60) if away else 0
    hours, rest = divmod(abs(minutes), 60)
    distance = f"{'+' if minutes > 0 else '−'}{hours}{f':{rest:02}' if rest else ''}" if minutes else ""
    return f"{here:%Y-%m-%d %H:%M} (UTC{distance})"

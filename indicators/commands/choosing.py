"""Options that choose observations of the archive."""

import argparse
import datetime

from indicators.catalogue import identify
from indicators.store.loading import Choice


def add_choice(parser: argparse.ArgumentParser) -> None:
    """The options that choose observations."""
    parser.add_argument("--park", action="append", default=[], metavar="NAME", help="园区，可写几次")
    parser.add_argument("--indicator", action="append", default=[], metavar="NAME", help="指标的代号或名称，可写几次")
    parser.add_argument("--status", choices=("actual", "target"), help="实绩或目标")
    parser.add_argument("--since", type=day, metavar="DAY", help="时期不早于这一天，例如 2020-01-01")
    parser.add_argument("--until", type=day, metavar="DAY", help="时期不晚于这一天")
    parser.add_argument("--as-of", type=day, metavar="DAY", help="只用这一天已经发布的文档")


def day(text: str) -> datetime.date:
    """A day in ISO 8601."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期；请写成 2024-07-05") from None


def choice_of(args: argparse.Namespace) -> Choice:
    """The observations that the options choose. An indicator may be named by its id or by any name it goes by."""
    names = {name for given in args.indicator for name in (given, identify(given)) if name}
    return Choice(
        parks=tuple(args.park),
        names=tuple(sorted(names)),
        statuses=(args.status,) if args.status else (),
        since=args.since,
        until=args.until,
        as_of=args.as_of.isoformat() if args.as_of else "",
    )

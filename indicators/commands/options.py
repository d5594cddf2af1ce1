"""Options that several commands have."""

import argparse

from indicators.clock import Clock


def add_database(parser: argparse.ArgumentParser) -> None:
    """The option that names the archive."""
    parser.add_argument(
        "--database",
        default="",
        metavar="DB",
        help="库：SQLite 文件，或 postgresql+psycopg://…（默认环境变量 INDICATORS_DATABASE，再默认 data/ 下的文件）",
    )


def add_given(parser: argparse.ArgumentParser) -> None:
    """The options that overrule what texts say of themselves."""
    parser.add_argument(
        "--published", default="", type=date, metavar="DATE", help="发布日期（ISO 8601），不用文中所载的"
    )
    parser.add_argument("--park", default="", metavar="NAME", help="文字所说的园区，不用文中所载的")


def date(text: str) -> str:
    """A day, a month or a year in ISO 8601."""
    try:
        Clock.of(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期；请写成 2024-07-05、2024-07 或 2024") from None
    return text

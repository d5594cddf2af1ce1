"""The command line: `python -m indicators COMMAND`; each command is in a module of `indicators.commands`."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from indicators.commands import COMMANDS
from indicators.errors import ArchiveError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is 1 where something could not be done, 2 where it was not understood."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(
        prog="python -m indicators", description="从园区文字中读出指标，存进库里，再取出来"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")
    # only the module of the command that is asked for, so that none waits for the libraries of another
    wanted = [COMMANDS[given[0]]] if given and given[0] in COMMANDS else sorted(set(COMMANDS.values()))
    for name in wanted:
        import_module(f"indicators.commands.{name}").add(commands)
    args = parser.parse_args(given)
    try:
        return int(args.run(args))
    except ArchiveError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # who reads the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("\n已中断；做完的都在，再运行一次就接着做。", file=sys.stderr)
        return 130


if __name__ == "__main__":
    raise SystemExit(main())

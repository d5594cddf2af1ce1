"""The commands of `python -m indicators`: one module for those that belong together.

A module has `add(commands)`, which adds its parsers to argparse's; each sets `run`, a function of the parsed arguments
that gives the exit status.
"""

# command -> module
COMMANDS = {
    "extract": "reading",
    "explain": "reading",
    "import": "intake",
    "reread": "intake",
    "documents": "keeping",
    "show": "keeping",
    "remove": "keeping",
    "backup": "keeping",
    "restore": "keeping",
    "check": "keeping",
    "accept": "deciding",
    "correct": "deciding",
    "reject": "deciding",
    "add": "deciding",
    "mean": "deciding",
    "undo": "deciding",
    "decisions": "deciding",
    "export": "exporting",
    "series": "series",
    "findings": "series",
    "targets": "series",
}

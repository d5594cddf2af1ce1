"""What can go wrong, each naming what, where and what to do. Text never raises; bad data and bad files do.

ParkIndicatorsError
├── DataError       a data file of the package (units, cues, rules, catalogue) contradicts itself
├── DocumentError   a file that cannot be read as a document
└── ArchiveError    the archive cannot do what was asked: no such database, document or row
"""


class ParkIndicatorsError(Exception):
    """Base of the errors this package raises."""


class DataError(ParkIndicatorsError):
    """A data file of the package is wrong: names the file, the entry and the reason."""

    def __init__(self, file: str, entry: str, reason: str) -> None:
        super().__init__(f"{file}: {entry}: {reason}")


class DocumentError(ParkIndicatorsError):
    """A file that cannot be read as a document; the message (Chinese) says why and what to do."""


class ArchiveError(ParkIndicatorsError):
    """The archive cannot do what was asked; the message (Chinese) says what, where and what to do."""

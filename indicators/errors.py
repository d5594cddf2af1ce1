"""What can go wrong, each naming what, where and what to do. Text never raises; bad data and bad files do.

ParkIndicatorsError
├── DataError       a data file of the package (units, cues, rules, catalogue) contradicts itself
├── DocumentError   a file that cannot be read as a document
├── RowError        a row of a table of observations that states none
└── ArchiveError    the archive cannot do what was asked: no such database, document or row
"""


class ParkIndicatorsError(Exception):
    """Base of the errors this package raises: what it says, with the {fields} filled in.

    `text` and `fields` are kept apart, so that it can be said in another language, too.

    >>> error = ArchiveError("库里没有“{name}”这篇文档", name="a.txt")
    >>> str(error), error.text, error.fields
    ('库里没有“a.txt”这篇文档', '库里没有“{name}”这篇文档', {'name': 'a.txt'})
    """

    def __init__(self, text: str, **fields: object) -> None:
        super().__init__(text.format(**fields) if fields else text)
        self.text, self.fields = text, fields


class DataError(ParkIndicatorsError):
    """A data file of the package is wrong: names the file, the entry and the reason."""

    def __init__(self, file: str, entry: str, reason: str) -> None:
        super().__init__(f"{file}: {entry}: {reason}")


class DocumentError(ParkIndicatorsError):
    """A file that cannot be read as a document; the message (Chinese) says why and what to do."""


class RowError(ParkIndicatorsError, ValueError):
    """What a row's cells state is no observation; the message (Chinese) names the column and what is wrong with it."""


class ArchiveError(ParkIndicatorsError):
    """The archive cannot do what was asked; the message (Chinese) says what, where and what to do."""

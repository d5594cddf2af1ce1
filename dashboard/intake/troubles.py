"""What goes wrong on the way into the archive, and how it is said."""

from dashboard.words import Words
from indicators.errors import ArchiveError, DocumentError, ParkIndicatorsError

TROUBLES = (DocumentError, ArchiveError, OSError)


def said(trouble: Exception, words: Words) -> str:
    """One of `TROUBLES` for the editor: what, where, what to do."""
    if isinstance(trouble, OSError):
        return words("服务器写不了 {where}：{why}。", where=trouble.filename or "", why=trouble.strerror or "")
    return words.of(trouble) if isinstance(trouble, ParkIndicatorsError) else str(trouble)

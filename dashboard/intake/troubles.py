"""What goes wrong on the way into the archive: noted beside the file, and said in the language of whoever looks."""

from typing import Any

from dashboard.words import Words
from indicators.errors import ArchiveError, DocumentError, ParkIndicatorsError

TROUBLES = (DocumentError, ArchiveError, OSError)


def noted(trouble: ParkIndicatorsError) -> dict[str, Any]:
    """An error as JSON can hold it, with what is filled in kept apart; an error that is filled in likewise.

    >>> noted(DocumentError("文件超过 {size} MB；请拆成几个", size=64))
    {'text': '文件超过 {size} MB；请拆成几个', 'fields': {'size': 64}}
    """
    return {"text": trouble.text, "fields": {name: _noted(field) for name, field in trouble.fields.items()}}


def recalled(note: dict[str, Any] | str) -> DocumentError:
    """The error that was noted; a plain text is one that was noted before these were kept apart."""
    if isinstance(note, str):
        return DocumentError(note)
    fields = {name: recalled(field) if isinstance(field, dict) else field for name, field in note["fields"].items()}
    return DocumentError(note["text"], **fields)


def said(trouble: Exception, words: Words) -> str:
    """One of `TROUBLES` for the editor: what, where, what to do."""
    if isinstance(trouble, OSError):
        return words("服务器写不了 {where}：{why}。", where=trouble.filename or "", why=trouble.strerror or "")
    return words.of(trouble) if isinstance(trouble, ParkIndicatorsError) else str(trouble)


def _noted(field: object) -> Any:
    if isinstance(field, ParkIndicatorsError):
        return noted(field)
    return field if isinstance(field, int) else str(field)

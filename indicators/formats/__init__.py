"""One module a format: bytes in, `Content` out; a file's format is told by the end of its name.

To add a format: a module with `read(data) -> Content` that raises DocumentError, and a line in `_READERS`. A reader's
libraries are imported when the first file of its kind is read.
"""

from importlib import import_module
from pathlib import PurePath

from indicators.errors import DocumentError
from indicators.formats.content import Content

_READERS = {
    ".txt": "plain",
    ".md": "plain",
    ".htm": "html",
    ".html": "html",
    ".pdf": "pdf",
    ".docx": "word",
    ".xlsx": "workbook",
    ".csv": "delimited",
    ".tsv": "delimited",
}
# Office files that cannot be read, with what their owner can do.
_UNREADABLE = {
    ".doc": "旧版 Word 文件；请另存为 .docx",
    ".wps": "WPS 文字文件；请另存为 .docx",
    ".xls": "旧版 Excel 文件；请另存为 .xlsx",
    ".et": "WPS 表格文件；请另存为 .xlsx",
    ".ppt": "幻灯片；请另存为 .pdf",
    ".pptx": "幻灯片；请另存为 .pdf",
    ".rar": "RAR 压缩包；请改存为 .zip",
    ".7z": "7z 压缩包；请改存为 .zip",
}
SUFFIXES = frozenset(_READERS)
OFFICE_SUFFIXES = frozenset(_UNREADABLE)
SHOWN = ".txt、.md、.html、.pdf、.docx、.xlsx、.csv、.zip"


def read_content(name: str, data: bytes) -> Content:
    """What a file of this name and these bytes holds; DocumentError (Chinese) says why it cannot be read."""
    suffix = PurePath(name).suffix.lower()
    if reason := _UNREADABLE.get(suffix):
        raise DocumentError(reason)
    if not data:
        raise DocumentError("文件是空的；请换一个有文字的文件")
    content: Content = import_module(f"{__name__}.{_READERS.get(suffix, 'plain')}").read(data)
    if not content.text.strip():
        raise DocumentError("里面没有文字；请换一个有文字的文件")
    return content

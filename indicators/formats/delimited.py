"""CSV and TSV files: a table, or observations if it has our columns."""

import csv
from dataclasses import replace
from io import StringIO

from indicators.encoding import detect
from indicators.errors import DocumentError
from indicators.formats.content import Content
from indicators.formats.rows import has_our_columns, read_rows, tables

_DELIMITERS = ",\t;，"


def read(data: bytes) -> Content:
    """The rows, parted by whichever of comma, tab and semicolon the first lines have most."""
    text, encoding = detect(data)
    head = text[:4096].split("\n", 5)[:5]
    delimiter = max(_DELIMITERS, key=lambda one: sum(line.count(one) for line in head))
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise DocumentError("表格读不出来：{why}", why=error) from None
    content = read_rows(rows) if rows and has_our_columns(rows[0]) else tables([("", rows)])
    return replace(content, encoding=encoding)

"""Documents: what was read of a file, its bytes beside its text, and what its head says of it (title, date, source)."""

from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import PurePath

import regex

from indicators.formats import read_content
from indicators.model import Mark, Observation
from indicators.reading import read_text

_KEYS = {
    "title": ("标题", "题目"),
    "publisher": ("刊发单位", "发布单位", "发布机构", "刊物", "编写"),
    "source": ("资料来源", "来源", "稿源", "出处"),
}
_LINE = regex.compile(r"^\s*(?P<key>[\u4e00-\u9fff]{2,6})\s?[:：]\s?(?P<value>.+?)\s*$")


@dataclass(frozen=True)
class Document:
    """A text as it was read; `published` is ISO 8601 of the precision known, `marks` account for its numbers.

    `data` are the bytes of the file that the text was read from; `format` is the end of its name ("pdf"), `encoding`
    that of the bytes as they were read, "" where the format leaves no choice or nobody has read them just now.
    """

    name: str
    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    source: str = ""
    marks: tuple[Mark, ...] = ()
    format: str = "txt"
    data: bytes = field(default=b"", repr=False)
    encoding: str = ""

    @property
    def sha256(self) -> str:
        """The sum of the bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()


def read_document(
    name: str, data: bytes, published: str = "", park: str = ""
) -> tuple[Document, tuple[Observation, ...]]:
    """A file as a document with its observations; DocumentError says why its bytes cannot be read.

    `published` and `park` overrule what the text says. Observations that a table of our own columns states are taken as
    they are, but for what is empty in them.
    """
    content = read_content(name, data)
    head = read_head(content.text)
    form = PurePath(name).suffix.lower().removeprefix(".") or "txt"
    document = Document(
        name, content.text, head["title"], head["publisher"], "", head["source"], (), form, data, content.encoding
    )
    if content.rows is None:
        reading = read_text(content.text, published, park, name)
        return replace(document, published=reading.published, marks=reading.marks), reading.observations
    rows = tuple(
        row._replace(document=name, published=row.published or published, park=row.park or park) for row in content.rows
    )
    marks = tuple(Mark(row.start, row.end, "read", row.rule) for row in rows)
    latest = max((row.published for row in rows), default="")
    return replace(document, title=PurePath(name).stem, published=published or latest, marks=marks), rows


def read_head(text: str) -> dict[str, str]:
    """Title, publisher and source as the head of a text states them (`标题：…`); else its first line is the title."""
    found = dict.fromkeys(_KEYS, "")
    lines = [line for line in text.splitlines()[:40] if line.strip()]
    for line in lines[:15]:
        if match := _LINE.match(line):
            for key, names in _KEYS.items():
                if match["key"] in names and not found[key]:
                    found[key] = match["value"]
    if not found["title"]:
        found["title"] = next((line.strip("# \t　*") for line in lines if 6 <= len(line.strip()) <= 60), "")
    return found

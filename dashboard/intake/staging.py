"""Where files wait until an editor keeps them: a folder a batch, beside the archive, gone after a day.

Every process of the server sees the same. Names come from strangers and are only ever text: files on disk are numbered.
"""

import json
import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from dashboard.intake.troubles import noted
from indicators.errors import DocumentError
from indicators.sources import ZIP, Source, unpacked
from indicators.store.importing import Given

MOST_BYTES = 64 << 20  # of a file, packed or not
MOST_OF_BATCH = 512 << 20  # of all files that wait in a batch
MOST_FILES = 2000
_LONGEST_PATH = 300
_KEPT_SECONDS = 24 * 3600
_BATCH = re.compile(r"[\w-]{22}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")  # and those that turn a name round


@dataclass(frozen=True)
class Staged:
    """A file that waits: its `number` in the batch, where it came from, what was said of it.

    `found` is what reading it gave (see `preview.Found`), None until then; `trouble` why it cannot be read or kept (as
    `troubles.noted` has it); `kept` the outcome of keeping it (as `indicators.store.writing.put` gives it) and `name`
    its name in the archive.
    """

    number: int
    path: str
    size: int
    sha256: str
    given: Given = field(default_factory=Given)
    found: dict[str, Any] | None = None
    trouble: dict[str, Any] | None = None
    kept: str = ""
    name: str = ""


class Staging:
    """The batches in a folder, which is made when the first file comes."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self._folder, self._clock = folder, clock

    def new_batch(self) -> str:
        """The name of an empty batch, which nobody can guess; batches of days before go."""
        for old in self._folder.glob("*"):
            if old.is_dir() and self._clock() - old.stat().st_mtime > _KEPT_SECONDS:
                shutil.rmtree(old, ignore_errors=True)
        batch = secrets.token_urlsafe(16)
        (self._folder / batch).mkdir(parents=True)
        return batch

    def add(self, batch: str, path: str, data: bytes) -> list[Staged]:
        """Put a file into a batch, or all that lies in a zip archive; files that are in it already are those.

        DocumentError where it is too large, there are too many, or there is no such batch any more. What cannot be
        unpacked waits too, with its trouble.
        """
        path = _CONTROL.sub("", path).strip()[-_LONGEST_PATH:] or "无名.txt"
        if len(data) > MOST_BYTES:
            raise DocumentError("文件超过 {size} MB；请拆成几个", size=MOST_BYTES >> 20)
        source = Source(path, lambda: data)
        sources = unpacked(source, largest=MOST_BYTES) if path.lower().endswith(ZIP) else iter([source])
        return list(self._put(batch, sources))

    def all(self, batch: str) -> list[Staged]:
        """What waits in a batch, in the order in which it came; nothing where there is no such batch."""
        folder = self._of(batch)
        return [_read(path) for path in sorted(folder.glob("*.json"))] if folder else []

    def one(self, batch: str, number: int) -> Staged:
        """One that waits; DocumentError where there is none of that number any more."""
        folder = self._of(batch)
        path = folder / f"{number:06}.json" if folder else None
        if path is None or not path.is_file():
            raise DocumentError("这个文件已经不在了：放进来一天以后会清掉；请再放一次")
        return _read(path)

    def data(self, batch: str, staged: Staged) -> bytes:
        """Its bytes."""
        folder = self._of(batch)
        return (folder / f"{staged.number:06}.bin").read_bytes() if folder else b""

    def note(self, batch: str, staged: Staged) -> None:
        """Write down what has become of one."""
        if folder := self._of(batch):
            _write(folder, staged)

    def _put(self, batch: str, sources: Iterator[Source]) -> Iterator[Staged]:
        folder = self._of(batch)
        if folder is None:
            raise DocumentError("这一批已经不在了：放进来一天以后会清掉；请刷新页面，再放一次")
        there = self.all(batch)
        known = {(one.path, one.sha256): one for one in there}
        size, count = sum(one.size for one in there), len(there)
        for source in sources:
            trouble, data = None, b""
            try:
                data = source.load()
            except DocumentError as error:
                trouble = noted(error)
            total = sha256(data).hexdigest()
            if same := known.get((source.path, total)):
                yield same
                continue
            count, size = count + 1, size + len(data)
            if count > MOST_FILES or size > MOST_OF_BATCH:
                most = "一批最多 {n} 个文件、{size} MB；前面的已经放好，请先保存，再另放其余的"
                raise DocumentError(most, n=MOST_FILES, size=MOST_OF_BATCH >> 20)
            staged = Staged(_lay_down(folder, data, count), source.path, len(data), total, trouble=trouble)
            _write(folder, staged)
            yield staged

    def _of(self, batch: str) -> Path | None:
        folder = self._folder / batch
        return folder if _BATCH.fullmatch(batch) and folder.is_dir() else None


def _lay_down(folder: Path, data: bytes, number: int) -> int:
    """Put bytes under the first free number from `number` on; others may be putting theirs at the same time."""
    while True:
        try:
            with (folder / f"{number:06}.bin").open("xb") as file:
                file.write(data)
            return number
        except FileExistsError:
            number += 1


def _write(folder: Path, staged: Staged) -> None:
    part = folder / f"{staged.number:06}.part"
    part.write_text(json.dumps(asdict(staged), ensure_ascii=False), "utf-8")
    part.replace(folder / f"{staged.number:06}.json")


def _read(path: Path) -> Staged:
    said = json.loads(path.read_text("utf-8"))
    return Staged(**said | {"given": Given(**said["given"])})

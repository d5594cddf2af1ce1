"""Reading documents on a cluster: cut into batches, read by workers where they lie, a lost worker's batches done again.

A batch that kills its workers is cut up, so that the document that does it is found and named, and the others are read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import fsspec
from distributed import Client, as_completed
from distributed.scheduler import KilledWorker

from indicators.cluster.dataset import at, finish, write_batch
from indicators.documents import read_document
from indicators.errors import ArchiveError, DocumentError
from indicators.formats import SUFFIXES
from indicators.sources import ZIP, Source, find_sources, names_of
from indicators.store.importing import Progress
from indicators.store.writing import Arrival
from indicators.version import reader_version

BATCH = 100  # documents
Named = tuple[str, str]  # path, and name of the document


@dataclass
class Part:
    """What became of a batch, or of all of them."""

    documents: int = 0
    rows: int = 0
    files: list[str] = field(default_factory=list)
    failures: list[tuple[str, str]] = field(default_factory=list)  # (path, reason)

    def add(self, other: "Part") -> None:
        """Count another batch in."""
        self.documents += other.documents
        self.rows += other.rows
        self.files += other.files
        self.failures += other.failures


def extract_on(
    scheduler: str,
    paths: Sequence[str],
    output: str,
    progress: Progress | None = None,
    published: str = "",
    park: str = "",
    batch: int = BATCH,
) -> Part:
    """Read the documents that `paths` name (folders, files, globs of fsspec's) into the data set `output`.

    Both must lie where all workers reach them. ArchiveError where the scheduler does not answer, or there is something
    at `output` already.
    """
    system, folder = at(output)
    if system.exists(folder) and system.find(folder):
        raise ArchiveError(f"{output} 里已有文件；请另选一个空的位置")
    named = list(find_documents(paths))
    try:
        client = Client(scheduler, timeout=30)
    except OSError as error:
        raise ArchiveError(f"连不上 Dask 调度器 {scheduler}：{error}") from None
    with client:
        done = _run(client, named, output, progress, (published, park), batch)
    failures = sorted(done.failures)
    counts = {"documents": done.documents, "rows": done.rows, "failed": len(failures)}
    finish(output, done.files, failures, counts)
    return Part(done.documents, done.rows, done.files, failures)


def find_documents(paths: Sequence[str]) -> Iterator[Named]:
    """(Path, name) of each document; the names are those that reading them on one machine gives."""
    sources: list[Source] = []
    for path in paths:
        if "://" not in path and not any(sign in path for sign in "*?["):
            sources += find_sources([path])
            continue
        for file in fsspec.open_files(path if any(sign in path for sign in "*?[") else f"{path.rstrip('/')}/**"):
            if f".{file.path.rsplit('.', 1)[-1].lower()}" in SUFFIXES:
                sources.append(Source(str(file.full_name), bytes))
    return zip((source.path for source in sources), names_of(sources), strict=True)


def _run(
    client: Client, named: list[Named], output: str, progress: Progress | None, given: tuple[str, str], size: int
) -> Part:
    done, finished = Part(), 0
    tasks = [named[start : start + size] for start in range(0, len(named), size)]
    futures = {client.submit(read_batch, task, output, *given, pure=False): task for task in tasks}
    waiting = as_completed(list(futures))
    for future in waiting:
        task = futures.pop(future)
        error = future.exception()
        if isinstance(error, KilledWorker) and len(task) > 1:
            middle = len(task) // 2
            for half in (task[:middle], task[middle:]):
                again = client.submit(read_batch, half, output, *given, pure=False)
                futures[again] = half
                waiting.add(again)
            continue
        if error is None:
            done.add(future.result())
        else:
            reason = "读它的进程一再退出" if isinstance(error, KilledWorker) else f"{type(error).__name__}: {error}"
            done.add(Part(failures=[(path, reason) for path, _ in task]))
        future.release()
        finished += len(task)
        if progress:
            progress(finished, len(named), task[-1][0])
    return done


def read_batch(batch: Sequence[Named], output: str, published: str = "", park: str = "") -> Part:
    """Read documents and write them to the data set; on a worker."""
    part, arrivals, reader = Part(), [], reader_version()
    for path, name in batch:
        try:
            document, rows = read_document(name, load(path), published, park)
        except DocumentError as error:
            part.failures.append((path, str(error)))
        except Exception as error:  # whatever a broken file does to a library, the others are read
            part.failures.append((path, f"读取时出错（{type(error).__name__}: {error}）"))
        else:
            arrivals.append(Arrival(document, rows, path, reader, published, park))
            part.rows += len(rows)
    part.documents = len(arrivals)
    if arrivals:
        name = blake2b("\n".join(path for path, _ in batch).encode(), digest_size=8).hexdigest()
        part.files = write_batch(output, name, arrivals)
    return part


def load(path: str) -> bytes:
    """The bytes of a document by its path: a file, a file in a zip archive (包.zip/页.html), an address of fsspec's."""
    if "://" in path:
        try:
            with fsspec.open(path) as file:
                return bytes(file.read())
        except OSError as error:
            raise DocumentError(f"打不开：{error}") from None
    outer, inside, _ = path.partition(f"{ZIP}/")
    sources = find_sources([outer + ZIP] if inside else [path])
    return next(source for source in sources if source.path == path).load()

"""What a database cannot do just now, in words."""

from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import DatabaseError as SqliteError

from sqlalchemy.exc import DatabaseError, DataError, IntegrityError, ProgrammingError

from indicators.errors import ArchiveError

# What to do, by what SQLite says.
_ADVICE = {
    "locked": "另有程序占着它；请稍后再试",
    "full": "磁盘满了；请腾出地方再试",
    "readonly": "它是只读的；请让文件和它的文件夹可写",
    "malformed": "文件受损；请从备份恢复",
    "not a database": "文件受损；请从备份恢复",
    "unable to open": "打不开文件；请看它还在不在、能不能读写",
}


@contextmanager
def in_words() -> Iterator[None]:
    """ArchiveError for what the database cannot do just now: locked, full, damaged, gone."""
    try:
        yield
    except (IntegrityError, ProgrammingError, DataError):
        raise  # what was asked is wrong, not the database
    except (DatabaseError, SqliteError) as error:
        said = str(getattr(error, "orig", error)).strip()
        advice = next((advice for word, advice in _ADVICE.items() if word in said), "请稍后再试")
        raise ArchiveError("库现在用不了（{said}）：{advice}", said=said, advice=advice) from error

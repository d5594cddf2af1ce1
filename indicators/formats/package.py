"""Office files are zip archives: how large one is when it is unpacked, before anything of it is."""

from io import BytesIO
from zipfile import ZipFile

from indicators.errors import DocumentError

LARGEST = 256 << 20  # bytes, unpacked


def checked(data: bytes) -> BytesIO:
    """The file, to be opened; DocumentError where it would unpack to more than any report holds.

    BadZipFile or ValueError where it is no archive.
    """
    file = BytesIO(data)
    with ZipFile(file) as package:
        size = sum(entry.file_size for entry in package.infolist())
    if size > LARGEST:
        raise DocumentError("文件解开后超过 {size} MB；请拆成几个", size=LARGEST >> 20)
    file.seek(0)
    return file

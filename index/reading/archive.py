"""Checks on the zip archives that DOCX and XLSX files are, before anything is unpacked.

The sizes in a zip's directory can be trusted as upper bounds: ``zipfile`` never returns more than
the declared size of a member.
"""

import io
import re
import zipfile
from pathlib import PurePosixPath

from index.errors import UnreadableFileError
from index.reading.limits import MEGABYTE, Limits

_NESTED = (".zip", ".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".jar", ".7z", ".rar", ".gz")
_EMBEDDINGS = ("word/embeddings/", "xl/embeddings/")  # charts carry their data so; never opened
_SMALL_BYTES = MEGABYTE  # tiny files may be packed very well without being bombs
_READ_BYTES = 256 * 1024
_DOCTYPE = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E", re.IGNORECASE)


def check_archive(data: bytes, limits: Limits) -> None:
    """Raise ``UnreadableFileError`` if a DOCX or XLSX could do harm when it is unpacked.

    Refused are damaged and encrypted archives, too many or too large members, a suspicious
    compression ratio, names that lead outside, archives in archives, and any DOCTYPE in the XML
    (entities are the way to external files and to exponential growth).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_sizes(members, len(data), limits)
            for member in members:
                _check_member(member)
            _check_markup(archive, members)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError) as error:
        raise UnreadableFileError("damaged: the archive cannot be opened") from error


def _check_sizes(members: list[zipfile.ZipInfo], packed: int, limits: Limits) -> None:
    if len(members) > limits.archive_members:
        raise UnreadableFileError(f"holds more than {limits.archive_members} parts")
    if len({member.filename for member in members}) < len(members):
        raise UnreadableFileError("damaged: two parts have the same name")
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.archive_bytes:
        megabytes = limits.archive_bytes // MEGABYTE
        raise UnreadableFileError(f"unpacks to more than {megabytes} MB")
    if unpacked > _SMALL_BYTES and unpacked > packed * limits.archive_ratio:
        raise UnreadableFileError(f"unpacks to more than {limits.archive_ratio} times its size")


def _check_member(member: zipfile.ZipInfo) -> None:
    name = member.filename
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        raise UnreadableFileError("holds a part whose name leads outside the archive")
    if member.flag_bits & 0x1:
        raise UnreadableFileError("password protected")
    if path.suffix.lower() in _NESTED and not name.startswith(_EMBEDDINGS):
        raise UnreadableFileError("holds another archive")


def _check_markup(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    for member in members:
        if not member.filename.lower().endswith((".xml", ".rels", ".vml")):
            continue
        tail = b""
        with archive.open(member) as part:
            while chunk := part.read(_READ_BYTES):
                if _DOCTYPE.search(tail + chunk):
                    raise UnreadableFileError("its XML declares a DOCTYPE, which is not allowed")
                tail = chunk[-32:]

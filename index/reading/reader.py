"""Files to documents, safely: the one way the rest of the index reads a file."""

import os
import stat
from pathlib import Path, PurePath
from types import TracebackType
from typing import Self

from index.errors import UnreadableFileError
from index.reading.child import ParsingProcess, Request
from index.reading.document import Document
from index.reading.limits import MEGABYTE, Limits
from index.reading.signature import check_suffix
from index.reading.wire import decode_document

_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})
_LOCK_FILE = "~$"  # Word and Excel keep one beside each open file


def is_candidate(path: PurePath) -> bool:
    """Say whether a file, named relative to the documents folder, should be read or refused.

    Hidden files and folders and the systems' own files are passed over in silence; everything
    else is either read or listed with the reason why not.
    """
    hidden = any(part.startswith(".") and part not in (".", "..") for part in path.parts)
    name = path.name.lower()
    return not (hidden or name in _SYSTEM_FILES or name.startswith(_LOCK_FILE))


class Reader:
    """Reads files one after the other in one parsing process that it owns.

    Use it as a context manager; it is not for several threads at once. A file that breaks a limit
    costs the process, which is started anew for the next file.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._process = ParsingProcess(self._limits)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, path: Path) -> Document:
        """Return the document that a file holds.

        Raises ``UnreadableFileError`` whose text is the reason in plain words, without the name.
        """
        suffix = path.suffix.lower()
        check_suffix(suffix)
        data = _content(path, self._limits.file_bytes)
        return decode_document(self._process.ask(Request(suffix, data)))

    def close(self) -> None:
        """End the parsing process."""
        self._process.end()


def _content(path: Path, most: int) -> bytes:
    """The bytes of a regular file; links, devices and pipes are not opened."""
    # Not to hang on a pipe, and not to follow a link that replaced the file just now.
    careful = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        if path.is_symlink():
            raise UnreadableFileError("a link; put the file itself into the folder")
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | careful)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise UnreadableFileError("not an ordinary file")
            data = file.read(most + 1)
    except FileNotFoundError as error:
        raise UnreadableFileError("gone: it was removed while the folder was read") from error
    except PermissionError as error:
        raise UnreadableFileError("may not be opened: check its permissions") from error
    except OSError as error:
        raise UnreadableFileError(f"cannot be opened: {error.strerror or 'unknown'}") from error
    if len(data) > most:
        raise UnreadableFileError(f"larger than {most / MEGABYTE:g} MB")
    return data

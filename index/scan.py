"""The files of a documents folder, with the hashes and ids that the rest goes by."""

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from index.durable import sha256_of
from index.errors import SettingError
from index.language import fold
from index.reading import Limits, is_candidate

_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_UNHASHED = "0" * 64  # stands for the hash of a file that reading will refuse unopened


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to index: ``path`` relative to the folder with ``/``, ``id`` of ``a-z0-9-`` only."""

    path: str
    id: str
    sha256: str


def scan(folder: Path) -> tuple[SourceFile, ...]:
    """Every visible file below ``folder``, by path; each id is unique.

    Raises ``SettingError`` when the folder is not there.
    """
    if not folder.is_dir():
        raise SettingError(f"The documents folder {folder} does not exist: create it or name one.")
    files: list[SourceFile] = []
    taken: set[str] = set()
    for path in sorted(_visible_files(folder)):
        relative = path.relative_to(folder).as_posix()
        document_id = _unique(relative, taken)
        taken.add(document_id)
        files.append(SourceFile(relative, document_id, _hash(path)))
    return tuple(files)


def _visible_files(folder: Path) -> Iterator[Path]:
    for current, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if is_candidate(PurePath(name))]
        yield from (Path(current, name) for name in names if is_candidate(PurePath(name)))


def _hash(path: Path) -> str:
    try:
        status = path.lstat()
        readable = stat.S_ISREG(status.st_mode) and status.st_size <= Limits().file_bytes
        return sha256_of(path) if readable else _UNHASHED
    except OSError:
        return _UNHASHED


def _unique(relative: str, taken: set[str]) -> str:
    stem = str(PurePosixPath(relative).with_suffix(""))
    slug = _NOT_IN_IDS.sub("-", fold(stem)).strip("-")[:80] or "document"
    if slug not in taken:
        return slug
    return f"{slug}-{hashlib.sha256(relative.encode()).hexdigest()[:8]}"

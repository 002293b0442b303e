"""One build's result: a folder of files that never change, described by a manifest.

<store>/CURRENT                     the name of the generation to serve
<store>/generations/<number>-<hash> one generation; the hash is its manifest's
    manifest.json                   what everything here must match on load
    catalog.sqlite                  documents, passages, unread files
    vectors.faiss                   passage vectors, row for row
    words/                          word indexes, glossary and vocabulary
    tokens/                         token vectors
    register.json                   organisations and who belongs to what
    records.json                    every list and record
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from index.catalog import Catalog
from index.durable import sha256_of
from index.errors import DamagedGenerationError, WrongModelError
from index.records import read_records
from index.register import read_register
from index.tokens import TokenIndex
from index.vectors import VectorIndex
from index.words import WordIndex

FORMAT = 6
_HASH_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each part of a generation lies below its folder."""

    folder: Path

    @property
    def manifest(self) -> Path:
        return self.folder / "manifest.json"

    @property
    def catalog(self) -> Path:
        return self.folder / "catalog.sqlite"

    @property
    def vectors(self) -> Path:
        return self.folder / "vectors.faiss"

    @property
    def words(self) -> Path:
        return self.folder / "words"

    @property
    def tokens(self) -> Path:
        return self.folder / "tokens"

    @property
    def register(self) -> Path:
        return self.folder / "register.json"

    @property
    def records(self) -> Path:
        return self.folder / "records.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything that must match when a generation is loaded.

    ``format`` is this code's file format, ``model`` and ``dimensions`` the embedding model's,
    ``source`` the digest of what was indexed, ``files`` the SHA-256 of every other file.
    """

    format: int
    number: int
    created: str
    model: str
    dimensions: int
    documents: int
    passages: int
    unread: int
    source: str
    files: dict[str, str]

    def to_json(self) -> str:
        """The manifest's file content."""
        return json.dumps(asdict(self), indent=2, sort_keys=True) + "\n"

    def folder_name(self) -> str:
        """The only name that a folder with this manifest may have."""
        return f"{self.number:06d}-{_digest(self.to_json().encode())}"


def read_manifest(folder: Path) -> Manifest:
    """The manifest in ``folder``, checked against the folder's name.

    Raises ``DamagedGenerationError`` when it is missing, damaged or of another format.
    """
    path = Layout(folder).manifest
    try:
        content = path.read_bytes()
        if _digest(content) != folder.name.rpartition("-")[2]:
            raise DamagedGenerationError(f"{path} is not the manifest that was written.")
        fields = json.loads(content)
        if fields["format"] != FORMAT:
            raise DamagedGenerationError(
                f"{folder} was written by another version of Kuvend: run kuvend index."
            )
        return Manifest(**fields)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedGenerationError(f"{path} cannot be read: run kuvend index.") from error


def verify(folder: Path, manifest: Manifest) -> None:
    """Check every file of a generation against its manifest.

    Raises ``DamagedGenerationError`` naming the first that is missing, changed or foreign.
    """
    present = file_hashes(folder)
    for name in sorted(manifest.files.keys() | present.keys()):
        if present.get(name) != manifest.files.get(name):
            raise DamagedGenerationError(f"{folder / name} is not the file that was written.")


def file_hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below ``folder`` but the manifest, by relative path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): sha256_of(path)
        for path in files
        if path != Layout(folder).manifest
    }


class Generation:
    """A verified generation, open for reading until it is closed."""

    def __init__(self, folder: Path) -> None:
        """Open ``folder`` after checking every hash and count in it.

        Raises ``DamagedGenerationError`` when anything is not as it was written.
        """
        self.folder = folder
        self.manifest = read_manifest(folder)
        verify(folder, self.manifest)
        layout = Layout(folder)
        self.catalog = Catalog(layout.catalog)
        self.vectors = VectorIndex.read(layout.vectors)
        self.words = WordIndex.read(layout.words)
        self.tokens = TokenIndex.read(layout.tokens)
        self.register = read_register(layout.register)
        self.records = read_records(layout.records)
        rows = (len(self.vectors), len(self.tokens), len(self.words))
        counts = (*self.catalog.counts(), *rows)
        expected = (self.manifest.documents, *[self.manifest.passages] * (1 + len(rows)))
        if counts != expected:
            raise DamagedGenerationError(f"{folder} has parts of different sizes: {counts}.")

    def require_model(self, name: str) -> None:
        """Raise ``WrongModelError`` unless the generation was built with model ``name``."""
        if self.manifest.model != name:
            raise WrongModelError(
                f"The store was built with the embedding model {self.manifest.model}, not {name}: "
                "run kuvend index to build it anew, or set KUVEND_EMBEDDING_MODEL back."
            )

    def close(self) -> None:
        """Release the catalog; vectors and words go with the last reference."""
        self.catalog.close()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_HASH_DIGITS]

"""What is found in a page shape, laid beside what a person sees there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from index.catalog import DocumentInfo, StoredDocument
from index.language import detect
from index.reading import Limits
from index.reading.formats import parse
from index.records import Entry, Listing, listings_of
from index.scan import scan
from tests.records.shapes import Shape, Wanted


@dataclass(frozen=True, slots=True)
class Outcome:
    """Wanted lists with the listing found for each, and the listings that nobody wanted."""

    pairs: tuple[tuple[Wanted, Listing | None], ...]
    others: tuple[Listing, ...]

    @property
    def missed(self) -> list[str]:
        """The names that were not found."""
        return [name for wanted, found in self.pairs for name in _less(wanted.names, names(found))]

    @property
    def wrong(self) -> list[str]:
        """The names found that are none, or that belong to no list."""
        among = [name for wanted, found in self.pairs for name in _less(names(found), wanted.names)]
        return [*among, *(name for listing in self.others for name in names(listing))]


def documents_of(folder: Path, shape: Shape) -> tuple[StoredDocument, ...]:
    """The files of a shape, read in this process."""
    for path, content in shape.files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return tuple(read(folder, one.path, one.id, one.sha256) for one in scan(folder))


def read(folder: Path, path: str, id_: str, sha256: str) -> StoredDocument:
    """One file as a stored document."""
    content = parse(PurePosixPath(path).suffix, (folder / path).read_bytes(), Limits())
    said = content.metadata
    info = DocumentInfo(
        id=id_,
        title=said.title or path,
        language=said.language or detect(content.text),
        path=path,
        date=said.date,
    )
    return StoredDocument(info, sha256, content)


def outcome(folder: Path, shape: Shape) -> Outcome:
    """What is found in a shape."""
    found = list(listings_of(documents_of(folder, shape)))
    pairs: list[tuple[Wanted, Listing | None]] = []
    for wanted in shape.lists:
        best = max(found, key=lambda one: _likeness(wanted, one), default=None)
        if best is None or not _likeness(wanted, best):
            pairs.append((wanted, None))
        else:
            found.remove(best)
            pairs.append((wanted, best))
    return Outcome(tuple(pairs), tuple(found))


def names(listing: Listing | None) -> list[str]:
    """The names of a listing's entries."""
    return [entry.name for entry in listing.entries] if listing else []


def entry_of(listing: Listing, name: str) -> Entry:
    """The entry with a name."""
    return next(entry for entry in listing.entries if entry.name == name)


def _likeness(wanted: Wanted, listing: Listing) -> int:
    if wanted.kind != listing.kind:
        return 0
    return len(wanted.names) - len(_less(wanted.names, names(listing)))


def _less(some: Sequence[str], others: Sequence[str]) -> list[str]:
    return list((Counter(some) - Counter(others)).elements())

"""Documents with their register and no index: all that list answers need."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from assistant.roster import Roster
from index.catalog import DocumentInfo, StoredDocument
from index.collect import collect
from index.library import Snapshot
from index.register import Register, build_register
from index.scan import scan


@dataclass(frozen=True)
class Generation:
    """The one part of a generation that is asked for."""

    register: Register


class Shelf:
    """Stands in for a snapshot."""

    def __init__(self, documents: tuple[StoredDocument, ...]) -> None:
        self._stored = {document.info.id: document for document in documents}
        self.generation = Generation(build_register(documents))

    @property
    def documents(self) -> dict[str, DocumentInfo]:
        """All documents without their texts."""
        return {name: stored.info for name, stored in self._stored.items()}

    def document(self, document_id: str) -> StoredDocument | None:
        """One document, or ``None``."""
        return self._stored.get(document_id)


def shelf_of(folder: Path) -> Snapshot:
    """The documents of ``folder`` on a shelf."""
    documents = collect(folder, scan(folder), None, lambda _done, _total: None).documents
    return cast(Snapshot, Shelf(documents))


def roster_of_folder(folder: Path) -> Roster:
    """The roster over the documents of ``folder``."""
    shelf = shelf_of(folder)
    return Roster.of(shelf, shelf.generation.register)

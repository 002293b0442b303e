"""The serving side of a store: one generation at a time, changed between questions."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from index.catalog import DocumentInfo, StoredDocument
from index.embedding import Embedder
from index.errors import StoreError
from index.generation import Generation
from index.repeating import repeating
from index.search import Found, Searcher, SearchResult
from index.store import Store


@dataclass(frozen=True, slots=True)
class Condition:
    """What a library knows of its own health; ``problems`` is empty when all is well."""

    generation: str
    documents: int
    passages: int
    unread: int
    problems: tuple[str, ...]


class Snapshot:
    """One generation with its searcher: whatever a question needs, all from the same build."""

    def __init__(self, generation: Generation, embedder: Embedder) -> None:
        self.generation = generation
        self.searcher = Searcher(generation, embedder)
        self.documents = {info.id: info for info in generation.catalog.documents()}

    def search(self, text: str, limit: int, language: str | None = None) -> SearchResult:
        """The ``limit`` best passages for ``text``."""
        return self.searcher.search(text, limit, language)

    def suggest(self, text: str, limit: int, language: str | None = None) -> Found:
        """The ``limit`` passages that best hold the words of a text still being typed."""
        return self.searcher.suggest(text, limit, language)

    def document(self, document_id: str) -> StoredDocument | None:
        """One document with its text, or ``None``."""
        return self.generation.catalog.document(document_id)

    def listing(self) -> tuple[DocumentInfo, ...]:
        """All documents without their texts, by id."""
        return tuple(self.documents.values())


class Library:
    """Serves the newest whole generation of a store; safe to use from several threads."""

    def __init__(self, store: Store, embedder: Embedder) -> None:
        """Open the generation to serve.

        Raises ``EmptyStoreError``, ``DamagedGenerationError`` or ``WrongModelError``.
        """
        self._store = store
        self._embedder = embedder
        self._reloading = threading.Lock()
        self._seen = store.current_name()
        self._failure: str | None = None
        self._snapshot, self._refused = self._open()

    @property
    def embedder(self) -> Embedder:
        """The model that questions are embedded with."""
        return self._embedder

    def snapshot(self) -> Snapshot:
        """The generation that serves now; a question keeps the one it started with."""
        return self._snapshot

    def reload_if_changed(self) -> bool:
        """Move to a new generation when the store has one; true when it did.

        A new generation that cannot be opened leaves the old one serving, and ``condition``
        says so.
        """
        name = self._store.current_name()
        if name == self._seen or not self._reloading.acquire(blocking=False):
            return False
        try:
            self._snapshot, self._refused = self._open()
            self._failure = None
        except StoreError as error:
            self._failure = str(error)
            return False
        finally:
            self._seen = name
            self._reloading.release()
        return True

    def condition(self) -> Condition:
        """What serves now and what is wrong, if anything."""
        manifest = self._snapshot.generation.manifest
        problems = (*self._refused, *([self._failure] if self._failure else []))
        return Condition(
            generation=self._snapshot.generation.folder.name,
            documents=manifest.documents,
            passages=manifest.passages,
            unread=manifest.unread,
            problems=problems,
        )

    def _open(self) -> tuple[Snapshot, tuple[str, ...]]:
        generation, refused = self._store.open()
        # The one before is not closed here: questions under way still read it, and the last
        # reference to it closes its files.
        return Snapshot(generation, self._embedder), refused


@contextmanager
def reloading(library: Library, every_seconds: float) -> Iterator[None]:
    """Watch the store from a thread of its own, so that no question waits for a reload."""
    with repeating(library.reload_if_changed, every_seconds, "reload"):
        yield

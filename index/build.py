"""Folder -> new generation: scan, read, split, embed and store, re-using what did not change."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.catalog import StoredDocument, StoredPassage, UnreadFile, write_catalog
from index.collect import Collection, collect
from index.embedding import Embedder
from index.errors import DamagedGenerationError, EmptyStoreError
from index.generation import FORMAT, Generation, Layout, Manifest
from index.glossary import glossary_text
from index.language.pack import packs_text
from index.passages import embedded_text, split
from index.records import listings_of, write_records
from index.register import build_register, write_register
from index.scan import SourceFile, scan
from index.store import Store
from index.tokens import StoredTokens, TokenIndex, stored
from index.vectors import VectorIndex
from index.words import WordIndex

_SPREADSHEETS = (".csv", ".xlsx")


class Progress(Protocol):
    """Told how far a build is; the command line draws a bar, tests cut builds short here."""

    def step(self, name: str) -> None:
        """A named point of the build has been passed."""

    def reading(self, done: int, total: int) -> None:
        """``done`` of ``total`` files have been read."""

    def embedding(self, done: int, total: int) -> None:
        """``done`` of ``total`` new passages have been embedded."""


@dataclass(frozen=True, slots=True)
class EmbeddingModel:
    """The model to embed with: what stores call it, and how to open it once it is needed."""

    name: str
    open: Callable[[], Embedder]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did; ``changed`` is false when nothing was new and nothing was written."""

    generation: str
    changed: bool
    documents: int
    passages: int
    embedded: int
    unread: tuple[UnreadFile, ...]


def build(folder: Path, store: Store, model: EmbeddingModel, progress: Progress) -> BuildReport:
    """Index ``folder`` into a new generation of ``store``, which serves its old one meanwhile.

    Raises ``BuildLockedError`` while another build runs, and ``SettingError`` when there is no
    such folder.
    """
    with store.building() as scratch, _previous(store) as previous:
        sources = scan(folder)
        progress.step("scanned")
        digest = _source_digest(sources, model.name)
        if previous is not None and previous.manifest.source == digest:
            return _report(previous.manifest, previous.catalog.unread(), embedded=None)
        known = previous.catalog if previous else None
        collection = collect(folder, sources, known, progress.reading)
        progress.step("documents read")
        return _Build(store, scratch, previous, model, progress).run(collection, digest)


def build_collection(
    collection: Collection, digest: str, store: Store, model: EmbeddingModel, progress: Progress
) -> BuildReport:
    """Index documents that are read already into a new generation of ``store``.

    ``digest`` names their content: nothing is written when ``store`` serves the same already.
    """
    with store.building() as scratch, _previous(store) as previous:
        source = _digest(model.name, digest)
        if previous is not None and previous.manifest.source == source:
            return _report(previous.manifest, previous.catalog.unread(), embedded=None)
        return _Build(store, scratch, previous, model, progress).run(collection, source)


@dataclass(frozen=True, slots=True)
class _Build:
    """One build under way: where its files go and what it may re-use."""

    store: Store
    scratch: Path
    previous: Generation | None
    model: EmbeddingModel
    progress: Progress

    def run(self, collection: Collection, source: str) -> BuildReport:
        """Split, embed, write and publish."""
        passages = tuple(_passages(collection.documents))
        self.progress.step("passages split")
        embedded, new = _embed(passages, self.model, self.previous, self.progress)
        self.progress.step("passages embedded")
        layout = Layout(self.scratch)
        dimensions = _write(layout, collection, passages, embedded, self.progress)
        manifest = Manifest(
            format=FORMAT,
            number=self.store.next_number(),
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            model=self.model.name,
            dimensions=dimensions,
            documents=len(collection.documents),
            passages=len(passages),
            unread=len(collection.unread),
            source=source,
            files={},
        )
        published = self.store.publish(self.scratch, manifest, self.progress.step)
        return _report(published, collection.unread, new)


@contextmanager
def _previous(store: Store) -> Iterator[Generation | None]:
    """The generation that serves now, to re-use; ``None`` when there is none that is whole."""
    try:
        generation, _refused = store.open()
    except (EmptyStoreError, DamagedGenerationError):
        yield None
        return
    with closing(generation):
        yield generation


def _source_digest(sources: tuple[SourceFile, ...], model: str) -> str:
    """One hash of everything that decides what a build makes."""
    return _digest(model, *(f"{source.path}\0{source.sha256}" for source in sources))


def _digest(*parts: str) -> str:
    content = "\n".join((str(FORMAT), glossary_text(), packs_text(), *parts))
    return hashlib.sha256(content.encode("utf-8", "surrogateescape")).hexdigest()


def _passages(documents: tuple[StoredDocument, ...]) -> Iterator[StoredPassage]:
    number = 0
    for document in documents:
        rows_alone = document.info.path.lower().endswith(_SPREADSHEETS)
        for ordinal, passage in enumerate(
            split(document.content, document.info.title, rows_alone=rows_alone)
        ):
            digest = hashlib.sha256(embedded_text(passage).encode()).hexdigest()
            passage_id = f"{document.info.id}-{ordinal}"
            yield StoredPassage(number, passage_id, document.info.id, digest, passage)
            number += 1


@dataclass(frozen=True, slots=True)
class _Embedded:
    """What is kept of one passage's embedding."""

    vector: NDArray[np.float32]
    tokens: StoredTokens


def _embed(
    passages: tuple[StoredPassage, ...],
    model: EmbeddingModel,
    previous: Generation | None,
    progress: Progress,
) -> tuple[dict[str, _Embedded], int]:
    """The embedding of every passage by its digest, and how many of them are new."""
    known = _known(previous, model.name)
    new = {p.digest: embedded_text(p.passage) for p in passages if p.digest not in known}
    if new:
        embeddings = model.open().embed_passages(tuple(new.values()))
        for done, (digest, embedding) in enumerate(zip(new, embeddings, strict=True), start=1):
            known[digest] = _Embedded(embedding.vector, stored(embedding))
            progress.embedding(done, len(new))
    return known, len(new)


def _known(previous: Generation | None, model: str) -> dict[str, _Embedded]:
    if previous is None or previous.manifest.model != model:
        return {}
    vectors = previous.vectors.vectors
    return {
        digest: _Embedded(vectors[row], previous.tokens.kept(row))
        for digest, row in previous.catalog.digests().items()
    }


def _write(
    layout: Layout,
    collection: Collection,
    passages: tuple[StoredPassage, ...],
    embedded: dict[str, _Embedded],
    progress: Progress,
) -> int:
    """Write all parts of a generation and return the vectors' dimensions."""
    write_catalog(layout.catalog, collection.documents, passages, collection.unread)
    progress.step("catalog written")
    rows = [embedded[passage.digest] for passage in passages]
    dimensions = len(rows[0].vector) if rows else 0
    vectors = np.array([row.vector for row in rows], np.float32).reshape(len(rows), dimensions)
    VectorIndex.of(vectors).write(layout.vectors)
    progress.step("vectors written")
    TokenIndex.write(layout.tokens, [row.tokens for row in rows], dimensions)
    progress.step("tokens written")
    spoken = {document.info.id: document.info.language for document in collection.documents}
    WordIndex.write(
        layout.words,
        (embedded_text(stored.passage) for stored in passages),
        tuple(spoken[stored.document_id] for stored in passages),
    )
    progress.step("words written")
    write_register(layout.register, build_register(collection.documents))
    progress.step("register written")
    write_records(layout.records, listings_of(collection.documents))
    progress.step("records written")
    return dimensions


def _report(
    manifest: Manifest, unread: tuple[UnreadFile, ...], embedded: int | None
) -> BuildReport:
    return BuildReport(
        generation=manifest.folder_name(),
        changed=embedded is not None,
        documents=manifest.documents,
        passages=manifest.passages,
        embedded=embedded or 0,
        unread=unread,
    )

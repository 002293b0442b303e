"""Documents, passages and unread files in one SQLite file, written once and then only read."""

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import DamagedGenerationError
from index.passages import Passage
from index.reading.document import Block, BlockKind, Document, Metadata, Page, Part

SCHEMA_VERSION = 2

_SCHEMA = f"""
PRAGMA user_version = {SCHEMA_VERSION};
CREATE TABLE documents (
    id TEXT PRIMARY KEY, path TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL,
    title TEXT NOT NULL, language TEXT NOT NULL, publisher TEXT, date TEXT, url TEXT,
    translation_of TEXT, tags TEXT NOT NULL, extra TEXT NOT NULL, warnings TEXT NOT NULL,
    text TEXT NOT NULL, blocks TEXT NOT NULL, pages TEXT NOT NULL
) STRICT;
CREATE TABLE passages (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL REFERENCES documents (id),
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
    section TEXT NOT NULL, page INTEGER, context TEXT NOT NULL,
    outline TEXT NOT NULL, digest TEXT NOT NULL
) STRICT;
CREATE INDEX passages_of_document ON passages (document_id);
CREATE TABLE unread (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
"""


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What is known of a document besides its text; ``path`` is relative to the folder."""

    id: str
    title: str
    language: str
    path: str
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    translation_of: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document with what was resolved about it and the SHA-256 of the file it came from."""

    info: DocumentInfo
    sha256: str
    content: Document


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage with its place: ``number`` is its row in every other file of the generation."""

    number: int
    id: str
    document_id: str
    digest: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that could not be read, and why."""

    path: str
    sha256: str
    reason: str


def write_catalog(
    path: Path,
    documents: Iterable[StoredDocument],
    passages: Iterable[StoredPassage],
    unread: Iterable[UnreadFile],
) -> None:
    """Write a new catalog file; ``path`` must not exist yet."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(_SCHEMA)
        with connection:
            connection.executemany(
                f"INSERT INTO documents VALUES ({', '.join('?' * 15)})", map(_row, documents)
            )
            connection.executemany(
                f"INSERT INTO passages VALUES ({', '.join('?' * 11)})", map(_passage_row, passages)
            )
            connection.executemany(
                "INSERT INTO unread VALUES (?, ?, ?)",
                ((file.path, file.sha256, file.reason) for file in unread),
            )


class Catalog:
    """A catalog file, read; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        """Open ``path``, whose hash the caller has checked.

        Raises ``DamagedGenerationError`` when it has another schema.
        """
        # The file never changes once it is written, so SQLite needs no locks and no journal.
        uri = f"{path.resolve().as_uri()}?immutable=1"
        self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._lock = threading.Lock()
        if self._all("PRAGMA user_version") != [(SCHEMA_VERSION,)]:
            raise DamagedGenerationError(f"{path} has another schema: run kuvend index.")

    def close(self) -> None:
        """Release the file."""
        self._connection.close()

    def documents(self) -> tuple[DocumentInfo, ...]:
        """All documents without their texts, by id."""
        rows = self._all(f"SELECT {_INFO} FROM documents ORDER BY id")
        return tuple(_info(row) for row in rows)

    def document(self, document_id: str) -> StoredDocument | None:
        """One document with its text, or ``None``."""
        rows = self._all(f"SELECT {_WHOLE} FROM documents WHERE id = ?", document_id)
        return _stored(rows[0]) if rows else None

    def whole_documents(self) -> Iterator[StoredDocument]:
        """All documents with their texts, by id, one at a time."""
        for info in self.documents():
            document = self.document(info.id)
            if document is not None:
                yield document

    def passage(self, number: int) -> StoredPassage:
        """The passage in row ``number``; raises ``KeyError`` beyond the last."""
        rows = self._all("SELECT * FROM passages WHERE number = ?", number)
        if not rows:
            raise KeyError(number)
        return _stored_passage(rows[0])

    def passages(self) -> Iterator[StoredPassage]:
        """All passages in row order."""
        return map(_stored_passage, self._all("SELECT * FROM passages ORDER BY number"))

    def owners(self) -> list[str]:
        """The document of each passage, in row order."""
        rows = self._all("SELECT document_id FROM passages ORDER BY number")
        return [document_id for (document_id,) in rows]

    def digests(self) -> dict[str, int]:
        """The row of each passage's content digest."""
        return dict(self._all("SELECT digest, number FROM passages"))

    def warnings(self) -> tuple[tuple[str, str], ...]:
        """What reading warned of: the path of the file and the warning."""
        rows = self._all("SELECT path, warnings FROM documents WHERE warnings != '[]' ORDER BY id")
        return tuple((path, text) for path, texts in rows for text in json.loads(texts))

    def unread(self) -> tuple[UnreadFile, ...]:
        """The files that could not be read, by path."""
        return tuple(UnreadFile(*row) for row in self._all("SELECT * FROM unread ORDER BY path"))

    def counts(self) -> tuple[int, int]:
        """How many documents and passages there are."""
        ((documents,),) = self._all("SELECT count(*) FROM documents")
        ((passages,),) = self._all("SELECT count(*) FROM passages")
        return documents, passages

    def _all(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()


_INFO = "id, title, language, path, publisher, date, url, translation_of, tags"
_WHOLE = f"{_INFO}, sha256, extra, warnings, text, blocks, pages"


def _row(document: StoredDocument) -> tuple[object, ...]:
    info, content = document.info, document.content
    return (
        info.id,
        info.path,
        document.sha256,
        info.title,
        info.language,
        info.publisher,
        info.date,
        info.url,
        info.translation_of,
        json.dumps(info.tags),
        json.dumps(content.metadata.extra),
        json.dumps(content.warnings),
        content.text,
        json.dumps([_block_row(block) for block in content.blocks]),
        json.dumps([[page.number, page.start, page.end] for page in content.pages]),
    )


def _block_row(block: Block) -> list[object]:
    parts = [[part.start, part.end, part.column, part.name] for part in block.parts]
    return [block.kind, block.start, block.end, block.level, parts]


def _passage_row(stored: StoredPassage) -> tuple[object, ...]:
    passage = stored.passage
    return (
        stored.number,
        stored.id,
        stored.document_id,
        passage.start,
        passage.end,
        passage.text,
        passage.section,
        passage.page,
        passage.context,
        passage.outline,
        stored.digest,
    )


def _info(row: tuple[Any, ...]) -> DocumentInfo:
    document_id, title, language, path, publisher, date, url, original, tags = row[:9]
    return DocumentInfo(
        id=document_id,
        title=title,
        language=language,
        path=path,
        publisher=publisher,
        date=date,
        url=url,
        translation_of=original,
        tags=tuple(json.loads(tags)),
    )


def _stored(row: tuple[Any, ...]) -> StoredDocument:
    info = _info(row)
    sha256, extra, warnings, text, blocks, pages = row[9:]
    content = Document(
        text=text,
        blocks=tuple(map(_block, json.loads(blocks))),
        pages=tuple(Page(*page) for page in json.loads(pages)),
        metadata=Metadata(
            info.title,
            info.language,
            info.publisher,
            info.date,
            info.url,
            info.translation_of,
            info.tags,
            tuple((name, value) for name, value in json.loads(extra)),
        ),
        warnings=tuple(json.loads(warnings)),
    )
    return StoredDocument(info, sha256, content)


def _block(row: list[Any]) -> Block:
    kind, start, end, level, parts = row
    return Block(BlockKind(kind), start, end, level, tuple(Part(*part) for part in parts))


def _stored_passage(row: tuple[Any, ...]) -> StoredPassage:
    number, passage_id, document_id, start, end, text, section, page, context, outline, digest = row
    passage = Passage(text, start, end, section, page, context, outline)
    return StoredPassage(number, passage_id, document_id, digest, passage)

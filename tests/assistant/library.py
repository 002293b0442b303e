"""Small libraries for tests, made of texts without any file being read."""

import hashlib
from pathlib import Path

from index.build import EmbeddingModel, build_collection
from index.catalog import DocumentInfo, StoredDocument
from index.collect import Collection
from index.library import Library
from index.reading.document import Block, BlockKind, Document
from index.store import Store
from tests.fakes import LetterEmbedder, Silent


def document(name: str, *lines: str, **info: str) -> StoredDocument:
    """A document of ``lines``: ``# `` opens a heading, ``- `` an item, all else paragraphs."""
    blocks: list[Block] = []
    text = ""
    for line in lines:
        heading = line.startswith("# ")
        own = line.removeprefix("# ")
        kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
        kind = BlockKind.ITEM if line.startswith("- ") else kind
        blocks.append(Block(kind, len(text), len(text) + len(own), int(heading)))
        text += own + "\n"
    details = {"title": name, "language": "sq", "path": f"{name}.md"} | info
    digest = hashlib.sha256(text.encode()).hexdigest()
    return StoredDocument(
        DocumentInfo(id=name, **details),  # type: ignore[arg-type]
        digest,
        Document(text.rstrip("\n"), tuple(blocks)),
    )


def library(folder: Path, *documents: StoredDocument) -> Library:
    """A library of ``documents`` below ``folder``, with the model that counts letters."""
    store, letters = Store(folder), LetterEmbedder()
    digest = " ".join(one.info.id + one.sha256 for one in documents)
    model = EmbeddingModel(letters.name, lambda: letters)
    build_collection(Collection(documents, ()), digest, store, model, Silent())
    return Library(store, letters)

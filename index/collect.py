"""Source files -> documents: read what is new, re-use what is not, list what cannot be read."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from index.catalog import Catalog, DocumentInfo, StoredDocument, UnreadFile
from index.errors import UnreadableFileError
from index.language import detect
from index.reading import BlockKind, Document, Reader
from index.scan import SourceFile

_TITLE_CHARACTERS = 120
_DETECT_CHARACTERS = 4_000


@dataclass(frozen=True, slots=True)
class Collection:
    """The documents of a folder and the files that gave none, both by path."""

    documents: tuple[StoredDocument, ...]
    unread: tuple[UnreadFile, ...]


def collect(
    folder: Path,
    sources: tuple[SourceFile, ...],
    previous: Catalog | None,
    told: Callable[[int, int], None],
) -> Collection:
    """Read ``sources`` below ``folder``, re-using those that ``previous`` holds unchanged.

    ``told`` gets how many of how many files are done.
    """
    known = _known(previous)
    documents: list[StoredDocument] = []
    unread: list[UnreadFile] = []
    copies: dict[str, str] = {}
    with Reader() as reader:
        for done, source in enumerate(sources):
            told(done, len(sources))
            first = copies.setdefault(source.sha256, source.path)
            if first != source.path and source.sha256 in {d.sha256 for d in documents}:
                reason = f"the same content as {first}"
                unread.append(UnreadFile(source.path, source.sha256, reason))
                continue
            try:
                documents.append(
                    known.get((source.path, source.sha256)) or _read(reader, folder, source)
                )
            except UnreadableFileError as error:
                unread.append(UnreadFile(source.path, source.sha256, str(error)))
    told(len(sources), len(sources))
    return Collection(tuple(documents), tuple(unread))


def _known(previous: Catalog | None) -> dict[tuple[str, str], StoredDocument]:
    if previous is None:
        return {}
    return {(known.info.path, known.sha256): known for known in previous.whole_documents()}


def _read(reader: Reader, folder: Path, source: SourceFile) -> StoredDocument:
    document = _of_another(reader.read(folder / source.path), source.id)
    said = document.metadata
    info = DocumentInfo(
        id=source.id,
        title=said.title or _found_title(document) or source.path,
        language=said.language or detect(document.text[:_DETECT_CHARACTERS]),
        path=source.path,
        publisher=said.publisher,
        date=said.date,
        url=said.url,
        translation_of=said.translation_of,
        tags=said.tags,
    )
    return StoredDocument(info, source.sha256, document)


def _of_another(document: Document, own: str) -> Document:
    """``document``, unless it says that it translates itself: then without that."""
    if document.metadata.translation_of != own:
        return document
    metadata = replace(document.metadata, translation_of=None)
    warning = "translation_of names the document itself and was ignored"
    return replace(document, metadata=metadata, warnings=(*document.warnings, warning))


def _found_title(document: Document) -> str:
    """The first heading, or else the first line."""
    headings = (block for block in document.blocks if block.kind is BlockKind.HEADING)
    first = next(headings, document.blocks[0] if document.blocks else None)
    line = "" if first is None else document.text[first.start : first.end].strip()
    return re.split(r"\n", line)[0][:_TITLE_CHARACTERS]

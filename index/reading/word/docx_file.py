"""The DOCX reader: checks the archive, then walks the document's body."""

import io
from zipfile import BadZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from lxml import etree

from index.errors import UnreadableFileError
from index.language.pack import every
from index.reading.archive import check_archive
from index.reading.builder import TextBuilder
from index.reading.declared import Declarations
from index.reading.document import Document, Metadata
from index.reading.limits import Limits
from index.reading.word.body import Body
from index.reading.word.numbering import Numbering
from index.reading.word.styles import Styles

_DAMAGED = (OpcError, BadZipFile, etree.LxmlError, KeyError, ValueError, AttributeError, TypeError)


def read_docx(data: bytes, limits: Limits) -> Document:
    """Read headings, paragraphs, lists with their markers and tables in document order.

    Text marked as hidden, deleted or white on white is left out; nothing outside the file is
    opened. Raises ``UnreadableFileError`` with the reason if the file cannot be read.
    """
    check_archive(data, limits)
    builder = TextBuilder(limits)
    declared = Declarations("the file")
    try:
        package = docx.Document(io.BytesIO(data))
        part = package.part
        styles = Styles(_related(part, RELATIONSHIP_TYPE.STYLES))
        numbering = Numbering(_related(part, RELATIONSHIP_TYPE.NUMBERING))
        body = Body(builder, styles, numbering)
        body.add(package.element.body)
        title = declared.first("title", [package.core_properties.title])
    except _DAMAGED as error:
        raise UnreadableFileError("damaged: the Word file cannot be read") from error
    if body.hidden:
        builder.warn("text that cannot be seen was left out")
    # Titles that Word and other programs put in by themselves.
    if title is not None and title.casefold() in every(lambda pack: pack.files.empty_titles):
        title = None
    for warning in declared.warnings:
        builder.warn(warning)
    return builder.build(Metadata(title=title))


def _related(part: object, kind: str) -> etree._Element | None:
    """The root of a part of this kind, if the document has one."""
    for relation in part.rels.values():  # type: ignore[attr-defined]
        if relation.reltype == kind and not relation.is_external:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            return etree.fromstring(relation.target_part.blob, parser)
    return None

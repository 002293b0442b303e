"""The record that reading makes: one file as plain text with its structure in offsets.

All offsets count Unicode code points of ``Document.text``, start included, end excluded.
"""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of a document's text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # one entry of a bulleted or numbered list, marker included
    ROW = "row"  # one row of a table, cells joined by " | "


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch that a file sets apart: a cell of a row, or the bold beginning of other blocks.

    ``column`` counts from 0; ``name`` is what the table calls that column ("" where it does not).
    """

    start: int
    end: int
    column: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list entry or table row: ``text[start:end]``.

    ``level`` is 1 to 6 for headings, the nesting depth from 0 for list entries (a further paragraph
    of an entry lies one deeper than its first), 1 for a row that names columns, else 0. The
    ``parts`` of a row are its cells, those too that reach down to it from rows above; those of
    another block are one at most: what stands in bold at its beginning.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a paged file, numbered from 1: ``text[start:end]``."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself; ``None`` where it says nothing.

    A ``title`` that is not declared is the first heading or line.

    ``language`` is a BCP 47 tag, ``date`` an ISO 8601 date of year, month or day precision,
    ``translation_of`` the id of the document that this one translates. ``extra`` are the other
    keys and values of its front matter, in order.
    """

    title: str | None = None
    language: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    translation_of: str | None = None
    tags: tuple[str, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One readable file: its text (NFC), its blocks and pages in order, and its metadata."""

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    metadata: Metadata = Metadata()
    warnings: tuple[str, ...] = ()

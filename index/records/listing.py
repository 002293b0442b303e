"""What this room makes: lists and records as the documents write them, each with its place.

Every ``Span`` is ``text[start:end]`` of its document's stored text, in Unicode code points.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a list is written as."""

    BULLETS = "bullets"
    TABLE = "table"
    HEADINGS = "headings"  # headings of one level, each with its own text
    PAGES = "pages"  # documents of one kind
    PARAGRAPHS = "paragraphs"  # short paragraphs or lines, or paragraphs that begin in bold
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document; ``text`` is what stands there, letter for letter."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A value and what its column, label or key calls it ("" where nothing does).

    ``span`` is where the value stands, ``None`` for a key of the front matter, which is no part of
    the text.
    """

    label: str
    value: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list, a record of its own.

    ``name`` is what it is called, at ``named``: "" without a name, ``None`` where the name stands
    outside the text. A long section or page has its beginning in ``span`` and goes on to ``ends``.
    ``page`` is the document that is about it, where there is one.
    """

    span: Span
    name: str
    named: Span | None
    fields: tuple[Field, ...]
    ends: int
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as one document writes it.

    ``headings`` are the titles above it, outermost first; ``introduction`` is the line or sentence
    before it, or else the heading right above; ``stated`` is the number of entries that one of the
    two claims. ``date`` and ``language`` are the document's. The entries of pages stand in
    documents of their own, and ``start`` and ``end`` in the one that lists them or comes first.
    """

    document: str
    kind: Kind
    headings: tuple[str, ...]
    introduction: Span | None
    stated: int | None
    language: str
    date: str | None
    start: int
    end: int
    entries: tuple[Entry, ...]

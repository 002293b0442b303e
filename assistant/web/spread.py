"""A document laid out for reading, alone or beside its translation, with a quote marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, zip_longest

from index.catalog import StoredDocument
from index.reading.document import Block, BlockKind, Document

_BULLET = re.compile(r"[-*•–·]\s+")
_LISTS = {BlockKind.ITEM: "li", BlockKind.ROW: "row"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is marked or not; ``first`` is where a link to the quote scrolls to."""

    text: str
    marked: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One block of a document, as the element ``tag``."""

    tag: str
    pieces: tuple[Piece, ...]

    @property
    def marked(self) -> bool:
        """Whether the quote reaches into this block."""
        return any(piece.marked for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Row:
    """Blocks of one kind that follow each other, and the same ones of the other document.

    ``told`` says that the quote is in the first, so that the second says the same in its words.
    """

    kind: str
    lines: tuple[Line, ...]
    beside: tuple[Line, ...] = ()

    @property
    def told(self) -> bool:
        """Whether the quote is here."""
        return any(line.marked for line in self.lines)


def lay_out(
    stored: StoredDocument, other: StoredDocument | None, start: int, end: int
) -> tuple[Row, ...]:
    """``stored`` with ``text[start:end]`` marked, row by row beside ``other`` where both match."""
    own = tuple(_rows(lines(stored.content, start, end, stored.info.title)))
    if other is None:
        return own
    theirs = tuple(_rows(lines(other.content, 0, 0, other.info.title)))
    if [row.kind for row in own] == [row.kind for row in theirs]:
        return tuple(
            Row(one.kind, one.lines, two.lines) for one, two in zip(own, theirs, strict=True)
        )
    # They differ in their parts: one column each, and nothing said about which is which.
    return tuple(
        Row("apart", one.lines if one else (), two.lines if two else ())
        for one, two in zip_longest(own, theirs)
    )


def lines(document: Document, start: int, end: int, title: str) -> Iterator[Line]:
    """The blocks of ``document`` with ``text[start:end]`` marked wherever it reaches.

    A first heading that only repeats ``title``, which the page shows already, is left out.
    """
    blocks = document.blocks
    opening = blocks[0] if blocks else None
    repeated = (
        opening is not None
        and document.text[opening.start : opening.end] == title
        and not (start < opening.end and end > opening.start)
    )
    for block in blocks[repeated:]:
        # A link scrolls to one place only: the block in which the quote begins.
        first = block.start <= start < block.end
        pieces = tuple(_pieces(document.text, block, start, end, first))
        yield Line(_tag(block, 0 if repeated else 1), pieces)


def _rows(all_lines: Iterator[Line]) -> Iterator[Row]:
    for tag, group in groupby(all_lines, key=lambda line: line.tag):
        found = tuple(group)
        if tag in _LISTS.values():
            yield Row(tag, found)
        else:
            yield from (Row(tag, (line,)) for line in found)


def _pieces(text: str, block: Block, start: int, end: int, first: bool) -> Iterator[Piece]:
    opening = block.start
    if block.kind is BlockKind.ITEM and (bullet := _BULLET.match(text[block.start : block.end])):
        # The page draws a bullet of its own.
        opening += bullet.end()
    begin = min(max(start, opening), block.end)
    stop = max(min(end, block.end), begin)
    for piece in (
        Piece(text[opening:begin]),
        Piece(text[begin:stop], marked=True, first=first),
        Piece(text[stop : block.end]),
    ):
        if piece.text:
            yield piece


def _tag(block: Block, below: int) -> str:
    # The page's own heading is the title, so those of the document begin one below it.
    if block.kind is BlockKind.HEADING:
        return f"h{min(max(block.level + below, 2), 6)}"
    return _LISTS.get(block.kind, "p")

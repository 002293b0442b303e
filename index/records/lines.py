"""Blocks and their lines, without the markers of list entries."""

from collections.abc import Iterator
from dataclasses import dataclass

from index.reading import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Section:
    """The blocks between one heading and the next; ``headings`` hold there, outermost first."""

    headings: tuple[Block, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line ``text[start:end]`` without its marker; what is bold of it ends at ``bold``.

    ``bold`` is ``start`` where nothing is bold.
    """

    start: int
    end: int
    bold: int


def sections_of(blocks: tuple[Block, ...]) -> Iterator[Section]:
    """The stretches between headings, in order; the first may have none above it."""
    above: list[Block] = []
    below: list[Block] = []
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            below.append(block)
            continue
        if above or below:
            yield Section(tuple(above), tuple(below))
        above = [*(one for one in above if one.level < block.level), block]
        below = []
    yield Section(tuple(above), tuple(below))


def lines_of(text: str, block: Block) -> Iterator[Line]:
    """The lines of a paragraph, or the one line of an entry."""
    start = block.start
    if block.kind is BlockKind.ITEM:
        start = min(text.find(" ", start, block.end) + 1 or start, block.end - 1)
    bold = block.parts[0].end if block.parts else start
    for line in text[start : block.end].split("\n"):
        end = start + len(line)
        if line.strip():
            yield Line(start, end, min(max(bold, start), end))
        start = end + 1


def is_bold(text: str, block: Block) -> bool:
    """Whether a paragraph is one line in bold, as a title or a defined term is."""
    if block.kind is not BlockKind.PARAGRAPH or not block.parts:
        return False
    after = text[block.parts[0].end : block.end].strip(" :.,;")
    return not after and "\n" not in text[block.start : block.end]

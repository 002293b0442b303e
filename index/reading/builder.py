"""Puts a document's text together and keeps the offsets of its blocks and pages.

Every format goes through here, so that for every block ``text[start:end]`` is its text, with
blank lines between blocks and single line ends within one list or table.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.errors import UnreadableFileError
from index.reading.document import Block, BlockKind, Document, Metadata, Page, Part
from index.reading.hygiene import few_lines, one_line
from index.reading.limits import Limits

CELL_SEPARATOR = " | "
_MAX_TITLE_CHARACTERS = 200
_TOGETHER = frozenset({BlockKind.ITEM, BlockKind.ROW})


@dataclass(frozen=True, slots=True)
class _PageStart:
    number: int
    start: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell to write: its text on one line, its column from 0, and what that is called."""

    text: str
    column: int
    name: str = ""


class TextBuilder:
    """Collects blocks in reading order; text that is empty once cleaned is left out.

    Raises ``UnreadableFileError`` as soon as there is more text than the limits allow.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._pages: list[_PageStart] = []
        self._warnings: list[str] = []
        self._length = 0
        self._new_group = True
        self._page_due: int | None = None

    def heading(self, text: str, level: int) -> None:
        """Add a heading of level 1 to 6."""
        self._add(BlockKind.HEADING, one_line(text), min(max(level, 1), 6))

    def paragraph(self, text: str, lead: str = "") -> None:
        """Add a paragraph; its line breaks stay, its blank lines do not.

        ``lead`` is what stands in bold at its beginning.
        """
        self._add(BlockKind.PARAGRAPH, few_lines(text))
        self._mark(0, lead)

    def item(self, text: str, marker: str = "-", depth: int = 0, lead: str = "") -> None:
        """Add a list entry, written with its marker ("-", "1.", "a)")."""
        text = one_line(text)
        if text:
            self._add(BlockKind.ITEM, f"{marker} {text}", max(depth, 0))
            self._mark(len(marker) + 1, lead)

    def row(
        self, cells: Sequence[Cell], above: Sequence[Part] = (), *, names: bool = False
    ) -> tuple[Part, ...]:
        """Add a table row and return where its cells stand.

        ``above`` are cells of earlier rows that reach down to it; ``names`` says that it names
        the columns.
        """
        texts = [f"{cell.name}: {cell.text}" if cell.name else cell.text for cell in cells]
        self._add(BlockKind.ROW, CELL_SEPARATOR.join(texts), int(names))
        if not texts:
            return ()
        parts, end = [], self._blocks[-1].start
        for cell, text in zip(cells, texts, strict=True):
            end += len(text)
            parts.append(Part(end - len(cell.text), end, cell.column, cell.name))
            end += len(CELL_SEPARATOR)
        row = tuple(sorted((*parts, *above), key=lambda part: part.column))
        self._blocks[-1] = replace(self._blocks[-1], parts=row)
        return tuple(parts)

    def end_group(self) -> None:
        """Close the list or table, so that the next one is set apart from it."""
        self._new_group = True

    def page(self, number: int) -> None:
        """Let the next text begin on this page, numbered from 1."""
        self._page_due = number

    def extend(self, text: str, glue: str = " ") -> None:
        """Continue the last block, as when a paragraph runs on to the next page."""
        text = one_line(text)
        if text:
            self._write(glue)
            self._start_page()
            self._write(text)
            self._blocks[-1] = replace(self._blocks[-1], end=self._length)

    def warn(self, warning: str) -> None:
        """Note, once, something a person should know about how the file was read."""
        if warning not in self._warnings:
            self._warnings.append(warning)

    def build(self, metadata: Metadata | None = None, nothing: str = "empty") -> Document:
        """Return the finished document, with a title where the text shows one.

        Raises ``UnreadableFileError`` with the reason ``nothing`` if there is no text.
        """
        if not self._blocks:
            raise UnreadableFileError(nothing)
        text = "".join(self._parts)
        metadata = metadata or Metadata()
        if metadata.title is None:
            metadata = replace(metadata, title=self._shown_title(text))
        blocks, warnings = tuple(self._blocks), tuple(self._warnings)
        return Document(text, blocks, self._finished_pages(), metadata, warnings)

    def _add(self, kind: BlockKind, text: str, level: int = 0) -> None:
        if not text:
            return
        if self._blocks:
            same = self._blocks[-1].kind is kind and kind in _TOGETHER and not self._new_group
            self._write("\n" if same else "\n\n")
        self._start_page()
        start = self._length
        self._write(text)
        self._blocks.append(Block(kind, start, self._length, level))
        self._new_group = False

    def _mark(self, skipped: int, lead: str) -> None:
        """Keep the bold beginning of the last block, which follows ``skipped`` characters."""
        lead = one_line(lead)
        if not lead or not self._blocks:
            return
        start = self._blocks[-1].start + skipped
        part = Part(start, start + len(lead))
        if "".join(self._parts[-1:])[skipped:].startswith(lead):
            self._blocks[-1] = replace(self._blocks[-1], parts=(part,))

    def _write(self, text: str) -> None:
        self._length += len(text)
        if self._length > self._limits.text_characters:
            limit = self._limits.text_characters / 1_000_000
            raise UnreadableFileError(f"holds more than {limit:g} MB of text")
        self._parts.append(text)

    def _start_page(self) -> None:
        if self._page_due is not None:
            self._pages.append(_PageStart(self._page_due, self._length))
            self._page_due = None

    def _finished_pages(self) -> tuple[Page, ...]:
        ends = [*(page.start for page in self._pages), self._length][1:]
        pairs = zip(self._pages, ends, strict=True)
        return tuple(Page(page.number, page.start, end) for page, end in pairs)

    def _shown_title(self, text: str) -> str | None:
        """The first heading, else the first line if it is short enough to be a title."""
        headings = (block for block in self._blocks if block.kind is BlockKind.HEADING)
        block = next(headings, self._blocks[0])
        title = text[block.start : block.end].partition("\n")[0]
        fits = block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
        return title if fits and len(title) <= _MAX_TITLE_CHARACTERS else None

"""A document as its lists are looked for: its sections, lines and words."""

from collections.abc import Iterator
from functools import cached_property

from index.catalog import DocumentInfo, StoredDocument
from index.errors import OffsetError
from index.language import fold
from index.reading import Block
from index.records.facts import Fact, facts
from index.records.lines import Line, Section, is_bold, lines_of, sections_of
from index.records.listing import Span
from index.records.words import Words, words_of


class Source:
    """One document."""

    def __init__(self, stored: StoredDocument) -> None:
        self.stored = stored
        self.text = stored.content.text
        self.words: Words = words_of(stored.info.language)
        self._facts: dict[int, tuple[Fact, ...]] = {}

    @property
    def info(self) -> DocumentInfo:
        """What is known of the document besides its text."""
        return self.stored.info

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All its blocks, in order."""
        return self.stored.content.blocks

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The stretches between headings, in order; the first may have none above it."""
        return tuple(sections_of(self.blocks))

    def span(self, start: int, end: int) -> Span:
        """The stretch of the text; raises ``OffsetError`` where there is none."""
        if not 0 <= start < end <= len(self.text):
            raise OffsetError(f"{self.info.id} has no text at {start}:{end}.")
        return Span(self.info.id, start, end, self.text[start:end])

    def titles(self, headings: tuple[Block, ...]) -> tuple[str, ...]:
        """The texts of headings, each on one line."""
        return tuple(" ".join(self.text[one.start : one.end].split()) for one in headings)

    def page_breaks(self, start: int, end: int) -> bool:
        """Whether a page of a paged file begins between two places."""
        return any(start < page.start <= end for page in self.stored.content.pages)

    def facts(self, section: Section) -> tuple[Fact, ...]:
        """The labels with values in one of the sections."""
        key = section.headings[-1].start if section.headings else -1
        if key not in self._facts:
            self._facts[key] = tuple(facts(self.text, section.blocks))
        return self._facts[key]

    def labels(self, section: Section) -> frozenset[str]:
        """The labels in one of the sections, folded."""
        return frozenset(fold(self.text[slice(*fact.label)]) for fact in self.facts(section))

    def lines(self, block: Block) -> Iterator[Line]:
        """The lines of a paragraph, or the one line of an entry, without their markers."""
        return lines_of(self.text, block)

    def first_line(self, block: Block) -> Line:
        """The first line of a block."""
        return next(self.lines(block), Line(block.start, block.end, block.start))

    def is_bold(self, block: Block) -> bool:
        """Whether a paragraph is one line in bold, as a title or a defined term is."""
        return is_bold(self.text, block)

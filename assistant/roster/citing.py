"""Spans of the register -> citations: each proven, each place cited once."""

from dataclasses import dataclass, field

from assistant.answer import Citation
from assistant.cite import Citer, Place
from index.library import Snapshot
from index.reading.document import BlockKind, Document
from index.register import Span


@dataclass(slots=True)
class Quotes:
    """The citations of one answer, numbered in the order that they are asked for."""

    citer: Citer
    citations: list[Citation] = field(default_factory=list)
    numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Quotes":
        """No citations yet, from ``snapshot``."""
        return cls(Citer(snapshot))

    def number(self, span: Span) -> int | None:
        """The number of the citation of ``span``; ``None`` when the document does not say it."""
        place = (span.document, span.start, span.end)
        if place in self.numbers:
            return self.numbers[place]
        stored = self.citer.document(span.document)
        if stored is None:
            return None
        section, page = whereabouts(stored.content, span.start)
        claimed = Place(span.document, span.text, span.start, span.end, section, page)
        citation = self.citer.cite(len(self.citations) + 1, claimed)
        if citation is None:
            return None
        self.citations.append(citation)
        self.numbers[place] = citation.number
        return citation.number


def whereabouts(document: Document, offset: int) -> tuple[str, int | None]:
    """The heading above ``offset`` ("" before the first) and its page."""
    section = ""
    for block in document.blocks:
        if block.start > offset:
            break
        if block.kind is BlockKind.HEADING:
            section = document.text[block.start : block.end]
    page = next((p.number for p in document.pages if p.start <= offset < p.end), None)
    return section, page

"""What introduces a list: the line or sentence before it, or else the heading above."""

from dataclasses import dataclass

from index.reading import Block, BlockKind
from index.records.lines import Section
from index.records.listing import Span
from index.records.numbers import stated_count
from index.records.sentences import sentences
from index.records.source import Source


@dataclass(frozen=True, slots=True)
class Introduction:
    """The words before a list, and the count that they or the heading state."""

    span: Span | None
    stated: int | None


def introduction(source: Source, section: Section, before: int, entries: int) -> Introduction:
    """What introduces a list of ``entries`` that follows ``before`` blocks of a section."""
    block = section.blocks[before - 1] if before else None
    span = None
    if block is not None and block.kind is BlockKind.PARAGRAPH:
        span = last_sentence(source, block)
    if span is not None and span.text.startswith("(") and span.text.endswith(")"):
        span = None  # "(November 2025)" belongs to the heading above
    return introduced(source, section.headings, span, entries)


def introduced(
    source: Source, headings: tuple[Block, ...], span: Span | None, entries: int
) -> Introduction:
    """The introduction at ``span``, or the last of the headings where there is none."""
    heading = source.span(headings[-1].start, headings[-1].end) if headings else None
    for said in (span, heading):
        stated = said and stated_count(said.text, entries, source.words)
        if stated:
            return Introduction(span or heading, stated)
    return Introduction(span or heading, None)


def leading_in(
    source: Source, headings: tuple[Block, ...], span: Span | None, entries: int
) -> Introduction:
    """The introduction of records with texts of their own: a sentence that leads in to them.

    Other sentences before them belong to what stands above; then the heading introduces.
    """
    if span is not None and not span.text.endswith(":"):
        counted = stated_count(span.text, entries, source.words) == entries
        span = span if counted else None
    return introduced(source, headings, span, entries)


def last_sentence(source: Source, block: Block) -> Span | None:
    """The last sentence of a paragraph's last line."""
    lines = list(source.lines(block))
    if not lines:
        return None
    found = list(sentences(source.text, lines[-1].start, lines[-1].end, source.info.language))
    return source.span(*found[-1]) if found else None

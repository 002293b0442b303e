"""Bulleted and numbered entries, those inside other entries too."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.reading import Block, BlockKind
from index.records.drafts import Draft, listing, named_entries
from index.records.facts import Fact, facts
from index.records.fields import fields
from index.records.introductions import Introduction, introduced, introduction
from index.records.lines import Section
from index.records.listing import Kind, Listing
from index.records.source import Source

_NUMBER = re.compile(r"\(?(\d{1,3})[.)]")
_FURNITURE = 2  # paragraphs at most that a page break leaves between two halves of a list
_FURNITURE_CHARACTERS = 80
_FEWEST_INSIDE = 2


@dataclass(frozen=True, slots=True)
class _Tree:
    """An entry with those inside it."""

    block: Block
    inside: tuple["_Tree", ...]

    @property
    def end(self) -> int:
        return self.inside[-1].end if self.inside else self.block.end


def bullet_lists(source: Source) -> Iterator[Listing]:
    """Every list of entries with markers."""
    for section in source.sections:
        for first, blocks in _runs(source, section):
            if len(blocks) == 1 and _NUMBER.match(source.text, blocks[0].start):
                continue  # a numbered title
            trees = _trees(_nested(source, blocks))
            said = introduction(source, section, first, len(trees))
            yield from _listings(source, section, trees, said)


def _runs(source: Source, section: Section) -> Iterator[tuple[int, list[Block]]]:
    """The entries that follow each other, with the place of the first among the blocks."""
    blocks = section.blocks
    at = 0
    while at < len(blocks):
        if blocks[at].kind is not BlockKind.ITEM:
            at += 1
            continue
        first, run, end = at, [blocks[at]], at + 1
        while (following := _next(source, section, end)) is not None:
            run.append(blocks[following])
            end = following + 1
        yield first, run
        at = end


def _next(source: Source, section: Section, at: int) -> int | None:
    """The next entry of the list whose last one stands before ``at``."""
    blocks = section.blocks
    if at < len(blocks) and blocks[at].kind is BlockKind.ITEM:
        apart = source.text[blocks[at - 1].end : blocks[at].start] != "\n"
        return None if apart and not _follows(source, blocks[at - 1], blocks[at]) else at
    end = at
    while end < len(blocks) and blocks[end].kind is BlockKind.PARAGRAPH:
        end += 1
    cut = end < len(blocks) and blocks[end].kind is BlockKind.ITEM and end - at <= _FURNITURE
    if not cut or not _is_cut(source, blocks[at - 1], blocks[at:end], blocks[end]):
        return None
    return end


def _is_cut(source: Source, last: Block, between: Sequence[Block], first: Block) -> bool:
    """Whether only what is printed on every page stands between two halves of a list."""
    if not source.page_breaks(last.start, first.start):
        return False
    if _numbers(source, last, first):
        return _follows(source, last, first)
    texts = [source.text[block.start : block.end] for block in between]
    return all(len(text) <= _FURNITURE_CHARACTERS and text[-1] not in ":." for text in texts)


def _numbers(source: Source, last: Block, first: Block) -> tuple[int, int] | None:
    """The numbers of two entries."""
    found = [_NUMBER.match(source.text, block.start) for block in (last, first)]
    return None if None in found else (int(found[0][1]), int(found[1][1]))  # type: ignore[index]


def _follows(source: Source, last: Block, first: Block) -> bool:
    """Whether an entry goes on with the numbers of another, as after a picture or a page."""
    numbers = _numbers(source, last, first)
    return numbers is not None and numbers[1] == numbers[0] + 1


def _nested(source: Source, blocks: Sequence[Block]) -> list[Block]:
    """The entries, those with bullets one level deeper where numbers stand over them.

    In a PDF all have the same level, and a numbered title may look like an entry.
    """
    flat = len({block.level for block in blocks}) == 1
    numbered = [bool(_NUMBER.match(source.text, block.start)) for block in blocks]
    if not flat or not numbered[0] or all(numbered):
        return list(blocks)
    pairs = zip(blocks, numbered, strict=True)
    return [block if is_ else replace(block, level=block.level + 1) for block, is_ in pairs]


def _trees(blocks: Sequence[Block]) -> tuple[_Tree, ...]:
    level = min(block.level for block in blocks)
    tops = [at for at, block in enumerate(blocks) if block.level == level]
    if tops[0]:  # a list that begins deeper than it goes on
        tops.insert(0, 0)
    ends = [*tops[1:], len(blocks)]
    return tuple(
        _Tree(blocks[top], _trees(blocks[top + 1 : end]) if end > top + 1 else ())
        for top, end in zip(tops, ends, strict=True)
    )


def _listings(
    source: Source, section: Section, trees: Sequence[_Tree], said: Introduction
) -> Iterator[Listing]:
    """A list, then those inside its entries that are no labels and values of theirs."""
    found = [list(facts(source.text, [tree.block for tree in one.inside])) for one in trees]
    often = Counter(label for one in found for label in _labels(source, one))
    drafts = [_draft(source, tree, one) for tree, one in zip(trees, found, strict=True)]
    yield listing(source, Kind.BULLETS, section.headings, said, named_entries(source, drafts))
    for tree, one in zip(trees, found, strict=True):
        if len(tree.inside) < _FEWEST_INSIDE:
            continue
        own = _labels(source, one)
        if len(own) == len(tree.inside) and all(often[label] > 1 for label in own):
            continue
        line = source.first_line(tree.block)
        span = source.span(line.start, line.end)
        inner = introduced(source, section.headings, span, len(tree.inside))
        yield from _listings(source, section, tree.inside, inner)


def _labels(source: Source, found: Sequence[Fact]) -> set[str]:
    return {source.text[slice(*fact.label)] for fact in found}


def _draft(source: Source, tree: _Tree, found: Sequence[Fact]) -> Draft:
    line = source.first_line(tree.block)
    return Draft(line.start, tree.end, line, fields(source, found))

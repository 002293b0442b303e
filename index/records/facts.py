"""Labels and values below a record's name: "Town: Oslo", a defined term, a bold label."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.reading import Block, BlockKind
from index.records.lines import is_bold, lines_of

_LABEL = re.compile(
    r"(?:^|(?<=[.;|]\s)|(?<=[.;|]\s\s))(?P<label>[^\W\d_][^:.;,|\n]{0,47}?)\s?:\s+(?=\S)"
)
_OPENS = re.compile(r"[^\W\d_][^:.;,|\n]{0,48}:")
_LABEL_WORDS = 5
_SMALL_LABEL_WORDS = 2  # of a label in small letters
_TERM_CHARACTERS = 60
_VALUE_CHARACTERS = 240
_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value, each with its place; ``block`` is the block that the label is in."""

    block: Block
    label: tuple[int, int]
    value: tuple[int, int]


def facts(text: str, blocks: Sequence[Block]) -> Iterator[Fact]:
    """The labels with values in these blocks, in order."""
    for block, following in pairwise([*blocks, None]):
        if block is None:
            continue
        if following is not None and is_bold(text, block):
            yield from _defined(text, block, following)
        elif block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            for line in lines_of(text, block):
                yield from _labelled(text, block, line.start, line.end)
        elif block.kind is BlockKind.ROW and not block.level and len(block.parts) == _COLUMNS:
            yield from _row(text, block)


def _labelled(text: str, block: Block, start: int, end: int) -> Iterator[Fact]:
    if not _OPENS.match(text, start, end):
        return
    matches = [
        match for match in _LABEL.finditer(text[start:end]) if _may_label(match["label"].split())
    ]
    if not matches or matches[0].start():
        return
    stops = [*(start + match.start() for match in matches[1:]), end]
    for match, stop in zip(matches, stops, strict=True):
        value = text[start + match.end() : stop].rstrip(" .;|" if stop < end else " ")
        if 0 < len(value) <= _VALUE_CHARACTERS:
            label = (start + match.start(), start + match.end("label"))
            yield Fact(block, label, (start + match.end(), start + match.end() + len(value)))


def _may_label(words: Sequence[str]) -> bool:
    most = _LABEL_WORDS if words[0][0].isupper() else _SMALL_LABEL_WORDS
    return len(words) <= most


def _defined(text: str, block: Block, following: Block) -> Iterator[Fact]:
    """A term on a line of its own, and the paragraph below it."""
    term = text[block.start : block.end].rstrip(" :.,;")
    plain = following.kind is BlockKind.PARAGRAPH and not is_bold(text, following)
    size = following.end - following.start
    if plain and 0 < len(term) <= _TERM_CHARACTERS and size <= _VALUE_CHARACTERS:
        label = (block.start, block.start + len(term))
        yield Fact(block, label, (following.start, following.end))


def _row(text: str, block: Block) -> Iterator[Fact]:
    """A row of two cells whose columns have no names: the first is what the second is called."""
    label, value = block.parts
    name = text[label.start : label.end].rstrip(" :")
    if not label.name and len(name) <= _TERM_CHARACTERS and any(map(str.isalpha, name)):
        yield Fact(block, (label.start, label.start + len(name)), (value.start, value.end))

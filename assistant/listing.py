"""Document -> Listing: the list that a sentence introduces or stands in, item by item."""

import re
from dataclasses import dataclass

from index.reading.document import Block, BlockKind, Document

Stretch = tuple[int, int, str]  # start, end and the text between them

_ENTRIES = (BlockKind.ITEM, BlockKind.ROW)
_MARKER = re.compile(r"\s*(?:[-•*–·▪]\s+|\(?\d{1,3}[.)]\s*(?=\D))")
_SEPARATOR = re.compile(r",\s+|;\s+|\s+(?:dhe|and|i)\s+(?=\S+\s*[.;]?\s*(?:etj\.?|etc\.?)?\s*\Z)")
_TAIL = re.compile(r"[\s.;,]*(?:\b(?:etj|etc|itd)\b)?[\s.;,]*\Z")
_FEWEST = 3  # fewer commas than this make no list
_SHORT_PARAGRAPH = 260
_SENTENCE_END = re.compile(r"[.!?][”\"]?\s+(?=[^\W\d_a-zçëšžćčđ])")
_NAME = 60
_LAST_NAME = re.compile(r"[^\W\d_a-zçëšžćčđ][\w’'-]*(?:\s+[^\W\d_a-zçëšžćčđ][\w’'-]*)*\Z")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with the line that introduces it: stretches of one document's text."""

    head: Stretch
    items: tuple[Stretch, ...]


def listing_at(document: Document, offset: int) -> Listing | None:
    """The list that the block at ``offset`` introduces or belongs to; ``None`` if there is none."""
    blocks = document.blocks
    place = next((n for n, b in enumerate(blocks) if b.start <= offset < b.end), None)
    if place is None:
        return None
    if blocks[place].kind in _ENTRIES:
        while place > 0 and blocks[place - 1].kind in _ENTRIES:
            place -= 1
        return _entries(document, place - 1, place)
    if document.text[blocks[place].start : blocks[place].end].find(
        "\n"
    ) < 0 and _SENTENCE_END.search(document.text, offset, blocks[place].end):
        return None  # another sentence stands between this one and the list
    following = place + 1
    if following < len(blocks) and blocks[following].kind in _ENTRIES:
        return _entries(document, place, following)
    return _in_prose(document, place)


def _entries(document: Document, head: int, first: int) -> Listing | None:
    """The entries from block ``first`` on, under the block ``head``."""
    blocks = document.blocks
    last = first
    while last < len(blocks) and blocks[last].kind in _ENTRIES:
        last += 1
    items = tuple(_without_marker(document.text, block) for block in blocks[first:last])
    if len(items) < 2 or head < 0:
        return None
    return Listing(_last_sentence(document.text, blocks[head]), items)


def _last_sentence(text: str, block: Block) -> Stretch:
    """The sentence of ``block`` that stands right before the list."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, block.start, block.end)]
    return _stretch(text, ends[-1] if ends else block.start, block.end)


def _in_prose(document: Document, place: int) -> Listing | None:
    """A list after a colon: the next paragraph's commas, the next paragraphs, or its own commas."""
    blocks, text = document.blocks, document.text
    block = blocks[place]
    own = text[block.start : block.end]
    head = _stretch(text, block.start, block.end)
    if own.rstrip().endswith(":") and place + 1 < len(blocks):
        following = blocks[place + 1]
        items = _split(text, following.start, following.end)
        if len(items) > _FEWEST and len(items[0][2]) < _SHORT_PARAGRAPH // 2:
            return Listing(head, items)
        return _paragraphs(document, head, place + 1)
    return None


def enumeration_at(document: Document, start: int, end: int) -> Listing | None:
    """The list that a sentence has within itself: names between commas, as of towns."""
    pieces = _split(document.text, start, end)
    first = len(pieces)
    while first > 0 and _is_name(pieces[first - 1]):
        first -= 1
    # The first name ends what the sentence says of all: "among others in Tirana".
    before = _trailing_name(document.text, pieces[first - 1]) if first > 0 else None
    items = (before, *pieces[first:]) if before else pieces[first:]
    if len(items) <= _FEWEST:
        return None
    return Listing(_stretch(document.text, start, end), items)


def _is_name(piece: Stretch) -> bool:
    return len(piece[2]) <= _NAME and piece[2][:1].isupper()


def _trailing_name(text: str, piece: Stretch) -> Stretch | None:
    match = _LAST_NAME.search(piece[2])
    if match is None:
        return None
    return _stretch(text, piece[0] + match.start(), piece[1])


def _paragraphs(document: Document, head: Stretch, first: int) -> Listing | None:
    """Short paragraphs up to the next heading, one item each."""
    items: list[Stretch] = []
    for block in document.blocks[first:]:
        own = document.text[block.start : block.end]
        plain = block.kind is BlockKind.PARAGRAPH and len(own) <= _SHORT_PARAGRAPH
        if not plain or own.rstrip().endswith(":"):
            break
        items.append(_without_marker(document.text, block))
    return Listing(head, tuple(items)) if len(items) >= _FEWEST else None


def _split(text: str, start: int, end: int) -> tuple[Stretch, ...]:
    """``text[start:end]`` at its commas and its last "and"."""
    own = text[start:end]
    own = own[: _TAIL.search(own).start()]  # type: ignore[union-attr]
    items: list[Stretch] = []
    begin = 0
    for match in [*_SEPARATOR.finditer(own), None]:
        stop = match.start() if match else len(own)
        if own[begin:stop].strip():
            items.append(_stretch(text, start + begin, start + stop))
        begin = match.end() if match else stop
    return tuple(items)


def _without_marker(text: str, block: Block) -> Stretch:
    marker = _MARKER.match(text, block.start, block.end)
    begin = marker.end() if marker and marker.end() < block.end else block.start
    return _stretch(text, begin, block.end)


def _stretch(text: str, start: int, end: int) -> Stretch:
    """``text[start:end]`` without the white space around it."""
    own = text[start:end]
    left = start + len(own) - len(own.lstrip())
    right = end - len(own) + len(own.rstrip())
    return left, right, text[left:right]

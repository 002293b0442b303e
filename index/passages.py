"""Document -> Passages: stretches of text small enough to embed, cut where the document breaks.

A passage never crosses a heading or a page. Paragraphs and short lists are packed together up
to a size; a list stays with the line that introduces it; what is too long alone is cut by
langchain-text-splitters at sentences and words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from langchain_text_splitters import RecursiveCharacterTextSplitter

from index.errors import OffsetError
from index.language.patterns import SMALL
from index.reading.document import Block, BlockKind, Document

MAX_CHARACTERS = 900
# A list of this size is still kept whole: cut, its second half would not say what it lists.
MAX_LIST_CHARACTERS = 1_800

_SENTENCE_ENDS = ["\n\n", "\n", ". ", "! ", "? ", "; ", ", ", " ", ""]
# Three words in capitals, a long one among them, are no short names.
_LONG_WORD = 7
_SHOUTED = re.compile(rf"(?:\b[^\W\d_{SMALL}]{{2,}}\b *){{3,}}")
_OUTLINE_CHARACTERS = 90  # of one heading
_UNDER = " › "
_ENTRIES = (BlockKind.ITEM, BlockKind.ROW)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one document's text: ``document.text[start:end] == text``.

    ``section`` is the nearest heading above it ("" before the first), ``page`` the page it
    stands on (``None`` in a file without pages), ``context`` the line that introduces the list
    that it continues ("" otherwise). ``outline`` is what it stands under: the document's title
    and the headings above it, outermost first, joined.
    """

    text: str
    start: int
    end: int
    section: str = ""
    page: int | None = None
    context: str = ""
    outline: str = ""


@dataclass(frozen=True, slots=True)
class _Unit:
    """Blocks that belong together: one paragraph, or a list behind its introduction."""

    start: int
    end: int
    intro: tuple[int, int] | None = None
    alone: bool = False


def split(document: Document, title: str = "", *, rows_alone: bool = False) -> tuple[Passage, ...]:
    """The passages of ``document``, in order, together covering every block but headings.

    ``title`` is what the document is called; ``rows_alone`` makes each table row a passage of its
    own, for spreadsheets.

    Raises ``OffsetError`` when a passage would not be the text at its own offsets.
    """
    return tuple(_passages(document, title, rows_alone))


def embedded_text(passage: Passage) -> str:
    """What the model reads of a passage: what it stands under, its list's introduction, itself.

    A page of a member says its name once, at its top: without it "founded in 2009" is nobody's.
    The text is the end of it and as long as the passage, so that places in one are places in the
    other.
    """
    parts = (passage.outline, passage.context, passage.text)
    return _SHOUTED.sub(_quiet, "\n".join(part for part in parts if part))


def _passages(document: Document, title: str, rows_alone: bool) -> Iterator[Passage]:
    for headings, page, blocks in _stretches(document):
        for start, end, intro in _pack(document.text, _units(document.text, blocks, rows_alone)):
            text = document.text[start:end]
            passage = Passage(
                text=text,
                start=start,
                end=end,
                section=headings[-1] if headings else "",
                page=page,
                context="" if intro is None else document.text[slice(*intro)],
                outline=_outline((title, *headings), text),
            )
            yield _verified(document, passage)


def _outline(above: tuple[str, ...], text: str) -> str:
    """``above`` in one line, each once, and nothing that ``text`` itself begins with."""
    lines = (" ".join(one.split())[:_OUTLINE_CHARACTERS] for one in above)
    once = {line.casefold(): line for line in lines if line and not text.startswith(line)}
    return _UNDER.join(once.values())


def _quiet(shouted: re.Match[str]) -> str:
    """Words in capitals in small letters, as the model knows them, unless that changes lengths."""
    text = shouted.group()
    lower = text.lower()
    spoken = max(map(len, text.split())) >= _LONG_WORD and len(lower) == len(text)
    return lower if spoken else text


def _verified(document: Document, passage: Passage) -> Passage:
    if not passage.text.strip() or document.text[passage.start : passage.end] != passage.text:
        raise OffsetError(f"A passage at {passage.start}:{passage.end} is not its document's text.")
    return passage


def _stretches(document: Document) -> Iterator[tuple[tuple[str, ...], int | None, list[Block]]]:
    """The document's blocks between one heading or page break and the next, with what is above.

    A heading with nothing of its own below it, not even a lower heading, is a stretch itself:
    in a text of one line or a list of titles it is all there is to find.
    """
    starts = [page.start for page in document.pages]
    above: list[Block] = []
    page, bare = _page_at(document, starts, 0), None
    blocks: list[Block] = []

    def headings() -> tuple[str, ...]:
        return tuple(document.text[one.start : one.end] for one in above)

    for block in document.blocks:
        here = _page_at(document, starts, block.start)
        is_heading = block.kind is BlockKind.HEADING
        if blocks and (is_heading or here != page):
            yield headings(), page, blocks
            blocks = []
        if is_heading and bare is not None and block.level <= bare.level:
            yield headings(), page, [bare]
        page = here
        if is_heading:
            above = [*(one for one in above if one.level < block.level), block]
            bare = block
        else:
            blocks.append(block)
            bare = None
    last = blocks or ([bare] if bare is not None else [])
    if last:
        yield headings(), page, last


def _page_at(document: Document, starts: list[int], offset: int) -> int | None:
    at = bisect_right(starts, offset) - 1
    return document.pages[at].number if at >= 0 else None


def _units(text: str, blocks: Iterable[Block], rows_alone: bool) -> list[_Unit]:
    units: list[_Unit] = []
    previous: Block | None = None
    for block in blocks:
        alone = rows_alone and block.kind is BlockKind.ROW
        if alone or not units:
            units.append(_Unit(block.start, block.end, alone=alone))
        elif block.kind in _ENTRIES and previous is not None and previous.kind in _ENTRIES:
            last = units[-1]
            units[-1] = _Unit(last.start, block.end, last.intro)
        elif block.kind in _ENTRIES and _introduces(text, units[-1]):
            last = units[-1]
            units[-1] = _Unit(last.start, block.end, (last.start, last.end))
        else:
            units.append(_Unit(block.start, block.end))
        previous = block
    return units


def _introduces(text: str, unit: _Unit) -> bool:
    """Whether the paragraph just before a list is its introduction: short, or ending in a colon."""
    paragraph = text[unit.start : unit.end].rstrip()
    return not unit.alone and (paragraph.endswith(":") or len(paragraph) <= 200)


def _pack(text: str, units: list[_Unit]) -> Iterator[tuple[int, int, tuple[int, int] | None]]:
    """Spans of passages: units joined while they fit, longer ones cut."""
    open_span: tuple[int, int] | None = None
    for unit in units:
        if open_span and (unit.alone or unit.end - open_span[0] > MAX_CHARACTERS):
            yield *open_span, None
            open_span = None
        size = unit.end - unit.start
        if unit.alone or size > MAX_CHARACTERS:
            yield from _cut(text, unit)
        else:
            open_span = (open_span[0] if open_span else unit.start, unit.end)
    if open_span:
        yield *open_span, None


def _cut(text: str, unit: _Unit) -> Iterator[tuple[int, int, tuple[int, int] | None]]:
    limit = MAX_LIST_CHARACTERS if unit.intro else MAX_CHARACTERS
    if unit.end - unit.start <= limit:
        yield unit.start, unit.end, None
        return
    splitter = RecursiveCharacterTextSplitter(
        separators=_SENTENCE_ENDS,
        chunk_size=MAX_CHARACTERS,
        chunk_overlap=0,
        keep_separator="end",
        add_start_index=True,
    )
    for number, chunk in enumerate(splitter.create_documents([text[unit.start : unit.end]])):
        start = unit.start + int(chunk.metadata["start_index"])
        yield start, start + len(chunk.page_content), unit.intro if number else None

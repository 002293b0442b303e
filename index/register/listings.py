"""Document -> Listings: every list in it, whatever it is written as."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from index.catalog import StoredDocument
from index.language.patterns import CAPITALS, CYRILLIC_CAPITALS, any_of
from index.reading.document import Block, BlockKind
from index.register.introduction import introduction, stated_number
from index.register.prose import prose_after, prose_within
from index.register.records import Entry, Listing, Shape, Span
from index.register.vocabulary import NOT_COMPLETE, OPEN_LEAD, words

_MARKER = re.compile(r"\s*(?:[-•*–·▪‣●]\s+|\(?(?:\d{1,3}|[ivxIVX]{1,5}|[^\W\d_]{1,2})[.)]\s+)")
_DEMONSTRATIVE = re.compile(rf"{any_of(words(lambda listed: listed.demonstratives))}\b")
_SENTENCE_END = re.compile(rf"[.!?]\s+(?=[{CAPITALS}{CYRILLIC_CAPITALS}“])")
_LINE_CHARACTERS = 320
_LEAD_CHARACTERS = 420
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The blocks between one heading and the next, below all headings that hold there."""

    headings: tuple[str, ...]
    blocks: tuple[Block, ...]


def listings(document: StoredDocument, known: Callable[[str], bool]) -> Iterator[Listing]:
    """The lists of ``document`` in order; ``known`` says whether a folded name is a member's."""
    for stretch in _stretches(document):
        yield from _Lists(document, stretch, known).find()


def _stretches(document: StoredDocument) -> Iterator[_Stretch]:
    text = document.content.text
    above: list[Block] = []
    blocks: list[Block] = []
    for block in document.content.blocks:
        if block.kind is not BlockKind.HEADING:
            blocks.append(block)
            continue
        yield _Stretch(tuple(text[b.start : b.end] for b in above), tuple(blocks))
        above, blocks = [b for b in above if b.level < block.level] + [block], []
    yield _Stretch(tuple(text[b.start : b.end] for b in above), tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of one stretch."""

    document: StoredDocument
    stretch: _Stretch
    known: Callable[[str], bool]

    def find(self) -> Iterator[Listing]:
        """The lists in order."""
        place = 0
        while place < len(self.stretch.blocks):
            kind = self.stretch.blocks[place].kind
            if kind is BlockKind.PARAGRAPH:
                found, place = self._from_paragraph(place)
                yield from found
            else:
                end = self._run_end(place, kind)
                shape = Shape.ITEMS if kind is BlockKind.ITEM else Shape.ROWS
                entries = (
                    self._items(place, end) if shape is Shape.ITEMS else self._rows(place, end)
                )
                if entries:
                    yield self._listing(shape, self._lead(place), entries, end)
                place = end

    def _from_paragraph(self, place: int) -> tuple[list[Listing], int]:
        """The lists in a paragraph, or in those after it; and the block to go on from."""
        block = self.stretch.blocks[place]
        within = [
            self._listing(Shape.PROSE, self._span(*lead), entries, place + 1, is_open)
            for lead, entries, is_open in prose_within(self._span, self._text, block, self.known)
        ]
        lines = self._lines(place)
        if lines > place + 1:
            lead = self._span(block.start, block.end)
            first = self.stretch.blocks[place + 1]
            stated = stated_number(_last_sentence(lead.text))
            prose = prose_after(self._span, self._text, first, stated, self.known)
            if prose is not None and self._alike(place + 1) - place <= _FEWEST:
                entries, is_open = prose
                return [*within, self._listing(Shape.PROSE, lead, entries, place + 2, is_open)], (
                    place + 2
                )
            if lines - place > _FEWEST:
                entries = self._items(place + 1, lines)
                entries = entries[:stated] if stated and len(entries) > stated else entries
                return [*within, self._listing(Shape.LINES, lead, entries, lines)], lines
        if not within and place == 0 and (whole := self._below_heading(block)):
            return [self._listing(Shape.PROSE, None, whole, place + 1)], place + 1
        alike = self._alike(place)
        if alike - place > _FEWEST and not within:
            return [self._listing(Shape.LINES, None, self._items(place, alike), alike)], alike
        return within, place + 1

    def _below_heading(self, block: Block) -> tuple[Entry, ...]:
        """The names that a paragraph right below a heading "Members" is made of."""
        heading = self.stretch.headings[-1] if self.stretch.headings else ""
        if not introduction(heading) or _SENTENCE_END.search(self._text, block.start, block.end):
            return ()
        found = prose_after(self._span, self._text, block, None, self.known)
        entries = found[0] if found else ()
        return entries if all(one.span.text[:1].isupper() for one in entries) else ()

    def _lines(self, place: int) -> int:
        """Where the paragraphs end that a paragraph with a colon introduces."""
        blocks = self.stretch.blocks
        if not self._text[blocks[place].start : blocks[place].end].rstrip().endswith(":"):
            return place
        alike = self._alike(place + 1)
        if alike - place > _FEWEST:
            return alike
        end = place + 1
        while end < len(blocks) and self._is_line(blocks[end]):
            end += 1
        first = place + 1 < len(blocks) and blocks[place + 1].kind is BlockKind.PARAGRAPH
        return max(end, place + 1 + first)

    def _is_line(self, block: Block) -> bool:
        text = self._text[block.start : block.end]
        first = text.split(maxsplit=1)[0] if text.strip() else ""
        subject = sum(map(str.isupper, first)) > 1
        return (
            block.kind is BlockKind.PARAGRAPH
            and len(text) <= _LINE_CHARACTERS
            and not (subject and text.rstrip().endswith("."))
            and not text.rstrip().endswith(":")
            and not (_DEMONSTRATIVE.match(text) and text.rstrip().endswith("."))
            and not _SENTENCE_END.search(text)
        )

    def _alike(self, place: int) -> int:
        """Where the paragraphs end that begin with the same word."""
        blocks, end = self.stretch.blocks, place
        word = ""
        while end < len(blocks) and blocks[end].kind is BlockKind.PARAGRAPH:
            first = self._text[blocks[end].start : blocks[end].end].split(maxsplit=1)[0].casefold()
            if word and first != word:
                break
            word, end = first, end + 1
        return end

    def _run_end(self, place: int, kind: BlockKind) -> int:
        blocks = self.stretch.blocks
        return next(
            (n for n in range(place, len(blocks)) if blocks[n].kind is not kind), len(blocks)
        )

    def _items(self, place: int, end: int) -> tuple[Entry, ...]:
        """Entries of the outermost level; what is below one belongs to its whole."""
        blocks = self.stretch.blocks[place:end]
        level = min(block.level for block in blocks)
        tops = [n for n, block in enumerate(blocks) if block.level == level]
        found = []
        for top, after in zip(tops, [*tops[1:], len(blocks)], strict=True):
            start, stop = self._bare(blocks[top])
            if start < stop:
                whole = self._span(blocks[top].start, blocks[after - 1].end)
                found.append(Entry(self._span(start, stop), whole))
        return tuple(found)

    def _rows(self, place: int, end: int) -> tuple[Entry, ...]:
        rows = (self._span(b.start, b.end) for b in self.stretch.blocks[place:end])
        return tuple(Entry(row, row) for row in rows)

    def _bare(self, block: Block) -> tuple[int, int]:
        """A list entry without its marker and the mark at its end."""
        marker = _MARKER.match(self._text, block.start, block.end)
        start = marker.end() if marker and block.kind is BlockKind.ITEM else block.start
        end = block.end
        while end > start and self._text[end - 1] in " \n\t;,.":
            end -= 1
        return start, end

    def _lead(self, place: int) -> Span | None:
        if not place or self.stretch.blocks[place - 1].kind is not BlockKind.PARAGRAPH:
            return None
        block = self.stretch.blocks[place - 1]
        span = self._span(block.start, block.end)
        return span if len(span.text) <= _LEAD_CHARACTERS else self._last(span)

    def _last(self, span: Span) -> Span:
        sentence = _last_sentence(span.text)
        return self._span(span.end - len(sentence), span.end)

    def _listing(
        self,
        shape: Shape,
        lead: Span | None,
        entries: tuple[Entry, ...],
        after: int,
        is_open: bool = False,
    ) -> Listing:
        last = "" if lead is None else _last_sentence(lead.text)
        follows = self.stretch.blocks[after] if after < len(self.stretch.blocks) else None
        denied = follows and NOT_COMPLETE.search(self._text, follows.start, follows.end)
        return Listing(
            document=self.document.info.id,
            shape=shape,
            headings=self.stretch.headings,
            lead=lead,
            entries=entries,
            stated=stated_number(last),
            open=is_open or bool(denied) or bool(OPEN_LEAD.search(last)),
        )

    def _span(self, start: int, end: int) -> Span:
        return Span(self.document.info.id, start, end, self._text[start:end])

    @property
    def _text(self) -> str:
        return self.document.content.text


def _last_sentence(text: str) -> str:
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return text[ends[-1] :] if ends else text

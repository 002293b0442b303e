"""Stretches of all pages -> the builder, with paragraphs that run over a page's end made whole."""

from index.reading.builder import TextBuilder
from index.reading.document import BlockKind
from index.reading.pdf.contents import is_contents_entry
from index.reading.pdf.lines import PageLines
from index.reading.pdf.paragraphs import Paragraphs, Stretch
from index.reading.text_lines import ends_sentence

_MIN_CONTENTS_ENTRIES = 3
_MAX_TITLE_CHARACTERS = 200


def add_pages(builder: TextBuilder, pages: list[PageLines]) -> str | None:
    """Add all pages; return the largest heading of the first one that has text, as a title."""
    paragraphs = Paragraphs(pages)
    split = _without_contents([paragraphs.of(page) for page in pages])
    levels = _levels(split)
    writer = _Writer(builder, paragraphs, levels)
    for page, stretches, following in zip(pages, split, [*split[1:], []], strict=True):
        writer.page(page.number, stretches, following)
    return _largest_heading(next((page for page in split if page), []))


class _Writer:
    """Writes page after page; remembers the paragraph that the page before left open."""

    def __init__(
        self, builder: TextBuilder, paragraphs: Paragraphs, levels: dict[float, int]
    ) -> None:
        self._builder = builder
        self._paragraphs = paragraphs
        self._levels = levels
        self._open: Stretch | None = None

    def page(self, number: int, stretches: list[Stretch], following: list[Stretch]) -> None:
        self._builder.page(number)
        if self._open is not None:
            glue = self._paragraphs.glue(self._open, stretches[0])
            self._builder.extend(stretches[0].text, glue)
            stretches = stretches[1:]
        open_at = self._left_open(stretches, following)
        if open_at is not None:
            # Notes at the foot go before it, as its rest follows on the next page.
            self._open = stretches[open_at]
            stretches = [*stretches[:open_at], *stretches[open_at + 1 :], self._open]
        else:
            self._open = None
        for stretch in stretches:
            self._add(stretch)

    def _left_open(self, stretches: list[Stretch], following: list[Stretch]) -> int | None:
        """The place of the last running text, if the next page begins with its rest."""
        body = [i for i, s in enumerate(stretches) if self._paragraphs.is_body(s)]
        if not body or not following or following[0].kind is not BlockKind.PARAGRAPH:
            return None
        last, rest = stretches[body[-1]], following[0]
        goes_on = last.last.hyphenated or rest.text[0].islower()
        if last.kind is BlockKind.HEADING or not goes_on or ends_sentence(last.text):
            return None
        return body[-1] if abs(last.last.size - rest.first.size) < 1 else None

    def _add(self, stretch: Stretch) -> None:
        if stretch.kind is BlockKind.HEADING:
            self._builder.heading(stretch.text, self._levels[stretch.rank])
        elif stretch.marked is not None:
            self._builder.item(stretch.marked.text, stretch.marked.marker)
        else:
            self._builder.paragraph(stretch.text)


def _without_contents(pages: list[list[Stretch]]) -> list[list[Stretch]]:
    """Leave out a table of contents, if there is one."""
    entries = sum(is_contents_entry(s.text) for page in pages for s in page)
    if entries < _MIN_CONTENTS_ENTRIES:
        return pages
    return [[s for s in page if not is_contents_entry(s.text)] for page in pages]


def _levels(pages: list[list[Stretch]]) -> dict[float, int]:
    ranks = {s.rank for page in pages for s in page if s.kind is BlockKind.HEADING}
    return {rank: min(i, 6) for i, rank in enumerate(sorted(ranks, reverse=True), start=1)}


def _largest_heading(stretches: list[Stretch]) -> str | None:
    headings = [s for s in stretches if s.kind is BlockKind.HEADING]
    largest = max(headings, key=lambda s: s.rank, default=None)
    if largest is None or len(largest.text) > _MAX_TITLE_CHARACTERS:
        return None
    return largest.text.replace("\n", " ")

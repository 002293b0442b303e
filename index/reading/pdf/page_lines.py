"""Letters of a page -> its visible lines."""

import re
from statistics import median

import pypdfium2 as pdfium

from index.reading.hygiene import one_line
from index.reading.pdf.glyphs import Glyph, PageText
from index.reading.pdf.lines import Line, PageLines
from index.reading.pdf.visibility import Visibility

_LINE_FEED, _CARRIAGE_RETURN = 10, 13
_HYPHENS = frozenset({0x02, 0xFFFE, 0xAD})  # PDFium's signs for a word divided at a line's end
_TYPED_HYPHEN = re.compile(r"[^\W\d_]-\Z")
_BOLD_SHARE = 0.9  # a line with some bold words is not a bold line
_RAISED_SIZE = 0.8  # of the line's letters: a smaller figure is a footnote mark


def read_lines(page: pdfium.PdfPage, number: int) -> PageLines:
    """Return the lines of a page; letters that cannot be seen are left out."""
    reader = _LineReader(PageText(page), Visibility(page))
    lines = tuple(reader.lines())
    return PageLines(number, page.get_height(), lines, reader.hidden)


class _LineReader:
    def __init__(self, text: PageText, visibility: Visibility) -> None:
        self._text = text
        self._visibility = visibility
        self.hidden = 0

    def lines(self) -> list[Line]:
        found: list[Line | None] = []
        waiting: list[Glyph] = []
        for glyph in self._text.glyphs():
            if glyph.code == _LINE_FEED:
                found.append(self._line(waiting, False))
                waiting = []
            elif glyph.code in _HYPHENS:
                found.append(self._line(waiting, True))
                waiting = []
            elif glyph.code != _CARRIAGE_RETURN:
                waiting.append(glyph)
        found.append(self._line(waiting, False))
        return [line for line in found if line is not None]

    def _line(self, glyphs: list[Glyph], hyphenated: bool) -> Line | None:
        glyphs = self._visible(glyphs)
        inked = [glyph for glyph in glyphs if glyph.look and not chr(glyph.code).isspace()]
        if not inked:
            return None
        size = median(glyph.look.size for glyph in inked if glyph.look)
        text = one_line("".join(chr(g.code) for g in _without_marks(glyphs, size)))
        first, last = self._text.box(inked[0].index), self._text.box(inked[-1].index)
        strong = sum(glyph.look.bold for glyph in inked if glyph.look)
        if not text:
            return None
        if _TYPED_HYPHEN.search(text):  # most PDFs divide words with an ordinary hyphen
            text, hyphenated = text[:-1], True
        return Line(
            text=text,
            left=first.left,
            right=last.right,
            bottom=min(first.bottom, last.bottom),
            top=max(first.top, last.top),
            size=size,
            bold=strong >= _BOLD_SHARE * len(inked),
            hyphenated=hyphenated,
        )

    def _visible(self, glyphs: list[Glyph]) -> list[Glyph]:
        kept = [glyph for glyph in glyphs if self._is_seen(glyph)]
        self.hidden += len(glyphs) - len(kept)
        return kept

    def _is_seen(self, glyph: Glyph) -> bool:
        if glyph.look is None or chr(glyph.code).isspace():
            return True
        return self._visibility.sees(glyph.look, self._text.box(glyph.index))


def _without_marks(glyphs: list[Glyph], size: float) -> list[Glyph]:
    """Leave out footnote marks: small figures after a word ("Neni 6/1" is not "Neni 6/12")."""
    kept: list[Glyph] = []
    in_text = False  # past the figures with which a footnote itself begins
    for glyph in glyphs:
        figure = chr(glyph.code).isdigit()
        small = glyph.look is not None and glyph.look.size < size * _RAISED_SIZE
        if not (small and figure and in_text):
            kept.append(glyph)
        in_text = in_text or not (small and figure)
    return kept

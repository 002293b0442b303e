"""Lines of a page -> headings, paragraphs and list entries."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from index.reading.document import BlockKind
from index.reading.pdf.contents import is_contents_entry
from index.reading.pdf.hyphens import Hyphens
from index.reading.pdf.lines import Line, PageLines
from index.reading.text_lines import Marked, ends_sentence, is_capitals, split_marker

_GAP = 0.6  # of the letters' size: more white between two lines than this parts paragraphs
_INDENT = 0.6  # of the letters' size
_SAME_SIZE = 0.5  # points
_STRIP_POINTS = 10.0
_ALIGNED = 3.0  # points
_LARGER = 1.15  # than running text, for a heading
_HEADING_CHARACTERS = 200
_NO_TITLE = re.compile(r"@|www\.|://|©|___")  # addresses, and blanks to fill in
Columns = dict[Line, float]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that belong together on one page, as what they are.

    ``marked`` holds a list entry's marker; ``rank`` orders headings, a greater one stands higher.
    """

    kind: BlockKind
    text: str
    first: Line
    last: Line
    rank: float = 0.0
    marked: Marked | None = None


class Paragraphs:
    """Splits pages into stretches; ``body_size`` is the letters' size of most running text."""

    def __init__(self, pages: list[PageLines]) -> None:
        self._hyphens = Hyphens(pages)
        sizes = [line.size for page in pages for line in page.lines for _ in line.text]
        self._body_size = median(sizes) if sizes else 1.0

    def of(self, page: PageLines) -> list[Stretch]:
        """Return the stretches of one page in reading order."""
        columns = _column_widths(page)
        stretches = [self._stretch(group, columns) for group in _groups(page, columns)]
        return [s for s in stretches if not self._is_loose_mark(s)]

    def glue(self, before: Stretch, after: Stretch) -> str:
        """Return what stands between the parts of a paragraph that runs over two pages."""
        return self._hyphens.glue(before.text, after.text, before.last.hyphenated)

    def is_body(self, stretch: Stretch) -> bool:
        """Say whether the stretch is running text and not a note in smaller letters."""
        return stretch.last.size >= self._body_size - _SAME_SIZE

    def _stretch(self, lines: list[Line], columns: Columns) -> Stretch:
        text = lines[0].text
        for previous, line in pairwise(lines):
            if _forced(previous, line, columns):
                text = f"{text}\n{line.text}"
            else:
                text = self._hyphens.joined(text, line.text, previous.hyphenated)
        if self._is_heading(lines, text):
            steps = round(math.log(lines[0].size / self._body_size, _LARGER))
            rank = steps + (0.5 if is_capitals(text) else 0.0)
            return Stretch(BlockKind.HEADING, text, lines[0], lines[-1], rank)
        if marked := split_marker(text.replace("\n", " ")):
            return Stretch(BlockKind.ITEM, text, lines[0], lines[-1], marked=marked)
        return Stretch(BlockKind.PARAGRAPH, text, lines[0], lines[-1])

    def _is_loose_mark(self, stretch: Stretch) -> bool:
        """A footnote's number that stands apart from the text it belongs to."""
        return stretch.text.isdigit() and not self.is_body(stretch)

    def _is_heading(self, lines: list[Line], text: str) -> bool:
        letters = sum(map(str.isalpha, text))
        if len(text) > _HEADING_CHARACTERS or len(lines) > 4 or letters * 2 < len(text):
            return False
        if ends_sentence(text) or text[0].islower() or _NO_TITLE.search(text):
            return False
        larger = min(line.size for line in lines) >= self._body_size * _LARGER
        return larger or all(line.bold for line in lines) or is_capitals(text)


def _groups(page: PageLines, columns: Columns) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in page.lines:
        if group and _parts(group, line, columns):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _parts(group: list[Line], line: Line, columns: Columns) -> bool:
    """Say whether a line begins something new after the lines of a group."""
    previous, first = group[-1], group[0]
    if previous.hyphenated and line.text[0].islower():
        return False
    if is_contents_entry(previous.text):
        return True
    white = previous.bottom - line.top
    runs_on = line.text[0].islower() and not _ends_statement(previous.text)
    if white < -2 * line.size:  # a jump up, to another column
        return not runs_on
    if white > _GAP * line.size:
        return True
    if abs(line.size - previous.size) > _SAME_SIZE or line.bold != previous.bold:
        return not runs_on
    if split_marker(line.text):
        return True
    forced = _forced(previous, line, columns) and _ends_statement(previous.text)
    if split_marker(first.text):
        return forced or first.left - line.left > _ALIGNED
    indented = line.left - previous.left > _INDENT * line.size
    centred = abs(line.left + line.right - previous.left - previous.right) < 2 * _ALIGNED
    return forced or (indented and not centred and _ends_statement(previous.text))


def _ends_statement(text: str) -> bool:
    return ends_sentence(text) and not text.endswith(",")


def _forced(previous: Line, line: Line, columns: Columns) -> bool:
    """Say whether the line was broken on purpose: its next word would still have fitted."""
    if previous.hyphenated or line.text[0].islower():
        return False
    word = len(line.text.partition(" ")[0]) + 1
    needed = word * line.width / max(len(line.text), 1)
    return previous.width + needed < columns[previous] - 0.5 * previous.size


def _column_widths(page: PageLines) -> Columns:
    """For each line, the width of the widest line that stands over or under it on the page."""
    widest: dict[int, float] = {}
    for line in page.lines:
        for strip in _strips(line):
            widest[strip] = max(widest.get(strip, 0.0), line.width)
    return {line: max(widest[strip] for strip in _strips(line)) for line in page.lines}


def _strips(line: Line) -> range:
    """The upright strips of the page that a line runs through."""
    first = int(line.left / _STRIP_POINTS)
    return range(first, max(int(line.right / _STRIP_POINTS), first) + 1)

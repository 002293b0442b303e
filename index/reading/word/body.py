"""The body of a Word document as blocks: paragraphs, lists and tables in document order."""

from collections.abc import Iterator
from itertools import takewhile

from lxml.etree import _Element

from index.reading.builder import TextBuilder
from index.reading.hygiene import one_line
from index.reading.tables import add_rows
from index.reading.text_lines import ends_sentence, is_capitals, split_marker
from index.reading.word.names import FALLBACK, number, value, w
from index.reading.word.numbering import Numbering
from index.reading.word.runs import Runs, RunText
from index.reading.word.styles import Numbered, Styles, numbered
from index.reading.word.tables import is_header, rows_of, slots

_PARAGRAPH, _TABLE = w("p"), w("tbl")
_HEADING_CHARACTERS = 120
_CONTAINERS = frozenset(
    w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
)
_MAX_DEPTH = 50  # of tables in tables and content controls in each other


class Body:
    """Adds a body's content to the builder; ``hidden`` says whether text was left out."""

    def __init__(self, builder: TextBuilder, styles: Styles, numbering: Numbering) -> None:
        self._builder = builder
        self._styles = styles
        self._numbering = numbering
        self._runs = Runs(styles)
        self.hidden = False

    def add(self, parent: _Element, depth: int = 0) -> None:
        """Add the paragraphs and tables inside an element, also those in content controls."""
        for child in parent.iterchildren():
            if child.tag == _PARAGRAPH:
                if len(child):
                    self._paragraph(child, depth)
            elif child.tag == _TABLE:
                self._table(child, depth)
            elif depth < _MAX_DEPTH and child.tag in _CONTAINERS:
                self.add(child, depth + 1)

    def _paragraph(self, paragraph: _Element, depth: int) -> None:
        runs = self._seen(paragraph)
        text = "".join(run.text for run in runs)
        if text.strip():
            self._block(paragraph, text, runs)
        if depth < _MAX_DEPTH:
            for box in _text_boxes(paragraph):
                self.add(box, depth + 1)

    def _block(self, paragraph: _Element, text: str, runs: list[RunText]) -> None:
        level = self._heading_level(paragraph, text, runs)
        entry, lead = self._entry(paragraph), _lead(runs)
        if level is not None:
            marker = self._numbering.marker(entry) if entry else "-"
            self._builder.heading(text if marker == "-" else f"{marker} {text}", level)
        elif entry is not None:
            self._builder.item(text, self._numbering.marker(entry), entry.level, lead)
        elif "\n" not in text and (typed := split_marker(text)):
            self._builder.item(typed.text, typed.marker)
        else:
            self._builder.paragraph(text, lead)

    def _seen(self, paragraph: _Element) -> list[RunText]:
        runs = self._runs.of(paragraph)
        if any(run.hidden and run.text.strip() for run in runs):
            self.hidden = True
        return [run for run in runs if not run.hidden]

    def _heading_level(self, paragraph: _Element, text: str, runs: list[RunText]) -> int | None:
        style = value(paragraph.find(f"{w('pPr')}/{w('pStyle')}"))
        outline = number(paragraph.find(f"{w('pPr')}/{w('outlineLvl')}"), 9)
        level = self._styles.heading_level(style)
        if level is None and outline < 9:
            level = min(outline + 1, 6)
        if level is None and self._looks_like_heading(paragraph, text.strip(), runs):
            level = 2
        return level

    def _looks_like_heading(self, paragraph: _Element, text: str, runs: list[RunText]) -> bool:
        """Many authors only make a line bold and put it in capitals or in the middle."""
        bold = all(run.bold for run in runs if run.text.strip())
        centred = value(paragraph.find(f"{w('pPr')}/{w('jc')}")) == "center"
        short = len(text) <= _HEADING_CHARACTERS and "\n" not in text
        fits = short and any(map(str.isalpha, text)) and not ends_sentence(text.rstrip(":"))
        return bold and fits and (centred or is_capitals(text))

    def _entry(self, paragraph: _Element) -> Numbered | None:
        properties = paragraph.find(f"{w('pPr')}/{w('numPr')}")
        if properties is not None:
            return numbered(properties)
        return self._styles.numbered(value(paragraph.find(f"{w('pPr')}/{w('pStyle')}")))

    def _table(self, table: _Element, depth: int) -> None:
        rows = rows_of(table)
        if all(len(row.cells) <= 1 for row in rows):  # a frame around text, not a table
            for cell in (cell for row in rows for cell in row.cells):
                self.add(cell, depth + 1)
            return
        headed = bool(rows) and is_header(rows, self._is_bold)
        add_rows(self._builder, slots(rows, self._cell_text), int(headed))

    def _cell_text(self, cell: _Element) -> str:
        texts = ("".join(run.text for run in self._seen(p)) for p in _paragraphs(cell))
        return " ".join(one_line(text) for text in texts)

    def _is_bold(self, cell: _Element) -> bool:
        runs = [run for p in _paragraphs(cell) for run in self._runs.of(p) if run.text.strip()]
        return all(run.bold for run in runs)


def _lead(runs: list[RunText]) -> str:
    """The bold beginning of a paragraph, on its first line."""
    bold = takewhile(lambda run: run.bold or not run.text.strip(), runs)
    return "".join(run.text for run in bold).strip().partition("\n")[0]


def _paragraphs(cell: _Element) -> Iterator[_Element]:
    return (p for p in cell.iter(w("p")) if not any(True for _ in _fallbacks(p)))


def _text_boxes(paragraph: _Element) -> Iterator[_Element]:
    """The text boxes anchored in a paragraph, each once though Word writes it in two forms."""
    return (b for b in paragraph.iter(w("txbxContent")) if not any(True for _ in _fallbacks(b)))


def _fallbacks(element: _Element) -> Iterator[_Element]:
    return element.iterancestors(FALLBACK)

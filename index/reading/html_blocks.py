"""An HTML tree as headings, paragraphs, list entries and table rows. Markdown comes here too."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from index.reading.builder import TextBuilder
from index.reading.html_tables import cells_of, header_rows, slots_of
from index.reading.hygiene import one_line
from index.reading.tables import add_rows

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark q rp rt ruby "
    "samp small span strong sub sup time tt u var wbr o:p"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_BOLD = frozenset(("b", "strong"))
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_MAX_DEPTH = 200  # the parser stops near 255; Python's own stack allows for about this much
_LINE_BREAK = "\x00"  # stands for <br> until the white space of the source is folded


def add_blocks(builder: TextBuilder, root: HtmlElement) -> None:
    """Add the blocks of a tree from which hidden and foreign parts are already removed."""
    walk = _Walk(builder)
    walk.element(root, 0)
    walk.flush()


class _Walk:
    """Gathers running text until a block begins or ends, then hands it to the builder."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._running: list[str] = []
        self._lead: list[str] = []  # what the running text begins with in bold
        self._bold = 0  # how many bold elements are open
        self._plain = False  # whether the running text has other letters already
        self._depth = -1  # of lists
        self._marker: str | None = None  # of the list entry whose text is being gathered
        self._preformatted = False

    def flush(self) -> None:
        """Write the gathered text as a paragraph, or as an entry inside a list."""
        raw, self._running = "".join(self._running), []
        lead = " ".join("".join(self._lead).split()).strip(_LINE_BREAK).partition(_LINE_BREAK)[0]
        self._lead, self._plain = [], False
        text = raw if self._preformatted else " ".join(raw.split())
        text = text.replace(_LINE_BREAK, "\n")
        if not text.strip():
            return
        if self._depth >= 0:
            # What follows in the same entry has no number of its own and lies deeper.
            depth = self._depth + (self._marker is None)
            self._builder.item(text, self._marker or "-", depth, lead)
            self._marker = None
        else:
            self._builder.paragraph(text, lead)

    def element(self, element: HtmlElement, depth: int) -> None:
        """Add one element and what it holds, but not the text that follows it."""
        tag = element.tag if depth < _MAX_DEPTH else "too deep"
        if tag == "too deep":
            self._run("".join(element.itertext()))
        elif tag in _HEADINGS:
            self._heading(element)
        elif tag in ("ul", "ol", "menu", "dir"):
            self._list(element, depth)
        elif tag == "table":
            self._table(element, depth)
        elif tag == "br":
            self._run(_LINE_BREAK)
        elif tag in _INLINE:
            bold = _is_bold(element)
            self._bold += bold
            self._children(element, depth)
            self._bold -= bold
        else:
            self._block(element, depth)

    def _children(self, element: HtmlElement, depth: int) -> None:
        self._run(element.text or "")
        for child in element:
            self.element(child, depth + 1)
            self._run(child.tail or "")

    def _run(self, text: str) -> None:
        self._running.append(text)
        if self._plain:
            return
        if self._bold or not text.strip():
            self._lead.append(text)
        else:
            self._plain = True

    def _block(self, element: HtmlElement, depth: int) -> None:
        self.flush()
        self._preformatted = element.tag == "pre"
        term = element.tag == "dt"
        self._bold += term
        self._children(element, depth)
        self.flush()
        self._bold -= term
        self._preformatted = False

    def _heading(self, element: HtmlElement) -> None:
        self.flush()
        self._builder.heading(_text(element), _HEADINGS[str(element.tag)])

    def _list(self, element: HtmlElement, depth: int) -> None:
        self.flush()
        outer, self._depth = self._marker, self._depth + 1
        if self._depth == 0:
            self._builder.end_group()
        number = _number(element.get("start"), 1) if element.tag == "ol" else None
        for child in element:
            if child.tag == "li":
                number = None if number is None else _number(child.get("value"), number)
                self._marker = "-" if number is None else f"{number}."
                self._children(child, depth + 1)
                self.flush()
                number = None if number is None else number + 1
            else:  # a list directly inside a list, which is wrong but common
                self.element(child, depth + 1)
        self._depth, self._marker = self._depth - 1, outer
        if self._depth < 0:
            self._builder.end_group()

    def _table(self, element: HtmlElement, depth: int) -> None:
        self.flush()
        cells = cells_of(element)
        cells = [row for row in cells if row]
        if element.find(".//table") is not None or all(len(row) <= 1 for row in cells):
            for cell in (cell for row in cells for cell in row):  # a table that only lays out
                self._block(cell, depth + 1)
            return
        for caption in element.iterchildren("caption"):
            self._builder.paragraph(_text(caption))
        while len(cells[0]) == 1:  # a title over the whole table
            self._builder.paragraph(_text(cells.pop(0)[0]))
        headers = header_rows(cells)
        add_rows(self._builder, (slots_of(row, _text) for row in cells), headers)


def _is_bold(element: HtmlElement) -> bool:
    return element.tag in _BOLD or bool(_BOLD_STYLE.search(element.get("style") or ""))


def _text(element: HtmlElement) -> str:
    """All text of an element on one line; blocks inside it stay apart from each other."""
    return one_line("".join(_pieces(element)))


def _pieces(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        gap = "" if child.tag in _INLINE else " "
        yield gap
        yield from _pieces(child)
        yield gap + (child.tail or "")


def _number(value: str | None, default: int) -> int:
    try:
        return int(value or "")
    except ValueError:
        return default

"""The rows and cells of an HTML table, and which of the rows name its columns."""

from collections.abc import Callable, Sequence
from itertools import takewhile

from lxml.html import HtmlElement

from index.reading.tables import Slot

_BOLD = frozenset(("b", "strong"))


def cells_of(table: HtmlElement) -> list[list[HtmlElement]]:
    """The cells of each row of a table, without those of tables inside it."""
    rows = (row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table)
    return [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]


def header_rows(rows: Sequence[Sequence[HtmlElement]]) -> int:
    """How many of the first rows name the columns: by their element, their place or their look."""
    declared = len(list(takewhile(_is_declared, rows)))
    if declared and (declared < len(rows) or len(rows) == 1):
        return declared
    bold = len(rows) > 1 and _is_bold(rows[0]) and not _is_bold(rows[1])
    return int(bold)


def slots_of(row: Sequence[HtmlElement], text: Callable[[HtmlElement], str]) -> list[Slot]:
    """The cells of a row as ``text`` reads them, with the columns and rows that they cover."""
    return [Slot(text(cell), _span(cell, "colspan"), _span(cell, "rowspan")) for cell in row]


def _is_declared(row: Sequence[HtmlElement]) -> bool:
    if len(row) < 2:
        return False
    inside = next(row[0].iterancestors("thead", "table"))
    return inside.tag == "thead" or all(cell.tag == "th" for cell in row)


def _is_bold(row: Sequence[HtmlElement]) -> bool:
    filled = [cell for cell in row if "".join(cell.itertext()).strip()]
    return len(filled) > 1 and all(map(_has_only_bold, filled))


def _has_only_bold(cell: HtmlElement) -> bool:
    texts = cell.xpath(".//text()[normalize-space()]")
    return all(any(up.tag in _BOLD for up in _ancestors(text, cell)) for text in texts)


def _ancestors(text: object, cell: HtmlElement) -> list[HtmlElement]:
    """The elements between a stretch of text and the cell that it stands in."""
    parent = text.getparent()  # type: ignore[attr-defined]
    inner = parent.getparent() if text.is_tail else parent  # type: ignore[attr-defined]
    found = []
    while inner is not None and inner is not cell:
        found.append(inner)
        inner = inner.getparent()
    return found


def _span(cell: HtmlElement, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 1

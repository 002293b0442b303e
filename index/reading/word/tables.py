"""The rows and cells of a Word table, with the columns and rows that each cell covers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from index.reading.tables import Slot
from index.reading.word.names import is_on, number, value, w


@dataclass(frozen=True, slots=True)
class WordRow:
    """A row: its own cells, the column of each, and the columns that go on from the row above."""

    element: _Element
    cells: tuple[_Element, ...]
    columns: dict[_Element, int]
    continued: frozenset[int]


def rows_of(table: _Element) -> list[WordRow]:
    """The rows of a table, without those of tables inside it."""
    rows = (row for row in table.iter(w("tr")) if next(row.iterancestors(w("tbl"))) is table)
    return [_row(row) for row in rows]


def is_header(rows: Sequence[WordRow], is_bold: Callable[[_Element], bool]) -> bool:
    """Whether the first row names the columns: it is marked so, or it alone is bold."""
    if is_on(rows[0].element.find(f"{w('trPr')}/{w('tblHeader')}")):
        return True
    return (
        len(rows) > 1 and all(map(is_bold, rows[0].cells)) and not all(map(is_bold, rows[1].cells))
    )


def slots(rows: Sequence[WordRow], text: Callable[[_Element], str]) -> Iterator[list[Slot]]:
    """The cells of each row as ``text`` reads them."""
    for below, row in enumerate(rows, start=1):
        yield [
            Slot(text(cell), _columns(cell), _depth(rows, below, row.columns[cell]))
            for cell in row.cells
        ]


def _row(row: _Element) -> WordRow:
    cells, columns, continued, column = [], {}, set(), 0
    for cell in row.iter(w("tc")):
        if next(cell.iterancestors(w("tr"))) is not row:
            continue
        merged = cell.find(f"{w('tcPr')}/{w('vMerge')}")
        if merged is None or value(merged) == "restart":
            cells.append(cell)
            columns[cell] = column
        else:
            continued.add(column)
        column += _columns(cell)
    return WordRow(row, tuple(cells), columns, frozenset(continued))


def _columns(cell: _Element) -> int:
    return max(1, number(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), 1))


def _depth(rows: Sequence[WordRow], below: int, column: int) -> int:
    """How many rows a cell covers: its own and those from ``below`` on that continue it."""
    end = below
    while end < len(rows) and column in rows[end].continued:
        end += 1
    return 1 + end - below

"""Table rows as lines of text that can be read alone."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from index.reading.builder import Cell, TextBuilder
from index.reading.document import Part
from index.reading.hygiene import one_line

_ROWS_LOOKED_AT = 10
_MOST_COLUMNS = 200
_MOST_ROWS = 10_000
_FIGURE = re.compile(r"[\d\s.,:/%€$+()-]+")


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell as a file gives it: its text, and how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class _Hanging:
    """A cell that reaches down: where it stands, if it has text, and for how many rows more."""

    part: Part | None
    rows: int


def add_rows(builder: TextBuilder, rows: Iterable[Sequence[Slot]], headers: int) -> None:
    """Add the rows of one table; the first ``headers`` of them name the columns of the rest."""
    builder.end_group()
    table = _Table(builder)
    for index, row in enumerate(rows):
        table.add(row, names=index < headers)
    builder.end_group()


def add_sheet(builder: TextBuilder, rows: Iterable[Sequence[str]]) -> None:
    """Add the rows of a CSV file or a sheet, whose column names stand in one of the first rows.

    Rows with a single cell before the column names (a title, a note) become paragraphs.
    """
    numbered = (row for row in rows if any(cell.strip() for cell in row))
    first = list(islice(numbered, _ROWS_LOOKED_AT))
    names = next((i for i, row in enumerate(first) if len(_filled(row)) > 1), 0)
    for row in first[:names]:
        builder.paragraph(_filled(row)[0])
    headed = bool(first) and _names_columns(first[names])
    slots = ([Slot(cell) for cell in row] for row in chain(first[names:], numbered))
    add_rows(builder, slots, int(headed))


class _Table:
    """Gives each cell its column, though cells may cover several columns and rows."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._names: dict[int, str] = {}
        self._hanging: dict[int, _Hanging] = {}

    def add(self, row: Sequence[Slot], *, names: bool) -> None:
        """Add one row; with ``names`` it names the columns of those after it."""
        placed = self._placed(row)
        if names:
            for column, slot in placed:
                self._name(column, slot)
        cells = [
            Cell(text, column, "" if names else self._names.get(column, ""))
            for column, slot in placed
            if (text := one_line(slot.text))
        ]
        above = [] if names else self._above(cells)
        written = {part.column: part for part in self._builder.row(cells, above, names=names)}
        self._lower()
        for column, slot in placed:
            if slot.rows > 1:
                self._hang(column, slot, written.get(column))

    def _placed(self, row: Sequence[Slot]) -> list[tuple[int, Slot]]:
        placed, column = [], 0
        for slot in row:
            while column in self._hanging:
                column += 1
            placed.append((column, slot))
            column += _within(slot.columns, _MOST_COLUMNS)
        return placed

    def _name(self, column: int, slot: Slot) -> None:
        name = one_line(slot.text).rstrip(":")
        for covered in range(column, column + _within(slot.columns, _MOST_COLUMNS)):
            self._names[covered] = name or self._names.get(covered, "")

    def _above(self, cells: Sequence[Cell]) -> list[Part]:
        taken = {cell.column for cell in cells}
        parts = (hanging.part for hanging in self._hanging.values())
        return [part for part in parts if part is not None and part.column not in taken]

    def _hang(self, column: int, slot: Slot, part: Part | None) -> None:
        rows = _within(slot.rows, _MOST_ROWS) - 1
        for covered in range(column, column + _within(slot.columns, _MOST_COLUMNS)):
            self._hanging[covered] = _Hanging(part if covered == column else None, rows)

    def _lower(self) -> None:
        for hanging in self._hanging.values():
            hanging.rows -= 1
        self._hanging = {at: one for at, one in self._hanging.items() if one.rows > 0}


def _within(number: int, most: int) -> int:
    return max(1, min(number, most))


def _filled(row: Sequence[str]) -> list[str]:
    return [cell for cell in row if cell.strip()]


def _names_columns(row: Sequence[str]) -> bool:
    """Column names are words, differ from each other and are short."""
    filled = _filled(row)
    words = all(not _FIGURE.fullmatch(cell) and len(cell) <= 80 for cell in filled)
    return words and len(set(filled)) == len(filled)

"""Table rows as lines of text that can be read alone."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, islice

from index.reading.builder import TextBuilder
from index.reading.hygiene import one_line

CELL_SEPARATOR = " | "
_ROWS_LOOKED_AT = 10
_FIGURE = re.compile(r"[\d\s.,:/%€$+()-]+")


def add_rows(builder: TextBuilder, rows: Iterable[Sequence[str]], headed: bool) -> None:
    """Add the rows of one table; with ``headed`` the first row names the columns of the rest."""
    builder.end_group()
    names: Sequence[str] = ()
    for index, row in enumerate(rows):
        cells = [one_line(cell) for cell in row]
        if index == 0 and headed:
            names = cells
            builder.row(CELL_SEPARATOR.join(filter(None, cells)))
        else:
            builder.row(_row_text(names, cells))
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
    add_rows(builder, chain(first[names:], numbered), headed)


def _filled(row: Sequence[str]) -> list[str]:
    return [cell for cell in row if cell.strip()]


def _names_columns(row: Sequence[str]) -> bool:
    """Column names are words, differ from each other and are short."""
    filled = _filled(row)
    words = all(not _FIGURE.fullmatch(cell) and len(cell) <= 80 for cell in filled)
    return words and len(set(filled)) == len(filled)


def _row_text(names: Sequence[str], cells: Sequence[str]) -> str:
    parts = []
    for index, cell in enumerate(cells):
        name = names[index] if index < len(names) else ""
        if cell:
            parts.append(f"{name.rstrip(':')}: {cell}" if name else cell)
    return CELL_SEPARATOR.join(parts)

"""Tables: each row a record, its cells the fields that the columns name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.reading import Block, BlockKind, Part
from index.records.drafts import listing
from index.records.introductions import introduction
from index.records.lines import Section
from index.records.listing import Entry, Field, Kind, Listing
from index.records.source import Source

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_ADDRESS = re.compile(r"@|://|www\.")
_FIGURE = re.compile(r"\d{1,3}(?:[., ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?")
_TITLE_CHARACTERS = 40
_MOSTLY = 0.6
_DISTINCT = 0.9
_ALL_BUT_FEW = 0.8
_FEWEST_COLUMNS = 3  # of a table whose rows with one cell are titles of those below
_FEWEST_SUMMED = 3
_PAIR = 2  # columns
_FEWEST_BELOW = 3
_ROUNDING = 0.005


@dataclass(frozen=True, slots=True)
class _Row:
    """A row, its cells by column, and the title of the group of rows that it belongs to."""

    block: Block
    cells: dict[int, Part]
    group: Part | None = None


def tables(source: Source) -> Iterator[Listing]:
    """Every table of the document."""
    for section in source.sections:
        for first, blocks in _runs(source, section):
            rows, titles = _read(source, blocks)
            if rows:
                said = introduction(source, section, first, len(rows))
                names = _name_column(source, rows)
                entries = [_entry(source, row, names, titles) for row in rows]
                yield listing(source, Kind.TABLE, section.headings, said, entries)


def _runs(source: Source, section: Section) -> Iterator[tuple[int, list[Block]]]:
    """The rows of one table each, with the place of the first among the blocks."""
    run: list[Block] = []
    first = 0
    for at, block in enumerate(section.blocks):
        goes_on = run and source.text[run[-1].end : block.start] == "\n"
        if run and (block.kind is not BlockKind.ROW or not goes_on):
            yield first, run
            run = []
        if block.kind is BlockKind.ROW:
            first = at if not run else first
            run.append(block)
    if run:
        yield first, run


def _read(source: Source, blocks: Sequence[Block]) -> tuple[list[_Row], dict[int, str]]:
    """The rows that are records, and the names of the columns where the cells do not have them."""
    bodies = [block for block in blocks if not block.level and block.parts]
    titles: dict[int, str] = {}
    if len(bodies) == len(blocks) and _names_columns(source, bodies):
        titles = {part.column: _value(source, part) for part in bodies.pop(0).parts}
    rows = list(_grouped(bodies))
    if len(rows) >= _FEWEST_SUMMED and _is_total(source, rows):
        rows.pop()
    return rows, titles


def _grouped(blocks: Sequence[Block]) -> Iterator[_Row]:
    """The rows, each with the last row of one cell above it, which is a title over a group."""
    columns = {part.column for block in blocks for part in block.parts}
    group: Part | None = None
    for block in blocks:
        if len(columns) >= _FEWEST_COLUMNS and len(block.parts) == 1:
            group = block.parts[0]
        else:
            yield _Row(block, {part.column: part for part in block.parts}, group)


def _names_columns(source: Source, rows: Sequence[Block]) -> bool:
    """Whether the first row of an unmarked table looks unlike those below: it names the columns."""
    first, below = rows[0], rows[1:]
    titles = [_value(source, part) for part in first.parts]
    short = all(len(title) <= _TITLE_CHARACTERS and not _NUMBER.search(title) for title in titles)
    if not short or len(titles) < 2 or len(set(titles)) < len(titles):
        return False
    if len(below) < (_FEWEST_BELOW if len(titles) == _PAIR else 1):
        return False  # two columns may be labels and values
    return any(_unlike(source, part, below) for part in first.parts)


def _unlike(source: Source, title: Part, below: Sequence[Block]) -> bool:
    """Whether nearly all cells of a column have figures, addresses or full names, not its title."""
    cells = [part for row in below for part in row.parts if part.column == title.column]
    values = [_value(source, cell) for cell in cells]
    return any(
        not looks(_value(source, title))
        and sum(map(looks, values)) >= max(1, _ALL_BUT_FEW * len(values))
        for looks in (_has_number, _is_address, _is_full_name)
    )


def _has_number(value: str) -> bool:
    return _NUMBER.search(value) is not None


def _is_address(value: str) -> bool:
    return _ADDRESS.search(value) is not None


def _is_full_name(value: str) -> bool:
    return sum(match.group()[0].isupper() for match in _WORD.finditer(value)) > 1


def _is_total(source: Source, rows: Sequence[_Row]) -> bool:
    """Whether the last row has the sum of a column."""
    *others, last = rows
    for column, cell in last.cells.items():
        figure = _figure(_value(source, cell))
        column_cells = [row.cells[column] for row in others if column in row.cells]
        figures = [_figure(_value(source, one)) for one in column_cells]
        if figure and len(figures) == len(others) and None not in figures:
            summed = [one for one in figures if one is not None]
            if max(summed) < figure and abs(sum(summed) - figure) <= _ROUNDING * figure:
                return True
    return False


def _figure(text: str) -> float | None:
    """The one amount in a cell, whichever way its thousands are set apart."""
    found = _FIGURE.findall(text)
    if len(found) != 1:
        return None
    whole = re.sub(r"[., ](?=\d{3}(?!\d))", "", found[0])
    return float(whole.replace(",", "."))


def _name_column(source: Source, rows: Sequence[_Row]) -> int:
    """The first column whose cells differ and are mostly words, else the one nearest to that."""
    columns = sorted({column for row in rows for column in row.cells})
    best, most = columns[0], -1.0
    for column in columns:
        values = [_value(source, row.cells[column]) for row in rows if column in row.cells]
        if len(values) < _MOSTLY * len(rows) or sum(map(_is_wordy, values)) < _MOSTLY * len(values):
            continue
        distinct = len(set(values)) / len(rows)
        if distinct >= _DISTINCT:
            return column
        if distinct > most:
            best, most = column, distinct
    return best


def _is_wordy(value: str) -> bool:
    words, numbers = len(_WORD.findall(value)), len(_NUMBER.findall(value))
    return words > numbers and not _is_address(value)


def _entry(source: Source, row: _Row, names: int, titles: dict[int, str]) -> Entry:
    cell = row.cells.get(names)
    named = None if cell is None else source.span(cell.start, cell.end)
    fields = tuple(
        _field(source, part, titles) for column, part in row.cells.items() if column != names
    )
    if row.group is not None:
        fields = (*fields, _field(source, row.group, {}, label=False))
    return Entry(
        span=source.span(row.block.start, row.block.end),
        name="" if named is None else named.text,
        named=named,
        fields=fields,
        ends=row.block.end,
    )


def _field(source: Source, part: Part, titles: dict[int, str], *, label: bool = True) -> Field:
    span = source.span(part.start, part.end)
    name = (part.name or titles.get(part.column, "")) if label else ""
    return Field(name, span.text, span)


def _value(source: Source, part: Part) -> str:
    return source.text[part.start : part.end]

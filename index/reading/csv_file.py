"""Reads CSV tables, separated by semicolon, comma, tab or bar."""

import csv
import io

from index.errors import UnreadableFileError
from index.reading.builder import TextBuilder
from index.reading.document import Document
from index.reading.encoding import decode
from index.reading.hygiene import clean
from index.reading.limits import Limits
from index.reading.tables import add_sheet

_DELIMITERS = (";", ",", "\t", "|")
_ROWS_LOOKED_AT = 50


def read_csv(data: bytes, limits: Limits) -> Document:
    """Read each row as "Column: value | Column: value"; the first full row names the columns."""
    decoded = decode(data)
    builder = TextBuilder(limits)
    for warning in decoded.warnings:
        builder.warn(warning)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    rows = csv.reader(io.StringIO(text), delimiter=_delimiter(text))
    try:
        add_sheet(builder, rows)
    except csv.Error as error:
        raise UnreadableFileError("damaged: not a table of comma-separated values") from error
    return builder.build()


def _delimiter(text: str) -> str:
    """The separator that gives the most rows of one common width."""
    lines = text.split("\n", _ROWS_LOOKED_AT + 1)[:_ROWS_LOOKED_AT]
    sample = clean("\n".join(lines)) if "\t" not in text else "\n".join(lines)
    return max(_DELIMITERS, key=lambda delimiter: _fit(sample, delimiter))


def _fit(sample: str, delimiter: str) -> tuple[int, int]:
    """How many rows have the commonest width above one, and that width."""
    try:
        widths = [len(row) for row in csv.reader(sample.split("\n"), delimiter=delimiter) if row]
    except csv.Error:
        return (0, 0)
    wide = [width for width in widths if width > 1]
    common = max(wide, key=wide.count, default=0)
    return (wide.count(common), common)

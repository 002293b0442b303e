"""Reads plain text (.txt), whose structure is only in its blank lines, markers and capitals."""

import re
from dataclasses import replace

from index.reading.builder import TextBuilder
from index.reading.document import Document, Metadata
from index.reading.encoding import decode
from index.reading.hygiene import clean, one_line
from index.reading.limits import Limits
from index.reading.text_lines import (
    ends_sentence,
    is_capitals,
    is_numbered_title,
    is_title_like,
    split_marker,
)

_BLANK = re.compile(r"\n[ ]*\n\s*")
_BREADCRUMBS = re.compile(r"\s+[/>»›]\s+")
_MAX_TITLE_CHARACTERS = 200
_ALONE_CHARACTERS = 60  # a line in ordinary letters must be this short to pass as a heading
_LONG_CHARACTERS = 80  # and something at least this long must follow soon
_SOON = 3
_WRAP_COLUMNS = range(50, 101)


def read_text(data: bytes, limits: Limits) -> Document:
    """Read a text file; its first line is its title."""
    decoded = decode(data)
    document = read_plain_text(decoded.text, limits)
    return replace(document, warnings=(*decoded.warnings, *document.warnings))


def read_plain_text(raw: str, limits: Limits | None = None) -> Document:
    """Find the structure of a text that is decoded already; its first line is its title."""
    builder = TextBuilder(limits or Limits())
    text = clean(raw).strip("\n ")
    chunks = [lines for chunk in _BLANK.split(text) if (lines := _lines(chunk))]
    for index, lines in enumerate(chunks):
        _add_chunk(builder, lines, index == 0, chunks[index + 1 : index + 1 + _SOON])
    document = builder.build()
    return replace(document, metadata=Metadata(title=_title(chunks[0][0])))


def _lines(chunk: str) -> list[str]:
    return [line for line in (one_line(line) for line in chunk.split("\n")) if line]


def _add_chunk(
    builder: TextBuilder, lines: list[str], first: bool, following: list[list[str]]
) -> None:
    """Add the lines between two blank lines."""
    if _opens_with_heading(lines, first, following):
        builder.heading(lines[0], 1 if first else 2)
        lines = lines[1:]
    if _is_wrapped(lines):
        builder.paragraph(" ".join(lines))
        return
    builder.end_group()
    in_item = False
    for line in lines:
        if marked := split_marker(line):
            builder.item(marked.text, marked.marker)
            in_item = True
        elif in_item and line[0].islower():
            builder.extend(line)
        else:
            builder.paragraph(line)
            in_item = False


def _opens_with_heading(lines: list[str], first: bool, following: list[list[str]]) -> bool:
    line, alone = lines[0], len(lines) == 1
    if first and alone and len(line) <= _MAX_TITLE_CHARACTERS and not ends_sentence(line):
        return not _BREADCRUMBS.search(line)
    if not alone and (marked := split_marker(lines[1])) and marked.numbered:
        return False  # the first entry of a numbered list
    if is_numbered_title(line):
        return True
    if not is_title_like(line) or split_marker(line):
        return False
    if is_capitals(line):
        return bool(lines[1:] or following)
    return alone and _stands_over_text(line, following)


def _stands_over_text(line: str, following: list[list[str]]) -> bool:
    """A short line in ordinary letters is a heading only if longer text comes soon after it."""
    wordy = len(line) <= _ALONE_CHARACTERS and line[0].isalpha() and ":" not in line
    longest = (max(map(len, lines)) for lines in following)
    return wordy and any(length >= _LONG_CHARACTERS for length in longest)


def _is_wrapped(lines: list[str]) -> bool:
    """Several lines are one paragraph if all but the last are full and break off in the middle."""
    if len(lines) < 2 or any(split_marker(line) for line in lines):
        return False
    full = all(len(line) in _WRAP_COLUMNS for line in lines[:-1])
    even = max(map(len, lines)) - min(map(len, lines[:-1])) <= 25
    broken = sum(not ends_sentence(line) for line in lines[:-1])
    return full and even and broken * 2 > len(lines) - 1


def _title(line: str) -> str | None:
    """The first line, or the last part of a trail such as "Home / About us"."""
    crumbs = [part for part in _BREADCRUMBS.split(line) if part]
    title = crumbs[-1] if crumbs else line
    return title if len(title) <= _MAX_TITLE_CHARACTERS else None

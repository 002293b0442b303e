"""Entries under way: where they stand, before the list as a whole gives them names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.reading import Block
from index.records.introductions import Introduction
from index.records.lines import Line
from index.records.listing import Entry, Field, Kind, Listing
from index.records.names import Place, names
from index.records.source import Source

_DETAIL_CHARACTERS = 240
_BETWEEN = " \t.,;:–—-"
_BRACKET = re.compile(r"[\s*]*[(\[]([^()\[\]\n]+)[)\]]")
_BEGINNING_CHARACTERS = 1_200  # of a long section or page


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry: its place, the line that holds its name, its fields, and where it really ends."""

    start: int
    end: int
    line: Line
    fields: tuple[Field, ...] = ()
    ends: int = 0


def listing(
    source: Source,
    kind: Kind,
    headings: tuple[Block, ...],
    said: Introduction,
    entries: Sequence[Entry],
) -> Listing:
    """A list of these entries."""
    return Listing(
        document=source.info.id,
        kind=kind,
        headings=source.titles(headings),
        introduction=said.span,
        stated=said.stated,
        language=source.info.language,
        date=source.info.date,
        start=min(entry.span.start for entry in entries),
        end=max(entry.ends for entry in entries),
        entries=tuple(entries),
    )


def named_entries(source: Source, drafts: Sequence[Draft]) -> list[Entry]:
    """The entries with the names that their lines give, and what stands beside the name."""
    found = names(source.text, [draft.line for draft in drafts], source.words)
    return [_entry(source, draft, name) for draft, name in zip(drafts, found, strict=True)]


def titled_entry(source: Source, draft: Draft) -> Entry:
    """An entry whose name is its whole line, as a heading's is; a long text is cut."""
    place = (draft.line.start, draft.line.end)
    end = beginning(source.text, draft.start, draft.end, draft.line.end)
    return _made(source, draft, place, draft.fields, end)


def beginning(text: str, start: int, end: int, least: int) -> int:
    """Where the beginning of a long text ends: after a line, and not before ``least``."""
    if end - start <= _BEGINNING_CHARACTERS:
        return end
    line = text.rfind("\n", start, start + _BEGINNING_CHARACTERS)
    return max(least, line if line > start else start + _BEGINNING_CHARACTERS)


def _entry(source: Source, draft: Draft, name: Place | None) -> Entry:
    beside = () if name is None else _beside(source, draft.line, name)
    return _made(source, draft, name, (*beside, *draft.fields), draft.end)


def _made(
    source: Source, draft: Draft, name: Place | None, fields: tuple[Field, ...], end: int
) -> Entry:
    named = None if name is None else source.span(*name)
    return Entry(
        span=source.span(draft.start, end),
        name="" if named is None else " ".join(named.text.split()),
        named=named,
        fields=fields,
        ends=max(draft.ends, draft.end),
    )


def _beside(source: Source, line: Line, name: Place) -> tuple[Field, ...]:
    """What follows the name on its line, a bracket apart from the rest.

    Behind a colon, the name is what that is called.
    """
    bracket = _BRACKET.match(source.text, name[1], line.end)
    label = source.text[slice(*name)] if source.text.startswith(":", name[1]) else ""
    places = [(bracket.end() if bracket else name[1], line.end, label)]
    if bracket is not None:
        places.insert(0, (*bracket.span(1), ""))
    return tuple(found for place in places for found in _detail(source, *place))


def _detail(source: Source, start: int, end: int, label: str) -> Iterator[Field]:
    text = source.text[start:end]
    start, value = start + len(text) - len(text.lstrip(_BETWEEN)), text.strip(_BETWEEN)
    if 0 < len(value) <= _DETAIL_CHARACTERS:
        yield Field(label, value, source.span(start, start + len(value)))

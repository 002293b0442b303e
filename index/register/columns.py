"""Table rows -> cells: which column holds names, which coalitions, which what is done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.language import packs
from index.register.names import key
from index.register.records import Entry, Span

_SEPARATOR = " | "


class Role(StrEnum):
    """What a column says of an organisation."""

    NAME = "name"
    ALIASES = "aliases"
    COALITION = "coalition"
    TOPICS = "topics"
    COUNTRY = "country"
    REMOVE = "remove"
    OTHER = "other"


_BY_TITLE = {
    title: role
    for role in Role
    for pack in packs().values()
    for title in pack.lists.column_titles.get(role, ())
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: what its column says, that column's title, and the value's place."""

    role: Role
    title: str
    value: Span


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table with its cells; ``whole`` is the row as it stands."""

    cells: tuple[Cell, ...]
    whole: Span

    def value(self, role: Role) -> Span | None:
        """The first cell of ``role``."""
        return next((cell.value for cell in self.cells if cell.role is role), None)


def rows(entries: Sequence[Entry]) -> Iterator[Row]:
    """The rows of a table below the one that names the columns; all of them without one."""
    if not entries:
        return
    titles = [cell.text for cell in _cut(entries[0].span)]
    labelled = len(entries) > 1 and all(
        any(cell.text.startswith(f"{title.rstrip(':')}: ") for title in titles)
        for cell in _cut(entries[1].span)
    )
    for entry in entries[labelled:]:
        yield Row(tuple(_cells(entry.span, titles if labelled else [])), entry.span)


def role_of(title: str) -> Role:
    """What a column with this title holds."""
    return _BY_TITLE.get(key(title), Role.OTHER)


def _cells(row: Span, titles: Sequence[str]) -> Iterator[Cell]:
    for part in _cut(row):
        title = next(
            (t.rstrip(":") for t in titles if part.text.startswith(f"{t.rstrip(':')}: ")), ""
        )
        skipped = len(title) + 2 if title else 0
        value = Span(row.document, part.start + skipped, part.end, part.text[skipped:])
        yield Cell(role_of(title), title, value)


def _cut(row: Span) -> Iterator[Span]:
    start = row.start
    for text in row.text.split(_SEPARATOR):
        yield Span(row.document, start, start + len(text), text)
        start += len(text) + len(_SEPARATOR)

"""Listing -> MemberList: whether a list is one of members, and of which coalition."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.catalog import StoredDocument
from index.language import folded_words
from index.register.columns import Role, Row, rows
from index.register.introduction import Introduction, introduction
from index.register.names import is_short_form
from index.register.records import Entry, Listing, Shape, Span
from index.register.subject import subject
from index.register.vocabulary import AND, COUNTRIES, FILLER, ORGANISATION, PLACES, YES, begins

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_DESCRIBED = re.compile(r"\s+[–—-]\s+|:\s+")
_SEVERAL = re.compile(rf"\s*[;,/]\s*|\s+{AND}\s+")
_YES = YES | frozenset("x✓✔+1")
_NAME_WORDS = 16
_MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class Member:
    """One member as a list writes it: the name's place, further names, what else is said."""

    name: Span
    coalition: str
    aliases: tuple[str, ...] = ()
    detail: Span | None = None


@dataclass(frozen=True, slots=True)
class MemberList:
    """The members that one listing names; ``stated`` is how many the text says there are."""

    listing: Listing
    members: tuple[Member, ...]
    stated: int | None


def member_list(listing: Listing, document: StoredDocument) -> MemberList | None:
    """The members that ``listing`` of ``document`` names, or ``None`` when it names none."""
    said = _introduced(listing)
    if listing.shape is Shape.ROWS:
        members = tuple(_from_rows(listing, document, said))
        return MemberList(listing, members, said.count if said else None) if members else None
    if said is None or (listing.open and listing.shape is Shape.PROSE and not listing.entries):
        return None
    coalition = said.coalition or subject(document, listing.headings)
    members = tuple(_from_entries(listing.entries, coalition or ""))
    names = sum(_is_name(member.name.text) for member in members)
    if coalition is None or len(members) < 2 or names < _MOSTLY * len(members):
        return None
    return MemberList(listing, members, said.count)


def _introduced(listing: Listing) -> Introduction | None:
    """What introduces the list: its lead, its heading, or both together."""
    heading = listing.headings[-1] if listing.headings else ""
    lead = "" if listing.lead is None else _SENTENCE.split(listing.lead.text.strip())[-1]
    lead = lead.removesuffix(":").rstrip()
    if lead and (said := introduction(lead)):
        return said
    above = introduction(heading) if heading else None
    if above is None and len(listing.headings) > 1 and not lead:
        # "Members" may be divided once more: "In Kosovo", "International".
        above = introduction(listing.headings[-2]) if _is_division(heading) else None
    if above is None or not lead:
        return above
    if not listing.lead or not listing.lead.text.rstrip().endswith(":"):
        return above
    together = introduction(f"{heading}: {lead}")
    return replace(above, count=together.count) if together else None


def _is_division(heading: str) -> bool:
    """Whether a heading only says which part of a list follows: "In Kosovo", "International"."""
    known = FILLER | COUNTRIES.keys() | PLACES
    words = list(folded_words(heading))
    return bool(words) and all(w in known or begins(w, ORGANISATION) for w in words)


def _from_entries(entries: tuple[Entry, ...], coalition: str) -> Iterator[Member]:
    described = _descriptions([entry.span.text for entry in entries])
    all_described = sum(place is not None for _, place in described) > 0.6 * len(entries)
    for entry, (end, place) in zip(entries, described, strict=True):
        if place is not None and (all_described or entry.span.text[place].islower()):
            name = _part(entry.span, 0, end)
            yield Member(name, coalition, detail=_part(entry.span, place, None))
        else:
            below = entry.whole if len(entry.whole.text) > len(entry.span.text) + 8 else None
            yield Member(entry.span, coalition, detail=below)


def _descriptions(texts: list[str]) -> list[tuple[int, int | None]]:
    """Where each name ends, and where what it does begins behind a dash or a colon.

    An entry may have several marks: the one that most entries have parts its name from the rest.
    """
    every = [list(_marks(text)) for text in texts]
    counted = Counter(mark.group().strip() for marks in every for mark in marks)
    found: list[tuple[int, int | None]] = []
    for text, marks in zip(texts, every, strict=True):
        best = max(marks, key=lambda mark: counted[mark.group().strip()], default=None)
        found.append((len(text), None) if best is None else best.span())
    return found


def _marks(text: str) -> Iterator[re.Match[str]]:
    for match in _DESCRIBED.finditer(text):
        rest = text[match.end() :]
        if len(rest.split()) > 1 and not is_short_form(_DESCRIBED.split(rest)[0]):
            yield match


def _from_rows(
    listing: Listing, document: StoredDocument, said: Introduction | None
) -> Iterator[Member]:
    table = list(rows(listing.entries))
    told = any(row.value(Role.COALITION) for row in table)
    named = any(row.value(Role.NAME) for row in table)
    marked = _marked(table) if named else frozenset()
    if said is None and not (named and (told or marked)):
        return
    default = (said.coalition if said else None) or subject(document, listing.headings)
    for row in table:
        name = row.value(Role.NAME) or (None if named else row.cells[0].value)
        if name is None or not _is_name(name.text):
            continue
        for coalition in _coalitions(row, marked, told, default):
            aliases = row.value(Role.ALIASES)
            yield Member(name, coalition, several(aliases), detail=row.whole)


def several(cell: Span | None) -> tuple[str, ...]:
    """The parts of a cell that holds several values."""
    return () if cell is None else tuple(filter(None, _SEVERAL.split(cell.text)))


def _coalitions(row: Row, marked: frozenset[str], told: bool, default: str | None) -> Iterator[str]:
    if told:
        yield from several(row.value(Role.COALITION))
    elif marked:
        yield from (
            cell.title
            for cell in row.cells
            if cell.title in marked and cell.value.text.strip().lower() in _YES
        )
    elif default:
        yield default


def _marked(table: list[Row]) -> frozenset[str]:
    """The columns that are headed by a coalition and hold nothing but marks."""
    cells = [cell for row in table for cell in row.cells if cell.role is Role.OTHER]
    ticks = {cell.title for cell in cells if cell.value.text.strip().lower() in _YES}
    others = {c.title for c in cells if len(c.value.text.strip()) > 3}
    return frozenset(title for title in ticks - others if is_short_form(title))


def _is_name(text: str) -> bool:
    first = text.lstrip("“\"„«'(")[:1]
    return (first.isupper() or first.isdigit()) and len(text.split()) <= _NAME_WORDS


def _part(span: Span, start: int, end: int | None) -> Span:
    text = span.text[start:end]
    left = len(text) - len(text.lstrip())
    bare = text.strip()
    begin = span.start + start + left
    return Span(span.document, begin, begin + len(bare), bare)

"""What the register holds: organisations, who belongs to what, and where each fact stands.

Every ``Span`` is ``text[start:end]`` of its document's stored text, in Unicode code points.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document; ``text`` is what stands there, letter for letter."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: its own words, and the whole line or row that says more of it."""

    span: Span
    whole: Span


class Shape(StrEnum):
    """What a list is written as."""

    ITEMS = "items"
    LINES = "lines"  # paragraphs one below the other
    ROWS = "rows"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as one document writes it.

    ``lead`` is the sentence that introduces it (``None`` below a bare heading), ``headings``
    the titles above it, outermost first. ``stated`` is the number of entries that the text
    claims; ``open`` says that the text itself calls the list not complete.
    """

    document: str
    shape: Shape
    headings: tuple[str, ...]
    lead: Span | None
    entries: tuple[Entry, ...]
    stated: int | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """A number of members as a sentence gives it."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class Coalition:
    """Something that has members, under every name found for it.

    ``about`` are the sentences that give its full name or its founding.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    stated: tuple[Stated, ...]
    about: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation under every name and spelling found for it.

    ``family`` is shared by the branches of one organisation in several countries; ``countries``
    are those that its names state.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    family: str
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Membership:
    """That an organisation belongs to a coalition, and where it says so.

    ``span.text`` is the name as it is written there; ``listing`` is the list's place among
    ``Register.listings``, ``None`` for a fact of the hand-kept file.
    """

    organisation: str
    coalition: str
    span: Span
    listing: int | None


class WorkKind(StrEnum):
    """What tells what an organisation works on, strongest first."""

    HAND = "hand"
    NAME = "name"
    ROW = "row"
    PAGE = "page"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Work:
    """Words that tell what an organisation (or a coalition) works on."""

    subject: str
    kind: WorkKind
    span: Span


@dataclass(frozen=True, slots=True)
class Expansion:
    """What a short name stands for, where ``span`` holds both."""

    short: str
    long: str
    span: Span


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a person should look at: shown when an index is built."""

    document: str
    text: str


@dataclass(frozen=True, slots=True)
class Register:
    """Everything that the documents say about organisations, and every list in them."""

    coalitions: tuple[Coalition, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    memberships: tuple[Membership, ...] = ()
    works: tuple[Work, ...] = ()
    expansions: tuple[Expansion, ...] = ()
    listings: tuple[Listing, ...] = ()
    notices: tuple[Notice, ...] = ()

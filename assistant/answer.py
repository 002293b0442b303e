"""The records an answer is made of; everything shown to a user is in them."""

from dataclasses import dataclass
from enum import StrEnum

from index.catalog import DocumentInfo


class Status(StrEnum):
    """Whether the documents answer the question: surely, perhaps, or not at all."""

    ANSWERED = "answered"
    UNSURE = "unsure"
    NOT_FOUND = "not_found"


class Kind(StrEnum):
    """What an answer is."""

    FACT = "fact"
    LIST = "list"
    OVERVIEW = "overview"
    REFUSAL = "refusal"


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier message of a conversation; ``role`` is ``user`` or ``assistant``."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and its place: ``text[start:end] == quote`` in the document's stored text.

    ``number`` is the marker in the answer, from 1; ``link`` opens the source at the words,
    ``reader`` our own page of the document with the words marked. ``original`` is the document
    that a quoted translation translates.
    """

    number: int
    document: DocumentInfo
    section: str
    page: int | None
    quote: str
    start: int
    end: int
    link: str
    reader: str = ""
    original: DocumentInfo | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list answer with the numbers of its citations."""

    name: str
    detail: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """How much a list answer looked at."""

    documents: int
    items: int


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer or a refusal, in ``language`` (BCP 47).

    ``text`` carries the markers ``[1]`` of ``citations``; ``short`` is the number, date, name
    or place that answers, always within the first quote. ``related`` comes with a refusal: the
    nearest passages, which do not answer and are cited nowhere in ``text``. ``understood`` is the
    question as it was answered, where it took over something from what was said before it.
    """

    status: Status
    kind: Kind
    language: str
    text: str
    short: str | None = None
    citations: tuple[Citation, ...] = ()
    items: tuple[Item, ...] = ()
    checked: Checked | None = None
    suggestions: tuple[str, ...] = ()
    generator: str = "extractive"
    related: tuple[Citation, ...] = ()
    understood: str | None = None

"""Quotes -> Citations: proven against the stored document before anyone sees them."""

import re
from dataclasses import dataclass
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from assistant.answer import Citation
from index.catalog import DocumentInfo, StoredDocument
from index.library import Snapshot
from index.reading.declared import web_address

# A text fragment with more than this is given as its first and last words: browsers look for
# the whole string, and a single changed space in a long one would lose it.
_FRAGMENT_CHARACTERS = 100
_FRAGMENT_WORDS = 5
_LINES = re.compile(r"\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document to be quoted, as the evidence claims it: proven by ``Citer``."""

    document: str
    quote: str
    start: int
    end: int
    section: str
    page: int | None


class Citer:
    """Makes the citations of one answer from one generation, so that all are of one time."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._documents: dict[str, StoredDocument | None] = {}

    def document(self, document_id: str) -> StoredDocument | None:
        """The stored document, read once."""
        if document_id not in self._documents:
            self._documents[document_id] = self._snapshot.document(document_id)
        return self._documents[document_id]

    def cite(self, number: int, place: Place) -> Citation | None:
        """The citation of ``place`` with marker ``number``; ``None`` when it is not proven."""
        stored = self.document(place.document)
        if stored is None or not proven(stored.content.text, place):
            return None
        info = stored.info
        return Citation(
            number=number,
            document=info,
            section=place.section,
            page=place.page,
            quote=place.quote,
            start=place.start,
            end=place.end,
            link=link_to(info, place.quote, place.start, place.end, place.page),
            reader=reader_link(info, place.start, place.end),
            original=self._snapshot.documents.get(info.translation_of or ""),
        )

    def cite_all(self, places: list[Place]) -> tuple[Citation, ...]:
        """The citations of those ``places`` that are proven, numbered from 1."""
        made: list[Citation] = []
        for place in places:
            citation = self.cite(len(made) + 1, place)
            if citation is not None:
                made.append(citation)
        return tuple(made)


def proven(text: str, place: Place) -> bool:
    """Whether the quote stands in ``text`` exactly where it is said to stand."""
    inside = 0 <= place.start < place.end <= len(text)
    return inside and bool(place.quote.strip()) and text[place.start : place.end] == place.quote


def link_to(document: DocumentInfo, quote: str, start: int, end: int, page: int | None) -> str:
    """Where ``quote`` opens: the source's own page when it has one, else our reader's."""
    # Checked when it was read, but a store may be older than the check.
    address = web_address(document.url)
    if address is None:
        return reader_link(document, start, end)
    address = address.partition("#")[0]
    if page is not None or urlsplit(address).path.lower().endswith(".pdf"):
        return f"{address}#page={page or 1}"
    return f"{address}#:~:text={_fragment(quote)}"


def reader_link(document: DocumentInfo, start: int, end: int) -> str:
    """Our own page of ``document`` with ``text[start:end]`` marked."""
    return f"/documents/{percent_encoded(document.id, safe='')}?start={start}&end={end}#quote"


def _fragment(quote: str) -> str:
    """``quote`` as a text directive: whole, or its first and last words."""
    words = quote.split()
    short = len(quote) <= _FRAGMENT_CHARACTERS or len(words) <= 2 * _FRAGMENT_WORDS
    if short and not _LINES.search(quote):
        return _directive(" ".join(words))
    edge = min(_FRAGMENT_WORDS, max(1, len(words) // 2))
    return f"{_directive(' '.join(words[:edge]))},{_directive(' '.join(words[-edge:]))}"


def _directive(text: str) -> str:
    # A dash or a comma has a meaning of its own in a text directive, and quote() lets - stand.
    return percent_encoded(text, safe="").replace("-", "%2D")

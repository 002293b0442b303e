"""Evidence -> the whole list that it stands in: where a list is asked for, all of it is shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Checked, Citation, Item, Kind, Status
from assistant.cite import Citer, Place
from assistant.question.question import Question
from assistant.reader.reader import Evidence, Reading
from assistant.roster.texts import render
from index.records import Entry, Listing, Span
from index.records import Kind as Shape

# So much of the chance to answer lies within the list, or it is not the one that is asked for.
_ENOUGH = 0.4
# Of lists within lists the smallest is taken that has nearly as much.
_NEARLY = 0.9
_FEWEST = 2
# Headings and pages have much text of their own: evidence in a single one is about that one.
_WIDE = frozenset({Shape.HEADINGS, Shape.PAGES})
_NAME = 80  # characters; a longer entry is named by its first words


@dataclass(frozen=True, slots=True)
class _Weighed:
    listing: Listing
    share: float


def list_answer(
    question: Question, reading: Reading, records: Sequence[Listing], citer: Citer, documents: int
) -> Answer | None:
    """The list that the evidence of ``reading`` stands in; ``None`` where it is in none clearly.

    ``documents`` is how many there are.
    """
    listing = _chosen(reading, records)
    if listing is None:
        return None
    return _answer(question, listing, citer, documents)


def _chosen(reading: Reading, records: Sequence[Listing]) -> Listing | None:
    every = (_weigh(one, reading.evidence) for one in records)
    weighed = [one for one in every if one is not None]
    best = max((one.share for one in weighed), default=0.0)
    if best < _ENOUGH:
        return None
    near = [one for one in weighed if one.share >= _NEARLY * best]
    return min(near, key=lambda one: one.listing.end - one.listing.start).listing


def _weigh(listing: Listing, evidence: Sequence[Evidence]) -> _Weighed | None:
    if len(listing.entries) < _FEWEST:
        return None
    introduced = [one for one in evidence if _within(one, listing.introduction)]
    entries = [one for one in evidence if any(_stands_in(one, entry) for entry in listing.entries)]
    met = _met(listing, evidence)
    if listing.kind in _WIDE and not introduced and len(met) < _FEWEST:
        return None
    inside = {id(one): one.share for one in (*introduced, *entries)}
    return _Weighed(listing, sum(inside.values())) if inside else None


def _met(listing: Listing, evidence: Sequence[Evidence]) -> tuple[Entry, ...]:
    """The entries that evidence stands in."""
    return tuple(e for e in listing.entries if any(_stands_in(one, e) for one in evidence))


def _within(one: Evidence, span: Span | None) -> bool:
    if span is None or one.hit.document.id != span.document:
        return False
    return one.start < span.end and span.start < one.end


def _stands_in(one: Evidence, entry: Entry) -> bool:
    same = one.hit.document.id == entry.span.document
    return same and one.start < entry.ends and entry.span.start < one.end


def _answer(
    question: Question,
    listing: Listing,
    citer: Citer,
    documents: int,
) -> Answer | None:
    lead = None if listing.introduction is None else citer.cite(1, _place(listing.introduction))
    citations: list[Citation] = [] if lead is None else [lead]
    items = tuple(_items(listing.entries, citations, citer))
    if len(items) < len(listing.entries):
        return None
    heading = listing.headings[-1] if listing.headings else ""
    text = render(
        "listing",
        question.language,
        lead=lead,
        heading=heading,
        items=items,
        total=len(listing.entries),
        open=False,
        documents=documents,
    )
    return Answer(
        Status.ANSWERED,
        Kind.LIST,
        question.language,
        text,
        citations=tuple(citations),
        items=items,
        checked=Checked(documents, len(listing.entries)),
    )


def _items(entries: Sequence[Entry], citations: list[Citation], citer: Citer) -> Iterator[Item]:
    """The items of proven entries, whose citations are added to ``citations``."""
    for entry in entries:
        citation = citer.cite(len(citations) + 1, _place(entry.span))
        if citation is None:
            return
        citations.append(citation)
        name, detail = _shown(entry)
        yield Item(name, detail, (citation.number,))


def _shown(entry: Entry) -> tuple[str, str]:
    """An entry's name, and what it says beside it."""
    whole = " ".join(entry.span.text.split())
    name = " ".join(entry.name.split()) or whole[:_NAME]
    if whole.startswith(name):
        return name, whole[len(name) :].strip(" ,;:–—-|()")
    return name, whole


def _place(span: Span) -> Place:
    return Place(span.document, span.text, span.start, span.end, "", None)

"""Search results as JSON."""

from pydantic import BaseModel, Field

from assistant.api.shapes.documents import DocumentShape, document_shape
from assistant.cite import link_to
from assistant.highlights import highlights
from index.search import Found, Hit


class QueryShape(BaseModel):
    """The question as it was searched for."""

    text: str
    language: str = Field(description="BCP 47 tag.")


class HitShape(BaseModel):
    """A passage that a search found."""

    passage_id: str
    score: float = Field(description="Higher is nearer; to compare within one search only.")
    document: DocumentShape
    section: str = Field(description="The nearest heading above it; empty before the first.")
    page: int | None
    text: str
    start: int = Field(description="Offset in the document's text, in Unicode code points.")
    end: int
    highlights: list[tuple[int, int]] = Field(
        description="Start and end, within this `text`, of the words of the question."
    )
    link: str = Field(description="Opens the document at these words.")


class SearchShape(BaseModel):
    """The passages nearest to a question, best first."""

    query: QueryShape
    took_ms: float
    hits: list[HitShape]


def search_shape(found: Found, took_ms: float) -> SearchShape:
    """``found`` as it is sent."""
    return SearchShape(
        query=QueryShape(text=found.text, language=found.language),
        took_ms=took_ms,
        hits=[_hit_shape(hit, found) for hit in found.hits],
    )


def _hit_shape(hit: Hit, found: Found) -> HitShape:
    passage = hit.stored.passage
    return HitShape(
        passage_id=hit.stored.id,
        score=round(hit.score, 4),
        document=document_shape(hit.document),
        section=passage.section,
        page=passage.page,
        text=passage.text,
        start=passage.start,
        end=passage.end,
        highlights=list(highlights(passage.text, found.text, found.language)),
        link=link_to(hit.document, passage.text, passage.start, passage.end, passage.page),
    )

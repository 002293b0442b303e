"""Documents as JSON: the short form beside every quote, and the whole text with its sections."""

from pydantic import BaseModel, ConfigDict, Field

from index.catalog import DocumentInfo, StoredDocument
from index.reading.document import BlockKind, Document


class DocumentShape(BaseModel):
    """A document without its text."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "our-mission",
                    "title": "Our mission",
                    "language": "en",
                    "publisher": "The Network",
                    "date": "2011-06",
                    "url": "https://ngo.example/mission",
                }
            ]
        }
    )

    id: str
    title: str
    language: str = Field(description="BCP 47 tag; `und` when it could not be told.")
    publisher: str | None
    date: str | None = Field(description="ISO 8601: a year, a month or a day.")
    url: str | None


class SectionShape(BaseModel):
    """A heading with everything below it, up to the next of the same or a higher level."""

    title: str
    level: int = Field(ge=1, le=6)
    start: int = Field(description="Offset of the heading in `text`, in Unicode code points.")
    end: int


class WholeDocumentShape(DocumentShape):
    """A document with the text that every `start` and `end` counts in."""

    text: str
    sections: list[SectionShape]


class ListingShape(BaseModel):
    """All documents, by id."""

    documents: list[DocumentShape]


def document_shape(info: DocumentInfo) -> DocumentShape:
    """A document as it stands beside a quote."""
    return DocumentShape(
        id=info.id,
        title=info.title,
        language=info.language,
        publisher=info.publisher,
        date=info.date,
        url=info.url,
    )


def whole_document_shape(stored: StoredDocument) -> WholeDocumentShape:
    """A document with its text and sections."""
    return WholeDocumentShape(
        **document_shape(stored.info).model_dump(),
        text=stored.content.text,
        sections=sections(stored.content),
    )


def sections(document: Document) -> list[SectionShape]:
    """The sections of ``document`` in order; a deeper one lies within the one above it."""
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    found: list[SectionShape] = []
    for place, heading in enumerate(headings):
        later = (other for other in headings[place + 1 :] if other.level <= heading.level)
        following = next(later, None)
        found.append(
            SectionShape(
                title=document.text[heading.start : heading.end],
                level=heading.level,
                start=heading.start,
                end=len(document.text) if following is None else following.start,
            )
        )
    return found

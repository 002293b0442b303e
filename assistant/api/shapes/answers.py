"""Answers as JSON."""

from pydantic import BaseModel, Field

from assistant.answer import Answer, Checked, Citation, Kind, Status
from assistant.api.shapes.documents import DocumentShape, document_shape
from assistant.api.shapes.explanations import ExplanationShape, explanation_shape
from assistant.explanation import Explanation


class CitationShape(BaseModel):
    """A quote and its place: `text[start:end] == quote` in the document's text."""

    number: int = Field(description="The marker in the answer: 1 for [1].")
    document: DocumentShape
    section: str
    page: int | None
    quote: str
    start: int = Field(description="Offset in the document's text, in Unicode code points.")
    end: int
    link: str = Field(description="Opens the document at these words, at its source if it has one.")
    reader: str = Field(description="Opens our own page of the document at these words.")
    original: DocumentShape | None = Field(
        description="The document that this one translates, where it does."
    )


class ItemShape(BaseModel):
    """One entry of a list."""

    name: str
    detail: str
    citations: list[int]


class CheckedShape(BaseModel):
    """How much a list was made from."""

    documents: int
    items: int


class AnswerShape(BaseModel):
    """An answer in words of the documents, or a refusal when they do not say."""

    status: Status
    kind: Kind
    language: str = Field(description="BCP 47 tag of the answer.")
    generator: str = Field(description="What wrote the words: `extractive` quotes documents only.")
    answer: str = Field(description="With the markers [1] of its citations.")
    short: str | None = Field(description="The few words that answer, always in the first quote.")
    citations: list[CitationShape]
    items: list[ItemShape] = Field(description="The entries of a list; empty otherwise.")
    checked: CheckedShape | None = Field(description="Comes with a list.")
    suggestions: list[str]
    related: list[CitationShape] = Field(
        description="With a refusal: the nearest passages, which do not answer."
    )
    understood: str | None = Field(
        description="The question as it was answered, where it took over what was said before."
    )
    explanation: ExplanationShape | None = Field(description="Comes when it is asked for.")
    took_ms: float


def answer_shape(
    answer: Answer, took_ms: float, explanation: Explanation | None = None
) -> AnswerShape:
    """``answer`` as it is sent, with what it rests on where that was asked for."""
    return AnswerShape(
        status=answer.status,
        kind=answer.kind,
        language=answer.language,
        generator=answer.generator,
        answer=answer.text,
        short=answer.short,
        citations=[citation_shape(citation) for citation in answer.citations],
        items=[
            ItemShape(name=item.name, detail=item.detail, citations=list(item.citations))
            for item in answer.items
        ],
        checked=_checked_shape(answer.checked),
        suggestions=list(answer.suggestions),
        related=[citation_shape(citation) for citation in answer.related],
        understood=answer.understood,
        explanation=explanation_shape(explanation) if explanation else None,
        took_ms=took_ms,
    )


def _checked_shape(checked: Checked | None) -> CheckedShape | None:
    if checked is None:
        return None
    return CheckedShape(documents=checked.documents, items=checked.items)


def citation_shape(citation: Citation) -> CitationShape:
    return CitationShape(
        number=citation.number,
        document=document_shape(citation.document),
        section=citation.section,
        page=citation.page,
        quote=citation.quote,
        start=citation.start,
        end=citation.end,
        link=citation.link,
        reader=citation.reader,
        original=document_shape(citation.original) if citation.original else None,
    )

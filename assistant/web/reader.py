"""``GET /documents/{document_id}``: a document as stored, with the quoted words marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from assistant.api.errors import ApiError
from assistant.api.routes.documents import DocumentId
from assistant.api.services import Services
from assistant.web.templating import open_templates, page_response
from index.reading.document import Block, BlockKind, Document


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is marked or not; ``first`` is where a link to the quote scrolls to."""

    text: str
    marked: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One block of a document, as the element ``tag``."""

    tag: str
    pieces: tuple[Piece, ...]


def routes(services: Services) -> APIRouter:
    """The reader over ``services``."""
    router = APIRouter()
    template = open_templates().get_template("reader.html")

    @router.get("/documents/{document_id}", include_in_schema=False, response_class=HTMLResponse)
    def read(
        document_id: DocumentId,
        start: Annotated[int, Query(ge=0)] = 0,
        end: Annotated[int, Query(ge=0)] = 0,
    ) -> HTMLResponse:
        """Show a document with ``text[start:end]`` marked."""
        stored = services.library.snapshot().document(document_id)
        if stored is None:
            raise ApiError(404, "not_found", "There is no document with this id.")
        html = template.render(
            language=stored.info.language,
            document=stored.info,
            source=_safe_address(stored.info.url),
            lines=tuple(lines(stored.content, start, end)),
        )
        return page_response(html)

    return router


def lines(document: Document, start: int, end: int) -> Iterator[Line]:
    """The blocks of ``document`` with ``text[start:end]`` marked wherever it reaches."""
    for block in document.blocks:
        # A link scrolls to one place only: the block in which the quote begins.
        first = block.start <= start < block.end
        yield Line(_tag(block), tuple(_pieces(document.text, block, start, end, first)))


def _pieces(text: str, block: Block, start: int, end: int, first: bool) -> Iterator[Piece]:
    begin = min(max(start, block.start), block.end)
    stop = max(min(end, block.end), begin)
    for piece in (
        Piece(text[block.start : begin]),
        Piece(text[begin:stop], marked=True, first=first),
        Piece(text[stop : block.end]),
    ):
        if piece.text:
            yield piece


def _tag(block: Block) -> str:
    # The page's own heading is the title, so those of the document begin one below it.
    return f"h{min(block.level + 1, 6)}" if block.kind is BlockKind.HEADING else "p"


def _safe_address(url: str | None) -> str | None:
    """``url`` when it opens as a page: a document's author may have written any scheme."""
    return url if url and urlsplit(url).scheme in ("http", "https") else None

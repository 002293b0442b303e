"""``GET /documents/{document_id}``: a document as stored, with the quoted words marked.

A translation stands beside what it translates: the quote on one side, the same place on the other.
"""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from assistant.api.errors import ApiError
from assistant.api.routes.documents import DocumentId
from assistant.api.services import Services
from assistant.api.shapes.questions import Language
from assistant.web.spread import lay_out
from assistant.web.strings import NAMES, strings
from assistant.web.templating import Place, Site, page_response, render
from index.library import Snapshot


def routes(services: Services, site: Site) -> APIRouter:
    """The reader over ``services``."""
    router = APIRouter()

    @router.get("/documents/{document_id}", include_in_schema=False, response_class=HTMLResponse)
    def read(
        request: Request,
        document_id: DocumentId,
        start: Annotated[int, Query(ge=0)] = 0,
        end: Annotated[int, Query(ge=0)] = 0,
        language: Language | None = None,
    ) -> HTMLResponse:
        """Show a document with ``text[start:end]`` marked, beside its original or translation."""
        place = Place.of(request, language)
        snapshot = services.library.snapshot()
        stored = snapshot.document(document_id)
        if stored is None:
            raise ApiError(404, "not_found", "There is no document with this id.")
        counterpart = _counterpart(snapshot, document_id, place.language)
        other = snapshot.document(counterpart) if counterpart else None
        html = render(
            "reader.html",
            site,
            place,
            document=stored.info,
            other=other.info if other else None,
            translated=bool(other and stored.info.translation_of == other.info.id),
            rows=lay_out(stored, other, start, end),
            quote=stored.content.text[start:end].strip(),
            names=NAMES,
            said=strings(place.language)["answer"],
        )
        return page_response(html)

    return router


def _counterpart(snapshot: Snapshot, document_id: str, language: str) -> str | None:
    """The original of a translation; else a translation, in the reader's language if there is."""
    documents = snapshot.documents
    original = documents[document_id].translation_of
    if original in documents:
        return original
    made = [one for one in documents.values() if one.translation_of == document_id]
    return min(made, key=lambda one: (one.language != language, one.id)).id if made else None

"""``GET /api/documents`` and one document with its text."""

from typing import Annotated

from fastapi import APIRouter, Path

from assistant.api.errors import ApiError, documented
from assistant.api.services import Services
from assistant.api.shapes.documents import (
    ListingShape,
    WholeDocumentShape,
    document_shape,
    whole_document_shape,
)

DocumentId = Annotated[str, Path(pattern=r"^[a-z0-9-]+$", max_length=120, examples=["our-mission"])]


def routes(services: Services) -> APIRouter:
    """The document routes over ``services``."""
    router = APIRouter(tags=["documents"])

    @router.get("/api/documents", operation_id="list_documents", responses=documented(503))
    def list_documents() -> ListingShape:
        """List all documents, without their texts."""
        listing = services.library.snapshot().listing()
        return ListingShape(documents=[document_shape(info) for info in listing])

    @router.get(
        "/api/documents/{document_id}",
        operation_id="get_document",
        responses=documented(404, 422, 503),
    )
    def get_document(document_id: DocumentId) -> WholeDocumentShape:
        """Give one document with the text that citations count in, and its sections."""
        stored = services.library.snapshot().document(document_id)
        if stored is None:
            raise ApiError(404, "not_found", "There is no document with this id.")
        return whole_document_shape(stored)

    return router

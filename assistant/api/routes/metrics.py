"""``GET /metrics``: measurements for Prometheus."""

from fastapi import APIRouter, Response
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST

from assistant.api.services import Services


def routes(services: Services) -> APIRouter:
    """The metrics route over ``services``."""
    router = APIRouter(tags=["service"])

    @router.get("/metrics", operation_id="metrics", response_class=PlainTextResponse)
    def metrics() -> Response:
        """Give request counts and times by route, in Prometheus' text format."""
        return Response(services.metrics.text(), media_type=CONTENT_TYPE_LATEST)

    return router

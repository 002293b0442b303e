"""The app: routes, limits, error format, log and headers put together."""

from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from structlog.typing import FilteringBoundLogger

from assistant.api.body_limit import BodyLimit
from assistant.api.errors import install_error_handlers
from assistant.api.event_stream import Places
from assistant.api.metrics import Metrics
from assistant.api.probe import Probe
from assistant.api.rate_limit import Limited, RateLimit
from assistant.api.record import RequestRecord
from assistant.api.routes import ask, chat_completions, documents, health, members, metrics, search
from assistant.api.services import Answering, Services
from assistant.api.turnstile import Turnstile
from assistant.api.work_queue import WorkQueue
from assistant.limits import BODY_BYTES
from assistant.web import site as pages
from assistant.web.templating import Site
from index.library import Library

if TYPE_CHECKING:  # it loads the model's client, which most services do without
    from assistant.generator.generator import Generator

_DESCRIPTION = """Questions about a coalition, answered from its own documents.

Every answer quotes documents and says where the words stand; offsets count Unicode code points.
Every failure is `{"error": {"code", "message"}}`."""


def create_app(
    library: Library,
    assistant: Answering,
    *,
    log: FilteringBoundLogger,
    allowed_origins: tuple[str, ...] = (),
    queue: WorkQueue | None = None,
    generator: "Generator | None" = None,
    site: Site = Site(),  # noqa: B008 - frozen
    limited: Limited = Limited.VISITORS,
) -> FastAPI:
    """The service over ``library`` and ``assistant``.

    Pages of ``allowed_origins`` may call it from a browser, always without credentials.
    """
    queue = queue or WorkQueue()
    streams = Places()
    measured = Metrics(library, queue, streams, generator)
    probe = Probe(library)
    services = Services(library, assistant, queue, streams, probe, measured, generator)
    app = FastAPI(
        title="Kuvend",
        description=_DESCRIPTION,
        version="1",
        # The usual documentation pages load scripts from another host; this works offline.
        docs_url=None,
        redoc_url=None,
    )
    for noun in (search, ask, chat_completions, members, documents, health, metrics):
        app.include_router(noun.routes(services))
    app.include_router(pages.routes(services, site))
    install_error_handlers(app)
    # The one added last is the outermost.
    app.add_middleware(BodyLimit, max_bytes=BODY_BYTES)
    app.add_middleware(RateLimit, limited=limited)
    if allowed_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=allowed_origins,
            allow_methods=("GET", "POST"),
            allow_headers=("Content-Type",),
            expose_headers=("Retry-After", "X-Request-ID"),
            allow_credentials=False,
        )
    app.add_middleware(Turnstile)
    app.add_middleware(RequestRecord, metrics=services.metrics, log=log)
    return app

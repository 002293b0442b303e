"""One log line, one count and one id per request, and no way for an exception past this point."""

import secrets
import time

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.typing import FilteringBoundLogger

from assistant.api.errors import error_response
from assistant.api.logs import described
from assistant.api.metrics import Metrics

UNMATCHED = "unmatched"
_CLIENT_LEFT = 499

# Nothing may be loaded or framed unless a page says otherwise itself.
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    # Questions and answers belong in no cache.
    "Cache-Control": "no-store",
}


class RequestRecord:
    """ASGI middleware around everything else.

    It logs the route's template and never the address, which holds questions. An exception
    becomes a 500 here: the server's own log of it would print its text, and with it perhaps a
    question.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics, log: FilteringBoundLogger) -> None:
        self._app = app
        self._metrics = metrics
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request and record how it ended."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id, started, status = secrets.token_hex(8), time.perf_counter(), 0

        async def send_marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-ID"] = request_id
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._app(scope, receive, send_marked)
        except Exception as error:  # noqa: BLE001 - the last line of defence, see the class
            self._log.error("request failed", request_id=request_id, **described(error))
            if not status:
                await error_response(500)(scope, receive, send_marked)
        finally:
            self._record(scope, request_id, status or _CLIENT_LEFT, time.perf_counter() - started)

    def _record(self, scope: Scope, request_id: str, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", UNMATCHED)
        self._metrics.record(scope["method"], route, status, seconds)
        self._log.info(
            "request",
            request_id=request_id,
            method=scope["method"],
            route=route,
            status=status,
            ms=round(seconds * 1_000, 1),
        )

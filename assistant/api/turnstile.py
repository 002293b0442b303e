"""One request begins at a time, so that many at once do not keep ``/health`` waiting.

The event loop runs all that is ready before it looks for more: a hundred requests that arrive
together would all begin before the next one is even heard.
"""

import anyio
import anyio.lowlevel
from starlette.types import ASGIApp, Receive, Scope, Send

_AT_ONCE = "/health"


class Turnstile:
    """ASGI middleware that lets requests in one by one; ``/health`` needs no turn."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._turn = anyio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request once those before it have begun."""
        if scope["type"] == "http" and scope["path"] != _AT_ONCE:
            async with self._turn:
                await anyio.lowlevel.checkpoint()
        await self._app(scope, receive, send)

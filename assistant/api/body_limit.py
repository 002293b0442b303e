"""The cap on request bodies, for every route, with or without a declared length.

FastAPI's own ``max_body_size`` covers both cases too, but answers in plain text from outside the
middleware, where neither the error format nor the request log reaches it.
"""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.errors import ApiError, error_response


class BodyLimit:
    """ASGI middleware that answers 413 to a body of more than ``max_bytes``."""

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self._app = app
        self._max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its body counted."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif self._declares_too_much(scope):
            await error_response(413, {"Connection": "close"})(scope, receive, send)
        else:
            await self._app(scope, self._counted(receive), send)

    def _declares_too_much(self, scope: Scope) -> bool:
        declared = Headers(scope=scope).get("content-length", "")
        return declared.isdecimal() and int(declared[:20]) > self._max_bytes

    def _counted(self, receive: Receive) -> Receive:
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._max_bytes:
                raise ApiError(
                    413, "too_large", "The request body is too large.", {"Connection": "close"}
                )
            return message

        return counted

"""Request bodies read with suspicion: JSON in UTF-8 only, nothing that two parsers read apart."""

import json
import math
from collections.abc import Callable, Coroutine
from typing import Any, NoReturn

import anyio
from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.requests import ClientDisconnect

from assistant.api.errors import ApiError

# A sender that drips its body must not hold a connection for ever.
_BODY_SECONDS = 10.0


class StrictJsonRequest(Request):
    """A request whose body is ``application/json``, arrives in time and parses strictly."""

    async def body(self) -> bytes:
        """The whole body; raises ``ApiError`` 415 for another type and 408 when it drips."""
        media_type = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media_type != "application/json":
            raise ApiError(415, "unsupported_media_type", "Send the body as application/json.")
        try:
            with anyio.fail_after(_BODY_SECONDS):
                return await super().body()
        except (TimeoutError, ClientDisconnect):
            raise ApiError(408, "timeout", "The request body took too long to arrive.") from None

    async def json(self) -> Any:
        """The parsed body; raises ``ApiError`` 400 when it is not strict JSON."""
        return parse_strictly(await self.body())


class StrictJsonRoute(APIRoute):
    """A route that reads its body as a ``StrictJsonRequest``."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's own handler, given the strict request."""
        handle = super().get_route_handler()

        async def handle_strictly(request: Request) -> Response:
            return await handle(StrictJsonRequest(request.scope, request.receive))

        return handle_strictly


def parse_strictly(content: bytes) -> Any:
    """The value of a JSON text in UTF-8.

    Python's parser alone also takes UTF-16, NaN, numbers beyond a double and repeated keys.
    Raises ``ApiError`` 400 on these, and on nesting deeper than the interpreter's stack.
    """
    try:
        return json.loads(
            content.decode("utf-8"),
            object_pairs_hook=_without_repeats,
            parse_constant=_refuse,
            parse_float=_finite,
        )
    except (ValueError, RecursionError):
        # Without its cause, which holds the text.
        raise ApiError(400, "invalid_json", "The body is not valid JSON in UTF-8.") from None


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a key stands twice")
    return fields


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError("a number is too large")
    return number


def _refuse(_name: str) -> NoReturn:
    raise ValueError("not a JSON number")

"""``POST /api/ask``: an answer with its citations, whole or as it comes."""

import json
from typing import Any

import anyio
from fastapi import APIRouter, Request
from sse_starlette.event import ServerSentEvent

from assistant.answer import Answer
from assistant.api.answering import answered, attended
from assistant.api.body import StrictJsonRoute
from assistant.api.errors import ErrorShape, documented
from assistant.api.event_stream import Emit, EventStream
from assistant.api.services import Services
from assistant.api.shapes.answers import AnswerShape, citation_shape
from assistant.api.shapes.questions import AskShape

_EVENT_STREAM = "text/event-stream"
_STREAMED: dict[str, Any] = {
    "description": "The answer; or, for `Accept: text/event-stream`, the events `citations` (the "
    "list of citations), `delta` (the next piece of the text, a string) and at last `done` (the "
    "whole answer) or `error` (an error). Each `data` is one JSON value.",
    "content": {_EVENT_STREAM: {"schema": {"type": "string"}}},
}


def routes(services: Services) -> APIRouter:
    """The ask route over ``services``."""
    router = APIRouter(tags=["ask"], route_class=StrictJsonRoute)

    @router.post(
        "/api/ask",
        operation_id="ask",
        response_model=AnswerShape,
        responses={**documented(400, 408, 413, 415, 422, 503), 200: _STREAMED},
    )
    async def ask(body: AskShape, request: Request) -> AnswerShape | EventStream:
        """Answer a question from the documents, or say that they do not answer it."""
        if not wants_events(request):
            return await attended(request, lambda: answered(services, body))

        async def produce(emit: Emit, leave: anyio.Event) -> None:
            shape = await answered(services, body, _Events(emit), leave)
            await emit(ServerSentEvent(shape.model_dump_json(), event="done", sep="\n"))

        return EventStream(produce, services.streams, _failed)

    return router


def wants_events(request: Request) -> bool:
    """Whether the client asks for the answer as events."""
    accepted = request.headers.get("accept", "").lower().split(",")
    return any(one.partition(";")[0].strip() == _EVENT_STREAM for one in accepted)


class _Events:
    """Tells an answer to an event stream."""

    def __init__(self, emit: Emit) -> None:
        self._emit = emit

    async def cited(self, answer: Answer) -> None:
        """Emit the citations, with which a page can be drawn before the text."""
        shapes = [citation_shape(one).model_dump(mode="json") for one in answer.citations]
        await self._send("citations", shapes)

    async def said(self, piece: str) -> None:
        """Emit a piece of the text."""
        await self._send("delta", piece)

    async def _send(self, event: str, value: object) -> None:
        data = json.dumps(value, ensure_ascii=False, allow_nan=False)
        await self._emit(ServerSentEvent(data, event=event, sep="\n"))


def _failed(error: ErrorShape) -> ServerSentEvent:
    return ServerSentEvent(error.model_dump_json(), event="error", sep="\n")

"""``POST /v1/chat/completions`` and ``GET /v1/models``: any chat client can ask."""

import json
import re
import secrets
import time

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
from assistant.api.shapes.chat import (
    ChoiceShape,
    CompletionShape,
    CompletionsShape,
    Fields,
    ModelShape,
    ModelsShape,
    ReplyShape,
    UsageShape,
    chunk,
)

_TOKEN = re.compile(r"\w+|[^\w\s]")


def routes(services: Services) -> APIRouter:
    """OpenAI's routes over ``services``."""
    router = APIRouter(tags=["openai"], route_class=StrictJsonRoute)

    @router.post(
        "/v1/chat/completions",
        operation_id="chat_completions",
        response_model=CompletionShape,
        responses=documented(400, 408, 413, 415, 422, 503),
    )
    async def complete(body: CompletionsShape, request: Request) -> CompletionShape | EventStream:
        """Answer the last message, in the shape that clients of OpenAI's API read."""
        identity, created = f"chatcmpl-{secrets.token_hex(12)}", int(time.time())
        if body.stream:
            return _streamed(services, body, identity, created)
        shape = await attended(request, lambda: _answered(services, body))
        return CompletionShape(
            id=identity,
            created=created,
            choices=[ChoiceShape(message=ReplyShape(content=shape.answer))],
            usage=_usage(body, shape),
            citations=shape.citations,
            generator=shape.generator,
        )

    @router.get("/v1/models", operation_id="list_models")
    def models() -> ModelsShape:
        """List the one model that there is."""
        return ModelsShape(data=[ModelShape()])

    return router


async def _answered(
    services: Services,
    body: CompletionsShape,
    listener: "_Chunks | None" = None,
    leave: anyio.Event | None = None,
) -> AnswerShape:
    return await answered(services, body.asked(), listener, leave)


def _streamed(
    services: Services, body: CompletionsShape, identity: str, created: int
) -> EventStream:
    async def produce(emit: Emit, leave: anyio.Event) -> None:
        chunks = _Chunks(emit, identity, created)
        shape = await _answered(services, body, chunks, leave)
        await chunks.end(shape)
        if body.stream_options and body.stream_options.include_usage:
            await chunks.usage(_usage(body, shape))
        await emit(ServerSentEvent("[DONE]", sep="\n"))

    return EventStream(produce, services.streams, _failed)


class _Chunks:
    """Tells an answer to an event stream as OpenAI does."""

    def __init__(self, emit: Emit, identity: str, created: int) -> None:
        self._emit = emit
        self._identity = identity
        self._created = created

    async def cited(self, answer: Answer) -> None:
        """Begin the message, with its citations."""
        citations = [citation_shape(one).model_dump(mode="json") for one in answer.citations]
        await self._send({"role": "assistant", "content": ""}, citations=citations)

    async def said(self, piece: str) -> None:
        """Emit a piece of the text."""
        await self._send({"content": piece})

    async def end(self, shape: AnswerShape) -> None:
        """Say that this was all."""
        await self._send({}, "stop", generator=shape.generator)

    async def usage(self, counted: UsageShape) -> None:
        """Emit the counts, in an event without a choice."""
        event = chunk(self._identity, self._created, {}, usage=counted.model_dump())
        await self._emit(_event({**event, "choices": []}))

    async def _send(self, delta: Fields, finish: str | None = None, **more: object) -> None:
        await self._emit(_event(chunk(self._identity, self._created, delta, finish, **more)))


def _event(value: Fields) -> ServerSentEvent:
    return ServerSentEvent(json.dumps(value, ensure_ascii=False, allow_nan=False), sep="\n")


def _failed(error: ErrorShape) -> ServerSentEvent:
    return ServerSentEvent(error.model_dump_json(), sep="\n")


def _usage(body: CompletionsShape, shape: AnswerShape) -> UsageShape:
    """What was read and written, in words and signs: there need not be a model to count tokens."""
    asked = sum(len(_TOKEN.findall(message.text)) for message in body.messages)
    said = len(_TOKEN.findall(shape.answer))
    return UsageShape(prompt_tokens=asked, completion_tokens=said, total_tokens=asked + said)

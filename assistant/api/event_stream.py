"""Server-sent events: a task that produces them and a response that ends with its reader.

What a stream holds (its place, its task, whatever the task waits for) belongs to the response's
own task group: when the reader leaves, even before the first byte, all of it ends together.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

import anyio
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
from sse_starlette.event import ServerSentEvent
from sse_starlette.sse import EventSourceResponse, SendTimeoutError
from starlette.types import Receive, Scope, Send

from assistant.api.errors import ApiError, ErrorShape, error_shape

AT_ONCE = 200
HEARTBEAT_SECONDS = 15.0
# A reader that takes nothing for this long is taken for gone.
SLOW_READER_SECONDS = 30.0
# Below the eight seconds that the server gives its requests when it stops.
_FAREWELL_SECONDS = 4.0
_LINE = "\n"

Emit = Callable[[ServerSentEvent], Awaitable[None]]
# Emits events until all is said; the event is set when a quick end is asked for.
Produce = Callable[[Emit, anyio.Event], Awaitable[None]]


class Places:
    """How many streams may be open at once."""

    def __init__(self, places: int = AT_ONCE) -> None:
        self._places = places
        self._taken = 0

    @property
    def taken(self) -> int:
        """How many streams are open."""
        return self._taken

    @contextmanager
    def one(self) -> Iterator[None]:
        """A place while the context lasts; raises ``ApiError`` 503 when all are taken."""
        if self._taken >= self._places:
            raise ApiError(
                503, "busy", "Too many answers at once: ask again shortly.", {"Retry-After": "1"}
            )
        self._taken += 1
        try:
            yield
        finally:
            self._taken -= 1


class EventStream(EventSourceResponse):
    """The events of ``produce``, with a heartbeat, for as long as there is a reader."""

    def __init__(
        self,
        produce: Produce,
        places: Places,
        failed: Callable[[ErrorShape], ServerSentEvent],
        heartbeat_seconds: float = HEARTBEAT_SECONDS,
        slow_reader_seconds: float = SLOW_READER_SECONDS,
    ) -> None:
        """``failed`` makes the last event of a stream whose ``produce`` raised."""
        self._produce = produce
        self._places = places
        self._failed = failed
        self._failure: Exception | None = None
        self._stopping = anyio.Event()
        ends: tuple[
            MemoryObjectSendStream[ServerSentEvent], MemoryObjectReceiveStream[ServerSentEvent]
        ] = anyio.create_memory_object_stream(0)
        self._incoming, outgoing = ends
        super().__init__(
            outgoing,
            ping=heartbeat_seconds,
            sep=_LINE,
            ping_message_factory=lambda: ServerSentEvent(comment="still here", sep=_LINE),
            send_timeout=slow_reader_seconds,
            data_sender_callable=self._run,
            shutdown_event=self._stopping,
            shutdown_grace_period=_FAREWELL_SECONDS,
        )
        self._outgoing = outgoing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Stream to one reader; raises ``ApiError`` 503 when too many are being served."""
        # The place is taken here and not where the response is made: between the two a reader
        # may leave, and a response that is never called would keep its place for ever.
        with self._outgoing, self._places.one():
            try:
                await super().__call__(scope, receive, send)
            except SendTimeoutError:
                return
        if self._failure is not None:
            raise self._failure

    async def _run(self) -> None:
        """Produce all events; a failure becomes the last one and is kept for the log."""
        async with self._incoming:
            try:
                await self._produce(self._emit, self._stopping)
            except Exception as error:  # noqa: BLE001 - raised again once the reader was told
                self._failure = None if isinstance(error, ApiError) else error
                await self._emit(self._failed(error_shape(error)))

    async def _emit(self, event: ServerSentEvent) -> None:
        await self._incoming.send(event)

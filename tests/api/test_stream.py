"""``POST /api/ask`` as events."""

import socket
import threading
from dataclasses import replace

import anyio
import httpx
import pytest
from sse_starlette.event import ServerSentEvent
from starlette.types import Message

from assistant.answer import Answer, Turn
from assistant.api.errors import ErrorShape
from assistant.api.event_stream import Emit, EventStream, Places
from index.errors import StoreError
from index.library import Library
from tests.api.canned import Canned, answer_from, client_of
from tests.api.events import events
from tests.api.live import reset, serving, until

EVENTS = {"Accept": "text/event-stream"}
QUESTION = {"question": "Kush janë anëtarët?"}


def test_citations_come_first_then_the_text_in_pieces_then_the_whole(library: Library) -> None:
    answer = replace(answer_from(library), text="Janë dy:\n\n- Alfa [1]\u2028\n- Beta [1]")
    client = client_of(library, Canned(answer))
    streamed = client.post("/api/ask", json=QUESTION, headers=EVENTS)
    found = list(events(streamed.text.split("\n")))
    names = [name for name, _ in found]
    assert names[0] == "citations"
    assert names[-1] == "done"
    assert set(names[1:-1]) == {"delta"}
    assert "".join(piece for name, piece in found if name == "delta") == answer.text
    whole = client.post("/api/ask", json=QUESTION).json()
    last = found[-1][1]
    assert found[0][1] == whole["citations"]
    assert last.pop("took_ms") >= 0
    whole.pop("took_ms")
    assert last == whole


def test_a_stream_has_the_headers_of_one_and_is_kept_nowhere(library: Library) -> None:
    response = client_of(library).post("/api/ask", json=QUESTION, headers=EVENTS)
    assert response.headers["content-type"].startswith("text/event-stream")
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["x-accel-buffering"] == "no"


def test_a_refusal_streams_no_citations(library: Library) -> None:
    response = client_of(library).post("/api/ask", json=QUESTION, headers=EVENTS)
    found = dict(events(response.text.split("\n")))
    assert found["citations"] == []
    assert found["done"]["status"] == "not_found"


@pytest.mark.parametrize(
    "accept", ["text/event-stream;q=0.9, */*", "application/json, Text/Event-Stream"]
)
def test_events_may_be_asked_for_beside_others(library: Library, accept: str) -> None:
    response = client_of(library).post("/api/ask", json=QUESTION, headers={"Accept": accept})
    assert response.headers["content-type"].startswith("text/event-stream")


def test_a_bad_question_is_refused_before_the_stream(library: Library) -> None:
    response = client_of(library).post("/api/ask", json={"question": ""}, headers=EVENTS)
    assert response.status_code == 422
    assert response.json()["error"]["code"] == "invalid_request"


@pytest.mark.parametrize(
    ("failure", "code"),
    [(ValueError("secret"), "internal"), (StoreError("secret"), "unavailable")],
)
def test_a_failure_is_the_last_event_and_tells_nothing(
    library: Library, failure: Exception, code: str
) -> None:
    client = client_of(library, Canned(failure=failure))
    response = client.post("/api/ask", json=QUESTION, headers=EVENTS)
    assert "secret" not in response.text
    [(name, value)] = events(response.text.split("\n"))
    assert (name, value["error"]["code"]) == ("error", code)
    assert "kuvend_streams_open 0.0" in client.get("/metrics").text


class Held(Canned):
    """Answers once it may."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        self.go = threading.Event()

    def ask(
        self, question: str, history: tuple[Turn, ...] = (), language: str | None = None
    ) -> Answer:
        """The canned answer, late."""
        self.go.wait(10)
        return super().ask(question, history, language)


def _request(host: str, port: int, body: bytes, length: int | None = None) -> bytes:
    head = (
        f"POST /api/ask HTTP/1.1\r\nHost: {host}:{port}\r\nAccept: text/event-stream\r\n"
        f"Content-Type: application/json\r\nContent-Length: {length or len(body)}\r\n\r\n"
    )
    return head.encode() + body


def test_readers_that_leave_before_the_body_or_while_they_wait_leave_nothing_behind(
    library: Library,
) -> None:
    held = Held(answer_from(library))
    app = client_of(library, held).app
    body = b'{"question": "Kush?"}'
    with serving(app) as (host, port), httpx.Client(base_url=f"http://{host}:{port}") as client:

        def measured() -> str:
            return client.get("/metrics").text

        for _ in range(15):
            with socket.create_connection((host, port)) as early:
                early.sendall(_request(host, port, b'{"question"', len(body)))
                reset(early)
        waiting = [socket.create_connection((host, port)) for _ in range(15)]
        for connection in waiting:
            connection.sendall(_request(host, port, body))
        assert until(lambda: "kuvend_streams_open 15.0" in measured())
        for connection in waiting:
            reset(connection)
        # Two questions are being computed, in threads that nothing can stop; the rest is gone.
        freed = until(lambda: "kuvend_questions_in_work 2.0" in measured(), 1.0)
        held.go.set()
        assert freed
        assert until(lambda: "kuvend_streams_open 0.0" in measured(), 1.0)
        assert until(lambda: "kuvend_questions_in_work 0.0" in measured(), 1.0)
        streamed = client.post("/api/ask", json=QUESTION, headers=EVENTS)
        assert "event: done" in streamed.text


def test_a_client_of_a_whole_answer_that_leaves_waits_no_longer(library: Library) -> None:
    held = Held(answer_from(library))
    with serving(client_of(library, held).app) as (host, port):
        base = f"http://{host}:{port}"
        leaving = [socket.create_connection((host, port)) for _ in range(6)]
        for connection in leaving:
            request = _request(host, port, b'{"question": "Kush?"}')
            connection.sendall(request.replace(b"text/event-stream", b"*/*"))

        def in_work(number: float) -> bool:
            return f"kuvend_questions_in_work {number}" in httpx.get(f"{base}/metrics").text

        assert until(lambda: in_work(6.0))
        for connection in leaving:
            reset(connection)
        freed = until(lambda: in_work(2.0), 1.0)
        held.go.set()
        assert freed
        assert until(lambda: 'status="499"' in httpx.get(f"{base}/metrics").text)


def _stream(emitted: int, **limits: float) -> EventStream:
    async def produce(emit: Emit, _leave: anyio.Event) -> None:
        for number in range(emitted):
            await emit(ServerSentEvent(str(number)))
        await anyio.sleep(0.2)

    return EventStream(produce, Places(1), _failed, **limits)


def _failed(error: ErrorShape) -> ServerSentEvent:
    return ServerSentEvent(error.model_dump_json())


async def _served(stream: EventStream, stuck: bool = False) -> list[bytes]:
    bodies: list[bytes] = []

    async def receive() -> Message:
        await anyio.sleep_forever()
        raise AssertionError

    async def send(message: Message) -> None:
        bodies.append(message.get("body", b""))
        if stuck and message["type"] == "http.response.body":
            await anyio.sleep_forever()

    await stream({"type": "http", "method": "POST"}, receive, send)
    return bodies


def test_a_quiet_stream_has_a_heartbeat() -> None:
    bodies = anyio.run(_served, _stream(1, heartbeat_seconds=0.05))
    assert b": still here\n\n" in bodies


def test_a_reader_that_takes_nothing_is_given_up() -> None:
    bodies = anyio.run(_served, _stream(9, slow_reader_seconds=0.05), True)
    assert len(bodies) == 2


def test_one_stream_too_many_is_told_to_return() -> None:
    places = Places(1)
    with places.one(), pytest.raises(Exception, match="Too many answers at once"), places.one():
        raise AssertionError
    assert places.taken == 0

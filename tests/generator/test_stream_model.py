"""Streams of a model's answers through the whole service: many at once, and readers that leave."""

import asyncio
import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import structlog
from fastapi import FastAPI

from assistant.answer import Answer
from assistant.api.app import create_app
from assistant.api.rate_limit import Limited
from assistant.generator.endpoint import Endpoint, Limits
from assistant.generator.generator import Generator
from assistant.generator.nearness import Nearness
from index.library import Library
from tests.api.canned import Canned
from tests.api.events import events
from tests.api.live import reset, serving, until
from tests.generator.conftest import QUESTION
from tests.generator.scripted import Script

Service = tuple[str, int, Script]
EVENTS = {"Accept": "text/event-stream"}
TEXT = "KOMF was founded in June 2011 [1]. The coalition was set up in June 2011 [1]."
BODY = {"question": QUESTION}


@pytest.fixture
def service(model: tuple[str, Script], real_library: Library, founded: Answer) -> Iterator[Service]:
    """A service whose model is scripted: its host and port, and the script."""
    with serving(_app(model, real_library, Canned(founded))) as (host, port):
        yield host, port, model[1]


def _app(model: tuple[str, Script], library: Library, assistant: Canned) -> FastAPI:
    endpoint = Endpoint(model[0], "scripted", limits=Limits())
    return create_app(
        library,
        assistant,
        log=structlog.get_logger(),
        generator=Generator(endpoint, Nearness(library.embedder)),
        limited=Limited.OFF,
    )


def test_the_last_event_is_the_answer_that_is_given_whole(service: Service) -> None:
    host, port, script = service
    script.text = TEXT
    with httpx.Client(base_url=f"http://{host}:{port}") as client:
        streamed = list(events(client.post("/api/ask", json=BODY, headers=EVENTS).text.split("\n")))
        whole = client.post("/api/ask", json=BODY).json()
        metrics = client.get("/metrics").text
    done = streamed[-1][1]
    assert "".join(piece for name, piece in streamed if name == "delta") == done["answer"] == TEXT
    assert done["generator"] == "scripted"
    done.pop("took_ms")
    whole.pop("took_ms")
    assert done == whole
    assert 'kuvend_answers_total{generator="model"} 2.0' in metrics
    assert "kuvend_model_sentences_dropped_total 0.0" in metrics


def test_health_says_when_the_model_is_left_alone(service: Service) -> None:
    host, port, script = service
    script.play = "401"
    with httpx.Client(base_url=f"http://{host}:{port}") as client:
        for _ in range(5):
            assert client.post("/api/ask", json=BODY).json()["generator"] == "extractive"
        health = client.get("/health").json()
        metrics = client.get("/metrics").text
    assert health["status"] == "degraded"
    assert [check["name"] for check in health["checks"] if not check["ok"]] == ["language model"]
    assert "kuvend_model_breaker_open 1.0" in metrics
    assert "LEAK" not in str(health)


def _ask(service: Service, accept: str = "text/event-stream") -> socket.socket:
    host, port, _ = service
    body = b'{"question": "When was KOMF founded?"}'
    connection = socket.create_connection((host, port))
    connection.sendall(
        f"POST /api/ask HTTP/1.1\r\nHost: x\r\nAccept: {accept}\r\nContent-Type: application/json"
        f"\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        + body
    )
    return connection


def _leave_nothing(service: Service, accept: str, leaving: int, at_once: int) -> None:
    host, port, script = service
    script.text, script.pause_seconds = TEXT, 0.5
    for _ in range(leaving // at_once):
        connections = [_ask(service, accept) for _ in range(at_once)]
        assert until(lambda: script.open >= at_once)
        for connection in connections:
            reset(connection)
        assert until(lambda: script.open == 0, 1.0)
    with httpx.Client(base_url=f"http://{host}:{port}") as client:
        metrics = client.get("/metrics").text
    assert "kuvend_streams_open 0.0" in metrics
    assert "kuvend_model_calls_open 0.0" in metrics
    assert "kuvend_questions_in_work 0.0" in metrics


@pytest.mark.parametrize("accept", ["text/event-stream", "application/json"])
def test_a_reader_that_leaves_frees_the_model_too(service: Service, accept: str) -> None:
    _leave_nothing(service, accept, 10, 10)


@pytest.mark.soak
def test_300_readers_that_leave_leave_nothing_behind(service: Service) -> None:
    _leave_nothing(service, "text/event-stream", 300, 50)


async def _streams(service: Service, number: int) -> list[Any]:
    """The answers of ``number`` streams side by side, each checked against its pieces."""
    host, port, _ = service
    answers: list[Any] = []
    body = b'{"question": "When was KOMF founded?"}'
    head = (
        f"POST /api/ask HTTP/1.0\r\nHost: {host}\r\nAccept: text/event-stream\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode()

    async def one() -> None:
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(head + body)
        text = (await reader.read()).decode().replace("\r", "")
        writer.close()
        found = list(events(text.partition("\n\n")[2].split("\n")))
        assert "".join(p for name, p in found if name == "delta") == found[-1][1]["answer"]
        answers.append(found[-1][1]["answer"])

    await asyncio.gather(*(one() for _ in range(number)))
    return answers


def test_streams_side_by_side_lose_nothing(service: Service) -> None:
    service[2].text, service[2].pause_seconds = TEXT, 0.01
    assert asyncio.run(_streams(service, 12)) == [TEXT] * 12

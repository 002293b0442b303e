"""An OpenAI-compatible server on the loopback that plays what it is told, faults included."""

import asyncio
import json
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.generator.prompts import prompt

_EVENTS = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"

_HTML = "Content-Type: text/html\r\n"

Play = Callable[["Script"], AsyncIterator[bytes]]


def chunk(text: str, finish: str | None = None) -> bytes:
    """One event of a streamed completion."""
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
    body = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    return f"data: {json.dumps({**body, 'choices': [choice]}, ensure_ascii=False)}\n\n".encode()


def _status(line: str, body: str, headers: str = "") -> bytes:
    length = len(body.encode())
    return f"HTTP/1.1 {line}\r\n{headers}Content-Length: {length}\r\n\r\n{body}".encode()


@dataclass
class Script:
    """What the server says next, and how; ``open`` counts its connections.

    Asked to choose among stretches it says ``choice``, played as ``choosing``.
    """

    text: str = ""
    play: str = "well"
    choice: str = ""
    choosing: str = "well"
    pause_seconds: float = 0.0
    open: int = 0
    asked: list[dict[str, Any]] = field(default_factory=list)

    def pieces(self) -> list[str]:
        """The text in pieces as a model gives them."""
        return [self.text[place : place + 5] for place in range(0, len(self.text), 5)]


async def _well(script: Script) -> AsyncIterator[bytes]:
    yield _EVENTS
    for piece in script.pieces():
        yield chunk(piece)
        await asyncio.sleep(script.pause_seconds)
    yield chunk("", "stop") + b"data: [DONE]\n\n"


async def _no_done(script: Script) -> AsyncIterator[bytes]:
    yield _EVENTS
    for piece in script.pieces():
        yield chunk(piece)


async def _silent(_script: Script) -> AsyncIterator[bytes]:
    await asyncio.sleep(60)
    yield b""


async def _keep_alive(_script: Script) -> AsyncIterator[bytes]:
    yield _EVENTS
    while True:
        yield b": keep-alive\n\n"
        await asyncio.sleep(0.02)


async def _drip(script: Script) -> AsyncIterator[bytes]:
    yield _EVENTS
    for byte in chunk(script.text):
        yield bytes([byte])
        await asyncio.sleep(0.05)


async def _half_json(script: Script) -> AsyncIterator[bytes]:
    yield _EVENTS + chunk(script.text)[:40] + b"\n\n"


async def _endless(_script: Script) -> AsyncIterator[bytes]:
    yield _EVENTS
    while True:
        yield chunk("words and words and ")
        await asyncio.sleep(0)


async def _ten_megabytes(_script: Script) -> AsyncIterator[bytes]:
    yield _EVENTS
    for _ in range(160):
        yield b"data: " + b"x" * 65_536


async def _bad_utf8(script: Script) -> AsyncIterator[bytes]:
    yield _EVENTS + chunk(script.text).replace(b"KOMF", b"K\xff\xfe\xc3") + chunk("", "stop")


async def _answer(data: bytes) -> AsyncIterator[bytes]:
    yield data


PLAYS: dict[str, Play] = {
    "well": _well,
    "silent": _silent,
    "keep-alive": _keep_alive,
    "drip": _drip,
    "429": lambda _s: _answer(_status("429 Too Many", '{"error": "LEAK"}', "Retry-After: 60\r\n")),
    "500": lambda _s: _answer(_status("500 Error", '{"error": {"message": "LEAK"}}')),
    "401": lambda _s: _answer(_status("401 Unauthorized", '{"error": {"message": "LEAK"}}')),
    "html": lambda _s: _answer(_status("200 OK", "<html>LEAK</html>", _HTML)),
    "half-json": _half_json,
    "endless": _endless,
    "10-mb": _ten_megabytes,
    "bad-utf8": _bad_utf8,
    "no-done": _no_done,
    "reset": lambda _s: _answer(b""),
}


@contextmanager
def scripted() -> Iterator[tuple[str, Script]]:
    """The server in a thread of its own: its base URL and its script."""
    script, loop, ready = Script(), asyncio.new_event_loop(), threading.Event()
    address: list[int] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        script.open += 1
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
            length = int(head.partition("content-length:")[2].split("\r\n")[0] or 0)
            script.asked.append(json.loads(await reader.readexactly(length)))
            playing = asyncio.ensure_future(_play(_part(script), writer))
            leaving = asyncio.ensure_future(reader.read(1))
            await asyncio.wait({playing, leaving}, return_when=asyncio.FIRST_COMPLETED)
            for task in (playing, leaving):
                task.cancel()
            await asyncio.gather(playing, leaving, return_exceptions=True)
        writer.close()
        script.open -= 1

    async def run() -> None:
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        address.append(server.sockets[0].getsockname()[1])
        ready.set()
        stop = loop.create_future()
        stopping.append(stop)
        await stop
        server.close()

    stopping: list[asyncio.Future[None]] = []
    thread = threading.Thread(target=loop.run_until_complete, args=(run(),))
    thread.start()
    ready.wait(5)
    time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{address[0]}/v1", script
    finally:
        loop.call_soon_threadsafe(stopping[0].set_result, None)
        thread.join(5)
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0.01))
        loop.close()


def is_choosing(request: dict[str, Any]) -> bool:
    """Whether ``request`` asks for a choice among stretches."""
    return bool(request["messages"][0]["content"] == prompt("choose_system"))


def _part(script: Script) -> Script:
    """What the last request is answered from."""
    if not is_choosing(script.asked[-1]):
        return script
    return replace(script, text=script.choice, play=script.choosing)


async def _play(script: Script, writer: asyncio.StreamWriter) -> None:
    async for data in PLAYS[script.play](script):
        writer.write(data)
        await writer.drain()

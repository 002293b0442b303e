"""A hundred readers at once, each part in a process of its own as in service: slow, so a soak."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import httpx
import pytest

from tests.api.events import events
from tests.api.live import until
from tests.conftest import ROOT

pytestmark = pytest.mark.soak

TEXT = "KOMF was founded in June 2011 [1]. The coalition was set up in June 2011 [1]."
TOKEN_SECONDS = 0.05
QUESTIONS = (
    "When was KOMF founded?",
    "Kur u themelua KOMF?",
    "Kada je osnovan KOMF?",
    "In which year was KOMF founded?",
)
READERS = 100
WATCHED_SECONDS = 6.0


@contextmanager
def _process(*command: str, **environment: str) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _is_up(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/health", timeout=1.0).is_success
    except httpx.HTTPError:
        return False


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """The port of the whole service over documents/, phrased by a scripted model."""
    with _process("tests.generator.talking", TEXT, str(TOKEN_SECONDS)) as model:
        assert model.stdout is not None
        port = _free_port()
        settings = {
            "KUVEND_STORE": str(tmp_path),
            "KUVEND_PORT": str(port),
            "KUVEND_RATE_LIMIT": "off",
            "KUVEND_LLM_BASE_URL": model.stdout.readline().strip(),
            "KUVEND_LLM_MODEL": "scripted",
        }
        with _process("serve", **settings):
            assert until(lambda: _is_up(port), 120)
            yield port


def _watch(port: int, seconds: float) -> list[float]:
    """Seconds that ``/health`` took, asked for ``seconds`` from a process of its own."""
    took: list[float] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        began = time.perf_counter()
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(b"GET /health HTTP/1.0\r\nHost: x\r\n\r\n")
            said = b"".join(iter(lambda: connection.recv(65_536), b""))
        assert b" 200 " in said[:20]
        took.append(time.perf_counter() - began)
        time.sleep(0.02)
    return sorted(took)


async def _read(port: int, question: str) -> tuple[float, str, str]:
    """Seconds to the first event, the answer, which is all pieces together, and who wrote it."""
    body = json.dumps({"question": question}).encode()
    head = (
        "POST /api/ask HTTP/1.0\r\nHost: x\r\nAccept: text/event-stream\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    began = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head.encode() + body)
    first = await reader.readuntil(b"event: citations")
    seconds = time.perf_counter() - began
    text = (first + await reader.read()).decode().replace("\r", "")
    writer.close()
    found = list(events(text.partition("\n\n")[2].split("\n")))
    answer = found[-1][1]["answer"]
    assert found[-1][0] == "done"
    assert "".join(piece for name, piece in found if name == "delta") == answer
    return seconds, answer, found[-1][1]["generator"]


async def _readers(port: int) -> list[tuple[float, str, str]]:
    asked = [QUESTIONS[number % len(QUESTIONS)] for number in range(READERS)]
    return await asyncio.gather(*(_read(port, question) for question in asked))


def test_100_readers_wait_no_second_and_health_no_20th_of_one(port: int) -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        watching = apart.submit(_watch, port, WATCHED_SECONDS)
        time.sleep(1.0)
        read = asyncio.run(_readers(port))
        health = watching.result()
    firsts = sorted(seconds for seconds, *_ in read)
    assert len(read) == READERS
    assert all("2011" in answer for _, answer, _ in read)
    # What the model says is English: only who asks in English is shown its words.
    assert sum(generator == "scripted" for *_, generator in read) == READERS // 2
    figures = f"first p95 {firsts[94]:.2f} s, health p99 {health[int(0.99 * len(health))]:.3f} s"
    assert firsts[94] <= 1.0, figures
    assert health[int(0.99 * len(health))] <= 0.05, figures

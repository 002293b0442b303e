"""The program as a process: what it loads, pipes that close, and the service from start to end."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator

import httpx
import pytest

from assistant.api.server import listen
from tests.conftest import ROOT

_HEAVY = {"torch", "transformers", "openvino", "faiss", "fastapi", "numpy"}


def _python(code: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", code, *arguments]


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from assistant.cli import main; main(['--help']); "
        "sys.stderr.write(' '.join(sys.modules))"
    )
    ended = subprocess.run(_python(code), cwd=ROOT, capture_output=True, text=True, check=True)
    assert "Usage: kuvend" in ended.stdout
    assert not _HEAVY & set(ended.stderr.split())


def test_a_reader_that_has_seen_enough_is_no_failure() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    code = "from assistant.cli.output import show; show('x\\n' * 100_000)"
    with os.fdopen(writing, "wb") as closed:
        ended = subprocess.run(
            _python(code), cwd=ROOT, stdout=closed, stderr=subprocess.PIPE, check=False
        )
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_an_address_that_is_taken_is_said_in_one_line() -> None:
    code = (
        "import socket, sys; from assistant.api.server import listen; "
        "taken = socket.create_server(('127.0.0.1', 0)); listen(*taken.getsockname())"
    )
    ended = subprocess.run(_python(code), cwd=ROOT, capture_output=True, text=True, check=False)
    last = ended.stderr.splitlines()[-1]
    assert "SettingError: Cannot listen on 127.0.0.1:" in last
    assert last.endswith("set KUVEND_HOST or KUVEND_PORT to a free address.")


@pytest.fixture
def service() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A service in a process of its own, and its address."""
    command = [sys.executable, "-m", "tests.cli.serving"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            yield process, json.loads(process.stderr.readline())["address"]
        finally:
            process.kill()


def test_a_service_answers_refuses_too_much_and_stops_when_told(
    service: tuple[subprocess.Popen[str], str],
) -> None:
    process, address = service
    headers = {"content-type": "application/json"}

    def too_much() -> Iterator[bytes]:
        for _ in range(10):
            yield b"x" * 20_000

    with httpx.Client(base_url=address, trust_env=False) as client:
        assert client.get("/health").json()["status"] == "ok"
        assert client.post("/api/ask", json={"question": "Kush?"}).status_code == 200
        for body in (too_much(), b"x" * 200_000):
            # Only the status: the rest may be cut off when it crosses what is still being sent.
            with client.stream("POST", "/api/ask", content=body, headers=headers) as refused:
                assert refused.status_code == 413
                assert "server" not in refused.headers
    process.send_signal(signal.SIGTERM)
    _, log = process.communicate(timeout=10)
    assert process.returncode == 0
    assert "Traceback" not in log
    assert all(json.loads(line) for line in log.splitlines())


def test_responses_are_sent_without_waiting_for_more() -> None:
    with listen("127.0.0.1", 0) as listener:
        # asyncio turns Nagle's algorithm off only where it knows the protocol.
        assert listener.proto == socket.IPPROTO_TCP

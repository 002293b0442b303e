"""A service that is told to stop while a model still talks."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

from tests.api.events import events
from tests.conftest import ROOT

_BODY = b'{"question": "Kush?"}'
_REQUEST = (
    b"POST /api/ask HTTP/1.0\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\n"
    b"Content-Length: %d\r\n\r\n%s" % (len(_BODY), _BODY)
)


def test_streams_end_with_the_whole_answer_when_the_service_stops(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.generator.serving", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        streams = [socket.create_connection(("127.0.0.1", port), 10) for _ in range(5)]
        for stream in streams:
            stream.sendall(_REQUEST)
            stream.settimeout(10)
        begun = [stream.recv(65_536) for stream in streams]
        process.send_signal(signal.SIGTERM)
        for stream, first in zip(streams, begun, strict=True):
            with stream, stream.makefile("rb") as rest:
                text = (first + rest.read()).decode().replace("\r", "")
            *_, (name, value) = events(text.partition("\n\n")[2].split("\n"))
            assert (name, value["generator"]) == ("done", "extractive")
        assert process.wait(10) == 0

"""The parent's side of the parsing process: starts it, asks it, and ends it when it is too slow."""

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

from index.errors import UnreadableFileError
from index.reading.limits import Limits
from index.reading.wire import is_last
from index.reading.worker import encode_limits

_LINE_BYTES_PER_CHARACTER = 12  # JSON escapes, blocks and all: more is not an honest answer
_LINE_BYTES_AT_LEAST = 1_000_000
_OUT_OF_CPU = getattr(signal, "SIGXCPU", 255)  # not everywhere; no signal has the number 255


@dataclass(frozen=True, slots=True)
class Request:
    """One file to parse: the end of its name and its content."""

    suffix: str
    data: bytes


class ParsingProcess:
    """One parsing process, started at the first request and again after each loss."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, request: Request) -> bytes:
        """Return the answer to one request, a line as in ``wire.py``.

        Raises ``UnreadableFileError`` if there is none: the time is over or the process broke.
        """
        process = self._running()
        late = threading.Event()
        timer = threading.Timer(self._limits.wall_seconds, _kill_late, (process, late))
        timer.start()
        try:
            line = self._exchange(process, request)
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            self.end()
            raise UnreadableFileError(self._loss(process, late.is_set(), line))
        if is_last(line):
            self.end()
        return line

    def end(self) -> None:
        """End the process; the next request starts a new one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close(pipe)

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is not None:
            self.end()
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-B", "-m", "index.reading.worker", encode_limits(self._limits)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
        return self._process

    def _exchange(self, process: "subprocess.Popen[bytes]", request: Request) -> bytes:
        if process.stdin is None or process.stdout is None:
            return b""
        header = json.dumps({"suffix": request.suffix, "bytes": len(request.data)})
        longest = self._limits.text_characters * _LINE_BYTES_PER_CHARACTER + _LINE_BYTES_AT_LEAST
        try:
            process.stdin.write(header.encode() + b"\n" + request.data)
            process.stdin.flush()
            return process.stdout.readline(longest)
        except OSError:
            return b""

    def _loss(self, process: "subprocess.Popen[bytes]", late: bool, line: bytes) -> str:
        limits = self._limits
        if late:
            return f"took longer than {limits.wall_seconds:g} s"
        if process.returncode == -_OUT_OF_CPU:
            return f"took longer than {limits.cpu_seconds} s of processor time"
        if line:
            return "gave more text than is allowed"
        return "damaged, or needs too much memory: it stopped its reader"


def _kill_late(process: "subprocess.Popen[bytes]", late: threading.Event) -> None:
    late.set()
    process.kill()


def _environment() -> dict[str, str]:
    """Only what Python needs to start; keys and addresses of the service stay here."""
    kept = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    return environment


def _close(pipe: IO[bytes]) -> None:
    with suppress(OSError):  # unsent bytes for a process that is gone
        pipe.close()
